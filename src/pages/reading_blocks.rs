//! Cuts a reading into the blocks that the reader shows: pure.

use parallax_engine::{Reading, article::BlockKind, quote::QuoteKind};
use yew::Html;

use super::portions;
use crate::{
    components::{ReadingBlock, ReadingPiece},
    reading::stretches,
};

/// The blocks to read, in order, furniture left out; `note` stands beside the first block that
/// holds words of the quotation `at`.
pub(crate) fn reading_blocks(
    reading: &Reading,
    at: Option<&str>,
    note: Option<Html>,
) -> Vec<ReadingBlock> {
    let open = at.and_then(|key| reading.quotes.iter().position(|quote| quote.key == key));
    let mut here = open;
    let mut note = note;
    let text = reading.article.blocks.iter().filter(|block| block.kind.is_text());
    text.map(|block| {
        let all = stretches(block.span, &reading.article.blocks, &reading.marks, None);
        let holds = open.is_some() && all.iter().any(|stretch| stretch.quote == open);
        let pieces = all.iter().map(|stretch| {
            let quote = stretch.quote.and_then(|quote| reading.quotes.get(quote));
            ReadingPiece {
                text: stretch.span.of(&reading.source).to_owned(),
                quote: quote.map(|quote| (quote.key.clone(), quote.speaker.clone())),
                reported: quote.is_some_and(|quote| quote.kind == QuoteKind::Indirect),
                here: here.take_if(|open| stretch.quote == Some(*open)).is_some(),
            }
        });
        ReadingBlock {
            start: block.span.start,
            kind: block.kind,
            pieces: pieces.collect(),
            note: note.take_if(|_| holds),
        }
    })
    .collect()
}

/// The blocks that hold the quotation `key`, with the block before and the block after.
pub(crate) fn surroundings(reading: &Reading, key: &str) -> Vec<ReadingBlock> {
    let mut blocks = reading_blocks(reading, Some(key), None);
    let holds = |block: &ReadingBlock| block.pieces.iter().any(|piece| is_of(piece, key));
    let Some(first) = blocks.iter().position(holds) else { return Vec::new() };
    let last = blocks.iter().rposition(holds).unwrap_or(first);
    blocks.truncate(last + 2);
    // The page is about the whole of them: no place in it is what the address points to.
    let pieces = blocks.iter_mut().flat_map(|block| &mut block.pieces);
    pieces.for_each(|piece| piece.here = false);
    let around = blocks.split_off(first.saturating_sub(1));
    let mut portions = portions::of_blocks(around).into_iter();
    portions.find(|portion| portion.iter().any(holds)).unwrap_or_default()
}

fn is_of(piece: &ReadingPiece, key: &str) -> bool {
    piece.quote.as_ref().is_some_and(|(of, _)| of == key)
}

/// The document's headline, where it has a block of it: it then stands at the head of the page.
pub(crate) fn has_headline(reading: &Reading) -> bool {
    reading.article.blocks.iter().any(|block| block.kind == BlockKind::Headline)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{article, quote};
    use parallax_engine::{
        ReadingMark,
        article::{Article, Block, Furniture},
        span::Span,
    };
    use yew::html;

    fn reading() -> Reading {
        let source = "menu\nTitle\n“one” he said “two”\nend".to_owned();
        let span = |words: &str| {
            let start = source.find(words).unwrap();
            Span::new(start, start + words.len())
        };
        let block = |words: &str, kind| Block { span: span(words), kind };
        let blocks = vec![
            block("menu", BlockKind::Furniture(Furniture::Navigation)),
            block("Title", BlockKind::Headline),
            block("“one” he said “two”", BlockKind::Paragraph),
            block("end", BlockKind::Paragraph),
        ];
        let marks = ["“one”", "“two”"].map(|words| ReadingMark { outer: span(words), quote: 0 });
        Reading {
            card: article("a", "DW", "Title"),
            article: Article { blocks, ..Article::default() },
            quotes: vec![quote("k", &["one", "two"])],
            marks: marks.to_vec(),
            others: Vec::new(),
            source,
        }
    }

    #[test]
    fn furniture_is_left_out_and_headings_are_kept() {
        let blocks = reading_blocks(&reading(), None, None);
        let words: Vec<String> = blocks
            .iter()
            .map(|block| block.pieces.iter().map(|p| p.text.as_str()).collect())
            .collect();
        assert_eq!(words, ["Title", "“one” he said “two”", "end"]);
        assert!(has_headline(&reading()));
        assert!(blocks.iter().all(|block| block.pieces.iter().all(|piece| !piece.here)));
    }

    #[test]
    fn the_address_points_to_one_place_and_the_note_stands_there() {
        let blocks = reading_blocks(&reading(), Some("k"), Some(html! { "note" }));
        let here: Vec<_> = blocks
            .iter()
            .flat_map(|b| &b.pieces)
            .filter(|p| p.here)
            .map(|p| p.text.as_str())
            .collect();
        assert_eq!(here, ["“one”"]);
        let notes: Vec<_> = blocks.iter().map(|block| block.note.is_some()).collect();
        assert_eq!(notes, [false, true, false]);
    }

    #[test]
    fn a_quotation_is_surrounded_by_its_neighbours() {
        let starts = |key| -> Vec<_> {
            surroundings(&reading(), key).into_iter().map(|block| block.kind).collect()
        };
        let (headline, paragraph) = (BlockKind::Headline, BlockKind::Paragraph);
        assert_eq!(starts("k"), [headline, paragraph, paragraph]);
        assert_eq!(starts("old"), []);
        assert!(
            surroundings(&reading(), "k").iter().flat_map(|b| &b.pieces).all(|piece| !piece.here)
        );
    }

    #[test]
    fn a_key_that_is_gone_points_nowhere() {
        let blocks = reading_blocks(&reading(), Some("old"), Some(html! { "note" }));
        assert!(blocks.iter().all(|block| block.note.is_none()));
    }
}
