//! An article to be read: its text as received, and what is marked in it.
//!
//! Does not know how it is shown.

use crate::{
    article::Article,
    order::sort_by_key,
    quote::Quotation,
    search::{ArticleCard, QuoteCard},
    span::Span,
};

/// An article to be read: its card, its text as received, and what is marked in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// What lists show of it.
    pub card: ArticleCard,
    /// What the document says of itself, each with its evidence.
    pub article: Article,
    /// The document as received, byte for byte.
    pub source: String,
    /// Its quotations, in order.
    pub quotes: Vec<QuoteCard>,
    /// The stretches to mark, in order, never overlapping.
    pub marks: Vec<ReadingMark>,
    /// Other articles that report the same event.
    pub others: Vec<ArticleCard>,
}

/// A marked stretch of a reading: a part of a quotation, marks included, or what a quotation inside
/// it leaves of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadingMark {
    /// Where, with the quotation marks.
    pub outer: Span,
    /// Which quotation, as an index into [`Reading::quotes`].
    pub quote: usize,
}

/// The parts of an article's quotations with their marks, in order and never overlapping: words that
/// are quoted inside a quotation belong to the inner one.
pub(crate) fn marks(quotations: &[Quotation]) -> Vec<ReadingMark> {
    let mut parts: Vec<ReadingMark> = (0..)
        .zip(quotations)
        .flat_map(|(quote, of)| {
            of.parts.iter().map(move |part| ReadingMark { outer: part.outer, quote })
        })
        .collect();
    sort_by_key(&mut parts, |mark| (mark.outer.start, std::cmp::Reverse(mark.outer.end)));
    flatten(&parts)
}

/// Cuts outer stretches around inner ones; the stretches come in order, outer before inner.
fn flatten(parts: &[ReadingMark]) -> Vec<ReadingMark> {
    let mut flat = Flat::default();
    for &part in parts {
        flat.close_before(part.outer.start);
        flat.open(part);
    }
    flat.close_before(u32::MAX);
    flat.marks
}

/// Marks being cut: what is open, and how far everything is told.
#[derive(Default)]
struct Flat {
    marks: Vec<ReadingMark>,
    open: Vec<ReadingMark>,
    told: u32,
}

impl Flat {
    /// Ends what ends up to `at`.
    fn close_before(&mut self, at: u32) {
        while let Some(inner) = self.open.pop_if(|mark| mark.outer.end <= at) {
            self.tell(inner.outer.end, inner.quote);
        }
    }

    fn open(&mut self, mut part: ReadingMark) {
        if let Some(around) = self.open.last().copied() {
            self.tell(part.outer.start, around.quote);
            // A stretch that reaches out of the one around it ends with it.
            part.outer.end = part.outer.end.min(around.outer.end);
        }
        self.told = self.told.max(part.outer.start);
        self.open.push(part);
    }

    /// Gives what is not told yet, up to `to`, to `quote`.
    fn tell(&mut self, to: u32, quote: usize) {
        if self.told < to {
            self.marks.push(ReadingMark { outer: Span { start: self.told, end: to }, quote });
            self.told = to;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn mark(start: u32, end: u32, quote: usize) -> ReadingMark {
        ReadingMark { outer: Span { start, end }, quote }
    }

    #[test]
    fn an_inner_quotation_cuts_the_one_around_it() {
        let flat = flatten(&[mark(0, 30, 0), mark(10, 20, 1), mark(40, 50, 2)]);
        assert_eq!(flat, [mark(0, 10, 0), mark(10, 20, 1), mark(20, 30, 0), mark(40, 50, 2)]);
    }

    #[test]
    fn quotations_side_by_side_stay_as_they_are() {
        let parts = [mark(0, 10, 0), mark(10, 20, 0), mark(25, 30, 1)];
        assert_eq!(flatten(&parts), parts);
    }

    proptest! {
        #[test]
        fn marks_are_in_order_and_never_overlap(
            mut parts in proptest::collection::vec((0u32..40, 1u32..20), 0..12),
        ) {
            parts.sort_by_key(|&(start, length)| (start, std::cmp::Reverse(start + length)));
            let parts: Vec<_> =
                (0..).zip(parts).map(|(at, (start, length))| mark(start, start + length, at)).collect();
            let flat = flatten(&parts);
            prop_assert!(flat.iter().all(|mark| !mark.outer.is_empty()));
            prop_assert!(flat.windows(2).all(|two| two[0].outer.end <= two[1].outer.start));
        }
    }
}
