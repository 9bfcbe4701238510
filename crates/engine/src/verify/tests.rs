//! A pack that says what was found is found again; one that was changed shows where and how.

use proptest::prelude::*;

use super::{Difference, Subject, Verification, verify};
use crate::{
    article::Document,
    build,
    engine::sections_with,
    ingest::Sidecar,
    pack::OpenError,
    span::Span,
    story::{Corpus, analyse},
};

const SOUTH: &str = "Talks open in Ostrava\n\n20 November 2010\n\n\
    “We have made a fresh start with our partners,” said President Anna Berg on Saturday.\n\n\
    Minister Ben Holm denied that there was “any secret deal”.\n";
const NORTH: &str = "Two sides meet in Ostrava\n\n20 November 2010\n\n\
    “We have made a fresh start with our partners,” Anna Berg said.\n";

fn documents() -> Vec<Document> {
    let document = |(id, text): (&str, &str)| Document {
        id: id.to_owned(),
        text: text.to_owned(),
        sidecar: Some(Sidecar {
            publisher: Some("The Times".to_owned()),
            about: Some("Talks".to_owned()),
            ..Sidecar::default()
        }),
        ..Document::default()
    };
    [("south", SOUTH), ("north", NORTH)].map(document).into()
}

/// The check of a pack whose corpus `change` has changed.
fn checked(change: impl FnOnce(&mut Corpus)) -> Verification {
    let documents = documents();
    let mut corpus = analyse(&documents);
    change(&mut corpus);
    verify(sections_with(&corpus, &documents, false).write().unwrap()).unwrap()
}

/// The one difference that `change` makes in the article `id`.
fn difference(id: &str, change: impl FnOnce(&mut Corpus)) -> Difference {
    let verification = checked(change);
    assert!(!verification.same);
    let differences = &verification.of(id).unwrap().differences;
    assert_eq!(differences.len(), 1, "{differences:?}");
    differences[0].clone()
}

fn span(text: &str, words: &str) -> Span {
    let start = text.find(words).unwrap();
    Span::new(start, start + words.len())
}

#[test]
fn what_was_packed_is_found_again_sidecars_included() {
    let pack = build(&documents()).unwrap().pack;
    let verification = verify(pack).unwrap();
    assert!(verification.same);
    let south = verification.of("south").unwrap();
    assert_eq!(south.differences, []);
    let subjects: Vec<_> = south.again.iter().map(|(subject, _)| *subject).collect();
    use Subject::{Blocks, Links, People, Quotations, Report};
    assert_eq!(subjects, [Report, Blocks, Quotations, People, Links]);
    assert_eq!(south.count(), south.again.iter().map(|(_, count)| count).sum::<u32>());
    assert_eq!(verification.of("west"), None);
}

#[test]
fn a_changed_speaker_is_told_with_both_names() {
    let words = "We have made a fresh start with our partners,";
    let changed = difference("south", |corpus| {
        let other = corpus.people.iter().position(|person| person.name.contains("Holm"));
        let south = corpus.articles.iter_mut().find(|it| it.article.id == "south").unwrap();
        south.quotations[0].speaker = other.and_then(|at| u32::try_from(at).ok());
    });
    assert_eq!((changed.what.as_str(), changed.span), ("speaker", Some(span(SOUTH, words))));
    assert!(changed.packed.unwrap().starts_with("Ben Holm"));
    assert!(changed.found.unwrap().starts_with("Anna Berg"));
}

#[test]
fn a_changed_headline_is_told_with_both_wordings() {
    let changed = difference("north", |corpus| {
        let north = corpus.articles.iter_mut().find(|it| it.article.id == "north").unwrap();
        north.article.headline.as_mut().unwrap().value = "One side stays away".to_owned();
    });
    assert_eq!(changed.what, "headline");
    assert!(changed.packed.unwrap().starts_with("One side stays away"));
    assert!(changed.found.unwrap().starts_with("Two sides meet in Ostrava"));
}

#[test]
fn a_fact_that_was_taken_out_or_put_in_stands_alone() {
    let taken = difference("south", |corpus| {
        corpus
            .articles
            .iter_mut()
            .find(|it| it.article.id == "south")
            .unwrap()
            .article
            .blocks
            .pop();
    });
    assert_eq!((taken.what.as_str(), taken.packed), ("block", None));
    let put_in = difference("south", |corpus| {
        let south = corpus.articles.iter_mut().find(|it| it.article.id == "south").unwrap();
        let twice = south.article.blocks[0];
        south.article.blocks.push(twice);
    });
    assert_eq!((put_in.what.as_str(), put_in.found), ("block", None));
}

#[test]
fn an_unlisted_value_is_not_passed_over() {
    let verification = checked(|corpus| {
        corpus.articles[0].sentences.pop();
    });
    assert!(!verification.same);
    assert!(verification.articles.iter().all(|verified| verified.differences.is_empty()));
}

#[test]
fn a_lost_link_is_told() {
    let verification = checked(|corpus| corpus.utterances.clear());
    let differences = verification.articles.iter().flat_map(|verified| &verified.differences);
    let links = differences.filter(|difference| difference.what == "same utterance");
    assert_eq!(links.filter(|difference| difference.packed.is_none()).count(), 2);
}

#[test]
fn a_damaged_pack_cannot_be_checked() {
    assert_eq!(verify(b"PRLX".to_vec()), Err(OpenError::Short { found: 4, wanted: 24 }));
}

#[test]
fn a_result_goes_through_bytes() {
    let verification = checked(|corpus| corpus.utterances.clear());
    assert_eq!(Verification::from_bytes(&verification.to_bytes()), Some(verification));
    assert_eq!(Verification::from_bytes(&[255; 40]), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn any_documents_are_found_again(texts in proptest::collection::vec("(\\PC|\n|“|” said Ann Lee){0,60}", 0..4)) {
        let document = |(at, text): (usize, String)| Document { id: at.to_string(), text, ..Document::default() };
        let documents: Vec<_> = texts.into_iter().enumerate().map(document).collect();
        let verification = verify(build(&documents).unwrap().pack).unwrap();
        prop_assert!(verification.same);
        prop_assert!(verification.articles.iter().all(|it| it.differences.is_empty()));
    }
}
