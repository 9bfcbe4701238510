//! Judges the pairs that were found between a report and its retelling.
//!
//! Which pairs moved is not always sure: of two that crossed, either did. So a pair is sure to have
//! moved if no longest run of pairs in one order has it, and sure to have stayed if all have it; only
//! those are judged.

use std::collections::BTreeMap;

use parallax_engine::{
    compare::{Link, Value},
    span::Span,
};

use super::Case;

/// How many pairs were found, were right, and were to be found; the same of those that moved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Found.
    pub found: usize,
    /// Found and right.
    pub right: usize,
    /// To be found.
    pub wanted: usize,
    /// Of the right ones, those that are said to have moved.
    pub moved_found: usize,
    /// Of these, those that did not surely stay.
    pub moved_right: usize,
    /// To be found, and surely moved.
    pub moved_wanted: usize,
    /// Of these, those that were found, and as moved.
    pub moved_kept: usize,
}

impl Tally {
    /// This and the judgement of one more case.
    #[must_use]
    pub fn with(mut self, case: &Case, links: &[Link]) -> Self {
        let moves = moves(&case.pairs);
        let mut found: BTreeMap<(usize, usize), bool> = BTreeMap::new();
        for link in links {
            let [left, right] = &case.sentences;
            let place = place(left, link.left).zip(place(right, link.right));
            let Some(place) = place else { continue };
            *found.entry(place).or_default() |= link.moved;
        }
        self.found += found.len();
        self.wanted += case.pairs.len();
        for (pair, moves) in case.pairs.iter().zip(&moves) {
            let link = found.get(pair).copied();
            self.right += usize::from(link.is_some());
            let moved = link == Some(true);
            self.moved_found += usize::from(moved);
            self.moved_right += usize::from(moved && *moves != Moves::Stayed);
            self.moved_wanted += usize::from(*moves == Moves::Moved);
            self.moved_kept += usize::from(moved && *moves == Moves::Moved);
        }
        self
    }

    /// The parts of what was found that is right, and of what was to be found that was found, of all
    /// pairs and of those that moved: precision and recall, twice, in hundredths.
    #[must_use]
    pub fn parts(&self) -> [f32; 4] {
        let part = |some: usize, all: usize| some as f32 * 100.0 / all.max(1) as f32;
        [
            part(self.right, self.found),
            part(self.right, self.wanted),
            part(self.moved_right, self.moved_found),
            part(self.moved_kept, self.moved_wanted),
        ]
    }
}

/// How many disagreements were found, were planted, and both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Disputed {
    /// Found.
    pub found: usize,
    /// Found where one of the kind was planted.
    pub right: usize,
    /// Planted.
    pub wanted: usize,
}

impl Disputed {
    /// This and the judgement of one more case.
    #[must_use]
    pub fn with(mut self, case: &Case, links: &[Link]) -> Self {
        let [left, right] = &case.sentences;
        let mut open = case.planted.clone();
        self.wanted += open.len();
        for link in links {
            let place = place(left, link.left).zip(place(right, link.right));
            for disagreement in &link.disagreements {
                self.found += 1;
                let planted = |it: &(_, Value)| Some(it.0) == place && it.1 == disagreement.kind;
                if let Some(at) = open.iter().position(planted) {
                    open.swap_remove(at);
                    self.right += 1;
                }
            }
        }
        self
    }

    /// Precision and recall, in hundredths.
    #[must_use]
    pub fn parts(&self) -> [f32; 2] {
        [self.found, self.wanted].map(|all| self.right as f32 * 100.0 / all.max(1) as f32)
    }
}

/// The pairs of sentences that were not found, and those that are wrong, as their words.
#[must_use]
pub fn mistakes(case: &Case, links: &[Link]) -> Vec<String> {
    let [left, right] = &case.sentences;
    let places = |link: &Link| place(left, link.left).zip(place(right, link.right));
    let found: Vec<(usize, usize)> = links.iter().filter_map(places).collect();
    let words = |kind: &str, (one, other): (usize, usize)| {
        let [one, other] = [left[one].of(&case.report.text), right[other].of(&case.retold.text)];
        format!("{kind}\n  {one}\n  {other}")
    };
    let missed = case.pairs.iter().filter(|pair| !found.contains(pair));
    let wrong = found.iter().filter(|pair| !case.pairs.contains(pair));
    missed
        .map(|pair| words("missed", *pair))
        .chain(wrong.map(|pair| words("wrong", *pair)))
        .collect()
}

/// The sentence that has the middle of a passage.
fn place(sentences: &[Span], passage: Span) -> Option<usize> {
    let middle = passage.start.midpoint(passage.end);
    sentences.iter().position(|it| it.start <= middle && middle < it.end)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Moves {
    Stayed,
    Either,
    Moved,
}

/// Which pairs, in order, moved.
fn moves(pairs: &[(usize, usize)]) -> Vec<Moves> {
    let rights: Vec<usize> = pairs.iter().map(|pair| pair.1).collect();
    let ahead = runs(&rights);
    let mirrored: Vec<usize> = rights.iter().rev().map(|right| usize::MAX - right).collect();
    let mut behind = runs(&mirrored);
    behind.reverse();
    let longest = ahead.iter().copied().max().unwrap_or_default();
    let on_longest = |at: usize| ahead[at] + behind[at] == longest + 1;
    let alone = |at: usize| {
        (0..pairs.len()).filter(|&it| on_longest(it) && ahead[it] == ahead[at]).count() == 1
    };
    (0..pairs.len())
        .map(|at| match (on_longest(at), alone(at)) {
            (false, _) => Moves::Moved,
            (true, true) => Moves::Stayed,
            (true, false) => Moves::Either,
        })
        .collect()
}

/// How long the longest run that never falls is that ends at each number. Costs the square.
fn runs(numbers: &[usize]) -> Vec<usize> {
    let mut runs: Vec<usize> = Vec::with_capacity(numbers.len());
    for (at, number) in numbers.iter().enumerate() {
        let before = (0..at).filter(|&it| numbers[it] <= *number).map(|it| runs[it]);
        runs.push(before.max().unwrap_or_default() + 1);
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_moved_is_told_from_what_may_have() {
        use Moves::{Either, Moved, Stayed};
        let table: [(&[usize], &[Moves]); 4] = [
            (&[0, 1, 2], &[Stayed, Stayed, Stayed]),
            (&[0, 2, 3, 1], &[Stayed, Stayed, Stayed, Moved]),
            (&[1, 0], &[Either, Either]),
            (&[0, 0, 1], &[Stayed, Stayed, Stayed]),
        ];
        for (rights, expected) in table {
            let pairs: Vec<_> = rights.iter().copied().enumerate().collect();
            assert_eq!(moves(&pairs), expected, "{rights:?}");
        }
    }
}
