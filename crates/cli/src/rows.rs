//! JSON Lines in and out: one row for a document, one quotation for each quoted fragment.

use std::{fs, io::Write, path::Path};

use anyhow::{Context, Result};
use parallax_engine::{
    article::Document,
    quote::Quotation,
    story::{Analysis, Corpus, analyse},
};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::json::Points;

#[derive(Deserialize)]
struct Row {
    doc_id: String,
    text: String,
}

/// Reads rows `{"doc_id", "text"}` and prints rows `{"doc_id", "quotes"}`, in their order.
pub(crate) fn extract(path: &Path, out: &mut impl Write) -> Result<()> {
    let file = path.display();
    let rows = fs::read_to_string(path).with_context(|| format!("{file}: cannot be read"))?;
    let mut documents = Vec::new();
    for (number, line) in rows.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let row: Row = serde_json::from_str(line).with_context(|| {
            format!("{file}:{}: not a row {{\"doc_id\": …, \"text\": …}}", number + 1)
        })?;
        documents.push(Document { id: row.doc_id, text: row.text, sidecar: None });
    }
    let order: Vec<String> = documents.iter().map(|document| document.id.clone()).collect();
    let corpus = analyse(&documents);
    for id in order {
        let at = corpus.articles.binary_search_by(|analysis| analysis.article.id.cmp(&id));
        let Some(analysis) = at.ok().and_then(|at| corpus.articles.get(at)) else { continue };
        let row = json!({ "doc_id": id, "quotes": quotes(&corpus, analysis) });
        writeln!(out, "{row}")?;
    }
    Ok(())
}

fn quotes(corpus: &Corpus, analysis: &Analysis) -> Vec<Value> {
    let points = Points::of(&analysis.source);
    // A quotation inside another is part of that one's fragment.
    let outer = analysis.quotations.iter().filter(|quotation| quotation.nested_in.is_none());
    outer.flat_map(|quotation| fragments(corpus, &points, quotation)).collect()
}

/// One value for each quoted stretch.
fn fragments(corpus: &Corpus, points: &Points<'_>, quotation: &Quotation) -> Vec<Value> {
    let speaker = quotation.speaker.and_then(|index| corpus.people.get(index as usize));
    let at = |at: u32| points.at(at as usize);
    let mention = quotation.mention.map(|mention| mention.span);
    let cue = quotation.cue.as_ref().map(|cue| cue.span);
    quotation
        .parts
        .iter()
        .map(|part| {
            json!({
                "start": at(part.span.start),
                "end": at(part.span.end),
                "speaker": speaker.map(|person| &person.name),
                "mention_start": mention.map(|span| at(span.start)),
                "mention_end": mention.map(|span| at(span.end)),
                "cue_start": cue.map(|span| at(span.start)),
                "cue_end": cue.map(|span| at(span.end)),
                "type": quotation.kind.name(),
                "rule": quotation.rule,
                "confidence": quotation.confidence,
            })
        })
        .collect()
}
