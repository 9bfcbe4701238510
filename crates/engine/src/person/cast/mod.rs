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
mod who;

use std::borrow::Cow;

use discourse::Discourse;
use member::Member;
use roll::Roll;
pub(crate) use seen::Seen;
use who::Borne;

use super::{
    Person, Witnessed,
    naming::{Naming, Part},
};
use crate::{
    quote::MentionKind,
    span::Span,
    text::keyed::{Key, Lists, Map},
    workers::{self, Pool, Workers},
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

impl Cast {
    /// The cast of all documents, and who is who in each.
    pub(crate) fn of(
        sources: &[&str],
        namings: &[Vec<Naming<'_>>],
        workers: &dyn Workers,
    ) -> (Self, Vec<Seen>) {
        let count = namings.iter().map(Vec::len).sum::<usize>();
        let mut cast = Self { witnessed: Map::with_room(count / 2), ..Self::default() };
        (cast.roll, cast.members) = Roll::of(namings);
        let mut seen = workers::each(workers, namings, |document, places| {
            Seen::of(document, places, &cast.roll, &cast.members)
        });
        for ((source, places), here) in sources.iter().zip(namings).zip(&mut seen) {
            cast.names(source, places, here);
        }
        // Titles and pronouns give nobody a name or a role, so the documents do not wait for each other.
        let borne: Pool<Borne> = Pool::default();
        let seen = workers::turn(workers, seen, |document, mut here| {
            let places = namings.get(document).map_or(&[][..], Vec::as_slice);
            let titled = borne.with(|borne| cast.meant(places, &mut here, borne));
            (here, titled)
        });
        let all = sources.iter().zip(namings).zip(seen);
        let witnessed = all.map(|((source, places), (here, titled))| {
            for (at, index) in titled {
                if let Some(naming) = places.get(at) {
                    cast.witness(source, naming, here.document, index);
                }
            }
            here
        });
        let seen = witnessed.collect();
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

    /// Decides who is meant by each title and pronoun of a document; gives the titles, by number, and
    /// who bears each.
    fn meant(
        &self,
        places: &[Naming<'_>],
        here: &mut Seen,
        borne: &mut Borne,
    ) -> Vec<(usize, usize)> {
        let mut titled = Vec::new();
        let mut talk = Discourse::default();
        let mut latest: Option<(u32, usize)> = None;
        for (at, naming) in places.iter().enumerate() {
            let found = match naming.kind {
                MentionKind::Pronoun if naming.gender.is_some() => {
                    talk.antecedent(naming, &self.members)
                }
                // "Smith, who said": the one named right before.
                MentionKind::Pronoun => latest
                    .filter(|(end, _)| naming.span.start.saturating_sub(*end) <= 2)
                    .map(|(_, index)| index),
                _ if naming.name.is_empty() => self.titled(naming, here, &talk, borne),
                _ => here.meant_at(naming.span.start),
            };
            let Some(index) = found else { continue };
            let owner = naming.kind == MentionKind::Pronoun && naming.part == Part::Owns;
            if !owner {
                here.mean(naming.span.start, index);
            }
            if naming.name.is_empty() && naming.kind != MentionKind::Pronoun {
                titled.push((at, index));
            }
            talk.note(naming, index);
            latest = Some((naming.span.end, index));
        }
        titled
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
        if naming.name.is_empty() || member.role_words.contains(&naming.role) {
            return;
        }
        member.role_words.push(naming.role.clone());
        for word in naming.role.office() {
            self.by_role.add(*word, index, MOST_BEARERS);
        }
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

#[cfg(test)]
mod tests;
