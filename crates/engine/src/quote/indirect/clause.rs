//! Whether some tokens are a clause: by a subject with a verb behind it, or an auxiliary.
//!
//! Goes by word class and place alone, as there is no grammar of English here.

use std::ops::Range;

use super::Sentence;
use crate::person::{
    lexicon::{
        Class,
        words::{Words, words},
    },
    token::Kind,
};

/// How far into a clause its verb may stand, in tokens.
const NEAR: usize = 24;

/// Words that open a clause or an adverbial that does not stand alone.
const SUBORDINATE: &Words = words!(
    "if when while as after before since although though because asked in on \
                           at during with despite by for to until once of from like unlike \
                           speaking according following even still later then"
);

impl Sentence<'_> {
    /// Whether a subject and its verb stand at `start`.
    pub(super) fn opens_plain_clause(&self, start: usize) -> bool {
        let scene = self.scene;
        let word = scene.tokens.get(start).is_some_and(|token| {
            (token.is_word() || token.kind == Kind::Number) && !token.is(Class::PREPOSITION)
        });
        if !word || scene.quoted(start) {
            return false;
        }
        if scene.is(start, Class::PRONOUN) && scene.contracted(start) {
            return true;
        }
        match scene.chunk_from(start) {
            Some(chunk) => !chunk.possessive && self.is_followed_by_verb(chunk.end),
            None if scene.any(start, words!("there this these those that")) => {
                self.is_followed_by_verb(start + 1)
            }
            None => {
                let limit = self.range.end.min(start + 5);
                let verb = (start..limit).find(|&at| scene.is(at, Class::AUXILIARY));
                verb.is_some_and(|at| at > start)
            }
        }
    }

    /// Whether a verb follows at `at`, behind what adds to a subject: "the talks in Oslo failed".
    fn is_followed_by_verb(&self, at: usize) -> bool {
        let scene = self.scene;
        let mut at = at;
        for _ in 0..3 {
            let Some(chunk) = scene.chunk_from(at + 1).filter(|_| self.links(at)) else { break };
            at = chunk.end;
        }
        while scene.is(at, Class::ADVERB) && !scene.is(at, Class::WEEKDAY) {
            at += 1;
        }
        self.is_verbal(at) && !scene.any(at, words!("and or"))
    }

    /// Whether the tokens show that they are a clause: a subject and a verb behind it.
    pub(super) fn is_clause(&self, range: Range<usize>) -> bool {
        self.clause_end(range.start, range.end) <= range.end
    }

    /// The least end, up to `limit` or beyond it, from which on the tokens that begin at `first` show
    /// that they are a clause.
    pub(super) fn clause_end(&self, first: usize, limit: usize) -> usize {
        let scene = self.scene;
        if scene.is(first, Class::PRONOUN) || scene.any(first, words!("there they this")) {
            return first;
        }
        let verb = |at: usize| {
            let helps = scene.is(at, Class::AUXILIARY) && at > first;
            !scene.quoted(at) && (helps || scene.contracted(at))
        };
        let acts = |at: usize| {
            let behind = scene.chunk_from(at)?.end;
            (self.is_verbal(behind) && !scene.any(behind, words!("and or"))).then_some(behind + 1)
        };
        let mut least = usize::MAX;
        for at in first..limit.min(first + NEAR) {
            if least <= at + 1 {
                break;
            }
            let shown = if verb(at) { Some(at + 1) } else { acts(at) };
            least = least.min(shown.unwrap_or(usize::MAX));
        }
        least
    }

    /// Whether the tokens are a subordinate clause or an adverbial alone: "If elected", "In May".
    pub(super) fn is_subordinate(&self, range: Range<usize>) -> bool {
        let leads = |at: usize| self.scene.any(at, SUBORDINATE);
        if !leads(range.start) {
            return false;
        }
        let last = range.clone().rev().find(|&at| self.scene.kind(at) == Some(Kind::Comma));
        match last {
            Some(comma) => leads(comma + 1) || !self.is_clause(comma + 1..range.end),
            None => !self.has_main_verb(range),
        }
    }

    /// Whether an auxiliary stands far enough behind a leading preposition to be the main verb's.
    fn has_main_verb(&self, range: Range<usize>) -> bool {
        let prepositional = self.scene.is(range.start, Class::PREPOSITION);
        prepositional && range.skip(3).any(|at| self.scene.is(at, Class::AUXILIARY))
    }
}
