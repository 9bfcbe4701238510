//! JSON Lines in and out: one row for a document, one quotation for each quoted fragment.

use std::{
    collections::HashMap,
    fs,
    io::{self, Write},
    path::Path,
    time::Instant,
};

use anyhow::Result;
use parallax_engine::{
    article::{Document, Rule},
    quote::{Confidence, Quotation, QuoteKind},
    span::Span,
    story::{self, Analysis, Corpus},
};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::points::Points;

#[derive(Deserialize)]
struct Row {
    doc_id: String,
    text: String,
}

/// What is found in a row's text.
#[derive(Serialize)]
struct Found<'c> {
    doc_id: &'c str,
    quotes: Vec<Fragment<'c>>,
}

/// A quoted stretch; all offsets are in code points.
#[derive(Serialize)]
struct Fragment<'c> {
    start: usize,
    end: usize,
    speaker: Option<&'c str>,
    mention_start: Option<usize>,
    mention_end: Option<usize>,
    cue_start: Option<usize>,
    cue_end: Option<usize>,
    #[serde(rename = "type")]
    kind: &'static str,
    rule: &'c Rule,
    confidence: Confidence,
    probability: u8,
}

/// Why rows cannot be used, and what to do.
#[derive(Debug, thiserror::Error)]
pub(crate) enum RowError {
    /// The file cannot be read.
    #[error("{file}: cannot be read: {cause}")]
    Unreadable {
        /// The file.
        file: String,
        /// What the system said.
        cause: io::Error,
    },
    /// A line is not a row.
    #[error("{file}:{line}: not a row {{\"doc_id\": …, \"text\": …}}: {cause}")]
    NotARow {
        /// The file.
        file: String,
        /// The line, counted from 1.
        line: usize,
        /// What is wrong with it.
        cause: serde_json::Error,
    },
    /// Two rows have one name, so that what is found in one cannot be told from the other's.
    #[error(
        "{file}:{line}: the doc_id {id:?} stands at line {first} already; give each row its own"
    )]
    Twice {
        /// The file.
        file: String,
        /// The second line of that name, counted from 1.
        line: usize,
        /// The first line of that name.
        first: usize,
        /// The name.
        id: String,
    },
}

/// How often the extraction runs where its time is asked for: the fastest run tells most.
const RUNS: usize = 5;

/// Reads rows `{"doc_id", "text"}` and prints rows `{"doc_id", "quotes"}`, in their order. With
/// `timing`, runs several times and tells on `errors` how long the fastest took, in seconds.
pub(crate) fn extract(
    path: &Path,
    timing: bool,
    out: &mut impl Write,
    errors: &mut impl Write,
) -> Result<()> {
    let documents = read(path)?;
    let corpus = if timing { timed(&documents, errors)? } else { story::extract(&documents) };
    for Document { id, .. } in &documents {
        let at = corpus.articles.binary_search_by(|analysis| analysis.article.id.cmp(id));
        let Some(analysis) = at.ok().and_then(|at| corpus.articles.get(at)) else { continue };
        let row = Found { doc_id: id, quotes: quotes(&corpus, analysis) };
        serde_json::to_writer(&mut *out, &row).map_err(io::Error::from)?;
        writeln!(out)?;
    }
    Ok(())
}

fn timed(documents: &[Document], errors: &mut impl Write) -> Result<Corpus> {
    let mut best = f64::INFINITY;
    let mut corpus = Corpus::default();
    for _ in 0..RUNS {
        let start = Instant::now();
        corpus = story::extract(documents);
        best = best.min(start.elapsed().as_secs_f64());
    }
    let bytes: usize = documents.iter().map(|document| document.text.len()).sum();
    writeln!(errors, "{}", json!({ "bytes": bytes, "seconds": best }))?;
    Ok(corpus)
}

/// The documents of the rows; each name stands once.
fn read(path: &Path) -> Result<Vec<Document>, RowError> {
    let file = || path.display().to_string();
    let rows =
        fs::read_to_string(path).map_err(|cause| RowError::Unreadable { file: file(), cause })?;
    let mut documents = Vec::new();
    let mut lines: HashMap<String, usize> = HashMap::new();
    let numbered = (1..).zip(rows.lines()).filter(|(_, row)| !row.trim().is_empty());
    for (line, row) in numbered {
        let Row { doc_id: id, text } = serde_json::from_str(row)
            .map_err(|cause| RowError::NotARow { file: file(), line, cause })?;
        if let Some(first) = lines.insert(id.clone(), line) {
            return Err(RowError::Twice { file: file(), line, first, id });
        }
        documents.push(Document { id, text, ..Document::default() });
    }
    Ok(documents)
}

fn quotes<'c>(corpus: &'c Corpus, analysis: &'c Analysis) -> Vec<Fragment<'c>> {
    let points = Points::of(&analysis.source);
    // A quotation inside another is part of that one's fragment; words that nobody says are none.
    let outer = analysis
        .quotations
        .iter()
        .filter(|quotation| quotation.nested_in.is_none() && quotation.mention.is_some());
    outer.flat_map(|quotation| fragments(corpus, &points, quotation)).collect()
}

/// One for each quoted stretch; one for all of a report without marks.
fn fragments<'c>(
    corpus: &'c Corpus,
    points: &Points<'_>,
    quotation: &'c Quotation,
) -> Vec<Fragment<'c>> {
    let spans: Vec<Span> = match quotation.kind {
        QuoteKind::Indirect => vec![quotation.span()],
        _ => quotation.parts.iter().map(|part| part.span).collect(),
    };
    let speaker =
        quotation.speaker.or(quotation.echoes).and_then(|index| corpus.people.get(index as usize));
    let at = |at: u32| points.at(at as usize);
    let mention = quotation.mention.map(|mention| mention.span);
    let cue = quotation.cue.as_ref().map(|cue| cue.span);
    let fragment = |span: Span| Fragment {
        start: at(span.start),
        end: at(span.end),
        speaker: speaker.map(|person| person.name.as_str()),
        mention_start: mention.map(|span| at(span.start)),
        mention_end: mention.map(|span| at(span.end)),
        cue_start: cue.map(|span| at(span.start)),
        cue_end: cue.map(|span| at(span.end)),
        kind: quotation.kind.name(),
        rule: &quotation.rule,
        confidence: quotation.confidence,
        probability: quotation.probability,
    };
    spans.into_iter().map(fragment).collect()
}
