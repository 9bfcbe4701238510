//! Gold: articles annotated by hand, as rows of JSON, perhaps compressed.
//!
//! Reads the files and turns code points into bytes. The annotations are outside data: nothing of
//! them is part of the project but weights that were fitted to them.

use std::{fs::File, io::Read, path::Path};

use anyhow::{Context, Result};
use flate2::read::GzDecoder;
use serde::Deserialize;

/// An annotated article.
#[derive(Debug)]
pub(crate) struct Article {
    /// Its name.
    pub(crate) id: String,
    /// Its text.
    pub(crate) text: String,
    /// The quoted stretches that somebody speaks, in bytes.
    pub(crate) spoken: Vec<Spoken>,
    /// The stretches between marks that nobody speaks, in bytes.
    pub(crate) unspoken: Vec<(usize, usize)>,
}

/// A stretch between marks, and who speaks it.
#[derive(Clone, Debug)]
pub(crate) struct Spoken {
    /// From where to where.
    pub(crate) span: (usize, usize),
    /// The words that name the speaker; empty if they are not named.
    pub(crate) speaker: String,
    /// Where these words stand.
    pub(crate) mentions: Vec<(usize, usize)>,
    /// Whether the speaker is named by a pronoun.
    pub(crate) pronoun: bool,
    /// Whether all of what is reported stands between marks.
    pub(crate) direct: bool,
}

#[derive(Deserialize)]
struct Row {
    doc_id: String,
    text: String,
    quotes: Vec<Quote>,
    #[serde(default)]
    unattributed_marked: Vec<Marked>,
}

#[derive(Deserialize)]
struct Marked {
    start: usize,
    end: usize,
}

#[derive(Deserialize)]
struct Quote {
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    quoted: Vec<(usize, usize)>,
    #[serde(default)]
    speaker: Option<String>,
    speaker_start: Option<usize>,
    speaker_end: Option<usize>,
    #[serde(default)]
    speaker_parts: Option<Vec<(Option<usize>, Option<usize>)>>,
    #[serde(default)]
    speaker_pronoun: bool,
}

/// Reads the annotated articles of a file.
pub(crate) fn read(path: &Path) -> Result<Vec<Article>> {
    let file = path.display();
    let mut text = String::new();
    let mut open = File::open(path).with_context(|| format!("{file}: cannot be read"))?;
    if path.extension().is_some_and(|extension| extension == "gz") {
        GzDecoder::new(open).read_to_string(&mut text)
    } else {
        open.read_to_string(&mut text)
    }
    .with_context(|| format!("{file}: cannot be read"))?;
    let rows = text.lines().filter(|line| !line.trim().is_empty()).enumerate();
    rows.map(|(number, line)| {
        let row: Row = serde_json::from_str(line)
            .with_context(|| format!("{file}:{}: not an annotated article", number + 1))?;
        Ok(article(row))
    })
    .collect()
}

fn article(row: Row) -> Article {
    let mut bytes: Vec<usize> = row.text.char_indices().map(|(at, _)| at).collect();
    bytes.push(row.text.len());
    let last = row.text.len();
    let byte = |point: usize| bytes.get(point).copied().unwrap_or(last);
    let spoken = row
        .quotes
        .iter()
        .filter(|quote| quote.kind != "indirect")
        .flat_map(|quote| {
            let whole = quote.speaker_parts.clone().filter(|parts| !parts.is_empty());
            let mentions = whole.unwrap_or_else(|| vec![(quote.speaker_start, quote.speaker_end)]);
            let mentions: Vec<_> = mentions
                .into_iter()
                .filter_map(|(start, end)| Some((byte(start?), byte(end?))))
                .collect();
            quote.quoted.iter().map(move |&(start, end)| Spoken {
                span: (byte(start), byte(end)),
                speaker: quote.speaker.clone().unwrap_or_default(),
                mentions: mentions.clone(),
                pronoun: quote.speaker_pronoun,
                direct: quote.kind == "direct",
            })
        })
        .collect();
    let unspoken =
        row.unattributed_marked.iter().map(|marked| (byte(marked.start), byte(marked.end)));
    Article { id: row.doc_id, unspoken: unspoken.collect(), spoken, text: row.text }
}
