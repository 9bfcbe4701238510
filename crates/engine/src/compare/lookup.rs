//! Finds the passages that may answer each other, by what few passages have.
//!
//! For each passage the other article's passages are looked up term by term, the rarest first, until
//! so many were met (as query terms are cut off in search engines: Turtle and Flood 1995); those with
//! the most shared weight are weighed in full. So common words cost nothing, and the whole costs the
//! number of passages times a constant, plus the sorting of each passage's terms.

use super::{
    passages::{PassageWords, Side, Term},
    weights::Weights,
};
use crate::{
    article::BlockKind,
    order::{places_by, sort_numbers},
};

/// So many passages are met for one passage.
const MET: usize = 160;

/// So many of them are weighed in full.
const WEIGHED: usize = 4;

/// Pairs of passages, left and right, that share what tells most; each at least once, in no order.
pub(super) fn candidates(
    left: &Side<'_>,
    right: &Side<'_>,
    weights: &Weights,
    terms: usize,
) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    nearest(&left.passages, &right.passages, weights, terms, &mut |a, b| found.push((a, b)));
    nearest(&right.passages, &left.passages, weights, terms, &mut |b, a| found.push((a, b)));
    found
}

/// The pairs by their left passage, then by their right one; each once.
pub(super) fn in_order(pairs: Vec<(usize, usize)>) -> Vec<(usize, usize)> {
    let together = |(left, right): (usize, usize)| (left as u64) << 32 | right as u64;
    let mut ordered: Vec<u64> = pairs.into_iter().map(together).collect();
    sort_numbers(&mut ordered);
    ordered.dedup();
    let apart = |pair: u64| ((pair >> 32) as usize, (pair & u64::from(u32::MAX)) as usize);
    ordered.into_iter().map(apart).collect()
}

/// Calls `each` with every passage of `from` and the passages of `to` that share most with it.
///
/// No loop of a comparison goes round more often. So what it steps through are slices and arrays: the index of a
/// vector is a call in code that is made small.
fn nearest(
    from: &[PassageWords],
    to: &[PassageWords],
    weights: &Weights,
    terms: usize,
    each: &mut dyn FnMut(usize, usize),
) {
    let places = Places::of(to, terms);
    let mut shared = vec![0_u32; to.len()];
    for (at, passage) in (0..).zip(from) {
        let home = at * to.len() / from.len();
        let mut meeting =
            Meeting { shared: &mut shared, met: [0; MET], count: 0, best: Best::new() };
        for term in rarest_first(&passage.terms, weights) {
            let left = MET - meeting.count;
            if left == 0 {
                break;
            }
            meeting.meet(places.near(term, home, left), weights.weight(term));
        }
        meeting.end(passage.block, to);
        meeting.best.items().for_each(|other| each(at, other));
    }
}

/// The passages that one passage has met.
struct Meeting<'shared> {
    /// What each passage of the other article shares with it so far; nothing before and after.
    shared: &'shared mut [u32],
    /// Those that share something, in the order in which they were met.
    met: [u32; MET],
    count: usize,
    best: Best,
}

impl Meeting<'_> {
    /// Meets the passages that share a term of that weight.
    fn meet(&mut self, places: &[u32], weight: u32) {
        let (shared, met, mut count) = (&mut *self.shared, &mut self.met, self.count);
        for &place in places {
            let sum = &mut shared[place as usize];
            if *sum == 0 && count < MET {
                met[count] = place;
                count += 1;
            }
            *sum += weight;
        }
        self.count = count;
    }

    /// Finds the best of those that a passage in such a block can answer, and leaves nothing shared.
    fn end(&mut self, block: BlockKind, to: &[PassageWords]) {
        for &place in &self.met[..self.count] {
            let place = place as usize;
            let weight = std::mem::take(&mut self.shared[place]);
            // Most come after all that are kept.
            if weight >= self.best.enough && comparable(block, to[place].block) {
                self.best.offer(weight, place);
            }
        }
    }
}

fn rarest_first<'terms>(
    terms: &'terms [Term],
    weights: &Weights,
) -> impl Iterator<Item = &'terms Term> {
    places_by(terms.len(), |at| !weights.weight(&terms[at])).map(|at| &terms[at])
}

/// The passages of the highest weights; of one weight those that came first.
struct Best {
    kept: [(u32, usize); WEIGHED],
    count: usize,
    /// The least weight that is kept.
    enough: u32,
}

impl Best {
    fn new() -> Self {
        Self { kept: [(0, 0); WEIGHED], count: 0, enough: 0 }
    }

    /// Keeps the passage, which weighs enough.
    fn offer(&mut self, weight: u32, passage: usize) {
        let mut at = self.count.min(WEIGHED - 1);
        self.count = (self.count + 1).min(WEIGHED);
        while at > 0 && self.kept[at - 1].0 < weight {
            self.kept[at] = self.kept[at - 1];
            at -= 1;
        }
        self.kept[at] = (weight, passage);
        if self.count == WEIGHED {
            self.enough = self.kept[WEIGHED - 1].0.saturating_add(1);
        }
    }

    fn items(&self) -> impl Iterator<Item = usize> {
        self.kept[..self.count].iter().map(|&(_, passage)| passage)
    }
}

/// A picture's text and credit answer a picture's, not the report's sentences.
fn comparable(one: BlockKind, other: BlockKind) -> bool {
    let picture = |kind| matches!(kind, BlockKind::AltText | BlockKind::Credit);
    one == other || !picture(one) && !picture(other)
}

/// Which passages have each term: one list of all, and where each term's part of it ends.
struct Places {
    ends: Vec<u32>,
    passages: Vec<u32>,
}

impl Places {
    /// Linear in the terms (a counting sort).
    fn of(passages: &[PassageWords], terms: usize) -> Self {
        let all =
            || (0..).zip(passages).flat_map(|(at, it)| it.terms.iter().map(move |term| (term, at)));
        let mut ends = vec![0_u32; terms + 1];
        for (term, _) in all() {
            ends[term.number as usize + 1] += 1;
        }
        for at in 1..ends.len() {
            ends[at] += ends[at - 1];
        }
        let mut placed = vec![0_u32; all().count()];
        for (term, at) in all() {
            let next = &mut ends[term.number as usize];
            placed[*next as usize] = at;
            *next += 1;
        }
        Self { ends, passages: placed }
    }

    /// The passages that have the term; of more than `most`, those about the place `home`.
    fn near(&self, term: &Term, home: usize, most: usize) -> &[u32] {
        let number = term.number as usize;
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        let all = &self.passages[start..self.ends[number] as usize];
        if all.len() <= most {
            return all;
        }
        let middle = all.partition_point(|&at| (at as usize) < home);
        let first = middle.saturating_sub(most / 2).min(all.len().saturating_sub(most));
        &all[first..all.len().min(first + most)]
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_best_are_those_of_the_highest_weights(
            weights in proptest::collection::vec(1_u32..9, 0..30),
        ) {
            let mut best = Best::new();
            for (passage, &weight) in weights.iter().enumerate() {
                if weight >= best.enough {
                    best.offer(weight, passage);
                }
            }
            let mut sorted: Vec<usize> = (0..weights.len()).collect();
            sorted.sort_by_key(|&passage| std::cmp::Reverse(weights[passage]));
            sorted.truncate(WEIGHED);
            prop_assert_eq!(best.items().collect::<Vec<_>>(), sorted);
        }
    }
}
