//! Puts results in order.
//!
//! Best score first; equal scores fall back to the newest, then to the corpus's own order, so that no
//! order is left to chance. A few of many are found without sorting all.

use std::cmp::Ordering;

use super::matching::Matched;
use crate::{
    article::Date,
    index::Index,
    order::sort_by,
    query::{Query, Sort},
};

/// The first `count` units of those at `kept`, in the order asked for, each with its score. Linear in
/// the kept ones where `count` is small.
pub(super) fn first(
    index: &Index,
    query: &Query,
    matched: &Matched,
    kept: &[u32],
    count: usize,
) -> Vec<(usize, f32)> {
    let ranked = kept.iter().map(|&at| {
        let (unit, score) = (matched.units[at as usize], matched.scores[at as usize]);
        Ranked { unit, score, published: index.published(query.unit, unit) }
    });
    let first = best(ranked, count, |one, other| compare(query.sort, one, other));
    first.into_iter().map(|ranked| (ranked.unit as usize, ranked.score)).collect()
}

#[derive(Clone, Copy)]
struct Ranked {
    unit: u32,
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

/// The first `count` items in order: all sorted, or each held against the last of the best so far.
fn best<T: Copy>(
    items: impl ExactSizeIterator<Item = T>,
    count: usize,
    order: impl Fn(&T, &T) -> Ordering,
) -> Vec<T> {
    if count >= items.len() / 4 {
        let mut all: Vec<T> = items.collect();
        sort_by(&mut all, order);
        all.truncate(count);
        return all;
    }
    let mut best: Vec<T> = Vec::with_capacity(count + 1);
    for item in items {
        let full = best.len() == count;
        if full && best.last().is_none_or(|last| order(&item, last).is_ge()) {
            continue;
        }
        let at = best.partition_point(|other| order(other, &item).is_le());
        best.insert(at, item);
        best.truncate(count);
    }
    best
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_best_are_the_first_of_all_in_order(
            items in proptest::collection::vec(0_u8..50, 0..60),
            count in 0_usize..70,
        ) {
            let items: Vec<_> = items.into_iter().zip(0_u32..).collect();
            let mut sorted = items.clone();
            sorted.sort_by_key(|item| item.0);
            sorted.truncate(count);
            let found = best(items.into_iter(), count, |one, other| one.0.cmp(&other.0));
            prop_assert_eq!(found, sorted);
        }
    }
}
