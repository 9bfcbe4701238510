//! Short lines between paragraphs: subheads, and the texts of pictures with their credits.
//!
//! Decides by shape and neighbours; does not know what the report is about.

use super::{
    line::{Line, words_up_to},
    signs::Signs,
    words,
};
use crate::{
    article::{Block, BlockKind},
    span::Span,
    text::part,
};

/// Labels a run of short lines that stand between two paragraphs.
pub(crate) fn label(source: &str, run: &[Line]) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut at = 0;
    while let Some(line) = run.get(at) {
        let next = run.get(at + 1);
        let adjacent = next.is_some_and(|next| next.gap == 0);
        let picture = next.filter(|next| is_picture(source, next));
        if is_picture(source, line) {
            caption(source, line.span, &mut blocks);
        } else if let Some(picture) = picture.filter(|_| adjacent) {
            blocks.push(Block { span: line.span, kind: BlockKind::AltText });
            caption(source, picture.span, &mut blocks);
            at += 1;
        } else if let Some(next) = next.filter(|_| picture.is_none()) {
            blocks.push(Block { span: line.span, kind: BlockKind::AltText });
            caption(source, next.span, &mut blocks);
            at += 1;
        } else if line.gap >= 2 || words_up_to(line.span.of(source), 11) > 10 {
            // A wider gap than between paragraphs is where a picture stood; a long line says more
            // than a subhead.
            caption(source, line.span, &mut blocks);
        } else {
            blocks.push(Block { span: line.span, kind: BlockKind::Subhead });
        }
        at += 1;
    }
    blocks
}

/// Whether the line says that it is about a picture: by a credit, or by where somebody stands.
pub(crate) fn is_picture(source: &str, line: &Line) -> bool {
    // A caption is short; a long line is not looked through.
    if line.span.len() > 400 {
        return false;
    }
    let words = line.span.of(source);
    let places = || words.match_indices('(').filter_map(|(at, _)| words.get(at..));
    credit_at(words).is_some()
        || (line.signs.has(Signs::BRACKET) && places().any(|it| words::PICTURE_PLACES.begin(it)))
}

/// The caption at `span`, and its credit.
pub(crate) fn caption(source: &str, span: Span, blocks: &mut Vec<Block>) {
    let cut = credit_at(span.of(source)).unwrap_or(span.len());
    let (start, end) = (span.start as usize, span.end as usize);
    let pieces = [
        (Span::new(start, start + cut), BlockKind::Caption),
        (Span::new(start + cut, end), BlockKind::Credit),
    ];
    for (span, kind) in pieces {
        let span = span.trim(source);
        if !span.is_empty() {
            blocks.push(Block { span, kind });
        }
    }
}

/// Whether labels of credits begin with each byte.
static BEGINS_LABEL: [bool; 256] = words::CREDIT_LABELS.first_bytes();

/// The most bytes of a credit, its label included.
const LONGEST_CREDIT: usize = 80;

/// Where a credit begins in `words`: at a label that only a short name follows.
fn credit_at(words: &str) -> Option<usize> {
    let tail = words.len().saturating_sub(LONGEST_CREDIT);
    let short = |at: usize| at >= tail;
    // "(Ann Smith/The Paper)" at the end.
    let bracket = if words.ends_with(')') { words.rfind('(') } else { None };
    if let Some(at) = bracket.filter(|&at| short(at)) {
        let inside = words.get(at + 1..words.len() - 1).unwrap_or_default();
        let named = inside.starts_with(char::is_uppercase) && !inside.contains(char::is_numeric);
        if named && inside.contains('/') && words_up_to(inside, 9) < 9 {
            return Some(at);
        }
    }
    let from = (tail..=words.len()).find(|&at| words.is_char_boundary(at))?;
    let end = words.get(from..).filter(|end| may_hold_label(end))?;
    // The last place of each label counts, and of these the first.
    words::CREDIT_LABELS
        .iter()
        .filter_map(|label| part::find_last(end, label))
        .min()
        .map(|at| from + at)
}

/// Whether a credit's label may stand anywhere in the words.
fn may_hold_label(words: &str) -> bool {
    let places = words.bytes().enumerate().filter(|(_, byte)| BEGINS_LABEL[usize::from(*byte)]);
    places.filter_map(|(at, _)| words.get(at..)).any(|rest| words::CREDIT_LABELS.may_begin(rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::line::lines;

    #[track_caller]
    fn check(source: &str, expected: &[(BlockKind, &str)]) {
        let blocks = label(source, &lines(source));
        let seen: Vec<_> = blocks.iter().map(|block| (block.kind, block.span.of(source))).collect();
        assert_eq!(seen, expected, "{source}");
    }

    #[test]
    fn a_line_alone_is_a_subhead() {
        check("\nNew beginnings", &[(BlockKind::Subhead, "New beginnings")]);
    }

    #[test]
    fn a_line_alone_after_a_wide_gap_is_a_caption() {
        check("\n\nA man waves", &[(BlockKind::Caption, "A man waves")]);
    }

    #[test]
    fn a_credit_makes_a_caption_and_the_line_above_it_an_alternative_text() {
        check(
            "\nTwo flags\nFlags in the windImage: AP",
            &[
                (BlockKind::AltText, "Two flags"),
                (BlockKind::Caption, "Flags in the wind"),
                (BlockKind::Credit, "Image: AP"),
            ],
        );
    }

    #[test]
    fn a_subhead_stays_apart_from_a_picture_below_it() {
        check(
            "\nNo new treaty\n\nA chief (l.) and a ministerImage: AP",
            &[
                (BlockKind::Subhead, "No new treaty"),
                (BlockKind::Caption, "A chief (l.) and a minister"),
                (BlockKind::Credit, "Image: AP"),
            ],
        );
    }

    #[test]
    fn two_lines_are_what_a_picture_shows_and_its_caption() {
        check(
            "\nAnn Smith\n\nSmith wants more",
            &[(BlockKind::AltText, "Ann Smith"), (BlockKind::Caption, "Smith wants more")],
        );
    }
}
