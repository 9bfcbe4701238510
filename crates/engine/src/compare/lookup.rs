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
fn nearest(
    from: &[PassageWords],
    to: &[PassageWords],
    weights: &Weights,
    terms: usize,
    each: &mut dyn FnMut(usize, usize),
) {
    let places = Places::of(to, terms);
    let mut shared = vec![0_u32; to.len()];
    let mut met = Vec::with_capacity(MET);
    for (at, passage) in (0..).zip(from) {
        let home = at * to.len() / from.len();
        for term in rarest_first(&passage.terms, weights) {
            let left = MET.saturating_sub(met.len());
            if left == 0 {
                break;
            }
            let weight = weights.weight(term);
            for &place in places.near(term, home, left) {
                let other = place as usize;
                if shared[other] == 0 {
                    met.push(other);
                }
                shared[other] += weight;
            }
        }
        let alike = met.iter().filter(|&&other| comparable(passage.block, to[other].block));
        best(alike.map(|&other| (shared[other], other))).for_each(|other| each(at, other));
        met.drain(..).for_each(|other| shared[other] = 0);
    }
}

fn rarest_first<'terms>(
    terms: &'terms [Term],
    weights: &Weights,
) -> impl Iterator<Item = &'terms Term> {
    places_by(terms.len(), |at| !weights.weight(&terms[at])).map(|at| &terms[at])
}

/// The items with the highest numbers.
fn best(items: impl Iterator<Item = (u32, usize)>) -> impl Iterator<Item = usize> {
    let mut best: Vec<(u32, usize)> = Vec::with_capacity(WEIGHED + 1);
    let mut enough = 0;
    for (weight, item) in items {
        // Most come after all that are kept.
        if weight < enough {
            continue;
        }
        let at = best.partition_point(|kept| kept.0 >= weight);
        if at < WEIGHED {
            best.insert(at, (weight, item));
            best.truncate(WEIGHED);
            enough = best.get(WEIGHED - 1).map_or(0, |kept| kept.0.saturating_add(1));
        }
    }
    best.into_iter().map(|(_, item)| item)
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
        let middle = all.partition_point(|&at| (at as usize) < home);
        let first = middle.saturating_sub(most / 2).min(all.len().saturating_sub(most));
        &all[first..all.len().min(first + most)]
    }
}
