//! Cuts a document at the edges of its blocks, its quotations and the stretch pointed to, so that
//! it can be shown in pieces that together are the document, byte for byte.
//!
//! Pure; does not know how pieces look.

use parallax_engine::{
    ReadingMark,
    article::{Block, BlockKind},
    order::sort_by,
    span::Span,
};

/// A stretch of a document that is one thing all the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Where it stands in the document as received.
    pub span: Span,
    /// The kind of block that it stands in; none between blocks.
    pub block: Option<BlockKind>,
    /// Whether it opens its block.
    pub opens_block: bool,
    /// The quotation that it belongs to, as an index.
    pub quote: Option<usize>,
    /// Whether it opens its marked part of the quotation.
    pub opens_quote: bool,
    /// Whether the address points to it.
    pub pointed: bool,
}

/// The stretches of `whole`, in order, without gap or overlap. `blocks` and `marks` are in order and never overlap.
/// Costs what lies within.
#[must_use]
pub fn stretches(
    whole: Span,
    blocks: &[Block],
    marks: &[ReadingMark],
    pointed: Option<Span>,
) -> Vec<Stretch> {
    let edges = edges(whole, blocks, marks, pointed);
    edges.windows(2).map(|edge| stretch(edge[0], edge[1], blocks, marks, pointed)).collect()
}

fn edges(whole: Span, blocks: &[Block], marks: &[ReadingMark], pointed: Option<Span>) -> Vec<u32> {
    let spans = near(whole, blocks, |block| block.span).map(|block| block.span);
    let marks = near(whole, marks, |mark| mark.outer).map(|mark| mark.outer);
    let mut edges: Vec<u32> = spans
        .chain(marks)
        .chain(pointed)
        .chain([whole])
        .flat_map(|span| [span.start, span.end])
        .filter(|&at| whole.start <= at && at <= whole.end)
        .collect();
    sort_by(&mut edges, Ord::cmp);
    edges.dedup();
    edges
}

/// Those of `all`, which are in order and never overlap, that touch `whole`.
fn near<T>(whole: Span, all: &[T], span: impl Fn(&T) -> Span) -> impl Iterator<Item = &T> {
    let first = all.partition_point(|it| span(it).end < whole.start);
    all.iter().skip(first).take_while(move |it| span(it).start <= whole.end)
}

fn stretch(
    start: u32,
    end: u32,
    blocks: &[Block],
    marks: &[ReadingMark],
    pointed: Option<Span>,
) -> Stretch {
    let span = Span { start, end };
    // The first that ends later is the only candidate.
    let block = blocks.get(blocks.partition_point(|block| block.span.end <= start));
    let block = block.filter(|block| block.span.contains(span));
    let mark = marks.get(marks.partition_point(|mark| mark.outer.end <= start));
    let mark = mark.filter(|mark| mark.outer.contains(span));
    Stretch {
        span,
        block: block.map(|block| block.kind),
        opens_block: block.is_some_and(|block| block.span.start == start),
        quote: mark.map(|mark| mark.quote),
        opens_quote: mark.is_some_and(|mark| mark.outer.start == start),
        pointed: pointed.is_some_and(|pointed| pointed.contains(span)),
    }
}

/// `span` widened to the edges of characters, and cut to the text: any numbers in an address give
/// a stretch that can be shown. None where it lies outside the text.
#[must_use]
pub fn fitting(span: Span, source: &str) -> Option<Span> {
    let len = source.len();
    let start = (0..=span.range().start.min(len)).rev().find(|&at| source.is_char_boundary(at))?;
    let end = (span.range().end.min(len)..=len).find(|&at| source.is_char_boundary(at))?;
    (start < end).then(|| Span::new(start, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "menu\n\nHe said “yes” and “no”.\n";

    fn blocks() -> Vec<Block> {
        use parallax_engine::article::Furniture;
        let menu = BlockKind::Furniture(Furniture::Navigation);
        let text = Span::new(6, SOURCE.len() - 1);
        vec![
            Block { span: Span::new(0, 4), kind: menu },
            Block { span: text, kind: BlockKind::Paragraph },
        ]
    }

    fn marks() -> Vec<ReadingMark> {
        let mark = |words: &str, quote| {
            let start = SOURCE.find(words).unwrap();
            ReadingMark { outer: Span::new(start, start + words.len()), quote }
        };
        vec![mark("“yes”", 0), mark("“no”", 1)]
    }

    fn words(stretches: &[Stretch]) -> Vec<&'static str> {
        stretches.iter().map(|stretch| stretch.span.of(SOURCE)).collect()
    }

    #[test]
    fn together_the_stretches_are_the_document() {
        let whole = Span::new(0, SOURCE.len());
        for pointed in [None, Some(Span::new(2, 20)), Some(Span::new(0, SOURCE.len()))] {
            let all = stretches(whole, &blocks(), &marks(), pointed);
            assert_eq!(words(&all).concat(), SOURCE, "{pointed:?}");
        }
    }

    #[test]
    fn a_block_is_cut_at_its_quotations() {
        let all = stretches(blocks()[1].span, &blocks(), &marks(), None);
        assert_eq!(words(&all), ["He said ", "“yes”", " and ", "“no”", "."]);
        let quotes: Vec<_> = all.iter().map(|stretch| stretch.quote).collect();
        assert_eq!(quotes, [None, Some(0), None, Some(1), None]);
        assert!(all[0].opens_block && !all[2].opens_block);
    }

    #[test]
    fn white_space_between_blocks_is_in_none() {
        let all = stretches(Span::new(0, SOURCE.len()), &blocks(), &[], None);
        let kinds: Vec<_> = all.iter().map(|stretch| stretch.block.is_some()).collect();
        assert_eq!(kinds, [true, false, true, false]);
    }

    #[test]
    fn what_is_pointed_to_may_cross_a_mark() {
        let at = SOURCE.find("said").unwrap();
        let pointed = Span::new(at, SOURCE.find("yes").unwrap());
        let all = stretches(Span::new(0, SOURCE.len()), &blocks(), &marks(), Some(pointed));
        let shown: String =
            all.iter().filter(|stretch| stretch.pointed).map(|s| s.span.of(SOURCE)).collect();
        assert_eq!(shown, pointed.of(SOURCE));
        assert_eq!(all.iter().filter(|stretch| stretch.opens_quote).count(), 2);
    }

    #[test]
    fn any_numbers_give_a_stretch_that_can_be_shown() {
        let inside = SOURCE.find('“').unwrap() + 1;
        let fitted = fitting(Span::new(inside, inside + 1), SOURCE).unwrap();
        assert_eq!(fitted.of(SOURCE), "“");
        assert_eq!(fitting(Span::new(900, 950), SOURCE), None);
        assert_eq!(fitting(Span { start: 0, end: 999 }, SOURCE), Some(Span::new(0, SOURCE.len())));
    }
}
