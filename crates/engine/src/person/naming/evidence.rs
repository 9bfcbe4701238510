//! What shows that a name is a person's, and not a body's, a place's or a work's.
//!
//! Each sign has a weight; signs from all places of a corpus are added up in `cast`.

use super::{Naming, Part};
use crate::{
    article::BlockKind,
    person::{
        chunk::Chunk,
        lexicon::{Class, words::words},
        token::{Kind, Token},
    },
    quote::{MentionKind, Scene},
};

/// Classes of words that bodies and places are called by.
const BODIES: Class = Class::ORGANIZATION
    .and(Class::COUNTRY)
    .and(Class::CITY)
    .and(Class::REGION)
    .and(Class::MONTH)
    .and(Class::WEEKDAY)
    .and(Class::GROUP);

/// Adds to `naming` what its words and their neighbours show.
pub(super) fn weigh(scene: &Scene<'_>, chunk: &Chunk, naming: &mut Naming<'_>) {
    let words = scene.tokens.get(chunk.start..chunk.end).unwrap_or_default();
    let from = words.iter().position(|token| token.span.start >= naming.name_span.start);
    let words = from.and_then(|from| words.get(from..)).unwrap_or_default();
    naming.evidence = form(scene, words, naming) + neighbours(scene, chunk, naming);
}

/// What the name's own words show.
fn form(scene: &Scene<'_>, words: &[Token], naming: &Naming<'_>) -> i8 {
    let Some((last, others)) = words.split_last() else { return 0 };
    let given = others.first().is_some_and(|first| first.is(Class::GIVEN));
    let mut weight = 0;
    if naming.kind == MentionKind::TitledName {
        weight += 3;
    }
    if given {
        weight += 3;
    }
    if others.iter().skip(1).any(|token| is_initial(token.span.of(scene.source))) {
        weight += 2;
    }
    if last.is(Class::ORGANIZATION.and(Class::GROUP)) {
        weight -= 5;
    } else if last.is(BODIES.and(Class::DEMONYM)) {
        weight -= if given { 1 } else { 4 };
    }
    if others.iter().any(|token| token.is(BODIES.and(Class::DEMONYM)) && !token.is(Class::GIVEN)) {
        weight -= 3;
    }
    if words.iter().any(|token| is_acronym(token.span.of(scene.source)))
        && naming.place == BlockKind::Paragraph
    {
        weight -= 3;
    }
    weight
}

/// What stands beside the name.
fn neighbours(scene: &Scene<'_>, chunk: &Chunk, naming: &Naming<'_>) -> i8 {
    let mut weight = 0;
    let determined = scene.is(chunk.start, Class::DETERMINER);
    if determined && naming.kind == MentionKind::Name {
        weight -= 3;
    }
    if naming.part == Part::Speaks {
        weight += 2;
    }
    if of_party(scene, chunk.end) || aged(scene, chunk.end) {
        weight += 4;
    }
    let comma = scene.kind(chunk.end) == Some(Kind::Comma);
    if comma && scene.small(chunk.end + 1, words!("who whose")) {
        weight += 2;
    }
    let inside = chunk
        .start
        .checked_sub(1)
        .is_some_and(|at| scene.written(at, words!("in at")) || scene.small(at, words!("near")));
    if inside {
        weight -= 2;
    }
    weight
}

/// "(D-Ohio)", "(R)", ", R-Ky.,"
fn of_party(scene: &Scene<'_>, at: usize) -> bool {
    let opens = scene.any(at, words!("(")) || scene.kind(at) == Some(Kind::Comma);
    let word = scene.word(at + 1);
    let party = word.starts_with(['D', 'R', 'I'])
        && (word.get(1..2) == Some("-") || (word.len() == 1 && scene.any(at + 2, words!(")"))));
    opens && party
}

/// ", 43,"
fn aged(scene: &Scene<'_>, at: usize) -> bool {
    scene.kind(at) == Some(Kind::Comma)
        && scene.kind(at + 1) == Some(Kind::Number)
        && scene.word(at + 1).len() <= 3
        && matches!(scene.kind(at + 2), Some(Kind::Comma | Kind::Stop))
}

fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.as_str() == "."
}

fn is_acronym(word: &str) -> bool {
    word.len() > 2
        && word.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase)
        && !word.contains('.')
}
