//! Which articles or quotations hold the words asked for, and how well.
//!
//! Each clause becomes a list of units in order, each with how often it holds the clause; lists are
//! intersected from the shortest on, by galloping (Bentley and Yao, 1976). Costs a step for each place
//! of a word asked for, whatever the size of the corpus. Scores are BM25 (Robertson and Zaragoza,
//! 2009) with a headline's words counted again. Knows nothing of facets.

use crate::{
    index::{Index, Position},
    query::{Clause, Days, Facet, Field, Match, NONE, Term, Unit, Words},
    span::Span,
    text::{
        near::Near,
        word::{Stems, fold, words},
    },
};

/// How soon a repeated word stops counting.
const SATURATION: f32 = 1.2;
/// How much a long text's words count less.
const LENGTH: f32 = 0.75;
/// How many more times a word of the headline counts.
const HEADLINE: u32 = 2;

/// The units that hold all that is wanted and nothing unwanted, in order, with their scores.
#[derive(Clone, Debug, Default)]
pub(super) struct Matched {
    pub(super) units: Vec<u32>,
    /// As many as units; 0 where there are no words to match.
    pub(super) scores: Vec<f32>,
}

impl Matched {
    pub(super) fn find(index: &Index, unit: Unit, words: &Words) -> Self {
        let stems = Stems::default();
        let list = |clause: &Clause| List::find(index, unit, clause, &stems);
        let of = |not: bool| words.clauses.iter().filter(move |clause| clause.not == not);
        let mut wanted: Vec<List> = of(false).map(list).collect();
        wanted.sort_by_key(|list| list.units.len());
        let mut matched = match wanted.first() {
            Some(_) => intersection(index, unit, &wanted),
            None => everything(index, unit),
        };
        for clause in of(true) {
            matched.remove(&list(clause));
        }
        matched
    }

    fn remove(&mut self, unwanted: &List) {
        let mut kept = Self::default();
        let mut at = 0;
        for (&unit, &score) in self.units.iter().zip(&self.scores) {
            at = seek(&unwanted.units, at, unit);
            if unwanted.units.get(at) != Some(&unit) {
                kept.units.push(unit);
                kept.scores.push(score);
            }
        }
        *self = kept;
    }
}

fn everything(index: &Index, unit: Unit) -> Matched {
    let count = index.count(unit);
    Matched { units: (0..).take(count).collect(), scores: vec![0.0; count] }
}

/// The units of all lists, of which the first is the shortest.
fn intersection(index: &Index, unit: Unit, lists: &[List]) -> Matched {
    let count = index.count(unit) as f32;
    let weight = |list: &List| {
        let found = list.units.len() as f32;
        if list.narrows {
            return 0.0;
        }
        (1.0 + (count - found + 0.5) / (found + 0.5)).ln()
    };
    let weights: Vec<f32> = lists.iter().map(weight).collect();
    let mean = index.mean_length(unit).max(1.0);
    let mut places = vec![0; lists.len()];
    let mut matched = Matched::default();
    let shortest = lists.first().map_or(&[][..], |list| &list.units);
    'units: for &number in shortest {
        for (list, place) in lists.iter().zip(&mut places) {
            *place = seek(&list.units, *place, number);
            if list.units.get(*place) != Some(&number) {
                continue 'units;
            }
        }
        let norm = 1.0 - LENGTH + LENGTH * index.length(unit, number) as f32 / mean;
        let score = |((list, &place), weight): ((&List, &usize), &f32)| {
            let times = list.times[place] as f32;
            weight * times * (SATURATION + 1.0) / (times + SATURATION * norm)
        };
        matched.scores.push(lists.iter().zip(&places).zip(&weights).map(score).sum());
        matched.units.push(number);
    }
    matched
}

/// The first place from `from` on whose unit is not before `unit`: by steps that double.
fn seek(units: &[u32], from: usize, unit: u32) -> usize {
    let (mut start, mut step) = (from, 1);
    while units.get(start + step - 1).is_some_and(|&at| at < unit) {
        start += step;
        step *= 2;
    }
    let end = (start + step).min(units.len());
    start + units.get(start..end).unwrap_or_default().partition_point(|&at| at < unit)
}

