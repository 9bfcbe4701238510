//! The name of a quotation in addresses: a hash of its own words and their neighbours.
//!
//! Counting quotations would break every link when a document or a rule changes; the words stay.
//! After the W3C TextQuoteSelector (exact, prefix, suffix).

use std::collections::HashMap;

use crate::{quote::Quotation, span::Span};

/// How much of the text on each side tells equal words apart.
const NEIGHBOURS: usize = 32;

/// Letters and digits that are hard to confuse (Crockford's base 32).
const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// The keys of an article's quotations, each its own: the second of two with the same words and
/// neighbours gets a number.
pub(crate) fn quote_keys(source: &str, quotations: &[Quotation]) -> Vec<String> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    quotations
        .iter()
        .map(|quote| {
            let key = quote_key(source, quote.span());
            let times = seen.entry(key.clone()).or_default();
            *times += 1;
            if *times == 1 { key } else { format!("{key}-{times}") }
        })
        .collect()
}

/// The key of the words at `span`: eight letters or digits, 40 bits.
fn quote_key(source: &str, span: Span) -> String {
    let range = span.range();
    let mut hash = Fnv::default();
    hash.add(span.of(source));
    hash.add(tail(source.get(..range.start).unwrap_or_default()));
    hash.add(head(source.get(range.end..).unwrap_or_default()));
    (0..8).map(|at| char::from(DIGITS[(hash.0 >> (at * 5)) as usize % DIGITS.len()])).collect()
}

fn head(text: &str) -> &str {
    text.char_indices().nth(NEIGHBOURS).map_or(text, |(end, _)| &text[..end])
}

fn tail(text: &str) -> &str {
    let start = text.char_indices().rev().nth(NEIGHBOURS - 1).map_or(0, |(start, _)| start);
    &text[start..]
}

/// FNV-1a, 64 bits: tiny, and the same on every machine.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    /// Adds the letters of `text`; white space is one space, so that a rewrapped text keeps its key.
    fn add(&mut self, text: &str) {
        for word in text.split_whitespace() {
            word.bytes().for_each(|byte| self.byte(byte));
            self.byte(b' ');
        }
        self.byte(0);
    }

    fn byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Sample, corpus};

    fn key(source: &str, words: &str) -> String {
        let start = source.find(words).unwrap();
        quote_key(source, Span::new(start, start + words.len()))
    }

    #[test]
    fn the_words_name_themselves_wherever_they_stand() {
        let before = "x".repeat(NEIGHBOURS + 8);
        let source = format!("{before} “Yes,” he said");
        let moved = format!("Another start. {source}");
        assert_eq!(key(&source, "Yes,"), key(&moved, "Yes,"));
        assert_eq!(key(&source, "Yes,").len(), 8);
    }

    #[test]
    fn equal_words_with_other_neighbours_are_told_apart() {
        assert_ne!(key("“Yes,” he said", "Yes,"), key("“Yes,” she said", "Yes,"));
    }

    #[test]
    fn a_printing_repeated_word_for_word_has_a_key_of_its_own() {
        let printing =
            "He said he would stop the talks today. «|Yes» he said to all of them there today. ";
        let text = printing.repeat(2);
        let corpus = corpus(&[Sample { outlet: "North", day: "2010-11-20", text: &text }]);
        let analysis = &corpus.articles[0];
        let keys = quote_keys(&analysis.source, &analysis.quotations);
        assert_eq!(keys[1], format!("{}-2", keys[0]));
    }

    #[test]
    fn line_breaks_do_not_matter() {
        assert_eq!(
            key("“fresh start” now", "fresh start"),
            key("“fresh\nstart” now", "fresh\nstart")
        );
    }
}
