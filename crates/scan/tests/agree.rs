//! The index gives what a plain scan gives: results, totals and every facet's counts.

#![allow(clippy::unwrap_used, reason = "a test may panic: that is its answer")]

use std::{collections::BTreeMap, path::Path};

use parallax_engine::{
    Engine,
    article::Document,
    build,
    query::{Facet, Query, Unit},
    search::{Answer, Hit, Item, QuoteCard},
    story,
};
use parallax_scan::{Asked, World, documents, queries};

type Name = (String, Option<u32>);

fn name_of(card: &QuoteCard) -> Name {
    (card.article.id.clone(), card.parts.first().map(|part| part.span.start))
}

fn names(answer: &Answer, quotes: &BTreeMap<String, (Name, f32)>) -> Vec<Name> {
    let name = |item: &Item| match item {
        Item::Article(card, _) => (card.id.clone(), None),
        Item::Quote(card) => name_of(card),
        Item::Utterance(card, others) => {
            let others = others.iter().map(|it| quotes[&of(&it.article.id, &it.key)].0.clone());
            others.chain([name_of(card)]).min().unwrap()
        }
    };
    let mut names: Vec<_> = answer.hits.iter().map(|hit| name(&hit.item)).collect();
    names.sort();
    names
}

fn counts(answer: &Answer) -> BTreeMap<(Facet, String), usize> {
    let facets = answer.facets.iter();
    let values = facets.flat_map(|it| it.values.iter().map(|value| (it.facet, value)));
    let some = values.filter(|(_, value)| value.count > 0);
    some.map(|(facet, value)| ((facet, value.value.to_string()), value.count)).collect()
}

/// What the clauses are said to add is the score of a hit, and whatever is no result is told why.
fn explained(engine: &Engine, query: &Query, answer: &Answer, number: usize) {
    for hit in answer.hits.iter().take(4) {
        let why = engine.explain(query, &id(&hit.item)).unwrap();
        assert!(why.is_result(), "{query:?}: {why:?}");
        assert_eq!(why.score.to_bits(), hit.score.to_bits(), "{query:?}: {why:?}");
        let wanted: Vec<f32> = why.clauses.iter().filter(|it| !it.not).map(|it| it.adds).collect();
        let sum = wanted.into_iter().reduce(|sum, adds| sum + adds).unwrap_or_default();
        assert_eq!(sum.to_bits(), hit.score.to_bits(), "{query:?}: {why:?}");
    }
    let all = Query { unit: query.unit, ..Query::default() };
    let all = engine.first(&all, 1 + number % 20);
    for hit in all.hits.iter().rev().take(1) {
        let is_result = answer.hits.iter().any(|it| id(&it.item) == id(&hit.item));
        // An utterance is a result by any of its quotations; this may be another than the best.
        let is_result = is_result || query.unit == Unit::Utterance && why_is(engine, query, hit);
        let why = engine.explain(query, &id(&hit.item)).unwrap();
        assert_eq!(why.is_result(), is_result, "{query:?}: {why:?}");
        assert!(is_result || why.score == 0.0);
    }
}

fn why_is(engine: &Engine, query: &Query, hit: &Hit) -> bool {
    engine.explain(query, &id(&hit.item)).unwrap().is_result()
}

fn id(item: &Item) -> String {
    match item {
        Item::Article(card, _) => card.id.clone(),
        Item::Quote(card) | Item::Utterance(card, _) => of(&card.article.id, &card.key),
    }
}

fn of(article: &str, key: &str) -> String {
    format!("{article}/{key}")
}

/// The quotations that hold the words, whatever is chosen, by name, with their scores.
fn quotes(engine: &Engine, query: &Query) -> BTreeMap<String, (Name, f32)> {
    let (words, exact) = (query.words.clone(), query.exact);
    let query = Query { unit: Unit::Quote, words, exact, ..Query::default() };
    let hits = engine.answer(&query).hits.into_iter().filter_map(|hit| match &hit.item {
        Item::Quote(card) => Some((id(&hit.item), (name_of(card), hit.score))),
        _ => None,
    });
    hits.collect()
}

/// An utterance's score is that of its best quotation.
fn as_good_as_the_best(engine: &Engine, query: &Query, answer: &Answer) {
    let scores = quotes(engine, query);
    for hit in &answer.hits {
        let Item::Utterance(_, others) = &hit.item else { continue };
        assert_eq!(scores[&id(&hit.item)].1.to_bits(), hit.score.to_bits(), "{query:?}");
        let others = others.iter().filter_map(|it| scores.get(&of(&it.article.id, &it.key)));
        assert!(others.into_iter().all(|(_, score)| *score <= hit.score), "{query:?}");
    }
}

/// Checks what is found in documents that have at least so many utterances of several quotations.
fn check(documents: &[Document], retold: usize, seed: u64) {
    let world = World::of(&story::analyse(documents));
    let engine = Engine::open(build(documents).unwrap().pack).unwrap();
    let all = quotes(&engine, &Query::default());
    assert!(world.retold() >= retold, "{}", world.retold());
    let mut found = 0;
    for (number, Asked { query, clauses }) in queries(&world, 300, seed).into_iter().enumerate() {
        let answer = engine.answer(&query);
        explained(&engine, &query, &answer, number);
        as_good_as_the_best(&engine, &query, &answer);
        let expected = world.results(&query, &clauses);
        assert_eq!(names(&answer, &all), expected, "{query:?}");
        assert_eq!(
            (answer.total, engine.count(&query)),
            (expected.len(), expected.len()),
            "{query:?}"
        );
        assert_eq!(counts(&answer), world.counts(&query, &clauses), "{query:?}");
        assert_eq!(answer.messages, [], "{query:?}");
        let some = 0 < answer.total && answer.total < world.size(query.unit);
        found += usize::from(some);
    }
    // Queries that find nothing, or everything, would prove little.
    assert!(found > 150, "{found}");
}

#[test]
fn on_the_documents_of_the_page() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus");
    check(&parallax_corpus::read_folder(&folder).unwrap(), 5, 1);
}

#[test]
fn on_documents_made_by_chance() {
    check(&documents(150, 2), 0, 2);
}
