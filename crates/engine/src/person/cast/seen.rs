//! Who is who in one document: its own people by surname and given name, and what stands where.

use super::{MOST_BEARERS, alike::one_edit, member::Member, near::Near, roll::Roll};
use crate::{
    person::naming::Naming,
    span::Span,
    text::{
        keyed::{Key, Listed, Lists, Map, of_name},
        lower,
        word::fold,
    },
};

/// Who is who in one document.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    /// The document, by index.
    pub(super) document: usize,
    /// What is known by each of the [`sort`]s of keys.
    known: Map,
    /// By surname, and by given name.
    by_name: Lists,
    /// Those who may be meant by a misspelt surname.
    near: Near,
    /// How often each is named, and in which block last, as far as it is read.
    named: Vec<(u32, u32)>,
    /// The block that is being read.
    block: u32,
    /// Names that may mean several people, and what to tell of them.
    pub(super) doubts: Vec<(Span, String)>,
}

/// What keys are of, so that one map serves all.
mod sort {
    /// Who is meant at a place, by the start of the words.
    pub(super) const PLACE: u64 = 1;
    /// Somebody's place among those who are named, by index.
    pub(super) const PERSON: u64 = 2;
    /// Who bears a longer name, by its last two words.
    pub(super) const ENDING: u64 = 3;
    /// Those who are called by a surname alone.
    pub(super) const ALONE: u64 = 4;
    /// Names whose doubt is told.
    pub(super) const DOUBT: u64 = 5;
    /// Those who bear a given name.
    pub(super) const GIVEN: u64 = 6;
}

/// The key of somebody.
fn person(index: usize) -> Key {
    Key::number(index).mixed(sort::PERSON)
}

/// The key of a place.
fn place(start: u32) -> Key {
    Key::number(start as usize).mixed(sort::PLACE)
}

impl Seen {
    /// Those whose full names stand in the document.
    pub(super) fn of(
        document: usize,
        places: &[Naming<'_>],
        roll: &Roll,
        members: &[Member],
    ) -> Self {
        // Most namings are pronouns and titles; what is known grows as it needs, as all are kept.
        let known = Map::with_room(places.len() / 2);
        let mut here = Self { document, known, ..Self::default() };
        for naming in places.iter().filter(|naming| naming.is_full()) {
            let Some(index) = roll.full(naming.keys.whole) else { continue };
            let first = !here.has(index);
            here.count(index).0 += 1;
            if first && let Some(member) = members.get(index) {
                here.list(naming, index, member);
            }
        }
        here
    }

    /// The names that may mean several people, and what to tell of them.
    pub(crate) fn into_doubts(self) -> Vec<(Span, String)> {
        self.doubts
    }

    /// Who is meant by the words that begin at `start`.
    pub(super) fn meant_at(&self, start: u32) -> Option<usize> {
        self.known.place(place(start))
    }

    /// Keeps who is meant by the words that begin at `start`.
    pub(super) fn mean(&mut self, start: u32, index: usize) {
        self.known.insert(place(start), index);
    }

    /// Keeps that the doubt about the words is told; whether it was not.
    pub(super) fn tell(&mut self, words: &str) -> bool {
        self.known.insert(Key::EMPTY.and(words).mixed(sort::DOUBT), 0).is_none()
    }

    fn count(&mut self, index: usize) -> &mut (u32, u32) {
        let new = self.named.len();
        let at = *self.known.entry(person(index), new) as usize;
        if at == new {
            self.named.push((0, 0));
        }
        &mut self.named[at]
    }

    fn list(&mut self, naming: &Naming<'_>, index: usize, member: &Member) {
        let Some(surname) = naming.surname() else { return };
        self.near.add(surname, index);
        self.by_name.add(naming.keys.surname, index, MOST_BEARERS);
        if let Some(given) = naming.name.first() {
            self.by_name.add(Key::folded(given).mixed(sort::GIVEN), index, MOST_BEARERS);
        }
        if let [_, .., before, last] = member.name.as_slice() {
            self.known.insert(of_name(&[before, last]).mixed(sort::ENDING), index);
        }
    }

    /// Those whose full names have that surname.
    pub(super) fn of_surname(&self, surname: Key) -> Listed<'_> {
        self.by_name.of(surname)
    }

    /// Who was called by that surname alone last.
    pub(super) fn settled(&self, surname: Key) -> Option<usize> {
        self.known.place(surname.mixed(sort::ALONE))
    }

    /// Those whose full names begin with that name.
    pub(super) fn of_given(&self, given: Key) -> Listed<'_> {
        self.by_name.of(given.mixed(sort::GIVEN))
    }

    /// Whether the person is named in the document.
    pub(super) fn has(&self, index: usize) -> bool {
        self.known.get(person(index)).is_some()
    }

    /// Who bears a longer name that ends like this one.
    pub(super) fn shorter(&self, naming: &Naming<'_>) -> Option<usize> {
        self.known.place(naming.keys.whole.mixed(sort::ENDING))
    }

    /// The person, or the only one of those whom the name may mean that the document names more
    /// fully.
    pub(super) fn rather(&self, roll: &Roll, index: usize) -> usize {
        let mut here = roll.candidates(index).filter(|other| self.has(*other));
        here.next().filter(|_| here.next().is_none()).unwrap_or(index)
    }

    /// The likeliest of `several` of one surname: the one whose full name stands in this block, or
    /// else the one who is named most.
    pub(super) fn likeliest(&self, several: &[usize]) -> Option<usize> {
        several.iter().copied().max_by_key(|index| {
            let at = self.known.place(person(*index));
            let (count, block) = at.and_then(|at| self.named.get(at)).copied().unwrap_or_default();
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
        let surname = &*fold(surname);
        if surname.chars().count() < 5 {
            return None;
        }
        self.near.of(surname).find(|&index| {
            members.get(index).is_some_and(|member| {
                let known = member.name.last();
                let given = naming.name.len() < 2
                    || member.name.first().map(String::as_str)
                        == naming.name.first().map(AsRef::as_ref);
                given && known.is_some_and(|known| one_edit(&lower(known), surname))
            })
        })
    }

    /// Keeps that the person is named at a place.
    pub(super) fn note(&mut self, naming: &Naming<'_>, index: usize) {
        self.block = naming.block + 1;
        let seen = self.count(index);
        seen.0 += 1;
        if naming.is_full() {
            seen.1 = naming.block + 1;
        } else if !naming.name.is_empty() {
            self.known.insert(naming.keys.surname.mixed(sort::ALONE), index);
        }
    }
}
