//! The subjects that a reader may narrow the corpus by, with their wordings and every place.

use parallax_engine::subject::Subject;
use serde_json::{Value, json};

use super::source::Source;

/// The subjects, the best first.
pub(super) fn list(sources: &[Source<'_>], subjects: &[Subject]) -> Vec<Value> {
    subjects.iter().map(|subject| value(sources, subject)).collect()
}

fn value(sources: &[Source<'_>], subject: &Subject) -> Value {
    let variants = subject.variants.iter().map(|variant| {
        let places = variant.places.iter().filter_map(|(article, span)| {
            sources.get(*article as usize).map(|source| source.quoted_here(*span))
        });
        json!({ "words": variant.words, "spans": places.collect::<Vec<_>>() })
    });
    json!({
        "name": subject.name,
        "score": subject.score,
        "rule": subject.reason,
        "aliases": variants.collect::<Vec<_>>(),
    })
}
