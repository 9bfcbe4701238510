//! How fast each stage of extraction is, on reports that a small generator writes: `cargo bench -p
//! parallax-engine`.
//!
//! Each stage runs on texts of three lengths, and the bytes a second are told: the work is linear
//! where they are alike. A stage is measured with those before it, as they are called: reading the
//! page; the sentences; tokens, people and everyone who may speak; the whole.

mod reports;

use divan::{Bencher, black_box, counter::BytesCount};
use parallax_engine::{ingest, quote::learning, story, text::sentence};
use reports::report;

/// The lengths of the texts, in bytes: a report, a long one, one that nobody wrote.
const LENGTHS: [usize; 3] = [4 << 10, 64 << 10, 1 << 20];

fn main() {
    divan::main();
}

#[divan::bench(args = LENGTHS)]
fn ingest(bencher: Bencher<'_, '_>, length: usize) {
    let document = report(length);
    let bytes = BytesCount::new(document.text.len());
    bencher.counter(bytes).bench(|| ingest::read(black_box(&document)));
}

#[divan::bench(args = LENGTHS)]
fn sentences(bencher: Bencher<'_, '_>, length: usize) {
    let document = report(length);
    let (article, _) = ingest::read(&document);
    let bytes = BytesCount::new(document.text.len());
    bencher
        .counter(bytes)
        .bench(|| sentence::split(black_box(&document.text), black_box(&article.blocks)));
}

#[divan::bench(args = LENGTHS)]
fn candidates(bencher: Bencher<'_, '_>, length: usize) {
    let document = report(length);
    let bytes = BytesCount::new(document.text.len());
    bencher.counter(bytes).bench(|| learning::walk(black_box(&document), |_| 0));
}

#[divan::bench(args = LENGTHS)]
fn whole(bencher: Bencher<'_, '_>, length: usize) {
    let documents = [report(length)];
    let bytes = BytesCount::new(documents[0].text.len());
    bencher.counter(bytes).bench(|| story::extract(black_box(&documents)));
}
