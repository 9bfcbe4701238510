//! Why a unit has its score, or why it is no result: clause by clause, and by the facets' choices.
//!
//! Weighs with the same sums as the search does, so that what the clauses add is the score to the last bit.
//! Costs what the search costs. Does not know how it is shown.

use super::{
    facets::{Choices, refusing},
    matching::Weighed,
    score::{Model, fields},
};
use crate::{
    collection::Collection,
    index::Times,
    query::{Clause, Facet, Message, Query, Unit},
    text::word::Stems,
};

/// Why a unit has its score.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Explanation {
    /// What all clauses add; 0 where it is no result.
    pub score: f32,
    /// The clauses, in the order typed.
    pub clauses: Vec<ClauseScore>,
    /// The facets whose choice keeps it out.
    pub kept_out_by: Vec<Facet>,
    /// What could not be read in the search box, or is chosen and does not exist.
    pub messages: Vec<Message>,
}

/// What one clause says of a unit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClauseScore {
    /// The clause as typed.
    pub typed: String,
    /// Whether results must be without it.
    pub not: bool,
    /// Whether the unit holds it.
    pub holds: bool,
    /// How many units hold it; where utterances are asked for, how many quotations.
    pub holding: usize,
    /// How much it tells that one holds it: more where fewer do, and nothing where it only narrows.
    pub weight: f32,
    /// How often the unit holds it, by the names of the fields; those that hold it not are left out.
    pub times: Vec<(&'static str, u32)>,
    /// What it adds to the score.
    pub adds: f32,
}

impl Explanation {
    /// Whether the unit is a result.
    #[must_use]
    pub fn is_result(&self) -> bool {
        self.kept_out_by.is_empty() && !self.clauses.iter().any(ClauseScore::is_missed)
    }
}

impl ClauseScore {
    /// Whether the unit is no result because of it.
    #[must_use]
    pub fn is_missed(&self) -> bool {
        self.holds == self.not
    }
}

/// Explains the unit of that number in a segment: of utterances a quotation that carries one.
pub(crate) fn explain(
    collection: &Collection,
    query: &Query,
    (segment, number): (usize, u32),
) -> Explanation {
    let (words, choices) = (query.asked(), Choices::read(collection, query));
    let model = Model::new(collection, query.unit);
    let one = One { collection, query, model, segment, number };
    let clauses: Vec<_> = words.clauses.iter().map(|clause| one.clause(clause)).collect();
    // A quotation may carry several utterances, each with the values of its other witnesses.
    let units = match (query.unit, collection.segments().get(segment)) {
        (Unit::Utterance, Some(segment)) => segment.utterances().of(number).collect(),
        _ => vec![number],
    };
    let refusing = |unit| refusing(collection, query.unit, &choices, (segment, unit));
    let kept_out_by = units.into_iter().map(refusing).min_by_key(Vec::len).unwrap_or_default();
    let messages = words.messages.iter().chain(&choices.messages).cloned().collect();
    let mut explanation = Explanation { score: 0.0, clauses, kept_out_by, messages };
    let mut adds = explanation.clauses.iter().filter(|it| !it.not).map(|it| it.adds).peekable();
    if explanation.is_result() && adds.peek().is_some() {
        explanation.score = adds.sum();
    }
    explanation
}

/// The unit that is explained.
struct One<'a> {
    collection: &'a Collection,
    query: &'a Query,
    model: Model,
    segment: usize,
    number: u32,
}

impl One<'_> {
    fn clause(&self, clause: &Clause) -> ClauseScore {
        let (unit, stems) = (self.query.unit, Stems::default());
        let weighed = Weighed::new(self.collection, unit, clause, &self.model, &stems);
        let list = weighed.lists.get(self.segment);
        let times = list.map_or(Times::default(), |list| list.of(self.number));
        let narrows = list.is_some_and(|list| list.narrows);
        let named = fields(unit).iter().enumerate().map(|(at, field)| (field.name, times.of(at)));
        let index = self.collection.segments().get(self.segment).map(|segment| &segment.index);
        let lengths = index.map(|index| self.model.lengths(index, self.number));
        let adds = lengths.filter(|_| !clause.not && !times.is_none());
        let typed = self.query.words.get(clause.at.clone()).unwrap_or_default();
        ClauseScore {
            typed: typed.to_owned(),
            not: clause.not,
            holds: !times.is_none(),
            holding: weighed.found,
            weight: weighed.weight,
            times: named.filter(|(_, times)| *times > 0 && !narrows).collect(),
            adds: adds.map_or(0.0, |lengths| self.model.adds(weighed.weight, times, lengths)),
        }
    }
}
