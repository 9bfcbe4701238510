//! `parallax extract --json`: all that is found in documents, in one JSON value.
//!
//! One file for each subject; here they are only put together. Every place is given in code points
//! and in bytes, and beside each value stands its receipt: the rule that found it and the words.

mod blocks;
mod document;
mod events;
mod findings;
mod indirect;
mod links;
mod meta;
mod names;
mod origin;
mod people;
mod quotes;
mod receipt;
mod source;
mod subjects;

use std::io::Write;

use anyhow::Result;
use parallax_engine::{
    article::Document,
    story::{Corpus, analyse},
};
use serde_json::{Map, Value, json};

use source::Source;

/// Prints what is found in the documents.
pub(crate) fn print(documents: &[Document], out: &mut impl Write) -> Result<()> {
    let corpus = analyse(documents);
    let mut found = whole(&corpus);
    for document in documents {
        if let Some(value) = found["documents"].get_mut(&document.id) {
            origin::add(document, value);
        }
    }
    serde_json::to_writer_pretty(&mut *out, &found)?;
    writeln!(out)?;
    Ok(())
}

/// All that is found in the corpus.
pub(crate) fn whole(corpus: &Corpus) -> Value {
    let sources = Source::all(corpus);
    let documents: Map<String, Value> =
        sources.iter().map(|source| (source.id().to_owned(), document::value(source))).collect();
    json!({
        "documents": documents,
        "people": people::list(&sources, corpus),
        "organisations": names::list(&sources, &corpus.organisations),
        "places": names::list(&sources, &corpus.places),
        "subjects": subjects::list(&sources, &corpus.subjects),
        "links": links::list(&sources, corpus),
        "events": events::list(&sources, corpus),
    })
}
