//! The lines of a document, and what can be seen of each without knowing the others.
//!
//! Does not know what a line is to the report (`page` decides that).

use crate::span::Span;

/// A line that is not blank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// Its words, without white space at the edges.
    pub(crate) span: Span,
    /// The number of blank lines right before it.
    pub(crate) gap: usize,
}

/// Whether `c` is white space, or a mark that shows nothing (a byte order mark).
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '\u{feff}'
}

/// The lines of `source` that are not blank, in order.
pub(crate) fn lines(source: &str) -> Vec<Line> {
    let mut found = Vec::new();
    let (mut at, mut gap) = (0, 0);
    for piece in source.split_inclusive('\n') {
        let words = piece.trim_matches(is_blank);
        if words.is_empty() {
            gap += 1;
        } else {
            let start = at + (piece.len() - piece.trim_start_matches(is_blank).len());
            found.push(Line { span: Span::new(start, start + words.len()), gap });
            gap = 0;
        }
        at += piece.len();
    }
    found
}

/// Whether the words end as a sentence does.
pub(crate) fn ends_sentence(words: &str) -> bool {
    words
        .trim_end_matches(['"', '”', '’', '\'', '»', '“', ')', ']'])
        .ends_with(['.', '!', '?', '…'])
}

/// Whether `words` begin with `lead`: mostly told by the first byte.
pub(crate) fn begins(words: &str, lead: &str) -> bool {
    words.as_bytes().first() == lead.as_bytes().first() && words.starts_with(lead)
}

/// Whether `words` begin with any of `leads`.
pub(crate) fn begins_with(words: &str, leads: &[&str]) -> bool {
    leads.iter().any(|lead| begins(words, lead))
}

/// The bytes that parts of a list begin with, so that most places of a text are passed at a glance.
#[derive(Clone, Copy)]
pub(crate) struct Firsts {
    ascii: u128,
    other: bool,
}

impl Firsts {
    /// The first bytes of `parts`.
    pub(crate) const fn of(parts: &[&str]) -> Self {
        let mut firsts = Self { ascii: 0, other: false };
        let mut at = 0;
        while at < parts.len() {
            match parts[at].as_bytes() {
                [first, ..] if first.is_ascii() => firsts.ascii |= 1 << *first,
                _ => firsts.other = true,
            }
            at += 1;
        }
        firsts
    }

    /// Whether a part may begin with `byte`.
    pub(crate) const fn may(self, byte: u8) -> bool {
        if byte.is_ascii() { self.ascii >> byte & 1 != 0 } else { self.other }
    }
}

/// The number of words, counted no further than `limit`.
pub(crate) fn words_up_to(words: &str, limit: usize) -> usize {
    words.split_whitespace().take(limit).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_lines_and_the_gaps_between_them() {
        let source = "\u{feff}one\r\n\r\n\n  two  \nthree";
        let seen: Vec<_> =
            lines(source).iter().map(|line| (line.span.of(source), line.gap)).collect();
        assert_eq!(seen, [("one", 0), ("two", 2), ("three", 0)]);
    }

    #[test]
    fn a_sentence_may_end_inside_marks() {
        for words in ["Done.", "“Done.”", "\"Done?\"", "(Done.)", "“historic”."] {
            assert!(ends_sentence(words), "{words}");
        }
        for words in ["New beginnings", "Image: AP", "the “reset”"] {
            assert!(!ends_sentence(words), "{words}");
        }
    }
}
