//! A scene: one block with its tokens, chunks and quotation marks, cut into outer sentences.
//!
//! An outer sentence takes each quotation as one word, so that "he said" belongs to the words
//! before it. What is asked of a token often is noted once. Does not decide who speaks.

mod cut;
mod ground;
mod note;
mod verb;

use std::ops::Range;

use super::{marks::Marked, work};
use crate::{
    article::Block,
    person::{
        chunk::Chunk,
        lexicon::{
            Class, Lemma,
            words::{Word, Words, words},
        },
        token::{Kind, Token},
    },
};
pub(crate) use ground::Ground;
use note::Note;
pub(crate) use verb::Verb;

/// A block, ready to be asked who speaks in it: its stretch of each list of the document.
#[derive(Clone, Copy)]
pub(crate) struct Scene<'a> {
    /// The document.
    pub(crate) source: &'a str,
    /// The block.
    pub(crate) block: Block,
    /// Its tokens.
    pub(crate) tokens: &'a [Token],
    /// Its noun chunks, also inside quotations.
    pub(crate) chunks: &'a [Chunk],
    /// The stretches between marks.
    pub(crate) marked: &'a [Marked],
    /// The stretches that stand in no other, with their tokens (marks included).
    pub(crate) outer: &'a [Outer],
    /// The outer sentences, as ranges of tokens.
    pub(crate) sentences: &'a [Range<usize>],
    /// What is noted of each token.
    notes: &'a [Note],
    /// The chunks outside quotations, by index.
    free: &'a [u32],
}

/// A stretch between marks that stands in no other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Outer {
    /// Its index among the marked.
    pub(crate) marked: usize,
    /// Its tokens, marks included.
    pub(crate) tokens: Range<usize>,
}

impl<'a> Scene<'a> {
    /// The token at a place.
    fn token(&self, at: usize) -> Option<&'a Token> {
        work::look();
        self.tokens.get(at)
    }

    /// What is noted of a token.
    fn note(&self, at: usize) -> Note {
        work::look();
        self.notes.get(at).copied().unwrap_or_default()
    }

    /// The kind of a token.
    pub(crate) fn kind(&self, at: usize) -> Option<Kind> {
        self.token(at).map(|token| token.kind)
    }

    /// The words of a token.
    pub(crate) fn word(&self, at: usize) -> &'a str {
        self.token(at).map_or("", |token| token.span.of(self.source))
    }

    /// The token itself, if rules ask for it by name.
    pub(crate) fn known(&self, at: usize) -> Word {
        self.token(at).map(|token| token.word).unwrap_or_default()
    }

    /// Whether a token is one of the words, whatever its case.
    pub(crate) fn any(&self, at: usize, words: &Words) -> bool {
        words.has(self.known(at))
    }

    /// Whether a token is one of the words, in small letters.
    pub(crate) fn small(&self, at: usize, words: &Words) -> bool {
        self.token(at).is_some_and(|token| token.is_small(words))
    }

    /// Whether a token is one of the words, in small letters or with a capital.
    pub(crate) fn written(&self, at: usize, words: &Words) -> bool {
        self.token(at).is_some_and(|token| token.is_written(words))
    }

    /// Whether a token is a possessive.
    pub(crate) fn possessive(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.possessive)
    }

    /// The dictionary form of a token that is a reporting verb.
    pub(crate) fn lemma(&self, at: usize) -> Lemma {
        self.token(at).map(|token| token.lemma).unwrap_or_default()
    }

    /// Whether a token is in any of the classes.
    pub(crate) fn is(&self, at: usize, class: Class) -> bool {
        self.token(at).is_some_and(|token| token.is(class))
    }

    /// Whether a verb is shortened in a token: "don't".
    pub(crate) fn contracted(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.contracted)
    }

    /// The quotation whose first token is `at`.
    pub(crate) fn outer_at(&self, at: usize) -> Option<usize> {
        self.outer.binary_search_by_key(&at, |outer| outer.tokens.start).ok()
    }

    /// Whether the token stands in a quotation.
    pub(crate) fn quoted(&self, at: usize) -> bool {
        self.note(at).is(Note::QUOTED)
    }

    /// The quotation that the token `at` stands in.
    pub(crate) fn outer_over(&self, at: usize) -> Option<&'a Outer> {
        if !self.quoted(at) {
            return None;
        }
        let behind = self.outer.partition_point(|outer| outer.tokens.start <= at);
        self.outer.get(behind.checked_sub(1)?)
    }

    /// The chunk that the token stands in.
    pub(crate) fn chunk_over(&self, at: usize) -> Option<&'a Chunk> {
        self.chunks.get(self.note(at).chunk()?)
    }

    /// The chunks outside quotations, by index.
    pub(crate) fn free(&self) -> &'a [u32] {
        self.free
    }

    /// How many chunks stand before the one that the token stands in.
    pub(crate) fn chunk_number(&self, at: usize) -> usize {
        self.note(at).chunk().unwrap_or_default()
    }

    /// The chunk that begins with the token `at`.
    pub(crate) fn chunk_from(&self, at: usize) -> Option<&'a Chunk> {
        self.chunk_over(at).filter(|chunk| chunk.start == at)
    }

    /// The chunk that ends right before the token `at`.
    pub(crate) fn chunk_to(&self, at: usize) -> Option<&'a Chunk> {
        self.chunk_over(at.checked_sub(1)?).filter(|chunk| chunk.end == at)
    }

    /// Behind the brackets that open at the token `at`, if any do: "(D-Wis.)".
    pub(crate) fn after_brackets(&self, at: usize) -> usize {
        if !self.any(at, words!("(")) {
            return at;
        }
        (at + 1..at + 12).find(|&end| self.any(end, words!(")"))).map_or(at, |end| end + 1)
    }

    /// Before the brackets that close right before the token `at`, if any do.
    pub(crate) fn before_brackets(&self, at: usize) -> usize {
        if at == 0 || !self.any(at - 1, words!(")")) {
            return at;
        }
        let opens = |start: &usize| self.any(*start, words!("("));
        (at.saturating_sub(12)..at - 1).rev().find(opens).unwrap_or(at)
    }
}
