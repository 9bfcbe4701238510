//! Gathers who could be the speaker of a quotation: the nearest mentions around it, whom the rules
//! propose, and who spoke last.

use std::ops::Range;

use super::{Fragment, Last, Mentioned, Stage};
use crate::{
    person::chunk::Chunk,
    quote::{
        scene::{Outer, Scene},
        work,
    },
};

impl<'s> Stage<'s, '_> {
    /// Everyone who could speak the fragment `index`, if `last` spoke last; nobody twice. In the
    /// room of a list that is gone.
    pub(super) fn gathered(
        &self,
        index: usize,
        last: Option<&Last<'s>>,
        mut found: Vec<Mentioned<'s>>,
    ) -> Option<Vec<Mentioned<'s>>> {
        let fragment = self.fragments.get(index)?;
        let (scene, outer) = self.place(fragment)?;
        found.clear();
        let mut gathered = Gathered { scene: fragment.scene, found };
        gathered.before(scene, outer, &fragment.sentence);
        gathered.after(scene, outer, &fragment.sentence);
        gathered.proposed(scene, fragment);
        let next = self.fragments.get(index + 1);
        if let Some(next) = next.filter(|next| next.scene == fragment.scene) {
            gathered.proposed(scene, next);
        }
        gathered.beside(self.scenes);
        if let Some(last) = last {
            gathered.add(last.who);
        }
        Some(gathered.found)
    }
}

/// The mentions taken so far.
struct Gathered<'s> {
    scene: usize,
    found: Vec<Mentioned<'s>>,
}

/// The most mentions that are taken before a quotation, behind it, and from a block beside it.
const BEFORE: usize = 9;
const AFTER: usize = 5;
const BESIDE: usize = 4;

/// The most mentions before the sentence, or behind it, that are taken from the same block.
const BEYOND: usize = 4;

impl<'s> Gathered<'s> {
    /// Adds one who may be there already; those around a fragment by their places are not.
    fn add(&mut self, who: Mentioned<'s>) {
        if !self.found.iter().any(|other| other.is(&who)) {
            self.found.push(who);
        }
    }

    fn before(&mut self, scene: &'s Scene<'_>, outer: &Outer, sentence: &Range<usize>) {
        let mut beyond = 0;
        for chunk in back(scene, outer.tokens.start).take(BEFORE) {
            beyond += usize::from(chunk.start < sentence.start);
            if beyond > BEYOND {
                break;
            }
            self.found.push(Mentioned { scene: self.scene, chunk });
        }
    }

    fn after(&mut self, scene: &'s Scene<'_>, outer: &Outer, sentence: &Range<usize>) {
        let mut beyond = 0;
        for chunk in forth(scene, outer.tokens.end).take(AFTER) {
            beyond += usize::from(chunk.start >= sentence.end);
            if beyond > BEYOND / 2 {
                break;
            }
            self.found.push(Mentioned { scene: self.scene, chunk });
        }
    }

    fn proposed(&mut self, scene: &'s Scene<'_>, fragment: &Fragment) {
        for proposal in fragment.proposals.iter().flatten() {
            if let Some(chunk) = scene.chunk_from(proposal.mention.start) {
                self.add(Mentioned { scene: fragment.scene, chunk });
            }
        }
    }

    /// The nearest mentions of the blocks before and behind.
    fn beside(&mut self, scenes: &'s [Scene<'_>]) {
        if let Some((index, scene)) =
            self.scene.checked_sub(1).and_then(|index| Some((index, scenes.get(index)?)))
        {
            for chunk in back(scene, scene.tokens.len()).take(BESIDE) {
                self.found.push(Mentioned { scene: index, chunk });
            }
        }
        if let Some(scene) = scenes.get(self.scene + 1) {
            for chunk in forth(scene, 0).take(BESIDE / 2) {
                self.found.push(Mentioned { scene: self.scene + 1, chunk });
            }
        }
    }
}

/// The mentions outside quotations that end before the token `from`, the nearest first.
fn back<'s>(scene: &'s Scene<'_>, from: usize) -> impl Iterator<Item = &'s Chunk> {
    let ends_before =
        |chunk: &u32| scene.chunks.get(*chunk as usize).is_some_and(|chunk| chunk.end <= from);
    let behind = scene.free().partition_point(ends_before);
    let free = scene.free().get(..behind).unwrap_or_default();
    free.iter().rev().inspect(|_| work::look()).filter_map(|it| scene.chunks.get(*it as usize))
}

/// The mentions outside quotations that begin at the token `from` or behind it, nearest first.
fn forth<'s>(scene: &'s Scene<'_>, from: usize) -> impl Iterator<Item = &'s Chunk> {
    let starts_before =
        |chunk: &u32| scene.chunks.get(*chunk as usize).is_some_and(|chunk| chunk.start < from);
    let next = scene.free().partition_point(starts_before);
    let free = scene.free().get(next..).unwrap_or_default();
    free.iter().inspect(|_| work::look()).filter_map(|it| scene.chunks.get(*it as usize))
}
