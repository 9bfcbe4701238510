//! Errors as those who work on rules read them: the class, the words around, what was wanted and
//! what was found. They go to the terminal only; nothing of the gold is kept.

use std::fmt;

use super::{
    rows::{FoundQuote, GoldQuote, GoldRow},
    spans::Stretch,
};

/// The classes of errors that can be listed.
pub(super) const CLASSES: [&str; 13] = [
    "speaker",
    "missed",
    "false",
    "sure",
    "indirect-source",
    "indirect-false",
    "indirect-missed",
    "values",
    "blocks",
    "quotations",
    "links",
    "merged",
    "events",
];

/// How many code points around an error are shown.
const AROUND: usize = 200;

/// One error.
#[derive(Debug)]
pub(super) struct Listed {
    pub(super) class: &'static str,
    pub(super) words: String,
}

impl Listed {
    /// An error at a place of a document.
    pub(super) fn new(
        class: &'static str,
        row: &GoldRow,
        text: &[char],
        place: Stretch,
        gold: Option<&GoldQuote>,
        found: Option<&FoundQuote>,
    ) -> Self {
        let before = Stretch::new(place.start.saturating_sub(AROUND), place.start).of(text);
        let after = Stretch::new(place.end, place.end + AROUND).of(text);
        let words = place.of(text);
        let gold = gold.map_or_else(String::new, |gold| {
            format!("\n    wanted: {} by {:?}", gold.kind, gold.speaker.as_deref().unwrap_or(""))
        });
        let found = found.map_or_else(String::new, |found| {
            let speaker = found.speaker.as_deref().unwrap_or("");
            let FoundQuote { kind, rule, confidence, .. } = found;
            format!("\n    found:  {kind} by {speaker:?} ({rule}; {confidence})")
        });
        let words =
            format!("{}:{}{gold}{found}\n    {before}⟦{words}⟧{after}", row.doc_id, place.start);
        Self { class, words: words.replace('\n', "\n  ") }
    }

    /// An error that is told in a line.
    pub(super) fn line(class: &'static str, words: String) -> Self {
        Self { class, words }
    }
}

impl fmt::Display for Listed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "[{}] {}", self.class, self.words)
    }
}
