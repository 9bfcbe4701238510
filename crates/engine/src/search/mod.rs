//! Answers a query: which results, how many, in which order, and what every facet value would
//! give.
//!
//! Knows the index; does not know how an answer is shown.

mod answer;
mod calendar;
mod cards;
mod concordance;
#[cfg(test)]
mod concordance_tests;
mod explain;
mod facets;
mod found;
mod highlight;
mod matching;
mod once;
mod rank;
mod score;
mod snippet;
#[cfg(test)]
mod split_tests;
mod tally;
#[cfg(test)]
mod tests;

pub use answer::{
    Answer, ArticleCard, FacetCounts, FacetValue, Hit, HitPlace, Item, Piece, QuoteCard, QuotePart,
    Snippet, WitnessCard,
};
pub use calendar::{Calendar, Period, Stretch};
pub use cards::Cards;
pub use concordance::{Concordance, Line};
pub(crate) use explain::explain;
pub use explain::{ClauseScore, Explanation};
pub use found::Found;
pub use rank::Ranked;
