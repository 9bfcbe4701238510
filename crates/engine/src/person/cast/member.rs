//! Somebody of the cast: the names and roles that the documents give them.

use crate::person::{
    Gender, Person, PersonKind, Witnessed, by_frequency, lexicon::look_up, naming::Role,
};

/// Somebody of the cast.
#[derive(Debug, Default)]
pub(super) struct Member {
    pub(super) kind: PersonKind,
    /// Given and last names, the fullest form so far.
    pub(super) name: Vec<String>,
    /// The gender that the given name tells.
    pub(super) given: Option<Gender>,
    /// In how many documents the name stands.
    pub(super) documents: u32,
    /// How far the documents show that it is a person.
    pub(super) evidence: i32,
    /// How often titles tell a woman, and a man.
    pub(super) titles: [u32; 2],
    /// The words of the person's roles.
    pub(super) role_words: Vec<Role>,
    pub(super) aliases: Vec<Witnessed>,
    pub(super) roles: Vec<Witnessed>,
}

/// The gender that the first word of a full name tells.
fn given(name: &[String]) -> Option<Gender> {
    let given = name.first().filter(|_| name.len() > 1)?;
    Gender::of_class(look_up(given).class)
}

/// What one title tells of a gender, as `Member::titles` counts.
pub(super) fn votes(gender: Option<Gender>) -> [u32; 2] {
    [u32::from(gender == Some(Gender::Female)), u32::from(gender == Some(Gender::Male))]
}

impl Member {
    /// Somebody of that name.
    pub(super) fn of(name: Vec<String>) -> Self {
        Self { given: given(&name), name, ..Self::default() }
    }

    /// Gives the person another form of the name.
    pub(super) fn rename(&mut self, name: &[String]) {
        self.given = given(name);
        self.name = name.to_vec();
    }

    /// The gender that titles tell, or else the given name.
    pub(super) fn gender(&self) -> Option<Gender> {
        match self.titles {
            [women, men] if women > men => Some(Gender::Female),
            [women, men] if men > women => Some(Gender::Male),
            _ => self.given,
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
