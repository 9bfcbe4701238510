//! What must hold for any bytes, as functions that a fuzzer calls. A breach is a panic.
//!
//! Knows the engine by its public entry points only, and of the page how an address is read. The fuzzer is libFuzzer, through the programs in
//! `bin/`; the tests call the same functions with bytes that are mutated from a fixed seed.

mod address;
mod holds;
pub mod mutate;
mod pack;

use parallax_engine::{article::Document, story};

pub use address::address;
pub use pack::pack;

/// Any bytes as a document with a sidecar: blocks, values and findings point into the text.
pub fn ingest(bytes: &[u8]) {
    // What is read as text from a file is UTF-8; what comes behind the first NUL is the sidecar.
    let text = String::from_utf8_lossy(bytes);
    let (text, sidecar) = match text.split_once('\0') {
        Some((text, sidecar)) => (text, parallax_formats::sidecar(sidecar).ok()),
        None => (&*text, None),
    };
    let document = Document { sidecar, ..named("fuzzed", text) };
    holds::corpus(&story::extract(&[document]));
}

/// Any text through the whole analysis, alone and beside itself.
pub fn quotations(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let text = text.as_ref();
    // Two halves make two documents, so that what documents share is tried too.
    let (one, two) = text.split_at(text.floor_char_boundary(text.len() / 2));
    let documents = [named("a", text), named("b", one), named("c", two)];
    holds::corpus(&story::analyse(&documents));
}

fn named(id: &str, text: &str) -> Document {
    Document { id: id.to_owned(), text: text.to_owned(), ..Document::default() }
}
