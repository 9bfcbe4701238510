//! The index gives what a plain scan gives: results, totals and every facet's counts.

#![allow(clippy::unwrap_used, reason = "a test may panic: that is its answer")]

use std::{collections::BTreeMap, path::Path};

use parallax_engine::{
    Engine,
    article::Document,
    build,
    query::{Facet, Query},
    search::{Answer, Item},
    story,
};
use parallax_scan::{Asked, World, documents, queries};

fn names(answer: &Answer) -> Vec<(String, Option<u32>)> {
    let name = |item: &Item| match item {
        Item::Article(card, _) => (card.id.clone(), None),
        Item::Quote(card) => {
            (card.article.id.clone(), card.parts.first().map(|part| part.span.start))
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
        let why = engine.explain(query, &id(&hit.item)).unwrap();
        assert_eq!(why.is_result(), is_result, "{query:?}: {why:?}");
        assert!(is_result || why.score == 0.0);
    }
}

fn id(item: &Item) -> String {
    match item {
        Item::Article(card, _) => card.id.clone(),
        Item::Quote(card) => format!("{}/{}", card.article.id, card.key),
    }
}

fn check(documents: &[Document], seed: u64) {
    let world = World::of(&story::analyse(documents));
    let engine = Engine::open(build(documents).unwrap().pack).unwrap();
    let mut found = 0;
    for (number, Asked { query, clauses }) in queries(&world, 300, seed).into_iter().enumerate() {
        let answer = engine.answer(&query);
        explained(&engine, &query, &answer, number);
        let expected = world.results(&query, &clauses);
        assert_eq!(names(&answer), expected, "{query:?}");
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
    check(&parallax_corpus::read_folder(&folder).unwrap(), 1);
}

#[test]
fn on_documents_made_by_chance() {
    check(&documents(150, 2), 2);
}
