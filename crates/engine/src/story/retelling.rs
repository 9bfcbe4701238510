//! What a quotation tells, ready to be compared: its terms, sentence by sentence.
//!
//! A fragment in marks tells what its clause tells, the reporter's words included. Does not know
//! other quotations.

use std::ops::Range;

use super::terms::{Term, TermKind, Vocabulary};
use crate::{
    order,
    quote::{Quotation, QuoteKind, Stance},
    span::Span,
    text::{keyed::Key, sentence},
};

/// The most terms of a quotation that are compared.
const LONGEST: usize = 300;

/// A quotation's terms.
pub(super) struct Text {
    /// Its article and its index there.
    pub(super) place: (u32, u32),
    /// The terms, in order.
    pub(super) terms: Vec<Term>,
    /// The sentences, as ranges of terms.
    pub(super) sentences: Vec<Range<usize>>,
    /// Whether words of the reporter are among them.
    pub(super) retold: bool,
    /// Whether it is what the speaker wants done.
    pub(super) directive: bool,
    /// Whether the reporter says that the speaker denied it.
    pub(super) denied: bool,
}

impl Text {
    /// What the quotation tells, in a text with these sentences.
    pub(super) fn of(
        (source, sentences): (&str, &[Span]),
        place: (u32, u32),
        quotation: &Quotation,
        vocabulary: &mut Vocabulary,
    ) -> Self {
        let told = told(sentences, quotation);
        let asks = |span: &Span| span.of(source).starts_with("to ");
        let stance = quotation.cue.as_ref().map(|cue| cue.stance);
        let mut text = Self {
            place,
            terms: Vec::new(),
            sentences: Vec::new(),
            retold: matches!(quotation.kind, QuoteKind::Mixed | QuoteKind::Indirect),
            directive: quotation.kind == QuoteKind::Indirect && told.first().is_some_and(asks),
            denied: quotation.kind == QuoteKind::Indirect && stance == Some(Stance::Denying),
        };
        for sentence in told.into_iter().flat_map(|span| sentence::of_span(source, span)) {
            let start = text.terms.len();
            let room = LONGEST.saturating_sub(start);
            text.terms.extend(vocabulary.of(source, sentence).into_iter().take(room));
            text.sentences.push(start..text.terms.len());
        }
        text
    }

    /// Its different terms, denials aside.
    pub(super) fn distinct(&self) -> Vec<Key> {
        let telling = self.terms.iter().filter(|term| term.kind != TermKind::Negation);
        let mut keys: Vec<Key> = telling.map(|term| term.key).collect();
        order::sort_by(&mut keys, Ord::cmp);
        keys.dedup();
        keys
    }
}

/// The stretches that tell what was said: the parts, and for a fragment in marks the reporter's
/// words around it in its clause.
fn told(sentences: &[Span], quotation: &Quotation) -> Vec<Span> {
    let parts = quotation.parts.iter().map(|part| part.span);
    if quotation.kind != QuoteKind::Mixed {
        return parts.collect();
    }
    let clause = clause(sentences, quotation);
    let marked = quotation.span();
    let before = Span { start: clause.start, end: marked.start };
    let after = Span { start: marked.end, end: clause.end };
    let around = [before].into_iter().chain(parts).chain([after]);
    around.filter(|span| !span.is_empty()).collect()
}

/// The clause that a fragment stands in: its sentence without the words that report.
fn clause(sentences: &[Span], quotation: &Quotation) -> Span {
    let parts = quotation.parts.iter().map(|part| part.outer);
    let Some(marked) = parts.reduce(Span::cover) else { return Span::default() };
    let first = sentences.partition_point(|sentence| sentence.end <= marked.start);
    let touched = sentences.get(first..).unwrap_or_default();
    let touched = touched.iter().take_while(|sentence| sentence.start < marked.end);
    let sentence = touched.copied().fold(marked, Span::cover);
    let mut clause = sentence;
    let reports = quotation.cue.as_ref().map(|cue| cue.span);
    let names = quotation.mention.map(|mention| mention.span);
    for words in reports.into_iter().chain(names).filter(|words| sentence.contains(*words)) {
        if words.end <= marked.start {
            clause.start = clause.start.max(words.end);
        } else if words.start >= marked.end {
            clause.end = clause.end.min(words.start);
        }
    }
    clause
}
