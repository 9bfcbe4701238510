//! Where every word stands: for each word of the dictionary its positions, in order.
//!
//! A position is written as its distance from the word's one before (d-gaps; Witten, Moffat and Bell,
//! 1999), so that a word of every sentence costs a byte a time. A pack holds only how many bytes each
//! word's positions take: they are filled in when it is opened, by going through the text once, since
//! they would double what is fetched. Filling costs a table look-up and a write for each word of the
//! text, and no memory but the result and three numbers a word. Knows no texts.

use super::{Position, dictionary::Dictionary, token::Hash};
use crate::bytes::{self, Reader};

/// The positions of all words.
#[derive(Clone, Debug, Default)]
pub(super) struct Postings {
    /// For each word where its bytes end.
    ends: Vec<u32>,
    bytes: Vec<u8>,
}

impl Postings {
    /// The positions of the word of that number.
    pub(super) fn of(&self, word: u32) -> Occurrences<'_> {
        let bytes = self.bytes.get(self.start(word)..self.start(word + 1)).unwrap_or_default();
        Occurrences { reader: Reader::new(bytes), last: 0 }
    }

    /// How many bytes the positions of these words take: what reading them costs.
    pub(super) fn cost(&self, words: std::ops::Range<u32>) -> usize {
        self.start(words.end).saturating_sub(self.start(words.start))
    }

    /// Where the bytes of the word begin, and those of the one before it end.
    fn start(&self, word: u32) -> usize {
        let before = word.checked_sub(1).and_then(|before| self.ends.get(before as usize));
        before.map_or(0, |&end| end as usize)
    }
}

/// The positions of a word, in order.
#[derive(Clone, Debug)]
pub struct Occurrences<'postings> {
    reader: Reader<'postings>,
    last: Position,
}

impl Iterator for Occurrences<'_> {
    type Item = Position;

    #[inline]
    fn next(&mut self) -> Option<Position> {
        self.last = self.last.wrapping_add(self.reader.number()?);
        Some(self.last)
    }
}

/// How many bytes a word's positions take, as they come one after the other.
#[derive(Clone, Copy, Debug)]
pub(super) struct Size {
    first: Position,
    last: Position,
    /// Those of all positions but the first.
    more: u32,
}

impl Size {
    /// The size of one position.
    pub(super) fn of(position: Position) -> Self {
        Self { first: position, last: position, more: 0 }
    }

    /// Adds positions behind these.
    pub(super) fn join(&mut self, behind: Self) {
        self.more += bytes::width(behind.first - self.last) + behind.more;
        self.last = behind.last;
    }

    /// The same positions so far on.
    pub(super) fn moved(self, way: Position) -> Self {
        Self { first: way + self.first, last: way + self.last, ..self }
    }

    /// All bytes.
    pub(super) fn bytes(self) -> u32 {
        bytes::width(self.first) + self.more
    }
}

/// Fills the positions in, word by word of the text.
pub(super) struct Filler {
    seed: Hash,
    slots: Slots,
    /// For each word where its bytes end.
    ends: Vec<u32>,
    bytes: Vec<u8>,
    next: Position,
    /// Whether every word was known and had room.
    sound: bool,
}

impl Filler {
    /// Prepares for the words of `dictionary`, whose positions take as many bytes as `sizes` says, in
    /// texts of `length` bytes; nothing if these do not fit together.
    pub(super) fn new(dictionary: Dictionary<'_>, sizes: &[u8], length: usize) -> Option<Self> {
        let mut sizes = Reader::new(sizes);
        let (mut ends, mut end) = (Vec::new(), 0_u32);
        for _ in 0..dictionary.len() {
            end = end.checked_add(sizes.number()?)?;
            ends.push(end);
        }
        if !sizes.is_empty() || end as usize > length.saturating_mul(WIDEST) {
            return None;
        }
        let mut bytes = Vec::new();
        bytes.try_reserve_exact(end as usize).ok()?;
        bytes.resize(end as usize, 0);
        // Two words that share a slot and a part of their hash would be one: another seed parts them.
        let (seed, slots) = (0..SEEDS)
            .map(Hash::start)
            .find_map(|seed| Some((seed, Slots::new(dictionary, &ends, seed)?)))?;
        Some(Self { seed, slots, ends, bytes, next: 0, sound: true })
    }

    pub(super) fn seed(&self) -> Hash {
        self.seed
    }

    pub(super) fn next(&self) -> Position {
        self.next
    }

    /// Puts the word of that hash at the next position.
    #[inline]
    pub(super) fn push(&mut self, hash: Hash) {
        let filling = self.slots.find(hash);
        self.sound &= filling.part != 0;
        let distance = self.next.wrapping_sub(filling.last);
        filling.last = self.next;
        self.next += 1;
        match write(&mut self.bytes, filling.at, distance) {
            Some(end) => filling.at = end,
            None => self.sound = false,
        }
    }

