//! The five documents of the corpus, and what must hold for any text.

use proptest::prelude::*;

use super::{Corpus, analyse};
use crate::{
    article::Document,
    ingest::Sidecar,
    quote::QuoteKind,
    testing::{BRUSSELS, LISBON, MOSCOW, shipped},
};

fn corpus() -> Corpus {
    analyse(&shipped())
}

/// Each quotation in marks of the article as `kind speaker: first words`.
#[track_caller]
fn check_quotations(id: &str, expected: &[&str]) {
    check_kinds(id, expected, |kind| kind != QuoteKind::Indirect);
}

/// Each report without marks of the article, likewise.
#[track_caller]
fn check_reports(id: &str, expected: &[&str]) {
    check_kinds(id, expected, |kind| kind == QuoteKind::Indirect);
}

#[track_caller]
fn check_kinds(id: &str, expected: &[&str], wanted: fn(QuoteKind) -> bool) {
    let corpus = corpus();
    let analysis = corpus.articles.iter().find(|analysis| analysis.article.id == id).unwrap();
    let seen: Vec<String> = analysis
        .quotations
        .iter()
        .filter(|quotation| wanted(quotation.kind))
        .map(|quotation| {
            let speaker = quotation.speaker.map_or("-", |at| &corpus.people[at as usize].name);
            let words = quotation.parts[0].span.of(&analysis.source);
            let first: Vec<&str> = words.split_whitespace().take(3).collect();
            let parts = "+".repeat(quotation.parts.len() - 1);
            format!("{}{parts} {speaker}: {}", quotation.kind.name(), first.join(" "))
        })
        .collect();
    assert_eq!(seen, expected);
}

#[test]
fn articles_are_in_the_order_of_their_names() {
    let corpus = corpus();
    assert!(corpus.articles.is_sorted_by_key(|analysis| &analysis.article.id));
}

#[test]
fn speakers_are_found_after_and_before_and_in_headlines() {
    check_quotations(
        MOSCOW[1],
        &[
            "headline Anders Fogh Rasmussen: NATO will never",
            "direct Dmitry Medvedev: Relations between Russia",
            "direct Anders Fogh Rasmussen: I’m here to",
            "direct+ Anders Fogh Rasmussen: A united missile",
            "direct Anders Fogh Rasmussen: I would like",
            "mixed Anders Fogh Rasmussen: we have enough",
        ],
    );
}

#[test]
fn he_is_the_one_who_acted_last() {
    check_quotations(
        MOSCOW[0],
        &[
            "direct Anders Fogh Rasmussen: The blueprints are",
            "mixed Anders Fogh Rasmussen: then Russia can",
            "mixed Anders Fogh Rasmussen: can put her",
            "direct Anders Fogh Rasmussen: I don't see",
            "mixed Anders Fogh Rasmussen: genuine missile shield",
            "mixed Anders Fogh Rasmussen: clearly something which",
            "direct Anders Fogh Rasmussen: I believe that",
        ],
    );
}

#[test]
fn soundbites_and_unclosed_marks_have_speakers() {
    check_quotations(
        BRUSSELS,
        &[
            "soundbite journalist (unnamed): Some commentators in",
            "soundbite Sergei Lavrov: In the Russian",
            "nested Sergei Lavrov: open door",
            "direct Anders Fogh Rasmussen: There was not",
            "direct Anders Fogh Rasmussen: Our aim was",
            "direct Sergei Lavrov: Those signals, which",
            "direct Sergei Lavrov: In the Russian",
            "nested Sergei Lavrov: open door",
        ],
    );
}

#[test]
fn echoed_words_have_no_speaker() {
    check_quotations(
        LISBON[0],
        &[
            "direct Dmitry Medvedev: We have overcome",
            "direct+ Anders Fogh Rasmussen: Today marks a",
            "direct+ Dmitry Medvedev: Our participation must",
            "scare -: reset",
            "scare -: reset",
            "direct+ Barack Obama: Unprompted, I've received",
            "mixed Angela Merkel: a giant step",
        ],
    );
}

#[test]
fn reports_without_marks_have_speakers() {
    check_reports(
        LISBON[0],
        &[
            "indirect Anders Fogh Rasmussen: an historic turning",
            "indirect Dmitry Medvedev: that differences between",
            "indirect Dmitry Medvedev: the main priority",
            "indirect Dmitry Medvedev: that his country",
            "indirect Anders Fogh Rasmussen: Russia and NATO",
            "indirect Anders Fogh Rasmussen: the two sides",
            "indirect Barack Obama: that Washington was",
            "indirect Barack Obama: both sides had",
        ],
    );
    check_reports(
        BRUSSELS,
        &[
            "indirect Some commentators (unnamed): the proposals would",
            "indirect Anders Fogh Rasmussen: that he believed",
            "indirect Moscow's envoy to the military alliance (unnamed): could affect prospects",
            "indirect Dmitry Medvedev: the European Security",
            "indirect NATO states: they are willing",
            "indirect Dmitry Medvedev: Russia was willing",
            "indirect Dmitry Medvedev: it would end",
            "indirect most Western countries: that it has",
            "indirect Many at NATO (unnamed): it is an",
            "indirect Sergei Lavrov: that relations were",
            "indirect Sergei Lavrov: that Russia was",
        ],
    );
}

