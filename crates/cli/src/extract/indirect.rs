//! Speech reported without marks, in the shape of a quotation.

use parallax_engine::quote::QuoteKind;
use serde_json::Value;

use super::{quotes, source::Source};

/// The indirect speech of the document, in order.
pub(super) fn list(source: &Source<'_>) -> Vec<Value> {
    quotes::of(source, |quotation| quotation.kind == QuoteKind::Indirect)
}
