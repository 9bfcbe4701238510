//! Small cases of subjects, all the way from text to variants.

use proptest::prelude::*;

use crate::{article::Document, story::analyse};

fn document(at: usize, words: &str) -> Document {
    let text = format!("A headline of the day\n\n{words}\n");
    Document { id: format!("d{at}"), text, ..Document::default() }
}

/// The subjects of documents of one paragraph each: "name: variant, variant".
fn found(paragraphs: &[&str]) -> Vec<String> {
    let documents: Vec<_> =
        paragraphs.iter().enumerate().map(|(at, words)| document(at, words)).collect();
    let subjects = analyse(&documents).subjects;
    let line = |it: super::Subject| {
        let variants: Vec<_> = it.variants.into_iter().map(|variant| variant.words).collect();
        variants.join(", ")
    };
    subjects.into_iter().map(line).collect()
}

#[test]
fn what_recurs_is_a_subject() {
    let subjects = found(&[
        "They argued about the salmon quota for years.",
        "A new salmon quota was set, and the minister left.",
        "Nothing else was said.",
    ]);
    assert_eq!(subjects, ["salmon quota"]);
}

#[test]
fn wordings_of_one_subject_are_merged() {
    let subjects = found(&[
        "They want a flood barrier, and a flood defence barrier it will be.",
        "The flood defenses failed. They built a flood barrier.",
        "Nothing else was said.",
    ]);
    assert_eq!(subjects.len(), 1, "{subjects:?}");
}

#[test]
fn a_noun_bound_to_a_name_is_a_subject() {
    let subjects = found(&[
        "They signed the ceasefire with Norway at last.",
        "The Norway ceasefire held, they said.",
        "Nothing else was said.",
    ]);
    assert!(subjects.iter().any(|it| it.contains("ceasefire")), "{subjects:?}");
}

proptest! {
    #[test]
    fn any_text_gives_subjects_at_their_words(
        words in "((the|missile|shield|Ö-ring|US|NATO-|war|with|of|in|and|Norway|Treaty|’s|,|\\.|\"|\\(|\\)|-|\n\n)( |)){0,60}",
    ) {
        let documents: Vec<_> =
            (0..2).map(|at| Document { id: format!("d{at}"), text: words.clone(), ..Document::default() }).collect();
        for variant in analyse(&documents).subjects.iter().flat_map(|it| &it.variants) {
            for (_, span) in &variant.places {
                let there = words.get(span.range()).map(str::to_lowercase);
                prop_assert_eq!(there, Some(variant.words.to_lowercase()));
            }
        }
    }
}
