//! Cuts words out of a document with the matching ones marked.

use std::ops::Range;

use super::answer::{Piece, Snippet};
use crate::span::Span;

/// The words of `span`, with those at `marked` (in order, within the document) marked as hits.
pub(super) fn cut(source: &str, span: Span, marked: &[Span]) -> Snippet {
    let mut pieces = Vec::new();
    let mut at = span.start as usize;
    for word in joined(source, inside(marked, span).iter()) {
        push(&mut pieces, source, at..word.start as usize, false);
        push(&mut pieces, source, word.range(), true);
        at = word.end as usize;
    }
    push(&mut pieces, source, at..span.end as usize, false);
    Snippet { span, pieces }
}

/// Those of `marked`, which come in order, that lie in `span`.
pub(super) fn inside(marked: &[Span], span: Span) -> &[Span] {
    let from = marked.partition_point(|word| word.start < span.start);
    let rest = marked.get(from..).unwrap_or_default();
    rest.get(..rest.partition_point(|word| word.end <= span.end)).unwrap_or_default()
}

fn push(pieces: &mut Vec<Piece>, source: &str, range: Range<usize>, hit: bool) {
    if let Some(text) = source.get(range).filter(|text| !text.is_empty()) {
        pieces.push(Piece { text: text.to_owned(), hit });
    }
}

/// Marked words with only a space or a hyphen between them are marked as one.
pub(super) fn joined<'spans>(source: &str, words: impl Iterator<Item = &'spans Span>) -> Vec<Span> {
    let mut joined: Vec<Span> = Vec::new();
    for &word in words {
        let gap = |last: &Span| source.get(last.end as usize..word.start as usize);
        match joined.last_mut() {
            Some(last) if matches!(gap(last), Some(" " | "-")) => last.end = word.end,
            _ => joined.push(word),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_hits_and_loses_no_letter() {
        let source = "A fresh start in NATO-Russia relations";
        let word = |word: &str| {
            let at = source.find(word).unwrap();
            Span::new(at, at + word.len())
        };
        let marked = [word("fresh"), word("start"), word("Russia")];
        let snippet = cut(source, Span::new(0, source.len()), &marked);
        let shown: Vec<_> =
            snippet.pieces.iter().map(|piece| (piece.text.as_str(), piece.hit)).collect();
        let expected = [
            ("A ", false),
            ("fresh start", true),
            (" in NATO-", false),
            ("Russia", true),
            (" relations", false),
        ];
        assert_eq!(shown, expected);
    }
}
