//! The rows of gold files and of what `parallax extract --jsonl` prints.

use std::path::Path;

use serde::{Deserialize, de::DeserializeOwned};

use super::{last_name::last_name, spans::Stretch};
use crate::error::{Error, Result};
use crate::files;

/// A document of a gold file.
#[derive(Debug, Deserialize)]
pub(super) struct GoldRow {
    pub(super) doc_id: String,
    pub(super) text: String,
    pub(super) quotes: Vec<GoldQuote>,
    #[serde(default)]
    pub(super) unattributed_marked: Vec<Stretch>,
}

/// A quotation of a gold file.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct GoldQuote {
    pub(super) id: String,
    pub(super) start: usize,
    pub(super) end: usize,
    /// Its fragments in quotation marks.
    pub(super) quoted: Vec<[usize; 2]>,
    pub(super) speaker: Option<String>,
    speaker_start: Option<usize>,
    speaker_end: Option<usize>,
    speaker_parts: Option<Vec<[usize; 2]>>,
    speaker_pronoun: bool,
    #[serde(rename = "type")]
    pub(super) kind: String,
}

/// A document as it was extracted.
#[derive(Debug, Deserialize)]
pub(super) struct FoundRow {
    pub(super) doc_id: String,
    pub(super) quotes: Vec<FoundQuote>,
}

/// A quoted fragment as it was extracted.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct FoundQuote {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) speaker: Option<String>,
    pub(super) mention_start: Option<usize>,
    pub(super) mention_end: Option<usize>,
    #[serde(rename = "type")]
    pub(super) kind: String,
    pub(super) rule: String,
    pub(super) confidence: String,
}

impl GoldQuote {
    pub(super) fn stretch(&self) -> Stretch {
        Stretch::new(self.start, self.end)
    }

    pub(super) fn fragments(&self) -> impl Iterator<Item = Stretch> {
        self.quoted.iter().map(|&[start, end]| Stretch::new(start, end))
    }

    /// Whether the speaker is right: by a mention that overlaps, or by the last name.
    pub(super) fn names(&self, found: &FoundQuote) -> bool {
        let Some(speaker) = self.speaker.as_deref().filter(|speaker| !speaker.is_empty()) else {
            return found.speaker.as_deref().is_none_or(str::is_empty);
        };
        if let (Some(start), Some(end)) = (found.mention_start, found.mention_end) {
            let mention = Stretch::new(start, end);
            if self.speakers().iter().any(|span| mention.shared(*span) > 0) {
                return true;
            }
        }
        let wanted = if self.speaker_pronoun { None } else { last_name(speaker) };
        wanted.is_some() && found.speaker.as_deref().and_then(last_name) == wanted
    }

    fn speakers(&self) -> Vec<Stretch> {
        match (&self.speaker_parts, self.speaker_start, self.speaker_end) {
            (Some(parts), ..) if !parts.is_empty() => {
                parts.iter().map(|&[start, end]| Stretch::new(start, end)).collect()
            }
            (_, Some(start), Some(end)) => vec![Stretch::new(start, end)],
            _ => Vec::new(),
        }
    }
}

impl FoundQuote {
    pub(super) fn stretch(&self) -> Stretch {
        Stretch::new(self.start, self.end)
    }

    pub(super) fn is_sure(&self) -> bool {
        self.confidence.eq_ignore_ascii_case("sure")
    }
}

/// The rows of a file, one JSON value a line.
pub(super) fn read<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>> {
    let text = files::text(path)?;
    let numbered = (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty());
    numbered
        .map(|(number, line)| {
            serde_json::from_str(line).map_err(|cause| Error::Content {
                path: path.to_owned(),
                problem: format!("line {number} is not a row as it is needed: {cause}"),
            })
        })
        .collect()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A gold quotation by "Ann Smith", who is named at 20 to 29.
    pub(in crate::eval) fn gold(kind: &str, start: usize, end: usize) -> GoldQuote {
        GoldQuote {
            id: "1".to_owned(),
            start,
            end,
            quoted: if kind == "indirect" { Vec::new() } else { vec![[start, end]] },
            speaker: Some("Ann Smith".to_owned()),
            speaker_start: Some(20),
            speaker_end: Some(29),
            kind: kind.to_owned(),
            ..GoldQuote::default()
        }
    }

    /// A found quotation.
    pub(in crate::eval) fn found(
        kind: &str,
        start: usize,
        end: usize,
        speaker: &str,
    ) -> FoundQuote {
        FoundQuote {
            start,
            end,
            speaker: Some(speaker.to_owned()),
            kind: kind.to_owned(),
            confidence: "Sure".to_owned(),
            ..FoundQuote::default()
        }
    }

    #[test]
    fn a_speaker_is_right_by_mention_or_by_last_name() {
        let gold = gold("direct", 0, 10);
        assert!(gold.names(&found("direct", 0, 10, "Smith")));
        assert!(!gold.names(&found("direct", 0, 10, "Jones")));
        let mut by_mention = found("direct", 0, 10, "Jones");
        (by_mention.mention_start, by_mention.mention_end) = (Some(25), Some(27));
        assert!(gold.names(&by_mention));
        let nobody = GoldQuote::default();
        assert!(!nobody.names(&by_mention));
        assert!(nobody.names(&FoundQuote::default()));
    }
}
