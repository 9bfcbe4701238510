//! The short form of fuzzing, for every run of the tests: some thousand mutations from a fixed seed.

#![allow(clippy::unwrap_used, reason = "a test may panic: that is its answer")]

use std::{fs, path::Path};

use parallax_engine::{article::Document, build, ingest::Sidecar, with_places};
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

/// A pack of a few reports of one event, with quotations that they share.
fn small_pack() -> Vec<u8> {
    let words = "“We have made a fresh start with our partners,”";
    let texts = [
        format!("Talks open\n\n20 November 2010\n\n{words} said President Ann Smith on Saturday."),
        format!("Sides meet\n\n20 November 2010\n\n{words} Smith said. She spoke of “a deal”."),
        "A third\n\n21 November 2010\n\nNobody said that the talks had ended.".to_owned(),
    ];
    let document = |(at, text): (usize, String)| Document {
        id: at.to_string(),
        text,
        sidecar: Some(Sidecar { about: Some("Talks".to_owned()), ..Sidecar::default() }),
        ..Document::default()
    };
    let documents: Vec<_> = texts.into_iter().enumerate().map(document).collect();
    build(&documents).unwrap().pack
}

#[test]
fn any_bytes_are_a_pack_or_refused() {
    let filled = small_pack();
    let kept = with_places(filled.clone()).unwrap();
    [filled, kept].iter().for_each(|whole| any_changes(whole));
}

fn any_changes(whole: &[u8]) {
    let mut dice = Dice::new(5);
    for _ in 0..600 {
        let mut changed = whole.to_vec();
        for _ in 0..=dice.roll(3) {
            // Numbers are mostly small, so what is off by a little is tried as much as anything.
            let at = dice.roll(changed.len());
            changed[at] = match dice.roll(3) {
                0 => changed[at].wrapping_add(1),
                1 => changed[at] ^ (1 << dice.roll(8)),
                _ => dice.roll(256) as u8,
            };
        }
        parallax_fuzz::pack(&changed);
    }
    parallax_fuzz::pack(&mutated(whole, whole, &mut dice));
}

#[test]
fn any_text_is_an_address() {
    let seeds = [
        "#/browse?u=quote&outlet=RT&not-date=2010-11&q=fresh+start&lines=left&open=a&at=k",
        "#/compare/dw-2010,rt-2010,c%2Cd?base=rt-2010&mode=inline&span=1-2&at=k",
        "#/article/a?show=received&span=3-9#/quote/a/k/we-ve-at-last-20-%C5%82%C3%B3d%C5%BA",
        "#/person/Jo%20Li?x=1%00%FF%E2%82&&==&+=%2b",
    ];
    let mut dice = Dice::new(7);
    for _ in 0..3000 {
        let (one, two) = (seeds[dice.roll(seeds.len())], seeds[dice.roll(seeds.len())]);
        parallax_fuzz::address(&mutated(one.as_bytes(), two.as_bytes(), &mut dice));
    }
}
