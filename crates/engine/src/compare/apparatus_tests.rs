//! Every witness is made again of the apparatus: of any texts, and of the five documents.

use proptest::prelude::*;

use super::*;
use crate::{
    Engine, build,
    quote::QuoteKind,
    search::ArticleCard,
    testing::{LISBON, MOSCOW, shipped},
};

/// A witness in parts, with something else between them.
fn witness(parts: &[&str]) -> Witness {
    let source = parts.join(" she said, ");
    let mut at = 0;
    let spans = parts.iter().map(|part| {
        let span = Span::new(at, at + part.len());
        at += part.len() + " she said, ".len();
        span
    });
    let spans = spans.collect();
    Witness::new(ArticleCard::default(), String::new(), QuoteKind::Direct, (&source, spans))
}

fn apparatus(witnesses: &[&[&str]]) -> Apparatus {
    Apparatus::of(witnesses.iter().map(|parts| witness(parts)).collect()).unwrap()
}

/// The places that vary: the reading text's words, and what each witness has.
fn varying(apparatus: &Apparatus) -> Vec<(&str, Vec<(Change, &str)>)> {
    fn variant(it: &Variant) -> (Change, &str) {
        (it.change, it.spelled.as_deref().unwrap_or_default().trim())
    }
    let places = apparatus.places.iter().filter(|place| place.varies());
    places
        .map(|place| (apparatus.words(place).trim(), place.variants.iter().map(variant).collect()))
        .collect()
}

#[test]
fn each_place_has_every_witness() {
    let found = apparatus(&[
        &["Today marks a true fresh start in our relations,"],
        &["Today marks a fresh start in our relations"],
        &["today marks a bold start, at last, in relations"],
    ]);
    use Change::{Added, Omitted, Other, Same};
    assert_eq!(
        varying(&found),
        [
            ("true fresh", vec![(Other, "fresh"), (Other, "bold")]),
            ("", vec![(Same, ""), (Added, "at last,")]),
            ("our", vec![(Same, ""), (Omitted, "")]),
        ]
    );
}

#[test]
fn a_stretch_over_two_parts_has_a_span_in_each() {
    let found = apparatus(&[&["We met,", "and we spoke."], &["We left."]]);
    let spans: Vec<usize> = found.places.iter().map(|place| place.spans.len()).collect();
    assert_eq!(spans, [1, 2]);
    let words = |place: &Place| -> Vec<&str> {
        place.spans.iter().map(|span| found.reading.words_at(*span)).collect()
    };
    assert_eq!(
        found.places.iter().flat_map(words).collect::<Vec<_>>(),
        ["We", "met", "and we spoke"]
    );
    assert_eq!(found.reading.words_at(Span::new(5, 12)), "", "between its parts");
    assert_eq!(found.rebuilt(0), "We left.");
}

/// Checks that the places are the whole reading text, and that every witness comes back.
#[track_caller]
fn check(apparatus: &Apparatus) {
    let words: String = apparatus.places.iter().map(|place| apparatus.words(place)).collect();
    assert_eq!(words, apparatus.reading.text);
    for (at, witness) in apparatus.witnesses.iter().enumerate() {
        assert_eq!(apparatus.rebuilt(at), witness.text);
    }
}

#[test]
fn the_utterances_of_the_five_documents_come_back_to_the_byte() {
    let documents = shipped();
    let engine = Engine::open(build(&documents).unwrap().pack).unwrap();
    let mut seen = 0;
    for document in &documents {
        for quote in engine.article(&document.id).unwrap().quotes {
            let Some(apparatus) = engine.apparatus(&document.id, &quote.key) else { continue };
            check(&apparatus);
            for witness in apparatus.witnesses.iter().chain([&apparatus.reading]) {
                let source = documents.iter().find(|it| it.id == witness.article.id).unwrap();
                let words: String = witness.parts.iter().map(|it| it.of(&source.text)).collect();
                assert_eq!(words, witness.text);
                seen += usize::from(apparatus.witnesses.len() > 1);
            }
        }
    }
    assert!(seen >= 3, "utterances of several witnesses: {seen}");
}

#[test]
fn the_longest_in_marks_is_read() {
    let engine = Engine::open(build(&shipped()).unwrap().pack).unwrap();
    let key = |id: &str, words: &str| {
        let quotes = engine.article(id).unwrap().quotes;
        let has = |it: &crate::search::QuoteCard| it.parts[0].words.pieces[0].text.contains(words);
        quotes.into_iter().find(has).unwrap().key
    };
    let fresh = engine.apparatus(LISBON[1], &key(LISBON[1], "true fresh start")).unwrap();
    assert_eq!(fresh.reading.article.id, LISBON[0], "it goes on for another sentence");
    let [witness] = &fresh.witnesses[..] else { panic!("{fresh:?}") };
    assert_eq!(witness.text, "Today marks a true fresh start in NATO-Russia relations,");
    let added = fresh.places.iter().find(|it| it.variants[0].change == Change::Added).unwrap();
    assert_eq!((added.words.clone(), added.variants[0].spelled.as_deref()), (3..3, Some("true ")));
    let own = engine.wordings(LISBON[1], &key(LISBON[1], "true fresh start")).unwrap();
    assert_eq!(own.reading.article.id, LISBON[1], "asked for its own words");
    assert_eq!(own.rebuilt(0), fresh.reading.text);
    let attack = engine.apparatus(MOSCOW[0], &key(MOSCOW[0], "never attack")).unwrap();
    assert_eq!((attack.reading.kind, attack.witnesses.len()), (QuoteKind::Direct, 2));
}

/// A card tells of so many other reports as are found when somebody asks for them.
#[test]
fn a_card_counts_the_other_reports() {
    let engine = Engine::open(build(&shipped()).unwrap().pack).unwrap();
    let mut several = 0;
    for id in LISBON.iter().chain(&MOSCOW) {
        for quote in engine.article(id).unwrap().quotes {
            let others = engine.variants(id, &quote.key).into_iter();
            let others = others.map(|it| it.article.id.clone()).filter(|it| it != id);
            let others: std::collections::BTreeSet<_> = others.collect();
            assert_eq!(quote.elsewhere, others.len(), "{id}/{}", quote.key);
            several += others.len();
        }
    }
    assert!(several > 3, "{several}");
}

proptest! {
    #[test]
    fn any_witness_comes_back(
        texts in prop::collection::vec(prop::collection::vec("([abAB]{1,2}|\\PC)([ ,.…–\n“]{0,3}[aAbB]{0,2}){0,9}", 0..3), 1..5),
    ) {
        let texts: Vec<Vec<&str>> =
            texts.iter().map(|parts| parts.iter().map(String::as_str).collect()).collect();
        let texts: Vec<&[&str]> = texts.iter().map(Vec::as_slice).collect();
        let apparatus = apparatus(&texts);
        check(&apparatus);
        for (at, parts) in texts.iter().skip(1).enumerate() {
            prop_assert_eq!(&apparatus.witnesses[at].text, &parts.concat());
        }
    }
}
