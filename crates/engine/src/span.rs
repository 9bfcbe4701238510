//! A stretch of a document as received, in bytes.
//!
//! Everything the engine finds points into its document through spans; nothing here knows what a
//! span means.

use serde::{Deserialize, Serialize};

/// A half-open range of UTF-8 bytes into a document as received, on character boundaries.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last one.
    pub end: u32,
}

impl Span {
    /// The span of the bytes from `start` to `end`.
    ///
    /// Documents are refused above 4 GiB when they are read, so an offset always fits.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span never runs backwards: {start}..{end}");
        Self { start: offset(start), end: offset(end) }
    }

    /// The words of `source` that the span covers; empty where it does not fit the text.
    #[must_use]
    pub fn of(self, source: &str) -> &str {
        source.get(self.range()).unwrap_or_default()
    }

    /// The span as a range of `usize`.
    #[must_use]
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The number of bytes.
    #[must_use]
    pub fn len(self) -> usize {
        self.range().len()
    }

    /// Whether it covers nothing.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Whether `other` lies wholly within.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least a byte.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The span of `part`, which must be a slice of `source` itself (not a copy of its words).
    #[must_use]
    pub fn of_slice(source: &str, part: &str) -> Self {
        let start = part.as_ptr() as usize - source.as_ptr() as usize;
        Self::new(start, start + part.len())
    }

    /// The span without white space at its edges.
    #[must_use]
    pub fn trim(self, source: &str) -> Self {
        let words = self.of(source);
        let start = self.start as usize + (words.len() - words.trim_start().len());
        Self::new(start, start + words.trim().len())
    }
}

fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trims_to_the_words() {
        let source = "  “Today”  ";
        assert_eq!(Span::new(0, source.len()).trim(source).of(source), "“Today”");
        assert_eq!(Span::new(0, 2).trim(source).len(), 0);
    }

    #[test]
    fn a_span_that_does_not_fit_covers_nothing() {
        assert_eq!(Span::new(1, 2).of("“"), "");
        assert_eq!(Span::new(4, 9).of("abc"), "");
    }

    #[test]
    fn finds_the_place_of_a_slice() {
        let source = "one two";
        assert_eq!(Span::of_slice(source, &source[4..]), Span::new(4, 7));
    }
}
