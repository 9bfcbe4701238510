//! What the analysis doubts in a document, each with its place.

use serde_json::{Value, json};

use super::source::Source;

/// The findings of the document, in their order.
pub(super) fn list(source: &Source<'_>) -> Vec<Value> {
    let here = source.corpus.findings.iter().filter(|finding| finding.document == source.id());
    here.map(|finding| {
        json!({
            "line": finding.line,
            "message": finding.message,
            "at": finding.span.map(|span| source.quoted(span)),
        })
    })
    .collect()
}
