//! Which articles or quotations hold the words asked for, and how well.
//!
//! Each clause becomes a list of units in order, each with how often it holds the clause; lists are
//! intersected from the shortest on, by galloping (Bentley and Yao, 1976). Costs a step for each place
//! of a word asked for, whatever the size of the corpus. A score is the sum of what the clauses add, in the
//! order they were typed. An utterance matches as the best of its quotations. Knows nothing of facets, nor how a clause is found or weighed.

use super::{once::once, score::Model, tally::List};
use crate::{
    collection::Collection,
    index::Index,
    order::sort_by_key,
    query::{Clause, Unit, Words},
    text::word::Stems,
};

/// The units that hold all that is wanted and nothing unwanted, in order, with their scores.
#[derive(Clone, Debug, Default)]
pub(super) struct Matched {
    pub(super) units: Vec<u32>,
    /// As many as units; 0 where there are no words to match.
    pub(super) scores: Vec<f32>,
    /// Of utterances the best quotation that matches; as many as units, or none for other units.
    pub(super) best: Vec<u32>,
}

impl Matched {
    /// What matches in each segment.
    pub(super) fn find(collection: &Collection, unit: Unit, words: &Words) -> Vec<Self> {
        let stems = Stems::default();
        let model = Model::new(collection, unit);
        let segments = || collection.segments().iter().map(|segment| &*segment.index);
        let of = |not: bool| words.clauses.iter().filter(move |clause| clause.not == not);
        let weighed = |clause| Weighed::new(collection, unit, clause, &model, &stems);
        let wanted: Vec<Weighed> = of(false).map(weighed).collect();
        let mut rarest: Vec<usize> = (0..wanted.len()).collect();
        sort_by_key(&mut rarest, |&at| wanted[at].found);
        let in_segment = |(at, index)| match wanted.is_empty() {
            true => everything(index, unit),
            false => intersection(index, &of_segment(&wanted, at), &rarest, &model),
        };
        let mut matched: Vec<Self> = (0..).zip(segments()).map(in_segment).collect();
        for unwanted in of(true).map(weighed) {
            matched.iter_mut().zip(&unwanted.lists).for_each(|(it, list)| it.remove(list));
        }
        if unit == Unit::Utterance {
            let segments = collection.segments().iter();
            matched = segments.zip(&matched).map(|(segment, it)| once(segment, it)).collect();
        }
        matched
    }

    /// The number of what is shown of the unit at a place.
    #[inline]
    pub(super) fn shown(&self, at: usize) -> u32 {
        self.best.get(at).copied().unwrap_or_else(|| self.units[at])
    }

    fn remove(&mut self, unwanted: &List) {
        let mut kept = Self::default();
        let mut at = 0;
        for (&unit, &score) in self.units.iter().zip(&self.scores) {
            at = seek(&unwanted.units, at, unit);
            if unwanted.units.get(at) != Some(&unit) {
                kept.units.push(unit);
                kept.scores.push(score);
            }
        }
        *self = kept;
    }
}

fn everything(index: &Index, unit: Unit) -> Matched {
    let count = index.count(unit);
    Matched { units: (0..).take(count).collect(), scores: vec![0.0; count], best: Vec::new() }
}

/// What holds one clause in each segment, and how much that tells.
pub(super) struct Weighed {
    pub(super) lists: Vec<List>,
    /// How many units hold it, in all segments.
    pub(super) found: usize,
    pub(super) weight: f32,
}

impl Weighed {
    pub(super) fn new(
        collection: &Collection,
        unit: Unit,
        clause: &Clause,
        model: &Model,
        stems: &Stems,
    ) -> Self {
        let segments = collection.segments().iter();
        let lists: Vec<List> =
            segments.map(|segment| List::find(&segment.index, unit, clause, stems)).collect();
        let found: usize = lists.iter().map(|list| list.units.len()).sum();
        let narrows = lists.iter().any(|list| list.narrows);
        Self { lists, found, weight: if narrows { 0.0 } else { model.weight(found) } }
    }
}

/// The lists of one segment with their weights, in the order of the clauses.
fn of_segment(wanted: &[Weighed], segment: usize) -> Vec<(&List, f32)> {
    let lists = wanted.iter().map(|it| Some((it.lists.get(segment)?, it.weight)));
    lists.flatten().collect()
}

/// The units of all lists; `rarest` has the lists' numbers, the shortest's first.
fn intersection(index: &Index, lists: &[(&List, f32)], rarest: &[usize], model: &Model) -> Matched {
    if let [(list, weight)] = lists {
        return all_of(index, list, *weight, model);
    }
    let mut places = vec![0; lists.len()];
    let mut matched = Matched::default();
    let shortest = rarest.first().and_then(|&at| lists.get(at));
    'units: for &number in shortest.map_or(&[][..], |(list, _)| &list.units) {
        for &at in rarest {
            let ((list, _), place) = (lists[at], &mut places[at]);
            *place = seek(&list.units, *place, number);
            if list.units.get(*place) != Some(&number) {
                continue 'units;
            }
        }
        let lengths = model.lengths(index, number);
        let score = |((list, weight), &place): (&(&List, f32), &usize)| {
            model.adds(*weight, list.times[place], lengths)
        };
        matched.scores.push(lists.iter().zip(&places).map(score).sum());
        matched.units.push(number);
    }
    matched
}

/// The units of one list.
fn all_of(index: &Index, list: &List, weight: f32, model: &Model) -> Matched {
    let counted = list.units.iter().zip(&list.times);
    let score = |(&unit, &times)| model.adds(weight, times, model.lengths(index, unit));
    let scores = counted.map(score).collect();
    Matched { units: list.units.clone(), scores, best: Vec::new() }
}

/// The first place from `from` on whose unit is not before `unit`: by steps that double.
#[inline]
fn seek(units: &[u32], from: usize, unit: u32) -> usize {
    // Where lists are alike, it is the next one.
    match units.get(from..).unwrap_or_default() {
        [here, ..] if *here >= unit => from,
        [_, next, ..] if *next >= unit => from + 1,
        _ => seek_on(units, from, unit),
    }
}

fn seek_on(units: &[u32], from: usize, unit: u32) -> usize {
    let (mut start, mut step) = (from, 1);
    while units.get(start + step - 1).is_some_and(|&at| at < unit) {
        start += step;
        step *= 2;
    }
    let end = (start + step).min(units.len());
    start + units.get(start..end).unwrap_or_default().partition_point(|&at| at < unit)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn seeking_finds_the_first_that_is_not_before(
            units in proptest::collection::btree_set(0_u32..100, 0..40),
            from in 0_usize..40,
            unit in 0_u32..110,
        ) {
            let units: Vec<_> = units.into_iter().collect();
            let from = from.min(units.len());
            let expected = (from..units.len()).find(|&at| units[at] >= unit);
            prop_assert_eq!(seek(&units, from, unit), expected.unwrap_or(units.len()));
        }
    }
}
