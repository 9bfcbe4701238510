//! Two articles side by side: which passages answer each other, and where their words differ.
//!
//! Passages are paired first, and words compared only inside a pair. Knows articles, quotations,
//! utterances and word forms; does not know how the columns are drawn.

mod align;
mod apparatus;
mod clip;
mod comparison;
mod core;
mod days;
mod diff;
mod disagree;
#[cfg(test)]
mod five_tests;
mod ladder;
mod lookup;
mod numbers;
mod only;
mod order;
mod passages;
#[cfg(test)]
mod tests;
mod vocabulary;
mod weights;
mod witness;

pub use apparatus::{Apparatus, Change, Place, Variant};
pub use clip::{Clip, Kept};
pub use comparison::{
    ComparedPiece, Comparison, Disagreement, Link, Pair, Passage, Reason, Relation, Row, TermKind,
    Value, Wording,
};
pub(crate) use core::common;
pub use core::{Common, Core};
pub use ladder::{Ladder, Named, Rung, Step, Verb};
pub(crate) use only::contrast;
pub use only::{Contrast, Evidence, Item, ItemKind, Reach, Report, Sought};
pub use witness::Witness;
pub(crate) use witness::all as witnesses;

use crate::collection::Segment;
use align::Matched;
use passages::Side;
use vocabulary::Vocabulary;

/// Two articles, each by its segment and its index: every passage of both once, paired or alone, in
/// reading order; and, where they are compared `CLOSELY`, all pairs of passages that answer each other, with
/// what they disagree about.
///
/// Costs n log n in the passages: no passage meets all of the other article's.
#[must_use]
pub fn rows<const CLOSELY: bool>(
    left: (&Segment, usize),
    right: (&Segment, usize),
) -> (Vec<Row>, Vec<Link>) {
    let mut vocabulary = Vocabulary::default();
    let mut side = |article| passages::of(article, &mut vocabulary);
    let (left, right) = (side(left), side(right));
    let matches = align::pairs(&left, &right, vocabulary.terms());
    let links = match CLOSELY {
        true => matches.iter().map(|matched| link(&left, &right, matched)).collect(),
        false => Vec::new(),
    };
    let level: Vec<Matched> = matches.into_iter().filter(|matched| matched.level).collect();
    let places = order::rows(left.passages.len(), right.passages.len(), &level);
    (places.into_iter().map(|place| row(&left, &right, &level, place)).collect(), links)
}

fn link(left: &Side<'_>, right: &Side<'_>, matched: &Matched) -> Link {
    Link {
        left: left.passages[matched.left].span,
        right: right.passages[matched.right].span,
        relation: relation(left, right, matched),
        score: matched.score,
        reasons: matched.reasons.clone(),
        moved: matched.moved,
        disagreements: disagree::between(
            (left, matched.left),
            (right, matched.right),
            matched.score,
        ),
    }
}

/// What the quotations in two linked passages say of them. Which quotations are one utterance is known within
/// a pack only.
fn relation(left: &Side<'_>, right: &Side<'_>, matched: &Matched) -> Relation {
    let uttered = |reason: &Reason| matches!(reason, Reason::Utterance(_));
    let stated = left.states(matched.left) && right.states(matched.right);
    match matched.reasons.iter().any(uttered) {
        true => Relation::SameUtterance,
        false if stated && left.is_packed_with(right) => Relation::Related,
        false => Relation::Wording,
    }
}

fn row(left: &Side<'_>, right: &Side<'_>, level: &[Matched], place: order::Place) -> Row {
    match place {
        order::Place::Left(at) => Row::OnlyLeft(left.whole(at)),
        order::Place::Right(at) => Row::OnlyRight(right.whole(at)),
        order::Place::Pair(matched) => {
            let found = &level[matched];
            let diff = diff::words(&left.passages[found.left], &right.passages[found.right]);
            Row::Pair(Pair {
                left: left.compared(found.left, &diff.left),
                right: right.compared(found.right, &diff.right),
                score: found.score,
                reasons: found.reasons.iter().filter_map(Reason::in_words).collect(),
                wording: diff.wording,
                moved: found.moved,
            })
        }
    }
}
