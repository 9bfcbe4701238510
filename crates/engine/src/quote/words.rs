//! Words around and inside a fragment, sorted into few classes for the ranker.
//!
//! Function words are told from each other, the rest by shape. Does not know candidates.

use super::scene::{Outer, Scene};
use crate::person::{
    lexicon::Class,
    token::{Kind, is_possessive},
};

/// How many classes [`word_class`] tells from each other.
pub(crate) const WORD_CLASSES: u16 = 34;

/// The class of the token `at`; 0 where there is none.
pub(crate) fn word_class(scene: &Scene<'_>, at: Option<usize>) -> usize {
    let Some(at) = at else { return 0 };
    let Some(token) = scene.tokens.get(at) else { return 0 };
    match token.kind {
        Kind::Comma => return 1,
        Kind::Colon => return 2,
        Kind::Stop => return 3,
        Kind::Dash => return 4,
        Kind::Other => return if scene.outer_over(at).is_some() { 5 } else { 6 },
        Kind::Number => return 7,
        Kind::Small | Kind::Capital => {}
    }
    let word = scene.word(at);
    if let Some(listed) = listed(word) {
        return listed;
    }
    if token.kind == Kind::Small && scene.reports(at) {
        return if token.is(Class::REPORT) { 8 } else { 9 };
    }
    if is_possessive(word) {
        return 10;
    }
    match token.kind {
        _ if token.is(Class::AUXILIARY) => 11,
        _ if token.is(Class::PRONOUN) => 12,
        _ if token.is(Class::PREPOSITION) => 13,
        _ if token.is(Class::DETERMINER) => 14,
        _ if token.is(Class::FUNCTION) => 15,
        Kind::Capital => 16,
        _ if token.is(Class::ADVERB) => 17,
        _ if token.is(Class::ROLE.and(Class::GROUP)) => 18,
        _ if word.ends_with("ing") => 19,
        _ if word.ends_with("ed") => 20,
        _ if word.ends_with("ly") => 21,
        _ => 22,
    }
}

/// Function words that have a class of their own.
fn listed(word: &str) -> Option<usize> {
    Some(match word {
        "a" | "an" => 23,
        "the" | "The" => 24,
        "his" | "her" | "their" | "its" | "my" | "our" => 25,
        "of" => 26,
        "to" => 27,
        "as" => 28,
        "by" => 29,
        "that" => 30,
        "and" | "or" | "but" => 31,
        "is" | "are" | "was" | "were" | "be" | "been" => 32,
        "who" | "which" => 33,
        _ => return None,
    })
}

/// How many words [`before`] tells from each other.
pub(crate) const BEFORE_SIZE: u16 = 49;

/// Words before a fragment that tell what it is.
const BEFORE: [&str; 48] = [
    "called",
    "calls",
    "calling",
    "so-called",
    "term",
    "word",
    "words",
    "phrase",
    "slogan",
    "titled",
    "entitled",
    "named",
    "nicknamed",
    "dubbed",
    "show",
    "program",
    "film",
    "movie",
    "book",
    "song",
    "series",
    "podcast",
    "column",
    "headline",
    "account",
    "like",
    "with",
    "for",
    "on",
    "about",
    "self-described",
    "sign",
    "signs",
    "hashtag",
    "saying",
    "into",
    "from",
    "in",
    "at",
    "not",
    "being",
    "an",
    "more",
    "such",
    "between",
    "against",
    "very",
    "marked",
];

/// The number of a word before a fragment; 0 if it tells nothing.
pub(crate) fn before(word: &str) -> usize {
    BEFORE.iter().position(|known| *known == word).map_or(0, |at| at + 1)
}

/// How many words [`after`] tells from each other.
pub(crate) const AFTER_SIZE: u16 = 25;

/// Words behind a fragment that tell what it was.
const AFTER: [&str; 24] = [
    "on", "in", "at", "for", "of", "to", "with", "from", "about", "by", "because", "that", "if",
    "when", "as", "after", "during", "campaign", "show", "host", "star", "tour", "movement",
    "level",
];

/// The number of a word behind a fragment; 0 if it tells nothing.
pub(crate) fn after(word: &str) -> usize {
    AFTER.iter().position(|known| *known == word).map_or(0, |at| at + 1)
}

/// What stands between the marks of a fragment.
#[derive(Default)]
pub(crate) struct Inner {
    /// How many words, of the first [`LONGEST`] tokens.
    pub(crate) count: usize,
    /// The kind of the first sign.
    pub(crate) initial: usize,
    /// The kind of the last sign.
    pub(crate) end: usize,
    /// Whether the speaker speaks of themselves.
    pub(crate) first_person: bool,
    /// Whether somebody is spoken to.
    pub(crate) second_person: bool,
    /// How many auxiliaries.
    pub(crate) auxiliaries: usize,
    /// How many sentences end.
    pub(crate) stops: usize,
    /// How many commas.
    pub(crate) commas: usize,
    /// Whether the words are written as the title of a work.
    pub(crate) titled: bool,
    /// The class of the first word.
    pub(crate) first_class: usize,
}

/// How many tokens of a fragment are looked at.
const LONGEST: usize = 60;

impl Inner {
    /// What stands between the marks of `outer`.
    pub(crate) fn of(scene: &Scene<'_>, outer: &Outer) -> Self {
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
                    inner.word(scene.word(at), token.is(Class::AUXILIARY));
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

    fn word(&mut self, word: &str, auxiliary: bool) {
        self.count += 1;
        self.auxiliaries += usize::from(auxiliary);
        match word {
            "I" | "I’m" | "I'm" | "we" | "We" | "my" | "My" | "our" | "Our" | "me" | "us" => {
                self.first_person = true;
            }
            "you" | "You" | "your" | "Your" => self.second_person = true,
            _ => {}
        }
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
pub(crate) fn is_title(words: &str) -> bool {
    let small = |word: &str| word.len() <= 3 || word.starts_with(char::is_uppercase);
    let capitals = words.split_whitespace().filter(|word| word.starts_with(char::is_uppercase));
    let count = words.split_whitespace().take(8).count();
    (1..8).contains(&count)
        && words.split_whitespace().all(small)
        && capitals.count() * 3 >= count * 2
}
