//! Surnames of a document, to be found by one that is a letter away.
//!
//! By the deletion neighbourhood of each (Mor and Fraenkel, 1982): two names that are one letter apart
//! share a form with one letter left out. The table of forms is made when it is asked for, and only
//! where the first two letters or the last two of a name are those of another: one letter more, less
//! or other leaves one of these pairs as it was.

use std::cell::OnceCell;

use super::{MOST_BEARERS, alike::clipped};
use crate::text::{
    keyed::{Key, Listed, Lists},
    word::fold,
};

/// The surnames of a document.
#[derive(Debug, Default)]
pub(super) struct Near {
    /// In lower case, with who bears them.
    names: Vec<(String, usize)>,
    /// A bit for each pair of letters that a name begins or ends with.
    edges: [u64; 8],
    /// By the surname, whole and with a letter left out.
    forms: OnceCell<Lists>,
    none: Lists,
}

impl Near {
    /// Adds somebody of that surname.
    pub(super) fn add(&mut self, surname: &str, index: usize) {
        let surname = fold(surname).into_owned();
        for bit in edges(&surname) {
            self.edges[bit / 64] |= 1 << (bit % 64);
        }
        self.names.push((surname, index));
        self.forms = OnceCell::new();
    }

    /// Those whose surnames may be one letter away from the name in lower case, of at least five
    /// letters; one may come several times.
    pub(super) fn of<'n>(&'n self, name: &'n str) -> impl Iterator<Item = usize> + 'n {
        let shares = |bit: usize| self.edges[bit / 64] >> (bit % 64) & 1 != 0;
        let near = edges(name).into_iter().any(shares);
        let forms = if near { self.forms.get_or_init(|| self.forms()) } else { &self.none };
        let listed = move |key| -> Listed<'n> { forms.of(key) };
        clipped(Key::EMPTY, if near { name } else { "" }).flat_map(listed)
    }

    fn forms(&self) -> Lists {
        let mut forms = Lists::default();
        for (name, index) in &self.names {
            for form in clipped(Key::EMPTY, name) {
                forms.add(form, *index, MOST_BEARERS);
            }
        }
        forms
    }
}

/// A number below 512 for the first two letters, and one for the last two.
fn edges(name: &str) -> [usize; 2] {
    let number = |first: Option<char>, second: Option<char>, side: usize| {
        let letter = |c: Option<char>| c.map_or(0, |c| c as usize);
        (letter(first) * 31 + letter(second)) % 256 + side
    };
    let (mut from, mut back) = (name.chars(), name.chars().rev());
    [number(from.next(), from.next(), 0), number(back.next(), back.next(), 256)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_names_that_are_one_letter_away() {
        let mut near = Near::default();
        for (index, name) in ["Rasmussen", "Peake", "Holberg"].into_iter().enumerate() {
            near.add(name, index);
        }
        for (name, index) in
            [("rasmusen", 0), ("gasmussen", 0), ("peakes", 1), ("holburg", 2), ("olberg", 2)]
        {
            assert_eq!(near.of(name).next(), Some(index), "{name}");
        }
        assert_eq!(near.of("smithers").next(), None);
        assert_eq!(near.of("rasmussons").next(), None);
    }
}
