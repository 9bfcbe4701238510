//! What an answer must always be, tried against a plain scan of the same corpus.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::{Answer, Found, Item};
use crate::{
    query::{Choice, Days, Facet, NONE, Query, Sort, Unit},
    story::{Corpus, Utterance, Witness},
    testing::{Sample, corpus, opened},
};

const SAMPLES: [Sample<'static>; 3] = [
    Sample {
        outlet: "North",
        day: "2010-11-20",
        text: "The treaty talks began. «Anna Berg|A fresh start for all of us», she said.",
    },
    Sample {
        outlet: "South",
        day: "2010-11-21",
        text: "Fresh treaties! «Anna Berg|A truly fresh start» and «Ben Holm|No treaty, no start».",
    },
    Sample { outlet: "South", day: "2009-01-02", text: "Nothing began. «|so-called» talks." },
];

fn ask(corpus: &Corpus, query: &Query) -> Answer {
    let collection = opened(corpus);
    Found::new(&collection, query).answer(usize::MAX)
}

fn shown(answer: &Answer) -> Vec<String> {
    let shown = |item: &Item| match item {
        Item::Article(card, _) => card.id.clone(),
        Item::Quote(card) | Item::Utterance(card, _) => card
            .parts
            .iter()
            .flat_map(|part| &part.words.pieces)
            .fold(String::new(), |words, piece| {
                if piece.hit { words + "[" + &piece.text + "]" } else { words + &piece.text }
            }),
    };
    answer.hits.iter().map(|hit| shown(&hit.item)).collect()
}

#[test]
fn words_may_be_wanted_as_they_are() {
    let query = Query { words: "treaties".to_owned(), exact: true, ..Query::default() };
    assert_eq!(shown(&ask(&corpus(&SAMPLES), &query)), ["article-1"]);
}

fn check(unit: Unit, words: &str, expected: &[&str]) {
    let query = Query { unit, words: words.to_owned(), ..Query::default() };
    let answer = ask(&corpus(&SAMPLES), &query);
    assert_eq!(shown(&answer), expected, "{words:?}");
    assert_eq!(answer.total, expected.len());
}

#[test]
fn without_words_everything_is_found_newest_first() {
    check(Unit::Article, "", &["article-1", "article-0", "article-2"]);
}

#[test]
fn an_article_tells_how_many_words_it_has() {
    let answer = ask(&corpus(&SAMPLES), &Query::default());
    let cards = answer.hits.iter().filter_map(|hit| match &hit.item {
        Item::Article(card, _) => Some(card.words),
        Item::Quote(_) | Item::Utterance(..) => None,
    });
    assert_eq!(cards.collect::<Vec<_>>(), [11, 13, 5]);
}

#[test]
fn an_article_tells_where_the_words_stand_in_it() {
    let places = |words: &str| {
        let query = Query { words: words.to_owned(), ..Query::default() };
        let answer = ask(&corpus(&SAMPLES), &query);
        let card = answer.hits.iter().find_map(|hit| match &hit.item {
            Item::Article(card, _) if card.id == "article-0" => Some(card.clone()),
            _ => None,
        });
        let places = card.unwrap_or_default().places;
        assert!(places.iter().all(|it| it.before < it.of), "{places:?}");
        places.iter().map(|it| (it.before, it.span.len())).collect::<Vec<_>>()
    };
    assert_eq!(places("\"talks began\""), [(11, 11)], "words side by side are one place");
    assert_eq!(places("the OR began"), [(0, 3), (17, 5)]);
    assert_eq!(places(""), []);
}

#[test]
fn all_forms_of_all_words_are_wanted() {
    check(Unit::Article, "treaty", &["article-1", "article-0"]);
    check(Unit::Article, "treaty began", &["article-0"]);
    check(Unit::Article, "treaty -began", &["article-1"]);
    check(Unit::Article, "zebra", &[]);
}

#[test]
fn phrases_and_prefixes_are_found() {
    check(Unit::Article, "\"fresh start for\"", &["article-0"]);
    check(Unit::Article, "\"talks nothing\"", &[]);
    check(Unit::Article, "so-called", &["article-2"]);
    check(Unit::Article, "noth*", &["article-2"]);
}

#[test]
fn exact_misspelt_and_alternative_words_are_found() {
    check(Unit::Article, "=treaties", &["article-1"]);
    check(Unit::Article, "treety~", &["article-1", "article-0"]);
    check(Unit::Article, "trety", &[]);
    check(Unit::Article, "zebra OR nothing", &["article-2"]);
    check(Unit::Article, "nothing OR truly talks", &["article-2"]);
}

