//! All that is found in documents, and nothing to show it: quotations, people, names, subjects, events.
//! Built to be weighed (`cargo xtask eval`), never run.
//!
//! Knows the engine's one entry point.

use std::hint::black_box;

use parallax_engine::{article::Document, story};

fn main() {
    let documents: Vec<Document> = black_box(Vec::new());
    black_box(story::analyse(&documents));
}
