//! Numbers the words of the compared articles, so that comparing words is comparing numbers.
//!
//! Does not know passages.

use std::collections::HashMap;

use crate::text::{
    is_function_word,
    word::{Stems, fold},
};

/// A word in normal form: equal forms have equal numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Form {
    /// The number of the word in lower case.
    pub(super) folded: u32,
    /// The number of its stem, unless it is a function word.
    pub(super) stem: Option<u32>,
}

/// The forms that were met so far. A word is stemmed once, however often it is met.
#[derive(Default)]
pub(super) struct Vocabulary {
    forms: HashMap<String, Form>,
    stems: HashMap<String, u32>,
    stemmer: Stems,
}

impl Vocabulary {
    /// The form of a word.
    pub(super) fn form(&mut self, word: &str) -> Form {
        let folded = fold(word);
        if let Some(form) = self.forms.get(folded.as_ref()) {
            return *form;
        }
        let stem = (!is_function_word(&folded)).then(|| self.stem(&folded));
        let form = Form { folded: number(self.forms.len()), stem };
        self.forms.insert(folded.into_owned(), form);
        form
    }

    /// How many different stems there are; their numbers are below this.
    pub(super) fn stems(&self) -> usize {
        self.stems.len()
    }

    fn stem(&mut self, folded: &str) -> u32 {
        let next = number(self.stems.len());
        *self.stems.entry(self.stemmer.of(folded).into_owned()).or_insert(next)
    }
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
        assert_eq!((of.stem, words.stems()), (None, 1));
    }
}
