//! Runs of some lengths, one behind the other, as parts of a whole.

/// Runs of some lengths.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Runs {
    /// Where each begins, and at last where all end.
    ends: Vec<f64>,
}

impl Runs {
    /// Runs of these lengths.
    #[must_use]
    pub fn new(lengths: &[usize]) -> Self {
        let whole = lengths.iter().sum::<usize>().max(1) as f64;
        let mut sum = 0;
        let ends = lengths.iter().map(|length| {
            sum += length;
            sum as f64 / whole
        });
        Self { ends: std::iter::once(0.0).chain(ends).collect() }
    }

    /// Where a run begins, and how long it is.
    #[must_use]
    pub fn place(&self, run: usize) -> (f64, f64) {
        let at = |run: usize| self.ends.get(run).or(self.ends.last()).copied().unwrap_or_default();
        (at(run), at(run + 1) - at(run))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn runs_follow_on_each_other() {
        let runs = Runs::new(&[1, 2, 1]);
        assert_eq!(
            [0, 1, 2, 9].map(|run| runs.place(run)),
            [(0.0, 0.25), (0.25, 0.5), (0.75, 0.25), (1.0, 0.0)]
        );
        assert_eq!(Runs::new(&[]).place(0), (0.0, 0.0));
    }

    proptest! {
        #[test]
        fn a_longer_run_is_never_shorter(lengths in proptest::collection::vec(1_usize..999, 1..40)) {
            let runs = Runs::new(&lengths);
            for one in 0..lengths.len() {
                let (start, long) = runs.place(one);
                prop_assert!(long > 0.0 && start + long <= 1.000_001);
                for other in 0..lengths.len() {
                    let shorter = runs.place(other).1;
                    prop_assert!(lengths[other] > lengths[one] || shorter <= long + 1e-9);
                }
            }
        }
    }
}
