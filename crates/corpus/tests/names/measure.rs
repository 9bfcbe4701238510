//! Precision and recall, and what was missed or wrong, for a failing test to show.

use std::collections::BTreeSet;

/// What was found of what there is.
#[derive(Default)]
pub(crate) struct Measure {
    right: usize,
    wrong: Vec<String>,
    missed: Vec<String>,
}

impl Measure {
    /// Counts what is found against what is there.
    pub(crate) fn sets(found: &BTreeSet<String>, gold: &BTreeSet<String>) -> Self {
        Self {
            right: found.intersection(gold).count(),
            wrong: found.difference(gold).cloned().collect(),
            missed: gold.difference(found).cloned().collect(),
        }
    }

    /// The share of what is found that is right.
    pub(crate) fn precision(&self) -> f64 {
        share(self.right, self.wrong.len())
    }

    /// The share of what is there that is found.
    pub(crate) fn recall(&self) -> f64 {
        share(self.right, self.missed.len())
    }

    /// Asserts that both are at least `least`.
    #[track_caller]
    pub(crate) fn check(&self, what: &str, least: f64) {
        let (precision, recall) = (self.precision(), self.recall());
        println!("{what}: precision {precision:.3}, recall {recall:.3}");
        assert!(
            precision >= least && recall >= least,
            "{what}: precision {precision:.3} (wrong: {:#?}), recall {recall:.3} (missed: {:#?})",
            self.wrong,
            self.missed,
        );
    }
}

fn share(right: usize, other: usize) -> f64 {
    let part = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    if right == 0 { 0.0 } else { part(right) / part(right + other) }
}
