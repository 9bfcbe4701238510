//! Roles that stand beside a name: "Smith, a professor of law at Yale," and "the mayor, Ann Smith,".

use crate::{
    person::{
        chunk::Chunk,
        lexicon::{Class, words::words},
        token::Kind,
    },
    quote::{MentionKind, Scene},
    span::Span,
};

/// The longest description, in tokens.
const LONGEST: usize = 24;

/// Where the role stands that describes the one named by `chunk`, without its article.
pub(super) fn role(scene: &Scene<'_>, chunk: &Chunk) -> Option<Span> {
    if chunk.possessive {
        return None;
    }
    behind(scene, chunk).or_else(|| before(scene, chunk))
}

/// "Smith (D-Ohio), 43, a professor of law at Yale,"
fn behind(scene: &Scene<'_>, chunk: &Chunk) -> Option<Span> {
    let mut comma = scene.after_brackets(chunk.end);
    if scene.kind(comma) != Some(Kind::Comma) {
        return None;
    }
    if scene.kind(comma + 1) == Some(Kind::Number) && scene.kind(comma + 2) == Some(Kind::Comma) {
        comma += 2;
    }
    let from = comma + 1;
    let end = (from..from + LONGEST).find(|&at| {
        scene.outer_at(at).is_some()
            || matches!(
                scene.kind(at),
                None | Some(Kind::Comma | Kind::Stop | Kind::Dash | Kind::Colon)
            )
            || scene.any(at, words!("who"))
    })?;
    let first = scene.chunk_from(from).filter(|first| first.end <= end)?;
    let office = first.role.is_some() && first.name.is_none();
    let verb = (first.end..end).any(|at| {
        scene.is(at, Class::AUXILIARY) || (scene.reports(at) && scene.is(at, Class::REPORT))
    });
    if !office || verb || first.kind == MentionKind::Collective {
        return None;
    }
    let last = scene.tokens.get(end.checked_sub(1)?)?.span;
    Some(first.role?.cover(last))
}

/// "The mayor, Ann Smith, said"
fn before(scene: &Scene<'_>, chunk: &Chunk) -> Option<Span> {
    let comma = chunk.start.checked_sub(1).filter(|&at| scene.kind(at) == Some(Kind::Comma))?;
    let closed = matches!(scene.kind(chunk.end), None | Some(Kind::Comma | Kind::Stop));
    let title = scene.chunk_to(comma).filter(|title| title.name.is_none() && !title.possessive)?;
    let one =
        matches!(title.kind, MentionKind::Title | MentionKind::Role | MentionKind::Indefinite);
    let role = title.role.filter(|_| closed && one)?;
    Some(role.cover(Span { start: role.start, end: title.span.end }))
}
