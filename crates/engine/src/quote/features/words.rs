//! Words around a fragment or a mention, sorted into few classes.
//!
//! Function words are told from each other, the rest by shape. Does not know candidates.

use crate::{
    person::{
        lexicon::{Class, words::Numbers},
        token::{Kind, Token},
    },
    quote::scene::Scene,
};

/// How many classes [`word_class`] tells from each other.
pub(in crate::quote) const WORD_CLASSES: u16 = 34;

/// The class of the token `at`; 0 where there is none.
pub(in crate::quote) fn word_class(scene: &Scene<'_>, at: Option<usize>) -> usize {
    let Some(at) = at else { return 0 };
    let Some(token) = scene.tokens.get(at) else { return 0 };
    match token.kind {
        Kind::Comma => return 1,
        Kind::Colon => return 2,
        Kind::Stop => return 3,
        Kind::Dash => return 4,
        Kind::Other => return if scene.quoted(at) { 5 } else { 6 },
        Kind::Number => return 7,
        Kind::Small | Kind::Capital => {}
    }
    let listed = LISTED.get(token.word);
    if listed > 0 && (token.kind == Kind::Small || (listed == THE && !token.shouted)) {
        return listed;
    }
    if scene.reports(at) {
        return if token.is(Class::REPORT) { 8 } else { 9 };
    }
    if token.possessive {
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
        _ => match scene.word(at).as_bytes() {
            [.., b'i', b'n', b'g'] => 19,
            [.., b'e', b'd'] => 20,
            [.., b'l', b'y'] => 21,
            _ => 22,
        },
    }
}

/// The class of "the", also with a capital.
const THE: usize = 24;

/// Function words that have a class of their own.
const LISTED: Numbers = Numbers::of(&[
    ("a an", 23),
    ("the", 24),
    ("his her their its my our", 25),
    ("of", 26),
    ("to", 27),
    ("as", 28),
    ("by", 29),
    ("that", 30),
    ("and or but", 31),
    ("is are was were be been", 32),
    ("who which", 33),
]);

/// How many words [`before`] tells from each other.
pub(super) const BEFORE_SIZE: u16 = 49;

/// Words before a fragment that tell what it is.
const BEFORE: Numbers = Numbers::by_place(
    "called calls calling so-called term word words phrase slogan \
     titled entitled named nicknamed dubbed show program film movie \
     book song series podcast column headline account like with for on \
     about self-described sign signs hashtag saying into from in at not \
     being an more such between against very marked",
);

/// The number of a word before a fragment; 0 if it tells nothing.
pub(super) fn before(scene: &Scene<'_>, at: usize) -> usize {
    scene.tokens.get(at).map_or(0, |token| small(token, &BEFORE))
}

/// How many words [`after`] tells from each other.
pub(super) const AFTER_SIZE: u16 = 25;

/// Words behind a fragment that tell what it was.
const AFTER: Numbers = Numbers::by_place(
    "on in at for of to with from about by because that if when as \
     after during campaign show host star tour movement level",
);

/// The number of a word behind a fragment; 0 if it tells nothing.
pub(super) fn after(scene: &Scene<'_>, at: usize) -> usize {
    scene.tokens.get(at).map_or(0, |token| small(token, &AFTER))
}

/// The number of the word, if it is written in small letters.
fn small(token: &Token, numbers: &Numbers) -> usize {
    if token.kind == Kind::Small { numbers.get(token.word) } else { 0 }
}
