//! Indirect speech of the five documents. What the gold calls borderline counts neither way.

use serde_json::Value;

use super::{Listed, Seeds, list, stretch};
use crate::eval::{spans::Stretch, table::Figure};

/// Recall among the core ones, and precision.
pub(super) fn figures(seeds: &Seeds, errors: &mut impl FnMut(Listed)) -> [Figure; 2] {
    let (mut right, mut core, mut false_alarms, mut told) = (0, 0, 0, 0);
    for (name, gold, found) in seeds.documents() {
        let mut used = Vec::new();
        for wanted in list(&gold["indirect"]) {
            let ours = list(&found["indirect"]).iter().position(|ours| alike(wanted, ours));
            used.extend(ours);
            let speaker = ours.map(|at| &found["indirect"][at]["speaker"]);
            let named = speaker.is_some_and(|speaker| same_name(&wanted["speaker"], speaker));
            if wanted["confidence"] == "borderline" {
                continue;
            }
            core += 1;
            right += usize::from(named);
            if !named {
                let got = speaker.map_or_else(|| "not found".to_owned(), Value::to_string);
                let line = format!("{name}: {} by {}: {got}", wanted["text"], wanted["speaker"]);
                errors(Listed::line("indirect-missed", line));
            }
        }
        told += list(&found["indirect"]).len();
        for (at, ours) in list(&found["indirect"]).iter().enumerate() {
            if !used.contains(&at) {
                false_alarms += 1;
                let line = format!("{name}: {} by {}", ours["text"], ours["speaker"]);
                errors(Listed::line("indirect-false", line));
            }
        }
    }
    [
        Figure::of("five: indirect, core found with speaker", right, core),
        Figure::of("five: indirect, predictions that are speech", told - false_alarms, told),
    ]
}

fn alike(gold: &Value, ours: &Value) -> bool {
    let both = stretch(gold).zip(stretch(ours));
    both.is_some_and(|(one, two): (Stretch, Stretch)| one.likeness(two) >= 0.5)
}

fn same_name(gold: &Value, ours: &Value) -> bool {
    let small = |value: &Value| value.as_str().map(str::to_lowercase);
    small(gold) == small(ours)
}
