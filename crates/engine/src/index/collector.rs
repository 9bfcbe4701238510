//! Collects the words of all texts for a pack: the dictionary, how much room each word's positions take,
//! and which words are forms of one.
//!
//! A word is found by its hash; if two words ever share one, that is told, and another seed must be
//! taken. Does not know how an opened pack uses them.

use std::{
    collections::{HashMap, hash_map::Entry},
    hash::{BuildHasher, Hasher},
};

use super::{
    Position,
    dictionary::encode,
    postings::Size,
    terms::Kept,
    token::{Hash, each_word},
};
use crate::{
    bytes,
    text::word::{Stems, fold},
    workers::{self, Workers},
};

/// The words of some texts with their hashes' bits, each as it was first written, and the bytes that their
/// positions take.
pub(super) struct Collector<'text> {
    /// The words in parts, each of the hashes with the same first bits.
    parts: Vec<Part<'text>>,
    next: Position,
    seed: u64,
}

/// How many bits of a hash tell the part that its word is in.
const BITS: u32 = 4;

impl<'text> Collector<'text> {
    pub(super) fn new(seed: u64) -> Self {
        Self { parts: (0..1 << BITS).map(|_| Part::default()).collect(), next: 0, seed }
    }

    /// Takes in the words of a text.
    pub(super) fn read(&mut self, text: &'text str) {
        each_word(text, Hash::start(self.seed), |hash, place| {
            let hash = hash.mixed();
            if let Some(part) = self.parts.get_mut((hash >> (u64::BITS - BITS)) as usize) {
                part.push(hash, &text[place], Size::of(self.next));
            }
            self.next += 1;
        });
    }

    /// The words of texts that were read apart, in their order. The parts are put together side by side.
    pub(super) fn joined(all: &[Self], seed: u64, workers: &dyn Workers) -> Self {
        let parts = workers::map(workers, 1 << BITS, |number| {
            let (mut joined, mut way) = (Part::default(), 0);
            for read in all {
                if let Some(part) = read.parts.get(number) {
                    joined.join(part, way);
                }
                way += read.next;
            }
            joined
        });
        Self { parts, next: all.iter().map(|read| read.next).sum(), seed }
    }

    /// Whether two words share a hash: another seed must be taken.
    pub(super) fn collided(&self) -> bool {
        self.parts.iter().any(|part| part.collided)
    }

    /// What a pack keeps. Costs the sorting of the different words.
    pub(super) fn finish(self) -> Kept {
        let words = self.parts.into_iter().flat_map(|part| part.words.into_values());
        let mut words: Vec<_> = words.map(|(word, size)| (fold(word), size)).collect();
        words.sort_unstable_by(|one, other| one.0.cmp(&other.0));
        let (stems, mut last) = (Stems::default(), HashMap::new());
        let (mut sizes, mut forms) = (Vec::new(), Vec::new());
        for (number, (word, size)) in (0_u32..).zip(&words) {
            bytes::write(&mut sizes, size.bytes());
            let before = last.insert(stems.of(word).into_owned(), number);
            bytes::write(&mut forms, before.map_or(0, |before| number - before));
        }
        let words = encode(words.iter().map(|(word, _)| word.as_bytes()));
        Kept { words: words.into(), sizes: sizes.into(), forms: forms.into() }
    }
}

/// The words of some hashes.
#[derive(Default)]
struct Part<'text> {
    words: HashMap<u64, (&'text str, Size), Unhashed>,
    /// Whether two words share a hash.
    collided: bool,
}

impl<'text> Part<'text> {
    /// Takes in words whose positions begin so far on.
    fn join(&mut self, behind: &Self, way: Position) {
        self.collided |= behind.collided;
        for (&hash, (word, size)) in &behind.words {
            self.push(hash, word, size.moved(way));
        }
    }

    fn push(&mut self, hash: u64, word: &'text str, size: Size) {
        match self.words.entry(hash) {
            Entry::Vacant(place) => {
                place.insert((word, size));
            }
            Entry::Occupied(mut place) => {
                let (known, before) = place.get_mut();
                self.collided |= !known.eq_ignore_ascii_case(word) && fold(known) != fold(word);
                before.join(size);
            }
        }
    }
}

/// Takes a key for its own hash, since it is one.
#[derive(Clone, Copy, Debug, Default)]
struct Unhashed;

impl BuildHasher for Unhashed {
    type Hasher = Itself;

    fn build_hasher(&self) -> Itself {
        Itself(0)
    }
}

struct Itself(u64);

impl Hasher for Itself {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, &byte| hash.rotate_left(8) ^ u64::from(byte));
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::workers::Alone;

    proptest! {
        /// Texts that are read apart and put together are as one text.
        #[test]
        fn parts_are_as_the_whole(texts in proptest::collection::vec("([aAbB1É]{1,2} ){0,200}", 0..6)) {
            let all = texts.concat();
            let read = |text| {
                let mut read = Collector::new(7);
                read.read(text);
                read
            };
            let whole = read(&all);
            let parts: Vec<_> = texts.iter().map(|text| read(text)).collect();
            let joined = Collector::joined(&parts, 7, &Alone);
            prop_assert_eq!(joined.next, whole.next);
            let (whole, joined) = (whole.finish(), joined.finish());
            prop_assert_eq!(&*whole.words, &*joined.words);
            prop_assert_eq!(&*whole.sizes, &*joined.sizes);
            prop_assert_eq!(&*whole.forms, &*joined.forms);
        }
    }
}
