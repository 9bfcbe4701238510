//! The short form of fuzzing, for every run of the tests: some thousand mutations from a fixed seed.

#![allow(clippy::unwrap_used, reason = "a test may panic: that is its answer")]

use std::{fs, path::Path};

use parallax_fuzz::mutate::{Dice, mutated};

/// The documents of the corpus, and texts of marks only.
fn seeds() -> Vec<Vec<u8>> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus");
    let mut paths: Vec<_> =
        fs::read_dir(corpus).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let mut seeds: Vec<Vec<u8>> = paths.iter().map(|path| fs::read(path).unwrap()).collect();
    seeds.push("“‘\"'«»„‚’”".repeat(20).into_bytes());
    seeds.push(b"\"Yes,\" Ann Smith said. \"We do.\"\n\n\"No,\" he said, \"we don't.\"\n".to_vec());
    seeds
}

/// Calls the target with many mutations of the seeds.
fn try_out(target: fn(&[u8]), times: usize) {
    let seeds = seeds();
    let mut dice = Dice::new(20_101_120);
    for _ in 0..times {
        let (one, two) = (&seeds[dice.roll(seeds.len())], &seeds[dice.roll(seeds.len())]);
        target(&mutated(one, two, &mut dice));
    }
}

#[test]
fn any_bytes_are_a_document() {
    try_out(parallax_fuzz::ingest, 600);
}

#[test]
fn any_text_is_analysed() {
    try_out(parallax_fuzz::quotations, 300);
}
