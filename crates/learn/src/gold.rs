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
    /// All that is reported, in marks or without, in bytes.
    pub(crate) reported: Vec<Reported>,
}

/// A content that is reported, and who reports it.
#[derive(Clone, Debug)]
pub(crate) struct Reported {
    /// From where to where.
    pub(crate) span: (usize, usize),
    /// Whether it is reported without marks.
    pub(crate) unmarked: bool,
    /// Who says it.
    pub(crate) source: Source,
}

/// Who speaks, as the annotators name them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Source {
    /// The words that name them; empty if they are not named.
    pub(crate) speaker: String,
    /// Where these words stand.
    pub(crate) mentions: Vec<(usize, usize)>,
    /// Whether they are a pronoun.
    pub(crate) pronoun: bool,
}

/// A stretch between marks, and who speaks it.
#[derive(Clone, Debug)]
pub(crate) struct Spoken {
    /// From where to where.
    pub(crate) span: (usize, usize),
    /// Who speaks it.
    pub(crate) source: Source,
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
    start: usize,
    end: usize,
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
    let source = |quote: &Quote| {
        let whole = quote.speaker_parts.clone().filter(|parts| !parts.is_empty());
        let parts = whole.unwrap_or_else(|| vec![(quote.speaker_start, quote.speaker_end)]);
        let mentions =
            parts.into_iter().filter_map(|(start, end)| Some((byte(start?), byte(end?))));
        Source {
            speaker: quote.speaker.clone().unwrap_or_default(),
            mentions: mentions.collect(),
            pronoun: quote.speaker_pronoun,
        }
    };
    let reported = row.quotes.iter().map(|quote| Reported {
        span: (byte(quote.start), byte(quote.end)),
        unmarked: quote.kind == "indirect" && !has_typed_marks(&row.text, quote, byte),
        source: source(quote),
    });
    let marked = row.quotes.iter().filter(|quote| quote.kind != "indirect");
    let spoken = marked.flat_map(|quote| {
        let source = source(quote);
        quote.quoted.iter().map(move |&(start, end)| Spoken {
            span: (byte(start), byte(end)),
            source: source.clone(),
            direct: quote.kind == "direct",
        })
    });
    let unspoken =
        row.unattributed_marked.iter().map(|marked| (byte(marked.start), byte(marked.end)));
    Article {
        id: row.doc_id,
        unspoken: unspoken.collect(),
        spoken: spoken.collect(),
        reported: reported.collect(),
        text: row.text,
    }
}

/// Whether a content has marks of two single signs, ''so'': the annotations take no note of such
/// marks, and call what stands between them indirect.
fn has_typed_marks(text: &str, quote: &Quote, byte: impl Fn(usize) -> usize) -> bool {
    let words = text.get(byte(quote.start)..byte(quote.end)).unwrap_or_default();
    words.contains("''") || words.contains("``")
}