    /// The positions; nothing if the texts had other words than was said.
    pub(super) fn finish(self, dictionary: Dictionary<'_>) -> Option<Postings> {
        let (mut slots, ends, mut sound) = (self.slots, self.ends, self.sound);
        dictionary.each_from(0, |number, word| {
            let filled = slots.find(self.seed.of(word)).at;
            sound &= ends.get(number as usize) == Some(&filled);
            sound
        });
        sound.then_some(Postings { ends, bytes: self.bytes })
    }
}

/// Writes a number at that place, and says where it ends; nothing where there is no room. A word with too
/// many places runs on into those of the next, and is found out at the end.
#[inline]
fn write(bytes: &mut [u8], mut at: u32, mut number: u32) -> Option<u32> {
    loop {
        let byte = bytes.get_mut(at as usize)?;
        at += 1;
        if number < 128 {
            *byte = number as u8;
            return Some(at);
        }
        *byte = number as u8 | 128;
        number >>= 7;
    }
}

/// How many seeds are tried: one collides for one dictionary of a hundred thousand words in some
/// thousand.
const SEEDS: u64 = 8;

/// The most bytes that a position takes.
const WIDEST: usize = 5;

/// How far a word's positions are filled in, found by the word's hash: open addressing with linear
/// probing, all that a word needs in one place of memory.
struct Slots {
    /// A power of two of them, at least a quarter of them free.
    slots: Vec<Filling>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Filling {
    /// A part of the word's hash; 0 for a free slot.
    part: u32,
    /// Where its next byte goes.
    at: u32,
    last: Position,
}

impl Slots {
    /// Room for the words, each filled up to where it begins; nothing if two share a part of their hash.
    fn new(dictionary: Dictionary<'_>, ends: &[u32], seed: Hash) -> Option<Self> {
        let room = (dictionary.len() as usize).saturating_mul(4) / 3 + 1;
        let mut slots = Self { slots: vec![Filling::default(); room.next_power_of_two()] };
        let (mut alone, mut at) = (true, 0);
        dictionary.each_from(0, |number, word| {
            let hash = seed.of(word);
            let slot = slots.find(hash);
            alone = slot.part == 0;
            *slot = Filling { part: part(hash), at, last: 0 };
            at = ends.get(number as usize).copied().unwrap_or_default();
            alone
        });
        alone.then_some(slots)
    }

    /// The slot of the hash, or the free one where it would be.
    #[inline]
    fn find(&mut self, hash: Hash) -> &mut Filling {
        let mask = self.slots.len() - 1;
        let (mut at, part) = (hash.mixed() as usize & mask, part(hash));
        loop {
            let known = self.slots[at].part;
            if known == part || known == 0 {
                return &mut self.slots[at];
            }
            at = (at + 1) & mask;
        }
    }
}

#[inline]
fn part(hash: Hash) -> u32 {
    (hash.mixed() >> 32) as u32 | 1
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;
    use crate::index::{dictionary::encode, token::each_word};

    /// The positions of each word, as a pack keeps them and as an opened one reads them.
    fn check(text: &str) {
        let mut places: BTreeMap<&str, Vec<Position>> = BTreeMap::new();
        for (word, position) in text.split_whitespace().zip(0..) {
            places.entry(word).or_default().push(position);
        }
        let words = encode(places.keys().map(|word| word.as_bytes()));
        let dictionary = Dictionary::new(&words).unwrap();
        let mut sizes = Vec::new();
        for places in places.values() {
            let size = places.iter().copied().map(Size::of).reduce(|mut size, next| {
                size.join(next);
                size
            });
            bytes::write(&mut sizes, size.map_or(0, Size::bytes));
        }
        let mut filler = Filler::new(dictionary, &sizes, text.len()).unwrap();
        each_word(text, filler.seed(), |hash, _| filler.push(hash));
        let postings = filler.finish(dictionary).unwrap();
        for (number, places) in (0..).zip(places.values()) {
            assert_eq!(postings.of(number).collect::<Vec<_>>(), *places);
        }
    }

    #[test]
    fn every_word_keeps_its_positions() {
        check("");
        check("to be or not to be");
        check(&"often ".repeat(1000));
    }

    proptest! {
        #[test]
        fn in_any_text(words in proptest::collection::vec("[a-e]{1,2}", 0..300)) {
            check(&words.join(" "));
        }
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let words = encode([b"a".as_slice(), b"b"].into_iter());
        let dictionary = Dictionary::new(&words).unwrap();
        let filled = |sizes: &[u8], text: &str| {
            let mut filler = Filler::new(dictionary, sizes, text.len())?;
            each_word(text, filler.seed(), |hash, _| filler.push(hash));
            filler.finish(dictionary)
        };
        assert!(filled(&[1, 1], "a b").is_some());
        assert!(filled(&[1], "a b").is_none(), "a size is missing");
        assert!(filled(&[1, 1, 1], "a b").is_none(), "a size too many");
        assert!(filled(&[1, 1], "a a").is_none(), "no room");
        assert!(filled(&[1, 2], "a b").is_none(), "room is left");
        assert!(filled(&[1, 1], "a c").is_none(), "an unknown word");
    }
}
