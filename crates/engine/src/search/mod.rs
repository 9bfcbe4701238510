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
#[cfg(test)]
mod split_tests;
mod tally;
#[cfg(test)]
mod tests;

pub use answer::{
    Answer, ArticleCard, FacetCounts, FacetValue, Hit, Item, Piece, QuoteCard, QuotePart, Snippet,
};
pub use cards::Cards;

use std::cell::LazyCell;

use highlight::Highlight;
use matching::Matched;

use crate::{
    collection::Collection,
    query::{Query, Unit},
};

/// Answers `query` with its first `count` results. Linear in the places of the words asked for and in
/// the results.
#[must_use]
pub fn answer(collection: &Collection, query: &Query, count: usize) -> Answer {
    let words = query.asked();
    let matched = Matched::find(collection, query.unit, &words);
    let choices = facets::Choices::read(collection, query);
    let (facets, kept) = facets::count(collection, query, &choices, &matched);
    let order = rank::first(collection, query, &matched, &kept, count);
    let segments = collection.segments().iter();
    let cards: Vec<LazyCell<Cards<'_>, _>> = segments
        .map(|segment| {
            let searched = || Highlight::new(&segment.index, &words);
            LazyCell::new(move || Cards::new(segment).searching(searched()))
        })
        .collect();
    let hit = |ranked: rank::Ranked| {
        let item = item(cards.get(ranked.segment)?, query.unit, ranked.unit)?;
        Some(Hit { item, score: ranked.score })
    };
    let hits = order.into_iter().filter_map(hit).collect();
    let messages = words.messages.iter().cloned().chain(choices.messages).collect();
    Answer { total: kept.iter().map(Vec::len).sum(), hits, facets, messages }
}

/// How many results `query` has, found as [`answer`] finds them.
#[must_use]
pub fn total(collection: &Collection, query: &Query) -> usize {
    let matched = Matched::find(collection, query.unit, &query.asked());
    let choices = facets::Choices::read(collection, query);
    facets::count(collection, query, &choices, &matched).1.iter().map(Vec::len).sum()
}

fn item(cards: &Cards<'_>, kind: Unit, unit: u32) -> Option<Item> {
    match kind {
        Unit::Article => {
            let article = unit as usize;
            Some(Item::Article(cards.article(article), cards.best_passage(article)))
        }
        Unit::Quote => {
            let (article, quotation) = cards.segment().index.place_of_quote(unit)?;
            cards.quote(article, quotation).map(Item::Quote)
        }
    }
}
