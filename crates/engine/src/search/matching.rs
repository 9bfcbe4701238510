//! Which articles or quotations hold the words asked for, and where.
//!
//! Each clause becomes a sorted list of runs of positions; units are sorted ranges of positions.
//! Costs one binary search per clause and unit. Knows nothing of facets.

use crate::{
    index::{Index, Position, Positions},
    query::{Clause, Match, Unit, Words},
    text::word::Stems,
};

/// What the words of a query match.
pub(super) struct Matched {
    /// The clauses that must hold.
    pub(super) wanted: Vec<Places>,
    /// For every unit whether it holds all that is wanted and nothing unwanted.
    pub(super) holds: Vec<bool>,
}

/// Where a clause matches: the first positions of its runs, in order.
pub(super) struct Places {
    starts: Vec<Position>,
    /// How many words each run has.
    length: u32,
}

impl Matched {
    pub(super) fn find(index: &Index, unit: Unit, words: &Words) -> Self {
        let stems = Stems::default();
        let places = |not: bool| -> Vec<Places> {
            let clauses = words.clauses.iter().filter(|clause| clause.not == not);
            clauses.map(|clause| Places::find(index, clause, &stems)).collect()
        };
        let (wanted, unwanted) = (places(false), places(true));
        let holds = (0..index.count(unit))
            .map(|number| {
                let ranges = ranges(index, unit, number);
                wanted.iter().all(|places| places.any(ranges))
                    && !unwanted.iter().any(|places| places.any(ranges))
            })
            .collect();
        Self { wanted, holds }
    }

    /// Whether `position` is part of something wanted.
    pub(super) fn covers(&self, position: Position) -> bool {
        self.wanted.iter().any(|places| places.cover(position))
    }
}

impl Places {
    fn find(index: &Index, clause: &Clause, stems: &Stems) -> Self {
        let one = |starts| Self { starts, length: 1 };
        match &clause.find {
            Match::Word(word) => one(index.terms.forms(word, stems)),
            Match::Prefix(start) => one(index.terms.prefix(start)),
            Match::Phrase(words) => Self {
                starts: phrase(index, words),
                length: u32::try_from(words.len()).unwrap_or(u32::MAX),
            },
        }
    }

    /// How many runs lie within `ranges`.
    pub(super) fn count(&self, ranges: &[Positions]) -> usize {
        ranges.iter().map(|range| self.within(range).len()).sum()
    }

    fn any(&self, ranges: &[Positions]) -> bool {
        ranges.iter().any(|range| !self.within(range).is_empty())
    }

    fn within(&self, range: &Positions) -> &[Position] {
        let from = self.starts.partition_point(|&start| start < range.start);
        let to =
            self.starts.partition_point(|&start| start.saturating_add(self.length) <= range.end);
        self.starts.get(from..to).unwrap_or_default()
    }

    fn cover(&self, position: Position) -> bool {
        let after = self.starts.partition_point(|&start| start <= position);
        after.checked_sub(1).is_some_and(|at| position - self.starts[at] < self.length)
    }
}

/// The positions of a unit's words.
pub(super) fn ranges(index: &Index, unit: Unit, number: usize) -> &[Positions] {
    match unit {
        Unit::Article => std::slice::from_ref(&index.articles[number].words),
        Unit::Quote => &index.quotes[number].words,
    }
}

/// The first positions of the words side by side: the rarest word leads, the others are looked up.
fn phrase(index: &Index, words: &[String]) -> Vec<Position> {
    let lists: Vec<&[Position]> = words.iter().map(|word| index.terms.word(word)).collect();
    let Some((lead, rarest)) = (0..).zip(&lists).min_by_key(|(_, list)| list.len()) else {
        return Vec::new();
    };
    let begins = |start: Position| {
        (start..).zip(&lists).all(|(position, list)| list.binary_search(&position).is_ok())
    };
    rarest
        .iter()
        .filter_map(|position| position.checked_sub(lead))
        .filter(|&start| begins(start))
        .collect()
}
