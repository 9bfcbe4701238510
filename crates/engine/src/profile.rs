//! What is known of one person over all packs: names, roles and affiliations with their places, what is quoted of
//! the person, by whom and with which verbs, and what others are quoted as saying of the person.
//!
//! Counts are those of queries, so whoever follows one finds as many. Costs a look at every name, the places of this
//! one, and a few searches; nothing is kept. Does not know how it is shown.

use std::cmp::Reverse;

use crate::{
    collection::{Collection, Segment},
    evidence::ByOutlet,
    order::{sort_by, sort_by_key},
    person::{Person, PersonKind, Witnessed},
    query::{Facet, Query, Unit},
    search::{FacetCounts, Found},
    text::lower,
};

/// What is known of a person.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    /// The fullest name.
    pub name: String,
    /// Whether it is one person, a body, or somebody unnamed.
    pub kind: PersonKind,
    /// The roles that articles give, most frequent first.
    pub roles: Vec<Given>,
    /// The bodies and countries that the roles state, likewise.
    pub affiliations: Vec<Given>,
    /// The names used for the person, likewise.
    pub aliases: Vec<Given>,
    /// What is quoted of the person: by outlet, verb and kind of quotation.
    pub said: Quoted,
    /// What others are quoted as saying that names the person: by outlet and speaker. None for who has no name of
    /// their own.
    pub about: Option<Quoted>,
    /// The articles that name the person, likewise.
    pub named: Option<Counted>,
}

/// Words used of a person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// The words; in small letters too where any article has them so.
    pub words: String,
    /// Where they are, the outlet that uses them most first.
    pub outlets: Vec<ByOutlet>,
}

impl Given {
    /// How often they are used.
    #[must_use]
    pub fn count(&self) -> usize {
        self.outlets.iter().map(|outlet| outlet.places.len()).sum()
    }

    fn add(&mut self, segment: &Segment, witnessed: &Witnessed) {
        // A shotlist shouts; the same words in a text read better.
        if !self.words.contains(char::is_lowercase) {
            self.words.clone_from(&witnessed.words);
        }
        for &place in &witnessed.places {
            ByOutlet::add(&mut self.outlets, segment, place);
        }
    }
}

/// Some quotations: what to ask to see them, how many there are, and how many of each kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Quoted {
    /// The quotations.
    pub all: Counted,
    /// How many utterances they are; those that several reports carry count once.
    pub utterances: Counted,
    /// How many have each value of some facets, with the most first.
    pub facets: Vec<(Facet, Vec<Share>)>,
}

impl Quoted {
    /// How many have each value of the facet.
    #[must_use]
    pub fn by(&self, facet: Facet) -> &[Share] {
        let of = self.facets.iter().find(|(of, _)| *of == facet);
        of.map_or(&[], |(_, shares)| shares)
    }
}

/// A query and how many results it has.
#[derive(Clone, Debug, PartialEq)]
pub struct Counted {
    /// The query.
    pub query: Query,
    /// How many results it has.
    pub count: usize,
}

/// A value of a facet, and what choosing it alone gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// The value.
    pub value: String,
    /// The results that have it.
    pub results: Counted,
}

impl Profile {
    /// What is known of the person of that name in the packs that have one.
    pub(crate) fn of(collection: &Collection, name: &str) -> Option<Self> {
        let segments = collection.segments().iter();
        let people: Vec<(&Segment, Person)> = segments.flat_map(|it| people(it, name)).collect();
        let kind = people.first()?.1.kind;
        let named = kind == PersonKind::Named;
        let chosen = |unit, facet| choosing(&Query { unit, ..Query::default() }, facet, name);
        let said = chosen(Unit::Quote, Facet::Speaker);
        let mut about = chosen(Unit::Quote, Facet::Person);
        about.choose(Facet::Speaker, |speakers| speakers.toggle_exclude(name));
        let article = chosen(Unit::Article, Facet::Person);
        Some(Self {
            name: name.to_owned(),
            kind,
            roles: given(&people, |person| &person.roles),
            affiliations: given(&people, |person| &person.affiliations),
            aliases: given(&people, |person| &person.aliases),
            said: quoted(collection, said, &[Facet::Outlet, Facet::Verb, Facet::Kind]),
            about: named.then(|| quoted(collection, about, &[Facet::Outlet, Facet::Speaker])),
            named: named.then(|| counted(collection, article)),
        })
    }
}

/// The people of that name in a segment.
fn people<'segment>(segment: &'segment Segment, name: &str) -> Vec<(&'segment Segment, Person)> {
    let numbers = 0..segment.shelf.people() as u32;
    let numbers = numbers.filter(|&at| segment.shelf.name(at) == Some(name));
    numbers.filter_map(|at| Some((segment, segment.shelf.person(at)?))).collect()
}

/// What the people's records give, words that differ in capitals only put together.
fn given(people: &[(&Segment, Person)], of: fn(&Person) -> &[Witnessed]) -> Vec<Given> {
    let mut all: Vec<(String, Given)> = Vec::new();
    for (segment, person) in people {
        for witnessed in of(person) {
            let key = lower(&witnessed.words);
            match all.iter_mut().find(|(known, _)| *known == key) {
                Some((_, known)) => known.add(segment, witnessed),
                None => {
                    let mut new = Given::default();
                    new.add(segment, witnessed);
                    all.push((key, new));
                }
            }
        }
    }
    let mut all: Vec<Given> = all.into_iter().map(|(_, given)| given).collect();
    all.iter_mut().for_each(|given| ByOutlet::sort(&mut given.outlets));
    sort_by(&mut all, |one, other| {
        other.count().cmp(&one.count()).then_with(|| one.words.cmp(&other.words))
    });
    all
}

/// The query with this value alone of the facet.
pub(crate) fn choosing(query: &Query, facet: Facet, value: &str) -> Query {
    let mut query = query.clone();
    query.choose(facet, |chosen| chosen.only(value));
    query
}

/// The query with how many results it has.
fn counted(collection: &Collection, query: Query) -> Counted {
    let count = Found::new(collection, &query).total();
    Counted { query, count }
}

fn quoted(collection: &Collection, query: Query, facets: &[Facet]) -> Quoted {
    let found = Found::new(collection, &query);
    let facets = facets.iter().map(|&facet| (facet, shares(&query, &found.facet(facet))));
    let (facets, count) = (facets.collect(), found.total());
    let utterances = Query { unit: Unit::Utterance, ..query.clone() };
    let utterances = counted(collection, utterances);
    Quoted { all: Counted { query, count }, utterances, facets }
}

/// The values that results have, but for those that are excluded.
pub(crate) fn shares(query: &Query, counts: &FacetCounts) -> Vec<Share> {
    let excluded = &query.selection(counts.facet).exclude;
    let held = counts.values.iter().filter(|it| it.count > 0);
    let held = held.filter(|it| excluded.iter().all(|value| *value != *it.value));
    let share = |value: &str, count| Share {
        value: value.to_owned(),
        results: Counted { query: choosing(query, counts.facet, value), count },
    };
    let mut shares: Vec<Share> = held.map(|it| share(&it.value, it.count)).collect();
    sort_by_key(&mut shares, |share| Reverse(share.results.count));
    shares
}

#[cfg(test)]
#[path = "profile_tests.rs"]
mod tests;