#[test]
fn words_are_found_where_they_are_asked_for() {
    check(Unit::Article, "quote:treaty", &["article-1"]);
    check(Unit::Article, "report:=treaty", &["article-0"]);
    check(Unit::Article, "headline:treaty", &[]);
    check(Unit::Article, "text:=treaty", &["article-1", "article-0"]);
    check(Unit::Article, "speaker:holm", &["article-1"]);
    check(Unit::Article, "outlet:sou*", &["article-1", "article-2"]);
    check(Unit::Article, "-speaker:\"anna berg\"", &["article-2"]);
    check(Unit::Quote, "speaker:holm", &["No treaty, no start"]);
}

#[test]
fn days_can_be_asked_for() {
    check(Unit::Article, "date:2010-11-21", &["article-1"]);
    check(Unit::Article, "date:2009..2010-11-20", &["article-0", "article-2"]);
    check(Unit::Quote, "date:2009", &["so-called"]);
}

#[test]
fn in_quotes_only_what_is_quoted_counts_and_who_said_it() {
    check(Unit::Quote, "fresh", &["A truly [fresh] start", "A [fresh] start for all of us"]);
    check(Unit::Quote, "began", &[]);
    check(Unit::Quote, "holm", &["No treaty, no start"]);
}

#[test]
fn what_several_quotations_carry_is_one_result() {
    let text = "«Anna Berg|A fresh start for all» and «Ben Holm|No»";
    let shorter = "«Anna Berg|A fresh start» and «|treaty»";
    let sample = |outlet, day, text| Sample { outlet, day, text };
    let mut corpus =
        corpus(&[sample("North", "2010-11-20", text), sample("South", "2010-11-21", shorter)]);
    let witness = |article| Witness { article, quotation: 0, spans: Vec::new() };
    // A witness that is not there is no reason to fail.
    let witnesses = vec![witness(0), witness(1), witness(7)];
    corpus.utterances.push(Utterance { witnesses, reason: String::new() });
    let query =
        |words: &str| Query { unit: Unit::Utterance, words: words.to_owned(), ..Query::default() };
    let answer = ask(&corpus, &query(""));
    assert_eq!(shown(&answer), ["A fresh start", "treaty", "No"]);
    let Item::Utterance(_, others) = &answer.hits[0].item else { panic!("asked for utterances") };
    let outlets = others.iter().map(|it| it.article.outlet.as_deref()).collect::<Vec<_>>();
    assert_eq!(outlets, [Some("North")]);
    let outlets = answer.facets[0].values.iter().map(|it| (&*it.value, it.count));
    assert_eq!(outlets.collect::<Vec<_>>(), [("North", 2), ("South", 2)]);
    // Only one of its quotations matches.
    assert_eq!(shown(&ask(&corpus, &query("all"))), ["A fresh start for [all]"]);
    assert_eq!(ask(&corpus, &query("fresh -all")).total, 1);
    // What any of its articles is.
    let mut narrowed = query("\"for all\"");
    narrowed.choose(Facet::Outlet, |outlets| outlets.toggle("South"));
    assert_eq!(ask(&corpus, &narrowed).total, 1);
    narrowed.choose(Facet::Outlet, |outlets| outlets.toggle_exclude("North"));
    assert_eq!(ask(&corpus, &narrowed).total, 0);
}

#[test]
fn results_in_parts_are_the_results() {
    let collection = opened(&corpus(&SAMPLES));
    for unit in Unit::ALL {
        let query = Query { unit, ..Query::default() };
        let found = Found::new(&collection, &query);
        let all = found.hits(usize::MAX);
        for from in 0..=all.len() + 1 {
            let parts = [found.hits(from), found.after(from, 1), found.after(from + 1, usize::MAX)];
            assert_eq!(parts.concat(), all, "{unit:?} from {from}");
        }
    }
}

#[test]
fn the_order_can_be_asked_for() {
    let query = |sort| Query { sort, words: "fresh".to_owned(), ..Query::default() };
    let corpus = corpus(&SAMPLES);
    assert_eq!(shown(&ask(&corpus, &query(Sort::Newest))), ["article-1", "article-0"]);
    assert_eq!(shown(&ask(&corpus, &query(Sort::Oldest))), ["article-0", "article-1"]);
}

#[test]
fn results_can_be_in_the_order_of_outlets_and_of_lengths() {
    let ids = |unit, sort| {
        let query = Query { unit, sort, ..Query::default() };
        shown(&ask(&corpus(&SAMPLES), &query))
    };
    assert_eq!(ids(Unit::Article, Sort::Outlet), ["article-0", "article-1", "article-2"]);
    assert_eq!(ids(Unit::Article, Sort::Longest), ["article-0", "article-1", "article-2"]);
    assert_eq!(ids(Unit::Article, Sort::Shortest), ["article-2", "article-1", "article-0"]);
    assert_eq!(ids(Unit::Quote, Sort::Longest)[0], "A fresh start for all of us");
}

