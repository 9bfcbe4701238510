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
            let named = ours.is_some_and(|at| names(wanted, &found["indirect"][at]));
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

/// Whether both are the same content: at least half alike, or begun at the same word and followed
/// further than the gold does, which its notes allow.
fn alike(gold: &Value, ours: &Value) -> bool {
    let both = stretch(gold).zip(stretch(ours));
    both.is_some_and(|(one, two): (Stretch, Stretch)| {
        one.likeness(two) >= 0.5 || (one.start == two.start && one.end <= two.end)
    })
}

/// Whether the speaker is the gold's: by name; somebody whom the document does not name, by the
/// words that stand for them.
fn names(gold: &Value, ours: &Value) -> bool {
    let (wanted, found) = (&gold["speaker"], &ours["speaker"]);
    let mentions = stretch(&gold["mention"]).zip(stretch(&ours["mention"]));
    let unnamed = wanted.as_str().is_some_and(|name| name.ends_with("(unnamed)"))
        || gold["mention_type"] == "indefinite";
    let same = unnamed && mentions.is_some_and(|(one, two)| one.shared(two) > 0);
    same || name(wanted) == name(found)
}

/// A name in small letters, without what brackets say of it: "Moscow (Russian government)".
fn name(speaker: &Value) -> Option<String> {
    let words = speaker.as_str()?;
    Some(words.split(" (").next().unwrap_or(words).to_lowercase())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_unnamed_are_known_by_their_mention() {
        let told = |speaker: &str, start: usize, end: usize| json!({ "speaker": speaker, "mention": { "start": start, "end": end } });
        for (wanted, found, right) in [
            (told("Ann Smith", 0, 9), told("ann smith", 20, 22), true),
            (told("Ann Smith", 0, 9), told("Tom Smith", 0, 9), false),
            (told("Oslo (government)", 0, 4), told("Oslo", 9, 11), true),
            (told("others (unnamed)", 0, 6), told("others", 9, 11), true),
            (told("an envoy (unnamed)", 0, 8), told("the envoy in Oslo", 3, 20), true),
            (told("an envoy (unnamed)", 0, 8), told("Tom Smith", 30, 39), false),
        ] {
            assert_eq!(names(&wanted, &found), right, "{wanted} {found}");
        }
    }
}
