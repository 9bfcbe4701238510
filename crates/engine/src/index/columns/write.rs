//! Writes the facet columns of a corpus.

use std::collections::{BTreeMap, BTreeSet};

use super::{kept, width};
use crate::{
    bytes,
    pack::{Strings, records},
    query::{Facet, NONE, Unit},
    quote::Quotation,
    story::{Analysis, Corpus},
};

/// The records of the columns that are kept for all units of that kind; their values are numbers of
/// `names`. Linear in the corpus.
pub(in crate::index) fn write(corpus: &Corpus, unit: Unit, names: &mut Strings) -> Vec<u8> {
    let column = |facet| encode(&held(corpus, unit, facet), names);
    let all: Vec<_> = kept(unit).iter().copied().flat_map(column).collect();
    records::write(all.iter())
}

/// The values of the facet that each unit has.
fn held(corpus: &Corpus, unit: Unit, facet: Facet) -> Vec<Vec<String>> {
    let held: Vec<Vec<String>> = match unit {
        Unit::Article => held_by_articles(corpus, facet),
        Unit::Quote => {
            let quotes = corpus.articles.iter().flat_map(|analysis| &analysis.quotations);
            quotes.map(|quote| held_by_quote(corpus, quote, facet)).collect()
        }
    };
    held.into_iter().map(or_none).collect()
}

/// Writes the three records of a column. Its values stand in the order of their names' numbers, so that
/// those of neighbours are alike.
pub(super) fn encode(held: &[Vec<String>], names: &mut Strings) -> [Vec<u8>; 3] {
    let numbers: BTreeSet<u32> = held.iter().flatten().map(|value| names.number(value)).collect();
    let (mut values, mut last) = (Vec::new(), 0);
    for &number in &numbers {
        bytes::write(&mut values, number - last);
        last = number;
    }
    let places: BTreeMap<u32, u32> = numbers.into_iter().zip(0..).collect();
    let (mut counts, mut all) = (Vec::new(), Vec::new());
    let single = held.iter().all(|values| values.len() == 1);
    for values in held {
        if !single {
            bytes::write(&mut counts, values.len() as u32);
        }
        for place in values.iter().filter_map(|value| places.get(&names.number(value))) {
            all.extend_from_slice(&place.to_le_bytes()[..width(places.len())]);
        }
    }
    [values, counts, all]
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
        Facet::Topic => article.topics.iter().map(|topic| topic.value.clone()).collect(),
        Facet::Date => article.published.iter().map(|day| day.value.to_string()).collect(),
        Facet::Speaker => match &article.speakers {
            Some(given) => given.value.clone(),
            None => quotations.filter_map(|quote| speaker(corpus, quote)).collect(),
        },
        Facet::Kind => quotations.map(|quote| quote.kind.name().to_owned()).collect(),
        Facet::Event | Facet::Month => Vec::new(),
    }
}

/// What a quotation has of its own; all else it has from its article.
fn held_by_quote(corpus: &Corpus, quote: &Quotation, facet: Facet) -> Vec<String> {
    match facet {
        Facet::Speaker => speaker(corpus, quote).into_iter().collect(),
        Facet::Kind => vec![quote.kind.name().to_owned()],
        Facet::Outlet | Facet::Event | Facet::Topic | Facet::Date | Facet::Month => Vec::new(),
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