fn day_chosen(value: &str, exclude: bool) -> Query {
    let mut query = Query::default();
    query.choose(Facet::Date, |days| match exclude {
        true => days.toggle_exclude(value),
        false => days.toggle(value),
    });
    query
}

#[test]
fn a_choice_of_days_may_be_a_month_a_year_or_from_one_to_another() {
    let corpus = corpus(&SAMPLES);
    let found = |value: &str, exclude| shown(&ask(&corpus, &day_chosen(value, exclude)));
    assert_eq!(found("2010-11", false), ["article-1", "article-0"]);
    assert_eq!(found("2009..2010-11-20", false), ["article-0", "article-2"]);
    assert_eq!(found("2010", true), ["article-2"]);
    let nothing = ask(&corpus, &day_chosen("2001..2002", false));
    assert_eq!(nothing.messages[0].text, "No date here is “2001..2002”.");
    // A day that is left out of its month is left out.
    let mut query = day_chosen("2010-11", false);
    query.choose(Facet::Date, |days| days.toggle_exclude("2010-11-21"));
    assert_eq!(shown(&ask(&corpus, &query)), ["article-0"]);
}

#[test]
fn an_unknown_choice_finds_nothing_says_so_and_can_be_taken_back() {
    let mut query = Query::default();
    query.choose(Facet::Outlet, |outlets| outlets.toggle("East"));
    let answer = ask(&corpus(&SAMPLES), &query);
    assert_eq!(answer.total, 0);
    assert_eq!(answer.messages[0].text, "No outlet here is “East”.");
    let listed = answer.facets[0].values.iter().find(|value| &*value.value == "East");
    assert!(listed.is_some_and(|value| value.choice == Choice::Included && value.count == 0));
}

#[test]
fn whatever_is_pasted_gets_an_answer_or_a_message() {
    let corpus = corpus(&SAMPLES);
    let long = |piece: &str| piece.repeat(1_000_000 / piece.len());
    let pieces = ["a", "the ", "?! ", "\"", "-the ", "fresh~ ", "f* ", "OR ", "a OR ", "the-"];
    for piece in pieces.into_iter().chain(["speaker:", "date:2010 ", "“fresh start” ", "İß"])
    {
        for unit in Unit::ALL {
            let query = Query { unit, words: long(piece), ..Query::default() };
            let answer = ask(&corpus, &query);
            assert!(answer.total == 0 || !answer.messages.is_empty(), "{piece:?}");
        }
    }
    check(Unit::Article, "the of a", &["article-0"]);
    for words in ["?!", "… — …"] {
        let answer = ask(&corpus, &Query { words: words.to_owned(), ..Query::default() });
        assert!(!answer.messages.is_empty(), "{words:?}");
    }
}

#[test]
fn many_values_may_be_chosen() {
    let mut query = Query::default();
    for number in 0..10_000 {
        let value = format!("{number}");
        query.choose(Facet::Speaker, |chosen| match number % 2 {
            0 => chosen.toggle(&value),
            _ => chosen.toggle_exclude(&value),
        });
    }
    let answer = ask(&corpus(&SAMPLES), &query);
    assert_eq!((answer.total, answer.messages.len()), (0, 9));
    assert!(answer.messages[8].text.contains("9992 more"), "{:?}", answer.messages[8]);
}

#[test]
fn a_quotation_of_nobody_is_found_under_none() {
    let mut query = Query { unit: Unit::Quote, ..Query::default() };
    query.choose(Facet::Speaker, |speakers| speakers.only(NONE));
    assert_eq!(shown(&ask(&corpus(&SAMPLES), &query)), ["so-called"]);
}

const OUTLETS: [&str; 3] = ["North", "South", "East"];
const SPEAKERS: [&str; 3] = ["Anna Berg", "Ben Holm", ""];
const WORDS: [&str; 5] = ["treaty", "fresh", "start", "talks", "began"];

prop_compose! {
    /// An article as (outlet, words outside quotations, quotations as speaker and words).
    pub(super) fn any_article()(
        outlet in 0usize..OUTLETS.len(),
        outside in proptest::collection::vec(0usize..WORDS.len(), 0..6),
        quotes in proptest::collection::vec((0usize..SPEAKERS.len(), 0usize..WORDS.len()), 0..4),
    ) -> (usize, String) {
        let mut text: String = outside.iter().map(|&word| format!("{} ", WORDS[word])).collect();
        for (speaker, word) in quotes {
            text += &format!("«{}|{}» said ", SPEAKERS[speaker], WORDS[word]);
        }
        (outlet, text)
    }
}

