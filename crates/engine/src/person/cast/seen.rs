//! Who is who in one document: its own people by surname and given name, and what stands where.

use std::collections::{HashMap, HashSet};

use super::{
    MOST_BEARERS,
    alike::{clipped, one_edit},
    member::Member,
    roll::Roll,
};
use crate::{person::naming::Naming, span::Span};

/// Who is who in one document.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    /// The document, by index.
    pub(super) document: usize,
    /// Who is meant at a place, by the start of the words.
    pub(super) at: HashMap<u32, usize>,
    by_surname: HashMap<String, Vec<usize>>,
    by_given: HashMap<String, Vec<usize>>,
    /// By the last two words of a longer name.
    by_ending: HashMap<String, usize>,
    /// By the surname, whole and with a letter left out.
    near: HashMap<String, Vec<usize>>,
    /// Those who are called by a surname alone.
    bare: HashMap<String, usize>,
    /// How often each is named, and in which block last, as far as it is read.
    named: HashMap<usize, (u32, u32)>,
    /// The block that is being read.
    block: u32,
    /// Names that may mean several people, and what to tell of them.
    pub(super) doubts: Vec<(Span, String)>,
    pub(super) doubted: HashSet<String>,
}

impl Seen {
    /// Those whose full names stand in the document.
    pub(super) fn of(
        document: usize,
        places: &[Naming<'_>],
        roll: &Roll,
        members: &[Member],
    ) -> Self {
        let mut here = Self { document, ..Self::default() };
        for naming in places.iter().filter(|naming| naming.is_full()) {
            let Some(index) = roll.full(&naming.name) else { continue };
            let first = !here.named.contains_key(&index);
            let count = here.named.entry(index).or_default();
            count.0 += 1;
            if first && let Some(member) = members.get(index) {
                here.list(naming, index, member);
            }
        }
        here
    }

    fn list(&mut self, naming: &Naming<'_>, index: usize, member: &Member) {
        let Some(surname) = naming.surname() else { return };
        let add = |map: &mut HashMap<String, Vec<usize>>, key: String| {
            let listed = map.entry(key).or_default();
            if listed.len() < MOST_BEARERS && !listed.contains(&index) {
                listed.push(index);
            }
        };
        for near in clipped(&surname).into_iter().chain([surname.clone()]) {
            add(&mut self.near, near);
        }
        add(&mut self.by_surname, surname);
        if let Some(given) = naming.name.first() {
            add(&mut self.by_given, given.to_lowercase());
        }
        if let [.., before, last] = member.name.as_slice()
            && member.name.len() > 2
        {
            let ending = format!("{} {}", before.to_lowercase(), last.to_lowercase());
            self.by_ending.insert(ending, index);
        }
    }

    /// Those whose full names have that surname.
    pub(super) fn of_surname(&self, surname: &str) -> &[usize] {
        self.by_surname.get(surname).map(Vec::as_slice).unwrap_or_default()
    }

    /// Who was called by that surname alone last.
    pub(super) fn settled(&self, surname: &str) -> Option<usize> {
        self.bare.get(surname).copied()
    }

    /// Those whose full names begin with that name.
    pub(super) fn of_given(&self, given: &str) -> &[usize] {
        self.by_given.get(given).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether the person is named in the document.
    pub(super) fn has(&self, index: usize) -> bool {
        self.named.contains_key(&index)
    }

    /// Who bears a longer name that ends like this one.
    pub(super) fn shorter(&self, naming: &Naming<'_>) -> Option<usize> {
        let words: Vec<String> = naming.name.iter().map(|word| word.to_lowercase()).collect();
        self.by_ending.get(&words.join(" ")).copied()
    }

    /// The person, or the only one of those whom the name may mean that the document names more
    /// fully.
    pub(super) fn rather(&self, roll: &Roll, index: usize) -> usize {
        let mut here = roll.candidates(index).iter().copied().filter(|other| self.has(*other));
        here.next().filter(|_| here.next().is_none()).unwrap_or(index)
    }

    /// The likeliest of `several` of one surname: the one whose full name stands in this block, or
    /// else the one who is named most.
    pub(super) fn likeliest(&self, several: &[usize]) -> Option<usize> {
        several.iter().copied().max_by_key(|index| {
            let (count, block) = self.named.get(index).copied().unwrap_or_default();
            (block > 0 && block >= self.block, count, std::cmp::Reverse(*index))
        })
    }

    /// Somebody whose surname is one letter away.
    pub(super) fn misspelt(
        &self,
        members: &[Member],
        surname: &str,
        naming: &Naming<'_>,
    ) -> Option<usize> {
        if surname.chars().count() < 5 {
            return None;
        }
        let near = clipped(surname).into_iter().chain([surname.to_owned()]);
        near.filter_map(|key| self.near.get(&key)).flatten().copied().find(|&index| {
            members.get(index).is_some_and(|member| {
                let known = member.name.last();
                let given = naming.name.len() < 2
                    || member.name.first().map(String::as_str)
                        == naming.name.first().map(AsRef::as_ref);
                given && known.is_some_and(|known| one_edit(&known.to_lowercase(), surname))
            })
        })
    }

    /// Keeps that the person is named at a place.
    pub(super) fn note(&mut self, naming: &Naming<'_>, index: usize) {
        self.block = naming.block + 1;
        let seen = self.named.entry(index).or_default();
        seen.0 += 1;
        if naming.is_full() {
            seen.1 = naming.block + 1;
        } else if let Some(surname) = naming.surname() {
            self.bare.insert(surname, index);
        }
    }
}
