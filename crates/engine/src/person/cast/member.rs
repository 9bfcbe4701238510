//! Somebody of the cast: the names and roles that the documents give them.

use std::collections::BTreeMap;

use crate::{
    person::{
        Person, PersonKind, Witnessed,
        lexicon::{Class, look_up},
    },
    span::Span,
};

/// Somebody of the cast.
#[derive(Debug, Default)]
pub(super) struct Member {
    pub(super) kind: PersonKind,
    /// Given and last names, the fullest form so far.
    pub(super) name: Vec<String>,
    /// In how many documents the full name stands.
    pub(super) documents: Vec<usize>,
    /// Sets of words that name the person's roles.
    pub(super) role_words: Vec<Vec<String>>,
    pub(super) aliases: BTreeMap<String, Vec<(u32, Span)>>,
    pub(super) roles: BTreeMap<String, Vec<(u32, Span)>>,
}

impl Member {
    /// Whether given name, title or role is of that class only.
    pub(super) fn is_known_as(&self, gender: Class) -> bool {
        let both = Class::FEMALE.and(Class::MALE);
        let roles = self.role_words.iter().flatten().map(String::as_str);
        let given = self.name.iter().take(self.name.len().saturating_sub(1)).map(String::as_str);
        let told = roles.chain(given.take(1)).map(|word| look_up(word).class);
        let mut told = told.filter(|class| class.is(both));
        told.next().is_some_and(|class| class.is(gender))
    }

    /// The person, as the corpus keeps them.
    pub(super) fn person(self) -> Person {
        Person {
            name: self.name.join(" "),
            kind: self.kind,
            roles: by_frequency(self.roles),
            aliases: by_frequency(self.aliases),
        }
    }
}

/// The most frequent first; those of one frequency by the alphabet.
fn by_frequency(words: BTreeMap<String, Vec<(u32, Span)>>) -> Vec<Witnessed> {
    let mut list: Vec<_> =
        words.into_iter().map(|(words, places)| Witnessed { words, places }).collect();
    list.sort_by_key(|witnessed| std::cmp::Reverse(witnessed.places.len()));
    list
}
