//! A document far longer than anybody writes, shown a portion at a time: a browser takes seconds to lay
//! megabytes out, and answers nobody meanwhile. Any other document is one portion, and shown as it is.
//!
//! Does not know what portions look like.

use parallax_engine::span::Span;
use yew::prelude::*;

use super::long_list::Entries;
use crate::{
    components::{ReadingBlock, ReadingPiece, notice},
    hooks::focus_main,
    reading::Stretch,
    wording,
};

/// So much is shown at once: bytes of text, and for each piece of it as much as many.
const MOST: usize = 200_000;
const PIECE: usize = 200;

/// The longest piece that stays whole, in bytes.
const LONGEST: usize = 50_000;

/// Properties of [`Portions`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct PortionsProps {
    pub(super) entries: Entries,
    /// Which is shown at first.
    pub(super) first: usize,
}

/// One portion, with ways to those beside it.
#[component]
pub(super) fn Portions(props: &PortionsProps) -> Html {
    let shown = use_state(|| props.first);
    let last = props.entries.length().saturating_sub(1);
    let at = (*shown).min(last);
    let step = |to: usize, words: &'static str| {
        let shown = shown.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            shown.set(to);
            focus_main();
        });
        html! { <p class="no-print"><button type="button" class="long-list-more" {onclick}>{ words }</button></p> }
    };
    let [number, all] = [at + 1, last + 1].map(wording::grouped);
    html! {
        <>
            { notice(html! {
                { format!("This document is very long, and shown in parts: here is part {number} of {all}.") }
            }) }
            if at > 0 { { step(at - 1, "Show the part before") } }
            { props.entries.draw(at) }
            if at < last { { step(at + 1, "Show the next part") } }
        </>
    }
}

/// Shares blocks out into portions, none of which is empty.
pub(super) fn of_blocks(blocks: Vec<ReadingBlock>) -> Vec<Vec<ReadingBlock>> {
    let mut shares = Shares::default();
    for block in blocks {
        let ReadingBlock { start, kind, pieces, mut note } = block;
        let noted = pieces.iter().any(|piece| piece.here);
        let mut continued = false;
        for piece in pieces.into_iter().flat_map(short_pieces) {
            continued &= shares.goes_on(piece.text.len());
            let here = !noted || piece.here;
            let portion = shares.last();
            if !continued {
                portion.push(ReadingBlock { start, kind, pieces: Vec::new(), note: None });
                continued = true;
            }
            if let Some(block) = portion.last_mut() {
                block.note = block.note.take().or_else(|| note.take_if(|_| here));
                block.pieces.push(piece);
            }
        }
    }
    shares.portions
}

/// Shares stretches of `source` out into portions, none of which is empty.
pub(super) fn of_stretches(stretches: &[Stretch], source: &str) -> Vec<Vec<Stretch>> {
    let mut shares = Shares::default();
    for stretch in stretches {
        let mut start = stretch.span.start;
        for piece in short(stretch.span.of(source)) {
            shares.goes_on(piece.len());
            let span = Span { start, end: start + piece.len() as u32 };
            let opens_block = stretch.opens_block && start == stretch.span.start;
            shares.last().push(Stretch { span, opens_block, ..*stretch });
            start = span.end;
        }
    }
    shares.portions
}

/// Portions that are being filled.
struct Shares<T> {
    portions: Vec<Vec<T>>,
    weight: usize,
}

impl<T> Default for Shares<T> {
    fn default() -> Self {
        Self { portions: Vec::new(), weight: 0 }
    }
}

impl<T> Shares<T> {
    /// Makes room for so many more bytes: whether they belong to the same portion as those before.
    fn goes_on(&mut self, bytes: usize) -> bool {
        self.weight += bytes + PIECE;
        let goes_on = self.weight <= MOST && !self.portions.is_empty();
        if !goes_on {
            self.portions.push(Vec::new());
            self.weight = bytes + PIECE;
        }
        goes_on
    }

    fn last(&mut self) -> &mut Vec<T> {
        if self.portions.is_empty() {
            self.portions.push(Vec::new());
        }
        let last = self.portions.len() - 1;
        &mut self.portions[last]
    }
}

