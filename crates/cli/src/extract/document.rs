//! One document: its size, and under one key each what the other files tell of it.

use serde_json::{Value, json};

use super::{findings, indirect, meta, quotes, source::Source};

/// What is found in the document.
pub(super) fn value(source: &Source<'_>) -> Value {
    let text = &source.analysis.source;
    json!({
        "chars": source.points.at(text.len()),
        "bytes": text.len(),
        "meta": meta::value(source),
        "quotes": quotes::list(source),
        "indirect": indirect::list(source),
        "findings": findings::list(source),
    })
}
