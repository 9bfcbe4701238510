//! Opens a pack and answers from it; every answer is plain data.
//!
//! Knows all modules by their entry points only.

use crate::{
    article::{Article, Block, Document, Finding},
    compare::Comparison,
    query::Query,
    search::{Answer, ArticleCard, QuoteCard},
    span::Span,
    story::Event,
};

/// A pack, and what was doubtful on the way.
#[derive(Clone, Debug, Default)]
pub struct Built {
    /// The pack.
    pub pack: Vec<u8>,
    /// What is doubtful in the documents.
    pub findings: Vec<Finding>,
}

/// Analyses the documents and makes a pack of them.
#[must_use]
pub fn build(documents: &[Document]) -> Built {
    let _ = documents;
    Built::default()
}

/// Why a pack cannot be opened, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// It is not a pack.
    #[error("this is not a Parallax pack: choose a file that `parallax pack` wrote")]
    Foreign,
    /// It was made by another version.
    #[error(
        "the pack has version {found}, and this page reads version {wanted}: make the pack anew"
    )]
    Version {
        /// The pack's version.
        found: u16,
        /// The one that is read here.
        wanted: u16,
    },
    /// Its end is missing.
    #[error("the pack is cut short ({found} of {wanted} bytes): fetch it again")]
    Short {
        /// The bytes there are.
        found: usize,
        /// The bytes there should be.
        wanted: usize,
    },
    /// Its bytes were changed.
    #[error("the pack is damaged ({section}): fetch it again, or make it anew")]
    Damaged {
        /// The part that cannot be read.
        section: &'static str,
    },
}

/// An opened corpus that answers queries.
#[derive(Clone, Debug)]
pub struct Engine {}

/// An article to be read: its card, its text as received, and what is marked in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// What lists show of it.
    pub card: ArticleCard,
    /// What the document says of itself, each with its evidence.
    pub article: Article,
    /// The document as received, byte for byte.
    pub source: String,
    /// The whole document in labelled blocks, in order.
    pub blocks: Vec<Block>,
    /// Its quotations, in order.
    pub quotes: Vec<QuoteCard>,
    /// The stretches to mark, in order, never overlapping.
    pub marks: Vec<ReadingMark>,
    /// Other articles that report the same event.
    pub others: Vec<ArticleCard>,
}

/// A marked stretch of a reading: one part of a quotation, marks included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadingMark {
    /// Where, with the quotation marks.
    pub outer: Span,
    /// Which quotation, as an index into [`Reading::quotes`].
    pub quote: usize,
}

impl Engine {
    /// Opens a pack.
    ///
    /// # Errors
    ///
    /// A pack that is damaged, cut short, foreign or of another version is refused.
    pub fn open(pack: &[u8]) -> Result<Self, OpenError> {
        let _ = pack;
        Ok(Self {})
    }

    /// Answers `query`: exact totals, ranked results and counts for every facet value.
    #[must_use]
    pub fn answer(&self, query: &Query) -> Answer {
        let _ = query;
        Answer::default()
    }

    /// The cards of all articles, newest first.
    #[must_use]
    pub fn articles(&self) -> Vec<ArticleCard> {
        Vec::new()
    }

    /// The events, newest first, with the articles that report each.
    #[must_use]
    pub fn events(&self) -> Vec<(Event, Vec<ArticleCard>)> {
        Vec::new()
    }

    /// The article of that name, to be read.
    #[must_use]
    pub fn article(&self, id: &str) -> Option<Reading> {
        let _ = id;
        None
    }

    /// The quotation `key` of the article `id`.
    #[must_use]
    pub fn quote(&self, id: &str, key: &str) -> Option<QuoteCard> {
        let _ = (id, key);
        None
    }

    /// Other texts' quotations of the same utterance.
    #[must_use]
    pub fn variants(&self, id: &str, key: &str) -> Vec<QuoteCard> {
        let _ = (id, key);
        Vec::new()
    }

    /// Two articles side by side; none if either is unknown.
    #[must_use]
    pub fn compare(&self, left: &str, right: &str) -> Option<Comparison> {
        let _ = (left, right);
        None
    }

    /// The name of an article that is spelt most like `id`, for a link that leads nowhere.
    #[must_use]
    pub fn nearest(&self, id: &str) -> Option<String> {
        let _ = id;
        None
    }
}
