//! Names in a broadcaster's list of shots, where all words are shouted.
//!
//! The words show by themselves only that they could be a name; whose, the rest of the document
//! tells.

use std::borrow::Cow;

use super::{Keys, Naming, Part, Role};
use crate::{
    ingest::capitalised,
    person::{
        lexicon::Class,
        token::{Kind, Token, bare},
    },
    quote::{MentionKind, Scene},
    span::Span,
};

/// Each shouted word that no list knows, with the given name before it.
pub(super) fn names<'a>(source: &'a str, scene: &Scene<'_>) -> Vec<Naming<'a>> {
    let mut given: Option<&Token> = None;
    let mut found = Vec::new();
    for (at, token) in scene.tokens.iter().enumerate() {
        let shouted = token.kind == Kind::Capital && !scene.quoted(at);
        if shouted && token.class == Class::default() && token.span.len() > 2 {
            found.push(naming(source, scene, given, token));
        }
        given = Some(token).filter(|token| shouted && token.is(Class::GIVEN));
    }
    found
}

fn naming<'a>(
    source: &'a str,
    scene: &Scene<'_>,
    given: Option<&Token>,
    surname: &Token,
) -> Naming<'a> {
    let words = |token: &Token| Cow::Owned(capitalised(bare(token.span.of(source))));
    let end = surname.span.start as usize + bare(surname.span.of(source)).len();
    let start = given.unwrap_or(surname).span.start as usize;
    let span = Span::new(start, end);
    let name: Vec<_> = given.into_iter().chain([surname]).map(words).collect();
    Naming {
        span,
        kind: MentionKind::Name,
        keys: Keys::of(&name),
        name,
        name_span: span,
        role: Role::default(),
        role_span: None,
        gender: None,
        evidence: 0,
        part: Part::Other,
        quoted: false,
        sentence: 0,
        block: 0,
        place: scene.block.kind,
    }
}
