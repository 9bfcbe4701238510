//! The cast of a corpus: which namings are one person, across all documents.
//!
//! Merges names by surname and given names, titles by the persons who bear them, and "he" by who
//! acted last. Works through hash tables, never over all pairs. Does not know quotations.

mod alike;
mod member;

use std::collections::HashMap;

use alike::{agree, clipped, one_edit};
use member::Member;

use super::{Person, PersonKind, lexicon::Class, naming::Naming};
use crate::quote::MentionKind;

/// The people of a corpus while they are being gathered.
#[derive(Debug, Default)]
pub(crate) struct Cast {
    people: Vec<Member>,
    by_surname: HashMap<String, Vec<usize>>,
    /// Who bears a role, by its last word.
    by_role: HashMap<String, Vec<usize>>,
}

/// The most people that are looked through for one title or one misspelling.
const MOST_BEARERS: usize = 64;

/// Who is who in one document.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    document: usize,
    /// Who is named at a place, by the start of the words.
    at: HashMap<u32, usize>,
    /// Those who act, by place.
    actors: Vec<(u32, usize)>,
    /// Those whose full name stands here, by surname, latest last.
    full: HashMap<String, Vec<usize>>,
    /// When each acted last, by the number of the act.
    acted: HashMap<usize, usize>,
    /// Those named here, by their surname with one letter left out.
    clipped: HashMap<String, Vec<usize>>,
}

impl Cast {
    /// The cast of all documents, and who is who in each.
    pub(crate) fn of(sources: &[&str], namings: &[Vec<Naming>]) -> (Self, Vec<Seen>) {
        let mut cast = Self::default();
        let mut seen: Vec<Seen> = Vec::with_capacity(namings.len());
        for (document, places) in namings.iter().enumerate() {
            let mut here = Seen { document, ..Seen::default() };
            for naming in places.iter().filter(|naming| naming.person && naming.name.len() > 1) {
                cast.full_name(naming, &mut here);
            }
            seen.push(here);
        }
        for ((source, places), here) in sources.iter().zip(namings).zip(&mut seen) {
            for naming in places {
                cast.place(source, naming, here);
            }
        }
        (cast, seen)
    }

    /// Takes a full name in: somebody known whose names agree, or somebody new.
    fn full_name(&mut self, naming: &Naming, here: &mut Seen) {
        let Some(surname) = naming.surname() else { return };
        let known = self.by_surname.entry(surname.clone()).or_default();
        let agreeing = known.iter().copied().find(|&index| {
            self.people.get(index).is_some_and(|member| agree(&member.name, &naming.name))
        });
        let index = agreeing.unwrap_or(self.people.len());
        if agreeing.is_none() {
            known.push(index);
            self.people.push(Member { name: naming.name.clone(), ..Member::default() });
        }
        if let Some(member) = self.people.get_mut(index) {
            if naming.name.len() > member.name.len() {
                member.name.clone_from(&naming.name);
            }
            if member.documents.last() != Some(&here.document) {
                member.documents.push(here.document);
            }
        }
        let listed = here.full.entry(surname).or_default();
        listed.retain(|other| *other != index);
        listed.push(index);
    }

    /// Decides who is meant at one place, and keeps the words as an alias or a role.
    fn place(&mut self, source: &str, naming: &Naming, here: &mut Seen) {
        let found = self.who(naming, here);
        let Some(index) = found else { return };
        here.at.insert(naming.span.start, index);
        if naming.acts {
            here.acted.insert(index, here.actors.len());
            here.actors.push((naming.span.start, index));
        }
        if naming.name.len() > 1 {
            here.remember(naming, index);
        }
        self.witness(source, naming, here.document, index);
    }

    fn witness(&mut self, source: &str, naming: &Naming, document: usize, index: usize) {
        let Some(member) = self.people.get_mut(index) else { return };
        let document = u32::try_from(document).unwrap_or(u32::MAX);
        if !naming.name.is_empty() {
            let words = naming.name.join(" ");
            member.aliases.entry(words).or_default().push((document, naming.name_span));
        }
        if let Some(span) = naming.role_span {
            let words = span.of(source).to_owned();
            member.roles.entry(words).or_default().push((document, span));
            if !naming.name.is_empty() && !member.role_words.contains(&naming.role) {
                member.role_words.push(naming.role.clone());
                let last = naming.role.last().cloned().unwrap_or_default();
                let bearers = self.by_role.entry(last).or_default();
                if !bearers.contains(&index) && bearers.len() < MOST_BEARERS {
                    bearers.push(index);
                }
            }
        }
    }

    /// Who is meant by the words of `naming` in the document `here`, as far as it is read.
    pub(crate) fn who(&mut self, naming: &Naming, here: &Seen) -> Option<usize> {
        match naming.kind {
            MentionKind::Pronoun => None,
            _ if !naming.name.is_empty() => self.named(naming, here),
            MentionKind::Title => self.titled(naming, here),
            _ => None,
        }
    }

    fn named(&mut self, naming: &Naming, here: &Seen) -> Option<usize> {
        let surname = naming.surname()?;
        if naming.name.len() > 1 {
            let known = self.by_surname.get(&surname)?;
            return known.iter().copied().find(|&index| {
                self.people.get(index).is_some_and(|member| agree(&member.name, &naming.name))
            });
        }
        if let Some(index) = here.full.get(&surname).and_then(|known| known.last()) {
            return Some(*index);
        }
        self.elsewhere(&surname).or_else(|| self.misspelt(&surname, here)).or_else(|| {
            naming.person.then(|| {
                let index = self.people.len();
                self.people.push(Member { name: naming.name.clone(), ..Member::default() });
                self.by_surname.entry(surname).or_default().push(index);
                index
            })
        })
    }

