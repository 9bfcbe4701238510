//! The words of a corpus, folded and sorted, as bytes that are read in place.
//!
//! Words are written in blocks of sixteen: the first whole, each other as what it shares with the one
//! before and what follows (front coding; Witten, Moffat and Bell, 1999). Where the blocks start is worked out
//! when a pack is opened, by one walk over the words, and allows for a binary search: a look-up costs
//! log(words) comparisons and half a block. Does not know where the words stand.

use std::ops::Range;

use crate::{
    bytes::{Reader, write},
    pack::Bytes,
};

/// How many words a block has.
const BLOCK: u32 = 16;

/// Writes the words, which are sorted and different.
pub(super) fn encode<'words>(words: impl Iterator<Item = &'words [u8]>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let (mut count, mut before): (u32, &[u8]) = (0, &[]);
    for word in words {
        if count.is_multiple_of(BLOCK) {
            before = &[];
        }
        let shared = word.iter().zip(before).take_while(|(one, other)| one == other).count();
        write(&mut bytes, shared as u32);
        write(&mut bytes, (word.len() - shared) as u32);
        bytes.extend_from_slice(&word[shared..]);
        count += 1;
        before = word;
    }
    bytes
}

/// The words, read from their bytes.
#[derive(Clone, Debug, Default)]
pub(super) struct Dictionary {
    bytes: Bytes,
    count: u32,
    /// Where the blocks start.
    starts: Vec<u32>,
}

impl Dictionary {
    /// Looks where the blocks start; nothing if these are no words.
    pub(super) fn new(bytes: Bytes) -> Option<Self> {
        let (mut reader, mut starts, mut count) = (Reader::new(&bytes), Vec::new(), 0_u32);
        while !reader.is_empty() {
            if count.is_multiple_of(BLOCK) {
                starts.push((bytes.len() - reader.rest().len()) as u32);
            }
            entry(&mut reader)?;
            count += 1;
        }
        Some(Self { bytes, count, starts })
    }

    /// How many words there are.
    pub(super) fn len(&self) -> u32 {
        self.count
    }

    /// Calls `each` with every word in order, from the word numbered `from` on, until it says no.
    pub(super) fn each_from(&self, from: u32, mut each: impl FnMut(u32, &[u8]) -> bool) {
        let mut word = Vec::new();
        let first = from / BLOCK;
        for block in first..self.starts.len() as u32 {
            let Some(mut reader) = self.block(block) else { return };
            for number in block * BLOCK..((block + 1) * BLOCK).min(self.count) {
                if next(&mut reader, &mut word).is_none() {
                    return;
                }
                if number >= from && !each(number, &word) {
                    return;
                }
            }
        }
    }

    /// The number of the first word that is not before `folded`, and whether it is that word.
    pub(super) fn find(&self, folded: &[u8]) -> (u32, bool) {
        // The block whose first word is the last one not behind what is looked for.
        let behind = partition(self.starts.len() as u32, |block| {
            self.first_of(block).is_some_and(|first| first <= folded)
        });
        let (mut found, mut equal) = (self.count, false);
        self.each_from(behind.saturating_sub(1) * BLOCK, |number, word| {
            if word < folded {
                return true;
            }
            (found, equal) = (number, word == folded);
            false
        });
        (found, equal)
    }

    /// The numbers of the words that begin with `folded`.
    pub(super) fn prefix(&self, folded: &[u8]) -> Range<u32> {
        let (start, _) = self.find(folded);
        let end = match after(folded) {
            Some(after) => self.find(&after).0,
            None => self.count,
        };
        start..end.max(start)
    }

    /// Calls `each` with the number of every word, how many bytes it has from the one before that was told,
    /// and the others; in order, but for runs of words that all begin with something that `hopeless` says
    /// is of no use.
    pub(super) fn each_unless(
        &self,
        hopeless: &mut impl FnMut(&[u8]) -> bool,
        each: &mut impl FnMut(u32, usize, &[u8]),
    ) {
        self.each_of_blocks(0..self.starts.len() as u32, hopeless, each);
    }

    /// The same of some blocks: where there are many, the first half and the second are looked at apart.
    fn each_of_blocks(
        &self,
        blocks: Range<u32>,
        hopeless: &mut impl FnMut(&[u8]) -> bool,
        each: &mut impl FnMut(u32, usize, &[u8]),
    ) {
        let first = self.first_of(blocks.start).unwrap_or_default();
        // Behind the last block is no word that could bound it.
        let behind = self.first_of(blocks.end).unwrap_or_default();
        let shared = first.iter().zip(behind).take_while(|(one, other)| one == other).count();
        if blocks.is_empty() || shared > 0 && hopeless(&first[..shared]) {
            return;
        }
        if blocks.len() > 1 {
            let middle = blocks.start.midpoint(blocks.end);
            self.each_of_blocks(blocks.start..middle, hopeless, each);
            return self.each_of_blocks(middle..blocks.end, hopeless, each);
        }
        let Some(mut reader) = self.block(blocks.start) else { return };
        for number in blocks.start * BLOCK..blocks.end.saturating_mul(BLOCK).min(self.count) {
            let Some((shared, rest)) = entry(&mut reader) else { return };
            each(number, shared, rest);
        }
    }

