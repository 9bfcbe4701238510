//! Which of many ranges a position falls into: a coarse table, then a few steps.
//!
//! One table entry for some positions keeps a look-up to a few steps wherever it begins, as long as
//! ranges are not much shorter than that. Does not know what the ranges are.

use super::Position;

/// How many positions share an entry of the table: two to this power.
const COARSE: u32 = 7;

/// The starts of ranges, in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Starts {
    starts: Vec<Position>,
    /// For each run of positions how many ranges start before it.
    before: Vec<u32>,
}

impl Starts {
    pub(super) fn new(starts: impl Iterator<Item = Position>) -> Self {
        let starts: Vec<Position> = starts.collect();
        let mut before = Vec::new();
        for (number, start) in (0_u32..).zip(&starts) {
            before.resize(before.len().max((start >> COARSE) as usize + 1), number);
        }
        Self { starts, before }
    }

    /// The number of the last range that starts at `position` or before it.
    #[inline]
    pub(super) fn last(&self, position: Position) -> Option<usize> {
        let run = (position >> COARSE) as usize;
        let mut behind = self.before.get(run).map_or(self.starts.len(), |&before| before as usize);
        while self.starts.get(behind).is_some_and(|&start| start <= position) {
            behind += 1;
        }
        behind.checked_sub(1)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_last_start_is_found(
            mut starts in proptest::collection::vec(0_u32..2000, 0..40),
            position in 0_u32..2500,
        ) {
            starts.sort_unstable();
            let expected = starts.partition_point(|&start| start <= position).checked_sub(1);
            prop_assert_eq!(Starts::new(starts.into_iter()).last(position), expected);
        }
    }
}
