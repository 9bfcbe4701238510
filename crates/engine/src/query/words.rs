//! Reads the search box: words, "phrases", prefix* and -not.
//!
//! Never fails: what is malformed gets its best reading and a message that points at the place.
//! Does not know the index.

/// What the search box asks for: every clause must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// The clauses, in the order typed.
    pub clauses: Vec<Clause>,
    /// What could not be read as typed.
    pub messages: Vec<Message>,
}

/// One thing asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// What to look for.
    pub find: Match,
    /// Whether results must be without it.
    pub not: bool,
}

/// What to look for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Match {
    /// A word, in any of its forms.
    Word(String),
    /// Words in this order, side by side.
    Phrase(Vec<String>),
    /// Any word that begins so.
    Prefix(String),
}

/// Something to tell about the search box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// What was done, in words for a reader.
    pub text: String,
    /// The bytes of the search box it is about.
    pub at: std::ops::Range<usize>,
}
