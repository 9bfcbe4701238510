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
};

/// The words of some texts with their hashes' bits, each as it was first written, and the bytes that their
/// positions take.
#[derive(Default)]
pub(super) struct Collector<'text> {
    words: HashMap<u64, (&'text str, Size), Unhashed>,
    next: Position,
    seed: u64,
    /// Whether two words share a hash: another seed must be taken.
    pub(super) collided: bool,
}

impl<'text> Collector<'text> {
    pub(super) fn new(seed: u64) -> Self {
        Self { seed, ..Self::default() }
    }

    /// Takes in the words of a text.
    pub(super) fn read(&mut self, text: &'text str) {
        each_word(text, Hash::start(self.seed), |hash, place| {
            self.push(hash.mixed(), &text[place], Size::of(self.next));
            self.next += 1;
        });
    }

    /// Takes in the words of the texts that follow.
    pub(super) fn join(&mut self, behind: Self) {
        let way = self.next;
        for (hash, (word, size)) in behind.words {
            self.push(hash, word, size.moved(way));
        }
        self.next += behind.next;
        self.collided |= behind.collided;
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

    /// What a pack keeps. Costs the sorting of the different words.
    pub(super) fn finish(self) -> Kept {
        let words = self.words.into_values();
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

    proptest! {
        /// Texts that are read apart and put together are as one text.
        #[test]
        fn parts_are_as_the_whole(texts in proptest::collection::vec("([aAbB1É]{1,2} ){0,200}", 0..6)) {
            let all = texts.concat();
            let (mut whole, mut joined) = (Collector::new(7), Collector::new(7));
            whole.read(&all);
            for text in &texts {
                let mut part = Collector::new(7);
                part.read(text);
                joined.join(part);
            }
            prop_assert_eq!(joined.next, whole.next);
            let (whole, joined) = (whole.finish(), joined.finish());
            prop_assert_eq!(&*whole.words, &*joined.words);
            prop_assert_eq!(&*whole.sizes, &*joined.sizes);
            prop_assert_eq!(&*whole.forms, &*joined.forms);
        }
    }
}
