//! Invented pairs of reports: one utterance, or two. Each pair is an event of its own, and all are
//! one corpus, so that words weigh as they do among others.

use super::{Corpus, analyse};
use crate::{article::Document, ingest::Sidecar};

/// Whether the pair is one utterance, and the two sentences.
fn pairs() -> Vec<(bool, [&'static str; 2])> {
    let lines = include_str!("pairs.txt").lines();
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let fields: Vec<&str> = line.split(" | ").collect();
            let [verdict, first, second] = fields[..] else { panic!("three fields: {line}") };
            assert!(["same", "apart"].contains(&verdict), "{line}");
            (verdict == "same", [first, second])
        })
        .collect()
}

/// The documents of one pair: an introduction that names the speaker, then the sentence.
fn documents(at: usize, sentences: [&str; 2]) -> Vec<Document> {
    let document = |(side, sentence): (usize, &str)| Document {
        id: format!("{at:03}-{side}"),
        text: format!("A report\n\nMayor Ann Smith spoke to reporters.\n\n{sentence}\n"),
        sidecar: Some(Sidecar { about: Some(format!("Event {at}")), ..Sidecar::default() }),
        ..Document::default()
    };
    (0..).zip(sentences).map(document).collect()
}

fn linked(corpus: &Corpus, at: usize) -> bool {
    let of_pair = |article: u32| {
        corpus.articles[article as usize].article.id.starts_with(&format!("{at:03}-"))
    };
    let both = |ids: Vec<u32>| ids.iter().filter(|id| of_pair(**id)).count() > 1;
    corpus
        .utterances
        .iter()
        .any(|utterance| both(utterance.witnesses.iter().map(|witness| witness.article).collect()))
}

#[test]
fn pairs_are_one_utterance_or_two() {
    let pairs = pairs();
    assert!(pairs.len() >= 40);
    let all: Vec<Document> =
        (0..).zip(&pairs).flat_map(|(at, (_, sentences))| documents(at, *sentences)).collect();
    let corpus = analyse(&all);
    let wrong: Vec<String> = (0..)
        .zip(&pairs)
        .filter(|(at, (same, _))| linked(&corpus, *at) != *same)
        .map(|(_, (same, [first, second]))| format!("same: {same} | {first} | {second}"))
        .collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), pairs.len(), wrong.join("\n"));
}

#[test]
fn links_are_the_same_from_either_side_and_in_any_order() {
    let pairs = pairs();
    let turned = |at: usize, [first, second]: [&'static str; 2]| documents(at, [second, first]);
    let straight = |at: usize, sentences| documents(at, sentences);
    let links = |make: &dyn Fn(usize, [&'static str; 2]) -> Vec<Document>| -> Vec<bool> {
        let all = (0..pairs.len()).zip(&pairs).rev();
        let all: Vec<Document> = all.flat_map(|(at, (_, pair))| make(at, *pair)).collect();
        let corpus = analyse(&all);
        (0..pairs.len()).map(|at| linked(&corpus, at)).collect()
    };
    assert_eq!(links(&turned), links(&straight));
}
