//! A hash table from short words to what the lists say of them, quick enough to look every word of
//! a text up.
//!
//! A word of up to sixteen bytes is one number: comparing is one comparison, and nothing is
//! allocated for a look-up. Collisions go to the next slot (linear probing); at least half of the
//! slots stay free. The lists are ours, so nobody can make them collide. Does not know what an
//! entry means.

use std::collections::HashMap;

/// The longest word that is a number.
const SHORT: usize = 16;

/// Entries by word.
#[derive(Debug)]
pub(crate) struct Table<T> {
    /// A power of two of them. The number 0 is no word's: the slot is free.
    slots: Vec<(u128, T)>,
    taken: usize,
    long: HashMap<String, T>,
}

impl<T: Copy + Default> Table<T> {
    /// An empty table with room for `words` words.
    pub(crate) fn with_room(words: usize) -> Self {
        let slots = vec![(0, T::default()); (words * 2).next_power_of_two().max(2)];
        Self { slots, taken: 0, long: HashMap::new() }
    }

    /// The entry of `lower`, a word in lower case; a new one where there is none.
    pub(crate) fn entry(&mut self, lower: &str) -> &mut T {
        let Some(key) = short(lower.as_bytes()) else {
            return self.long.entry(lower.to_owned()).or_default();
        };
        if self.taken * 2 >= self.slots.len() {
            self.grow();
        }
        let at = self.slot(key);
        let (known, entry) = &mut self.slots[at];
        if *known == 0 {
            *known = key;
            self.taken += 1;
        }
        entry
    }

    /// What is known of `word`, whatever its case.
    pub(crate) fn look_up(&self, word: &str) -> T {
        if let Some(key) = short_lower(word) {
            return self.slots[self.slot(key)].1;
        }
        // No list has a word that long; a hostile text may.
        if word.len() > 48 {
            return T::default();
        }
        let lower = word.to_lowercase();
        match short(lower.as_bytes()) {
            Some(key) => self.slots[self.slot(key)].1,
            None => self.long.get(&lower).copied().unwrap_or_default(),
        }
    }

    /// The slot of `key`, or the free one where it would be.
    fn slot(&self, key: u128) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = hash(key) & mask;
        while self.slots[at].0 != key && self.slots[at].0 != 0 {
            at = (at + 1) & mask;
        }
        at
    }

    fn grow(&mut self) {
        let larger = vec![(0, T::default()); self.slots.len() * 2];
        for (key, entry) in std::mem::replace(&mut self.slots, larger) {
            if key != 0 {
                let at = self.slot(key);
                self.slots[at] = (key, entry);
            }
        }
    }
}

/// Multiplicative hashing (Knuth, volume 3, 6.4), of both halves folded together.
#[allow(clippy::cast_possible_truncation, reason = "both halves are taken, and the top bits last")]
fn hash(key: u128) -> usize {
    let folded = (key as u64) ^ ((key >> 64) as u64).rotate_left(29);
    (folded.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40) as usize
}

/// The word as a number, if it is short.
fn short(word: &[u8]) -> Option<u128> {
    let mut bytes = [0; SHORT];
    bytes.get_mut(..word.len())?.copy_from_slice(word);
    Some(u128::from_le_bytes(bytes))
}

/// The word in lower case as a number, if it is short and of ASCII only.
fn short_lower(word: &str) -> Option<u128> {
    let mut bytes = [0; SHORT];
    bytes.get_mut(..word.len())?.copy_from_slice(word.as_bytes());
    bytes.make_ascii_lowercase();
    bytes.is_ascii().then(|| u128::from_le_bytes(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_put_in_whatever_the_case() {
        let mut table = Table::with_room(1);
        let words: Vec<String> = (0..200).map(|at| format!("word{at}")).collect();
        for (at, word) in words.iter().enumerate() {
            *table.entry(word) = at + 1;
        }
        for word in ["élysée", "antidisestablishmentarian"] {
            *table.entry(word) = word.len();
        }
        for (at, word) in words.iter().enumerate() {
            assert_eq!(table.look_up(&word.to_uppercase()), at + 1, "{word}");
        }
        assert_eq!(table.look_up("Élysée"), "élysée".len());
        assert_eq!(table.look_up("AntiDisestablishmentarian"), 25);
        assert_eq!(table.look_up("word200"), 0);
        assert_eq!(table.look_up(""), 0);
        assert_eq!(table.look_up(&"é".repeat(30)), 0);
    }
}
