//! Counts what every facet value would give.
//!
//! A facet's counts ignore its own choice and heed all others', so a count is exactly the number of
//! results that choosing only that value gives. One pass over the units: one that a single facet
//! keeps out still counts for that facet. Linear in the units and the values they have.

use std::rc::Rc;

use super::{
    answer::{FacetCounts, FacetValue},
    matching::Matched,
};
use crate::{
    collection::{Collection, Offered},
    query::{Choice, Facet, Message, Query, Selection, Unit},
    utterances::Facets,
};

/// How many values that nothing has are told one by one.
const MOST_TOLD: usize = 8;

/// The choices of a query as numbers of values, facet by facet in the order of [`Facet::ALL`].
pub(super) struct Choices {
    facets: Vec<FacetChoice>,
    /// What is chosen and does not exist.
    pub(super) messages: Vec<Message>,
}

#[derive(Default)]
struct FacetChoice {
    /// Whether anything is included, known or not.
    narrows: bool,
    /// For each value of the facet how it is chosen; nothing if nothing is chosen.
    chosen: Vec<Choice>,
    /// Chosen values that no unit has.
    unknown: Vec<(String, Choice)>,
}

impl Choices {
    pub(super) fn read(collection: &Collection, query: &Query) -> Self {
        let read = |facet| match query.facets.get(&facet) {
            Some(chosen) => FacetChoice::read(facet, chosen, collection.offered(query.unit, facet)),
            None => FacetChoice::default(),
        };
        let facets: Vec<_> = Facet::ALL.into_iter().map(read).collect();
        let messages = Facet::ALL.into_iter().zip(&facets);
        let messages = messages.flat_map(|(facet, choice)| unknown(facet.name(), &choice.unknown));
        Self { messages: messages.map(|text| Message { text, at: None }).collect(), facets }
    }
}

/// What to say of values that no unit has.
fn unknown(facet: &str, values: &[(String, Choice)]) -> Vec<String> {
    let said = values.iter().take(MOST_TOLD);
    let mut said: Vec<_> =
        said.map(|(value, _)| format!("No {facet} here is “{value}”.")).collect();
    if let more @ 1.. = values.len().saturating_sub(MOST_TOLD) {
        said.push(format!("Of {more} more that are chosen no {facet} is here either."));
    }
    said
}

impl FacetChoice {
    /// What is excluded is so even where it is a part of what is included, as a day is of a month.
    fn read(facet: Facet, selection: &Selection, offered: &Offered) -> Self {
        let mut choice = Self { narrows: !selection.include.is_empty(), ..Self::default() };
        if selection.is_empty() {
            return choice;
        }
        choice.chosen = vec![Choice::Open; offered.values.len()];
        let included = selection.include.iter().map(|value| (value, Choice::Included));
        let excluded = selection.exclude.iter().map(|value| (value, Choice::Excluded));
        for (value, how) in included.chain(excluded) {
            match choice.chosen.get_mut(offered.chosen(facet, value)) {
                None | Some([]) => choice.unknown.push((value.clone(), how)),
                Some(chosen) => chosen.fill(how),
            }
        }
        choice
    }

    /// How the values of a segment's own column are chosen, as marks.
    fn in_segment(&self, places: &[u32]) -> Vec<u8> {
        let of = |&place: &u32| match self.chosen.get(place as usize) {
            Some(Choice::Included) => INCLUDED,
            Some(Choice::Excluded) => EXCLUDED,
            Some(Choice::Open) | None => 0,
        };
        places.iter().map(of).collect()
    }
}

/// What a facet offers, each of its values as often as it was counted.
pub(super) fn offer(
    collection: &Collection,
    unit: Unit,
    choices: &Choices,
    facet: Facet,
    counts: &[u32],
) -> FacetCounts {
    let open = FacetChoice::default();
    let choice = choices.facets.get(facet as usize).unwrap_or(&open);
    FacetCounts { facet, values: values(collection.offered(unit, facet), counts, choice) }
}

