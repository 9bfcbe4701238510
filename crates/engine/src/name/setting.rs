//! What stands around a name: whether its capital says anything, and what the words beside it tell.
//!
//! Knows one block's tokens; does not know other mentions of the name.

use super::{
    gazetteer::{Kind as NameKind, Mark, known, mark},
    run::is_place,
};
use crate::{
    article::BlockKind,
    person::{
        lexicon::Class,
        token::{Kind, Token, bare},
    },
    quote::Scene,
};

/// What the words beside a name tell: how often they speak for a place, how often for a body.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Votes {
    pub(crate) place: u8,
    pub(crate) body: u8,
}

/// A block as far as its capitals go.
pub(super) struct Setting<'a> {
    pub(super) scene: &'a Scene<'a>,
    /// Whether all words of the block have capitals, so that a capital says nothing.
    pub(super) titled: bool,
}

impl<'a> Setting<'a> {
    pub(super) fn of(scene: &'a Scene<'a>) -> Self {
        let words = scene.tokens.iter().skip(1);
        let (mut all, mut capitals) = (0, 0);
        for token in words.filter(|token| token.is_word() && token.span.len() > 3).take(30) {
            all += 1;
            capitals += usize::from(token.kind == Kind::Capital);
        }
        // A paragraph ends with a full stop; a heading, even one that is not known as such, does not.
        let heading = scene.block.kind != BlockKind::Paragraph
            || scene.tokens.last().is_some_and(Token::is_word);
        Self { scene, titled: heading && all > 3 && capitals * 10 >= all * 8 }
    }

    /// Whether a sentence or a quotation begins with the token.
    pub(super) fn initial(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return true };
        match self.scene.kind(before) {
            Some(Kind::Stop | Kind::Colon) => true,
            Some(Kind::Other) => matches!(self.scene.word(before), "“" | "\"" | "‘" | "'" | "•"),
            Some(Kind::Dash) => before == 0,
            _ => false,
        }
    }

    /// Whether the token stands among shouted words.
    pub(super) fn shouted(&self, at: usize) -> bool {
        let shouts = |at: usize| {
            let word = self.scene.word(at);
            word.len() > 1 && !word.contains('.') && word.chars().all(char::is_uppercase)
        };
        let beside = (at.saturating_sub(2)..at + 3).filter(|&near| near != at && shouts(near));
        shouts(at) && (self.scene.word(at).len() > 5 || beside.count() > 0)
    }

    /// Whether "the" stands before the token.
    pub(super) fn definite(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|at| self.scene.word(at).eq_ignore_ascii_case("the"))
    }

    /// What the words beside the tokens from `first` to before `end` tell of the name there.
    pub(super) fn votes(&self, first: usize, end: usize, acronym: bool) -> Votes {
        let mut votes = Votes::default();
        let before = first.checked_sub(1).map_or("", |at| self.scene.word(at));
        let further = first.checked_sub(2).map_or("", |at| self.scene.word(at));
        let last = self.scene.word(end.saturating_sub(1));
        let owns = bare(last).len() < last.len();
        if !owns && !acronym && self.is_phrase_end(end) && is_locative(before) {
            votes.place += 1;
        }
        if before == "of" && mark(further).is(Mark::SITED) {
            votes.place += 2;
        }
        if self.scene.kind(end) == Some(Kind::Comma) && self.names_place(end + 1) {
            votes.place += 2;
        }
        if matches!(before, "of" | "for" | "at") && mark(further).is(Mark::OWNED) {
            votes.body += 2;
        }
        if self.scene.kind(end) == Some(Kind::Small) && mark(self.scene.word(end)).is(Mark::OWNED) {
            votes.body += 2;
        }
        if acronym && (before.eq_ignore_ascii_case("the") || owns || before == "at") {
            votes.body += 1;
        }
        votes
    }

    /// Whether no noun of the same phrase follows.
    fn is_phrase_end(&self, end: usize) -> bool {
        let closed = Class::FUNCTION.and(Class::PREPOSITION).and(Class::ADVERB).and(Class::WEEKDAY);
        match self.scene.kind(end) {
            Some(Kind::Small) => self.scene.is(end, closed.and(Class::AUXILIARY)),
            Some(Kind::Capital) => self.scene.is(end, closed),
            Some(Kind::Number) => false,
            _ => true,
        }
    }

    /// Whether a state or a country is named at the token.
    fn names_place(&self, at: usize) -> bool {
        let Some(token) = self.scene.tokens.get(at) else { return false };
        let word = bare(token.span.of(self.scene.source));
        token.kind == Kind::Capital
            && (is_place(token.class)
                || known(word).is_some_and(|known| known.kind == NameKind::Place))
    }
}

/// Prepositions that a place often follows, and a person or a body hardly ever.
fn is_locative(word: &str) -> bool {
    ["in", "near", "outside", "throughout", "In", "Near", "Outside"].contains(&word)
}
