//! Numbers the words of the compared articles, so that comparing words is comparing numbers.
//!
//! Stems and the values of numbers are one kind of number: terms. Does not know passages.

use super::numbers::Spelled;
use crate::text::{
    is_function_word,
    keyed::{Key, Map},
    word::{Stems, fold},
};

/// A word in normal form: equal forms have equal numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Form {
    /// The number of the word in lower case.
    pub(super) folded: u32,
    /// The number of its stem, unless it is a function word.
    pub(super) stem: Option<u32>,
    /// What it is in a number that is written in words.
    pub(super) spelled: Option<Spelled>,
}

/// The forms that were met so far. A word is stemmed once, however often it is met.
#[derive(Default)]
pub(super) struct Vocabulary {
    /// For each word, whatever its case, the number of its form.
    numbers: Map,
    forms: Vec<Form>,
    terms: Map,
    stemmer: Stems,
}

impl Vocabulary {
    /// The form of a word.
    pub(super) fn form(&mut self, word: &str) -> Form {
        let folded = self.forms.len();
        let known = *self.numbers.entry(Key::folded(word), folded) as usize;
        if let Some(form) = self.forms.get(known) {
            return *form;
        }
        let form = self.met(&fold(word), number(folded));
        self.forms.push(form);
        form
    }

    /// The form of a folded word that is met for the first time.
    fn met(&mut self, folded: &str, number: u32) -> Form {
        let spelled = Spelled::of(folded);
        let stem = match spelled {
            Some(Spelled::Month(month)) if !is_function_word(folded) => {
                Some(self.term(Key::EMPTY.and("month ").mixed(month)))
            }
            _ => (!is_function_word(folded)).then(|| self.stem(folded)),
        };
        Form { folded: number, stem, spelled }
    }

    /// The term of a number, given in thousandths.
    pub(super) fn value(&mut self, thousandths: u64) -> u32 {
        // No stem begins like this.
        self.term(Key::EMPTY.and("=").mixed(thousandths))
    }

    /// How many different terms there are; their numbers are below this.
    pub(super) fn terms(&self) -> usize {
        self.terms.len()
    }

    fn stem(&mut self, folded: &str) -> u32 {
        let spelled = one_spelling(folded);
        let stem = self.stemmer.of(&spelled);
        self.term(Key::EMPTY.and(&stem))
    }

    fn term(&mut self, key: Key) -> u32 {
        *self.terms.entry(key, self.terms.len())
    }
}

/// The folded word in one of the two English spellings ("organize": "organise").
fn one_spelling(folded: &str) -> String {
    let mut spelled = String::with_capacity(folded.len());
    for letter in folded.chars() {
        let other = letter == 'z' && spelled.ends_with('i');
        spelled.push(if other { 's' } else { letter });
    }
    spelled
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_words_have_equal_numbers() {
        let mut words = Vocabulary::default();
        let [report, reports, of, again] =
            ["Report", "reports", "of", "REPORT"].map(|word| words.form(word));
        assert_eq!(report, again);
        assert_ne!(report.folded, reports.folded);
        assert_eq!(report.stem, reports.stem);
        assert_eq!((of.stem, words.terms()), (None, 1));
        let [one, other] = ["organization", "organisation"].map(|word| words.form(word));
        assert_eq!(one.stem, other.stem);
    }
}
