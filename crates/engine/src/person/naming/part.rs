//! What somebody who is named does in the sentence: speaks, acts, owns.
//!
//! Looks at the words beside the name; there is no parse.

use crate::{
    person::{
        chunk::Chunk,
        lexicon::{Class, words::words},
        token::Kind,
    },
    quote::Scene,
};

/// What somebody who is named does in the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// Is the subject of a reporting verb.
    Speaks,
    /// Is the subject of another verb.
    Acts,
    /// Owns something ("Smith's", "his").
    Owns,
    /// Anything else.
    Other,
}

/// How far a description between commas may reach, in tokens.
const DESCRIPTION: usize = 30;

/// What the one named by `chunk` does.
pub(super) fn of(scene: &Scene<'_>, chunk: &Chunk) -> Part {
    if chunk.possessive {
        Part::Owns
    } else if speaks(scene, chunk.start, chunk.end) {
        Part::Speaks
    } else if acts(scene, chunk) {
        Part::Acts
    } else {
        Part::Other
    }
}

/// What the one meant by the pronoun at the token `at` does.
pub(super) fn of_pronoun(scene: &Scene<'_>, at: usize) -> Part {
    if scene.any(at, words!("he she")) {
        return if speaks(scene, at, at + 1) { Part::Speaks } else { Part::Acts };
    }
    let noun = scene.tokens.get(at + 1).is_some_and(|next| {
        next.is_word() && !next.is(Class::FUNCTION.and(Class::PREPOSITION).and(Class::ADVERB))
    });
    let owner = scene.any(at, words!("his")) || (noun && scene.any(at, words!("her")));
    if owner { Part::Owns } else { Part::Other }
}

/// Whether a reporting verb stands beside the tokens from `start` to `end`.
fn speaks(scene: &Scene<'_>, start: usize, end: usize) -> bool {
    let strong = |at: usize| scene.reports(at) && scene.is(at, Class::REPORT);
    let led = start.checked_sub(1).is_some_and(|at| scene.is(at, Class::PREPOSITION));
    let verb = behind(scene, end).and_then(|at| scene.verb(at));
    if !led && verb.is_some_and(|verb| strong(verb.at) && !scene.is(verb.at, Class::PARTICIPLE)) {
        return true;
    }
    start.checked_sub(1).is_some_and(|at| {
        strong(at)
            && at
                .checked_sub(1)
                .is_some_and(|at| scene.quoted(at) || scene.kind(at) == Some(Kind::Comma))
    })
}

/// Whether the chunk is the subject of a clause.
fn acts(scene: &Scene<'_>, chunk: &Chunk) -> bool {
    let before = chunk.start.checked_sub(1);
    let led = before.is_some_and(|at| scene.is(at, Class::PREPOSITION));
    let according = before
        .and_then(|at| at.checked_sub(1))
        .is_some_and(|at| scene.any(at, words!("according")));
    if according {
        return true;
    }
    let described =
        scene.kind(chunk.end) == Some(Kind::Comma) && scene.is(chunk.end + 1, Class::PRONOUN);
    let verb = behind(scene, chunk.end).is_some_and(|at| is_verb(scene, at));
    (verb || described) && !led
}

/// Whether the token may be a verb: a small word that is no other part of speech for sure.
fn is_verb(scene: &Scene<'_>, at: usize) -> bool {
    let adverbs = (at..at + 3).take_while(|&at| scene.is(at, Class::ADVERB)).count();
    let at = at + adverbs;
    scene.kind(at) == Some(Kind::Small)
        && (scene.is(at, Class::AUXILIARY)
            || !scene.is(at, Class::FUNCTION.and(Class::PREPOSITION)))
}

/// The token behind a name's brackets and description: "Smith (D-Ohio), a lawyer, said".
fn behind(scene: &Scene<'_>, end: usize) -> Option<usize> {
    let at = scene.after_brackets(end);
    if scene.kind(at) != Some(Kind::Comma) {
        return Some(at);
    }
    let begins = scene.tokens.get(at + 1)?;
    let describes = begins.is(Class::DETERMINER.and(Class::ROLE).and(Class::PRONOUN))
        || matches!(begins.kind, Kind::Number | Kind::Capital);
    if !describes {
        return None;
    }
    // The description may have commas of its own: the first behind which a verb stands closes it.
    (at + 2..at + DESCRIPTION)
        .take_while(|&end| {
            scene.outer_at(end).is_none() && !matches!(scene.kind(end), None | Some(Kind::Stop))
        })
        .filter(|&end| scene.kind(end) == Some(Kind::Comma))
        .map(|end| end + 1)
        .find(|&verb| is_verb(scene, verb))
}
