//! Who is named by a name or a title, as far as a document and the corpus tell.
//!
//! Asks the tables of names; does not keep anything but newcomers.

use std::borrow::Cow;

use super::{Cast, Discourse, Member, Seen, member};
use crate::{
    article::BlockKind,
    person::{
        lexicon::{Class, look_up},
        naming::{Naming, Part, Role},
    },
    text::keyed::{Key, Map, of_name},
};

/// The most words of a headline that a name is looked for in.
const MOST_WORDS: usize = 8;

/// The evidence from which a name is taken for a person's.
const ENOUGH: i32 = 2;

impl Cast {
    /// The longest name of somebody of the document among the words of a headline.
    pub(super) fn inside<'a>(
        &self,
        source: &str,
        naming: &Naming<'a>,
        here: &Seen,
    ) -> Option<Naming<'a>> {
        let count = naming.name.len().min(MOST_WORDS);
        let windows =
            (1..=count).rev().flat_map(|size| (0..=count - size).map(move |at| (at, size)));
        let known = |name: &[Cow<'_, str>]| match name {
            [only] => here.of_surname(Key::folded(only)).next().is_some(),
            several => self.roll.full(of_name(several)).is_some_and(|index| here.has(index)),
        };
        let (at, size) = windows
            .into_iter()
            .find(|(at, size)| naming.name.get(*at..at + size).is_some_and(known))?;
        let mut inner = naming.clone();
        inner.narrow(source, at, at + size);
        Some(inner)
    }

    /// Who is named, as far as the names are known.
    pub(super) fn named(&self, naming: &Naming<'_>, here: &Seen) -> Option<usize> {
        let surname = naming.surname()?;
        if naming.is_full() {
            if let Some(index) = self.roll.full(naming.keys.whole) {
                return Some(here.rather(&self.roll, index));
            }
            return here.shorter(naming).or_else(|| here.misspelt(&self.members, surname, naming));
        }
        if let Some(found) = self.bare(naming, here) {
            return Some(found);
        }
        if naming.evidence < 0 {
            return None;
        }
        let speaks = naming.evidence > 0;
        let plain = naming.name.first().is_some_and(|word| look_up(word).class != Class::default());
        let acts = naming.part == Part::Acts && !plain && !naming.is_loose();
        let elsewhere = (speaks || acts).then(|| self.roll.dominant(naming.keys.surname)).flatten();
        elsewhere
            .filter(|index| self.fits(naming, *index))
            .or_else(|| speaks.then(|| here.misspelt(&self.members, surname, naming)).flatten())
    }

    /// Those of the document who have the naming's surname and can bear its title.
    pub(super) fn bearers(&self, naming: &Naming<'_>, here: &Seen) -> Vec<usize> {
        let known = here.of_surname(naming.keys.surname);
        known.filter(|index| self.fits(naming, *index)).collect()
    }

    /// The one of this document who is meant by a bare name.
    fn bare(&self, naming: &Naming<'_>, here: &Seen) -> Option<usize> {
        let mut known =
            here.of_surname(naming.keys.surname).filter(|index| self.fits(naming, *index));
        match (known.next(), known.next()) {
            (None, _) => {
                let mut given =
                    here.of_given(naming.keys.surname).filter(|index| self.fits(naming, *index));
                given.next().filter(|_| given.next().is_none() && naming.evidence >= 0)
            }
            (Some(only), None) => {
                let acts = matches!(naming.part, Part::Speaks | Part::Acts);
                let shown = naming.evidence > -2 || acts || naming.place != BlockKind::Paragraph;
                shown.then_some(only)
            }
            _ => {
                let several = self.bearers(naming, here);
                self.titled_among(naming, &several).or_else(|| here.likeliest(&several))
            }
        }
    }

    /// Whether the title's gender does not contradict what is known of the person.
    pub(super) fn fits(&self, naming: &Naming<'_>, index: usize) -> bool {
        let known = self.members.get(index).and_then(Member::gender);
        naming.gender.is_none() || known.is_none() || naming.gender == known
    }

    /// The only one of `several` who is known to bear the naming's title.
    fn titled_among(&self, naming: &Naming<'_>, several: &[usize]) -> Option<usize> {
        let last = naming.role.words().last()?;
        let mut bearers = several.iter().copied().filter(|index| {
            let roles = self.members.get(*index).map(|member| member.role_words.as_slice());
            roles.unwrap_or_default().iter().any(|role| role.words().contains(last))
        });
        bearers.next().filter(|_| bearers.next().is_none())
    }

    /// Somebody who is called by a bare name only.
    pub(super) fn newcomer(&mut self, naming: &Naming<'_>) -> Option<usize> {
        if i32::from(naming.evidence) < ENOUGH || naming.is_full() {
            return None;
        }
        let index = self.members.len();
        let surname = naming.surname()?;
        let name = naming.name.iter().map(|word| word.as_ref().to_owned()).collect();
        self.members.push(Member {
            documents: 1,
            evidence: naming.evidence.into(),
            titles: member::votes(naming.gender),
            ..Member::of(name)
        });
        self.roll.add_surname(surname, index, &self.members);
        Some(index)
    }

    /// The person who bears the title: the most salient one, or the only one. `borne` has what was
    /// asked before, as long as nobody gets a role.
    pub(super) fn titled(
        &self,
        naming: &Naming<'_>,
        here: &Seen,
        talk: &Discourse,
        borne: &mut Borne,
    ) -> Option<usize> {
        let bearers = borne.of(&naming.role, || self.bearing(&naming.role));
        let (mut present, mut absent, mut count) = (Vec::new(), None, 0);
        for &index in bearers.iter().filter(|index| self.fits(naming, **index)) {
            if here.has(index) {
                present.push(index);
            } else {
                absent.get_or_insert(index);
                count += 1;
            }
        }
        talk.most_salient(naming, &present)
            .or_else(|| present.first().copied().filter(|_| present.len() == 1))
            .or_else(|| absent.filter(|_| present.is_empty() && count == 1))
    }

    /// Those who bear the role.
    fn bearing(&self, role: &Role) -> Vec<usize> {
        let Some(&last) = role.office().last() else { return Vec::new() };
        let wanted = role.words().iter().filter(|word| !PRESENT.contains(word));
        let names = |role: &Role| {
            role.words().contains(&last)
                && wanted.clone().all(|word| *word == last || role.words().contains(word))
        };
        let bears = |index: &usize| {
            self.members.get(*index).is_some_and(|member| member.role_words.iter().any(names))
        };
        self.by_role.of(last).filter(bears).collect()
    }
}

/// Who bears each role that was asked for.
#[derive(Default)]
pub(super) struct Borne {
    places: Map,
    lists: Vec<Vec<usize>>,
}

impl Borne {
    fn of(&mut self, role: &Role, found: impl FnOnce() -> Vec<usize>) -> &[usize] {
        let new = self.lists.len();
        let at = *self.places.entry(role.key(), new) as usize;
        if at == new {
            self.lists.push(found());
        }
        self.lists.get(at).map_or(&[], Vec::as_slice)
    }
}

/// Words before a title that leave its bearer the same.
const PRESENT: [Key; 5] = [
    Key::EMPTY.and("the"),
    Key::EMPTY.and("new"),
    Key::EMPTY.and("current"),
    Key::EMPTY.and("outgoing"),
    Key::EMPTY.and("incoming"),
];
