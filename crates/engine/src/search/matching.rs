//! Which articles or quotations hold the words asked for, and how well.
//!
//! Each clause becomes a list of units in order, each with how often it holds the clause; lists are
//! intersected from the shortest on, by galloping (Bentley and Yao, 1976). Costs a step for each place
//! of a word asked for, whatever the size of the corpus. Scores are BM25 (Robertson and Zaragoza,
//! 2009) with a headline's words counted again. Knows nothing of facets.

use crate::{
    index::{Index, Position},
    query::{Clause, Match, Unit, Words},
    text::word::Stems,
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
}

impl List {
    fn find(index: &Index, unit: Unit, clause: &Clause, stems: &Stems) -> Self {
        let mut tally = Tally::new(index.count(unit));
        let mut add = |words: &mut dyn Iterator<Item = u32>| {
            words.for_each(|word| tally.add(index, unit, 1, index.terms.occurrences(word)));
        };
        match &clause.find {
            Match::Word(word) => add(&mut index.terms.forms(word, stems).into_iter()),
            Match::Prefix(start) => add(&mut index.terms.prefix(start)),
            Match::Phrase(words) => {
                let length = words.len() as u32;
                tally.add(index, unit, length, phrase(index, words).into_iter());
            }
        }
        tally.finish()
    }
}

/// How often each unit holds something, while it is counted.
struct Tally {
    counts: Vec<u32>,
    /// The units that hold it at all, as they came.
    found: Vec<u32>,
}

impl Tally {
    fn new(units: usize) -> Self {
        Self { counts: vec![0; units], found: Vec::new() }
    }

    /// Counts runs of `length` words that begin at `places`, which come in order.
    fn add(
        &mut self,
        index: &Index,
        unit: Unit,
        length: u32,
        places: impl Iterator<Item = Position>,
    ) {
        match unit {
            Unit::Article => self.add_articles(index, length, places),
            Unit::Quote => self.add_quotes(index, length, places),
        }
    }

    fn add_articles(&mut self, index: &Index, length: u32, places: impl Iterator<Item = Position>) {
        for place in places {
            // Behind the articles stand the speakers' names.
            let Some((at, article)) = index.article_at(place) else { return };
            if place + length <= article.words.end {
                let times = if article.headline.contains(&place) { 1 + HEADLINE } else { 1 };
                self.count(at, times);
            }
        }
    }

    fn add_quotes(&mut self, index: &Index, length: u32, places: impl Iterator<Item = Position>) {
        for place in places {
            let mut holding = index.stretch_at(place);
            while let Some(stretch) = holding {
                if place + length <= stretch.words.end {
                    self.count(stretch.quote as usize, 1);
                }
                let outer = stretch.outer.map(|outer| outer as usize);
                holding = outer.and_then(|outer| index.stretches.get(outer));
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
        List { units: self.found, times }
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
