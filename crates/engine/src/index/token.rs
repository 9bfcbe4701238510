//! Words as the index takes them in: found, folded and hashed in one pass over the bytes.
//!
//! A word is what `text::word` says it is. Letters of English texts cost a look into a table and a
//! multiplication each; other letters are folded as `text::word` folds them. Does not know what is
//! done with a word.

use std::ops::Range;

use crate::text::word::fold;

/// For each ASCII byte its lower case where it is a letter or a digit, 0 where it is neither.
const FOLDED: [u8; 128] = folded();

const fn folded() -> [u8; 128] {
    let mut table = [0; 128];
    let mut byte = 0_u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() {
            table[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    table
}

/// The hash of a folded word: FNV-1a in 64 bits, begun with a seed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Hash(u64);

impl Hash {
    pub(crate) const fn start(seed: u64) -> Self {
        Self(0xcbf2_9ce4_8422_2325 ^ seed)
    }

    #[inline]
    fn byte(self, byte: u8) -> Self {
        Self((self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
    }

    /// The hash of a word that is folded already.
    pub(crate) fn of(self, folded: &[u8]) -> Self {
        folded.iter().fold(self, |hash, &byte| hash.byte(byte))
    }

    /// All its bits, well mixed: the low and the high ones may be used apart.
    #[inline]
    pub(super) fn mixed(self) -> u64 {
        let mixed = (self.0 ^ self.0 >> 32).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        mixed ^ mixed >> 29
    }
}

/// Calls `each` with the hash of every word of `text`, in order, and where the word stands. Linear in
/// the text.
#[inline]
pub(crate) fn each_word(text: &str, seed: Hash, mut each: impl FnMut(Hash, Range<usize>)) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let letter = FOLDED.get(usize::from(byte)).copied();
        if letter == Some(0) {
            at += 1;
            continue;
        }
        let start = at;
        let mut hash = seed;
        // Most words are ASCII to their end.
        while let Some(&letter) = bytes.get(at).and_then(|&byte| FOLDED.get(usize::from(byte)))
            && letter != 0
        {
            hash = hash.byte(letter);
            at += 1;
        }
        if bytes.get(at).is_some_and(|byte| !byte.is_ascii()) {
            let rest = text.get(start..).unwrap_or_default();
            let length = rest.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(rest.len());
            if length == 0 {
                at += rest.chars().next().map_or(1, char::len_utf8);
                continue;
            }
            at = start + length;
            hash = seed.of(fold(&rest[..length]).as_bytes());
        }
        each(hash, start..at);
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
