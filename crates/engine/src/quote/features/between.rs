//! What stands between a mention and a fragment: commas, verbs, conjunctions, other quotations.

use std::ops::Range;

use super::Facts;
use crate::{
    person::{
        lexicon::{Class, words::words},
        token::Kind,
    },
    quote::{candidates::Mentioned, scene::Scene},
};

/// How far apart two places may be for what stands between to be counted, in tokens.
const LOOK: usize = 48;

/// What stands between a mention and a fragment.
#[derive(Default)]
pub(super) struct Between {
    pub(super) commas: usize,
    pub(super) verbs: usize,
    pub(super) conjunctions: usize,
    pub(super) marks: usize,
    pub(super) stops: usize,
    pub(super) that: bool,
}

impl Between {
    fn of(scene: &Scene<'_>, range: Range<usize>) -> Self {
        let mut found = Self::default();
        for at in range {
            let Some(token) = scene.tokens.get(at) else { break };
            match token.kind {
                Kind::Comma => found.commas += 1,
                Kind::Stop => found.stops += 1,
                Kind::Other => found.marks += usize::from(scene.outer_at(at).is_some()),
                Kind::Small if token.is(Class::REPORT) => found.verbs += 1,
                Kind::Small if token.is(Class::FUNCTION) => {
                    found.that |= words!("that").has(token.word);
                    found.conjunctions += usize::from(words!("and but while").has(token.word));
                }
                _ => {}
            }
        }
        found
    }
}

impl Facts<'_, '_, '_> {
    /// What stands between the mention and the fragment.
    pub(super) fn between(&self, who: &Mentioned<'_>) -> Between {
        if who.scene != self.fragment.scene {
            return Between::default();
        }
        let tokens = &self.outer.tokens;
        let range = if who.chunk.start < tokens.start {
            who.chunk.end.max(tokens.start.saturating_sub(LOOK))..tokens.start
        } else {
            tokens.end..who.chunk.start.min(tokens.end + LOOK)
        };
        Between::of(self.scene, range)
    }
}
