//! Metadata and blocks: every value that the gold has, every stretch at its bounds.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Compared, Listed, Seeds, list, stretch};
use crate::eval::table::Figure;

/// The values that a document states of itself. The long form of an outlet's name is not among
/// them: no text has it.
const VALUES: [&str; 10] = [
    "outlet",
    "date",
    "time",
    "dateline_place",
    "author",
    "author_initials",
    "editor",
    "agencies",
    "event_date",
    "event_place",
];

/// Single stretches: blocks, and the words that state a value.
const STRETCHES: [&str; 8] = [
    "title",
    "teaser",
    "shotlist",
    "date_source",
    "dateline_source",
    "author_source",
    "editor_source",
    "agencies_source",
];

/// Lists of stretches.
const LISTS: [&str; 4] = ["title_also_at", "subheads", "boilerplate", "body"];

/// The figures of values and of blocks.
pub(super) fn figures(seeds: &Seeds, errors: &mut impl FnMut(Listed)) -> [Figure; 2] {
    let (mut values, mut blocks) = (Compared::default(), Compared::default());
    for (name, wanted, found) in seeds.documents() {
        let (wanted, found) = (&wanted["meta"], &found["meta"]);
        let mut tell = |class, sum: &mut Compared, wanted, found| {
            sum.add(&Compared::of(&wanted, &found));
            for lost in wanted.difference(&found) {
                errors(Listed::line(class, format!("{name}: missed {lost}")));
            }
            for more in found.difference(&wanted) {
                errors(Listed::line(class, format!("{name}: more   {more}")));
            }
        };
        tell("values", &mut values, stated(wanted), stated(found));
        tell("blocks", &mut blocks, places(wanted, wanted), places(found, wanted));
    }
    let figure = |name, sum: &Compared| {
        Figure::of(name, sum.right, sum.wanted).with(&format!("{} more", sum.more))
    };
    [figure("five: values", &values), figure("five: blocks", &blocks)]
}

/// The values, each with its key.
fn stated(meta: &Value) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for key in VALUES {
        match &meta[key] {
            Value::Array(values) => found.extend(values.iter().map(|v| format!("{key} = {v}"))),
            Value::Null => {}
            value => _ = found.insert(format!("{key} = {value}")),
        }
    }
    for (label, value) in meta["fields"].as_object().into_iter().flatten() {
        found.insert(format!("field {label} = {value}"));
    }
    found
}

/// The stretches, each with its key, as far as the gold annotates that key.
fn places(meta: &Value, gold: &Value) -> BTreeSet<String> {
    let annotated = |key: &&str| !gold[*key].is_null();
    let mut found = BTreeSet::new();
    for key in STRETCHES.into_iter().filter(annotated) {
        found.extend(place(key, &meta[key]));
    }
    for key in LISTS.into_iter().filter(annotated) {
        for value in list(&meta[key]) {
            let kind = value["kind"].as_str().unwrap_or(key);
            found.extend(place(kind, value));
        }
    }
    for caption in list(&meta["captions"]) {
        found.extend(
            ["alt", "caption", "credit"].iter().filter_map(|key| place(key, &caption[*key])),
        );
    }
    if annotated(&"missing_paragraph_breaks") {
        let breaks = list(&meta["missing_paragraph_breaks"]).iter();
        found.extend(breaks.map(|at| format!("missing break at {at}")));
    }
    found
}

/// A stretch with its key. White space at its edges belongs to nobody: where a block begins with
/// indented words, its first word is its bound.
fn place(key: &str, value: &Value) -> Option<String> {
    let stretch = stretch(value)?;
    let text = value["text"].as_str().unwrap_or_default();
    let blank = |trimmed: &str| text.chars().count() - trimmed.chars().count();
    let start = stretch.start + blank(text.trim_start());
    let end = stretch.end.saturating_sub(blank(text.trim_end()));
    let words: String = text.trim().chars().take(60).collect();
    Some(format!("{key} {start}..{end} {words:?}"))
}
