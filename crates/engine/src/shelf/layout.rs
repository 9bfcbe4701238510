//! Where an article's blocks, quoted stretches and sentences stand, as a few bytes each.
//!
//! Each number is a distance from the one before, so most take a byte. An opened pack goes through all
//! layouts once, to number the readable words, and decodes no more than that of any article before it is
//! shown. Any spans come back as they were, in whatever order. Does not know what was found out about a
//! quotation.

use crate::{
    article::{Block, BlockKind, Furniture},
    bytes::{Reader, write},
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
    /// Its sentences.
    pub(crate) sentences: Vec<Span>,
}

/// Writes the places of an article.
pub(super) fn encode(blocks: &[Block], quotations: &[Quotation], sentences: &[Span]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut at = 0;
    write(&mut bytes, blocks.len() as u32);
    for block in blocks {
        write(&mut bytes, number_of(block.kind));
        write_span(&mut bytes, block.span, &mut at);
    }
    write(&mut bytes, quotations.len() as u32);
    at = 0;
    for quotation in quotations {
        write(&mut bytes, quotation.parts.len() as u32);
        for part in &quotation.parts {
            write_span(&mut bytes, part.span, &mut at);
            write_step(&mut bytes, part.outer.start, part.span.start);
            write_step(&mut bytes, part.span.end, part.outer.end);
            write(&mut bytes, part.closed.into());
        }
    }
    write(&mut bytes, sentences.len() as u32);
    at = 0;
    sentences.iter().for_each(|&span| write_span(&mut bytes, span, &mut at));
    bytes
}

impl Layout {
    /// Reads what was written, into the room that is there; none if the bytes are others.
    pub(crate) fn read(&mut self, bytes: &[u8]) -> Option<()> {
        let mut reader = Reader::new(bytes);
        let mut at = 0;
        self.blocks.clear();
        for _ in 0..reader.number()? {
            let kind = *KINDS.get(reader.number()? as usize)?;
            self.blocks.push(Block { kind, span: read_span(&mut reader, &mut at)? });
        }
        self.parts.clear();
        self.quotations = reader.number()?;
        at = 0;
        for quotation in 0..self.quotations {
            for _ in 0..reader.number()? {
                self.parts.push((quotation, read_part(&mut reader, &mut at)?));
            }
        }
        self.sentences.clear();
        at = 0;
        for _ in 0..reader.number()? {
            self.sentences.push(read_span(&mut reader, &mut at)?);
        }
        reader.is_empty().then_some(())
    }
}

/// Writes a span that comes behind the one that ended at `at`, or before it.
fn write_span(bytes: &mut Vec<u8>, span: Span, at: &mut u32) {
    write_step(bytes, *at, span.start);
    write(bytes, span.end.wrapping_sub(span.start));
    *at = span.end;
}

fn read_span(reader: &mut Reader<'_>, at: &mut u32) -> Option<Span> {
    let start = read_step(reader, *at)?;
    *at = start.wrapping_add(reader.number()?);
    Some(Span { start, end: *at })
}

fn read_part(reader: &mut Reader<'_>, at: &mut u32) -> Option<Part> {
    let span = read_span(reader, at)?;
    // The step was written from the outer to the inner.
    let start = span.start.wrapping_sub(read_step(reader, 0)?);
    let end = read_step(reader, span.end)?;
    Some(Part { span, outer: Span { start, end }, closed: reader.number()? == 1 })
}

/// Writes how far it is from one place to another, back or forth: short ways are small numbers.
fn write_step(bytes: &mut Vec<u8>, from: u32, to: u32) {
    let step = to.wrapping_sub(from);
    write(bytes, (step << 1) ^ (step >> 31).wrapping_neg());
}

fn read_step(reader: &mut Reader<'_>, from: u32) -> Option<u32> {
    let step = reader.number()?;
    Some(from.wrapping_add((step >> 1) ^ (step & 1).wrapping_neg()))
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
            sentences in prop::collection::vec(any_span(), 0..5),
        ) {
            let blocks: Vec<_> =
                blocks.into_iter().map(|(kind, span)| Block { kind: KINDS[kind], span }).collect();
            let part = |(span, outer, closed)| Part { span, outer, closed };
            let quotations: Vec<_> = quotations
                .into_iter()
                .map(|parts| unread(parts.into_iter().map(part).collect()))
                .collect();
            let mut layout = Layout::default();
            layout.read(&encode(&blocks, &quotations, &sentences)).unwrap();
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
