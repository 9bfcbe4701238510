//! Stories: which articles report one event, and which quotations are one utterance.
//!
//! Knows articles, quotations and people; does not know queries or views.

mod affiliation;
mod analyse;
mod event;
mod overlap;
mod paraphrase;
mod place;
mod retelling;
mod terms;
mod utterance;
mod when;

use serde::{Deserialize, Serialize};

pub(crate) use analyse::analyse_by;
pub use analyse::{analyse, extract};

use crate::{
    article::{Article, Date, Finding, Rule, Stated},
    name::Entity,
    person::Person,
    quote::Quotation,
    span::Span,
    subject::Subject,
};

/// A whole corpus, analysed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corpus {
    /// The articles, ordered by their ids.
    pub articles: Vec<Analysis>,
    /// The people quoted or named.
    pub people: Vec<Person>,
    /// The organisations named.
    pub organisations: Vec<Entity>,
    /// The places named.
    pub places: Vec<Entity>,
    /// What a reader may narrow the corpus by, the best first.
    pub subjects: Vec<Subject>,
    /// What was reported, earliest first.
    pub events: Vec<Event>,
    /// Quotations that are one utterance.
    pub utterances: Vec<Utterance>,
    /// What is doubtful.
    pub findings: Vec<Finding>,
}

/// One document, analysed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Analysis {
    /// The document as received.
    pub source: String,
    /// What it says of itself, and its blocks.
    pub article: Article,
    /// The sentences of its text blocks, in order; none crosses a block.
    pub sentences: Vec<Span>,
    /// What is quoted in it, by place.
    pub quotations: Vec<Quotation>,
}

/// Something that happened and was reported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// A short name for a reader, unique in the corpus ("Lisbon, 20 November 2010").
    pub name: String,
    /// The day.
    pub date: Option<Stated<Date>>,
    /// The article whose text states the day, by index.
    pub date_in: Option<u32>,
    /// The place.
    pub place: Option<Stated<String>>,
    /// The article whose text states the place, by index.
    pub place_in: Option<u32>,
    /// The articles that report it, by index.
    pub articles: Vec<u32>,
    /// Why these articles were put together.
    pub reason: Rule,
}

/// One utterance, as several texts carry it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Utterance {
    /// The texts that carry it; at least two.
    pub witnesses: Vec<Witness>,
    /// Why they were put together.
    pub reason: String,
}

/// A text that carries an utterance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Witness {
    /// The article, by index.
    pub article: u32,
    /// Its quotation, by index.
    pub quotation: u32,
    /// The words that match the other witnesses.
    pub spans: Vec<Span>,
}

#[cfg(test)]
mod pairs;
#[cfg(test)]
mod tests;