/// How many results each value of a facet would give, in the order they are shown in. Linear in the results, but
/// where all of the corpus counts.
pub(super) fn count(
    collection: &Collection,
    unit: Unit,
    facet: Facet,
    matched: &[Matched],
    sifted: &[Sifted],
) -> Vec<u32> {
    let offered = collection.offered(unit, facet);
    let counted = matched.iter().zip(sifted).map(|(matched, sifted)| {
        sifted.count(matched) + sifted.refused.get(facet as usize).map_or(0, Vec::len)
    });
    // Nothing else narrows: it is known how often the corpus has each value.
    if counted.sum::<usize>() == collection.count(unit) {
        return offered.totals.clone();
    }
    let mut counts = vec![0; offered.values.len()];
    let segments = (0..).zip(collection.segments()).zip(matched).zip(sifted);
    for (((at, segment), matched), sifted) in segments {
        let column = segment.facet(unit, facet);
        let mut own = vec![0; column.column.len()];
        sifted.count_into(matched, &column, &mut own);
        if let Some(refused) = sifted.refused.get(facet as usize) {
            column.count(refused, &mut own);
        }
        add(&own, offered.places_in(at), &mut counts);
    }
    counts
}

/// How many results have a value of each group. `groups` has for each value, in the order they are offered in,
/// the number of its group, or one that is none of theirs; there are `count` groups. A result with several
/// values of a group counts once there. Linear in the results.
pub(super) fn count_groups(
    (collection, unit, facet): (&Collection, Unit, Facet),
    (groups, count): (&[u32], usize),
    matched: &[Matched],
    sifted: &[Sifted],
) -> Vec<u32> {
    let mut counts = vec![0; count];
    if collection.segments().iter().all(|segment| segment.facet(unit, facet).is_single()) {
        add(&self::count(collection, unit, facet, matched, sifted), groups, &mut counts);
        return counts;
    }
    // For each group the last result that was counted in it, from 1 on.
    let (mut last, mut number) = (vec![0_u32; count], 0);
    let segments = (0..).zip(collection.segments()).zip(matched).zip(sifted);
    for (((at, segment), matched), sifted) in segments {
        let column = segment.facet(unit, facet);
        let places = collection.offered(unit, facet).places_in(at);
        let mut take = |unit: u32| {
            number += 1;
            column.each(unit, |value| {
                let place = places.get(value as usize).copied().unwrap_or(u32::MAX);
                let group = groups.get(place as usize).copied().unwrap_or(u32::MAX) as usize;
                if let Some(last) = last.get_mut(group).filter(|last| **last != number) {
                    *last = number;
                    counts[group] += 1;
                }
            });
        };
        sifted.each(matched, |unit, _, _| take(unit));
        let refused = sifted.refused.get(facet as usize);
        refused.into_iter().flatten().for_each(|&unit| take(unit));
    }
    counts
}

/// Adds the counts of a segment's own values to those of all.
fn add(own: &[u32], places: &[u32], counts: &mut [u32]) {
    for (count, &place) in own.iter().zip(places) {
        if let Some(sum) = counts.get_mut(place as usize) {
            *sum += count;
        }
    }
}

/// What the choices make of the units that match in a segment.
#[derive(Debug, Default)]
pub(super) struct Sifted {
    /// The units that all facets admit; nothing where nothing is chosen, and all are admitted.
    kept: Option<Kept>,
    /// For each facet the units that it alone keeps out.
    refused: Vec<Vec<u32>>,
}

/// Some of the units that match in a segment.
#[derive(Debug, Default)]
struct Kept {
    /// Their places among those that match.
    places: Vec<u32>,
    /// The units themselves, for the facets that count them.
    units: Vec<u32>,
}

impl Sifted {
    /// How many of what matches is admitted.
    pub(super) fn count(&self, matched: &Matched) -> usize {
        self.kept.as_ref().map_or(matched.units.len(), |kept| kept.units.len())
    }

    /// Calls `each` with the admitted units, what is shown of them, and their scores, in order.
    #[inline]
    pub(super) fn each(&self, matched: &Matched, mut each: impl FnMut(u32, u32, f32)) {
        let mut one = |at: usize| {
            each(matched.units[at], matched.shown(at), matched.scores[at]);
        };
        match &self.kept {
            None if matched.best.is_empty() => {
                let scored = matched.units.iter().zip(&matched.scores);
                scored.for_each(|(&unit, &score)| each(unit, unit, score));
            }
            None => (0..matched.units.len()).for_each(one),
            Some(kept) => kept.places.iter().for_each(|&at| one(at as usize)),
        }
    }

    fn count_into(&self, matched: &Matched, column: &Facets<'_>, counts: &mut [u32]) {
        column.count(self.kept.as_ref().map_or(&matched.units, |kept| &kept.units), counts);
    }
}

