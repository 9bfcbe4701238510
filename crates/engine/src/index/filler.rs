//! Fills the places of all words in, as a pack's texts are gone through.
//!
//! Costs a table look-up and two writes for each word of the text, and no memory but the result and six
//! numbers a word, all of them beside each other. How the places are written is told in `postings`. Knows no
//! texts.

use super::{
    Position,
    dictionary::Dictionary,
    postings::Postings,
    size::{self, FIXED, Place},
    times::{PLAIN, once_in, once_more},
};
use crate::text::token::Hash;

/// Fills the places in, word by word of the text.
pub(super) struct Filler {
    seed: Hash,
    slots: Slots,
    /// For each word where its bytes end.
    ends: Vec<u32>,
    bytes: Vec<u8>,
    next: Position,
    /// The article that is gone through, and where its words begin.
    article: u32,
    start: Position,
    /// Whether every word was known and had room.
    sound: bool,
}

impl Filler {
    /// Prepares for the words of `dictionary`, whose places take as many bytes as `sizes` says, in texts of
    /// `length` bytes; nothing if these do not fit together.
    pub(super) fn new(dictionary: &Dictionary, sizes: &[u8], length: usize) -> Option<Self> {
        let (ends, fixed) = size::ends(sizes, dictionary.len())?;
        let end = ends.last().map_or(0, |&end| end as usize);
        if end > length.saturating_mul(WIDEST) {
            return None;
        }
        let mut bytes = Vec::new();
        bytes.try_reserve_exact(end).ok()?;
        bytes.resize(end, 0);
        // Two words that share a slot and a part of their hash would be one: another seed parts them.
        let (seed, slots) = (0..SEEDS)
            .map(Hash::start)
            .find_map(|seed| Some((seed, Slots::new(dictionary, &ends, &fixed, seed)?)))?;
        Some(Self { seed, slots, ends, bytes, next: 0, article: u32::MAX, start: 0, sound: true })
    }

    pub(super) fn seed(&self) -> Hash {
        self.seed
    }

    pub(super) fn next(&self) -> Position {
        self.next
    }

    /// The words that follow are the next article's.
    pub(super) fn begin(&mut self) {
        self.article = self.article.wrapping_add(1);
        self.start = self.next;
    }

    /// Puts the word of that hash at the next position.
    #[inline]
    pub(super) fn push(&mut self, hash: Hash, field: usize) {
        let Self { article, start, next: position, .. } = *self;
        self.next += 1;
        let filling = self.slots.find(hash);
        let known = filling.part != 0;
        let place = Place { article, start, position, field };
        self.sound &= known && filling.fill(&mut self.bytes, place).is_some();
    }

    /// The places; nothing if the texts had other words than was said.
    pub(super) fn finish(self, dictionary: &Dictionary) -> Option<Postings> {
        let (mut slots, mut sound, mut start) = (self.slots, self.sound, 0);
        let mut middles = Vec::with_capacity(self.ends.len());
        dictionary.each_from(0, |number, word| {
            let end = self.ends.get(number as usize).copied().unwrap_or_default();
            let middle = slots.find(self.seed.of(word)).middle(start, end);
            middles.extend(middle);
            sound &= middle.is_some();
            start = end;
            sound
        });
        sound.then(|| Postings::new(self.ends, middles, self.bytes.into()))
    }
}

/// How many seeds are tried: one collides for one dictionary of a hundred thousand words in some
/// thousand.
const SEEDS: u64 = 8;

/// The most bytes that a place takes: five for where it is in an article, five for the article, and one for
/// how often the article has the word.
const WIDEST: usize = 11;

/// How far a word's places are filled in, found by the word's hash: open addressing with linear probing,
/// all that a word needs in one place of memory.
struct Slots {
    /// A power of two of them, at least a quarter of them free.
    slots: Vec<Filling>,
}

#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Filling {
    /// A part of the word's hash; 0 for a free slot.
    part: u32,
    /// Where the next byte from the front goes, and behind which the next from the back.
    at: u32,
    back: u32,
    /// The article of the last place; before the first it is the one before all.
    article: u32,
    last: Position,
    /// How often that article has the word so far, as the byte says it.
    times: u8,
    /// How many bytes say how far on it is.
    width: u8,
}

/// What stands for the back of a word whose places are kept as they are.
const NO_BACK: u32 = u32::MAX;

impl Filling {
    /// Nothing filled in of a word whose bytes begin and end there; whose places are kept as they are if `fixed`.
    pub(super) fn new(start: u32, end: u32, fixed: bool) -> Self {
        let back = if fixed { NO_BACK } else { end };
        Self { at: start, back, article: u32::MAX, ..Self::default() }
    }

    /// Where the articles of the word end, if all of its bytes are filled.
    pub(super) fn middle(&self, start: u32, end: u32) -> Option<u32> {
        let (reached, middle) = if self.is_fixed() { (end, start) } else { (self.back, self.at) };
        (self.at == reached).then_some(middle)
    }

