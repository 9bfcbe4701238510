//! Subjects: recurrent terms by which a reader would narrow a corpus.
//!
//! Candidates are noun phrases bounded by function words and marks, and nouns bound to a name
//! ("war with Georgia"). They are ranked by how often and how widely they recur on their own
//! (C-value: Frantzi, Ananiadou and Mima 2000), and wordings of one subject are merged. Linear in
//! the corpus. Knows tokens and names; does not know quotations or events.

mod count;
mod merge;
mod term;
mod word;

use serde::{Deserialize, Serialize};

pub(crate) use merge::find;
pub(crate) use term::{Terms, gather};

use crate::{article::Rule, span::Span};

/// What a reader may narrow a corpus by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subject {
    /// Its most frequent wording.
    pub name: String,
    /// How good a subject it is: hundredths, the best first in the corpus. One that is in every
    /// document narrows nothing and stands low.
    pub score: u32,
    /// Why it is thought to be one.
    pub reason: Rule,
    /// Its wordings, most frequent first.
    pub variants: Vec<Variant>,
}

/// One wording of a subject, and every place of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Variant {
    /// The words.
    pub words: String,
    /// Where: the article's index and the span there.
    pub places: Vec<(u32, Span)>,
}

#[cfg(test)]
mod tests;