/// The units that hold a clause, in order, and how often.
#[derive(Clone, Debug, Default)]
struct List {
    units: Vec<u32>,
    times: Vec<u32>,
    /// Whether it only narrows: who speaks and when it was published say nothing of how well words match.
    narrows: bool,
}

impl List {
    fn find(index: &Index, unit: Unit, clause: &Clause, stems: &Stems) -> Self {
        let mut tally = Tally::new(index, unit);
        for term in &clause.any {
            tally.add_term(term, stems);
        }
        let narrows = clause.any.iter().all(|term| matches!(term.field, Field::Facet(_)));
        List { narrows, ..tally.finish() }
    }
}

/// How often each unit holds something, while it is counted.
struct Tally<'index> {
    index: &'index Index,
    unit: Unit,
    counts: Vec<u32>,
    /// The units that hold it at all, as they came.
    found: Vec<u32>,
}

impl<'index> Tally<'index> {
    fn new(index: &'index Index, unit: Unit) -> Self {
        Self { index, unit, counts: vec![0; index.count(unit)], found: Vec::new() }
    }

    fn add_term(&mut self, term: &Term, stems: &Stems) {
        let terms = &self.index.terms;
        match (&term.find, term.field) {
            (Match::Days(days), _) => self.add_days(*days),
            (find, Field::Facet(facet)) => self.add_facet(facet, find),
            (Match::Word(word), field) => self.add_words(terms.forms(word, stems), field),
            (Match::Exact(word), field) => self.add_words(terms.number(word), field),
            (Match::Prefix(start), field) => self.add_words(terms.prefix(start), field),
            (Match::Near(word, edits), field) => self.add_words(terms.near(word, *edits), field),
            (Match::Phrase(words), field) => {
                self.add(words.len() as u32, field, phrase(self.index, words).into_iter());
            }
        }
    }

    fn add_words(&mut self, words: impl IntoIterator<Item = u32>, field: Field) {
        for word in words {
            self.add(1, field, self.index.terms.occurrences(word));
        }
    }

    /// Counts runs of `length` words that begin at `places`, which come in order.
    fn add(&mut self, length: u32, field: Field, places: impl Iterator<Item = Position>) {
        match (self.unit, field) {
            (Unit::Article, Field::Anywhere) => self.add_articles(length, places),
            (Unit::Quote, Field::Anywhere) => self.add_quotes(length, places),
            (unit, field) => {
                let index = self.index;
                let inside = places.filter(|&place| stands_in(index, place, field));
                match unit {
                    Unit::Article => self.add_articles(length, inside),
                    Unit::Quote => self.add_quotes(length, inside),
                }
            }
        }
    }

    fn add_articles(&mut self, length: u32, places: impl Iterator<Item = Position>) {
        for place in places {
            // Behind the articles stand the speakers' names.
            let Some((at, article)) = self.index.article_at(place) else { return };
            if place + length <= article.words.end {
                let times = if article.headline.contains(&place) { 1 + HEADLINE } else { 1 };
                self.count(at, times);
            }
        }
    }

    fn add_quotes(&mut self, length: u32, places: impl Iterator<Item = Position>) {
        for place in places {
            let mut holding = self.index.stretch_at(place);
            while let Some(stretch) = holding {
                if place + length <= stretch.words.end {
                    self.count(stretch.quote as usize, 1);
                }
                let outer = stretch.outer.map(|outer| outer as usize);
                holding = outer.and_then(|outer| self.index.stretches.get(outer));
            }
        }
    }

    /// Counts the units that were published on one of the days.
    fn add_days(&mut self, days: Days) {
        for unit in 0..self.counts.len() {
            let day = self.index.published(self.unit, unit as u32);
            if day.is_some_and(|day| days.hold(day)) {
                self.count(unit, 1);
            }
        }
    }

