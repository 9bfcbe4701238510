//! The cast of a corpus: which namings are one person, across all documents.
//!
//! First all full names are gathered and merged (`roll`), whatever the order of the documents;
//! then each document is read: bare names, then titles and pronouns by salience (`discourse`).
//! Works through hash tables, never over all pairs. Does not know quotations.

mod alike;
mod discourse;
mod member;
mod near;
mod roll;
mod seen;
mod speaker;

use std::borrow::Cow;

use discourse::Discourse;
use member::Member;
use roll::Roll;
pub(crate) use seen::Seen;

use super::{
    Person, Witnessed,
    lexicon::{Class, look_up},
    naming::{Naming, Part},
};
use crate::{
    article::BlockKind,
    quote::MentionKind,
    span::Span,
    text::keyed::{Key, Lists, Map, of_name},
};

/// The people of a corpus while they are being gathered.
#[derive(Debug, Default)]
pub(crate) struct Cast {
    members: Vec<Member>,
    roll: Roll,
    /// Who bears a role, by its last word.
    by_role: Lists,
    /// Those who are known by the words of a mention only.
    unnamed: Map,
    /// Where each alias and role of a member stands in their list.
    witnessed: Map,
}

/// The most people that are looked through for one name or title in a document.
const MOST_BEARERS: usize = 64;

/// The most words of a headline that a name is looked for in.
const MOST_WORDS: usize = 8;

/// The evidence from which a name is taken for a person's.
const ENOUGH: i32 = 2;

