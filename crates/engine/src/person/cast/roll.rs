//! The roll: all full names of a corpus, merged where they can be one person's.
//!
//! The names are taken in an order of their own (the fullest first, initials last, then the most widely used,
//! then by the alphabet), so that the order of the documents does not matter. Each name is looked
//! up by surname and given name; the cost is linear in the names.

use super::{
    MOST_BEARERS,
    alike::{clipped, one_edit, same_middle},
    member::{Member, votes},
};
use crate::{
    order,
    person::{
        lexicon::{Class, look_up},
        naming::{Naming, is_suffix},
    },
    text::{
        keyed::{Key, Listed, Lists, Map, of_name},
        lower,
    },
};

/// The full names of a corpus, and who bears them.
#[derive(Debug, Default)]
pub(super) struct Roll {
    /// Who bears a full name, by its words in lower case.
    by_name: Map,
    surnames: Vec<Surname>,
    by_surname: Map,
    /// Those who may be each of several others.
    doubtful: Lists,
}

/// Who bears a surname.
#[derive(Debug, Default)]
struct Surname {
    people: usize,
    /// The one who is named in the most documents, and the number of these.
    most: Option<(usize, u32)>,
    documents: u32,
}

/// What the documents show of a full name.
#[derive(Debug, Default)]
struct Stated {
    /// The words in lower case.
    key: String,
    words: Vec<String>,
    evidence: i32,
    documents: u32,
    latest: Option<usize>,
    titles: [u32; 2],
}

/// The evidence that a name's own surname, used alone, adds in one document.
const ALONE: i32 = 1;
/// The most that the surname used alone can add.
const MOST_ALONE: i32 = 3;

impl Roll {
    /// The roll of all documents, and the people on it.
    pub(super) fn of(namings: &[Vec<Naming<'_>>]) -> (Self, Vec<Member>) {
        let (mut stated, mut known) = (Vec::new(), Map::default());
        for (document, places) in namings.iter().enumerate() {
            read(document, places, &mut stated, &mut known);
        }
        let mut names: Vec<&Stated> = stated.iter().filter(|stated| stated.evidence > 0).collect();
        order::sort_by(&mut names, |left, right| {
            let initial = |stated: &Stated| stated.words.first().is_some_and(|it| it.len() < 3);
            let fullest = right.words.len().cmp(&left.words.len());
            let fullest = fullest.then(initial(left).cmp(&initial(right)));
            fullest.then(right.documents.cmp(&left.documents)).then(left.key.cmp(&right.key))
        });
        let mut merger = Merger::default();
        for stated in names {
            merger.take(stated);
        }
        merger.finish()
    }

    /// Who bears the full name of that key.
    pub(super) fn full(&self, name: Key) -> Option<usize> {
        self.by_name.place(name)
    }

    /// The people that the person, whose name is too short to tell, may be.
    pub(super) fn candidates(&self, index: usize) -> Listed<'_> {
        self.doubtful.of(Key::number(index))
    }

    /// The one person of that surname, or the one who outweighs the others.
    pub(super) fn dominant(&self, surname: Key) -> Option<usize> {
        let known = self.surnames.get(self.by_surname.place(surname)?)?;
        let (index, weight) = known.most?;
        (known.people == 1 || weight * 5 >= known.documents * 4).then_some(index)
    }

    /// Takes in somebody who is known by the surname only.
    pub(super) fn add_surname(&mut self, surname: &str, index: usize, members: &[Member]) {
        let documents = members.get(index).map_or(0, |member| member.documents);
        let known = self.surname(surname);
        known.people += 1;
        known.documents += documents;
        if known.most.is_none_or(|(_, most)| most < documents) {
            known.most = Some((index, documents));
        }
    }

    fn surname(&mut self, surname: &str) -> &mut Surname {
        let new = self.surnames.len();
        let at = *self.by_surname.entry(Key::folded(surname), new) as usize;
        if at == new {
            self.surnames.push(Surname::default());
        }
        &mut self.surnames[at]
    }
}

