//! The index: every word's places, and every facet's values, for articles and for quotations.
//!
//! All readable words of the corpus are numbered in one sequence of positions. An article, a
//! headline and a quotation are ranges of positions, so one list of places per word serves all of
//! them. Built once; does not know matching, ranking or views.

mod columns;
mod key;
mod terms;
mod units;

use std::ops::Range;

use serde::{Deserialize, Serialize};

pub use columns::Column;
pub use terms::Terms;
pub use units::{ArticleUnit, QuoteUnit, count_words, positions_of_article};

use crate::{
    query::{Facet, Unit},
    story::Corpus,
    text::word::Stems,
};

/// A place in the sequence of all words.
pub type Position = u32;

/// Places in the sequence of all words, from the first to before the last.
pub type Positions = Range<Position>;

/// Everything that is looked up to answer a query.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Index {
    /// The words and their places.
    pub terms: Terms,
    /// The articles, in the corpus's order.
    pub articles: Vec<ArticleUnit>,
    /// The quotations, article by article, in order.
    pub quotes: Vec<QuoteUnit>,
    /// The facets of the articles, in the order of [`Facet::ALL`].
    pub article_columns: Vec<Column>,
    /// The facets of the quotations, likewise.
    pub quote_columns: Vec<Column>,
}

impl Index {
    /// Indexes a corpus. Linear in its words, but for sorting the different ones.
    #[must_use]
    pub fn build(corpus: &Corpus) -> Self {
        let mut terms = terms::Builder::new(Stems::default());
        let (articles, quotes) = units::number(corpus, &mut terms);
        let column = |unit, facet| columns::build(corpus, &quotes, unit, facet);
        let columns = |unit| Facet::ALL.into_iter().map(|facet| column(unit, facet)).collect();
        Self {
            article_columns: columns(Unit::Article),
            quote_columns: columns(Unit::Quote),
            terms: terms.finish(),
            articles,
            quotes,
        }
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