impl Cast {
    /// The cast of all documents, and who is who in each.
    pub(crate) fn of(sources: &[&str], namings: &[Vec<Naming<'_>>]) -> (Self, Vec<Seen>) {
        let mut cast = Self::default();
        (cast.roll, cast.members) = Roll::of(namings);
        let mut seen: Vec<Seen> = Vec::with_capacity(namings.len());
        for (document, places) in namings.iter().enumerate() {
            let mut here = Seen::of(document, places, &cast.roll, &cast.members);
            cast.names(sources.get(document).copied().unwrap_or_default(), places, &mut here);
            seen.push(here);
        }
        for ((source, places), here) in sources.iter().zip(namings).zip(&mut seen) {
            cast.meant(source, places, here);
        }
        (cast, seen)
    }

    /// Decides who is named at each place of a document.
    fn names(&mut self, source: &str, places: &[Naming<'_>], here: &mut Seen) {
        let mut left: Vec<Cow<'_, Naming<'_>>> = Vec::new();
        for naming in places.iter().filter(|naming| !naming.name.is_empty()) {
            let inside = naming.is_loose().then(|| self.inside(source, naming, here)).flatten();
            let naming = inside.map_or(Cow::Borrowed(naming), Cow::Owned);
            let known = self.named(&naming, here);
            match known.or_else(|| self.newcomer(&naming)) {
                Some(index) => self.settle(source, &naming, here, index),
                None if naming.evidence >= 0 && !naming.is_full() => left.push(naming),
                None => {}
            }
        }
        // A bare name that told nothing where it stood is told by the other places.
        for naming in &left {
            let known = here.settled(naming.keys.surname);
            if let Some(index) = known {
                self.settle(source, naming, here, index);
            }
        }
    }

    fn settle(&mut self, source: &str, naming: &Naming<'_>, here: &mut Seen, index: usize) {
        self.doubt(naming, here);
        here.mean(naming.span.start, index);
        here.note(naming, index);
        self.witness(source, naming, here.document, index);
    }

    /// Decides who is meant by each title and pronoun of a document.
    fn meant(&mut self, source: &str, places: &[Naming<'_>], here: &mut Seen) {
        let mut talk = Discourse::default();
        let mut latest: Option<(u32, usize)> = None;
        for naming in places {
            let found = match naming.kind {
                MentionKind::Pronoun if naming.gender.is_some() => {
                    talk.antecedent(naming, &self.members)
                }
                // "Smith, who said": the one named right before.
                MentionKind::Pronoun => latest
                    .filter(|(end, _)| naming.span.start.saturating_sub(*end) <= 2)
                    .map(|(_, index)| index),
                _ if naming.name.is_empty() => self.titled(naming, here, &talk),
                _ => here.meant_at(naming.span.start),
            };
            let Some(index) = found else { continue };
            let owner = naming.kind == MentionKind::Pronoun && naming.part == Part::Owns;
            if !owner {
                here.mean(naming.span.start, index);
            }
            if naming.name.is_empty() && naming.kind != MentionKind::Pronoun {
                self.witness(source, naming, here.document, index);
            }
            talk.note(naming, index);
            latest = Some((naming.span.end, index));
        }
    }

    /// Keeps the words of a naming as an alias and a role of the person.
    fn witness(&mut self, source: &str, naming: &Naming<'_>, document: usize, index: usize) {
        let Some(member) = self.members.get_mut(index) else { return };
        let document = u32::try_from(document).unwrap_or(u32::MAX);
        if !naming.name.is_empty() {
            let key = naming.name.iter().fold(Key::EMPTY, |key, word| key.and(word).and(" "));
            let key = key.mixed(2 * index as u64);
            let at = *self.witnessed.entry(key, member.aliases.len()) as usize;
            let place = (document, naming.name_span);
            witness(&mut member.aliases, at, place, || naming.name.join(" "));
        }
        let Some(span) = naming.role_span else { return };
        let key = Key::EMPTY.and(span.of(source)).mixed(2 * index as u64 + 1);
        let at = *self.witnessed.entry(key, member.roles.len()) as usize;
        witness(&mut member.roles, at, (document, span), || span.of(source).to_owned());
        let known = |role: &Vec<String>| *role == naming.role;
        if naming.name.is_empty() || member.role_words.iter().any(known) {
            return;
        }
        member.role_words.push(naming.role.iter().map(ToString::to_string).collect());
        for word in office(&naming.role) {
            self.by_role.add(Key::EMPTY.and(word), index, MOST_BEARERS);
        }
    }

    /// The longest name of somebody of the document among the words of a headline.
    fn inside<'a>(&self, source: &str, naming: &Naming<'a>, here: &Seen) -> Option<Naming<'a>> {
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
    fn named(&self, naming: &Naming<'_>, here: &Seen) -> Option<usize> {
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
    fn bearers(&self, naming: &Naming<'_>, here: &Seen) -> Vec<usize> {
        let known = here.of_surname(naming.keys.surname);
        known.filter(|index| self.fits(naming, *index)).collect()
    }

    /// The one of this document who is meant by a bare name.
    fn bare(&self, naming: &Naming<'_>, here: &Seen) -> Option<usize> {
        match self.bearers(naming, here).as_slice() {
            [] => {
                let mut given =
                    here.of_given(naming.keys.surname).filter(|index| self.fits(naming, *index));
                given.next().filter(|_| given.next().is_none() && naming.evidence >= 0)
            }
            [only] => {
                let acts = matches!(naming.part, Part::Speaks | Part::Acts);
                let shown = naming.evidence > -2 || acts || naming.place != BlockKind::Paragraph;
                shown.then_some(*only)
            }
            several => self.titled_among(naming, several).or_else(|| here.likeliest(several)),
        }
    }

    /// Whether the title's gender does not contradict what is known of the person.
    fn fits(&self, naming: &Naming<'_>, index: usize) -> bool {
        let known = self.members.get(index).and_then(Member::gender);
        naming.gender.is_none() || known.is_none() || naming.gender == known
    }

    /// The only one of `several` who is known to bear the naming's title.
    fn titled_among(&self, naming: &Naming<'_>, several: &[usize]) -> Option<usize> {
        let last = naming.role.last()?;
        let mut bearers = several.iter().copied().filter(|index| {
            let roles = self.members.get(*index).map(|member| member.role_words.as_slice());
            roles.unwrap_or_default().iter().any(|role| has(role, last))
        });
        bearers.next().filter(|_| bearers.next().is_none())
    }

    /// Keeps, once for a name in a document, that it may mean several people.
    fn doubt(&self, naming: &Naming<'_>, here: &mut Seen) {
        if naming.is_full() {
            return;
        }
        let known = here.of_surname(naming.keys.surname);
        if known.filter(|index| self.fits(naming, *index)).nth(1).is_none() {
            return;
        }
        let several = self.bearers(naming, here);
        let words = naming.name.join(" ");
        if !here.tell(&words) {
            return;
        }
        let names = several.iter().take(5).filter_map(|index| self.members.get(*index));
        let names: Vec<String> = names.map(|member| member.name.join(" ")).collect();
        here.doubts.push((naming.name_span, format!("{words} may be {}", names.join(" or "))));
    }

    /// Somebody who is called by a bare name only.
    fn newcomer(&mut self, naming: &Naming<'_>) -> Option<usize> {
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

    /// The person who bears the title: the most salient one, or the only one.
    fn titled(&self, naming: &Naming<'_>, here: &Seen, talk: &Discourse) -> Option<usize> {
        let last = office(&naming.role).last()?;
        let bears = |index: &usize| {
            self.fits(naming, *index)
                && self.members.get(*index).is_some_and(|member| {
                    member.role_words.iter().any(|role| {
                        has(role, last)
                            && naming
                                .role
                                .iter()
                                .all(|word| has(role, word) || PRESENT.contains(&word.as_ref()))
                    })
                })
        };
        let bearers: Vec<usize> = self.by_role.of(Key::EMPTY.and(last)).filter(bears).collect();
        let (present, others): (Vec<usize>, Vec<usize>) =
            bearers.into_iter().partition(|index| here.has(*index));
        talk.most_salient(naming, &present)
            .or_else(|| present.first().copied().filter(|_| present.len() == 1))
            .or_else(|| others.first().copied().filter(|_| present.is_empty() && others.len() == 1))
    }

    /// The names of a document that may mean several people, and what to tell of them.
    pub(crate) fn doubts(&self, here: &Seen) -> Vec<(Span, String)> {
        here.doubts.clone()
    }

    /// The people, as the corpus keeps them.
    pub(crate) fn people(self) -> Vec<Person> {
        self.members.into_iter().map(Member::person).collect()
    }
}

/// Adds a place to the words at `at` of a list, which are new there if it is the list's end.
fn witness(list: &mut Vec<Witnessed>, at: usize, place: (u32, Span), words: impl Fn() -> String) {
    if at == list.len() {
        list.push(Witnessed { words: words(), places: Vec::new() });
    }
    if let Some(witnessed) = list.get_mut(at) {
        witnessed.places.push(place);
    }
}

/// The words of a role up to where "of" or "at" begins.
fn office<'r, 'a>(role: &'r [Cow<'a, str>]) -> &'r [Cow<'a, str>] {
    let end = role.iter().position(|word| LINKS.contains(&word.as_ref())).unwrap_or(role.len());
    role.get(..end).unwrap_or_default()
}

/// Whether the word is one of a role's.
fn has(role: &[String], word: &str) -> bool {
    role.iter().any(|known| known == word)
}

/// Words before a title that leave its bearer the same.
const PRESENT: &[&str] = &["the", "new", "current", "outgoing", "incoming"];

/// Words that lead from an office to its place.
const LINKS: &[&str] = &["of", "at", "for", "in", "on", "to", "from", "with", "and"];

#[cfg(test)]
mod tests;
