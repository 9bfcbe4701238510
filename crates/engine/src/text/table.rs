//! A hash table from short words to what the lists say of them, quick enough to look every word of
//! a text up.
//!
//! A word of up to sixteen bytes is one number: comparing is one comparison, and nothing is
//! allocated for a look-up. Collisions go to the next slot (linear probing); at least half of the
//! slots stay free. The lists are ours, so nobody can make them collide. What a list says is a
//! number too, so that all lists share one table's code. Does not know what it means.

use super::word;

/// The longest word that is a number.
const SHORT: usize = 16;

/// The longest word that a list may have; a hostile text may have longer ones.
const LONGEST: usize = 48;

/// A number for each listed word; 0 for any other.
#[derive(Debug)]
pub(crate) struct Table {
    /// A power of two of them, each the place of a word's number; 0 where the slot is free. They are
    /// small, so that a text's words that are not listed, which are most, touch little memory.
    slots: Vec<u16>,
    /// The words and their numbers; the first is no word's.
    entries: Vec<(u128, u64)>,
    /// The few words that are no number.
    long: Vec<(String, u64)>,
}

impl Table {
    /// An empty table with room for `words` words.
    pub(crate) fn with_room(words: usize) -> Self {
        let slots = vec![0; (words * 2).next_power_of_two().max(2)];
        let mut entries = Vec::with_capacity(words + 1);
        entries.push((0, 0));
        Self { slots, entries, long: Vec::new() }
    }

    /// The number of `lower`, a word in lower case, to be set.
    pub(crate) fn entry(&mut self, lower: &str) -> &mut u64 {
        let Some(key) = short(lower.as_bytes()) else { return self.long_entry(lower) };
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

    fn long_entry(&mut self, lower: &str) -> &mut u64 {
        let at = self.long.iter().position(|(word, _)| word == lower).unwrap_or_else(|| {
            self.long.push((lower.to_owned(), 0));
            self.long.len() - 1
        });
        &mut self.long[at].1
    }

    /// The number of `word`, whatever its case.
    pub(crate) fn look_up(&self, word: &str) -> u64 {
        match short(word.as_bytes()).and_then(lower) {
            Some(key) => self.number(key),
            None => self.look_up_other(word),
        }
    }

    /// The number of the word of `text` that begins at `start` and has `length` bytes, which are
    /// letters and digits of ASCII.
    pub(crate) fn look_up_plain(&self, text: &str, start: usize, length: usize) -> u64 {
        const SMALL: u128 = u128::MAX / 255 * 0x20;
        let bytes = text.as_bytes().get(start..start + SHORT);
        let key = bytes.and_then(|bytes| bytes.try_into().ok()).map(u128::from_le_bytes);
        match key.zip(MASKS.get(length)) {
            // What stands behind the word is cut off; a digit has the bit of small letters already.
            Some((key, mask)) => self.number((key | SMALL) & mask),
            None => self.look_up(text.get(start..start + length).unwrap_or_default()),
        }
    }

    fn number(&self, key: u128) -> u64 {
        self.entries[self.place(key).1].1
    }

    /// A word that is long, or has letters beyond ASCII.
    #[inline(never)]
    fn look_up_other(&self, word: &str) -> u64 {
        if word.len() > LONGEST {
            return 0;
        }
        let lower = word::lower(word);
        match short(lower.as_bytes()) {
            Some(key) => self.number(key),
            None => self.long.iter().find(|(long, _)| *long == lower).map_or(0, |(_, it)| *it),
        }
    }

    /// The slot of `key`, or the free one where it would be, and the place that it holds.
    fn place(&self, key: u128) -> (usize, usize) {
        let mask = self.slots.len() - 1;
        let mut slot = hash(key) & mask;
        loop {
            let at = usize::from(self.slots[slot]);
            if at == 0 || self.entries[at].0 == key {
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

/// The bits of the first bytes of a number, by how many bytes these are.
const MASKS: [u128; SHORT + 1] = {
    let mut masks = [u128::MAX; SHORT + 1];
    let mut length = 0;
    while length < SHORT {
        masks[length] = (1 << (8 * length)) - 1;
        length += 1;
    }
    masks
};

/// Multiplicative hashing (Knuth, volume 3, 6.4), of both halves folded together.
#[allow(clippy::cast_possible_truncation, reason = "both halves are taken, and the top bits last")]
fn hash(key: u128) -> usize {
    let folded = (key as u64) ^ ((key >> 64) as u64).rotate_left(29);
    (folded.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40) as usize
}

/// The word as a number, if it is short.
fn short(word: &[u8]) -> Option<u128> {
    let four = |from: usize| Some(u32::from_le_bytes(word.get(from..from + 4)?.try_into().ok()?));
    let eight = |from: usize| Some(u64::from_le_bytes(word.get(from..from + 8)?.try_into().ok()?));
    let length = word.len();
    // Two loads that overlap in the middle, where the bytes are the same.
    Some(match length {
        0 => 0,
        1..4 => word.iter().rev().fold(0, |number, byte| number << 8 | u128::from(*byte)),
        4..8 => u128::from(four(0)?) | u128::from(four(length - 4)?) << ((length - 4) * 8),
        8..=SHORT => u128::from(eight(0)?) | u128::from(eight(length - 8)?) << ((length - 8) * 8),
        _ => return None,
    })
}

/// The word of that number in lower case, if it is of ASCII only. All its bytes are made small at
/// once.
fn lower(number: u128) -> Option<u128> {
    const EVERY: u128 = u128::MAX / 255;
    if number & (EVERY * 0x80) != 0 {
        return None;
    }
    let from_a = number + EVERY * (0x80 - b'A' as u128);
    let past_z = number + EVERY * (0x80 - b'Z' as u128 - 1);
    Some(number | (from_a & !past_z & (EVERY * 0x80)) >> 2)
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
        for word in ["élysée", "antidisestablishmentarian"] {
            *table.entry(word) = word.len() as u64;
        }
        for (at, word) in (0..).zip(&words) {
            assert_eq!(table.look_up(&word.to_uppercase()), at + 1, "{word}");
        }
        assert_eq!(table.look_up("Élysée"), "élysée".len() as u64);
        let text = "a WORD7, Word13, and Antidisestablishmentarian word137";
        for word in ["WORD7", "Word13", "Antidisestablishmentarian", "word137", "and"] {
            let start = text.find(word).unwrap();
            assert_eq!(table.look_up_plain(text, start, word.len()), table.look_up(word), "{word}");
        }
        assert_eq!(table.look_up("AntiDisestablishmentarian"), 25);
        assert_eq!(table.look_up("word200"), 0);
        assert_eq!(table.look_up(""), 0);
        assert_eq!(table.look_up(&"é".repeat(30)), 0);
    }
}
