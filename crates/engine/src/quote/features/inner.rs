//! What stands between the marks of a fragment: how many words, their first and last signs, and
//! whether they speak as somebody does.

use super::words::word_class;
use crate::{
    person::{
        lexicon::{Class, words::words},
        token::{Kind, Token},
    },
    quote::scene::{Outer, Scene},
};

/// What stands between the marks of a fragment.
#[derive(Default)]
pub(super) struct Inner {
    /// How many words, of the first [`LONGEST`] tokens.
    pub(super) count: usize,
    /// The kind of the first sign.
    pub(super) initial: usize,
    /// The kind of the last sign.
    pub(super) end: usize,
    /// Whether the speaker speaks of themselves.
    pub(super) first_person: bool,
    /// Whether somebody is spoken to.
    pub(super) second_person: bool,
    /// How many auxiliaries.
    pub(super) auxiliaries: usize,
    /// How many sentences end.
    pub(super) stops: usize,
    /// How many commas.
    pub(super) commas: usize,
    /// Whether the words are written as the title of a work.
    pub(super) titled: bool,
    /// The class of the first word.
    pub(super) first_class: usize,
}

/// How many tokens of a fragment are looked at.
const LONGEST: usize = 60;

impl Inner {
    /// What stands between the marks of `outer`.
    pub(super) fn of(scene: &Scene<'_>, outer: &Outer) -> Self {
        let words =
            scene.marked.get(outer.marked).map_or("", |marked| marked.part.span.of(scene.source));
        let mut inner = Self {
            initial: initial(words),
            end: end(words),
            titled: is_title(words),
            ..Self::default()
        };
        let mut first = None;
        for at in (outer.tokens.start + 1..outer.tokens.end).take(LONGEST) {
            let Some(token) = scene.tokens.get(at) else { break };
            match token.kind {
                Kind::Stop => inner.stops += 1,
                Kind::Comma => inner.commas += 1,
                Kind::Number => inner.count += 1,
                Kind::Small | Kind::Capital => {
                    inner.word(token);
                }
                _ => {}
            }
            if first.is_none() && token.is_word() {
                first = Some(at);
            }
        }
        inner.first_class = word_class(scene, first);
        inner
    }

    fn word(&mut self, token: &Token) {
        self.count += 1;
        self.auxiliaries += usize::from(token.is(Class::AUXILIARY));
        self.first_person |=
            token.is_written(words!("i i’m i'm we my our")) || token.is_small(words!("me us"));
        self.second_person |= token.is_written(words!("you your"));
    }
}

/// The kind of the first sign of `words`.
fn initial(words: &str) -> usize {
    match words.trim_start().chars().next() {
        None => 0,
        Some(c) if c.is_uppercase() => 1,
        Some(c) if c.is_lowercase() => 2,
        Some(c) if c.is_numeric() => 3,
        Some('[' | '(') => 4,
        Some('…' | '.' | '-' | '–' | '—') => 5,
        Some(_) => 6,
    }
}

/// The kind of the last sign of `words`.
fn end(words: &str) -> usize {
    match words.trim_end().chars().next_back() {
        None => 0,
        Some(',') => 1,
        Some('.') => 2,
        Some('!' | '?') => 3,
        Some('…' | '-' | '–' | '—') => 4,
        Some(':' | ';') => 5,
        Some(c) if c.is_alphanumeric() => 6,
        Some(_) => 7,
    }
}

/// Whether the words are written as the title of a work: few, each long one with a capital.
fn is_title(words: &str) -> bool {
    let small = |word: &str| word.len() <= 3 || word.starts_with(char::is_uppercase);
    let capitals = words.split_whitespace().filter(|word| word.starts_with(char::is_uppercase));
    let count = words.split_whitespace().take(8).count();
    (1..8).contains(&count)
        && words.split_whitespace().all(small)
        && capitals.count() * 3 >= count * 2
}