/// Adds what one document shows of full names; `known` has their places in `stated`.
fn read(document: usize, places: &[Naming<'_>], stated: &mut Vec<Stated>, known: &mut Map) {
    // What the surname used alone shows, counted from `MOST_ALONE` below zero.
    let mut alone = Map::default();
    for naming in places.iter().filter(|naming| naming.name.len() == 1) {
        let seen = alone.entry(naming.keys.surname, (ALONE + MOST_ALONE) as usize);
        let sum = *seen as i32 + i32::from(naming.evidence);
        *seen = sum.clamp(0, 2 * MOST_ALONE) as u32;
    }
    for naming in places.iter().filter(|naming| naming.is_full() && !naming.is_loose()) {
        let new = stated.len();
        let at = *known.entry(naming.keys.whole, new) as usize;
        if at == new {
            stated.push(Stated::of(naming));
        }
        let entry = &mut stated[at];
        entry.evidence = entry.evidence.saturating_add(naming.evidence.into());
        let [women, men] = votes(naming.gender);
        entry.titles = [entry.titles[0] + women, entry.titles[1] + men];
        if entry.latest != Some(document) {
            entry.latest = Some(document);
            entry.documents += 1;
            let bonus = alone.get(naming.keys.surname);
            let bonus = bonus.map_or(0, |bonus| bonus as i32 - MOST_ALONE);
            entry.evidence = entry.evidence.saturating_add(bonus.max(0));
        }
    }
}

impl Stated {
    /// The name, of which nothing is shown yet.
    fn of(naming: &Naming<'_>) -> Self {
        let words: Vec<String> = naming.name.iter().map(|word| word.as_ref().to_owned()).collect();
        Self { key: lower(&words.join(" ")), words, ..Self::default() }
    }
}

/// Merges the names while they are taken in.
#[derive(Debug, Default)]
struct Merger {
    roll: Roll,
    members: Vec<Member>,
    /// The parts of each member's name.
    splits: Vec<Split>,
    /// By "given surname", and by "initial surname".
    known: Lists,
    /// By "given" and the surname with a letter left out.
    clipped: Lists,
    /// By the last two words of a longer name.
    endings: Lists,
}

/// A name's parts in lower case.
#[derive(Clone, Debug)]
struct Split {
    given: String,
    surname: String,
    middle: Vec<String>,
    suffix: Option<String>,
}

fn split(words: &[String]) -> Option<Split> {
    let lower: Vec<String> = words.iter().map(|word| lower(word)).collect();
    let suffix = lower.last().filter(|last| is_suffix(last)).cloned();
    let names = lower.get(..lower.len() - usize::from(suffix.is_some()))?;
    let (given, rest) = names.split_first()?;
    let (surname, middle) = rest.split_last()?;
    Some(Split {
        given: given.clone(),
        surname: surname.clone(),
        middle: middle.to_vec(),
        suffix: suffix.map(|suffix| suffix.trim_end_matches('.').to_owned()),
    })
}

impl Merger {
    fn take(&mut self, stated: &Stated) {
        let Some(split) = split(&stated.words) else { return };
        let agreeing = self.agreeing(&split);
        let index = match agreeing.as_slice() {
            [only] => {
                self.rename(*only, stated, &split);
                *only
            }
            [] => match self.misspelt(&split) {
                Some(index) => index,
                None => self.member(&split, stated),
            },
            several => {
                let index = self.member(&split, stated);
                for other in several {
                    self.roll.doubtful.add(Key::number(index), *other, MOST_BEARERS);
                }
                index
            }
        };
        if let Some(member) = self.members.get_mut(index) {
            member.documents += stated.documents;
            member.evidence = member.evidence.saturating_add(stated.evidence);
            let [women, men] = stated.titles;
            member.titles = [member.titles[0] + women, member.titles[1] + men];
        }
        self.roll.by_name.insert(of_name(&stated.words), index);
    }

    /// Prefers the shorter name if only it begins with a given name: "Floridians Ann Smith".
    fn rename(&mut self, index: usize, stated: &Stated, split: &Split) {
        let given = |words: &[String]| {
            words.first().is_some_and(|first| look_up(first).class.is(Class::GIVEN))
        };
        if let Some(member) = self.members.get_mut(index)
            && given(&stated.words)
            && !given(&member.name)
        {
            member.rename(&stated.words);
            self.splits[index] = split.clone();
        }
    }

    /// Those known whose given and middle names can be the same.
    fn agreeing(&self, split: &Split) -> Vec<usize> {
        let key = of_name(&[&split.given, &split.surname]);
        let mut found: Vec<usize> = self.known.of(key).collect();
        if found.is_empty() && split.middle.is_empty() {
            found = self.endings.of(key).collect();
        }
        found.retain(|index| self.splits.get(*index).is_some_and(|known| agrees(known, split)));
        found
    }

    /// Somebody of the same given name, whose surname is one letter away from one that nobody
    /// else bears.
    fn misspelt(&self, split: &Split) -> Option<usize> {
        if split.surname.chars().count() < 6
            || self.roll.by_surname.get(Key::folded(&split.surname)).is_some()
        {
            return None;
        }
        let near = clipped(Key::EMPTY.and(&split.given).and(" "), &split.surname);
        near.flat_map(|key| self.clipped.of(key)).find(|&index| {
            let known = self.members.get(index).and_then(|member| member.name.last());
            known.is_some_and(|known| one_edit(&lower(known), &split.surname))
        })
    }

    /// Somebody new.
    fn member(&mut self, split: &Split, stated: &Stated) -> usize {
        let index = self.members.len();
        self.members.push(Member::of(stated.words.clone()));
        self.splits.push(split.clone());
        let surname = split.surname.as_str();
        self.known.add(of_name(&[&split.given, surname]), index, MOST_BEARERS);
        if let Some(initial) = split.given.chars().next().map(String::from) {
            self.known.add(of_name(&[&format!("{initial}."), surname]), index, MOST_BEARERS);
            self.known.add(of_name(&[&initial, surname]), index, MOST_BEARERS);
        }
        if let Some(last) = split.middle.last() {
            self.endings.add(of_name(&[last, surname]), index, MOST_BEARERS);
        }
        for near in clipped(Key::EMPTY.and(&split.given).and(" "), surname) {
            self.clipped.add(near, index, MOST_BEARERS);
        }
        // Counted when all names are taken; here only that somebody bears it.
        self.roll.surname(&split.surname);
        index
    }

    fn finish(mut self) -> (Roll, Vec<Member>) {
        for (index, split) in self.splits.iter().enumerate() {
            self.roll.add_surname(&split.surname, index, &self.members);
        }
        (self.roll, self.members)
    }
}

/// Whether the middle names and suffixes do not contradict each other.
fn agrees(known: &Split, other: &Split) -> bool {
    let parts = known.middle.is_empty() || other.middle.is_empty();
    (parts || same_middle(&known.middle, &other.middle)) && known.suffix == other.suffix
}
