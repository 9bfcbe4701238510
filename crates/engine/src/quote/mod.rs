//! Quotations: what is quoted, who is said to have said it, and by which verb.
//!
//! Knows quotation marks, reporting verbs and who "he" is; does not know events or other articles.

mod attribute;
mod candidates;
mod decision;
mod features;
mod find;
mod indirect;
mod kind;
pub mod learning;
mod marks;
mod merge;
pub mod network;
pub mod ranker;
mod scene;
mod soundbite;
mod stance;
#[cfg(test)]
mod tests;
mod work;

use serde::{Deserialize, Serialize};

use crate::{
    article::{BlockKind, Rule},
    span::Span,
};

pub(crate) use find::{Draft, Who, find};
pub(crate) use scene::{Ground, Scene};
pub use stance::Stance;

/// One quotation, perhaps in several parts around "he said".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quotation {
    /// How the words are given.
    pub kind: QuoteKind,
    /// The kind of block that it stands in.
    pub place: BlockKind,
    /// The quoted stretches in order; at least one.
    pub parts: Vec<Part>,
    /// Who said it: an index into the corpus's people.
    pub speaker: Option<u32>,
    /// Whose word it echoes, if it is nobody's statement: an index into the corpus's people.
    pub echoes: Option<u32>,
    /// The words beside the verb that name the speaker, or the one whose word is echoed.
    pub mention: Option<Mention>,
    /// The words that report.
    pub cue: Option<Cue>,
    /// The quotation of the same article that this one stands inside of, by index.
    pub nested_in: Option<u32>,
    /// The language it was spoken in, where the document flags it.
    pub language: Option<String>,
    /// The rule that decided who speaks.
    pub rule: Rule,
    /// How far to trust the speaker.
    pub confidence: Confidence,
    /// How likely the speaker is right, in percent.
    pub probability: u8,
}

impl Quotation {
    /// From the first quoted word to the last; covers the "he said" between parts.
    #[must_use]
    pub fn span(&self) -> Span {
        self.parts.iter().map(|part| part.span).reduce(Span::cover).unwrap_or_default()
    }
}

/// A quoted stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// The words without their marks, with inner punctuation.
    pub span: Span,
    /// The words with their marks.
    pub outer: Span,
    /// Whether the closing mark is there.
    pub closed: bool,
}

/// How words are quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum QuoteKind {
    /// Whole clauses in marks.
    Direct,
    /// A fragment in marks inside the reporter's clause.
    Mixed,
    /// Reported without marks.
    Indirect,
    /// A word or term held at arm's length, no one's statement.
    Scare,
    /// Inside another quotation.
    Nested,
    /// In the headline.
    Headline,
    /// In a broadcaster's shotlist.
    Soundbite,
}

impl QuoteKind {
    /// All kinds, in the order they are listed in.
    pub const ALL: [Self; 7] = [
        Self::Direct,
        Self::Mixed,
        Self::Indirect,
        Self::Scare,
        Self::Nested,
        Self::Headline,
        Self::Soundbite,
    ];

    /// The kind's name, in lower case, as addresses and files spell it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Mixed => "mixed",
            Self::Indirect => "indirect",
            Self::Scare => "scare",
            Self::Nested => "nested",
            Self::Headline => "headline",
            Self::Soundbite => "soundbite",
        }
    }
}

/// The words that name a speaker at the reporting verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// The words.
    pub span: Span,
    /// How they name.
    pub kind: MentionKind,
}

/// How a mention names its speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum MentionKind {
    /// By name.
    Name,
    /// By title and name.
    TitledName,
    /// By title or office alone.
    Title,
    /// "he", "she", "they".
    Pronoun,
    /// By what the person is here ("journalist").
    Role,
    /// A body or group.
    Collective,
    /// Someone unnamed ("an official").
    Indefinite,
}

/// The words that report: "said", "pointed out", "according to".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cue {
    /// The words.
    pub span: Span,
    /// The verb's dictionary form ("say", "point out").
    pub verb: String,
    /// What the verb does with what is said.
    pub stance: Stance,
    /// Where it stands.
    pub position: CuePosition,
}

/// Where a cue stands from its quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CuePosition {
    /// Before it.
    Before,
    /// After it.
    After,
    /// Between its parts.
    Between,
}

/// How far an attribution may be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Confidence {
    /// The text leaves no real doubt.
    Sure,
    /// The best reading, and probably right.
    Likely,
    /// A reader should check it.
    Check,
}

impl Confidence {
    /// Its name, in lower case, as addresses and files spell it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Sure => "sure",
            Self::Likely => "likely",
            Self::Check => "check",
        }
    }

    /// What it stands for, in percent, where no probability was worked out.
    pub(crate) const fn percent(self) -> u8 {
        match self {
            Self::Sure => 97,
            Self::Likely => 80,
            Self::Check => 40,
        }
    }
}
