//! Words that are nearly the one asked for: a few letters put in, left out or changed.
//!
//! The distance is Levenshtein's, by rows (Wagner and Fischer, 1974). Words that come sorted share
//! their beginnings, so the rows of what a word shares with the one before are kept; a beginning that
//! is too far away already rules out all words that share it. Costs a step for each letter that is not
//! shared. Does not know where the words come from.

/// How many letters are compared; longer words are near to nothing.
pub(crate) const LONGEST: usize = 64;

/// Compares words with one that is asked for.
pub(crate) struct Near {
    asked: Vec<char>,
    edits: usize,
    /// Row by row of the letters compared so far, how far each beginning of the asked word is.
    rows: Vec<Vec<usize>>,
    /// The word before, letter by letter, as far as it was compared.
    before: Vec<char>,
}

impl Near {
    /// Compares with `asked`, from which words may differ in `edits` letters.
    pub(crate) fn new(asked: &str, edits: u8) -> Self {
        let asked: Vec<char> = asked.chars().take(LONGEST + 1).collect();
        let first = (0..=asked.len()).collect();
        Self { asked, edits: edits.into(), rows: vec![first], before: Vec::new() }
    }

    /// Whether the word is near.
    pub(crate) fn is(&mut self, word: &str) -> bool {
        if self.asked.len() > LONGEST {
            return false;
        }
        let shared =
            word.chars().zip(&self.before).take_while(|(one, other)| one == *other).count();
        // What was compared last ended where its beginning was too far away, or at its end.
        if shared == self.before.len() && self.is_hopeless() {
            return false;
        }
        self.before.truncate(shared);
        self.rows.truncate(shared + 1);
        for letter in word.chars().skip(shared) {
            if self.is_hopeless() || self.before.len() >= LONGEST {
                return false;
            }
            self.compare(letter);
        }
        self.rows.last().and_then(|row| row.last()).is_some_and(|&far| far <= self.edits)
    }

    fn is_hopeless(&self) -> bool {
        self.rows.last().is_some_and(|row| row.iter().all(|&far| far > self.edits))
    }

    /// Adds the row of the next letter.
    fn compare(&mut self, letter: char) {
        let above = self.rows.last().map_or(&[][..], Vec::as_slice);
        let mut row = vec![above.first().map_or(0, |far| far + 1)];
        for (&asked, pair) in self.asked.iter().zip(above.windows(2)) {
            let changed = pair[0] + usize::from(asked != letter);
            let left_out = row.last().map_or(changed, |far| far + 1);
            row.push(changed.min(left_out).min(pair[1] + 1));
        }
        self.rows.push(row);
        self.before.push(letter);
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
