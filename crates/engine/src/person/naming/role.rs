//! The words of a role or title, by their keys: whether two are one word is all that is asked.

use crate::{person::token::bare, text::keyed::Key};

/// The words of a role, whatever their case, without articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Role {
    words: Vec<Key>,
    /// How many of them stand before "of" or "at".
    office: usize,
}

/// Words that lead from an office to its place.
const LINKS: [&str; 9] = ["of", "at", "for", "in", "on", "to", "from", "with", "and"];

impl Role {
    /// The role of these words.
    pub(super) fn of(words: &str) -> Self {
        let mut role = Self::default();
        for word in words.split_whitespace() {
            role.push(bare(word.trim_matches(',')));
        }
        role
    }

    /// Adds a word.
    pub(super) fn push(&mut self, word: &str) {
        let links = word.len() < 5 && LINKS.iter().any(|link| link.eq_ignore_ascii_case(word));
        if self.office == self.words.len() && !links {
            self.office += 1;
        }
        self.words.push(Key::folded(word));
    }

    /// The key of all of it.
    pub(crate) fn key(&self) -> Key {
        self.words.iter().fold(Key::number(self.office), |key, word| key.joined(*word))
    }

    /// Its words.
    pub(crate) fn words(&self) -> &[Key] {
        &self.words
    }

    /// The words up to where "of" or "at" begins.
    pub(crate) fn office(&self) -> &[Key] {
        self.words.get(..self.office).unwrap_or_default()
    }
}
