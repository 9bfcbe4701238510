//! Counts what every facet value would give.
//!
//! A facet's counts ignore its own choice and heed all others', so a count is exactly the number of
//! results that choosing only that value gives. One pass over the units: one that a single facet
//! keeps out still counts for that facet. Linear in the units and the values they have.

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
    include: Vec<u32>,
    exclude: Vec<u32>,
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
        let numbers = |values: &[String]| -> Vec<u32> {
            values.iter().filter_map(|value| column.number(value)).collect()
        };
        let chosen = selection.include.iter().chain(&selection.exclude);
        Self {
            narrows: !selection.include.is_empty(),
            include: numbers(&selection.include),
            exclude: numbers(&selection.exclude),
            unknown: chosen.filter(|value| column.number(value).is_none()).cloned().collect(),
        }
    }

    fn admits(&self, held: &[u32]) -> bool {
        let holds = |wanted: &[u32]| held.iter().any(|value| wanted.contains(value));
        (!self.narrows || holds(&self.include)) && !holds(&self.exclude)
    }
}

/// The counts of all facets, and the units that all of them admit.
pub(super) fn count(
    index: &Index,
    query: &Query,
    choices: &Choices,
    matched: &Matched,
) -> (Vec<FacetCounts>, Vec<usize>) {
    let columns = index.columns(query.unit);
    let mut counts: Vec<Vec<usize>> =
        columns.iter().map(|column| vec![0; column.values.len()]).collect();
    let mut kept = Vec::new();
    let holding = (0..).zip(&matched.holds).filter(|(_, holds)| **holds);
    for unit in holding.map(|(unit, _)| unit) {
        match refusing(columns, choices, unit) {
            Refused::None => {
                kept.push(unit);
                columns.iter().zip(&mut counts).for_each(|(column, counts)| {
                    add(column.of(unit), counts);
                });
            }
            Refused::One(facet) => add(columns[facet].of(unit), &mut counts[facet]),
            Refused::Several => {}
        }
    }
    let facets = Facet::ALL.into_iter().zip(columns).zip(counts).zip(&choices.facets);
    let facets = facets.map(|(((facet, column), counts), choice)| FacetCounts {
        facet,
        values: values(query, facet, column, &counts, choice),
    });
    (facets.collect(), kept)
}

/// How many facets keep a unit out, and which if it is one.
enum Refused {
    None,
    One(usize),
    Several,
}

fn refusing(columns: &[Column], choices: &Choices, unit: usize) -> Refused {
    let facets = (0..).zip(columns).zip(&choices.facets);
    let mut refusing =
        facets.filter(|((_, column), choice)| !choice.admits(column.of(unit))).map(|it| it.0.0);
    match (refusing.next(), refusing.next()) {
        (None, _) => Refused::None,
        (Some(facet), None) => Refused::One(facet),
        (Some(_), Some(_)) => Refused::Several,
    }
}

fn add(held: &[u32], counts: &mut [usize]) {
    for &value in held {
        counts[value as usize] += 1;
    }
}

/// Chosen values that do not exist are listed too, or nobody could take them back.
fn values(
    query: &Query,
    facet: Facet,
    column: &Column,
    counts: &[usize],
    choice: &FacetChoice,
) -> Vec<FacetValue> {
    let known = column.values.iter().zip(counts.iter().copied());
    let unknown = choice.unknown.iter().map(|value| (value, 0));
    let chosen = |value: &str| -> Choice { query.selection(facet).choice(value) };
    known
        .chain(unknown)
        .map(|(value, count)| FacetValue { value: value.clone(), count, choice: chosen(value) })
        .collect()
}
