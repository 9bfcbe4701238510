//! Where an article's blocks, quoted stretches and sentences stand, as a few bytes each.
//!
//! Each number is a distance from the one before, so most take a byte, and numbers of a kind stand together. An opened pack goes through all
//! layouts once, to number the readable words, and decodes no more than that of any article before it is
//! shown. Any spans come back as they were, in whatever order. Does not know what was found out about a
//! quotation.

use crate::{
    article::{Block, BlockKind, Furniture},
    bytes::{Reader, step, stepped, write_rows},
    quote::{Part, Quotation},
    span::Span,
};

/// The places in one article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Layout {
    /// Its blocks.
    pub(crate) blocks: Vec<Block>,
    /// How many quotations it has.
    pub(crate) quotations: u32,
    /// The parts of all its quotations, each with its quotation's place.
    pub(crate) parts: Vec<(u32, Part)>,
    /// Its sentences, where they are not those that its text would be cut into.
    pub(crate) sentences: Option<Vec<Span>>,
}

/// Writes the places of an article.
pub(super) fn encode(
    blocks: &[Block],
    quotations: &[Quotation],
    sentences: Option<&[Span]>,
) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut at = 0;
    let block = |block: &Block| {
        let [on, length] = way(block.span, &mut at);
        [number_of(block.kind), on, length]
    };
    write_rows(&mut bytes, &blocks.iter().map(block).collect::<Vec<_>>());
    let counts: Vec<_> = quotations.iter().map(|it| [it.parts.len() as u32]).collect();
    write_rows(&mut bytes, &counts);
    at = 0;
    let part = |part: &Part| {
        let [on, length] = way(part.span, &mut at);
        let (before, after) =
            (step(part.outer.start, part.span.start), step(part.span.end, part.outer.end));
        [on, length, before, after, part.closed.into()]
    };
    let parts: Vec<_> = quotations.iter().flat_map(|it| &it.parts).map(part).collect();
    write_rows(&mut bytes, &parts);
    if let Some(sentences) = sentences {
        at = 0;
        let ways: Vec<_> = sentences.iter().map(|&span| way(span, &mut at)).collect();
        write_rows(&mut bytes, &ways);
    }
    bytes
}

impl Layout {
    /// Reads what was written, into the room that is there; none if the bytes are others.
    pub(crate) fn read(&mut self, bytes: &[u8]) -> Option<()> {
        let mut reader = Reader::new(bytes);
        let mut at = 0;
        let rows = reader.rows(3)?;
        self.blocks.clear();
        for row in 0..rows.count {
            let kind = *KINDS.get(rows.at(row, 0) as usize)?;
            let span = place([rows.at(row, 1), rows.at(row, 2)], &mut at);
            self.blocks.push(Block { kind, span });
        }
        let counts = reader.rows(1)?;
        let rows = reader.rows(5)?;
        self.quotations = counts.count as u32;
        self.parts.clear();
        at = 0;
        for quotation in 0..counts.count {
            for _ in 0..counts.at(quotation, 0) {
                let row = self.parts.len();
                (row < rows.count).then_some(())?;
                let numbers = [0, 1, 2, 3, 4].map(|column| rows.at(row, column));
                self.parts.push((quotation as u32, part(numbers, &mut at)));
            }
        }
        (self.parts.len() == rows.count).then_some(())?;
        self.sentences = None;
        if !reader.is_empty() {
            let rows = reader.rows(2)?;
            at = 0;
            let sentence = |row| place([rows.at(row, 0), rows.at(row, 1)], &mut at);
            self.sentences = Some((0..rows.count).map(sentence).collect());
        }
        reader.is_empty().then_some(())
    }
}

/// The way to a span from where the one before ended, and its length.
fn way(span: Span, at: &mut u32) -> [u32; 2] {
    let way = [step(*at, span.start), span.end.wrapping_sub(span.start)];
    *at = span.end;
    way
}

fn place([on, length]: [u32; 2], at: &mut u32) -> Span {
    let start = stepped(*at, on);
    *at = start.wrapping_add(length);
    Span { start, end: *at }
}