/// A facet that narrows: which it is, its column, and how the column's values are chosen.
struct Narrowing<'column> {
    facet: Facet,
    column: Facets<'column>,
    /// Whether a unit must have an included value.
    wants: bool,
    /// For each value how it is chosen.
    marks: Vec<u8>,
}

impl Narrowing<'_> {
    fn admits(&self, unit: u32) -> bool {
        let mut admitted = false;
        self.each(&[unit], |_, admits| admitted = admits);
        admitted
    }

    /// Calls `each` with the place of every unit, and whether it is admitted.
    fn each(&self, units: &[u32], mut each: impl FnMut(usize, bool)) {
        let wanted = if self.wants { INCLUDED } else { 0 };
        // What is wanted must be there, and what is excluded must not.
        self.column.each_marked(units, &self.marks, |at, marks| {
            each(at, marks & (wanted | EXCLUDED) == wanted);
        });
    }
}

/// What marks included values, and excluded ones.
const INCLUDED: u8 = 1;
const EXCLUDED: u8 = 2;

/// The facets that narrow a segment.
fn narrowing<'column>(
    collection: &'column Collection,
    unit: Unit,
    choices: &Choices,
    segment: usize,
) -> Vec<Narrowing<'column>> {
    let Some(here) = collection.segments().get(segment) else { return Vec::new() };
    let chosen = Facet::ALL.into_iter().zip(&choices.facets);
    let narrowing =
        chosen.filter(|(_, choice)| !choice.chosen.is_empty()).map(|(facet, choice)| {
            let marks = choice.in_segment(collection.offered(unit, facet).places_in(segment));
            Narrowing { facet, column: here.facet(unit, facet), wants: choice.narrows, marks }
        });
    narrowing.collect()
}

/// The facets that keep a unit out: its segment's number, and its own there.
pub(super) fn refusing(
    collection: &Collection,
    unit: Unit,
    choices: &Choices,
    (segment, number): (usize, u32),
) -> Vec<Facet> {
    let narrowing = narrowing(collection, unit, choices, segment);
    let refusing = narrowing.iter().filter(|it| !it.admits(number));
    refusing.map(|it| it.facet).collect()
}

/// Which units of each segment the choices admit.
pub(super) fn sift(
    collection: &Collection,
    unit: Unit,
    choices: &Choices,
    matched: &[Matched],
) -> Vec<Sifted> {
    let segments = matched.iter().enumerate();
    let sifted = segments
        .map(|(at, matched)| sift_matched(&narrowing(collection, unit, choices, at), matched));
    sifted.collect()
}

fn sift_matched(narrowing: &[Narrowing<'_>], matched: &Matched) -> Sifted {
    if narrowing.is_empty() {
        return Sifted::default();
    }
    // A bit for each facet that refuses the unit.
    let mut refusing = vec![0_u32; matched.units.len()];
    for (bit, facet) in narrowing.iter().enumerate() {
        facet.each(&matched.units, |at, admits| refusing[at] |= u32::from(!admits) << bit);
    }
    let mut kept = Kept::default();
    let mut refused = vec![Vec::new(); Facet::ALL.len()];
    for ((at, &unit), refusing) in (0..).zip(&matched.units).zip(refusing) {
        if refusing == 0 {
            kept.places.push(at);
            kept.units.push(unit);
        } else if let Some(it) = alone(refusing).and_then(|at| narrowing.get(at)) {
            refused[it.facet as usize].push(unit);
        }
    }
    Sifted { kept: Some(kept), refused }
}

/// The place of the only bit, where there is but one.
fn alone(bits: u32) -> Option<usize> {
    bits.is_power_of_two().then(|| bits.trailing_zeros() as usize)
}

/// Chosen values that do not exist are listed too, or nobody could take them back.
fn values(offered: &Offered, counts: &[u32], choice: &FacetChoice) -> Rc<[FacetValue]> {
    let chosen = choice.chosen.iter().copied().chain(std::iter::repeat(Choice::Open));
    let known = offered.values.iter().zip(counts).zip(chosen).map(|((value, &count), choice)| {
        FacetValue { value: value.clone(), count: count as usize, choice }
    });
    let unknown = choice.unknown.iter().map(|(value, choice)| FacetValue {
        value: value.as_str().into(),
        count: 0,
        choice: *choice,
    });
    known.chain(unknown).collect()
}
