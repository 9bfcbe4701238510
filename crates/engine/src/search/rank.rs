//! Puts results in order.
//!
//! BM25 (Robertson and Zaragoza, 2009) with a headline's words counted again; equal scores fall back
//! to the newest, then to the corpus's own order, so that no order is left to chance.

use std::cmp::Ordering;

use super::matching::{Matched, Places, ranges};
use crate::{
    article::Date,
    index::{Index, Positions},
    query::{Query, Sort, Unit},
    story::Corpus,
};

/// How soon a repeated word stops counting.
const SATURATION: f32 = 1.2;
/// How much a long text's words count less.
const LENGTH: f32 = 0.75;
/// How many more times a word of the headline counts.
const HEADLINE: usize = 2;

/// The units in the order asked for, each with its score.
pub(super) fn order(
    corpus: &Corpus,
    index: &Index,
    query: &Query,
    matched: &Matched,
    kept: Vec<usize>,
) -> Vec<(usize, f32)> {
    let scores = Scores::new(index, query.unit, matched);
    let mut order: Vec<Ranked> = kept
        .into_iter()
        .map(|unit| Ranked {
            unit,
            score: scores.of(unit),
            published: published(corpus, index, query.unit, unit),
        })
        .collect();
    order.sort_by(|a, b| compare(query.sort, a, b));
    order.into_iter().map(|ranked| (ranked.unit, ranked.score)).collect()
}

struct Ranked {
    unit: usize,
    score: f32,
    published: Option<Date>,
}

fn compare(sort: Sort, a: &Ranked, b: &Ranked) -> Ordering {
    let newest = || by_date(b.published, a.published).then(a.unit.cmp(&b.unit));
    match sort {
        Sort::Relevance => b.score.total_cmp(&a.score).then_with(newest),
        Sort::Newest => newest(),
        Sort::Oldest => by_date(a.published, b.published).then(a.unit.cmp(&b.unit)),
    }
}

/// Undated ones come last in either direction.
fn by_date(a: Option<Date>, b: Option<Date>) -> Ordering {
    a.is_none().cmp(&b.is_none()).then(a.cmp(&b))
}

fn published(corpus: &Corpus, index: &Index, unit: Unit, number: usize) -> Option<Date> {
    let article = match unit {
        Unit::Article => number,
        Unit::Quote => index.quotes[number].article as usize,
    };
    corpus.articles.get(article)?.article.published.as_ref().map(|day| day.value)
}

/// What scores need to know of the whole corpus.
struct Scores<'index> {
    index: &'index Index,
    unit: Unit,
    /// The wanted clauses with their weights: rare ones weigh more.
    clauses: Vec<(&'index Places, f32)>,
    mean_length: f32,
}

impl<'index> Scores<'index> {
    fn new(index: &'index Index, unit: Unit, matched: &'index Matched) -> Self {
        let count = index.count(unit);
        let lengths = (0..count).map(|number| length(ranges(index, unit, number))).sum::<f32>();
        let weight = |places: &Places| {
            let found = (0..count)
                .filter(|&unit_at| places.count(ranges(index, unit, unit_at)) > 0)
                .count();
            (1.0 + (count as f32 - found as f32 + 0.5) / (found as f32 + 0.5)).ln()
        };
        let clauses = matched.wanted.iter().map(|places| (places, weight(places))).collect();
        Self { index, unit, clauses, mean_length: lengths / count.max(1) as f32 }
    }

    fn of(&self, number: usize) -> f32 {
        let ranges = ranges(self.index, self.unit, number);
        let norm = 1.0 - LENGTH + LENGTH * length(ranges) / self.mean_length.max(1.0);
        let score = |(places, weight): &(&Places, f32)| {
            let times = (places.count(ranges) + HEADLINE * self.in_headline(places, number)) as f32;
            weight * times * (SATURATION + 1.0) / (times + SATURATION * norm)
        };
        self.clauses.iter().map(score).sum()
    }

    fn in_headline(&self, places: &Places, number: usize) -> usize {
        match self.unit {
            Unit::Article => {
                places.count(std::slice::from_ref(&self.index.articles[number].headline))
            }
            Unit::Quote => 0,
        }
    }
}

fn length(ranges: &[Positions]) -> f32 {
    ranges.iter().map(ExactSizeIterator::len).sum::<usize>() as f32
}
