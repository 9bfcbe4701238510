//! Somebody of the cast: the names and roles that the documents give them.

use crate::person::{Gender, Person, PersonKind, Witnessed, by_frequency, lexicon::look_up};

/// Somebody of the cast.
#[derive(Debug, Default)]
pub(super) struct Member {
    pub(super) kind: PersonKind,
    /// Given and last names, the fullest form so far.
    pub(super) name: Vec<String>,
    /// In how many documents the name stands.
    pub(super) documents: u32,
    /// How far the documents show that it is a person.
    pub(super) evidence: i32,
    /// How often titles tell a woman, and a man.
    pub(super) titles: [u32; 2],
    /// Sets of words that name the person's roles.
    pub(super) role_words: Vec<Vec<String>>,
    pub(super) aliases: Vec<Witnessed>,
    pub(super) roles: Vec<Witnessed>,
}

/// What one title tells of a gender, as `Member::titles` counts.
pub(super) fn votes(gender: Option<Gender>) -> [u32; 2] {
    [u32::from(gender == Some(Gender::Female)), u32::from(gender == Some(Gender::Male))]
}

impl Member {
    /// The gender that titles tell, or else the given name.
    pub(super) fn gender(&self) -> Option<Gender> {
        match self.titles {
            [women, men] if women > men => Some(Gender::Female),
            [women, men] if men > women => Some(Gender::Male),
            _ if self.name.len() > 1 => {
                let given = self.name.first().map(|given| look_up(given).class);
                given.and_then(Gender::of_class)
            }
            _ => None,
        }
    }

    /// The person, as the corpus keeps them.
    pub(super) fn person(self) -> Person {
        Person {
            name: self.name.join(" "),
            kind: self.kind,
            roles: by_frequency(self.roles),
            affiliations: Vec::new(),
            aliases: by_frequency(self.aliases),
        }
    }
}