    /// The one person of that surname in other documents, or the one who outweighs the others.
    fn elsewhere(&self, surname: &str) -> Option<usize> {
        let known = self.by_surname.get(surname)?;
        let weight =
            |index: &usize| self.people.get(*index).map_or(0, |member| member.documents.len());
        let best = known.iter().copied().max_by_key(weight)?;
        let total: usize = known.iter().map(weight).sum();
        (known.len() == 1 || weight(&best) * 5 >= total * 4).then_some(best)
    }

    /// Somebody of this document whose surname is one letter away.
    fn misspelt(&self, surname: &str, here: &Seen) -> Option<usize> {
        if surname.chars().count() < 6 {
            return None;
        }
        let near = clipped(surname).into_iter().chain([surname.to_owned()]);
        near.filter_map(|key| here.clipped.get(&key)).flatten().copied().find(|&index| {
            self.people
                .get(index)
                .and_then(|member| member.name.last())
                .is_some_and(|known| one_edit(&known.to_lowercase(), surname))
        })
    }

    /// The person who bears the title, the latest one named before first.
    fn titled(&self, naming: &Naming, here: &Seen) -> Option<usize> {
        let bears = |index: &usize| {
            self.people.get(*index).is_some_and(|member| {
                member.role_words.iter().any(|role| {
                    role.last() == naming.role.last()
                        && naming.role.iter().all(|word| role.contains(word) || word == "the")
                })
            })
        };
        let bearers = self.by_role.get(naming.role.last()?)?;
        let fitting = || bearers.iter().copied().filter(bears);
        let latest = fitting().filter(|index| here.acted.contains_key(index));
        latest.max_by_key(|index| here.acted.get(index)).or_else(|| {
            let mut all = fitting();
            all.next().filter(|_| all.next().is_none())
        })
    }

    /// The speaker that the words of `naming` name, for a quotation.
    pub(crate) fn speaker(&mut self, source: &str, naming: &Naming, here: &Seen) -> Option<usize> {
        if let Some(index) = here.at.get(&naming.span.start) {
            return Some(*index);
        }
        if naming.kind == MentionKind::Pronoun {
            let word = naming.span.of(source).to_lowercase();
            let other = match word.as_str() {
                "he" | "his" => Class::FEMALE,
                "she" | "her" => Class::MALE,
                "who" => Class::default(),
                _ => return None,
            };
            return self.actor_before(here, naming.span.start, other);
        }
        let spoken = Naming { person: true, ..naming.clone() };
        let kind = match naming.kind {
            MentionKind::Collective => PersonKind::Group,
            MentionKind::Name | MentionKind::TitledName => PersonKind::Named,
            _ => PersonKind::Unnamed,
        };
        let known = self.who(&spoken, here);
        let index = known.unwrap_or_else(|| self.unnamed(source, naming, kind));
        self.witness(source, &spoken, here.document, index);
        Some(index)
    }

    /// Who acted last before the byte `at`, and is not of the `other` gender by name or title.
    fn actor_before(&self, here: &Seen, at: u32, other: Class) -> Option<usize> {
        let behind = here.actors.partition_point(|(start, _)| *start < at);
        let latest = here.actors.get(..behind)?.iter().rev().map(|(_, index)| *index);
        latest
            .take(MEMORY)
            .find(|index| self.people.get(*index).is_some_and(|member| !member.is_known_as(other)))
    }

    /// Somebody who is known by the words of the mention only.
    fn unnamed(&mut self, source: &str, naming: &Naming, kind: PersonKind) -> usize {
        let words = plain(naming.span.of(source));
        let name = match kind {
            PersonKind::Unnamed => format!("{words} (unnamed)"),
            _ if naming.name.is_empty() => words,
            _ => naming.name.join(" "),
        };
        let key = format!("={name}");
        let known = self.by_surname.entry(key).or_default();
        if let Some(index) = known.first() {
            return *index;
        }
        let index = self.people.len();
        known.push(index);
        self.people.push(Member { kind, name: vec![name], ..Member::default() });
        index
    }

    /// The people, as the corpus keeps them.
    pub(crate) fn people(self) -> Vec<Person> {
        self.people.into_iter().map(Member::person).collect()
    }
}

/// The most acts that are gone back through for one "he".
const MEMORY: usize = 40;

impl Seen {
    /// Keeps a surname so that a misspelling of it is found.
    fn remember(&mut self, naming: &Naming, index: usize) {
        let Some(surname) = naming.surname() else { return };
        if self.clipped.get(&surname).is_some_and(|known| known.contains(&index)) {
            return;
        }
        for key in clipped(&surname).into_iter().chain([surname]) {
            let known = self.clipped.entry(key).or_default();
            if known.len() < MOST_BEARERS && !known.contains(&index) {
                known.push(index);
            }
        }
    }
}

/// The words of a mention without its article, in small letters if they were shouted.
fn plain(words: &str) -> String {
    let rest = ["the ", "a ", "an ", "The ", "A ", "An "]
        .iter()
        .find_map(|article| words.strip_prefix(article))
        .unwrap_or(words);
    if rest.chars().any(char::is_lowercase) || rest.len() < 5 {
        rest.to_owned()
    } else {
        rest.to_lowercase()
    }
}
