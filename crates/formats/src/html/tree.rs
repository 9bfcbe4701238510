//! The elements of a page in the order of the file, and which lines of text stand in each.
//!
//! As much of a tree as is needed to weigh its parts: a parent, and a range of lines. Depth costs
//! nothing: nothing here recurses.

use std::ops::Range;

use super::element::Place;

/// An element.
#[derive(Clone, Debug)]
pub(crate) struct Element {
    /// The element around it; the first one is its own.
    pub(crate) parent: usize,
    /// The lines in it.
    pub(crate) lines: Range<usize>,
    /// What it says of the words in it.
    pub(crate) place: Option<Place>,
    /// Whether it is named as the one that holds the report.
    pub(crate) holds_report: bool,
}

/// What is seen of a line, besides its words.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Seen {
    /// The element that its block is.
    pub(crate) element: usize,
    /// The tag of the block.
    pub(crate) block: Block,
    /// Bytes of its words.
    pub(crate) bytes: usize,
    /// Bytes of its words that are in links.
    pub(crate) linked: usize,
    /// What elements inside the line say of most of it.
    pub(crate) inner: Option<Place>,
}

/// The kinds of blocks that matter to a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Block {
    /// A heading of that level.
    Heading(u8),
    /// A paragraph, or a quoted or preformatted block.
    Paragraph,
    /// A list's item.
    Item,
    /// What a picture shows.
    AltText,
    /// The window's title.
    Title,
    /// Anything else.
    Other,
}

impl Block {
    pub(crate) fn of_tag(name: &str) -> Self {
        match name {
            "h1" => Self::Heading(1),
            "h2" => Self::Heading(2),
            "h3" => Self::Heading(3),
            "h4" => Self::Heading(4),
            "h5" => Self::Heading(5),
            "h6" => Self::Heading(6),
            "p" | "blockquote" | "pre" => Self::Paragraph,
            "li" | "dd" | "dt" => Self::Item,
            "title" => Self::Title,
            _ => Self::Other,
        }
    }
}
