//! The words of a text found, folded and hashed in one pass over the bytes, for whoever goes through all of them.
//!
//! A word is what `text::word` says it is. ASCII is taken eight bytes at a time, as one number whose
//! bytes are told apart and folded all at once (Lamport, Multiple Byte Processing with Full-Word
//! Instructions, 1975), so that most words cost a handful of sums and no guess of where they end; other
//! letters are folded as `text::word` folds them. Does not know what is done with a word.

use std::ops::Range;

use super::word::fold;

/// How many bytes are taken at a time.
const CHUNK: usize = 8;

/// The same byte eight times.
const fn each(byte: u8) -> u64 {
    u64::from_le_bytes([byte; CHUNK])
}

/// The highest bit of each byte.
const HIGH: u64 = each(0x80);

/// The bit that tells small letters from capitals; digits have it.
const SMALL: u64 = each(0x20);

/// The highest bit of each byte of `bytes`, all of which are below 128, that is not below `least`.
const fn not_below(bytes: u64, least: u8) -> u64 {
    (bytes + each(0x80 - least)) & HIGH
}

/// The highest bit of each byte that is an ASCII letter or digit.
const fn letters(chunk: u64) -> u64 {
    let low = chunk & !HIGH;
    let small = low | SMALL;
    let letter = not_below(small, b'a') & !not_below(small, b'z' + 1);
    let digit = not_below(low, b'0') & !not_below(low, b'9' + 1);
    (letter | digit) & !chunk
}

/// How many bytes stand before the first with its highest bit set.
const fn before(marked: u64) -> usize {
    marked.trailing_zeros() as usize / CHUNK
}

/// The first so many bytes, and nothing behind them.
const fn first(chunk: u64, count: usize) -> u64 {
    if count < CHUNK { chunk & ((1 << (count * CHUNK)) - 1) } else { chunk }
}

/// The eight bytes from `at` on; zeros where there are fewer.
#[inline]
fn chunk_at(bytes: &[u8], at: usize) -> u64 {
    let rest = bytes.get(at..).unwrap_or_default();
    if let Some(chunk) = rest.first_chunk() {
        return u64::from_le_bytes(*chunk);
    }
    rest.iter().rev().fold(0, |chunk, &byte| chunk << CHUNK | u64::from(byte))
}

/// The hash of a folded word, begun with a seed: eight bytes at a time are multiplied in, each time so
/// that nothing gets lost, so words of one chunk never share a hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Hash(u64);

impl Hash {
    pub(crate) const fn start(seed: u64) -> Self {
        Self(0xcbf2_9ce4_8422_2325 ^ seed)
    }

    #[inline]
    fn chunk(self, chunk: u64) -> Self {
        let mixed = (self.0 ^ chunk).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        Self(mixed ^ mixed >> 32)
    }

    /// The hash of a word that is folded already.
    pub(crate) fn of(self, folded: &[u8]) -> Self {
        let chunks = (0..folded.len()).step_by(CHUNK);
        chunks.fold(self, |hash, at| hash.chunk(chunk_at(folded, at)))
    }

    /// All its bits, well mixed: the low and the high ones may be used apart.
    #[inline]
    pub(crate) fn mixed(self) -> u64 {
        let mixed = self.0.wrapping_mul(0xd6e8_feb8_6659_fd93);
        mixed ^ mixed >> 32
    }
}

/// Calls `each` with the hash of every word of `text`, in order, and where the word stands. Linear in
/// the text.
#[inline]
pub(crate) fn each_word(text: &str, seed: Hash, mut each: impl FnMut(Hash, Range<usize>)) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        // Up to the next letter or digit, or what may be one.
        let chunk = chunk_at(bytes, at);
        let gap = before(letters(chunk) | chunk & HIGH);
        at += gap;
        if gap == CHUNK {
            continue;
        }
        let (start, mut hash) = (at, seed);
        let beyond = loop {
            let chunk = chunk_at(bytes, at);
            let length = before(!letters(chunk) & HIGH);
            if length > 0 {
                hash = hash.chunk(first(chunk | SMALL, length));
            }
            at += length;
            if length < CHUNK {
                break chunk >> (length * CHUNK) & 0x80 != 0;
            }
        };
        if !beyond {
            each(hash, start..at);
            continue;
        }
        let rest = text.get(start..).unwrap_or_default();
        let length = rest.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(rest.len());
        if length == 0 {
            at += rest.chars().next().map_or(1, char::len_utf8);
            continue;
        }
        at = start + length;
        each(seed.of(fold(&rest[..length]).as_bytes()), start..at);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{span::Span, text::word::words};

    fn check(text: &str) {
        let seed = Hash::start(7);
        let mut found = Vec::new();
        each_word(text, seed, |hash, place| found.push((hash, &text[place])));
        let whole = Span::new(0, text.len());
        let expected: Vec<_> = words(text, whole)
            .map(|word| word.of(text))
            .map(|word| (seed.of(fold(word).as_bytes()), word))
            .collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn words_are_those_of_the_text() {
        for text in ["", "NATO-Russia: don’t", "Zürich—Łódź", "ΟΔΟΣ x", "a—é b", "—", "1é2 ½"]
        {
            check(text);
        }
    }

    proptest! {
        #[test]
        fn in_any_text(text in "\\PC*") {
            check(&text);
        }
    }
}
