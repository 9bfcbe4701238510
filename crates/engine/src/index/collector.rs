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
    size::{Place, Size},
    terms::Kept,
    token::Hash,
    units::Words,
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
    /// How many articles have begun, and where the words of the last one begin.
    articles: u32,
    start: Position,
    seed: u64,
}

/// How many bits of a hash tell the part that its word is in.
const BITS: u32 = 4;

impl<'text> Collector<'text> {
    pub(super) fn new(seed: u64) -> Self {
        let parts = (0..1 << BITS).map(|_| Part::default()).collect();
        Self { parts, next: 0, articles: 0, start: 0, seed }
    }

    /// The words of texts that were read apart, in their order. The parts are put together side by side.
    pub(super) fn joined(all: &[Self], seed: u64, workers: &dyn Workers) -> Self {
        let parts = workers::map(workers, 1 << BITS, |number| {
            let (mut joined, mut way) = (Part::default(), 0);
            for read in all {
                if let Some(part) = read.parts.get(number) {
                    joined.join(part, way);
                }
                way += read.articles;
            }
            joined
        });
        let articles = all.iter().map(|read| read.articles).sum();
        Self { parts, next: 0, articles, start: 0, seed }
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
            bytes::write(&mut sizes, size.code());
            let before = last.insert(stems.of(word).into_owned(), number);
            bytes::write(&mut forms, before.map_or(0, |before| number - before));
        }
        let words = encode(words.iter().map(|(word, _)| word.as_bytes()));
        Kept { words: words.into(), sizes: sizes.into(), forms: forms.into() }
    }
}

impl<'text> Words<'text> for Collector<'text> {
    fn seed(&self) -> Hash {
        Hash::start(self.seed)
    }

    fn next(&self) -> Position {
        self.next
    }

    fn begin(&mut self) {
        self.articles += 1;
        self.start = self.next;
    }

    fn push(&mut self, hash: Hash, word: impl FnOnce() -> &'text str, field: usize) {
        let (article, position) = (self.articles.saturating_sub(1), self.next);
        let place = Place { article, start: self.start, position, field };
        let hash = hash.mixed();
        if let Some(part) = self.parts.get_mut((hash >> (u64::BITS - BITS)) as usize) {
            part.push(hash, word(), place);
        }
        self.next += 1;
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
    /// Takes in words of articles whose numbers begin so far on.
    fn join(&mut self, behind: &Self, way: u32) {
        self.collided |= behind.collided;
        for (&hash, &(word, size)) in &behind.words {
            let size = size.moved(way);
            self.put(hash, word, || size, |before| before.join(size));
        }
    }

    fn push(&mut self, hash: u64, word: &'text str, place: Place) {
        self.put(hash, word, || Size::of(place), |before| before.add(place));
    }

    /// Puts a word in, or adds to what there is of it.
    #[inline]
    fn put(
        &mut self,
        hash: u64,
        word: &'text str,
        new: impl FnOnce() -> Size,
        add: impl FnOnce(&mut Size),
    ) {
        match self.words.entry(hash) {
            Entry::Vacant(place) => {
                place.insert((word, new()));
            }
            Entry::Occupied(mut place) => {
                let (known, before) = place.get_mut();
                self.collided |= !known.eq_ignore_ascii_case(word) && fold(known) != fold(word);
                add(before);
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
    use crate::{
        index::{FIELDS, token::each_word},
        workers::Alone,
    };

    /// Reads articles, each word in the field of its length.
    fn read<'text>(articles: &'text [String]) -> Collector<'text> {
        let mut read = Collector::new(7);
        for text in articles {
            read.begin();
            each_word(text, read.seed(), |hash, place| {
                let field = place.len() % FIELDS;
                read.push(hash, || &text[place], field);
            });
        }
        read
    }

    proptest! {
        /// Articles that are read apart and put together are as one after the other.
        #[test]
        fn parts_are_as_the_whole(
            articles in proptest::collection::vec("([aAbB1É]{1,2} ){0,100}", 0..9),
            cut in 0_usize..9,
        ) {
            let (front, back) = articles.split_at(cut.min(articles.len()));
            let joined = Collector::joined(&[read(front), read(back)], 7, &Alone);
            let whole = read(&articles);
            prop_assert_eq!(joined.articles, whole.articles);
            let (whole, joined) = (whole.finish(), joined.finish());
            prop_assert_eq!(&*whole.words, &*joined.words);
            prop_assert_eq!(&*whole.sizes, &*joined.sizes);
            prop_assert_eq!(&*whole.forms, &*joined.forms);
        }
    }
}
