//! Reporting verbs: their groups, with auxiliaries and adverbs, and the words that belong to them.
//!
//! Which tokens are forms of reporting verbs, and no nouns, `note` says.

use super::{Note, Scene};
use crate::{
    person::{
        lexicon::{Class, Lemma, words::words},
        token::{Kind, Token},
    },
    quote::{Cue, CuePosition, Stance},
    span::Span,
};

/// A reporting verb with what belongs to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Verb {
    /// The first token of the group, auxiliaries and adverbs included.
    pub(crate) group: usize,
    /// The verb's token.
    pub(crate) at: usize,
    /// The token behind the verb and its particle.
    pub(crate) end: usize,
    /// The dictionary form, without a particle; none for a mark.
    pub(crate) lemma: Lemma,
    /// Whether the word behind the verb belongs to it ("point out").
    pub(crate) particle: bool,
}

impl Verb {
    /// A mark, or other word, that reports without being a verb.
    pub(crate) fn mark(at: usize) -> Self {
        Self { group: at, at, end: at + 1, lemma: Lemma::default(), particle: false }
    }
}

impl Scene<'_> {
    /// The reporting verb whose group begins at the token `group`.
    pub(crate) fn verb(&self, group: usize) -> Option<Verb> {
        let helpers = Class::AUXILIARY.and(Class::ADVERB);
        let at = (group..group + 5).find(|&at| !self.is(at, helpers) || self.reports(at))?;
        self.reports(at).then(|| self.verb_at(group, at))
    }

    /// Whether the token is a form of a reporting verb, and not a name.
    pub(crate) fn reports(&self, at: usize) -> bool {
        self.note(at).is(Note::REPORTS)
    }

    /// Whether the token is a verb that reports wherever it stands, alone or with its particle.
    pub(crate) fn reports_far(&self, at: usize) -> bool {
        self.note(at).is(Note::REPORTS_FAR)
    }

    /// Whether the token may report without marks: a verb's form, or "according".
    pub(crate) fn may_cue(&self, at: usize) -> bool {
        self.note(at).is(Note::CUE)
    }

    /// Whether the token has a form that is a noun's too: "claims", "state".
    pub(crate) fn is_noun_form(&self, at: usize) -> bool {
        self.token(at).is_some_and(Token::is_noun_form)
    }

    /// The tokens of an object between a verb and its "that": "laid out his vision that".
    fn object(&self, at: usize) -> usize {
        let owned = self.small(at, words!("his her their its"));
        let named = self.kind(at + 1) == Some(Kind::Small) && self.small(at + 2, words!("that"));
        if owned && named { 2 } else { 0 }
    }

    /// The verb at the token `at`, whose group begins at `group`.
    pub(crate) fn verb_at(&self, group: usize, at: usize) -> Verb {
        let lemma = self.token(at).map(|token| token.lemma).unwrap_or_default();
        let particle = self.token(at + 1).is_some_and(|next| next.belongs_to(lemma));
        let end = if particle { at + 2 + self.object(at + 2) } else { at + 1 };
        Verb { group, at, end, lemma, particle }
    }

    /// The words that report with `verb`.
    pub(crate) fn cue(&self, verb: &Verb, position: CuePosition) -> Cue {
        let first = self.tokens.get(verb.at).map(|token| token.span).unwrap_or_default();
        let last = self.tokens.get(verb.end.saturating_sub(1)).map_or(first, |token| token.span);
        let lemma = verb.lemma.word();
        let full = match verb.particle {
            true => [lemma, " ", self.word(verb.at + 1)].concat(),
            false => lemma.to_owned(),
        };
        Cue {
            span: Span::new(first.start as usize, last.end.max(first.end) as usize),
            verb: full,
            stance: Stance::of(lemma),
            position,
        }
    }
}
