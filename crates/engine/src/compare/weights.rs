//! How alike two passages are: what they share, weighed by how rare it is.
//!
//! A term weighs the more the fewer passages of both articles have it (squared, as in tf-idf vectors).
//! Likeness is the shared weight over the mean weight of the two (Dice 1945) or, where one says but a
//! part of what the other says, over the smaller of the two (the overlap coefficient), with something
//! added for words that stand side by side in both. Sums are of integers, so that they are the same
//! from either side. Costs
//! the length of the shorter passage times the logarithm of the longer.

use super::passages::{PassageWords, Side, Term};
use crate::order::sort_by;

/// What a whole unit of weight is.
const UNIT: f32 = 64.0;

/// How much of the overlap coefficient counts: that a short passage is part of a long one tells less.
const PART: f32 = 0.62;

/// So many terms must be shared before being a part counts.
const PART_TERMS: usize = 3;

/// Lists of which none is more than so many times as long as the other are gone through step by step.
const STEPS: usize = 8;

/// What each two words add that stand side by side in both, from the second on.
const SIDE_BY_SIDE: f32 = 0.04;

/// The most that words side by side add.
const SIDE_BY_SIDE_MOST: f32 = 0.3;

/// How much each term tells, by its number.
pub(super) struct Weights(Vec<u32>);

impl Weights {
    /// The weights of the terms of two articles.
    pub(super) fn of(left: &Side<'_>, right: &Side<'_>, terms: usize) -> Self {
        let all = || left.passages.iter().chain(&right.passages);
        let mut counts = vec![0_u32; terms];
        for term in all().flat_map(|passage| &passage.terms) {
            counts[term.number as usize] += 1;
        }
        let passages = all().count() as f32;
        let weight = |count: u32| (1.0 + passages / count.max(1) as f32).ln().powi(2) * UNIT;
        Self(counts.into_iter().map(|count| weight(count) as u32).collect())
    }

    /// The weight of a term.
    pub(super) fn weight(&self, term: &Term) -> u32 {
        self.0.get(term.number as usize).copied().unwrap_or_default()
    }

    /// The weight of all that a passage says.
    pub(super) fn total(&self, passage: &PassageWords) -> u32 {
        passage.terms.iter().map(|term| self.weight(term)).sum()
    }

    /// How alike two passages are of these weights: from 0, above 1 for passages alike to the word.
    pub(super) fn likeness(
        &self,
        (a, one): (&PassageWords, u32),
        (b, other): (&PassageWords, u32),
    ) -> f32 {
        let (weights, terms) = (self.0.as_slice(), a.terms.as_slice());
        let (mut count, mut shared) = (0, 0);
        common_terms(&a.terms, &b.terms, |term, _| {
            count += 1;
            shared += weights.get(terms[term].number as usize).copied().unwrap_or_default();
        });
        let over = |weight: u32| shared as f32 / weight.max(1) as f32;
        let part = if count < PART_TERMS { 0.0 } else { over(one.min(other)) * PART };
        let mut pairs = 0_usize;
        common(&a.neighbours, &b.neighbours, |pair| *pair, |_, _| pairs += 1);
        let beside = (pairs.saturating_sub(1) as f32 * SIDE_BY_SIDE).min(SIDE_BY_SIDE_MOST);
        (2.0 * over(one.saturating_add(other))).max(part) + beside
    }

    /// The terms that both passages have and that tell most, as the left one spells them.
    pub(super) fn telling<'side>(
        &self,
        a: &'side PassageWords,
        b: &PassageWords,
    ) -> Vec<&'side Term> {
        let mut telling: Vec<&Term> = Vec::new();
        common_terms(&a.terms, &b.terms, |term, _| telling.push(&a.terms[term]));
        sort_by(&mut telling, |a, b| {
            self.weight(b).cmp(&self.weight(a)).then(a.span.start.cmp(&b.span.start))
        });
        telling.truncate(4);
        telling
    }
}

/// Calls `each` with the places of every term that both have, in order.
pub(super) fn common_terms(a: &[Term], b: &[Term], each: impl FnMut(usize, usize)) {
    common(a, b, |term| u64::from(term.number), each);
}

/// Calls `each` with the places in `a` and in `b` of every key that both have, in order; both are in
/// rising order of keys, each key once. Costs the length of both; of a much shorter one its length times the
/// logarithm of the longer: a passage without end meets many short ones.
///
/// It is compiled for every use: a call at each step would cost more than the step. So would a choice, which
/// nobody can foresee, of the list to step on in.
fn common<T>(a: &[T], b: &[T], key: impl Fn(&T) -> u64, mut each: impl FnMut(usize, usize)) {
    if a.len() > b.len() * STEPS || b.len() > a.len() * STEPS {
        return leaping(a, b, &key, &mut each);
    }
    let (mut at, mut to) = (0, 0);
    while at < a.len() && to < b.len() {
        let (one, other) = (key(&a[at]), key(&b[to]));
        if one == other {
            each(at, to);
        }
        at += usize::from(one <= other);
        to += usize::from(other <= one);
    }
}

/// The same where one is much longer.
fn leaping<T>(a: &[T], b: &[T], key: &dyn Fn(&T) -> u64, each: &mut dyn FnMut(usize, usize)) {
    if a.len() > b.len() {
        return leaping(b, a, key, &mut |one, other| each(other, one));
    }
    let mut next = 0;
    for (at, item) in a.iter().enumerate() {
        let wanted = key(item);
        next += b[next..].partition_point(|other| key(other) < wanted);
        if b.get(next).is_some_and(|other| key(other) == wanted) {
            each(at, next);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn places(a: &[u64], b: &[u64]) -> Vec<(usize, usize)> {
        let mut places = Vec::new();
        common(a, b, |key| *key, |one, other| places.push((one, other)));
        places
    }

    proptest! {
        #[test]
        fn what_both_have_is_found_however_long_they_are(
            a in proptest::collection::btree_set(0_u64..90, 0..8),
            b in proptest::collection::btree_set(0_u64..90, 0..80),
        ) {
            let (a, b): (Vec<u64>, Vec<u64>) = (a.into_iter().collect(), b.into_iter().collect());
            let place = |(at, key)| Some((at, b.binary_search(key).ok()?));
            let both: Vec<(usize, usize)> = a.iter().enumerate().filter_map(place).collect();
            prop_assert_eq!(&places(&a, &b), &both);
            let turned: Vec<_> = both.into_iter().map(|(one, other)| (other, one)).collect();
            prop_assert_eq!(places(&b, &a), turned);
        }
    }
}
