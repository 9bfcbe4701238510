//! From one difference to the next.

use super::sheet::Sheet;

/// Which way to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Towards the end.
    Next,
    /// Towards the beginning.
    Previous,
}

/// The difference that follows, or precedes, the stretch `from`: its stretch, its number from 1, and how many
/// there are. None at the end. `at` tells whether the reader is at `from` itself, or just before it.
#[must_use]
pub fn difference(
    sheet: &Sheet,
    from: usize,
    at: bool,
    step: Step,
) -> Option<(usize, usize, usize)> {
    let stretches = sheet.stretches.iter().enumerate();
    let all: Vec<usize> =
        stretches.filter(|(_, stretch)| !stretch.is_same()).map(|(at, _)| at).collect();
    let number = match step {
        Step::Next => all.partition_point(|&it| if at { it <= from } else { it < from }),
        Step::Previous => all.partition_point(|&it| it < from).checked_sub(1)?,
    };
    Some((*all.get(number)?, number + 1, all.len()))
}

#[cfg(test)]
mod tests {
    use parallax_engine::compare::{Pair, Row, Wording};

    use super::*;
    use crate::testing::{comparison, pair_at};

    #[test]
    fn same_passages_are_passed_over() {
        let pair = |(at, wording)| Row::Pair(Pair { wording, ..pair_at(("a", at), ("a", at)) });
        let wordings = [Wording::Differs, Wording::Same, Wording::Reworded, Wording::Same];
        let rows = (0..).map(|at| at * 10).zip(wordings).map(pair).collect();
        let sheet = Sheet::of(&[&comparison(rows, Vec::new())]);
        let check = |from, at, step, expected| {
            assert_eq!(difference(&sheet, from, at, step), expected, "{from} {step:?}");
        };
        check(0, false, Step::Next, Some((0, 1, 2)));
        check(0, true, Step::Next, Some((2, 2, 2)));
        check(2, true, Step::Next, None);
        check(3, true, Step::Previous, Some((2, 2, 2)));
        check(2, true, Step::Previous, Some((0, 1, 2)));
        check(0, true, Step::Previous, None);
    }
}
