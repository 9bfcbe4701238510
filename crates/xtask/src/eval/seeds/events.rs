//! Events: the documents that report each, its day and its place.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Listed, Seeds, list};
use crate::eval::table::Figure;

/// The gold's reported events that are found with their documents, day and place.
pub(super) fn figure(seeds: &Seeds, errors: &mut impl FnMut(Listed)) -> Figure {
    let found: BTreeSet<String> = list(&seeds.found["events"])
        .iter()
        .map(|event| told(event, |name| seeds.gold_name(name).to_owned()))
        .collect();
    let wanted: BTreeSet<String> = list(&seeds.gold["events"])
        .iter()
        .filter(|event| event["primary"].is_array())
        .map(|event| told(event, str::to_owned))
        .collect();
    for lost in wanted.difference(&found) {
        errors(Listed::line("events", format!("missed {lost}; there are {found:?}")));
    }
    let right = wanted.intersection(&found).count();
    Figure::of("five: events", right, wanted.len()).with(&format!("{} in all", found.len()))
}

fn told(event: &Value, name: impl Fn(&str) -> String) -> String {
    let mut documents: Vec<String> =
        list(&event["primary"]).iter().filter_map(Value::as_str).map(name).collect();
    documents.sort();
    format!("{} {} {}", event["date"], event["place"], documents.join("+"))
}
