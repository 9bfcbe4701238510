//! Answers a query: which results, how many, in which order, and what every facet value would
//! give.
//!
//! Knows the index; does not know how an answer is shown.

mod answer;
mod cards;
mod facets;
mod highlight;
mod matching;
mod rank;
mod snippet;
mod tally;
#[cfg(test)]
mod tests;

pub use answer::{
    Answer, ArticleCard, FacetCounts, FacetValue, Hit, Item, Piece, QuoteCard, QuotePart, Snippet,
};
pub use cards::Cards;

use highlight::Highlight;
use matching::Matched;

use crate::{
    index::Index,
    query::{Query, Unit, Words},
    story::Corpus,
};

/// Answers `query` with its first `count` results. Linear in the places of the words asked for and in
/// the results.
#[must_use]
pub fn answer(corpus: &Corpus, index: &Index, query: &Query, count: usize) -> Answer {
    let words = Words::read(&query.words);
    let matched = Matched::find(index, query.unit, &words);
    let choices = facets::Choices::read(index, query);
    let (facets, kept) = facets::count(index, query, &choices, &matched);
    let order = rank::first(index, query, &matched, &kept, count);
    let cards = Cards::new(corpus, index).searching(Highlight::new(index, &words));
    let hits: Vec<Hit> = order
        .into_iter()
        .map(|(unit, score)| Hit { item: item(&cards, index, query.unit, unit), score })
        .collect();
    let messages = words.messages.into_iter().chain(choices.messages).collect();
    Answer { total: kept.len(), hits, facets, messages }
}

/// How many results `query` has, found as [`answer`] finds them.
#[must_use]
pub fn total(index: &Index, query: &Query) -> usize {
    let matched = Matched::find(index, query.unit, &Words::read(&query.words));
    facets::count(index, query, &facets::Choices::read(index, query), &matched).1.len()
}

fn item(cards: &Cards<'_>, index: &Index, kind: Unit, unit: usize) -> Item {
    match kind {
        Unit::Article => Item::Article(cards.article(unit), cards.best_passage(unit)),
        Unit::Quote => {
            let quote = &index.quotes[unit];
            Item::Quote(cards.quote(quote.article as usize, quote.quotation as usize))
        }
    }
}
