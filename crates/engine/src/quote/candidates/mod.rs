//! Candidates: everyone who could be the speaker of one quotation, and nobody.
//!
//! Takes them from `gather`, with what is known of each. Which of them speaks, the ranker decides.

mod gather;
mod known;

use std::ops::Range;

use super::{
    attribute::{Proposal, RULES, proposals},
    features::{Facts, FragmentRow, TowardsRow},
    scene::{Outer, Scene},
};
use crate::{
    article::BlockKind,
    person::chunk::Chunk,
    text::keyed::{Key, Map},
};
pub(crate) use known::Known;

/// The blocks of an article with all their fragments, ready to be judged one after the other.
pub(crate) struct Stage<'s, 'a> {
    /// The blocks.
    pub(crate) scenes: &'s [Scene<'a>],
    /// The fragments of all blocks but shotlists, by place.
    pub(crate) fragments: Vec<Fragment>,
    /// What the article shows of each last name.
    names: Vec<Name>,
    by_name: Map,
}

/// A stretch between marks, in its sentence.
pub(crate) struct Fragment {
    /// Its block.
    pub(crate) scene: usize,
    /// Its index among the block's outer stretches.
    pub(crate) outer: usize,
    /// Its sentence, as tokens.
    pub(crate) sentence: Range<usize>,
    /// What the rules propose.
    pub(crate) proposals: [Option<Proposal>; RULES],
}

impl Fragment {
    /// The proposal at a place.
    pub(crate) fn proposal(&self, at: Option<usize>) -> Option<&Proposal> {
        self.proposals.get(at?)?.as_ref()
    }
}

/// What the article shows of a last name.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Name {
    /// How often it stands in the article.
    pub(crate) mentions: usize,
    /// For how many fragments the first rule that proposes takes it for the speaker's.
    pub(crate) speaks: usize,
}

/// A mention, by its block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mentioned<'s> {
    /// The block.
    pub(crate) scene: usize,
    /// The mention.
    pub(crate) chunk: &'s Chunk,
}

impl Mentioned<'_> {
    /// Whether both are the same words of the document.
    pub(crate) fn is(&self, other: &Self) -> bool {
        self.scene == other.scene && self.chunk.start == other.chunk.start
    }

    /// Its number among the mentions of its block.
    fn number(&self, stage: &Stage<'_, '_>) -> usize {
        stage.scenes.get(self.scene).map_or(0, |scene| scene.chunk_number(self.chunk.start))
    }

    /// The same number for mentions by one last name, one of its own for any other mention.
    pub(crate) fn person(&self) -> u64 {
        match self.chunk.last_name {
            0 => u64::from(self.chunk.span.start) << 1 | 1,
            name => name,
        }
    }
}

/// Who spoke last.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Last<'s> {
    /// The fragment.
    pub(crate) fragment: usize,
    /// Who was taken for its speaker.
    pub(crate) who: Mentioned<'s>,
}

/// One who could be the speaker.
pub(crate) struct Candidate<'s> {
    /// Where they are mentioned.
    pub(crate) who: Mentioned<'s>,
    /// The first of the fragment's proposals that names them.
    pub(crate) proposal: Option<usize>,
    /// The same number for mentions that are surely one person's.
    pub(crate) person: u64,
    /// The place of what the mention shows by itself, among the known.
    pub(crate) portrait: usize,
    /// What they are to the fragment.
    pub(crate) row: TowardsRow,
}

/// A fragment with all that could be its speakers, nobody aside.
pub(crate) struct Case<'s> {
    /// The fragment's features.
    pub(crate) fragment: FragmentRow,
    /// The candidates.
    pub(crate) candidates: Vec<Candidate<'s>>,
}

impl<'s, 'a> Stage<'s, 'a> {
    /// The stage of an article.
    pub(crate) fn of(scenes: &'s [Scene<'a>]) -> Self {
        let fragments = Vec::with_capacity(scenes.iter().map(|scene| scene.outer.len()).sum());
        let mut stage = Self { scenes, fragments, names: Vec::new(), by_name: Map::default() };
        for (index, scene) in scenes.iter().enumerate() {
            if scene.block.kind != BlockKind::Shotlist {
                stage.enter(index, scene);
            }
        }
        if !stage.fragments.is_empty() {
            stage.count_names();
        }
        stage
    }

    fn enter(&mut self, index: usize, scene: &Scene<'_>) {
        let mut sentences = scene.sentences.iter();
        let mut sentence = sentences.next();
        for (number, outer) in scene.outer.iter().enumerate() {
            while sentence.is_some_and(|sentence| sentence.end <= outer.tokens.start) {
                sentence = sentences.next();
            }
            let sentence = sentence.cloned().unwrap_or_else(|| outer.tokens.clone());
            let proposals = proposals(scene, &sentence, outer);
            self.fragments.push(Fragment { scene: index, outer: number, sentence, proposals });
        }
    }

    fn count_names(&mut self) {
        for scene in self.scenes {
            for chunk in scene.chunks.iter().filter(|chunk| chunk.last_name > 0) {
                self.name(chunk.last_name).mentions += 1;
            }
        }
        for at in 0..self.fragments.len() {
            let fragment = self.fragments.get(at);
            let first = fragment.and_then(|fragment| fragment.proposals.iter().flatten().next());
            if let Some(name) = first.map(|it| it.mention.last_name).filter(|name| *name > 0) {
                self.name(name).speaks += 1;
            }
        }
    }

    fn name(&mut self, person: u64) -> &mut Name {
        let at = *self.by_name.entry(Key::EMPTY.mixed(person), self.names.len()) as usize;
        if at == self.names.len() {
            self.names.push(Name::default());
        }
        &mut self.names[at]
    }

    /// What the article shows of the last name that the number stands for.
    pub(crate) fn shown(&self, person: u64) -> Name {
        let at = self.by_name.place(Key::EMPTY.mixed(person));
        at.and_then(|at| self.names.get(at)).copied().unwrap_or_default()
    }

    /// The block of a fragment and its stretch there.
    pub(crate) fn place(&self, fragment: &Fragment) -> Option<(&'s Scene<'a>, &'s Outer)> {
        let scene = self.scenes.get(fragment.scene)?;
        scene.outer.get(fragment.outer).map(|outer| (scene, outer))
    }

    /// The case of the fragment `index`, if `last` spoke last; mentions that are not known yet
    /// become so.
    pub(crate) fn case(
        &self,
        index: usize,
        last: Option<&Last<'s>>,
        known: &mut Known<'s>,
    ) -> Option<Case<'s>> {
        let fragment = self.fragments.get(index)?;
        let found = self.gathered(index, last, std::mem::take(&mut known.gathered))?;
        let mut facts = Facts::of(self, index, last)?;
        let mut candidates = Vec::with_capacity(found.len());
        candidates.extend(found.iter().map(|who| {
            let proposal = facts.proposal(who);
            let person = who.person();
            let portrait = known.place(self, who, person);
            let beside = known.beside(portrait);
            let row = facts.towards(who, &beside, fragment.proposal(proposal), person);
            Candidate { who: *who, proposal, person, portrait, row }
        }));
        known.gathered = found;
        Some(Case { fragment: facts.fragment(), candidates })
    }
}
