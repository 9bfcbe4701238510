//! The lines of a document, and what can be seen of each without knowing the others.
//!
//! Does not know what a line is to the report (`page` decides that).

use super::signs::{self, Signs};
use crate::span::Span;

/// A line that is not blank.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Line {
    /// Its words, without white space at the edges.
    pub(crate) span: Span,
    /// The number of blank lines right before it.
    pub(crate) gap: usize,
    /// What its bytes show at a glance.
    pub(crate) signs: Signs,
}

/// Whether `c` is white space, or a mark that shows nothing (a byte order mark).
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '\u{feff}'
}

/// The lines of `source` that are not blank, in order: one pass over its bytes.
pub(crate) fn lines(source: &str) -> Vec<Line> {
    let mut found = Vec::new();
    let (mut at, mut gap) = (0, 0);
    while let Some((signs, length)) = signs::of_line(source, at) {
        let piece = source.get(at..at + length).unwrap_or_default();
        let words = piece.trim_matches(is_blank);
        if words.is_empty() {
            gap += 1;
        } else {
            found.push(Line { span: Span::of_slice(source, words), gap, signs });
            gap = 0;
        }
        at += length;
    }
    found
}

/// Whether the words end as a sentence does.
pub(crate) fn ends_sentence(words: &str) -> bool {
    words
        .trim_end_matches(['"', '”', '’', '\'', '»', '“', ')', ']'])
        .ends_with(['.', '!', '?', '…'])
}

/// The number of words, counted no further than `limit`.
pub(crate) fn words_up_to(words: &str, limit: usize) -> usize {
    let (mut count, mut inside) = (0, false);
    for byte in words.bytes() {
        let sort = SORTS[usize::from(byte)];
        if sort == Sort::Wide {
            // White space beyond ASCII is rare, and marks and letters there are not.
            return words.split_whitespace().take(limit).count();
        }
        let letter = sort == Sort::Letter;
        if letter && !inside {
            if count == limit {
                break;
            }
            count += 1;
        }
        inside = letter;
    }
    count
}

/// What a byte is to the counting of words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Blank,
    Letter,
    Wide,
}

/// What each byte is.
static SORTS: [Sort; 256] = {
    let mut sorts = [Sort::Wide; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        let blank = byte.is_ascii_whitespace() || byte == VERTICAL_TAB;
        sorts[byte as usize] = if blank { Sort::Blank } else { Sort::Letter };
        byte += 1;
    }
    sorts
};

/// White space to [`char::is_whitespace`], but not to [`u8::is_ascii_whitespace`].
const VERTICAL_TAB: u8 = 0x0b;

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
    fn words_are_counted_up_to_the_limit() {
        for words in ["", " ", "one", " one  two\u{b}three ", "“one” two", "a b c d e f"] {
            for limit in 0..5 {
                let wanted = words.split_whitespace().take(limit).count();
                assert_eq!(words_up_to(words, limit), wanted, "{words}, {limit}");
            }
        }
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
