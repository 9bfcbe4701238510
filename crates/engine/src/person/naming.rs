//! Namings: each place of a document where somebody is named, titled or meant by "he".
//!
//! Gathers what the text shows at each place; who it is, `cast` decides.

use super::{
    chunk::Chunk,
    lexicon::{Class, look_up},
    token::{Kind, bare},
};
use crate::{
    article::BlockKind,
    ingest::capitalised,
    quote::{MentionKind, Scene},
    span::Span,
};

/// A place where somebody is named, titled or meant by a pronoun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Naming {
    /// The words.
    pub(crate) span: Span,
    /// How they name.
    pub(crate) kind: MentionKind,
    /// The name's words, as they are usually written; empty if there is no name.
    pub(crate) name: Vec<String>,
    /// Where the name stands.
    pub(crate) name_span: Span,
    /// The role's words in lower case, without articles; empty if there is none.
    pub(crate) role: Vec<String>,
    /// Where the role stands.
    pub(crate) role_span: Option<Span>,
    /// Whether the words show by themselves that a person is named.
    pub(crate) person: bool,
    /// Whether the one named acts or speaks here.
    pub(crate) acts: bool,
}

impl Naming {
    /// The last name, in lower case.
    pub(crate) fn surname(&self) -> Option<String> {
        self.name.iter().rev().map(|word| word.to_lowercase()).find(|word| !is_suffix(word))
    }
}

/// Jr. and the like.
fn is_suffix(lower: &str) -> bool {
    ["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"].contains(&lower)
}

/// The namings of a document, by place.
pub(crate) fn gather(scenes: &[Scene<'_>]) -> Vec<Naming> {
    let mut found = Vec::new();
    for scene in scenes.iter().filter(|scene| scene.block.kind != BlockKind::Shotlist) {
        found.extend(scene.chunks.iter().map(|chunk| naming(scene, chunk)));
    }
    found
}

/// What the chunk's words show where they stand in the scene.
fn naming(scene: &Scene<'_>, chunk: &Chunk) -> Naming {
    let outside = scene.outer_over(chunk.start).is_none();
    let mut naming = of_chunk(scene.source, chunk);
    naming.acts = outside && !chunk.possessive && acts(scene, chunk);
    let speaks = outside && !chunk.possessive && speaks(scene, chunk);
    naming.person = naming.person || (speaks && naming.kind == MentionKind::Name);
    naming
}

/// What a chunk's words show by themselves.
pub(crate) fn of_chunk(source: &str, chunk: &Chunk) -> Naming {
    let mut role = role_words(source, chunk.role);
    let mut name: Vec<&str> =
        chunk.name.map(|span| span.of(source).split_whitespace().collect()).unwrap_or_default();
    // "Russian Medvedev": the title is lost, the adjective stays.
    while name.len() > 1 && name.first().is_some_and(|word| look_up(word).class.is(Class::DEMONYM))
    {
        role.push(name.remove(0).to_lowercase());
    }
    let shouted = name.iter().all(|word| !word.chars().any(char::is_lowercase)) && name.len() > 1;
    let given = name.first().is_some_and(|word| look_up(word).class.is(Class::GIVEN));
    let titled = chunk.kind == MentionKind::TitledName;
    let name_span = name
        .first()
        .zip(name.last())
        .map(|(first, last)| Span::of_slice(source, first).cover(Span::of_slice(source, last)));
    Naming {
        span: chunk.span,
        kind: chunk.kind,
        person: titled || (given && name.len() > 1 && chunk.kind == MentionKind::Name),
        name: name
            .iter()
            .map(|word| if shouted { capitalised(word) } else { bare(word).to_owned() })
            .collect(),
        name_span: name_span.unwrap_or(chunk.span),
        role,
        role_span: chunk.role,
        acts: false,
    }
}

fn role_words(source: &str, span: Option<Span>) -> Vec<String> {
    let words = span.map(|span| span.of(source)).unwrap_or_default();
    words
        .split_whitespace()
        .map(|word| bare(word.trim_matches(|c: char| c == ',')).to_lowercase())
        .collect()
}

/// Whether the chunk is the subject of a clause.
fn acts(scene: &Scene<'_>, chunk: &Chunk) -> bool {
    let before = chunk.start.checked_sub(1);
    let led = before.is_some_and(|at| scene.is(at, Class::PREPOSITION));
    let according = before
        .and_then(|at| at.checked_sub(1))
        .is_some_and(|at| scene.word(at).eq_ignore_ascii_case("according"));
    if according || before.is_some_and(|at| scene.reports(at)) {
        return true;
    }
    let next = scene.tokens.get(chunk.end);
    let verb = next.is_some_and(|next| {
        next.kind == Kind::Small
            && (!next.is(Class::FUNCTION.and(Class::PREPOSITION)) || next.is(Class::AUXILIARY))
    });
    let described = next.is_some_and(|next| next.kind == Kind::Comma)
        && scene.is(chunk.end + 1, Class::PRONOUN);
    (verb || described) && !led
}

/// Whether a reporting verb stands beside the chunk.
fn speaks(scene: &Scene<'_>, chunk: &Chunk) -> bool {
    let strong = |at: usize| scene.reports(at) && scene.is(at, Class::REPORT);
    scene.verb(chunk.end).is_some_and(|verb| strong(verb.at))
        || chunk.start.checked_sub(1).is_some_and(|at| {
            strong(at)
                && at.checked_sub(1).is_some_and(|at| {
                    scene.outer_over(at).is_some() || scene.kind(at) == Some(Kind::Comma)
                })
        })
}
