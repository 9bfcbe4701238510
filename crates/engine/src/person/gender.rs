//! Gender, as pronouns, titles and given names tell it.

use super::lexicon::Class;

/// Whether "he" or "she" is said of somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gender {
    /// "she"
    Female,
    /// "he"
    Male,
}

impl Gender {
    /// What the class of a word tells; nothing if it tells both or neither.
    pub(crate) fn of_class(class: Class) -> Option<Self> {
        match (class.is(Class::FEMALE), class.is(Class::MALE)) {
            (true, false) => Some(Self::Female),
            (false, true) => Some(Self::Male),
            _ => None,
        }
    }
}
