//! Counts what every facet value would give.
//!
//! A facet's counts ignore its own choice and heed all others', so a count is exactly the number of
//! results that choosing only that value gives. One pass over the units: one that a single facet
//! keeps out still counts for that facet. Linear in the units and the values they have.

use std::collections::HashMap;

use super::{answer::FacetCounts, answer::FacetValue, matching::Matched};
use crate::{
    index::{Column, Index},
    query::{Choice, Facet, Message, Query},
};

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
    /// For each value of the facet whether it is included, and whether it is excluded; nothing if
    /// nothing is chosen.
    chosen: Vec<(bool, bool)>,
    /// Chosen values that no unit has.
    unknown: Vec<String>,
}

impl Choices {
    pub(super) fn read(index: &Index, query: &Query) -> Self {
        let columns = index.columns(query.unit);
        let facets: Vec<_> = Facet::ALL
            .into_iter()
            .zip(columns)
            .map(|(facet, column)| FacetChoice::read(query, facet, column))
            .collect();
        let messages = Facet::ALL.into_iter().zip(&facets).flat_map(|(facet, choice)| {
            let text = move |value: &String| format!("No {} here is “{value}”.", facet.name());
            choice.unknown.iter().map(move |value| Message { text: text(value), at: None })
        });
        Self { messages: messages.collect(), facets }
    }
}

impl FacetChoice {
    fn read(query: &Query, facet: Facet, column: &Column) -> Self {
        let selection = query.selection(facet);
        let mut choice = Self { narrows: !selection.include.is_empty(), ..Self::default() };
        if selection.is_empty() {
            return choice;
        }
        let numbers: HashMap<&str, usize> =
            column.values.iter().map(String::as_str).zip(0..).collect();
        choice.chosen = vec![(false, false); column.values.len()];
        let included = selection.include.iter().map(|value| (value, true));
        let excluded = selection.exclude.iter().map(|value| (value, false));
        for (value, include) in included.chain(excluded) {
            match numbers.get(value.as_str()) {
                Some(&number) if include => choice.chosen[number].0 = true,
                Some(&number) => choice.chosen[number].1 = true,
                None => choice.unknown.push(value.clone()),
            }
        }
        choice
    }

    fn is_open(&self) -> bool {
        self.chosen.is_empty()
    }

    fn admits(&self, held: &[u32]) -> bool {
        let of = |value: &u32| self.chosen.get(*value as usize).copied().unwrap_or_default();
        let (wanted, unwanted) =
            held.iter().map(of).fold((false, false), |all, one| (all.0 | one.0, all.1 | one.1));
        (!self.narrows || wanted) && !unwanted
    }
}

/// The counts of all facets, and the units that all of them admit, as places in `matched`.
pub(super) fn count(
    index: &Index,
    query: &Query,
    choices: &Choices,
    matched: &Matched,
) -> (Vec<FacetCounts>, Vec<u32>) {
    let columns = index.columns(query.unit);
    let Sifted { kept, refused } = sift(columns, choices, matched);
    let facets = Facet::ALL.into_iter().zip(columns).zip(&choices.facets).zip(&refused);
    let facets = facets.map(|(((facet, column), choice), refused)| {
        let mut counts = vec![0; column.values.len()];
        let units = kept.iter().map(|&at| matched.units[at as usize]);
        column.count(units, &mut counts);
        column.count(refused.iter().copied(), &mut counts);
        FacetCounts { facet, values: values(query, facet, column, &counts, choice) }
    });
    (facets.collect(), kept)
}

/// What the choices make of the matching units.
struct Sifted {
    /// The places of those that all facets admit.
    kept: Vec<u32>,
    /// For each facet the units that it alone keeps out.
    refused: Vec<Vec<u32>>,
}

fn sift(columns: &[Column], choices: &Choices, matched: &Matched) -> Sifted {
    let mut sifted = Sifted { kept: Vec::new(), refused: vec![Vec::new(); columns.len()] };
    let facets = (0..).zip(columns).zip(&choices.facets).map(|((at, column), it)| (at, column, it));
    let narrowing: Vec<(usize, _, _)> = facets.filter(|(_, _, choice)| !choice.is_open()).collect();
    for (at, &unit) in (0..).zip(&matched.units) {
        let mut refusing = narrowing
            .iter()
            .filter(|(_, column, choice)| !choice.admits(column.of(unit as usize)))
            .map(|(facet, _, _)| *facet);
        match (refusing.next(), refusing.next()) {
            (None, _) => sifted.kept.push(at),
            (Some(facet), None) => sifted.refused[facet].push(unit),
            (Some(_), Some(_)) => {}
        }
    }
    sifted
}

/// Chosen values that do not exist are listed too, or nobody could take them back.
fn values(
    query: &Query,
    facet: Facet,
    column: &Column,
    counts: &[u32],
    choice: &FacetChoice,
) -> Vec<FacetValue> {
    let known = column.values.iter().zip(counts.iter().map(|&count| count as usize));
    let unknown = choice.unknown.iter().map(|value| (value, 0));
    let chosen = |value: &str| -> Choice { query.selection(facet).choice(value) };
    known
        .chain(unknown)
        .map(|(value, count)| FacetValue { value: value.clone(), count, choice: chosen(value) })
        .collect()
}
