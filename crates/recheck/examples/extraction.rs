//! The extraction alone: a text in, its quotations out. Built to be weighed (`cargo xtask eval`), never
//! run.
//!
//! What a module with nothing else in it would cost a reader: no pack, no comparison, no browser.
//! Knows the engine's one entry point.

use std::hint::black_box;

use parallax_engine::{article::Document, story};

fn main() {
    let documents: Vec<Document> = black_box(Vec::new());
    black_box(story::extract(&documents));
}
