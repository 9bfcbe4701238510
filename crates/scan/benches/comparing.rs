//! How long two articles of a thousand sentences take beside each other: `cargo bench -p parallax-scan`.
//!
//! A report and its retelling, made by chance that is the same in every run.

use divan::{Bencher, black_box};
use parallax_engine::{Engine, build};
use parallax_scan::{Case, long_case};

/// So many sentences.
const LENGTHS: [usize; 3] = [100, 1_000, 4_000];

fn main() {
    divan::main();
}

#[divan::bench(args = LENGTHS, sample_count = 20)]
fn rows(bencher: Bencher<'_, '_>, sentences: usize) {
    measure(bencher, sentences, |engine, [one, other]| engine.compare(one, other));
}

#[divan::bench(args = LENGTHS, sample_count = 20)]
fn rows_and_links(bencher: Bencher<'_, '_>, sentences: usize) {
    measure(bencher, sentences, |engine, [one, other]| engine.compare_closely(one, other));
}

#[divan::bench(args = LENGTHS, sample_count = 20)]
fn core(bencher: Bencher<'_, '_>, sentences: usize) {
    measure(bencher, sentences, |engine, ids| engine.core(&ids));
}

#[divan::bench(args = LENGTHS, sample_count = 5)]
fn contrast(bencher: Bencher<'_, '_>, sentences: usize) {
    measure(bencher, sentences, |engine, ids| engine.contrast(&ids));
}

fn measure<T>(bencher: Bencher<'_, '_>, sentences: usize, asked: impl Fn(&Engine, [&str; 2]) -> T) {
    let case = long_case(sentences, 1);
    let engine = engine(&case);
    bencher.bench_local(|| black_box(asked(&engine, [&case.report.id, &case.retold.id])));
}

fn engine(case: &Case) -> Engine {
    let built = build(&[case.report.clone(), case.retold.clone()]).unwrap_or_default();
    Engine::open(built.pack).unwrap_or_default()
}
