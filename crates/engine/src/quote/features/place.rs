//! The features of a candidate that tell where it stands, and where its verb does.

use super::{Facts, NOWHERE, bucket};
use crate::{
    person::{chunk::Chunk, lexicon::Class},
    quote::{attribute::Proposal, candidates::Mentioned, scene::Verb},
};

impl Facts<'_, '_, '_> {
    /// Where the mention stands from the fragment.
    pub(super) fn place_of(&self, who: &Mentioned<'_>) -> usize {
        let (fragment, chunk) = (self.fragment, who.chunk);
        if who.scene != fragment.scene {
            return match (who.scene + 1 == fragment.scene, who.scene > fragment.scene) {
                (true, _) => 5,
                (_, true) => 6,
                _ => 7,
            };
        }
        match chunk.start {
            at if at < fragment.sentence.start => 3,
            at if at >= fragment.sentence.end => 4,
            at if at < self.outer.tokens.start => 1,
            _ => 2,
        }
    }

    /// How many mentions stand between, and one.
    pub(super) fn rank(&self, who: &Mentioned<'_>) -> usize {
        let Some(scene) = self.stage.scenes.get(who.scene) else { return 0 };
        let here = scene.chunk_number(who.chunk.start);
        let quote = match who.scene.cmp(&self.fragment.scene) {
            std::cmp::Ordering::Less => scene.chunks.len(),
            std::cmp::Ordering::Greater => 0,
            std::cmp::Ordering::Equal => {
                self.mentions[usize::from(who.chunk.start >= self.outer.tokens.start)]
            }
        };
        1 + if here < quote { quote - here - 1 } else { here - quote }.min(6)
    }

    /// The distance in tokens, in steps.
    pub(super) fn distance(&self, who: &Mentioned<'_>) -> usize {
        let tokens = &self.outer.tokens;
        if who.scene != self.fragment.scene {
            return 1;
        }
        let steps = [0, 1, 2, 4, 7, 12, 20, 40];
        if who.chunk.start < tokens.start {
            2 + bucket(tokens.start.saturating_sub(who.chunk.end), &steps)
        } else {
            11 + bucket(who.chunk.start.saturating_sub(tokens.end), &steps)
        }
    }

    /// Where the verb of a candidate stands from the fragment.
    pub(super) fn verb_place(&self, who: &Mentioned<'_>, verb: &Verb) -> usize {
        let tokens = &self.outer.tokens;
        if who.scene != self.fragment.scene {
            return 0;
        }
        let steps = [0, 1, 2, 4, 8, 16];
        if verb.at < tokens.start {
            1 + bucket(tokens.start.saturating_sub(verb.end), &steps)
        } else {
            8 + bucket(verb.group.saturating_sub(tokens.end), &steps)
        }
    }

    /// The rule that proposes the candidate, if it is the first that proposes anybody.
    pub(super) fn rule(&self, proposal: Option<&Proposal>, who: &Mentioned<'_>) -> usize {
        let best = self.proposed.iter().find(|(start, _)| *start < NOWHERE);
        let best = best.is_some_and(|(start, _)| *start == who.chunk.start);
        proposal.filter(|_| best).map_or(0, |proposal| proposal.by as usize + 1)
    }

    /// Another rule that proposes the candidate, who is mentioned in the fragment's block.
    pub(super) fn second_rule(&self, who: &Mentioned<'_>) -> usize {
        let mut others = self.proposed.iter().filter(|(start, _)| *start < NOWHERE).skip(1);
        others.find(|(start, _)| *start == who.chunk.start).map_or(0, |(_, by)| by + 1)
    }

    /// Whether the mention is the first of its sentence that could act.
    pub(super) fn subject(&self, who: &Mentioned<'_>) -> usize {
        if who.scene != self.fragment.scene || !self.fragment.sentence.contains(&who.chunk.start) {
            return 0;
        }
        1 + usize::from(self.subject == Some(who.chunk.start))
    }

    /// Where the first mention of the fragment's sentence begins that could act.
    pub(super) fn first_subject(&self) -> Option<usize> {
        let (scene, sentence) = (self.scene, &self.fragment.sentence);
        let from = scene.chunks.partition_point(|chunk| chunk.start < sentence.start);
        let acts = |chunk: &&Chunk| {
            let before = chunk.start.checked_sub(1).filter(|&at| at >= sentence.start);
            !chunk.possessive
                && !scene.quoted(chunk.start)
                && !before.is_some_and(|at| scene.is(at, Class::PREPOSITION))
        };
        let first = scene.chunks.get(from..)?.iter().take(12).find(acts)?;
        Some(first.start)
    }
}
