//! People: who is mentioned, under which names, in which role.
//!
//! Knows names and titles of office; does not know quotations or events.

pub(crate) mod cast;
pub(crate) mod chunk;
mod gender;
pub(crate) mod lexicon;
pub(crate) mod naming;
pub(crate) mod token;

pub(crate) use gender::Gender;
use serde::{Deserialize, Serialize};

use crate::{order, span::Span};

/// A person (or unnamed role) of the corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The fullest name that the corpus gives.
    pub name: String,
    /// Whether it is one person, a body, or somebody unnamed.
    pub kind: PersonKind,
    /// Roles as the documents state them, most frequent first.
    pub roles: Vec<Witnessed>,
    /// The bodies and countries that the roles state, most frequent first; filled by `story`.
    pub affiliations: Vec<Witnessed>,
    /// Names used for the person, most frequent first.
    pub aliases: Vec<Witnessed>,
}

/// What a speaker is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum PersonKind {
    /// A person with a name.
    #[default]
    Named,
    /// Somebody whom the document does not name ("journalist (unnamed)"): two of them need not be
    /// one person.
    Unnamed,
    /// A body or a group.
    Group,
}

/// Words used of a person, and every place where they are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Witnessed {
    /// The words.
    pub words: String,
    /// Where: the article's index and the span there.
    pub places: Vec<(u32, Span)>,
}

/// The most frequent first; those of one frequency by the alphabet.
pub(crate) fn by_frequency(mut list: Vec<Witnessed>) -> Vec<Witnessed> {
    for witnessed in &mut list {
        order::sort_by(&mut witnessed.places, Ord::cmp);
        witnessed.places.dedup();
    }
    order::sort_by(&mut list, |left, right| {
        let frequency = right.places.len().cmp(&left.places.len());
        frequency.then_with(|| left.words.cmp(&right.words))
    });
    list
}
