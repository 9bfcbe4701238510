//! Reads files in HTML, Markdown and JSON Lines into documents: the text that the markup stands
//! for, what the markup says of each line, and where every word stands in the file.
//!
//! Pure: text in, documents out. Knows the formats; what the lines are to the report, the engine
//! finds out. What a file says of itself outside its text (JSON-LD, meta properties, front matter)
//! comes first, one statement a line, so that it too can be opened at its words.

mod format;
mod front_matter;
mod html;
mod json;
mod json_ld;
mod markdown;
mod property;
mod rows;
mod sheet;
mod sidecar;

pub use format::Format;
use parallax_engine::{
    article::Document,
    workers::{Alone, Workers},
};
pub use sidecar::{SidecarError, sidecar};

/// Why a file cannot be read as what it is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FormatError {
    /// A row is no article.
    #[error(
        "{message}; write one JSON object a line, with schema.org's names (headline, articleBody, datePublished, …)"
    )]
    Row {
        /// The line, counted from 1.
        line: u32,
        /// What is wrong with it.
        message: String,
    },
    /// Two rows have one name.
    #[error("is called \"{id}\" like line {first}; give each row an `id` of its own")]
    Twice {
        /// The line, counted from 1.
        line: u32,
        /// The line that has the name already.
        first: u32,
        /// The name.
        id: String,
    },
    /// The front matter is no TOML.
    #[error(
        "the front matter is not TOML ({message}); write `key = \"value\"` lines between `+++` lines"
    )]
    FrontMatter {
        /// The line, counted from 1.
        line: u32,
        /// What is wrong with it.
        message: String,
    },
    /// There is no word in it.
    #[error("has no text; put the document's text into it, or take it away")]
    Empty,
}

impl FormatError {
    /// The line that is wrong, counted from 1, where there is one.
    #[must_use]
    pub fn line(&self) -> Option<u32> {
        match self {
            Self::Row { line, .. } | Self::Twice { line, .. } | Self::FrontMatter { line, .. } => {
                Some(*line)
            }
            Self::Empty => None,
        }
    }
}

/// The documents of a file in that format, called `id` (JSON Lines: by each row's own name).
/// Linear in the length of the text.
///
/// # Errors
///
/// A broken row or front matter, or a file without words, is refused with its line.
pub fn read(format: Format, id: &str, text: &str) -> Result<Vec<Document>, FormatError> {
    read_by(&Alone, format, id, text)
}

/// As [`read`], by as many workers as there are.
///
/// # Errors
///
/// As [`read`].
pub fn read_by(
    workers: &dyn Workers,
    format: Format,
    id: &str,
    text: &str,
) -> Result<Vec<Document>, FormatError> {
    let documents = match format {
        Format::Text => {
            let text = text.to_owned();
            vec![Document { id: id.to_owned(), text, ..Document::default() }]
        }
        Format::Html => vec![html::read(id, text)],
        Format::Markdown => vec![markdown::read(id, text)?],
        Format::JsonLines => rows::read(id, text, workers)?,
    };
    let blank = |c: char| c.is_whitespace() || c == '\u{feff}';
    if documents.iter().all(|document| document.text.chars().all(blank)) {
        return Err(FormatError::Empty);
    }
    Ok(documents)
}

#[cfg(test)]
mod tests;