fn short_pieces(piece: ReadingPiece) -> Vec<ReadingPiece> {
    if piece.text.len() <= LONGEST {
        return vec![piece];
    }
    let pieces = short(&piece.text).enumerate();
    let cut = |(at, text): (usize, &str)| ReadingPiece {
        text: text.to_owned(),
        here: piece.here && at == 0,
        ..piece.clone()
    };
    pieces.map(cut).collect()
}

/// A text in pieces that are not too long, cut behind a space where there is one.
fn short(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let most = rest.floor_char_boundary(LONGEST);
        let space = rest[..most].rfind(' ').map_or(most, |space| space + 1);
        let cut = if rest.len() <= LONGEST { rest.len() } else { space };
        let (piece, behind) = rest.split_at(cut);
        rest = behind;
        (!piece.is_empty()).then_some(piece)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::check;
    use parallax_engine::article::BlockKind;

    fn piece(text: &str, here: bool) -> ReadingPiece {
        ReadingPiece { text: text.to_owned(), quote: None, reported: false, here }
    }

    fn block(start: u32, pieces: Vec<ReadingPiece>) -> ReadingBlock {
        ReadingBlock { start, kind: BlockKind::Paragraph, pieces, note: None }
    }

    fn text(portions: &[Vec<ReadingBlock>]) -> String {
        let pieces = portions.iter().flatten().flat_map(|block| &block.pieces);
        pieces.map(|piece| piece.text.as_str()).collect()
    }

    #[test]
    fn a_document_that_somebody_wrote_is_one_portion() {
        let blocks = vec![block(0, vec![piece("a", false)]), block(9, vec![piece("b", true)])];
        assert_eq!(of_blocks(blocks.clone()), [blocks]);
        assert_eq!(of_blocks(Vec::new()), Vec::<Vec<ReadingBlock>>::new());
    }

    #[test]
    fn portions_are_short_and_lose_no_letter() {
        let line = "é without an end ".repeat(60_000);
        let many: Vec<_> = (0..5_000).map(|at| piece("“yes” ", at == 4_000)).collect();
        let noted = ReadingBlock { note: Some(html! { "note" }), ..block(7, many) };
        let blocks = vec![block(0, vec![piece(&line, false)]), noted];
        let portions = of_blocks(blocks);
        assert_eq!(text(&portions), line + &"“yes” ".repeat(5_000));
        for portion in &portions {
            let pieces = portion.iter().flat_map(|block| &block.pieces);
            let weight: usize = pieces.map(|piece| piece.text.len() + PIECE).sum();
            assert!((1..=MOST).contains(&weight), "{weight}");
        }
        let here = |block: &&ReadingBlock| block.pieces.iter().any(|piece| piece.here);
        let noted: Vec<_> =
            portions.iter().flatten().filter(|block| block.note.is_some()).collect();
        assert!(noted.len() == 1 && noted.iter().all(here));
    }

    #[test]
    fn stretches_are_shared_out_byte_for_byte() {
        let source = "words ".repeat(100_000) + &"語".repeat(100_000);
        let whole = Stretch {
            span: Span::new(0, source.len()),
            block: Some(BlockKind::Paragraph),
            opens_block: true,
            quote: None,
            opens_quote: false,
            pointed: false,
        };
        let portions = of_stretches(&[whole], &source);
        let all: Vec<_> = portions.iter().flatten().collect();
        assert_eq!(all.iter().map(|it| it.span.of(&source)).collect::<String>(), source);
        assert!(portions.len() > 3 && all.iter().filter(|it| it.opens_block).count() == 1);
    }

    #[test]
    fn a_portion_says_which_it_is_and_leads_to_its_neighbours() {
        let entries = Entries::new(3, |at| html! { <p>{ format!("portion {at}") }</p> });
        let expected = ["part 2 of 3", "the part before", "<p>portion 1</p>", "the next part"];
        check::<Portions>(PortionsProps { entries, first: 1 }, &expected);
    }
}