    fn is_fixed(&self) -> bool {
        self.back == NO_BACK
    }

    /// Writes a place; nothing where there is no room at all. A word with too many places runs on into those
    /// of its neighbours, and is found out at the end.
    #[inline]
    pub(super) fn fill(&mut self, bytes: &mut [u8], place: Place) -> Option<()> {
        if self.is_fixed() {
            let room = bytes.get_mut(self.at as usize..)?.first_chunk_mut()?;
            *room = place.position.to_le_bytes();
            self.at += FIXED as u32;
            return Some(());
        }
        let same = self.article == place.article;
        let from = if same { self.last } else { place.start };
        match once_more(self.times, place.field).filter(|_| same) {
            Some(times) => self.count_more(bytes, times)?,
            None => self.begin(bytes, place.article, once_in(place.field))?,
        }
        self.back = write_back(bytes, self.back, place.position - from)?;
        self.last = place.position;
        Some(())
    }

    /// Begins an article, or the same one again.
    #[inline]
    fn begin(&mut self, bytes: &mut [u8], article: u32, times: u8) -> Option<()> {
        let behind = article.wrapping_sub(self.article);
        let at = self.at;
        self.at = write(bytes, at, behind << 1 | u32::from(times != PLAIN))?;
        self.width = (self.at - at) as u8;
        if times != PLAIN {
            *bytes.get_mut(self.at as usize)? = times;
            self.at += 1;
        }
        (self.article, self.times) = (article, times);
        Some(())
    }

    /// Says anew how often the article has the word.
    #[inline]
    fn count_more(&mut self, bytes: &mut [u8], times: u8) -> Option<()> {
        if self.times == PLAIN {
            *bytes.get_mut(self.at.checked_sub(self.width.into())? as usize)? |= 1;
            self.at += 1;
        }
        *bytes.get_mut(self.at.checked_sub(1)? as usize)? = times;
        self.times = times;
        Some(())
    }
}

/// Writes a number at that place, and says where it ends; nothing where there is no room.
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

/// Writes a number before that place, its first byte last, and says where it begins.
#[inline]
fn write_back(bytes: &mut [u8], mut back: u32, mut number: u32) -> Option<u32> {
    loop {
        back = back.checked_sub(1)?;
        let byte = bytes.get_mut(back as usize)?;
        if number < 128 {
            *byte = number as u8;
            return Some(back);
        }
        *byte = number as u8 | 128;
        number >>= 7;
    }
}

impl Slots {
    /// Room for the words, each filled up to where it begins; nothing if two share a part of their hash.
    fn new(dictionary: &Dictionary, ends: &[u32], fixed: &[bool], seed: Hash) -> Option<Self> {
        let room = (dictionary.len() as usize).saturating_mul(4) / 3 + 1;
        let mut slots = Self { slots: vec![Filling::default(); room.next_power_of_two()] };
        let (mut alone, mut at) = (true, 0);
        dictionary.each_from(0, |number, word| {
            let hash = seed.of(word);
            let slot = slots.find(hash);
            alone = slot.part == 0;
            let end = ends.get(number as usize).copied().unwrap_or_default();
            let fixed = fixed.get(number as usize) == Some(&true);
            *slot = Filling { part: part(hash), ..Filling::new(at, end, fixed) };
            at = end;
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
    use super::*;
    use crate::{
        index::{dictionary::encode, times::TEXT},
        text::token::each_word,
    };

    #[test]
    fn what_does_not_fit_is_refused() {
        let words = encode([b"a".as_slice(), b"b"].into_iter());
        let dictionary = Dictionary::new(words.into()).unwrap();
        let filled = |sizes: &[u8], text: &str| {
            let mut filler = Filler::new(&dictionary, sizes, text.len())?;
            filler.begin();
            each_word(text, filler.seed(), |hash, _| filler.push(hash, TEXT));
            filler.finish(&dictionary)
        };
        assert!(filled(&[1, 1], "a b").is_some());
        assert!(filled(&[1], "a b").is_none(), "a size is missing");
        assert!(filled(&[1, 1, 1], "a b").is_none(), "a size too many");
        assert!(filled(&[1, 1], "a a").is_none(), "no room");
        assert!(filled(&[1, 2], "a b").is_none(), "room is left");
        assert!(filled(&[1, 1], "a c").is_none(), "an unknown word");
        // Sixteen times are an article said three times, as a byte has room for seven, and sixteen places.
        let (many, few) = ("a ".repeat(16), "b ".repeat(16));
        assert!(filled(&[22, 1], &(many.clone() + "b")).is_some());
        assert!(filled(&[21, 1], &(many.clone() + "b")).is_none(), "no room for many");
        assert!(filled(&[23, 1], &(many + "b")).is_none(), "room is left by many");
        assert!(filled(&[1, 22], &(few + "a")).is_some());
    }
}
