//! Notes: what is asked of each token of a block again and again, worked out once.
//!
//! The chunk that a token stands in, whether it reports, whether it stands in a quotation.

use crate::person::{
    chunk::Chunk,
    lexicon::{
        Class,
        words::{Word, words},
    },
    token::{Kind, Token},
};

/// What is noted of a token.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Note {
    /// The number of its chunk, from 1; 0 for none.
    chunk: u32,
    flags: u8,
}

impl Note {
    /// It is a form of a reporting verb, and not a noun.
    pub(super) const REPORTS: u8 = 1;
    /// The same, of a verb that reports wherever it stands, alone or with its particle.
    pub(super) const REPORTS_FAR: u8 = 1 << 1;
    /// It stands in a quotation.
    pub(super) const QUOTED: u8 = 1 << 2;
    /// It may report without marks.
    pub(super) const CUE: u8 = 1 << 3;

    /// Whether any of the flags is set.
    pub(super) fn is(self, flags: u8) -> bool {
        self.flags & flags != 0
    }

    /// Sets that it stands in a quotation.
    pub(super) fn quote(&mut self) {
        self.flags |= Self::QUOTED;
    }

    /// The index of the chunk that it stands in.
    pub(super) fn chunk(self) -> Option<usize> {
        (self.chunk as usize).checked_sub(1)
    }
}

/// Adds the notes of all tokens but what marks show.
pub(super) fn of(tokens: &[Token], chunks: &[Chunk], notes: &mut Vec<Note>) {
    let from = notes.len();
    let note = |(at, token): (usize, &Token)| Note { chunk: 0, flags: reports(tokens, at, token) };
    notes.extend(tokens.iter().enumerate().map(note));
    let notes = notes.get_mut(from..).unwrap_or_default();
    for (chunk, number) in chunks.iter().zip(1..) {
        for note in notes.get_mut(chunk.start..chunk.end).into_iter().flatten() {
            note.chunk = number;
        }
    }
}

/// Whether the token reports, and how far.
#[inline(always)]
fn reports(tokens: &[Token], at: usize, token: &Token) -> u8 {
    let verb = VERB.and(Class::SILENT_REPORT);
    if token.is(verb) && token.kind == Kind::Small {
        return verb_reports(tokens, at, token);
    }
    if token.word == const { Word::of("according") } { Note::CUE } else { 0 }
}

const VERB: Class = Class::REPORT.and(Class::WEAK_REPORT);

/// Whether a form of a verb reports, and how far.
fn verb_reports(tokens: &[Token], at: usize, token: &Token) -> u8 {
    let silent = if token.is(Class::SILENT_REPORT) { Note::CUE } else { 0 };
    if !token.is(VERB) || is_noun(tokens, at, token) {
        return silent;
    }
    let particle = || tokens.get(at + 1).is_some_and(|next| next.belongs_to(token.lemma));
    let far = token.is(Class::REPORT) || particle();
    Note::CUE | Note::REPORTS | if far { Note::REPORTS_FAR } else { 0 }
}

/// Whether a form that is also a noun is one here: "the claims of", "his mental state is".
fn is_noun(tokens: &[Token], at: usize, token: &Token) -> bool {
    let leads = Class::DETERMINER.and(Class::DEMONYM).and(Class::PREPOSITION);
    let follows = Class::AUXILIARY.and(Class::PREPOSITION);
    let led = || at.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(|it| it.is(leads));
    let followed = || {
        let next = tokens.get(at + 1);
        next.is_some_and(|next| next.is(follows) && !next.is_small(words!("that")))
    };
    token.is_noun_form() && (led() || followed())
}
