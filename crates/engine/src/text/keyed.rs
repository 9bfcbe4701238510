//! Maps from words to numbers, by a hash of the words: nothing is allocated for a look-up, and all
//! maps share one code.
//!
//! The hash is FNV-1a (Fowler, Noll and Vo) in 64 bits, over bytes; two of a million words share one
//! with a chance of one in thirty million, and are then taken for one word. Slots are found by
//! multiplicative hashing and linear probing, at least half of them free. Does not know what the
//! numbers stand for.

use super::lower;

/// What a map is asked for: the hash of some words, or any number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key(u64);

impl Key {
    /// The key of no words yet.
    pub(crate) const EMPTY: Self = Self(0xcbf2_9ce4_8422_2325);

    /// The key of a number.
    pub(crate) fn number(number: usize) -> Self {
        Self::EMPTY.byte(0).mixed(number as u64)
    }

    /// The key of a word whatever its case.
    pub(crate) fn folded(word: &str) -> Self {
        Self::EMPTY.and_folded(word)
    }

    /// The key of the words together with a number.
    pub(crate) fn mixed(self, number: u64) -> Self {
        Self((self.0 ^ number.wrapping_add(1)).wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    /// The key of both, in their order.
    pub(crate) fn joined(self, other: Self) -> Self {
        self.mixed(other.0)
    }

    /// The key with more words behind, as they are written.
    pub(crate) const fn and(self, words: &str) -> Self {
        let (mut key, mut at) = (self, 0);
        while at < words.len() {
            key = key.byte(words.as_bytes()[at]);
            at += 1;
        }
        key
    }

    /// The key with more words behind, whatever their case.
    pub(crate) fn and_folded(self, words: &str) -> Self {
        let mut key = self;
        for byte in words.as_bytes() {
            if !byte.is_ascii() {
                return self.and(&lower(words));
            }
            key = key.byte(byte.to_ascii_lowercase());
        }
        key
    }

    const fn byte(self, byte: u8) -> Self {
        Self((self.0 ^ byte as u64).wrapping_mul(0x0100_0000_01b3))
    }
}

/// The key of a name of several words, whatever their case.
pub(crate) fn of_name<Word: AsRef<str>>(name: &[Word]) -> Key {
    name.iter().fold(Key::EMPTY, |key, word| key.and_folded(word.as_ref()).byte(b' '))
}

/// A number for each key.
#[derive(Clone, Debug, Default)]
pub(crate) struct Map {
    /// None, or a power of two of them. The key 0 is nobody's: the slot is free.
    slots: Vec<(u64, u32)>,
    taken: usize,
}

impl Map {
    /// An empty map with room for so many keys.
    pub(crate) fn with_room(keys: usize) -> Self {
        Self { slots: vec![(0, 0); (keys * 2).next_power_of_two().max(16)], taken: 0 }
    }

    /// The number of the key.
    pub(crate) fn get(&self, key: Key) -> Option<u32> {
        if self.slots.is_empty() {
            return None;
        }
        let (known, value) = self.slots[self.slot(key)];
        (known != 0).then_some(value)
    }

    /// The number of the key, as a place in a list.
    pub(crate) fn place(&self, key: Key) -> Option<usize> {
        self.get(key).map(|value| value as usize)
    }

    /// How many keys have a number.
    pub(crate) fn len(&self) -> usize {
        self.taken
    }

    /// Sets the number of the key; gives the one it had.
    pub(crate) fn insert(&mut self, key: Key, value: usize) -> Option<u32> {
        let value = u32::try_from(value).unwrap_or(u32::MAX);
        let taken = self.taken;
        let before = std::mem::replace(self.entry(key, value as usize), value);
        (self.taken == taken).then_some(before)
    }

    /// The number of the key, to be changed; `new` where it had none.
    pub(crate) fn entry(&mut self, key: Key, new: usize) -> &mut u32 {
        if self.taken * 2 >= self.slots.len() {
            self.grow();
        }
        let at = self.slot(key);
        let (known, value) = &mut self.slots[at];
        if *known == 0 {
            *known = key.0.max(1);
            *value = u32::try_from(new).unwrap_or(u32::MAX);
            self.taken += 1;
        }
        value
    }

    fn slot(&self, key: Key) -> usize {
        let slots = self.slots.as_slice();
        let mask = slots.len() - 1;
        let key = key.0.max(1);
        let mut at = (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize & mask;
        while slots[at].0 != key && slots[at].0 != 0 {
            at = (at + 1) & mask;
        }
        at
    }

    fn grow(&mut self) {
        let larger = vec![(0, 0); (self.slots.len() * 2).max(16)];
        for (key, value) in std::mem::replace(&mut self.slots, larger) {
            if key != 0 {
                let at = self.slot(Key(key));
                self.slots[at] = (key, value);
            }
        }
    }
}

/// A list of numbers for each key, in the order in which they came.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lists {
    /// The last item of each list.
    last: Map,
    /// A number, and the next item of its list: behind the last comes the first.
    items: Vec<(u32, u32)>,
}

impl Lists {
    /// Adds the number to the list of the key, unless it is there or there are `most` already.
    pub(crate) fn add(&mut self, key: Key, value: usize, most: usize) {
        let value = u32::try_from(value).unwrap_or(u32::MAX);
        let new = self.items.len();
        let last = self.last.entry(key, new);
        let Some(&(_, first)) = self.items.get(*last as usize) else {
            self.items.push((value, *last));
            return;
        };
        let (mut at, mut count) = (first, 1);
        while let Some(&(known, next)) = self.items.get(at as usize) {
            if known == value || count >= most {
                return;
            }
            if at == *last {
                break;
            }
            (at, count) = (next, count + 1);
        }
        let before = std::mem::replace(last, u32::try_from(new).unwrap_or(u32::MAX));
        if let Some(before) = self.items.get_mut(before as usize) {
            before.1 = u32::try_from(new).unwrap_or(u32::MAX);
        }
        self.items.push((value, first));
    }

    /// The numbers of the key.
    pub(crate) fn of(&self, key: Key) -> Listed<'_> {
        let last = self.last.get(key);
        let next = last.and_then(|last| self.items.get(last as usize)).map(|last| last.1);
        Listed { items: &self.items, next, last }
    }
}

/// The numbers of one key.
#[derive(Clone, Debug)]
pub(crate) struct Listed<'a> {
    items: &'a [(u32, u32)],
    next: Option<u32>,
    last: Option<u32>,
}

