//! Whether an article, a quotation or an utterance is a result, and what each facet value would give: one thing
//! after the other, word by word.

use std::collections::{BTreeMap, BTreeSet};

use parallax_engine::{
    query::{Clause, Facet, Field, Match, NONE, Query, Term, Unit},
    text::word::Stems,
};

use crate::world::{Place, Thing, Word, World, fold, split};

/// The names of results: an article's, and of a quotation the byte that it begins at; of an utterance the first
/// of its quotations'.
pub type Names = Vec<(String, Option<u32>)>;

impl World {
    /// The names of what the clauses and the facets' choices want, in the order of their names.
    #[must_use]
    pub fn results(&self, query: &Query, clauses: &[Clause]) -> Names {
        let stems = Stems::default();
        let results = self.results_of(query.unit).into_iter().filter(|things| {
            wanted(things, clauses, &stems)
                && Facet::AT_ONCE.into_iter().all(|facet| admits(things, query, facet))
        });
        let name = |things: Vec<&Thing>| things.iter().map(|thing| thing.name.clone()).min();
        let mut names: Names = results.filter_map(name).collect();
        names.sort();
        names
    }

    /// How many results each value of each facet would give by itself, under all other choices;
    /// values that would give none are left out.
    #[must_use]
    pub fn counts(&self, query: &Query, clauses: &[Clause]) -> BTreeMap<(Facet, String), usize> {
        let stems = Stems::default();
        let mut counts = BTreeMap::new();
        let results = self.results_of(query.unit);
        for things in results.iter().filter(|it| wanted(it, clauses, &stems)) {
            for facet in Facet::AT_ONCE {
                let mut others = Facet::AT_ONCE.into_iter().filter(|other| *other != facet);
                if others.all(|other| admits(things, query, other)) {
                    for value in values(things, facet) {
                        *counts.entry((facet, value.clone())).or_default() += 1;
                    }
                }
            }
        }
        counts
    }

    /// How many things of that kind there are.
    #[must_use]
    pub fn size(&self, unit: Unit) -> usize {
        self.results_of(unit).len()
    }
}

/// Whether one of the things has all that is wanted and nothing unwanted.
fn wanted(things: &[&Thing], clauses: &[Clause], stems: &Stems) -> bool {
    let holds =
        |thing: &Thing, clause: &Clause| clause.any.iter().any(|term| has(thing, term, stems));
    let is = |thing: &Thing| clauses.iter().all(|clause| holds(thing, clause) != clause.not);
    things.iter().any(|thing| is(thing))
}

/// The values of all of them, each once.
fn values<'things>(things: &[&'things Thing], facet: Facet) -> BTreeSet<&'things String> {
    things.iter().flat_map(|thing| thing.of(facet)).collect()
}

fn admits(things: &[&Thing], query: &Query, facet: Facet) -> bool {
    let selection = query.selection(facet);
    let has = |chosen: &[String]| values(things, facet).iter().any(|value| chosen.contains(value));
    (selection.include.is_empty() || has(&selection.include)) && !has(&selection.exclude)
}

fn has(thing: &Thing, term: &Term, stems: &Stems) -> bool {
    if let Match::Days(days) = &term.find {
        return thing.published.is_some_and(|day| days.hold(day));
    }
    if let Field::Facet(facet) = term.field {
        let mut values = thing.of(facet).iter().filter(|value| *value != NONE);
        return values.any(|value| names(value, &term.find, stems));
    }
    thing.runs.iter().any(|run| {
        (0..run.len())
            .any(|at| stands(run[at].place, term.field) && begins(&run[at..], &term.find, stems))
    })
}

/// Whether a facet's value has a word, or words, that are looked for as they are.
fn names(value: &str, find: &Match, stems: &Stems) -> bool {
    let words: Vec<Word> =
        split(value).map(|span| Word { folded: fold(span.of(value)), place: None }).collect();
    let find = match find {
        Match::Word(word) => &Match::Exact(word.clone()),
        other => other,
    };
    (0..words.len()).any(|at| begins(&words[at..], find, stems))
}

fn stands(place: Option<Place>, field: Field) -> bool {
    match (field, place) {
        (Field::Anywhere, _) => true,
        (Field::Headline, Some(place)) => place.headline,
        (Field::Text, Some(place)) => !place.headline,
        (Field::Quote, Some(place)) => place.quoted,
        (Field::Report, Some(place)) => !place.quoted,
        (Field::Facet(_), _) | (_, None) => false,
    }
}

/// Whether what is looked for stands at the beginning of `words`.
fn begins(words: &[Word], find: &Match, stems: &Stems) -> bool {
    let Some(first) = words.first().map(|word| word.folded.as_str()) else { return false };
    match find {
        Match::Word(asked) => first == asked || stems.of(first) == stems.of(asked),
        Match::Exact(asked) => first == asked,
        Match::Prefix(start) => first.starts_with(start.as_str()),
        Match::Near(asked, edits) => distance(first, asked) <= usize::from(*edits),
        Match::Phrase(phrase) => {
            words.len() >= phrase.len()
                && words.iter().zip(phrase).all(|(word, asked)| word.folded == *asked)
        }
        Match::Days(_) => false,
    }
}

/// How many letters must be put in, left out or changed to make one word of the other (Levenshtein).
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in one.chars().enumerate() {
        let mut corner = row[0];
        row[0] = at + 1;
        for (column, wanted) in other.iter().enumerate() {
            let changed = corner + usize::from(letter != *wanted);
            corner = row[column + 1];
            row[column + 1] = changed.min(corner + 1).min(row[column] + 1);
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_count_letters() {
        for (one, other, far) in
            [("", "", 0), ("treaty", "treety", 1), ("fresh", "fesh", 1), ("ab", "ba", 2)]
        {
            assert_eq!((distance(one, other), distance(other, one)), (far, far), "{one} {other}");
        }
    }
}