    /// Counts the units that have a value of the facet whose name holds what is looked for.
    fn add_facet(&mut self, facet: Facet, find: &Match) {
        let place = Facet::ALL.iter().position(|it| *it == facet);
        let Some(column) = place.and_then(|at| self.index.columns(self.unit).get(at)) else {
            return;
        };
        let holding: Vec<bool> =
            column.values.iter().map(|value| value != NONE && is_in(find, value)).collect();
        for unit in 0..self.counts.len() {
            let holds = |value: &u32| holding.get(*value as usize) == Some(&true);
            if column.of(unit).iter().any(holds) {
                self.count(unit, 1);
            }
        }
    }

    fn count(&mut self, unit: usize, times: u32) {
        let Some(count) = self.counts.get_mut(unit) else { return };
        if *count == 0 {
            self.found.push(unit as u32);
        }
        *count += times;
    }

    fn finish(mut self) -> List {
        if !self.found.is_sorted() {
            self.sort();
        }
        let times = self.found.iter().map(|&unit| self.counts[unit as usize]).collect();
        List { units: self.found, times, narrows: false }
    }

    /// Where there are many, going through all units is quicker than sorting.
    fn sort(&mut self) {
        if self.found.len() * 16 > self.counts.len() {
            let counts = (0..).zip(&self.counts).filter(|(_, count)| **count > 0);
            self.found = counts.map(|(unit, _)| unit).collect();
        } else {
            self.found.sort_unstable();
        }
    }
}

/// Whether the position is one of the field's.
fn stands_in(index: &Index, place: Position, field: Field) -> bool {
    let article = index.article_at(place).map(|(_, article)| article);
    match (field, article) {
        (Field::Headline, Some(article)) => article.headline.contains(&place),
        (Field::Text, Some(article)) => !article.headline.contains(&place),
        (Field::Quote, Some(_)) => index.is_quoted(place),
        (Field::Report, Some(_)) => !index.is_quoted(place),
        (Field::Anywhere, _) => true,
        (_, None) | (Field::Facet(_), Some(_)) => false,
    }
}

/// Whether the name of a value holds what is looked for, word by word and as it is.
fn is_in(find: &Match, value: &str) -> bool {
    let words: Vec<_> =
        words(value, Span::new(0, value.len())).map(|word| fold(word.of(value))).collect();
    let any = |is: &mut dyn FnMut(&str) -> bool| words.iter().any(|word| is(word));
    match find {
        Match::Word(asked) | Match::Exact(asked) => any(&mut |word| word == asked),
        Match::Prefix(start) => any(&mut |word| word.starts_with(start.as_str())),
        Match::Near(asked, edits) => {
            let mut near = Near::new(asked, *edits);
            any(&mut |word| near.is(word))
        }
        Match::Phrase(phrase) => words.windows(phrase.len().max(1)).any(|run| run == phrase),
        Match::Days(_) => false,
    }
}

/// Where the words stand side by side: the rarest word's places, as far as the others agree.
fn phrase(index: &Index, words: &[String]) -> Vec<Position> {
    let numbered: Option<Vec<(u32, u32)>> =
        (0..).zip(words).map(|(at, word)| Some((at, index.terms.number(word)?))).collect();
    let mut rarest = numbered.unwrap_or_default();
    rarest.sort_by_key(|&(_, word)| index.terms.cost(word..word + 1));
    let Some((&(lead, first), others)) = rarest.split_first() else { return Vec::new() };
    let mut starts: Vec<Position> =
        index.terms.occurrences(first).filter_map(|place| place.checked_sub(lead)).collect();
    for &(offset, word) in others {
        let mut places = index.terms.occurrences(word).peekable();
        starts.retain(|&start| {
            while places.next_if(|&place| place < start + offset).is_some() {}
            places.peek() == Some(&(start + offset))
        });
    }
    starts
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn seeking_finds_the_first_that_is_not_before(
            units in proptest::collection::btree_set(0_u32..100, 0..40),
            from in 0_usize..40,
            unit in 0_u32..110,
        ) {
            let units: Vec<_> = units.into_iter().collect();
            let from = from.min(units.len());
            let expected = (from..units.len()).find(|&at| units[at] >= unit);
            prop_assert_eq!(seek(&units, from, unit), expected.unwrap_or(units.len()));
        }
    }
}
