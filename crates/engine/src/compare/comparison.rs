//! Two articles side by side, as plain data.
//!
//! Does not know how passages are paired or how the columns are drawn.

use crate::{article::BlockKind, search::ArticleCard, span::Span};

/// Two articles, passage against passage.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The article on the left, whose order the rows follow.
    pub left: ArticleCard,
    /// The article on the right.
    pub right: ArticleCard,
    /// Every passage of both, each exactly once.
    pub rows: Vec<Row>,
    /// All passages that answer each other, by their places. A passage may answer several: one that
    /// the other report splits, or puts together with another. None where they were not compared closely.
    pub links: Vec<Link>,
}

/// Two passages that answer each other, by where they stand in the documents as received.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// In the left article.
    pub left: Span,
    /// In the right article.
    pub right: Span,
    /// What links them.
    pub relation: Relation,
    /// How much they share, from 0 to 1.
    pub score: f32,
    /// Why they were put together.
    pub reasons: Vec<Reason>,
    /// Whether they stand in another order in the two articles.
    pub moved: bool,
    /// Where they state different things in the same place.
    pub disagreements: Vec<Disagreement>,
}

/// What links two passages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// Both carry one utterance, in the same or in other words.
    SameUtterance,
    /// Both carry what somebody said, and it is alike, but not shown to be one utterance.
    Related,
    /// Their words are alike, and not both are what somebody said.
    Wording,
}

impl Relation {
    /// The name, in lower case, as files spell it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::SameUtterance => "same-utterance",
            Self::Related => "related",
            Self::Wording => "wording",
        }
    }
}

/// Two values in the same place of two passages, of which one may be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disagreement {
    /// What they are.
    pub kind: Value,
    /// In the left article.
    pub left: Span,
    /// In the right article.
    pub right: Span,
}

/// What two passages can disagree about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// A number.
    Number,
    /// A day of the calendar.
    Day,
    /// The name of a person, a place or a body.
    Name,
}

impl Value {
    /// The name, in lower case, as files spell it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Day => "day",
            Self::Name => "name",
        }
    }
}

/// Why two passages were put together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Both carry one utterance, of this speaker.
    Utterance(Option<String>),
    /// Both quote this person.
    Speaker(String),
    /// Both have these words, names and numbers: those that fewest passages have, as the left article
    /// spells them.
    Terms(Vec<(TermKind, String)>),
    /// Passages beside them answer each other.
    Neighbours,
}

impl Reason {
    /// The reason as a reader is told it, where there is something to tell.
    #[must_use]
    pub fn in_words(&self) -> Option<String> {
        Some(match self {
            Self::Utterance(Some(name)) => format!("the same statement by {name}"),
            Self::Utterance(None) => "the same statement".to_owned(),
            Self::Speaker(name) => format!("both quote {name}"),
            Self::Terms(terms) => {
                let words: Vec<&str> = terms.iter().map(|(_, words)| words.as_str()).collect();
                format!("both have {}", words.join(", "))
            }
            Self::Neighbours => return None,
        })
    }
}

/// What passages share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermKind {
    /// A word.
    Word,
    /// A word with a capital letter inside a passage.
    Name,
    /// A number, a day of a month or a year.
    Number,
}

/// A row of the comparison.
#[derive(Clone, Debug, PartialEq)]
pub enum Row {
    /// Passages that answer each other.
    Pair(Pair),
    /// A passage that only the left article has.
    OnlyLeft(Passage),
    /// A passage that only the right article has.
    OnlyRight(Passage),
}

/// Two passages that answer each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// In the left article.
    pub left: Passage,
    /// In the right article.
    pub right: Passage,
    /// How much they share, from 0 to 1.
    pub score: f32,
    /// Why they were put together, in words for a reader.
    pub reasons: Vec<String>,
    /// How their words relate.
    pub wording: Wording,
    /// Whether they stand in another order in the two articles.
    pub moved: bool,
}

/// How the words of two passages relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wording {
    /// The same words; case and punctuation may differ.
    Same,
    /// Enough shared words for the differing ones to be marked.
    Differs,
    /// So few shared words that marks would only confuse: both are shown whole.
    Reworded,
}

impl Wording {
    /// The name, in lower case, as files spell it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Differs => "differs",
            Self::Reworded => "reworded",
        }
    }
}

/// A passage of an article.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    /// Where it stands in the document as received.
    pub span: Span,
    /// The kind of block it stands in.
    pub block: BlockKind,
    /// Whether it is the first passage of its block.
    pub opens_block: bool,
    /// Its words in order; together they are the passage, byte for byte.
    pub pieces: Vec<ComparedPiece>,
    /// Who is quoted in it, with the key of the quotation.
    pub quotes: Vec<(String, Option<String>)>,
}

/// Some words of a compared passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedPiece {
    /// Where they stand in the document as received.
    pub span: Span,
    /// The words.
    pub text: String,
    /// Whether the other passage has something else, or nothing, here.
    pub differs: bool,
    /// Whether they stand inside quotation marks.
    pub quoted: bool,
}
