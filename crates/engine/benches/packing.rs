//! How fast documents become a pack, stage by stage: `cargo bench -p parallax-engine --bench packing`.
//!
//! Each stage runs on so many small reports, and the bytes of text a second are told: no stage goes
//! through all pairs where they are alike. A stage is measured with those before it: what stands in the
//! documents; what they share too; the pack. One worker.

mod reports;

use divan::{Bencher, black_box, counter::BytesCount};
use parallax_engine::{article::Document, story};
use reports::report;

/// How many reports.
const COUNTS: [usize; 3] = [16, 128, 1024];

/// The length of each, in bytes, about.
const LENGTH: usize = 2 << 10;

fn main() {
    divan::main();
}

#[divan::bench(args = COUNTS, sample_count = 10)]
fn quotations(bencher: Bencher<'_, '_>, count: usize) {
    measure(bencher, count, story::extract);
}

#[divan::bench(args = COUNTS, sample_count = 10)]
fn linked(bencher: Bencher<'_, '_>, count: usize) {
    measure(bencher, count, story::analyse);
}

#[divan::bench(args = COUNTS, sample_count = 10)]
fn packed(bencher: Bencher<'_, '_>, count: usize) {
    measure(bencher, count, parallax_engine::build);
}

fn measure<T>(bencher: Bencher<'_, '_>, count: usize, stage: impl Fn(&[Document]) -> T + Sync) {
    let document = |at: usize| Document { id: format!("{at:05}"), ..report(LENGTH + at) };
    let documents: Vec<Document> = (0..count).map(document).collect();
    let bytes: usize = documents.iter().map(|document| document.text.len()).sum();
    bencher.counter(BytesCount::new(bytes)).bench(|| stage(black_box(&documents)));
}