/// Such articles as samples, of some days.
pub(super) fn samples(articles: &[(usize, String)]) -> Vec<Sample<'_>> {
    let day = |text: &str| ["2010-01-01", "2010-01-02", "2009-12-31"][text.len() % 3];
    articles
        .iter()
        .map(|(outlet, text)| Sample { outlet: OUTLETS[*outlet], day: day(text), text })
        .collect()
}

/// The corpus with utterances by chance: the quotations of one length are one, and likewise all those of one
/// speaker.
fn retold(mut corpus: Corpus) -> Corpus {
    let mut told: BTreeMap<(bool, Option<u32>), Vec<Witness>> = BTreeMap::new();
    for (article, analysis) in (0..).zip(&corpus.articles) {
        for (at, quote) in (0..).zip(&analysis.quotations) {
            let witness = Witness { article, quotation: at, spans: Vec::new() };
            let length = quote.parts.iter().map(|part| part.span.len()).sum::<usize>() as u32;
            told.entry((true, Some(length))).or_default().push(witness.clone());
            told.entry((false, quote.speaker)).or_default().push(witness);
        }
    }
    let told = told.into_values().filter(|witnesses| witnesses.len() % 4 > 1);
    let reason = String::new;
    corpus.utterances = told.map(|witnesses| Utterance { witnesses, reason: reason() }).collect();
    corpus
}

/// A query by numbers: each choice is a facet, a value of it, and whether it is excluded.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    pub(super) unit: Unit,
    pub(super) word: Option<usize>,
    pub(super) chosen: Vec<(usize, usize, bool)>,
}

prop_compose! {
    pub(super) fn any_query()(
        unit in 0..Unit::ALL.len(),
        word in proptest::option::of(0usize..WORDS.len()),
        chosen in proptest::collection::vec((0..Facet::ALL.len(), 0usize..4, any::<bool>()), 0..4),
    ) -> Asked {
        Asked { unit: Unit::ALL[unit], word, chosen }
    }
}

/// Chooses by number among the values that a facet really has.
pub(super) fn query_of(corpus: &Corpus, Asked { unit, word, chosen }: &Asked) -> Query {
    let mut query = Query {
        unit: *unit,
        words: word.map_or(String::new(), |word| WORDS[word].to_owned()),
        ..Query::default()
    };
    let (collection, all) = (opened(corpus), Query { unit: query.unit, ..Query::default() });
    let offered = Found::new(&collection, &all);
    for &(facet, value, exclude) in chosen {
        let facet = Facet::ALL[facet];
        let values = offered.facet(facet).values;
        let Some(value) = values.get(value).map(|value| value.value.clone()) else { continue };
        query.choose(facet, |chosen| match exclude {
            true => chosen.toggle_exclude(&value),
            false => chosen.toggle(&value),
        });
    }
    query
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Choosing only a value gives exactly the number beside it, whatever else is chosen.
    #[test]
    fn every_count_is_what_the_click_gives(
        articles in proptest::collection::vec(any_article(), 1..6),
        asked in any_query(),
    ) {
        let corpus = retold(corpus(&samples(&articles)));
        let query = query_of(&corpus, &asked);
        let collection = opened(&corpus);
        for facet in [Facet::Date, Facet::Happened] {
            let within = [Days::default(), Days::read("2010-01").unwrap()];
            for calendar in within.map(|days| Found::new(&collection, &query).calendar(facet, days)) {
                let stretches = calendar.stretches.iter().map(|it| (it.days.to_string(), it.count));
                for (value, count) in stretches.chain([(NONE.to_owned(), calendar.none)]) {
                    let mut clicked = query.clone();
                    clicked.choose(facet, |chosen| chosen.only(&value));
                    prop_assert_eq!(Found::new(&collection, &clicked).total(), count, "{}", value);
                }
            }
        }
        for facet in Facet::ALL {
            for value in Found::new(&collection, &query).facet(facet).values.iter() {
                let mut clicked = query.clone();
                clicked.choose(facet, |chosen| chosen.only(&value.value));
                prop_assert_eq!(Found::new(&collection, &clicked).total(), value.count);
            }
        }
    }

    /// The index finds the articles that a plain scan for the exact words finds.
    #[test]
    fn the_index_finds_what_a_scan_finds(
        articles in proptest::collection::vec(any_article(), 1..6),
        phrase in proptest::collection::vec(0usize..WORDS.len(), 1..3),
    ) {
        let corpus = corpus(&samples(&articles));
        let phrase = phrase.iter().map(|&word| WORDS[word]).collect::<Vec<_>>().join(" ");
        let query = Query { words: format!("\"{phrase}\""), ..Query::default() };
        let holds = |source: &str| format!(" {source} ").contains(&format!(" {phrase} "));
        let scanned = corpus.articles.iter().filter(|it| holds(&it.source)).count();
        prop_assert_eq!(ask(&corpus, &query).total, scanned);
    }
}
