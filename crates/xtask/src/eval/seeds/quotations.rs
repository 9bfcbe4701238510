//! Quotations of the five documents: the bounds of every part, kind, speaker, mention and verb.

use serde_json::Value;

use super::{Listed, Seeds, list, stretch};
use crate::eval::{spans::Stretch, table::Figure};

/// How many of the gold's quotations are found with every field right.
pub(super) fn figure(seeds: &Seeds, errors: &mut impl FnMut(Listed)) -> Figure {
    let (mut right, mut bounds, mut wanted) = (0, 0, 0);
    for (name, gold, found) in seeds.documents() {
        for quote in list(&gold["quotes"]) {
            wanted += 1;
            let ours = list(&found["quotes"]).iter().find(|ours| parts(ours) == parts(quote));
            bounds += usize::from(ours.is_some());
            let wrong =
                ours.map_or_else(|| vec!["not found".to_owned()], |ours| wrong(quote, ours));
            right += usize::from(wrong.is_empty());
            if !wrong.is_empty() {
                let id = quote["id"].as_str().unwrap_or_default();
                let line = format!("{name} {id} {}: {}", quote["text"], wrong.join("; "));
                errors(Listed::line("quotations", line));
            }
        }
    }
    Figure::of("five: quotations, every field", right, wanted)
        .with(&format!("bounds {bounds} of {wanted}"))
}

fn parts(quote: &Value) -> Vec<Option<Stretch>> {
    list(&quote["parts"]).iter().map(stretch).collect()
}

/// The fields that differ, in words.
fn wrong(gold: &Value, ours: &Value) -> Vec<String> {
    let mut wrong = Vec::new();
    for key in ["type", "where", "speaker", "mention_type", "cue_position"] {
        if gold[key] != ours[key] {
            wrong.push(format!("{key} {} is {}", gold[key], ours[key]));
        }
    }
    for key in ["mention", "cue"] {
        if stretch(&gold[key]) != stretch(&ours[key]) {
            wrong.push(format!("{key} {} is {}", gold[key]["text"], ours[key]["text"]));
        }
    }
    wrong
}
