//! What the search box asks for: words, "phrases", prefix*, typo~, =exact, -not, OR, field:words.
//!
//! Plain data; `read` makes it of what was typed. Does not know the index.

mod days;
mod read;

use std::ops::Range;

pub use days::Days;

/// What the search box asks for: every clause must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// The clauses, in the order typed.
    pub clauses: Vec<Clause>,
    /// What could not be read as typed.
    pub messages: Vec<Message>,
}

impl Words {
    /// The same, with every word as it is instead of in any of its forms.
    #[must_use]
    pub(super) fn exactly(mut self) -> Self {
        for term in self.clauses.iter_mut().flat_map(|clause| &mut clause.any) {
            if let Match::Word(word) = &mut term.find {
                term.find = Match::Exact(std::mem::take(word));
            }
        }
        self
    }
}

/// One thing asked for, or one of several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// One of these must be there.
    pub any: Vec<Term>,
    /// Whether results must be without all of them instead.
    pub not: bool,
    /// The bytes of the search box that ask for it.
    pub at: Range<usize>,
}

/// Something to look for, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// What to look for.
    pub find: Match,
    /// Where it must stand.
    pub field: Field,
}

/// What to look for; all words are folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Match {
    /// A word, in any of its forms.
    Word(String),
    /// A word as it is.
    Exact(String),
    /// Words in this order, side by side, as they are.
    Phrase(Vec<String>),
    /// Any word that begins so.
    Prefix(String),
    /// Any word that is this one but for so many letters put in, left out or changed.
    Near(String, u8),
    /// A day of publication.
    Days(Days),
}

/// Where something must stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Field {
    /// Anywhere.
    #[default]
    Anywhere,
    /// In the headline.
    Headline,
    /// Not in the headline.
    Text,
    /// In a quotation.
    Quote,
    /// In no quotation: in the reporter's words.
    Report,
    /// In the name of what a facet holds: a speaker, an outlet.
    Facet(super::Facet),
}

impl Field {
    /// The field of that name.
    fn named(name: &str) -> Option<Self> {
        match name {
            "headline" => Some(Self::Headline),
            "text" => Some(Self::Text),
            "quote" => Some(Self::Quote),
            "report" => Some(Self::Report),
            _ => super::Facet::named(name).map(Self::Facet),
        }
    }
}

/// Something to tell about a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// What was done, in words for a reader.
    pub text: String,
    /// The bytes of the search box it is about, if it is about them.
    pub at: Option<Range<usize>>,
}
