//! Two articles side by side: which passages answer each other, and where their words differ.
//!
//! Passages are paired first, and words compared only inside a pair. Knows articles, quotations,
//! utterances and word forms; does not know how the columns are drawn.

mod align;
mod comparison;
mod diff;
mod order;
mod passages;
#[cfg(test)]
mod tests;
mod vocabulary;

pub use comparison::{ComparedPiece, Comparison, Pair, Passage, Row, Wording};

use crate::collection::Segment;
use vocabulary::Vocabulary;

/// Every passage of the two articles (each by its segment and its index), paired or alone, in reading
/// order.
///
/// Near linear in the passages: only those that share a content word are weighed.
#[must_use]
pub fn rows(left: (&Segment, usize), right: (&Segment, usize)) -> Vec<Row> {
    let mut vocabulary = Vocabulary::default();
    let mut side = |article| passages::of(article, &mut vocabulary);
    let (left_side, right_side) = (side(left), side(right));
    let matches = align::pairs(&left_side, &right_side, vocabulary.stems());
    order::merge(&left_side.passages, &right_side.passages, &matches)
        .into_iter()
        .map(|place| row(&left_side, &right_side, &matches, &place))
        .collect()
}

fn row(
    left: &passages::Side<'_>,
    right: &passages::Side<'_>,
    matches: &[align::Matched],
    place: &order::Place,
) -> Row {
    match *place {
        order::Place::Left(at) => Row::OnlyLeft(left.whole(at)),
        order::Place::Right(at) => Row::OnlyRight(right.whole(at)),
        order::Place::Pair { matched, moved } => {
            let found = &matches[matched];
            let diff = diff::words(&left.passages[found.left], &right.passages[found.right]);
            Row::Pair(Pair {
                left: left.compared(found.left, &diff.left),
                right: right.compared(found.right, &diff.right),
                score: found.score,
                reasons: found.reasons.clone(),
                wording: diff.wording,
                moved,
            })
        }
    }
}
