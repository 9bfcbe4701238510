//! Organisations and places: where they are named, under which names, and why that is thought.
//!
//! Names are cut from runs of capitals, and told apart by their head words, by lists of what is
//! known by name, and by the words beside them; one body's names are merged over all documents.
//! Knows tokens and which names are people's; does not know quotations or events.

mod cut;
mod decide;
mod gazetteer;
mod headed;
mod ledger;
mod run;
mod setting;
mod spelling;

use serde::{Deserialize, Serialize};

pub(crate) use cut::{Candidate, Shape, gather};
pub(crate) use ledger::{Names, merge};

use crate::{article::Rule, quote::Confidence, span::Span};

/// An organisation or a place of the corpus.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// The usual name, or else the most frequent one.
    pub name: String,
    /// The names used for it, most frequent first.
    pub forms: Vec<Form>,
}

/// A name as it is written, and every place where one rule found it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Form {
    /// The words.
    pub words: String,
    /// The rule that decided what the words name.
    pub rule: Rule,
    /// How far to trust it.
    pub confidence: Confidence,
    /// What else the words may name, if that is not clear.
    pub doubt: Option<Rule>,
    /// Where: the article's index and the span there.
    pub places: Vec<(u32, Span)>,
}

#[cfg(test)]
mod tests;
