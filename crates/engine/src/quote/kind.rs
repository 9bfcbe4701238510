//! Kinds: whether a fragment is a direct quotation, a mixed one, or nobody's statement.
//!
//! Looks at the fragment's words and edges, and at whether somebody speaks. Does not know who.

use super::{
    QuoteKind,
    decision::Decision,
    scene::{Outer, Scene},
};
use crate::{
    article::BlockKind,
    person::{lexicon::words::words, token::Kind},
};

/// The kind of a quotation that stands in no other.
pub(crate) fn kind(
    scene: &Scene<'_>,
    outer: &Outer,
    leads: bool,
    decision: &Decision<'_>,
) -> QuoteKind {
    let Some(marked) = scene.marked.get(outer.marked) else { return QuoteKind::Scare };
    let words = marked.part.span.of(scene.source);
    let count = words.split_whitespace().take(6).count();
    let ended = words.ends_with([',', '.', '!', '?', '…', '–', '—']);
    let spoken = decision.who.is_some();
    if scene.block.kind == BlockKind::Headline {
        return if count > 1 || spoken { QuoteKind::Headline } else { QuoteKind::Scare };
    }
    // Whole sentences say something, whoever says it.
    let states = spoken || (ended && leads && count > 5);
    if !states || (count < 2 && !is_said(scene, outer, decision)) {
        return QuoteKind::Scare;
    }
    let begins = words
        .trim_start_matches(['[', '…', '.', ' ', '('])
        .starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    let before = outer.tokens.start.checked_sub(1);
    let introduced = before.is_some_and(|at| {
        matches!(scene.kind(at), Some(Kind::Comma | Kind::Colon)) || scene.reports(at)
    });
    let whole = begins && (leads || introduced) && (ended || count > 3);
    if whole { QuoteKind::Direct } else { QuoteKind::Mixed }
}

/// Whether a single word is said, and not only echoed: the verb or "is" stands beside it.
fn is_said(scene: &Scene<'_>, outer: &Outer, decision: &Decision<'_>) -> bool {
    let Some(marked) = scene.marked.get(outer.marked) else { return false };
    let (words, outer_span) = (marked.part.span.of(scene.source), marked.part.outer);
    let Some(cue) = decision.cue.as_ref().map(|cue| cue.span) else { return false };
    let behind = cue.start.checked_sub(outer_span.end).is_some_and(|gap| gap <= 60);
    let before = outer_span.start.checked_sub(cue.end);
    // "Called him": the verb's object stands between.
    let object = outer
        .tokens
        .start
        .checked_sub(1)
        .is_some_and(|at| scene.small(at, words!("him her it them us me")));
    let predicate = before.is_some()
        && outer
            .tokens
            .start
            .checked_sub(1)
            .is_some_and(|at| scene.small(at, words!("is are was were be been")));
    behind && words.ends_with([',', '.', '!', '?', '…'])
        || before.is_some_and(|gap| gap <= if object { 6 } else { 3 })
        || predicate
}
