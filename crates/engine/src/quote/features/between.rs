//! What stands between a mention and a fragment: commas, verbs, conjunctions, other quotations.

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

/// What stands between a mention and a fragment: counts, each in a byte, so that one sum adds all.
#[derive(Clone, Copy, Default)]
pub(super) struct Between(u64);

impl Between {
    const COMMA: u64 = 1;
    const VERB: u64 = 1 << 8;
    const CONJUNCTION: u64 = 1 << 16;
    const MARK: u64 = 1 << 24;
    const STOP: u64 = 1 << 32;
    const THAT: u64 = 1 << 40;

    /// It with the token `at`.
    fn and(self, scene: &Scene<'_>, at: usize) -> Self {
        let Some(token) = scene.tokens.get(at) else { return self };
        let one = match token.kind {
            Kind::Comma => Self::COMMA,
            Kind::Stop => Self::STOP,
            Kind::Other if scene.outer_at(at).is_some() => Self::MARK,
            Kind::Small if token.is(Class::REPORT) => Self::VERB,
            Kind::Small if token.is(Class::FUNCTION) => match token.word {
                word if words!("that").has(word) => Self::THAT,
                word if words!("and but while").has(word) => Self::CONJUNCTION,
                _ => 0,
            },
            _ => 0,
        };
        Self(self.0 + one)
    }

    fn count(self, unit: u64) -> usize {
        (self.0 / unit) as usize & 0xff
    }

    pub(super) fn commas(self) -> usize {
        self.count(Self::COMMA)
    }

    pub(super) fn verbs(self) -> usize {
        self.count(Self::VERB)
    }

    pub(super) fn conjunctions(self) -> usize {
        self.count(Self::CONJUNCTION)
    }

    pub(super) fn marks(self) -> usize {
        self.count(Self::MARK)
    }

    pub(super) fn stops(self) -> usize {
        self.count(Self::STOP)
    }

    pub(super) fn that(self) -> bool {
        self.count(Self::THAT) > 0
    }
}

/// What stands on one side of a fragment, up to each of the nearest tokens: counted as far as it is
/// asked for.
pub(super) struct Side {
    found: [Between; LOOK + 1],
    known: usize,
}

impl Side {
    /// Nothing is counted yet.
    pub(super) fn new() -> Self {
        Self { found: [Between::default(); LOOK + 1], known: 0 }
    }

    /// What is in the nearest `length` tokens; the one at a distance, from 0, is at `place` of it.
    fn to(&mut self, scene: &Scene<'_>, length: usize, place: impl Fn(usize) -> usize) -> Between {
        let length = length.min(LOOK);
        while self.known < length {
            let more = self.found[self.known].and(scene, place(self.known));
            self.known += 1;
            self.found[self.known] = more;
        }
        self.found[length]
    }
}

impl Facts<'_, '_, '_> {
    /// What stands between the mention and the fragment.
    pub(super) fn between(&mut self, who: &Mentioned<'_>) -> Between {
        if who.scene != self.fragment.scene {
            return Between::default();
        }
        let tokens = &self.outer.tokens;
        if who.chunk.start < tokens.start {
            let length = tokens.start.saturating_sub(who.chunk.end);
            self.before.to(self.scene, length, |far| tokens.start - 1 - far)
        } else {
            let length = who.chunk.start.saturating_sub(tokens.end);
            self.behind.to(self.scene, length, |far| tokens.end + far)
        }
    }
}
