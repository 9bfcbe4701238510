//! What lines of keywords in context must always be.

use proptest::prelude::*;

use super::{
    Concordance, Found,
    tests::{any_article, samples},
};
use crate::{
    query::{Facet, LineOrder, Query, Unit},
    span::Span,
    story::Corpus,
    testing::{Sample, corpus, opened},
    text::word::{lower, words},
};

fn lines(corpus: &Corpus, query: &Query, by: LineOrder, count: usize) -> Concordance {
    Found::new(&opened(corpus), query).concordance(by, count)
}

fn two() -> Corpus {
    let sample = |outlet, text| Sample { outlet, day: "2010-11-20", text };
    corpus(&[
        sample("North", "A fresh start it is. «Anna Berg|No fresh start for all», she said."),
        sample("South", "Stale bread, fresh bread."),
    ])
}

fn check(words: &str, by: LineOrder, expected: &[&str]) {
    let query = Query { words: words.to_owned(), ..Query::default() };
    let found = lines(&two(), &query, by, 9);
    let shown = found.lines.iter().map(|it| format!("{}[{}]{}", it.left, it.hit, it.right));
    assert_eq!(shown.collect::<Vec<_>>(), expected, "{words:?}");
    assert_eq!(found.total, expected.len());
}

#[test]
fn lines_come_in_the_order_of_their_neighbours() {
    let it = "A [fresh] start it is. No fresh start for all";
    let all = "A fresh start it is. No [fresh] start for all, she said";
    let bread = "Stale bread, [fresh] bread";
    check("fresh", LineOrder::Right, &[bread, all, it]);
    check("fresh", LineOrder::Left, &[it, bread, all]);
}

#[test]
fn words_that_were_asked_for_together_are_one_line() {
    let it = "A [fresh start] it is. No fresh start for all, she";
    let all = "A fresh start it is. No [fresh start] for all, she said";
    check("\"fresh start\"", LineOrder::Right, &[all, it]);
    check("\"fresh start\" start fresh", LineOrder::Right, &[all, it]);
    check(
        "quote:fresh",
        LineOrder::Right,
        &["A fresh start it is. No [fresh] start for all, she said"],
    );
    check("", LineOrder::Right, &[]);
}

#[test]
fn what_is_chosen_narrows() {
    let mut query = Query { words: "fresh".to_owned(), ..Query::default() };
    query.choose(Facet::Outlet, |outlets| outlets.toggle("South"));
    assert_eq!(lines(&two(), &query, LineOrder::Right, 9).total, 1);
    let query = Query { unit: Unit::Quote, words: "fresh".to_owned(), ..Query::default() };
    assert_eq!(lines(&two(), &query, LineOrder::Right, 9).total, 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// As many lines as a scan counts, each with the document's words at its place, and the first ones of
    /// all whatever their number.
    #[test]
    fn every_line_is_the_document_at_its_place(
        articles in proptest::collection::vec(any_article(), 1..6),
        (left, count) in (any::<bool>(), 0_usize..6),
    ) {
        let corpus = corpus(&samples(&articles));
        let by = if left { LineOrder::Left } else { LineOrder::Right };
        let query = Query { words: "fresh".to_owned(), exact: true, ..Query::default() };
        let all = lines(&corpus, &query, by, usize::MAX);
        let is = |source: &str, word: Span| lower(word.of(source)) == "fresh";
        let scanned = corpus.articles.iter().map(|it| {
            let source = it.source.as_str();
            words(source, Span::new(0, source.len())).filter(|word| is(source, *word)).count()
        });
        prop_assert_eq!((all.total, all.lines.len()), (scanned.sum::<usize>(), all.total));
        for line in &all.lines {
            let source = corpus.articles.iter().find(|it| it.article.id == line.id);
            let source = &source.unwrap().source;
            let (start, end) = (line.span.start as usize, line.span.end as usize);
            prop_assert_eq!(&source[start..end], &line.hit);
            prop_assert!(source[..start].ends_with(&line.left));
            prop_assert!(source[end..].starts_with(&line.right));
        }
        let mut first = all;
        first.lines.truncate(count);
        prop_assert_eq!(lines(&corpus, &query, by, count), first);
    }
}
