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
