//! Which of many ranges a position falls into: a coarse table, then a few steps.
//!
//! One table entry for some positions keeps a look-up to a few steps wherever it begins, as long as
//! ranges are not much shorter than that. Does not know what the ranges are.

use super::Position;

/// How many positions share an entry of the table: two to this power.
const COARSE: u32 = 7;

/// A coarse table over ranges, which are in the order of their starts.
#[derive(Clone, Debug, Default)]
pub(super) struct Coarse {
    /// For each run of positions how many ranges start before it.
    before: Vec<u32>,
}

impl Coarse {
    /// The table of ranges with these starts.
    pub(super) fn new(starts: impl Iterator<Item = Position>) -> Self {
        let mut before = Vec::new();
        for (number, start) in (0_u32..).zip(starts) {
            before.resize(before.len().max((start >> COARSE) as usize + 1), number);
        }
        before.shrink_to_fit();
        Self { before }
    }

    /// The number of the last of the `ranges` that starts at `position` or before it.
    #[inline]
    pub(super) fn last<R>(
        &self,
        position: Position,
        ranges: &[R],
        start: impl Fn(&R) -> Position,
    ) -> Option<usize> {
        let run = (position >> COARSE) as usize;
        let mut behind = self.before.get(run).map_or(ranges.len(), |&before| before as usize);
        // The next one starts before or not, as chance has it: added up, that costs no guess.
        behind += usize::from(ranges.get(behind).is_some_and(|range| start(range) <= position));
        while ranges.get(behind).is_some_and(|range| start(range) <= position) {
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
            let coarse = Coarse::new(starts.iter().copied());
            prop_assert_eq!(coarse.last(position, &starts, |&start| start), expected);
        }
    }
}