fn part([on, length, before, after, closed]: [u32; 5], at: &mut u32) -> Part {
    let span = place([on, length], at);
    // The step was taken from the outer to the inner.
    let start = span.start.wrapping_sub(stepped(0, before));
    Part { span, outer: Span { start, end: stepped(span.end, after) }, closed: closed == 1 }
}

/// All kinds of blocks; a kind is written as its place here.
const KINDS: [BlockKind; 23] = [
    BlockKind::Headline,
    BlockKind::Standfirst,
    BlockKind::Subhead,
    BlockKind::Paragraph,
    BlockKind::AltText,
    BlockKind::Caption,
    BlockKind::Credit,
    BlockKind::Shotlist,
    BlockKind::Furniture(Furniture::PageTitle),
    BlockKind::Furniture(Furniture::Navigation),
    BlockKind::Furniture(Furniture::Icons),
    BlockKind::Furniture(Furniture::Date),
    BlockKind::Furniture(Furniture::Byline),
    BlockKind::Furniture(Furniture::DuplicateTitle),
    BlockKind::Furniture(Furniture::RelatedLink),
    BlockKind::Furniture(Furniture::TeaserLinks),
    BlockKind::Furniture(Furniture::Player),
    BlockKind::Furniture(Furniture::Fields),
    BlockKind::Furniture(Furniture::Copyright),
    BlockKind::Furniture(Furniture::Labels),
    BlockKind::Furniture(Furniture::Share),
    BlockKind::Furniture(Furniture::Notice),
    BlockKind::Furniture(Furniture::Comments),
];

fn number_of(kind: BlockKind) -> u32 {
    // A kind that is missing above would come back as none; a test holds the list against all kinds.
    KINDS.iter().position(|it| *it == kind).unwrap_or(KINDS.len()) as u32
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::shelf::unread;

    fn any_span() -> impl Strategy<Value = Span> {
        (any::<u32>(), any::<u32>()).prop_map(|(start, end)| Span { start, end })
    }

    proptest! {
        #[test]
        fn places_come_back(
            blocks in prop::collection::vec((0..KINDS.len(), any_span()), 0..5),
            quotations in prop::collection::vec(
                prop::collection::vec((any_span(), any_span(), any::<bool>()), 0..4),
                0..4,
            ),
            sentences in prop::option::of(prop::collection::vec(any_span(), 0..5)),
        ) {
            let blocks: Vec<_> =
                blocks.into_iter().map(|(kind, span)| Block { kind: KINDS[kind], span }).collect();
            let part = |(span, outer, closed)| Part { span, outer, closed };
            let quotations: Vec<_> = quotations
                .into_iter()
                .map(|parts| unread(parts.into_iter().map(part).collect()))
                .collect();
            let mut layout = Layout::default();
            layout.read(&encode(&blocks, &quotations, sentences.as_deref())).unwrap();
            prop_assert_eq!(layout.blocks, blocks);
            prop_assert_eq!(layout.sentences, sentences);
            prop_assert_eq!(layout.quotations as usize, quotations.len());
            let parts = (0..).zip(&quotations);
            let parts = parts.flat_map(|(at, it)| it.parts.iter().map(move |&part| (at, part)));
            prop_assert!(layout.parts.into_iter().eq(parts));
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
            let _ = Layout::default().read(&bytes);
        }
    }

    #[test]
    fn every_kind_has_a_number() {
        // Postcard numbers kinds in the order in which they are declared.
        for (at, kind) in (0_u8..).zip(KINDS) {
            let shown = if at < 8 { vec![at] } else { vec![8, at - 8] };
            assert_eq!(postcard::to_allocvec(&kind).as_deref(), Ok(&shown[..]));
        }
        assert!(postcard::from_bytes::<BlockKind>(&[8, 15]).is_err(), "a kind is missing");
        assert!(postcard::from_bytes::<BlockKind>(&[9]).is_err(), "a kind is missing");
    }
}
