//! Words that are nearly the one asked for: a few letters put in, left out or changed.
//!
//! The distance is Levenshtein's, counted by an automaton whose states are the bits of a number for each
//! number of edits (Wu and Manber, Fast Text Searching Allowing Errors, 1992), so that a letter costs some
//! ten sums however long the asked word is. Words that come sorted share their beginnings: the states of
//! what a word shares with the one before are kept, and a beginning that is too far away already rules
//! out all words that share it. Does not know where the words come from.

/// How many letters are compared; longer words are near to nothing.
pub(crate) const LONGEST: usize = 63;

/// The most edits that are told apart.
const MOST: usize = 2;

/// For each number of edits the beginnings of the asked word that the letters so far are near to: bit n
/// is that of n letters.
type States = [u64; MOST + 1];

/// Compares words with one that is asked for.
pub(crate) struct Near {
    /// For each letter of the asked word its places, a bit for each; and the same for those of ASCII.
    letters: Vec<(char, u64)>,
    ascii: [u64; 128],
    /// The bits of all beginnings.
    all: u64,
    edits: usize,
    /// The word before, as far as it was compared at least.
    before: Vec<u8>,
    /// Behind each letter compared where it ends, and the states; and those before the first.
    steps: Vec<(usize, States)>,
}

impl Near {
    /// Compares with `asked`, from which words may differ in `edits` letters, two at most.
    pub(crate) fn new(asked: &str, edits: u8) -> Self {
        let (mut letters, mut ascii): (Vec<(char, u64)>, _) = (Vec::new(), [0; 128]);
        let mut all = 1;
        for (at, letter) in asked.chars().take(LONGEST + 1).enumerate() {
            // A word that is too long has no end that could be reached.
            all = if at < LONGEST { all << 1 | 1 } else { 0 };
            let bit = 1 << at;
            match letters.iter_mut().find(|known| known.0 == letter) {
                Some((_, places)) => *places |= bit,
                None => letters.push((letter, bit)),
            }
        }
        for &(letter, places) in &letters {
            if let Some(known) = ascii.get_mut(letter as usize) {
                *known = places;
            }
        }
        // The first letters may have been left out.
        let start = std::array::from_fn(|edits| ((2 << edits) - 1) & all);
        let edits = usize::from(edits).min(MOST);
        Self { letters, ascii, all, edits, before: Vec::new(), steps: vec![(0, start)] }
    }

    /// Whether no word is near that begins so; the beginning may end within a letter.
    pub(crate) fn rules_out(&mut self, beginning: &[u8]) -> bool {
        let whole = beginning.utf8_chunks().next().map_or("", |chunk| chunk.valid());
        self.compare_whole(whole)[self.edits] == 0
    }

    /// Whether the word is near.
    pub(crate) fn is(&mut self, word: &str) -> bool {
        let states = self.compare_whole(word);
        self.is_end(states)
    }

    /// The same of a word whose first bytes, so many of them, are those of the one before.
    pub(crate) fn is_next(&mut self, shared: usize, rest: &[u8]) -> bool {
        let states = self.compare(shared, rest);
        self.is_end(states)
    }

    /// The highest bit is that of the whole word.
    fn is_end(&self, states: States) -> bool {
        states[self.edits] > self.all >> 1
    }

    fn compare_whole(&mut self, word: &str) -> States {
        let pairs = word.bytes().zip(&self.before);
        let shared = pairs.take_while(|(one, other)| one == *other).count();
        self.compare(shared, word.as_bytes().get(shared..).unwrap_or_default())
    }

    /// The states behind a word, or behind as much of it as rules it out.
    fn compare(&mut self, shared: usize, rest: &[u8]) -> States {
        while self.steps.pop_if(|(end, _)| *end > shared).is_some() {}
        let (mut at, mut states) = self.steps.last().copied().unwrap_or_default();
        if states[self.edits] == 0 {
            // What the word before began with stays as it is.
            return states;
        }
        self.before.truncate(shared);
        self.before.extend_from_slice(rest);
        while states[self.edits] > 0 && at < self.before.len() {
            // A word that is no text is near to nothing.
            let Some(letter) = letter(&self.before[at..]) else { return States::default() };
            at += letter.len_utf8();
            states = self.step(states, letter);
            self.steps.push((at, states));
        }
        states
    }

    /// The states behind one more letter.
    fn step(&self, before: States, letter: char) -> States {
        let places = match self.ascii.get(letter as usize) {
            Some(&places) => places,
            None => self.letters.iter().find(|known| known.0 == letter).map_or(0, |known| known.1),
        };
        let mut states = before.map(|states| (states & places) << 1);
        for edits in 1..states.len() {
            let (put_in, changed) = (before[edits - 1], before[edits - 1] << 1);
            let (fewer, left_out) = (states[edits - 1], states[edits - 1] << 1);
            states[edits] |= (put_in | changed | fewer | left_out) & self.all;
        }
        states
    }
}

/// The first letter of some bytes, if they begin with one.
#[inline]
fn letter(bytes: &[u8]) -> Option<char> {
    match bytes.first() {
        Some(&first) if first.is_ascii() => Some(first.into()),
        _ => bytes.utf8_chunks().next()?.valid().chars().next(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(asked: &str, edits: u8, words: &[&str], near: &[&str]) {
        let mut compare = Near::new(asked, edits);
        let found: Vec<_> = words.iter().copied().filter(|word| compare.is(word)).collect();
        assert_eq!(found, near, "{asked:?}");
    }

    #[test]
    fn words_with_a_letter_more_or_less_or_another_are_near() {
        let words = ["reat", "tea", "trat", "treat", "treata", "treats", "tweet", "Zürich"];
        check("treat", 1, &words, &["reat", "trat", "treat", "treata", "treats"]);
        check("zürich", 1, &words, &["Zürich"]);
        check("", 1, &["", "a", "ab"], &["", "a"]);
        let [longest, longer] = [LONGEST, LONGEST + 1].map(|length| "a".repeat(length));
        check(
            &longest,
            1,
            &[&longest[1..], &longest, &longer],
            &[&longest[1..], &longest, &longer],
        );
        check(&longer, 1, &[&longest, &longer], &[]);
    }

    proptest! {
        #[test]
        fn as_near_as_the_distance_says(
            words in proptest::collection::vec("[abé]{0,5}", 0..30),
            asked in "[abé]{0,5}",
            edits in 1_u8..3,
        ) {
            let mut compare = Near::new(&asked, edits);
            for word in &words {
                let distance = strsim::levenshtein(word, &asked);
                prop_assert_eq!(compare.is(word), distance <= usize::from(edits), "{}", word);
            }
        }
    }
}
