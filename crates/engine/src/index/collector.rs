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
    standing::{Order, PART_BITS, Standing},
    terms::Kept,
    units::Words,
};
use crate::{
    bytes,
    text::{
        token::Hash,
        word::{Stems, fold},
    },
    workers::{self, Workers},
};

/// The words of some texts by their hashes' bits, each as it was first written, and the bytes that their
/// positions take.
#[derive(Default)]
pub(super) struct Collector {
    /// The words in parts, each of the hashes with the same first bits.
    parts: Vec<Part>,
    next: Position,
    /// How many articles have begun, and where the words of the last one begin.
    articles: u32,
    start: Position,
    seed: u64,
    /// Which word stands at each position, where that is to be known.
    order: Option<Standing>,
}

/// The words of all texts.
pub(super) struct Collected {
    /// What a pack keeps of them.
    pub(super) kept: Kept,
    /// Which stands at each position, where that was to be known.
    pub(super) order: Option<Order>,
}

impl Collector {
    /// With `order`, also which word stands at each position is kept.
    pub(super) fn new(seed: u64, order: bool) -> Self {
        let parts = (0..1 << PART_BITS).map(|_| Part::default()).collect();
        let order = order.then(Standing::default);
        Self { parts, next: 0, articles: 0, start: 0, seed, order }
    }

    /// The words of texts that were read apart, in their order. The parts are put together side by side.
    pub(super) fn joined(all: &[Self], workers: &dyn Workers) -> Self {
        let parts = workers::map(workers, 1 << PART_BITS, |number| {
            let (mut joined, mut way, mut places) = (Part::default(), 0, Vec::new());
            for read in all {
                let part = read.parts.get(number);
                places.push(part.map_or_else(Vec::new, |part| joined.join(part, way)));
                way += read.articles;
            }
            (joined, places)
        });
        // For each part, for each that was read apart: the places of its words.
        let (parts, places): (Vec<Part>, Vec<Vec<Vec<u32>>>) = parts.into_iter().unzip();
        let order: Option<Vec<&Standing>> = all.iter().map(|read| read.order.as_ref()).collect();
        let order = order.filter(|all| !all.is_empty());
        Self {
            parts,
            next: all.iter().map(|read| read.next).sum(),
            articles: all.iter().map(|read| read.articles).sum(),
            start: 0,
            seed: all.first().map_or(0, |first| first.seed),
            order: order.map(|all| Standing::joined(all.into_iter(), &places)),
        }
    }

    /// Whether two words share a hash: another seed must be taken.
    pub(super) fn collided(&self) -> bool {
        self.parts.iter().any(|part| part.collided)
    }

    /// What a pack keeps. Costs the sorting of the different words.
    pub(super) fn finish(self) -> Collected {
        let mut numbers: Vec<Vec<u32>> =
            self.parts.iter().map(|part| vec![0; part.words.len()]).collect();
        let words = self.parts.iter().enumerate().flat_map(|(number, part)| {
            let words = part.words.iter().enumerate();
            words.map(move |(at, word)| (fold(part.letters_of(word)), word.size, number, at))
        });
        let mut words: Vec<_> = words.collect();
        words.sort_unstable_by(|one, other| one.0.cmp(&other.0));
        let (stems, mut last) = (Stems::default(), HashMap::new());
        let (mut sizes, mut forms) = (Vec::new(), Vec::new());
        for (number, (word, size, part, at)) in (0_u32..).zip(&words) {
            bytes::write(&mut sizes, size.code());
            let before = last.insert(stems.of(word).into_owned(), number);
            bytes::write(&mut forms, before.map_or(0, |before| number - before));
            numbers[*part][*at] = number;
        }
        let words = encode(words.iter().map(|(word, ..)| word.as_bytes()));
        let kept = Kept { words: words.into(), sizes: sizes.into(), forms: forms.into() };
        Collected { kept, order: self.order.map(|standing| Order { standing, numbers }) }
    }
}

impl<'text> Words<'text> for Collector {
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
        let number = (hash >> (u64::BITS - PART_BITS)) as usize;
        if let Some(part) = self.parts.get_mut(number) {
            let at = part.push(hash, word(), place);
            if let Some(order) = &mut self.order {
                order.push(number, at, field);
            }
        }
        self.next += 1;
    }
}

/// The words of some hashes.
#[derive(Default)]
struct Part {
    /// For each hash the place of its word.
    places: HashMap<u64, u32, Unhashed>,
    words: Vec<Word>,
    /// What the words are written with, one after the other.
    letters: String,
    /// Whether two words share a hash.
    collided: bool,
}

struct Word {
    hash: u64,
    /// Where its letters begin and end.
    letters: (u32, u32),
    size: Size,
}

impl Part {
    /// Takes in words of articles whose numbers begin so far on; says the place of each.
    fn join(&mut self, behind: &Self, way: u32) -> Vec<u32> {
        self.collided |= behind.collided;
        let words = behind.words.iter().map(|word| {
            let size = word.size.moved(way);
            self.put(word.hash, behind.letters_of(word), || size, |before| before.join(size))
        });
        words.collect()
    }

    fn push(&mut self, hash: u64, word: &str, place: Place) -> u32 {
        self.put(hash, word, || Size::of(place), |before| before.add(place))
    }

    /// Puts a word in, or adds to what there is of it; says its place.
    #[inline]
    fn put(
        &mut self,
        hash: u64,
        word: &str,
        new: impl FnOnce() -> Size,
        add: impl FnOnce(&mut Size),
    ) -> u32 {
        match self.places.entry(hash) {
            Entry::Vacant(place) => {
                let (at, start) = (self.words.len() as u32, self.letters.len() as u32);
                self.letters.push_str(word);
                let letters = (start, self.letters.len() as u32);
                self.words.push(Word { hash, letters, size: new() });
                *place.insert(at)
            }
            Entry::Occupied(place) => {
                let at = *place.get();
                let before = &mut self.words[at as usize];
                let known = &self.letters[before.letters.0 as usize..before.letters.1 as usize];
                self.collided |= !known.eq_ignore_ascii_case(word) && fold(known) != fold(word);
                add(&mut before.size);
                at
            }
        }
    }

    fn letters_of(&self, word: &Word) -> &str {
        &self.letters[word.letters.0 as usize..word.letters.1 as usize]
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
    use crate::{index::FIELDS, text::token::each_word, workers::Alone};

    /// Reads articles, each word in the field of its length.
    fn read(articles: &[String]) -> Collector {
        let mut read = Collector::new(7, true);
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
            let joined = Collector::joined(&[read(front), read(back)], &Alone);
            let whole = read(&articles);
            prop_assert_eq!(joined.articles, whole.articles);
            let (whole, joined) = (whole.finish(), joined.finish());
            prop_assert_eq!(&*whole.kept.words, &*joined.kept.words);
            prop_assert_eq!(&*whole.kept.sizes, &*joined.kept.sizes);
            prop_assert_eq!(&*whole.kept.forms, &*joined.kept.forms);
            let (whole, joined) = (whole.order.unwrap(), joined.order.unwrap());
            prop_assert!(whole.each().eq(joined.each()));
        }
    }
}
