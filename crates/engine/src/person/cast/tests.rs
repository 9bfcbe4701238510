//! Who is who in small documents, and what must hold for any text.

use proptest::prelude::*;

use crate::{
    article::Document,
    person::{Person, PersonKind},
    story::{Corpus, extract},
};

fn corpus(texts: &[&str]) -> Corpus {
    let document = |(at, text): (usize, &&str)| Document {
        id: format!("{at:02}"),
        text: format!("A day in town\n\n{text}\n"),
        ..Document::default()
    };
    extract(&texts.iter().enumerate().map(document).collect::<Vec<_>>())
}

fn named(corpus: &Corpus) -> impl Iterator<Item = &Person> {
    corpus.people.iter().filter(|person| person.kind == PersonKind::Named)
}

/// The named people, each as `name: aliases; roles`.
#[track_caller]
fn check_people(texts: &[&str], expected: &[&str]) {
    let corpus = corpus(texts);
    let words = |list: &[crate::person::Witnessed]| {
        let mut words: Vec<&str> = list.iter().map(|it| it.words.as_str()).collect();
        words.sort_unstable();
        words.join(", ")
    };
    let mut seen: Vec<String> = named(&corpus)
        .map(|it| format!("{}: {}; {}", it.name, words(&it.aliases), words(&it.roles)))
        .collect();
    seen.sort_unstable();
    assert_eq!(seen, expected);
}

/// The speaker of the last quotation.
#[track_caller]
fn check_speaker(text: &str, expected: &str) {
    let corpus = corpus(&[text]);
    let last = corpus.articles[0].quotations.last().and_then(|quotation| quotation.speaker);
    assert_eq!(last.map(|at| corpus.people[at as usize].name.as_str()), Some(expected), "{text}");
}

#[test]
fn he_and_she_are_the_most_salient_whose_gender_fits() {
    check_speaker(
        "Mayor Ruth Hale met Senator Paul Orr on Monday. Orr praised the town.\n\n\
         \"We will rebuild the bridge,\" she said.",
        "Ruth Hale",
    );
    check_speaker(
        "Governor Mark Dunn attacked Senator Paul Orr on Monday in a speech.\n\n\
         \"We will rebuild the bridge,\" he said.",
        "Mark Dunn",
    );
    check_speaker(
        "Tomlin Brask, the police chief, said the road was closed. He thanked Anna Reed.\n\n\
         \"It will open on Friday,\" he said.",
        "Tomlin Brask",
    );
}

#[test]
fn names_of_one_person_merge_and_others_stay_apart() {
    check_people(
        &["Mayor Ruth Hale spoke. Hale left.", "R. Hale said no. Paul Hale said yes."],
        &["Paul Hale: Paul Hale; ", "Ruth Hale: Hale, R. Hale, Ruth Hale; Mayor"],
    );
    check_people(
        &["Senator Paul K. Orr spoke. Senator Paul D. Orr did not."],
        &["Paul D. Orr: Paul D. Orr; Senator", "Paul K. Orr: Paul K. Orr; Senator"],
    );
    check_people(
        &["Mayor Ruth Lindqvist spoke.", "Mayor Ruth Lindqvist left. Mayor Ruth Lindqist spoke."],
        &["Ruth Lindqvist: Ruth Lindqist, Ruth Lindqvist; Mayor"],
    );
}

#[test]
fn bodies_and_places_are_no_people() {
    check_people(&["The Hale Foundation in Orr County said so. Fox News said so."], &[]);
}

#[test]
fn roles_stand_before_and_behind_names() {
    check_people(
        &["Ruth Hale, a professor of law at Yale, spoke. The mayor, Paul Orr, spoke."],
        &["Paul Orr: Paul Orr; mayor", "Ruth Hale: Ruth Hale; professor of law at Yale"],
    );
}

#[test]
fn a_surname_of_two_people_is_told() {
    let corpus = corpus(&["Ruth Hale met Paul Hale on Monday. Hale said the road was closed."]);
    let told = |message: &str| message.contains("Ruth Hale") && message.contains("Paul Hale");
    assert!(corpus.findings.iter().any(|finding| told(&finding.message)));
}

/// Texts that name people in many ways.
fn text() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "Ruth", "Hale", "Paul", "Orr", "R.", "Mayor", "Mrs.", "she", "he", "said", "the", ",", ".",
        "“", "”", "of", "van", "met", "his", "É", "-", "who", "Halle", "\n\n",
    ]);
    prop::collection::vec(word, 0..60).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn every_alias_stands_where_it_says(texts in prop::collection::vec(text(), 1..4)) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let corpus = corpus(&texts);
        for person in &corpus.people {
            for (article, span) in person.aliases.iter().flat_map(|alias| &alias.places) {
                let source = &corpus.articles[*article as usize].source;
                prop_assert!(source.get(span.start as usize..span.end as usize).is_some());
            }
        }
    }

    /// Who is called by a full name does not depend on the order of the documents.
    #[test]
    fn full_names_merge_in_any_order(texts in prop::collection::vec(text(), 1..4)) {
        let full = |texts: &[&str]| {
            let corpus = corpus(texts);
            let mut names: Vec<String> = named(&corpus)
                .filter(|person| ["Ruth ", "Paul "].iter().any(|given| person.name.starts_with(given)))
                .map(|person| person.name.clone())
                .collect();
            names.sort_unstable();
            names
        };
        let forwards: Vec<&str> = texts.iter().map(String::as_str).collect();
        let backwards: Vec<&str> = forwards.iter().rev().copied().collect();
        prop_assert_eq!(full(&forwards), full(&backwards));
    }
}
