//! The roll: all full names of a corpus, merged where they can be one person's.
//!
//! The names are taken in an order of their own (the fullest first, initials last, then the most widely used,
//! then by the alphabet), so that the order of the documents does not matter. Each name is looked
//! up by surname and given name; the cost is linear in the names.

use std::collections::HashMap;

use super::{
    MOST_BEARERS,
    alike::{clipped, one_edit, same_middle},
    member::{Member, votes},
};
use crate::person::{
    lexicon::{Class, look_up},
    naming::{Naming, is_suffix},
};

/// The full names of a corpus, and who bears them.
#[derive(Debug, Default)]
pub(super) struct Roll {
    /// Who bears a full name, by its words in lower case.
    by_name: HashMap<String, usize>,
    by_surname: HashMap<String, Surname>,
    /// Those who may be each of several others.
    doubtful: HashMap<usize, Vec<usize>>,
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
        let mut stated: HashMap<String, Stated> = HashMap::new();
        for (document, places) in namings.iter().enumerate() {
            read(document, places, &mut stated);
        }
        let mut names: Vec<(String, Stated)> =
            stated.into_iter().filter(|(_, stated)| stated.evidence > 0).collect();
        names.sort_by(|(left_key, left), (right_key, right)| {
            let initial = |stated: &Stated| stated.words.first().is_some_and(|it| it.len() < 3);
            let fullest = right.words.len().cmp(&left.words.len());
            let fullest = fullest.then(initial(left).cmp(&initial(right)));
            fullest.then(right.documents.cmp(&left.documents)).then(left_key.cmp(right_key))
        });
        let mut merger = Merger::default();
        for (key, stated) in names {
            merger.take(key, &stated);
        }
        merger.finish()
    }

    /// Who bears the full name.
    pub(super) fn full<Word: AsRef<str>>(&self, name: &[Word]) -> Option<usize> {
        self.by_name.get(&key(name)).copied()
    }

    /// The people that the person, whose name is too short to tell, may be.
    pub(super) fn candidates(&self, index: usize) -> &[usize] {
        self.doubtful.get(&index).map(Vec::as_slice).unwrap_or_default()
    }

    /// The one person of that surname, or the one who outweighs the others.
    pub(super) fn dominant(&self, surname: &str) -> Option<usize> {
        let known = self.by_surname.get(surname)?;
        let (index, weight) = known.most?;
        (known.people == 1 || weight * 5 >= known.documents * 4).then_some(index)
    }

    /// Takes in somebody who is known by the surname only.
    pub(super) fn add_surname(&mut self, surname: String, index: usize, members: &[Member]) {
        let documents = members.get(index).map_or(0, |member| member.documents);
        let known = self.by_surname.entry(surname).or_default();
        known.people += 1;
        known.documents += documents;
        if known.most.is_none_or(|(_, most)| most < documents) {
            known.most = Some((index, documents));
        }
    }
}