    fn block(&self, block: u32) -> Option<Reader<'_>> {
        let start = *self.starts.get(block as usize)?;
        self.bytes.get(start as usize..).map(Reader::new)
    }

    fn first_of(&self, block: u32) -> Option<&[u8]> {
        let mut reader = self.block(block)?;
        reader.number()?;
        let length = reader.number()?;
        reader.take(length as usize)
    }
}

/// Reads the next word of a block: how many bytes it has from the one before, and the others.
#[inline]
fn entry<'bytes>(reader: &mut Reader<'bytes>) -> Option<(usize, &'bytes [u8])> {
    let shared = reader.number()?;
    let length = reader.number()?;
    Some((shared as usize, reader.take(length as usize)?))
}

/// Reads the next word of a block over the one before.
fn next(reader: &mut Reader<'_>, word: &mut Vec<u8>) -> Option<()> {
    let (shared, rest) = entry(reader)?;
    word.truncate(shared);
    word.extend_from_slice(rest);
    Some(())
}

/// The first word behind all that begin with `folded`, if there can be one.
fn after(folded: &[u8]) -> Option<Vec<u8>> {
    let mut after = folded.to_vec();
    let last = after.last_mut()?;
    // No byte of a text in UTF-8 is 255.
    *last += 1;
    Some(after)
}

/// How many of the first numbers fulfil what all numbers up to some one do.
fn partition(count: u32, fulfils: impl Fn(u32) -> bool) -> u32 {
    let (mut from, mut to) = (0, count);
    while from < to {
        let middle = from.midpoint(to);
        if fulfils(middle) { from = middle + 1 } else { to = middle }
    }
    from
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn check(words: &BTreeSet<String>, asked: &str) {
        let bytes = encode(words.iter().map(String::as_bytes));
        let dictionary = Dictionary::new(bytes.into()).unwrap();
        let place = words.iter().take_while(|word| word.as_str() < asked).count() as u32;
        assert_eq!(dictionary.find(asked.as_bytes()), (place, words.contains(asked)));
        let run = words.iter().filter(|word| word.starts_with(asked)).count() as u32;
        assert_eq!(dictionary.prefix(asked.as_bytes()), place..place + run, "{asked:?}");
        let mut read = Vec::new();
        dictionary.each_from(0, |number, word| {
            read.push((number, word.to_vec()));
            true
        });
        let written: Vec<_> =
            (0..).zip(words).map(|(number, word)| (number, word.clone().into_bytes())).collect();
        assert_eq!(read, written);
        // Without those of the runs that begin in another way than what is asked for, all that begin like it
        // are left.
        let (mut left, mut word) = (Vec::new(), Vec::new());
        let mut other =
            |beginning: &[u8]| !beginning.iter().zip(asked.as_bytes()).all(|(a, b)| a == b);
        dictionary.each_unless(&mut other, &mut |number, shared, rest| {
            word.truncate(shared);
            word.extend_from_slice(rest);
            left.push((number, word.clone()));
        });
        assert!(left.is_sorted() && left.iter().all(|word| written.contains(word)));
        let kept = written.iter().filter(|(_, word)| word.starts_with(asked.as_bytes()));
        assert!(kept.into_iter().all(|word| left.contains(word)));
    }

    #[test]
    fn finds_words_and_prefixes() {
        let words = "treat treaties treaty war".split(' ').map(str::to_owned).collect();
        for asked in ["", "a", "treat", "treaty", "treatz", "war", "wars"] {
            check(&words, asked);
        }
        check(&BTreeSet::new(), "a");
    }

    proptest! {
        #[test]
        fn any_words(words in proptest::collection::btree_set("[a-cé]{1,5}", 0..200), asked in "[a-dé]{0,4}") {
            check(&words, &asked);
        }

        #[test]
        fn any_bytes_are_read_without_harm(
            bytes in proptest::collection::vec(any::<u8>(), 0..80),
            asked in "[a-c]{0,3}",
        ) {
            if let Some(dictionary) = Dictionary::new(bytes.into()) {
                let found = dictionary.prefix(asked.as_bytes());
                prop_assert!(found.end <= dictionary.len());
            }
        }
    }
}
