//! Small cases of names, all the way from text to entities.

use proptest::prelude::*;

use super::Entity;
use crate::{article::Document, story::analyse};

/// Each mention of both kinds as "words=name", by kind; those of people are left out.
fn found(words: &str) -> (Vec<String>, Vec<String>) {
    let text = format!("A headline of the day\n\n{words}\n");
    let document = Document { id: "a".to_owned(), text, ..Document::default() };
    let corpus = analyse(&[document]);
    let list = |entities: &[Entity]| {
        let mut all: Vec<_> = entities
            .iter()
            .flat_map(|entity| entity.forms.iter().map(move |form| (entity, form)))
            .flat_map(|(entity, form)| {
                form.places.iter().map(move |place| (place.1.start, form, entity))
            })
            .collect();
        all.sort_by_key(|(start, ..)| *start);
        all.into_iter()
            .map(|(_, form, entity)| {
                if form.words == entity.name {
                    entity.name.clone()
                } else {
                    format!("{}={}", form.words, entity.name)
                }
            })
            .collect()
    };
    (list(&corpus.organisations), list(&corpus.places))
}

#[track_caller]
fn check(words: &str, bodies: &[&str], places: &[&str]) {
    let found = found(words);
    assert_eq!((found.0, found.1), (own(bodies), own(places)), "{words}");
}

fn own(words: &[&str]) -> Vec<String> {
    words.iter().map(|&word| word.to_owned()).collect()
}

#[test]
fn head_words_tell_what_a_name_names() {
    check("He joined the Northern Harvest Party in May.", &["Northern Harvest Party"], &[]);
    check("She left the Ministry of Public Works.", &["Ministry of Public Works"], &[]);
    check("They met at the University of Tartu.", &["University of Tartu"], &[]);
    check("They swam in the Willow River and at Lake Ondra.", &[], &["Willow River", "Lake Ondra"]);
    check("The Clean Harbour Act passed.", &[], &[]);
    check("He read the Halden Times.", &["Halden Times"], &[]);
}

#[test]
fn lists_know_places_and_bodies() {
    check("Talks in New York and the U.S. went on.", &[], &["New York", "U.S.=United States"]);
    check("NATO's envoy left Norway.", &["NATO"], &["Norway"]);
    check("The Pentagon said so.", &["Pentagon"], &[]);
    check("Russian troops left.", &[], &[]);
    check("In Norway, they met. In the West, they did not.", &[], &["Norway", "West"]);
    check(
        "The U.S. Department of Justice and the House met.",
        &["U.S. Department of Justice", "House"],
        &[],
    );
    check("NATO-Ukraine ties and US-backed forces.", &["NATO"], &["Ukraine", "US=United States"]);
}

#[test]
fn acronyms_stand_for_what_a_text_explains() {
    check(
        "The Baltic Fishing Association (BFA) met. Later BFA voted.",
        &[
            "Baltic Fishing Association",
            "BFA=Baltic Fishing Association",
            "BFA=Baltic Fishing Association",
        ],
        &[],
    );
    check("The Open Skies Treaty (OST) holds. They like the OST.", &[], &[]);
}

#[test]
fn short_forms_follow_the_full_name() {
    check(
        "The Harbour Council met. The Council voted, and the Council left.",
        &["Harbour Council", "Council=Harbour Council", "Council=Harbour Council"],
        &[],
    );
    check("The Council of all voted.", &[], &[]);
}

#[test]
fn the_words_beside_a_name_tell() {
    check("They live in Ondrava, and all of Ondrava knows.", &[], &["Ondrava", "Ondrava"]);
    check("He spoke for Zentrix. A Zentrix spokesman said no.", &["Zentrix", "Zentrix"], &[]);
    check("They came from Southvale, Kansas.", &[], &["Southvale", "Kansas"]);
}

#[test]
fn names_of_people_are_no_places() {
    check("President Paul Washington spoke. Washington left.", &[], &[]);
}

#[test]
fn the_campaign_of_a_person_is_no_body() {
    check(
        "Paul Oster spoke. An Oster campaign spokesman said no. The Oster campaign won.",
        &[],
        &[],
    );
}

#[test]
fn what_a_name_may_also_name_is_said() {
    let text = "A headline of the day\n\nThey met in Georgia.\n".to_owned();
    let corpus = analyse(&[Document { id: "a".to_owned(), text, ..Document::default() }]);
    assert!(corpus.places[0].forms[0].doubt.is_some());
}

proptest! {
    #[test]
    fn any_text_gives_names_at_their_words(
        words in "((The|the|US|NATO-|Council|of|for|and|West|Lake|In|Ann|Ö|’s|,|\\.|\"|\\(|\\)|-|&|\n\n)( |)){0,60}",
    ) {
        let corpus = analyse(&[Document { id: "a".to_owned(), text: words.clone(), ..Document::default() }]);
        for form in corpus.organisations.iter().chain(&corpus.places).flat_map(|it| &it.forms) {
            for (_, span) in &form.places {
                prop_assert_eq!(words.get(span.range()), Some(form.words.as_str()));
            }
        }
    }
}