/// Adds what one document shows of full names.
fn read(document: usize, places: &[Naming<'_>], stated: &mut HashMap<String, Stated>) {
    let mut alone: HashMap<String, i32> = HashMap::new();
    for naming in places.iter().filter(|naming| naming.name.len() == 1) {
        let Some(surname) = naming.surname() else { continue };
        let seen = alone.entry(surname).or_insert(ALONE);
        *seen = (*seen + i32::from(naming.evidence)).clamp(-MOST_ALONE, MOST_ALONE);
    }
    for naming in places.iter().filter(|naming| naming.is_full() && !naming.is_loose()) {
        let entry = stated.entry(key(&naming.name)).or_default();
        if entry.words.is_empty() {
            entry.words = naming.name.iter().map(|word| word.as_ref().to_owned()).collect();
        }
        entry.evidence = entry.evidence.saturating_add(naming.evidence.into());
        let [women, men] = votes(naming.gender);
        entry.titles = [entry.titles[0] + women, entry.titles[1] + men];
        if entry.latest != Some(document) {
            entry.latest = Some(document);
            entry.documents += 1;
            let bonus = naming.surname().and_then(|surname| alone.get(&surname).copied());
            entry.evidence = entry.evidence.saturating_add(bonus.unwrap_or(0).max(0));
        }
    }
}

/// The words of a name, in lower case.
fn key<Word: AsRef<str>>(name: &[Word]) -> String {
    let words: Vec<String> = name.iter().map(|word| word.as_ref().to_lowercase()).collect();
    words.join(" ")
}

/// Merges the names while they are taken in.
#[derive(Debug, Default)]
struct Merger {
    roll: Roll,
    members: Vec<Member>,
    /// By "given surname", and by "initial surname".
    known: HashMap<String, Vec<usize>>,
    /// By "given" and the surname with a letter left out.
    clipped: HashMap<String, Vec<usize>>,
    /// By the last two words of a longer name.
    endings: HashMap<String, Vec<usize>>,
}

/// A name's parts in lower case.
struct Split {
    given: String,
    surname: String,
    middle: Vec<String>,
    suffix: Option<String>,
}

fn split(words: &[String]) -> Option<Split> {
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
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
    fn take(&mut self, key: String, stated: &Stated) {
        let Some(split) = split(&stated.words) else { return };
        let agreeing = self.agreeing(&split);
        let index = match agreeing.as_slice() {
            [only] => {
                self.rename(*only, stated);
                *only
            }
            [] => match self.misspelt(&split) {
                Some(index) => index,
                None => self.member(&split, stated),
            },
            several => {
                let several = several.to_vec();
                let index = self.member(&split, stated);
                self.roll.doubtful.insert(index, several);
                index
            }
        };
        if let Some(member) = self.members.get_mut(index) {
            member.documents += stated.documents;
            member.evidence = member.evidence.saturating_add(stated.evidence);
            let [women, men] = stated.titles;
            member.titles = [member.titles[0] + women, member.titles[1] + men];
        }
        self.roll.by_name.insert(key, index);
    }

    /// Prefers the shorter name if only it begins with a given name: "Floridians Ann Smith".
    fn rename(&mut self, index: usize, stated: &Stated) {
        let given = |words: &[String]| {
            words.first().is_some_and(|first| look_up(first).class.is(Class::GIVEN))
        };
        if let Some(member) = self.members.get_mut(index)
            && given(&stated.words)
            && !given(&member.name)
        {
            member.name.clone_from(&stated.words);
        }
    }

    /// Those known whose given and middle names can be the same.
    fn agreeing(&self, split: &Split) -> Vec<usize> {
        let look = |map: &HashMap<String, Vec<usize>>, given: &str| {
            map.get(&format!("{given} {}", split.surname)).cloned().unwrap_or_default()
        };
        let mut found = look(&self.known, &split.given);
        if found.is_empty() && split.middle.is_empty() {
            found = look(&self.endings, &split.given);
        }
        found.retain(|index| self.members.get(*index).is_some_and(|known| agrees(known, split)));
        found
    }

    /// Somebody of the same given name, whose surname is one letter away from one that nobody
    /// else bears.
    fn misspelt(&self, split: &Split) -> Option<usize> {
        if split.surname.chars().count() < 6 || self.roll.by_surname.contains_key(&split.surname) {
            return None;
        }
        let near = clipped(&split.surname).into_iter().chain([split.surname.clone()]);
        let keys = near.map(|near| format!("{} {near}", split.given));
        keys.filter_map(|key| self.clipped.get(&key)).flatten().copied().find(|&index| {
            let known = self.members.get(index).and_then(|member| member.name.last());
            known.is_some_and(|known| one_edit(&known.to_lowercase(), &split.surname))
        })
    }

    /// Somebody new.
    fn member(&mut self, split: &Split, stated: &Stated) -> usize {
        let index = self.members.len();
        self.members.push(Member { name: stated.words.clone(), ..Member::default() });
        let list = |map: &mut HashMap<String, Vec<usize>>, given: &str, surname: &str| {
            let listed = map.entry(format!("{given} {surname}")).or_default();
            if listed.len() < MOST_BEARERS && !listed.contains(&index) {
                listed.push(index);
            }
        };
        list(&mut self.known, &split.given, &split.surname);
        if let Some(initial) = split.given.chars().next() {
            list(&mut self.known, &format!("{initial}."), &split.surname);
            list(&mut self.known, &format!("{initial}"), &split.surname);
        }
        if let Some(last) = split.middle.last() {
            list(&mut self.endings, last, &split.surname);
        }
        for near in clipped(&split.surname).into_iter().chain([split.surname.clone()]) {
            list(&mut self.clipped, &split.given, &near);
        }
        // Counted when all names are taken; here only that somebody bears it.
        self.roll.by_surname.entry(split.surname.clone()).or_default();
        index
    }

    fn finish(mut self) -> (Roll, Vec<Member>) {
        for index in 0..self.members.len() {
            let Some(member) = self.members.get(index) else { continue };
            if let Some(split) = split(&member.name) {
                self.roll.add_surname(split.surname, index, &self.members);
            }
        }
        (self.roll, self.members)
    }
}

/// Whether the middle names and suffixes do not contradict each other.
fn agrees(known: &Member, other: &Split) -> bool {
    split(&known.name).is_some_and(|known| {
        let parts = known.middle.is_empty() || other.middle.is_empty();
        (parts || same_middle(&known.middle, &other.middle)) && known.suffix == other.suffix
    })
}
