//! A document as it is handed to the engine: its text, and what a file's markup says of the text.
//!
//! A plain text is its own source. What is written in HTML, Markdown or JSON is read into the text
//! that the markup stands for, by a reader that knows the format; `marks` keep what the markup
//! said, and `origin` leads every stretch back to the file. Knows no format.

use serde::{Deserialize, Serialize};

use crate::{article::Furniture, ingest::Sidecar, span::Span};

/// A document as received, with what its sidecar says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// A name that stays the same from build to build: the file's stem.
    pub id: String,
    /// The text: the file's own, byte for byte, or the text that its markup stands for.
    pub text: String,
    /// What somebody says of it beside its text.
    pub sidecar: Option<Sidecar>,
    /// What the markup says of lines of the text, in order and apart; empty for a plain text.
    pub marks: Vec<Mark>,
    /// Where the text stands in the file, if it is not the file itself.
    pub origin: Option<Origin>,
    /// What was doubtful when the file was read ("decoded as windows-1252").
    pub notes: Vec<String>,
}

/// What a document came with besides its text, as a pack keeps it to read the text again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Beside {
    sidecar: Option<Sidecar>,
    pub(crate) marks: Vec<Mark>,
    notes: Vec<String>,
}

impl Beside {
    /// What `document` came with.
    pub(crate) fn of(document: &Document) -> Self {
        let Document { sidecar, marks, notes, .. } = document;
        Self { sidecar: sidecar.clone(), marks: marks.clone(), notes: notes.clone() }
    }

    /// The document of that name and text that came with it.
    pub(crate) fn document(self, id: String, text: String) -> Document {
        let Self { sidecar, marks, notes } = self;
        Document { id, text, sidecar, marks, origin: None, notes }
    }
}

/// What the markup says of one line of the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The line, without white space at its edges.
    pub span: Span,
    /// What it is.
    pub role: Role,
}

/// What markup can say of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Role {
    /// What the document says of itself outside its text, written as "JSON-LD headline: words".
    Statement,
    /// A heading of that level, 1 to 6.
    Heading(u8),
    /// A paragraph, a list's item or a quoted block.
    Paragraph,
    /// The paragraph under the headline that sums the report up.
    Standfirst,
    /// Who wrote it.
    Byline,
    /// When it was published.
    Date,
    /// What a picture shows, for those who cannot see it.
    AltText,
    /// The line under a picture, perhaps with its credit.
    Caption,
    /// Whose picture it is.
    Credit,
    /// Not the report.
    Furniture(Furniture),
    /// Part of the text, of which the markup says no more.
    Text,
    /// A paragraph of a text that somebody has cut out of its page already: no furniture, whatever it says.
    Given,
}

/// How a text came out of its file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// The name of the format: "HTML", "Markdown", "JSON Lines".
    pub format: &'static str,
    /// The stretches of the text that stand in the file, in the order of the text. What no run
    /// covers (line breaks, names of statements) the reader added.
    pub runs: Vec<Run>,
}

/// A stretch of the text and the stretch of the file that stands for it.
///
/// Offsets are UTF-8 bytes; a file in another encoding is counted as it is decoded. Where the two
/// lengths are equal so are the bytes, but for the kind of white space; otherwise the file's stretch
/// is an escape, or white space that was squeezed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// Where it stands in the text.
    pub text: Span,
    /// Where it stands in the file.
    pub file: Span,
}

impl Origin {
    /// Where the file says what stands at `span` of the text: from the first of it to the last.
    /// None where the file says nothing of it. Costs the logarithm of the runs.
    #[must_use]
    pub fn place(&self, span: Span) -> Option<Span> {
        let from = self.runs.partition_point(|run| run.text.end <= span.start);
        let to = self.runs.partition_point(|run| run.text.start < span.end);
        let within = self.runs.get(from..to)?;
        let (first, last) = (within.first()?, within.last()?);
        let exact = |run: &Run| run.text.len() == run.file.len();
        let skipped = span.start.saturating_sub(first.text.start);
        let left = last.text.end.saturating_sub(span.end);
        let start = first.file.start + if exact(first) { skipped } else { 0 };
        let end = last.file.end - if exact(last) { left } else { 0 };
        Some(Span { start, end })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leads_back_to_the_file() {
        // The text "a & b" of the file "<p>a &amp; b</p>".
        let run = |text: (usize, usize), file: (usize, usize)| Run {
            text: Span::new(text.0, text.1),
            file: Span::new(file.0, file.1),
        };
        let runs = vec![run((0, 2), (3, 5)), run((2, 3), (5, 10)), run((3, 5), (10, 12))];
        let origin = Origin { format: "HTML", runs };
        let place = |start, end| origin.place(Span::new(start, end)).map(Span::range);
        assert_eq!(place(0, 5), Some(3..12));
        assert_eq!(place(2, 3), Some(5..10));
        assert_eq!(place(4, 5), Some(11..12));
        assert_eq!(place(1, 3), Some(4..10));
        assert_eq!(place(5, 5), None);
    }
}