#[test]
fn reports_of_one_event_are_together() {
    let corpus = corpus();
    let seen: Vec<(&str, Vec<&str>)> = corpus
        .events
        .iter()
        .map(|event| {
            let articles =
                event.articles.iter().map(|at| &corpus.articles[*at as usize].article.id);
            (event.name.as_str(), articles.map(String::as_str).collect())
        })
        .collect();
    let expected = [
        ("Brussels, 4 December 2009", vec![BRUSSELS]),
        ("Moscow, 17 December 2009", MOSCOW.to_vec()),
        ("Lisbon, 20 November 2010", LISBON.to_vec()),
    ];
    assert_eq!(seen, expected);
}

#[test]
fn an_event_says_which_article_states_its_day_and_place() {
    let corpus = corpus();
    let event = &corpus.events[2];
    let day = &corpus.articles[event.date_in.unwrap() as usize];
    assert_eq!(day.article.id, LISBON[0]);
    assert_eq!(event.date.as_ref().unwrap().spans[0].of(&day.source), "Saturday");
    let place = &corpus.articles[event.place_in.unwrap() as usize];
    assert_eq!(event.place.as_ref().unwrap().spans[0].of(&place.source), "Lisbon");
}

#[test]
fn one_utterance_in_other_words_is_one() {
    let corpus = corpus();
    let seen: Vec<Vec<&str>> = corpus
        .utterances
        .iter()
        .map(|utterance| {
            let witness = |witness: &super::Witness| {
                let source = &corpus.articles[witness.article as usize].source;
                witness.spans[0].of(source).split_whitespace().next().unwrap_or_default()
            };
            utterance.witnesses.iter().map(witness).collect()
        })
        .collect();
    let expected = [
        vec!["NATO", "NATO", "NATO"],
        vec!["don't", "not"],
        vec!["2020", "missile"],
        vec!["missile", "missile"],
        vec!["send", "provide"],
        vec!["overcome", "overcome"],
        vec!["only", "participation", "participation"],
        vec!["Today", "Today"],
        vec!["Russian", "Russian"],
    ];
    assert_eq!(seen, expected);
}

#[test]
fn a_sidecar_puts_reports_together() {
    let document = |id: &str, text: &str| Document {
        id: id.to_owned(),
        text: text.to_owned(),
        sidecar: Some(Sidecar { about: Some("The summit".to_owned()), ..Sidecar::default() }),
        ..Document::default()
    };
    let corpus = analyse(&[document("a", "They met in Oslo."), document("b", "They met in Rome.")]);
    assert_eq!(corpus.events.len(), 1);
    assert_eq!(corpus.events[0].name, "The summit");
}

/// Everything that points into a document points at whole characters, in order.
fn assert_sound(corpus: &Corpus) {
    for analysis in &corpus.articles {
        let source = &analysis.source;
        let fits = |range: std::ops::Range<usize>| source.get(range).is_some();
        for sentence in &analysis.sentences {
            assert!(fits(sentence.range()) && !sentence.is_empty());
        }
        assert!(analysis.sentences.windows(2).all(|pair| pair[0].end <= pair[1].start));
        for quotation in &analysis.quotations {
            assert!(!quotation.parts.is_empty());
            for part in &quotation.parts {
                assert!(fits(part.span.range()) && part.outer.contains(part.span));
            }
            assert!(
                quotation.parts.windows(2).all(|pair| pair[0].outer.end <= pair[1].outer.start)
            );
            let speaker = quotation.speaker.map_or(0, |at| at as usize);
            assert!(quotation.speaker.is_none() || speaker < corpus.people.len());
            let inside = quotation.nested_in.is_some();
            assert!(inside || quotation.kind != QuoteKind::Nested);
            assert!(!inside || matches!(quotation.kind, QuoteKind::Nested | QuoteKind::Indirect));
        }
    }
    for person in &corpus.people {
        for (article, span) in person.aliases.iter().flat_map(|alias| &alias.places) {
            assert!(corpus.articles[*article as usize].source.get(span.range()).is_some());
        }
    }
}

#[test]
fn the_corpus_is_sound() {
    assert_sound(&corpus());
}

proptest! {
    #[test]
    fn any_texts_give_a_sound_corpus(texts in prop::collection::vec("\\PC{0,200}", 0..3)) {
        assert_sound(&analyse(&documents(&texts)));
    }

    #[test]
    fn any_reports_give_a_sound_corpus(
        reports in prop::collection::vec(prop::collection::vec(piece(), 0..30), 1..4)
    ) {
        let texts: Vec<String> = reports.iter().map(|pieces| pieces.concat()).collect();
        assert_sound(&analyse(&documents(&texts)));
    }
}

fn documents(texts: &[String]) -> Vec<Document> {
    let document = |(at, text): (usize, &String)| Document {
        id: format!("d{at}"),
        text: text.clone(),
        ..Document::default()
    };
    texts.iter().enumerate().map(document).collect()
}

/// Pieces of which reports are made.
fn piece() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "“",
        "”",
        "\"",
        "'",
        "‘",
        "’",
        "«",
        "»",
        " ",
        ", ",
        ". ",
        "? ",
        "\n",
        "\n\n",
        ": ",
        " – ",
        "said",
        "he said",
        "Smith said",
        " Ann Smith",
        "President ",
        "according to ",
        "adding",
        "on Friday",
        "in Oslo",
        "We met",
        "the envoy",
        "Mr. ",
        "U.S. ",
        "the 'open door' policy",
        "It is. It was.",
        "é",
        "OSLO, NORWAY (MAY 4, 2009)",
        "- Summary: ",
        "- Title: ",
        "- Date: ",
        "(SOUNDBITE) (English) ANN SMITH SAYING: ",
        "22 Nov, 2010 06:46",
    ])
}
