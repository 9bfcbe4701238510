//! Noun phrases of plain words, as subjects: "47 percent of voters"; whom a sentence begins with.
//!
//! Goes by word class and place alone, a bounded number of tokens.

use std::ops::Range;

use super::{
    MentionKind, Sentence,
    subject::{LEADERS, REACH},
};
use crate::person::{
    chunk::Chunk,
    lexicon::{Class, words::words},
    token::{Kind, Token},
};

impl Sentence<'_> {
    /// The plain words before `end`, back to where a clause begins: "47 percent of voters".
    pub(super) fn noun_phrase(&self, end: usize) -> Option<Chunk> {
        let first = end.saturating_sub(8).max(self.range.start);
        let mut start = end;
        while start > first && self.is_nominal(start - 1) {
            start -= 1;
        }
        let about = self.scene.any(start, words!("about over under around"));
        if self.scene.is(start, Class::PREPOSITION) && !about {
            return None;
        }
        let before = start.checked_sub(1).filter(|&at| at >= self.range.start);
        let begins = self.begins_clause(start)
            || before.is_some_and(|at| !self.scene.tokens.get(at).is_some_and(Token::is_word));
        let owned = self.scene.possessive(end.saturating_sub(1));
        if start >= end || owned || !begins || start == first && first > self.range.start {
            return None;
        }
        self.plain(start..end)
    }

    /// Whether the token may stand in a noun phrase.
    pub(super) fn is_nominal(&self, at: usize) -> bool {
        let scene = self.scene;
        let verbal = Class::AUXILIARY.and(Class::ADVERB).and(Class::REPORT).and(Class::PRONOUN);
        let Some(token) = scene.tokens.get(at).filter(|_| !scene.quoted(at)) else {
            return false;
        };
        let function = token.is(Class::FUNCTION)
            && !token.is(Class::DETERMINER.and(Class::PREPOSITION))
            || self.scene.any(at, LEADERS);
        match token.kind {
            Kind::Number => true,
            Kind::Other => scene.any(at, words!("%")),
            Kind::Small | Kind::Capital => !function && !token.is(verbal),
            _ => false,
        }
    }

    /// Whether the token may be a verb that follows a subject.
    pub(super) fn is_verbal(&self, at: usize) -> bool {
        let scene = self.scene;
        let no_verb = Class::PREPOSITION.and(Class::DETERMINER).and(Class::PRONOUN);
        scene.kind(at) == Some(Kind::Small)
            && at < self.range.end
            && (scene.is(at, Class::AUXILIARY)
                || (!scene.is(at, Class::FUNCTION.and(no_verb)) && !scene.possessive(at)))
    }

    /// Whom the sentence begins with, before `limit`: the first chunk that no preposition leads,
    /// else the plain words at its start.
    pub(super) fn opening(&self, limit: usize) -> Option<Chunk> {
        let scene = self.scene;
        let chunks = &scene.chunks;
        let from = chunks.partition_point(|chunk| chunk.start < self.range.start);
        let inside = chunks.get(from..)?.iter().take_while(|chunk| chunk.end <= limit);
        let free = |chunk: &&Chunk| {
            let before = chunk.start.checked_sub(1).filter(|&at| at >= self.range.start);
            !before.is_some_and(|at| scene.is(at, Class::PREPOSITION))
                && self.acting(chunk.end).is_some()
                && !scene.any(chunk.start, words!("who which that"))
        };
        let first = inside.take(REACH).find(free).copied();
        first.or_else(|| self.opening_words(limit))
    }

    /// The plain words that begin the sentence: "Organizers".
    fn opening_words(&self, limit: usize) -> Option<Chunk> {
        let first = self.range.start;
        let start = first + usize::from(self.scene.any(first, words!("and but")));
        let end = (start..limit.min(start + 6)).find(|&at| !self.is_nominal(at));
        let end = end.unwrap_or(limit.min(start + 6));
        (end > start).then(|| self.plain(start..end))?
    }

    /// The tokens as words that name somebody by no name.
    pub(super) fn plain(&self, tokens: Range<usize>) -> Option<Chunk> {
        let Range { start, end } = tokens;
        Some(Chunk {
            start,
            end,
            span: super::words(self.scene, start..end)?,
            kind: MentionKind::Indefinite,
            name: None,
            role: None,
            last_name: 0,
            possessive: false,
        })
    }
}
