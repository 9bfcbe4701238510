//! The dictionary of words, and where each stands.
//!
//! Words are kept folded and sorted, so that a prefix is a run of them; a second, sorted list leads
//! from a stem to its words. Looking a word up costs a binary search; its places come sorted.

use std::{collections::BTreeMap, ops::Range};

use serde::{Deserialize, Serialize};

use super::Position;
use crate::text::word::{Stems, fold};

/// The words of a corpus and their places.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    words: Vec<String>,
    /// For each word the end of its run in `places`.
    ends: Vec<u32>,
    places: Vec<Position>,
    /// Every stem with its words, by number.
    stems: Vec<(String, Vec<u32>)>,
}

impl Terms {
    /// The places of the exact word `folded`, in order.
    #[must_use]
    pub fn word(&self, folded: &str) -> &[Position] {
        match self.words.binary_search_by(|word| word.as_str().cmp(folded)) {
            Ok(number) => self.places_of(number),
            Err(_) => &[],
        }
    }

    /// The places of all forms of the word `folded`, in order.
    #[must_use]
    pub fn forms(&self, folded: &str, stems: &Stems) -> Vec<Position> {
        let stem = stems.of(folded);
        let found = self.stems.binary_search_by(|(known, _)| known.as_str().cmp(&stem));
        let numbers = found.ok().map_or(&[][..], |at| &self.stems[at].1);
        merged(numbers.iter().map(|&number| self.places_of(number as usize)))
    }

    /// The places of all words that begin with `folded`, in order.
    #[must_use]
    pub fn prefix(&self, folded: &str) -> Vec<Position> {
        let from = self.words.partition_point(|word| word.as_str() < folded);
        let run = self.words[from..].iter().take_while(|word| word.starts_with(folded)).count();
        merged((from..from + run).map(|number| self.places_of(number)))
    }

    fn places_of(&self, number: usize) -> &[Position] {
        let end = |number: usize| self.ends.get(number).map_or(0, |&end| end as usize);
        let start = number.checked_sub(1).map_or(0, end);
        self.places.get(Range { start, end: end(number) }).unwrap_or_default()
    }
}

/// The places of several words as one sorted list.
fn merged<'lists>(lists: impl Iterator<Item = &'lists [Position]>) -> Vec<Position> {
    let mut all: Vec<Position> = lists.flatten().copied().collect();
    all.sort_unstable();
    all
}

/// Collects words in the order in which they stand.
pub(super) struct Builder {
    stems: Stems,
    words: BTreeMap<String, Vec<Position>>,
    next: Position,
}

impl Builder {
    pub(super) fn new(stems: Stems) -> Self {
        Self { stems, words: BTreeMap::new(), next: 0 }
    }

    /// The position that the next word will have.
    pub(super) fn next(&self) -> Position {
        self.next
    }

    /// Puts a word at the next position.
    pub(super) fn push(&mut self, word: &str) {
        let folded = fold(word);
        match self.words.get_mut(folded.as_ref()) {
            Some(places) => places.push(self.next),
            None => {
                self.words.insert(folded.into_owned(), vec![self.next]);
            }
        }
        self.next += 1;
    }

    /// Leaves a position free, so that no phrase reaches over it.
    pub(super) fn gap(&mut self) {
        self.next += 1;
    }

    pub(super) fn finish(self) -> Terms {
        let mut stems: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        let mut terms = Terms::default();
        for (number, (word, places)) in (0..).zip(self.words) {
            stems.entry(self.stems.of(&word).into_owned()).or_default().push(number);
            terms.places.extend(places);
            terms.ends.push(u32::try_from(terms.places.len()).unwrap_or(u32::MAX));
            terms.words.push(word);
        }
        terms.stems = stems.into_iter().collect();
        terms
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(text: &str) -> Terms {
        let mut builder = Builder::new(Stems::default());
        text.split(' ').for_each(|word| builder.push(word));
        builder.finish()
    }

    #[test]
    fn finds_words_forms_and_prefixes() {
        let terms = terms("Treaty talks about a treaty or treaties and treatment");
        let stems = Stems::default();
        assert_eq!(terms.word("treaty"), [0, 4]);
        assert_eq!(terms.forms("treaties", &stems), [0, 4, 6]);
        assert_eq!(terms.prefix("treat"), [0, 4, 6, 8]);
        assert_eq!(terms.word("unknown"), [0; 0]);
        assert_eq!(terms.prefix("zz"), [0; 0]);
    }
}
