//! Writes the facet columns of a corpus.

use std::collections::BTreeMap;

use super::{shown_order, width};
use crate::{
    bytes,
    pack::records,
    query::{Facet, NONE, Unit},
    quote::Quotation,
    story::{Analysis, Corpus},
};

/// The records of the columns of all facets for all units of that kind. Linear in the corpus.
pub(in crate::index) fn write(corpus: &Corpus, unit: Unit) -> Vec<u8> {
    let column = |facet| encode(&held(corpus, unit, facet), facet);
    let all: Vec<_> = Facet::ALL.into_iter().flat_map(column).collect();
    records::write(all.iter())
}

/// The values of the facet that each unit has.
fn held(corpus: &Corpus, unit: Unit, facet: Facet) -> Vec<Vec<String>> {
    let of_articles = held_by_articles(corpus, facet);
    let held = match unit {
        Unit::Article => of_articles,
        Unit::Quote => corpus
            .articles
            .iter()
            .zip(&of_articles)
            .flat_map(|(analysis, article)| analysis.quotations.iter().map(move |it| (it, article)))
            .map(|(quote, article)| held_by_quote(corpus, quote, facet, article))
            .collect(),
    };
    held.into_iter().map(or_none).collect()
}

/// Writes the three records of a column.
pub(super) fn encode(held: &[Vec<String>], facet: Facet) -> [Vec<u8>; 3] {
    let values = in_order(held, facet);
    let numbers: BTreeMap<&str, u32> = values.iter().copied().zip(0..).collect();
    let (mut counts, mut bytes) = (Vec::new(), Vec::new());
    let single = held.iter().all(|values| values.len() == 1);
    for values in held {
        if !single {
            bytes::write(&mut counts, values.len() as u32);
        }
        for number in values.iter().filter_map(|value| numbers.get(value.as_str())) {
            bytes.extend_from_slice(&number.to_le_bytes()[..width(numbers.len())]);
        }
    }
    [records::write(values.iter()), counts, bytes]
}

/// The different values, in the order in which they are shown.
fn in_order(held: &[Vec<String>], facet: Facet) -> Vec<&str> {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for value in held.iter().flatten() {
        *counts.entry(value).or_default() += 1;
    }
    let values: Vec<(&str, u32)> = counts.into_iter().collect();
    shown_order(&values, facet).into_iter().map(|at| values[at].0).collect()
}

fn held_by_articles(corpus: &Corpus, facet: Facet) -> Vec<Vec<String>> {
    if facet == Facet::Event {
        return events_of_articles(corpus);
    }
    corpus.articles.iter().map(|analysis| held_by_article(corpus, analysis, facet)).collect()
}

fn events_of_articles(corpus: &Corpus) -> Vec<Vec<String>> {
    let mut events = vec![Vec::new(); corpus.articles.len()];
    for event in &corpus.events {
        for &article in &event.articles {
            if let Some(names) = events.get_mut(article as usize) {
                names.push(event.name.clone());
            }
        }
    }
    events
}

fn held_by_article(corpus: &Corpus, analysis: &Analysis, facet: Facet) -> Vec<String> {
    let (article, quotations) = (&analysis.article, analysis.quotations.iter());
    match facet {
        Facet::Outlet => article.outlet.iter().map(|outlet| outlet.value.clone()).collect(),
        Facet::Date => article.published.iter().map(|day| day.value.to_string()).collect(),
        Facet::Speaker => quotations.filter_map(|quote| speaker(corpus, quote)).collect(),
        Facet::Kind => quotations.map(|quote| quote.kind.name().to_owned()).collect(),
        Facet::Event => Vec::new(),
    }
}

fn held_by_quote(
    corpus: &Corpus,
    quote: &Quotation,
    facet: Facet,
    of_article: &[String],
) -> Vec<String> {
    match facet {
        Facet::Speaker => speaker(corpus, quote).into_iter().collect(),
        Facet::Kind => vec![quote.kind.name().to_owned()],
        Facet::Outlet | Facet::Date | Facet::Event => of_article.to_vec(),
    }
}

fn speaker(corpus: &Corpus, quote: &Quotation) -> Option<String> {
    corpus.people.get(quote.speaker? as usize).map(|person| person.name.clone())
}

/// Each value once, and "none" where there is none.
fn or_none(mut values: Vec<String>) -> Vec<String> {
    if values.is_empty() {
        values.push(NONE.to_owned());
    }
    values.sort_unstable();
    values.dedup();
    values
}