impl Iterator for Listed<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let at = self.next?;
        let (value, next) = *self.items.get(at as usize)?;
        self.next = (self.last != Some(at)).then_some(next);
        Some(value as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_a_number_for_each_word() {
        let mut map = Map::default();
        let words: Vec<String> = (0..500).map(|at| format!("word{at}")).collect();
        assert_eq!(map.get(Key::folded("word1")), None);
        for (at, word) in words.iter().enumerate() {
            assert_eq!(map.insert(Key::folded(word), at), None);
        }
        for (at, word) in words.iter().enumerate() {
            assert_eq!(map.place(Key::folded(&word.to_uppercase())), Some(at));
        }
        assert_eq!(map.insert(Key::folded("word7"), 9), Some(7));
        *map.entry(Key::number(3), 4) += 1;
        assert_eq!((map.get(Key::number(3)), map.get(Key::number(4))), (Some(5), None));
    }

    #[test]
    fn keys_are_of_all_the_words() {
        assert_eq!(Key::folded("ÉLAN"), Key::folded("élan"));
        assert_ne!(of_name(&["ann", "smith"]), of_name(&["anns", "mith"]));
        assert_eq!(of_name(&["Ann", "SMITH"]), of_name(&["ann", "smith"]));
        assert_ne!(Key::EMPTY.and("Ann"), Key::EMPTY.and("ann"));
    }

    #[test]
    fn lists_keep_their_order_and_their_bounds() {
        let mut lists = Lists::default();
        for value in [3, 1, 3, 2, 9] {
            lists.add(Key::number(1), value, 3);
            lists.add(Key::number(2), value + 1, 9);
        }
        assert_eq!(lists.of(Key::number(1)).collect::<Vec<_>>(), [3, 1, 2]);
        assert_eq!(lists.of(Key::number(2)).collect::<Vec<_>>(), [4, 2, 3, 10]);
        assert_eq!(lists.of(Key::number(3)).count(), 0);
    }
}
