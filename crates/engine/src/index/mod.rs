//! The index: every word's places, and every facet's values, for articles and for quotations.
//!
//! All readable words of the corpus are numbered in one sequence of positions. An article, a
//! headline and a quotation are ranges of positions, so one list of places per word serves all of
//! them. A pack keeps the dictionary and the columns; the places are filled in when it is opened,
//! which costs one pass over the texts. Does not know matching, ranking or views.

mod collector;
mod columns;
mod dictionary;
mod key;
mod postings;
mod ranges;
mod terms;
mod token;
mod units;

use std::ops::Range;

use serde::{Deserialize, Serialize};

pub use columns::Column;
pub use postings::Occurrences;
pub use terms::Terms;
pub use units::{ArticleUnit, QuoteUnit, Stretch};

use crate::{
    article::Date,
    query::{Facet, Unit},
    story::Corpus,
};

/// A place in the sequence of all words.
pub type Position = u32;

/// Places in the sequence of all words, from the first to before the last.
pub type Positions = Range<Position>;

/// What a pack keeps of the index.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Kept {
    terms: terms::Kept,
    article_columns: Vec<Column>,
    quote_columns: Vec<Column>,
}

impl Kept {
    /// Makes what a pack keeps. Linear in the corpus's words, but for sorting the different ones.
    #[must_use]
    pub fn of(corpus: &Corpus) -> Self {
        let (mut collector, mut quotes) = (collector::Collector::new(0), Vec::new());
        for seed in 0.. {
            collector = collector::Collector::new(seed);
            quotes = units::number(corpus, &mut collector).quotes;
            if !collector.collided {
                break;
            }
        }
        let column = |unit, facet| columns::build(corpus, &quotes, unit, facet);
        let columns = |unit| Facet::ALL.into_iter().map(|facet| column(unit, facet)).collect();
        Self {
            article_columns: columns(Unit::Article),
            quote_columns: columns(Unit::Quote),
            terms: collector.finish(),
        }
    }
}

/// Everything that is looked up to answer a query.
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// The words and their places.
    pub terms: Terms,
    /// The articles, in the corpus's order.
    pub articles: Vec<ArticleUnit>,
    /// The quotations, article by article, in order.
    pub quotes: Vec<QuoteUnit>,
    /// The quotations' stretches, in the order of their first words, outer before inner.
    pub stretches: Vec<Stretch>,
    /// The facets of the articles, in the order of [`Facet::ALL`].
    pub article_columns: Vec<Column>,
    /// The facets of the quotations, likewise.
    pub quote_columns: Vec<Column>,
    /// Where the articles begin, and the stretches.
    starts: [ranges::Starts; 2],
    /// How many words an article has, and a quotation, in the mean.
    mean_lengths: [f32; 2],
}

impl Index {
    /// Opens what was kept of the corpus's index: numbers the words of its texts anew. Nothing if the
    /// texts have other words.
    #[must_use]
    pub fn open(kept: Kept, corpus: &Corpus) -> Option<Self> {
        let texts: usize = corpus.articles.iter().map(|analysis| analysis.source.len()).sum();
        let names: usize = corpus
            .articles
            .iter()
            .flat_map(|analysis| &analysis.quotations)
            .filter_map(|quote| corpus.people.get(quote.speaker? as usize))
            .map(|person| person.name.len())
            .sum();
        let mut opening = terms::Opening::new(kept.terms, texts + names)?;
        let units = units::number(corpus, &mut opening);
        let articles = units.articles.iter().map(|unit| unit.length);
        let quotes = units.quotes.iter().map(|unit| unit.length);
        let starts = ranges::Starts::new(units.articles.iter().map(|unit| unit.words.start));
        let begin = ranges::Starts::new(units.stretches.iter().map(|it| it.words.start));
        Some(Self {
            starts: [starts, begin],
            mean_lengths: [mean(articles), mean(quotes)],
            terms: opening.finish()?,
            articles: units.articles,
            quotes: units.quotes,
            stretches: units.stretches,
            article_columns: kept.article_columns,
            quote_columns: kept.quote_columns,
        })
    }

    /// The article that the position falls into, if it is not behind all of them.
    #[inline]
    #[must_use]
    pub fn article_at(&self, position: Position) -> Option<(usize, &ArticleUnit)> {
        let number = self.starts[0].last(position)?;
        self.articles.get(number).filter(|unit| position < unit.words.end).map(|it| (number, it))
    }

    /// The stretches that the position falls into, the innermost first.
    #[inline]
    pub fn stretches_at(&self, position: Position) -> impl Iterator<Item = &Stretch> {
        let of = |number: usize| self.stretches.get(number);
        let last = self.starts[1].last(position).and_then(of);
        let outwards = std::iter::successors(last, move |at| of(at.outer? as usize));
        outwards.filter(move |stretch| position < stretch.words.end)
    }

    /// Whether the position stands in a quotation.
    #[must_use]
    pub fn is_quoted(&self, position: Position) -> bool {
        self.stretches_at(position).next().is_some()
    }

    /// How many words the units of that kind have in the mean.
    #[must_use]
    pub fn mean_length(&self, unit: Unit) -> f32 {
        let [article, quote] = self.mean_lengths;
        match unit {
            Unit::Article => article,
            Unit::Quote => quote,
        }
    }

    /// How many words the unit of that number has.
    #[must_use]
    pub fn length(&self, unit: Unit, number: u32) -> u32 {
        match unit {
            Unit::Article => self.articles.get(number as usize).map_or(0, |unit| unit.length),
            Unit::Quote => self.quotes.get(number as usize).map_or(0, |unit| unit.length),
        }
    }

    /// The day on which the unit of that number was published.
    #[must_use]
    pub fn published(&self, unit: Unit, number: u32) -> Option<Date> {
        let article = match unit {
            Unit::Article => number,
            Unit::Quote => self.quotes.get(number as usize)?.article,
        };
        self.articles.get(article as usize)?.published
    }

    /// The facets' columns for `unit`, in the order of [`Facet::ALL`].
    #[must_use]
    pub fn columns(&self, unit: Unit) -> &[Column] {
        match unit {
            Unit::Article => &self.article_columns,
            Unit::Quote => &self.quote_columns,
        }
    }

    /// The quotation at that place of the article at `article`, as a unit.
    #[must_use]
    pub fn quote(&self, article: usize, quotation: usize) -> Option<&QuoteUnit> {
        self.quotes_of(article).get(quotation)
    }

    /// The quotation of the article at `article` that is named `key`, by its place there.
    #[must_use]
    pub fn quote_named(&self, article: usize, key: &str) -> Option<usize> {
        self.quotes_of(article).iter().position(|quote| quote.key == key)
    }

    fn quotes_of(&self, article: usize) -> &[QuoteUnit] {
        let first = |article: usize| self.articles.get(article).map(|it| it.first_quote as usize);
        let from = first(article).unwrap_or(self.quotes.len());
        let to = first(article + 1).unwrap_or(self.quotes.len());
        self.quotes.get(from..to).unwrap_or_default()
    }

    /// How many results of `unit` there could be.
    #[must_use]
    pub fn count(&self, unit: Unit) -> usize {
        match unit {
            Unit::Article => self.articles.len(),
            Unit::Quote => self.quotes.len(),
        }
    }
}

fn mean(lengths: impl ExactSizeIterator<Item = u32>) -> f32 {
    let count = lengths.len().max(1);
    lengths.map(u64::from).sum::<u64>() as f32 / count as f32
}
