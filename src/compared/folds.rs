//! Which stretches are shown and which are folded away behind a button.

use std::ops::Range;

use super::sheet::{Sheet, Stretch};

/// What is drawn at one place of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A stretch, by its number.
    Shown(usize),
    /// Stretches behind a button.
    Folded(Fold),
}

/// Stretches that a reader can open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fold {
    /// Their numbers.
    pub stretches: Range<usize>,
    /// How many passages they hold; of each column where they stand alone.
    pub passages: Vec<usize>,
    /// Whether they are the same in all texts, and not alone.
    pub same: bool,
}

impl Entry {
    /// The stretches that stand here.
    #[must_use]
    pub fn stretches(&self) -> Range<usize> {
        match self {
            Self::Shown(at) => *at..at + 1,
            Self::Folded(fold) => fold.stretches.clone(),
        }
    }
}

/// So many lone passages are shown on a small window without being asked for.
const FEW: usize = 2;

/// The entries of a sheet. What is the same is folded where only `differences` are wanted, and long runs of lone
/// passages in a `small` window; folds that hold one of `open` are open.
#[must_use]
pub fn entries(sheet: &Sheet, differences: bool, small: bool, open: &[usize]) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::with_capacity(sheet.stretches.len());
    for (at, stretch) in sheet.stretches.iter().enumerate() {
        let fold = fold(at, stretch).filter(|fold| if fold.same { differences } else { small });
        match (fold, entries.last_mut()) {
            (Some(fold), Some(Entry::Folded(last))) if last.same && fold.same => {
                last.stretches.end = fold.stretches.end;
                last.passages[0] += 1;
            }
            (Some(fold), _) => entries.push(Entry::Folded(fold)),
            (None, _) => entries.push(Entry::Shown(at)),
        }
    }
    let opened = |entry: Entry| match entry {
        Entry::Folded(fold) if open.iter().any(|at| fold.stretches.contains(at)) => {
            fold.stretches.map(Entry::Shown).collect()
        }
        entry => vec![entry],
    };
    entries.into_iter().flat_map(opened).collect()
}

/// The entry that has a stretch.
#[must_use]
pub fn entry_of(entries: &[Entry], stretch: usize) -> usize {
    entries.partition_point(|entry| entry.stretches().end <= stretch)
}

fn fold(at: usize, stretch: &Stretch) -> Option<Fold> {
    let stretches = at..at + 1;
    match stretch {
        _ if stretch.is_same() => Some(Fold { stretches, passages: vec![1], same: true }),
        Stretch::Level(_) => None,
        Stretch::Alone(columns) => {
            let count = |column: &Vec<_>| column.len();
            let passages: Vec<usize> = columns.iter().map(count).collect();
            let many = passages.iter().sum::<usize>() > FEW;
            many.then_some(Fold { stretches, passages, same: false })
        }
    }
}

#[cfg(test)]
mod tests {
    use parallax_engine::compare::{Pair, Row, Wording};

    use super::*;
    use crate::testing::{comparison, pair_at, passage_at};

    /// Two same pairs, one that differs, one same, three lone passages.
    fn sheet() -> Sheet {
        let pair = |at: u32, wording| Row::Pair(Pair { wording, ..pair_at(("a", at), ("a", at)) });
        let mut rows = vec![
            pair(0, Wording::Same),
            pair(10, Wording::Same),
            pair(20, Wording::Differs),
            pair(30, Wording::Same),
        ];
        rows.extend([40, 50, 60].map(|at| Row::OnlyRight(passage_at("x", at))));
        Sheet::of(&[&comparison(rows, Vec::new())])
    }

    fn check(differences: bool, small: bool, open: &[usize], expected: &[Range<usize>]) {
        let entries = entries(&sheet(), differences, small, open);
        assert_eq!(entries.iter().map(Entry::stretches).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn what_is_the_same_is_folded_where_differences_are_wanted() {
        check(false, false, &[], &[0..1, 1..2, 2..3, 3..4, 4..5]);
        check(true, false, &[], &[0..2, 2..3, 3..4, 4..5]);
        check(true, false, &[1], &[0..1, 1..2, 2..3, 3..4, 4..5]);
        assert_eq!(entry_of(&entries(&sheet(), true, false, &[]), 3), 2);
    }

    #[test]
    fn long_lone_runs_are_folded_in_a_small_window() {
        let small = entries(&sheet(), false, true, &[]);
        let fold = Fold { stretches: 4..5, passages: vec![0, 3], same: false };
        assert_eq!(small.last(), Some(&Entry::Folded(fold)));
        assert_eq!(entries(&sheet(), false, true, &[4]).last(), Some(&Entry::Shown(4)));
    }
}
