//! Receipts: the rule that made a value, and the words that state it.

use parallax_engine::{article::Stated, span::Span};
use serde::Serialize;
use serde_json::{Value, json};

use super::source::Source;

/// The receipt of a value that the document itself gives: the rule and its words. Without words,
/// the value comes from elsewhere, as the rule says.
pub(super) fn receipt(source: &Source<'_>, rule: &str, spans: &[Span]) -> Value {
    let spans: Vec<Value> = spans.iter().map(|span| source.quoted_here(*span)).collect();
    json!({ "rule": rule, "spans": spans })
}

/// A stated value with its receipt.
pub(super) fn stated<T: Serialize>(source: &Source<'_>, stated: &Stated<T>) -> Value {
    let mut value = receipt(source, &stated.rule, &stated.spans);
    if let Value::Object(fields) = &mut value {
        fields.insert("value".to_owned(), json!(stated.value));
    }
    value
}
