//! Collects the words of all texts for a pack: the dictionary, how much room each word's positions take,
//! and which words are forms of one.
//!
//! A word is found by its hash; if two words ever share one, that is told, and another seed must be
//! taken. Does not know how an opened pack uses them.

use std::{
    collections::HashMap,
    hash::{BuildHasher, Hasher},
};

use super::{
    Position,
    dictionary::encode,
    postings::Size,
    terms::{Kept, Words},
    token::Hash,
};
use crate::{
    bytes,
    text::word::{Stems, fold},
};

/// The words collected so far.
pub(super) struct Collector {
    /// The words with their hashes' bits, and the bytes that their positions take.
    words: HashMap<u64, (Box<str>, Size), Unhashed>,
    next: Position,
    seed: u64,
    /// Whether two words share a hash: another seed must be taken.
    pub(super) collided: bool,
}

impl Collector {
    pub(super) fn new(seed: u64) -> Self {
        Self { words: HashMap::default(), next: 0, seed, collided: false }
    }

    /// What a pack keeps. Costs the sorting of the different words.
    pub(super) fn finish(self) -> Kept {
        let mut words: Vec<_> = self.words.into_values().collect();
        words.sort_unstable_by(|one, other| one.0.cmp(&other.0));
        let (stems, mut last) = (Stems::default(), HashMap::new());
        let (mut sizes, mut forms) = (Vec::new(), Vec::new());
        for (number, (word, size)) in (0_u32..).zip(&words) {
            bytes::write(&mut sizes, size.bytes);
            let before = last.insert(stems.of(word).into_owned(), number);
            bytes::write(&mut forms, before.map_or(0, |before| number - before));
        }
        let words = encode(words.iter().map(|(word, _)| word.as_bytes()));
        Kept { words: words.into(), sizes: sizes.into(), forms: forms.into() }
    }
}

impl Words for Collector {
    fn seed(&self) -> Hash {
        Hash::start(self.seed)
    }

    fn next(&self) -> Position {
        self.next
    }

    fn push(&mut self, hash: Hash, word: &str) {
        let entry = self.words.entry(hash.mixed());
        let (known, size) = entry.or_insert_with(|| (fold(word).into(), Size::default()));
        self.collided |= !known.eq_ignore_ascii_case(word) && **known != *fold(word);
        size.add(self.next);
        self.next += 1;
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
