//! Puts paired and lone passages into rows that read well in both columns.
//!
//! The rows follow the left article. Pairs that stand in the same order in both articles (a longest
//! rising run of them; Fredman 1975) are the anchors; lone passages of the right article stand
//! right behind the anchor that they follow there, beside what the left article has next; a pair out
//! of order is shown where the left has it.

use super::align::Matched;

/// What stands in a row: passages and matches by index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Left(usize),
    Right(usize),
    Pair(usize),
}

/// The rows of two articles of so many passages; `matches` are ordered by their left passage, and each
/// passage is in at most one.
pub(super) fn rows(left: usize, right: usize, matches: &[Matched]) -> Vec<Place> {
    let mut paired_right = vec![false; right];
    for matched in matches {
        paired_right[matched.right] = true;
    }
    let mut lone = (0..right).filter(|&at| !paired_right[at]).peekable();
    // The right ends of the anchors still to come, and with them how far the right may run ahead.
    let mut anchors = matches.iter().filter(|it| !it.moved).map(|it| it.right);
    let mut rows = Vec::with_capacity(left + right);
    let mut run_to = |limit: usize, rows: &mut Vec<Place>| {
        while let Some(at) = lone.next_if(|&at| at < limit) {
            rows.push(Place::Right(at));
        }
    };
    run_to(anchors.next().unwrap_or(right), &mut rows);
    let mut next_pair = 0;
    for at in 0..left {
        let Some(matched) = matches.get(next_pair).filter(|it| it.left == at) else {
            rows.push(Place::Left(at));
            continue;
        };
        rows.push(Place::Pair(next_pair));
        if !matched.moved {
            run_to(anchors.next().unwrap_or(right), &mut rows);
        }
        next_pair += 1;
    }
    rows
}

/// Marks the pairs that are not in a longest run of pairs in the same order on both sides; they are
/// ordered by left and right passage, and a passage may be in several.
pub(super) fn mark_moved(matches: &mut [Matched]) {
    let in_order = longest_rising(&matches.iter().map(|it| it.right).collect::<Vec<_>>());
    for (matched, in_order) in matches.iter_mut().zip(in_order) {
        matched.moved = !in_order;
    }
}

/// Which of the numbers belong to a longest run that never falls. Costs n log n.
fn longest_rising(numbers: &[usize]) -> Vec<bool> {
    let mut tails: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(numbers.len());
    for (at, number) in numbers.iter().enumerate() {
        let length = tails.partition_point(|&tail| numbers[tail] <= *number);
        before.push(length.checked_sub(1).map(|shorter| tails[shorter]));
        match tails.get_mut(length) {
            Some(tail) => *tail = at,
            None => tails.push(at),
        }
    }
    let mut belongs = vec![false; numbers.len()];
    let mut next = tails.last().copied();
    while let Some(at) = next {
        belongs[at] = true;
        next = before[at];
    }
    belongs
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Pairs of these passages, with what moved marked.
    fn matches(pairs: &[(usize, usize)]) -> Vec<Matched> {
        let matched =
            |&(left, right): &(usize, usize)| Matched { left, right, ..Matched::default() };
        let mut matches: Vec<Matched> = pairs.iter().map(matched).collect();
        mark_moved(&mut matches);
        matches
    }

    #[test]
    fn lone_passages_stand_where_their_article_has_them() {
        let expected =
            [Place::Right(0), Place::Left(0), Place::Pair(0), Place::Right(2), Place::Left(2)];
        assert_eq!(rows(3, 3, &matches(&[(1, 1)])), expected);
    }

    #[test]
    fn a_pair_out_of_order_is_moved() {
        let moved = |pairs| matches(pairs).iter().map(|it| it.moved).collect::<Vec<bool>>();
        assert_eq!(moved(&[(0, 2), (1, 0), (2, 1)]), [true, false, false]);
        assert_eq!(moved(&[(0, 0), (1, 1), (2, 2)]), [false, false, false]);
        assert_eq!(moved(&[(0, 0), (0, 1), (1, 1), (2, 0)]), [false, false, false, true]);
    }

    proptest! {
        #[test]
        fn every_passage_stands_once(
            rights in proptest::collection::btree_set(0usize..12, 0..12),
            lefts in proptest::collection::btree_set(0usize..12, 0..12),
        ) {
            let pairs: Vec<_> = lefts.into_iter().zip(rights.into_iter().rev()).collect();
            let places = rows(12, 12, &matches(&pairs));
            let mut left: Vec<usize> = Vec::new();
            let mut right: Vec<usize> = Vec::new();
            for place in places {
                match place {
                    Place::Left(at) => left.push(at),
                    Place::Right(at) => right.push(at),
                    Place::Pair(matched) => {
                        left.push(pairs[matched].0);
                        right.push(pairs[matched].1);
                    }
                }
            }
            prop_assert_eq!(left, (0..12).collect::<Vec<_>>());
            right.sort_unstable();
            prop_assert_eq!(right, (0..12).collect::<Vec<_>>());
        }
    }
}
