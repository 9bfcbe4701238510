//! Facet columns: which values of a facet each article or quotation has.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::QuoteUnit;
use crate::{
    query::{Facet, NONE, Unit},
    quote::Quotation,
    story::{Analysis, Corpus},
};

/// The values of one facet for every unit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// The values, in the order they are shown in.
    pub values: Vec<String>,
    /// For each unit the end of its run in `held`.
    ends: Vec<u32>,
    /// The values that the units have, by number.
    held: Vec<u32>,
}

impl Column {
    /// The numbers of the values that `unit` has: at least one, since "none" is a value too.
    #[must_use]
    pub fn of(&self, unit: usize) -> &[u32] {
        let end = |unit: usize| self.ends.get(unit).map_or(0, |&end| end as usize);
        self.held.get(unit.checked_sub(1).map_or(0, end)..end(unit)).unwrap_or_default()
    }

    /// Adds to `counts` how many of the units have each value.
    pub fn count(&self, units: impl Iterator<Item = u32>, counts: &mut [u32]) {
        if self.held.len() == self.ends.len() {
            // Every unit has exactly one.
            let values = units.filter_map(|unit| self.held.get(unit as usize));
            values.for_each(|&value| add(counts, value));
        } else {
            units.for_each(|unit| self.of(unit as usize).iter().for_each(|&it| add(counts, it)));
        }
    }
}

#[inline]
fn add(counts: &mut [u32], value: u32) {
    if let Some(count) = counts.get_mut(value as usize) {
        *count += 1;
    }
}

/// The column of `facet` for all units of that kind. Linear in the corpus.
pub(super) fn build(corpus: &Corpus, quotes: &[QuoteUnit], unit: Unit, facet: Facet) -> Column {
    let of_articles = held_by_articles(corpus, facet);
    let held = match unit {
        Unit::Article => of_articles,
        Unit::Quote => {
            quotes.iter().map(|quote| held_by_quote(corpus, quote, facet, &of_articles)).collect()
        }
    };
    let held: Vec<_> = held.into_iter().map(or_none).collect();
    column(&held, facet)
}

fn column(held: &[Vec<String>], facet: Facet) -> Column {
    let values = in_order(held, facet);
    let numbers: BTreeMap<&str, u32> = values.iter().map(String::as_str).zip(0..).collect();
    let mut column = Column::default();
    for values in held {
        column.held.extend(values.iter().filter_map(|value| numbers.get(value.as_str())));
        column.ends.push(u32::try_from(column.held.len()).unwrap_or(u32::MAX));
    }
    Column { values, ..column }
}

/// The different values: dates newest first, others by count, then by name; "none" is last.
fn in_order(held: &[Vec<String>], facet: Facet) -> Vec<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for value in held.iter().flatten() {
        *counts.entry(value).or_default() += 1;
    }
    let mut values: Vec<_> = counts.into_iter().collect();
    match facet {
        Facet::Date => values.reverse(),
        _ => values.sort_by_key(|(_, count)| std::cmp::Reverse(*count)),
    }
    values.sort_by_key(|(value, _)| *value == NONE);
    values.into_iter().map(|(value, _)| value.to_owned()).collect()
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
    unit: &QuoteUnit,
    facet: Facet,
    of_articles: &[Vec<String>],
) -> Vec<String> {
    let article = unit.article as usize;
    let quotations = corpus.articles.get(article).map(|analysis| &analysis.quotations);
    let quote = quotations.and_then(|quotes| quotes.get(unit.quotation as usize));
    match facet {
        Facet::Speaker => quote.and_then(|quote| speaker(corpus, quote)).into_iter().collect(),
        Facet::Kind => quote.map(|quote| quote.kind.name().to_owned()).into_iter().collect(),
        Facet::Outlet | Facet::Date | Facet::Event => {
            of_articles.get(article).cloned().unwrap_or_default()
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn held(values: &[&[&str]]) -> Vec<Vec<String>> {
        values.iter().map(|of| of.iter().map(|&value| value.to_owned()).collect()).collect()
    }

    #[test]
    fn values_come_by_count_then_by_name_and_none_last() {
        let column =
            column(&held(&[&["b"], &["a"], &["b"], &[NONE], &[NONE], &[NONE]]), Facet::Outlet);
        assert_eq!(column.values, ["b", "a", NONE]);
        assert_eq!(column.of(1), [1]);
        assert_eq!(column.of(5), [2]);
    }

    #[test]
    fn dates_come_newest_first() {
        let column = column(&held(&[&["2009-12-17"], &["2010-11-20"]]), Facet::Date);
        assert_eq!(column.values, ["2010-11-20", "2009-12-17"]);
    }

    #[test]
    fn a_unit_may_have_several_values() {
        let column = column(&held(&[&["a", "b"], &["b"]]), Facet::Speaker);
        assert_eq!(column.values, ["b", "a"]);
        assert_eq!((column.of(0), column.of(1)), (&[1, 0][..], &[0][..]));
        let mut counts = [0; 2];
        column.count([0, 1].into_iter(), &mut counts);
        assert_eq!(counts, [2, 1]);
    }
}
