//! Tells what is said once: the quotations that match become the utterances that they carry.
//!
//! An utterance matches where one of its quotations does, and is as good as the best of them: that with the
//! highest score, or else the newest, or else the first. Costs a step and a look-up for each quotation that
//! matches. Does not know facets, nor how quotations are found.

use std::cmp::Ordering;

use super::{matching::Matched, rank::newest_first};
use crate::{collection::Segment, query::Unit};

/// The utterances of the quotations that match in a segment.
pub(super) fn once(segment: &Segment, quotes: &Matched) -> Matched {
    let utterances = segment.utterances();
    // For each utterance one more than its place in what was found.
    let mut places = vec![0_u32; utterances.end() as usize];
    let mut found = Matched::default();
    for (&quote, &score) in quotes.units.iter().zip(&quotes.scores) {
        for unit in utterances.of(quote) {
            let Some(place) = places.get_mut(unit as usize) else { continue };
            let Some(at) = (*place as usize).checked_sub(1) else {
                found.units.push(unit);
                found.scores.push(score);
                found.best.push(quote);
                *place = found.units.len() as u32;
                continue;
            };
            if is_better(segment, (quote, score), (found.best[at], found.scores[at])) {
                (found.best[at], found.scores[at]) = (quote, score);
            }
        }
    }
    found
}

/// Whether a quotation shows an utterance better than one before it.
fn is_better(segment: &Segment, one: (u32, f32), other: (u32, f32)) -> bool {
    let published = |(quote, _)| segment.index.published(Unit::Quote, quote);
    let order = other.1.total_cmp(&one.1);
    order.then_with(|| newest_first(published(one), published(other))) == Ordering::Less
}
