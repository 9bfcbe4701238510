//! A hash table from words to what the lists say of them, quick enough to look every word of a text
//! up.
//!
//! A word is known by a number of 64 bits: its letters themselves up to eight of ASCII, which most
//! words of a text have, and a mix of all its bytes beyond. So comparing is one comparison, and
//! nothing is allocated for a look-up; that a text's word has the number of a longer listed one by
//! chance is as rare as in `keyed`. Collisions of slots go to the next (linear probing); at least half
//! of the slots stay free. The lists are ours, so nobody can make them collide. What a list says is a
//! number too, so that all lists share one table's code. Does not know what it means.

use super::word;

/// How many bytes are one piece of a word.
const PIECE: usize = 8;

/// A number for each listed word; 0 for any other.
#[derive(Debug)]
pub(crate) struct Table {
    /// A power of two of them, each the place of a word's number; 0 where the slot is free. They are
    /// small, so that a text's words that are not listed, which are most, touch little memory.
    slots: Vec<u16>,
    /// The words and their numbers; the first is no word's.
    entries: Vec<(u64, u64)>,
}

impl Table {
    /// An empty table with room for `words` words.
    pub(crate) fn with_room(words: usize) -> Self {
        let slots = vec![0; (words * 2).next_power_of_two().max(2)];
        let mut entries = Vec::with_capacity(words + 1);
        entries.push((0, 0));
        Self { slots, entries }
    }

    /// The number of `lower`, a word in lower case, to be set.
    pub(crate) fn entry(&mut self, lower: &str) -> &mut u64 {
        let key = key(lower.as_bytes(), |piece| piece);
        if self.entries.len() * 2 > self.slots.len() {
            self.grow();
        }
        let (slot, mut at) = self.place(key);
        if at == 0 {
            at = self.entries.len();
            self.slots[slot] = u16::try_from(at).unwrap_or(u16::MAX);
            self.entries.push((key, 0));
        }
        &mut self.entries[at].1
    }

    /// The number of `word`, whatever its case.
    pub(crate) fn look_up(&self, word: &str) -> u64 {
        if word.is_ascii() {
            self.number(key(word.as_bytes(), lower))
        } else {
            self.number(key(word::lower(word).as_bytes(), |piece| piece))
        }
    }

    /// The number of the word with that key.
    #[inline]
    pub(crate) fn number(&self, key: u64) -> u64 {
        self.entries[self.place(key).1].1
    }

    /// The slot of `key`, or the free one where it would be, and the place that it holds.
    #[inline]
    fn place(&self, key: u64) -> (usize, usize) {
        let mask = self.slots.len() - 1;
        // Multiplicative hashing (Knuth, volume 3, 6.4).
        let mut slot = (mixed(key) >> 40) as usize & mask;
        loop {
            let at = usize::from(self.slots[slot]);
            // Both are asked at once: one of them nearly always holds at the first slot.
            if (at == 0) | (self.entries[at].0 == key) {
                return (slot, at);
            }
            slot = (slot + 1) & mask;
        }
    }

    fn grow(&mut self) {
        self.slots = vec![0; self.slots.len() * 2];
        for at in 1..self.entries.len() {
            let (slot, _) = self.place(self.entries[at].0);
            self.slots[slot] = u16::try_from(at).unwrap_or(u16::MAX);
        }
    }
}

/// The bits of the first bytes of a piece, by how many bytes these are.
const MASKS: [u64; PIECE + 1] = {
    let mut masks = [u64::MAX; PIECE + 1];
    let mut length = 0;
    while length < PIECE {
        masks[length] = (1 << (8 * length)) - 1;
        length += 1;
    }
    masks
};

/// A digit has the bit of small letters already.
const SMALL: u64 = u64::MAX / 255 * 0x20;

/// The key of a word of letters and digits of ASCII, of which the text's next eight bytes hold the
/// first `length`, which are all; whatever their case.
#[inline(always)]
pub(crate) fn key_of_one(bytes: u64, length: usize) -> u64 {
    (bytes | SMALL) & MASKS[length % MASKS.len()]
}

/// The same of a word of eight such bytes and `length` more.
#[inline(always)]
pub(crate) fn key_of_two(first: u64, second: u64, length: usize) -> u64 {
    joined(first | SMALL, key_of_one(second, length))
}

fn mixed(key: u64) -> u64 {
    key.wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// The key of a word's first pieces with one piece more behind.
fn joined(key: u64, piece: u64) -> u64 {
    mixed(key).rotate_left(31) ^ piece
}

/// The number that a word is known by, each piece of it changed by `change`.
fn key(word: &[u8], change: impl Fn(u64) -> u64) -> u64 {
    word.chunks(PIECE).fold(0, |key, bytes| joined(key, change(piece(bytes))))
}

/// Up to eight bytes as a number.
fn piece(bytes: &[u8]) -> u64 {
    let four = |bytes: &[u8]| bytes.try_into().map(u32::from_le_bytes).map(u64::from);
    let length = bytes.len();
    match (bytes.get(..4).map(four), bytes.get(length.wrapping_sub(4)..).map(four)) {
        // Two loads that overlap in the middle, where the bytes are the same.
        (Some(Ok(first)), Some(Ok(last))) => first | last << (8 * (length - 4)),
        _ => bytes.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte)),
    }
}

/// A piece of ASCII in lower case. All its bytes are made small at once.
fn lower(piece: u64) -> u64 {
    const EVERY: u64 = u64::MAX / 255;
    let from_a = piece + EVERY * (0x80 - b'A' as u64);
    let past_z = piece + EVERY * (0x80 - b'Z' as u64 - 1);
    piece | (from_a & !past_z & (EVERY * 0x80)) >> 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_put_in_whatever_the_case() {
        let mut table = Table::with_room(1);
        let words: Vec<String> = (0..200).map(|at| format!("word{at}")).collect();
        for (at, word) in (0..).zip(&words) {
            *table.entry(word) = at + 1;
        }
        for word in ["élysée", "extraordinary", "antidisestablishmentarian"] {
            *table.entry(word) = word.len() as u64;
        }
        for (at, word) in (0..).zip(&words) {
            assert_eq!(table.look_up(&word.to_uppercase()), at + 1, "{word}");
        }
        assert_eq!(table.look_up("Élysée"), "élysée".len() as u64);
        for word in ["WORD7", "Word13", "Extraordinary", "word137", "and"] {
            let eight = |from: usize| {
                let mut bytes = *b"........";
                let part = word.bytes().skip(from).take(8);
                bytes.iter_mut().zip(part).for_each(|(place, byte)| *place = byte);
                u64::from_le_bytes(bytes)
            };
            let key = match word.len() {
                0..9 => key_of_one(eight(0), word.len()),
                length => key_of_two(eight(0), eight(8), length - 8),
            };
            assert_eq!(table.number(key), table.look_up(word), "{word}");
        }
        assert_eq!(table.look_up("AntiDisestablishmentarian"), 25);
        assert_eq!(table.look_up("word200"), 0);
        assert_eq!(table.look_up(""), 0);
        assert_eq!(table.look_up(&"é".repeat(30)), 0);
    }
}
