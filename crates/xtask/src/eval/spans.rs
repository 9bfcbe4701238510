//! Stretches of a text in code points, and how much two of them share. The measures are those of
//! `score.py`, so that figures made here can stand beside its own.

use serde::Deserialize;

/// A half-open range of code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub(super) struct Stretch {
    pub(super) start: usize,
    pub(super) end: usize,
}

/// What may stand at the edge of a quotation without being of it.
const EDGE: &str = " \n\t\r\u{a0}.,;:!?-\u{2013}\u{2014}\"'\u{201c}\u{201d}\u{2018}\u{2019}\u{ab}\u{bb}\u{2026}()[]";

impl Stretch {
    pub(super) fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    pub(super) fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// The code points that both have.
    pub(super) fn shared(self, other: Self) -> usize {
        self.end.min(other.end).saturating_sub(self.start.max(other.start))
    }

    /// Intersection over union, from 0 to 1.
    pub(super) fn likeness(self, other: Self) -> f64 {
        let shared = self.shared(other);
        if shared == 0 {
            return 0.0;
        }
        shared as f64 / (self.end.max(other.end) - self.start.min(other.start)) as f64
    }

    /// Without punctuation, marks and white space at its edges.
    pub(super) fn stripped(self, text: &[char]) -> Self {
        let edge = |at: usize| text.get(at).is_some_and(|&letter| EDGE.contains(letter));
        let (mut start, mut end) = (self.start, self.end.min(text.len()));
        while start < end && edge(start) {
            start += 1;
        }
        while end > start && edge(end - 1) {
            end -= 1;
        }
        Self { start, end: end.max(start) }
    }

    /// The words it covers.
    pub(super) fn of(self, text: &[char]) -> String {
        let end = self.end.min(text.len());
        text.get(self.start.min(end)..end).unwrap_or_default().iter().collect()
    }
}

/// Pairs up what was found with what was wanted, the most alike first, each once. Gives, for each
/// found stretch, the wanted one, where they are at least half alike.
pub(super) fn pair(found: &[Stretch], wanted: &[Stretch]) -> Vec<Option<usize>> {
    let mut likely: Vec<(f64, usize, usize)> = Vec::new();
    for (at, one) in found.iter().enumerate() {
        let alike = wanted.iter().enumerate().map(|(other, two)| (one.likeness(*two), at, other));
        likely.extend(alike.filter(|(likeness, ..)| *likeness >= 0.5));
    }
    likely.sort_by(|one, two| two.0.total_cmp(&one.0).then((two.1, two.2).cmp(&(one.1, one.2))));
    let mut pairs = vec![None; found.len()];
    let mut taken = vec![false; wanted.len()];
    for (_, at, other) in likely {
        if pairs[at].is_none() && !taken[other] {
            pairs[at] = Some(other);
            taken[other] = true;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edges_are_not_of_the_words() {
        let text: Vec<char> = " “Yes, we do,” he".chars().collect();
        assert_eq!(Stretch::new(0, 14).stripped(&text).of(&text), "Yes, we do");
        assert_eq!(Stretch::new(0, 2).stripped(&text).len(), 0);
        assert_eq!(Stretch::new(14, 99).stripped(&text).of(&text), "he");
    }

    #[test]
    fn likeness_is_intersection_over_union() {
        let (one, two) = (Stretch::new(0, 10), Stretch::new(5, 15));
        assert!((one.likeness(two) - 1.0 / 3.0).abs() < 1e-9);
        assert!(one.likeness(Stretch::new(10, 12)).abs() < 1e-9);
    }

    #[test]
    fn the_most_alike_are_paired_first_and_each_once() {
        let found = [Stretch::new(0, 8), Stretch::new(0, 10), Stretch::new(50, 60)];
        let wanted = [Stretch::new(0, 10), Stretch::new(53, 80)];
        assert_eq!(pair(&found, &wanted), [None, Some(0), None]);
    }
}
