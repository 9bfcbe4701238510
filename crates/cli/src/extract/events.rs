//! Events: what the documents report, when and where, each value with the document that states it.

use parallax_engine::{
    article::Stated,
    story::{Corpus, Event},
};
use serde::Serialize;
use serde_json::{Value, json};

use super::{receipt, source::Source};

/// The events of the corpus, earliest first.
pub(super) fn list(sources: &[Source<'_>], corpus: &Corpus) -> Vec<Value> {
    corpus.events.iter().map(|event| value(sources, event)).collect()
}

fn value(sources: &[Source<'_>], event: &Event) -> Value {
    let reports = event.articles.iter().filter_map(|at| sources.get(*at as usize));
    json!({
        "name": event.name,
        "date": event.date.as_ref().map(|date| date.value),
        "date_receipt": stated(sources, event, event.date_in, event.date.as_ref()),
        "place": event.place.as_ref().map(|place| &place.value),
        "place_receipt": stated(sources, event, event.place_in, event.place.as_ref()),
        "primary": reports.map(Source::id).collect::<Vec<_>>(),
        "reason": event.reason,
    })
}

/// The receipt of a value that the article `at` states. A value from elsewhere has no words, so any
/// report will do.
fn stated<T: Serialize>(
    sources: &[Source<'_>],
    event: &Event,
    at: Option<u32>,
    stated: Option<&Stated<T>>,
) -> Option<Value> {
    let at = at.or_else(|| event.articles.first().copied())?;
    Some(receipt::stated(sources.get(at as usize)?, stated?))
}
