//! Sorting, with one sort for all types: the order is found among places, then the items are moved.
//!
//! A merge sort from below (von Neumann 1945): stable, never more than n log n comparisons. The
//! library's sorts are quicker on long lists, but each type costs the page four kilobytes; the lists
//! here are short. Does not know what it sorts.

use std::cmp::Ordering;

/// Sorts the items; those that are equal keep their order.
pub fn sort_by<T>(items: &mut [T], order: impl Fn(&T, &T) -> Ordering) {
    if items.len() < 2 {
        return;
    }
    for (one, other) in swaps(items.len(), &|one, other| order(&items[one], &items[other])) {
        items.swap(one, other);
    }
}

/// Sorts the items by a key of each; those of one key keep their order.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |one, other| key(one).cmp(&key(other)));
}

/// Sorts numbers, by the library's sort, which for one type is worth its code: long lists are sorted by
/// numbers that say where each item stands, and what it is sorted by before that ([`places_by`]).
pub(crate) fn sort_numbers(numbers: &mut [u64]) {
    numbers.sort_unstable();
}

/// The places of so many items, in the order of a number that each has; those of one number keep theirs.
pub(crate) fn places_by(
    count: usize,
    number: impl Fn(usize) -> u32,
) -> impl Iterator<Item = usize> {
    let key = |at: usize| u64::from(number(at)) << 32 | at as u64;
    let mut keys: Vec<u64> = (0..count).map(key).collect();
    sort_numbers(&mut keys);
    keys.into_iter().map(|key| (key & u64::from(u32::MAX)) as usize)
}

/// Puts the values of each key together, in the order of the keys; values of one key keep theirs.
pub(crate) fn grouped<K: Ord, V>(mut pairs: Vec<(K, V)>) -> Vec<(K, Vec<V>)> {
    sort_by(&mut pairs, |one, other| one.0.cmp(&other.0));
    let mut groups: Vec<(K, Vec<V>)> = Vec::new();
    for (key, value) in pairs {
        match groups.last_mut() {
            Some((last, values)) if *last == key => values.push(value),
            _ => groups.push((key, vec![value])),
        }
    }
    groups
}

/// The swaps that put `count` items into their order, one after another.
#[inline(never)]
fn swaps(count: usize, order: &dyn Fn(usize, usize) -> Ordering) -> Vec<(usize, usize)> {
    let mut places = sorted(count, order);
    let mut swaps = Vec::with_capacity(count);
    // Each cycle of the permutation is gone round once.
    for start in 0..count {
        let mut at = start;
        loop {
            let next = std::mem::replace(&mut places[at], at);
            if next == start {
                break;
            }
            swaps.push((at, next));
            at = next;
        }
    }
    swaps
}

/// So many items are put in one by one, which is quicker for a few.
const FEW: usize = 12;

/// The places of a few items, in their order: each put in behind those that are not greater.
fn inserted(count: usize, order: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = Vec::with_capacity(count);
    for item in 0..count {
        let behind = places.iter().rposition(|&place| !order(place, item).is_gt());
        places.insert(behind.map_or(0, |at| at + 1), item);
    }
    places
}

/// The places of `count` items, in the order of the items.
fn sorted(count: usize, order: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    if count <= FEW {
        return inserted(count, order);
    }
    let mut places: Vec<usize> = (0..count).collect();
    let mut merged = Vec::with_capacity(count);
    let mut width = 1;
    while width < count {
        for run in places.chunks(width * 2) {
            let (mut left, mut right) = run.split_at(width.min(run.len()));
            while let (Some(&one), Some(&other)) = (left.first(), right.first()) {
                let side = if order(one, other).is_gt() { &mut right } else { &mut left };
                merged.extend(side.first());
                *side = &side[1..];
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        std::mem::swap(&mut places, &mut merged);
        merged.clear();
        width *= 2;
    }
    places
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn sorts_as_the_library_does(items in prop::collection::vec((0_u8..9, any::<u8>()), 0..70)) {
            let (mut ours, mut theirs) = (items.clone(), items);
            sort_by_key(&mut ours, |item| item.0);
            theirs.sort_by_key(|item| item.0);
            prop_assert_eq!(&ours, &theirs);
            let groups = grouped(theirs.clone());
            let flat: Vec<_> = groups
                .iter()
                .flat_map(|(key, values)| values.iter().map(|value| (*key, *value)))
                .collect();
            prop_assert_eq!(flat, theirs);
            prop_assert!(groups.windows(2).all(|pair| pair[0].0 < pair[1].0));
        }
    }
}
