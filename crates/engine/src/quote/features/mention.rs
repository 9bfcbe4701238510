//! How a mention names, and which reporting verb belongs to it.

use crate::{
    person::{
        chunk::Chunk,
        lexicon::{
            Class,
            words::{Numbers, words},
        },
        token::{Kind, Token},
    },
    quote::{
        MentionKind,
        scene::{Scene, Verb},
    },
};

/// The reporting verb that belongs to a mention, and how it does.
pub(crate) fn verb_of(scene: &Scene<'_>, chunk: &Chunk) -> (Option<Verb>, usize) {
    let end = scene.after_brackets(chunk.end);
    if let Some(verb) = scene.verb(end) {
        return (Some(verb), 1);
    }
    if let Some(at) = chunk.start.checked_sub(1).filter(|&at| scene.reports(at)) {
        return (Some(scene.verb_at(at, at)), 2);
    }
    let second = chunk.start.checked_sub(2);
    if let Some(at) =
        second.filter(|&at| scene.reports_far(at) && scene.is(at + 1, Class::PREPOSITION))
    {
        return (Some(scene.verb_at(at, at)), 3);
    }
    if scene.small(end, words!("who which that")) {
        return (scene.verb(end + 1), 4);
    }
    if scene.kind(end) == Some(Kind::Comma) {
        let behind = (end + 2..end + 16)
            .filter(|&at| scene.kind(at) == Some(Kind::Comma) && !scene.quoted(at))
            .find_map(|at| scene.verb(at + 1));
        return (behind, 5);
    }
    // "Smith also went on to say": the next verb of the clause.
    let far = (end..end + 10)
        .take_while(|&at| !matches!(scene.kind(at), Some(Kind::Stop | Kind::Other) | None))
        .find(|&at| scene.reports_far(at));
    (far.map(|at| scene.verb_at(at, at)), 6)
}

/// How a mention names, with pronouns told from each other.
pub(in crate::quote) fn mention(scene: &Scene<'_>, chunk: &Chunk) -> usize {
    match chunk.kind {
        MentionKind::Name => 1,
        MentionKind::TitledName => 2,
        MentionKind::Title => 3,
        MentionKind::Role => 4,
        MentionKind::Collective => 5 + usize::from(chunk.name.is_some()),
        MentionKind::Indefinite => 7,
        MentionKind::Pronoun => scene.tokens.get(chunk.start).map_or(15, pronoun),
    }
}

/// Which pronoun it is.
fn pronoun(token: &Token) -> usize {
    const PRONOUNS: Numbers =
        Numbers::of(&[("he she", 8), ("they", 10), ("i", 11), ("we", 12), ("it", 13), ("who", 14)]);
    let capital = token.kind == Kind::Capital;
    match PRONOUNS.get(token.word) {
        0 => 15,
        _ if token.shouted => 15,
        8 if capital => 9,
        11 if !capital => 15,
        number => number,
    }
}

/// What a mention's words are, as far as the lists tell.
pub(in crate::quote) fn nature(scene: &Scene<'_>, chunk: &Chunk) -> usize {
    let all = (chunk.start..chunk.end.min(chunk.start + 6))
        .filter_map(|at| scene.tokens.get(at))
        .fold(Class::default(), |all, token| all.and(token.class));
    let kinds = [
        Class::GIVEN,
        Class::HONORIFIC,
        Class::ROLE,
        Class::GROUP,
        Class::ORGANIZATION,
        Class::COUNTRY.and(Class::CITY),
        Class::WEEKDAY.and(Class::MONTH),
    ];
    kinds.iter().position(|kind| all.is(*kind)).map_or(0, |at| at + 1)
}
