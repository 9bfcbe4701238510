//! What is marked in a document, and the notes that tell of it.

use parallax_engine::span::Span;
use serde_json::Value;

use super::super::{
    marks::Mark,
    report::{Report, Told, list, span, told_by},
};

/// A note beside a block: what a mark says. Those of values have the number 0.
pub(super) struct Note {
    pub(super) number: usize,
    pub(super) head: String,
    pub(super) facts: Vec<(String, String)>,
    /// Where its mark is, to put it beside its block.
    pub(super) at: u32,
}

/// The marks of a document and the notes that tell of them, by place.
pub(super) fn marked(report: &Report<'_>, told: &Told<'_>) -> (Vec<Mark>, Vec<Note>) {
    let (mut marks, mut notes) = (Vec::new(), Vec::new());
    for fact in told.facts() {
        marks.extend(fact.spans.iter().map(|&span| Mark { span, class: "value", note: None }));
        if let Some(first) = fact.spans.first() {
            let facts = vec![("rule".to_owned(), fact.rule.to_owned())];
            notes.push(Note {
                number: 0,
                head: format!("{}: {}", fact.name, fact.value),
                facts,
                at: first.start,
            });
        }
    }
    for (number, quote) in (1..).zip(told.quotes()) {
        marks.extend(of_quote(quote, number));
        let kind = quote["type"].as_str().unwrap_or_default();
        let facts = told_by(quote).into_iter().map(|(name, value)| (name.to_owned(), value));
        let at = span(quote).map_or(0, |span| span.start);
        notes.push(Note { number, head: kind.to_owned(), facts: facts.collect(), at });
    }
    for (_, cast) in report.casts() {
        let words = cast.iter().flat_map(|named| list(&named["aliases"]));
        let places = words.flat_map(|words| list(&words["spans"]));
        let here = places.filter(|place| place["doc"] == *told.id());
        marks.extend(here.filter_map(span).map(|span| Mark { span, class: "person", note: None }));
    }
    notes.sort_by_key(|note| note.at);
    (marks, notes)
}

/// The marks of a quotation: its parts with their quotation marks, the mention, the verb.
fn of_quote(quote: &Value, note: usize) -> Vec<Mark> {
    let class = match quote["type"].as_str() {
        Some("direct" | "headline" | "soundbite") => "direct",
        Some("indirect") => "indirect",
        Some("scare") => "scare",
        Some("nested") => "nested",
        _ => "mixed",
    };
    let outer = |part: &Value| {
        let at = |key: &str| part[key].as_u64().and_then(|at| u32::try_from(at).ok());
        match (at("outer_bstart"), at("outer_bend")) {
            (Some(start), Some(end)) => Some(Span { start, end }),
            _ => span(part),
        }
    };
    let parts = list(&quote["parts"]).iter().filter_map(outer);
    let mut marks: Vec<Mark> = parts.map(|span| Mark { span, class, note: Some(note) }).collect();
    for (key, class) in [("mention", "mention"), ("echoed_at", "mention"), ("cue", "cue")] {
        marks.extend(span(&quote[key]).map(|span| Mark { span, class, note: Some(note) }));
    }
    marks
}
