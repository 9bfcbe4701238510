//! The organisations and places that are named: their forms, with every place and the rule.

use parallax_engine::name::Entity;
use serde_json::{Value, json};

use super::source::Source;

/// The entities of one kind, in the corpus's order.
pub(super) fn list(sources: &[Source<'_>], entities: &[Entity]) -> Vec<Value> {
    entities.iter().map(|entity| value(sources, entity)).collect()
}

fn value(sources: &[Source<'_>], entity: &Entity) -> Value {
    let forms = entity.forms.iter().map(|form| {
        let places = form.places.iter().filter_map(|(article, span)| {
            sources.get(*article as usize).map(|source| source.quoted_here(*span))
        });
        json!({
            "words": form.words,
            "rule": form.rule,
            "confidence": form.confidence,
            "doubt": form.doubt,
            "spans": places.collect::<Vec<_>>(),
        })
    });
    json!({ "name": entity.name, "aliases": forms.collect::<Vec<_>>() })
}
