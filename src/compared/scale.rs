//! The whole comparison on a narrow strip: how long each stretch is there, and what each column has in it.
//!
//! Lengths are letters, which follow what is drawn closely enough and are known before it is.

use parallax_engine::compare::{Passage, Wording};

use super::sheet::{Lone, Sheet, Stretch};

/// A stretch is at least as long as one of so many letters.
const LEAST: usize = 60;

/// The strip.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scale {
    /// Where each stretch begins, and at last where the strip ends.
    pub starts: Vec<usize>,
    /// What is drawn, from the top to the end.
    pub bars: Vec<Bar>,
}

/// What one column has in a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// The stretch.
    pub stretch: usize,
    /// The column.
    pub column: usize,
    /// What it has.
    pub ink: Ink,
}

/// What is told apart on the strip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Words that are shared, but for a few.
    Shared,
    /// The same in other words.
    Reworded,
    /// No match found.
    Only,
}

impl Scale {
    /// The strip of a sheet.
    #[must_use]
    pub fn of(sheet: &Sheet) -> Self {
        let mut scale = Self { starts: vec![0], bars: Vec::new() };
        for (at, stretch) in sheet.stretches.iter().enumerate() {
            let start = scale.length();
            scale.starts.push(start + length(stretch));
            let bar = |(column, ink)| Bar { stretch: at, column, ink };
            scale.bars.extend(inks(stretch).into_iter().map(bar));
        }
        scale
    }

    /// How long the strip is.
    #[must_use]
    pub fn length(&self) -> usize {
        self.starts.last().copied().unwrap_or_default()
    }

    /// The stretch at a part of the strip, from 0 to 1, and at which part of it.
    #[must_use]
    pub fn place_at(&self, part: f64) -> (usize, f64) {
        let at = part.clamp(0.0, 1.0) * self.length() as f64;
        let behind = self.starts.partition_point(|start| *start as f64 <= at);
        let stretch = behind.saturating_sub(1).min(self.starts.len().saturating_sub(2));
        let end = |at: usize| self.starts.get(at).map_or(0.0, |it| *it as f64);
        let (from, to) = (end(stretch), end(stretch + 1));
        (stretch, (at - from) / (to - from).max(1.0))
    }
}

fn length(stretch: &Stretch) -> usize {
    let longest = match stretch {
        Stretch::Level(_) => {
            stretch.passages().iter().map(|(_, told)| letters(&told.passage)).max()
        }
        Stretch::Alone(columns) => columns.iter().map(|column| column_length(column)).max(),
    };
    longest.unwrap_or_default().max(LEAST)
}

fn column_length(column: &[Lone]) -> usize {
    column.iter().map(|lone| lone.passage().map_or(LEAST, |told| letters(&told.passage))).sum()
}

fn letters(passage: &Passage) -> usize {
    passage.span.len().max(LEAST)
}

fn inks(stretch: &Stretch) -> Vec<(usize, Ink)> {
    match stretch {
        Stretch::Level(level) => {
            let wording = |wording: Wording| match wording {
                Wording::Same | Wording::Differs => Ink::Shared,
                Wording::Reworded => Ink::Reworded,
            };
            let answers = level.answers.iter().enumerate();
            let answers: Vec<(usize, Ink)> = answers
                .filter_map(|(at, it)| Some((at + 1, wording(it.as_ref()?.wording))))
                .collect();
            let shared = answers.iter().any(|(_, ink)| *ink == Ink::Shared);
            let base = if shared { Ink::Shared } else { Ink::Reworded };
            std::iter::once((0, base)).chain(answers).collect()
        }
        Stretch::Alone(columns) => {
            let columns = columns.iter().enumerate();
            let alone = |lone: &Lone| lone.passage().is_some();
            columns.filter(|(_, it)| it.iter().any(alone)).map(|(at, _)| (at, Ink::Only)).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use parallax_engine::compare::Row;

    use super::*;
    use crate::testing::{comparison, pair_at, passage_at};

    #[test]
    fn every_stretch_has_its_place_on_the_strip() {
        let long = "x".repeat(180);
        let rows = vec![
            Row::Pair(pair_at(("a", 0), ("b", 0))),
            Row::OnlyRight(passage_at(&long, 10)),
            Row::Pair(pair_at(("a", 300), ("b", 300))),
        ];
        let scale = Scale::of(&Sheet::of(&[&comparison(rows, Vec::new())]));
        assert_eq!(scale.starts, [0, 60, 240, 300]);
        assert_eq!(scale.bars.len(), 5);
        assert_eq!(scale.bars[2], Bar { stretch: 1, column: 1, ink: Ink::Only });
        let at = |part| scale.place_at(part);
        assert_eq!((at(-1.0), at(0.1), at(0.5)), ((0, 0.0), (0, 0.5), (1, 0.5)));
        assert_eq!((at(0.9), at(1.0)), ((2, 0.5), (2, 1.0)));
        assert_eq!(Scale::default().place_at(0.5), (0, 0.0));
    }
}
