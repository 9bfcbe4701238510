//! How far what an index finds agrees with what a plain scan finds, over many queries.
//!
//! Knows totals, the names of articles, and counts; does not know where queries come from.

use std::collections::{BTreeMap, BTreeSet};

use parallax_engine::{
    Engine,
    query::{Facet, Unit},
    search::Found,
};

use crate::{Asked, World};

/// What was found over some queries, by the index and by the scan.
#[derive(Clone, Debug, Default)]
pub struct Hits {
    /// How many queries were asked, and of how many of them the total and all counts were the same.
    pub asked: usize,
    /// See `asked`.
    pub totals: usize,
    /// See `asked`.
    pub counts: usize,
    /// How many articles the index found, how many the scan did, and how many both did.
    pub found: usize,
    /// See `found`.
    pub wanted: usize,
    /// See `found`.
    pub both: usize,
    /// The queries whose answers differ, as typed.
    pub differ: Vec<String>,
}

impl Hits {
    /// Asks both. Costs a look at every word.
    pub fn ask(&mut self, engine: &Engine, world: &World, asked: &Asked) {
        let (query, clauses) = (&asked.query, &asked.clauses);
        let answer = engine.find(query);
        let wanted = world.results(query, clauses);
        let counted = same_counts(&answer, world, asked);
        let totalled = answer.total() == wanted.len();
        let mut named = true;
        if query.unit == Unit::Article {
            let found = answer.first(usize::MAX);
            let found: BTreeSet<&str> = found.iter().map(|ranked| answer.name(ranked)).collect();
            let both = wanted.iter().filter(|(id, _)| found.contains(id.as_str())).count();
            named = both == wanted.len() && both == found.len();
            self.found += found.len();
            self.wanted += wanted.len();
            self.both += both;
        }
        self.asked += 1;
        self.totals += usize::from(totalled);
        self.counts += usize::from(counted);
        if !(counted && totalled && named) {
            self.differ.push(query.words.clone());
        }
    }
}

/// Whether every value of every facet has the same count.
fn same_counts(answer: &Found<'_>, world: &World, asked: &Asked) -> bool {
    let facets = answer.facets();
    let values = facets.iter().flat_map(|it| it.values.iter().map(|value| (it.facet, value)));
    let some = values.filter(|(_, value)| value.count > 0);
    let found: BTreeMap<(Facet, String), usize> =
        some.map(|(facet, it)| ((facet, it.value.to_string()), it.count)).collect();
    found == world.counts(&asked.query, &asked.clauses)
}
