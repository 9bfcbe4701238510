//! How far two quotations are the same words in the same order.
//!
//! The measure is the longest common subsequence of stems, quadratic in the length of the two
//! texts (which is bounded). Does not know speakers or events.

use std::{collections::BTreeSet, ops::Range};

use crate::{
    quote::Quotation,
    span::Span,
    text::{
        is_function_word, sentence,
        word::{Stems, fold, words},
    },
};

/// The most telling words of a quotation that are compared.
const LONGEST: usize = 300;

/// A quotation's telling words, sentence by sentence.
pub(crate) struct Text {
    /// Its article and its index there.
    pub(crate) place: (u32, u32),
    stems: Vec<(String, Span)>,
    sentences: Vec<Range<usize>>,
}

/// What two quotations share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Overlap {
    /// The telling words that both have, in order.
    pub(crate) shared: usize,
    /// The telling words of the shorter of the two stretches compared.
    pub(crate) shorter: usize,
    /// Where the shared words stand in the first.
    pub(crate) first: Vec<Span>,
    /// Where they stand in the second.
    pub(crate) second: Vec<Span>,
}

impl Text {
    /// The telling words of a quotation.
    pub(crate) fn of(
        source: &str,
        place: (u32, u32),
        quotation: &Quotation,
        stems: &Stems,
    ) -> Self {
        let mut text = Self { place, stems: Vec::new(), sentences: Vec::new() };
        let parts = quotation.parts.iter().map(|part| part.span);
        for sentence in parts.flat_map(|span| sentence::of_span(source, span)) {
            let start = text.stems.len();
            let telling = words(source, sentence).filter(|word| !is_plain(word.of(source)));
            let room = LONGEST.saturating_sub(start);
            text.stems.extend(
                telling
                    .take(room)
                    .map(|word| (stems.of(&fold(word.of(source))).into_owned(), word)),
            );
            text.sentences.push(start..text.stems.len());
        }
        text
    }

    /// Its different stems.
    pub(crate) fn distinct(&self) -> BTreeSet<&str> {
        self.stems.iter().map(|(stem, _)| stem.as_str()).collect()
    }
}

/// Whether a word tells nothing: "only" and "other" may carry the point of a short remark.
fn is_plain(word: &str) -> bool {
    let folded = fold(word);
    !matches!(folded.as_ref(), "only" | "other" | "never" | "no" | "not")
        && is_function_word(&folded)
}

/// What the two share, if it is enough to be one utterance: as a whole, or in one sentence.
pub(crate) fn overlap(first: &Text, second: &Text) -> Option<Overlap> {
    let whole = shared(&first.stems, &second.stems);
    if enough_in_all(&whole) {
        return Some(whole_overlap(first, second, &whole));
    }
    let mut best: Option<Overlap> = None;
    for one in &first.sentences {
        for other in &second.sentences {
            let (one, other) = (first.stems.get(one.clone())?, second.stems.get(other.clone())?);
            let pairs = shared(one, other);
            if enough_in_sentence(&pairs) {
                let found = Overlap {
                    shared: pairs.pairs.len(),
                    shorter: pairs.shorter,
                    first: cover(pairs.pairs.iter().filter_map(|(at, _)| one.get(*at))),
                    second: cover(pairs.pairs.iter().filter_map(|(_, at)| other.get(*at))),
                };
                match &mut best {
                    Some(best) => {
                        best.first.extend(found.first);
                        best.second.extend(found.second);
                        if found.shared > best.shared {
                            (best.shared, best.shorter) = (found.shared, found.shorter);
                        }
                    }
                    None => best = Some(found),
                }
            }
        }
    }
    best
}

/// Two translations of one remark share about half of their telling words in order.
fn enough_in_all(found: &Shared) -> bool {
    let shared = found.pairs.len();
    shared >= 5 && shared * 20 >= found.shorter * 9
}

/// One sentence in both shares most of its telling words.
fn enough_in_sentence(found: &Shared) -> bool {
    let shared = found.pairs.len();
    (shared >= 3 && shared * 4 >= found.shorter * 3)
        || (shared >= 4 && shared * 5 >= found.shorter * 3)
}

fn whole_overlap(first: &Text, second: &Text, whole: &Shared) -> Overlap {
    let spans = |text: &Text, places: Vec<usize>| {
        let in_sentence = |sentence: &Range<usize>| {
            cover(
                places
                    .iter()
                    .filter(|at| sentence.contains(at))
                    .filter_map(|at| text.stems.get(*at)),
            )
        };
        text.sentences.iter().flat_map(in_sentence).collect()
    };
    Overlap {
        shared: whole.pairs.len(),
        shorter: whole.shorter,
        first: spans(first, whole.pairs.iter().map(|(at, _)| *at).collect()),
        second: spans(second, whole.pairs.iter().map(|(_, at)| *at).collect()),
    }
}

/// From the first of the words to the last.
fn cover<'a>(words: impl Iterator<Item = &'a (String, Span)>) -> Vec<Span> {
    words.map(|(_, span)| *span).reduce(Span::cover).into_iter().collect()
}

/// The indices of shared stems, in order, and the length of the shorter list.
struct Shared {
    pairs: Vec<(usize, usize)>,
    shorter: usize,
}

/// The longest common subsequence of the stems.
fn shared(first: &[(String, Span)], second: &[(String, Span)]) -> Shared {
    let width = second.len() + 1;
    let mut best = vec![0_u16; (first.len() + 1) * width];
    let cell = |row: usize, column: usize| row * width + column;
    for (row, (one, _)) in first.iter().enumerate().rev() {
        for (column, (other, _)) in second.iter().enumerate().rev() {
            best[cell(row, column)] = if one == other {
                best[cell(row + 1, column + 1)] + 1
            } else {
                best[cell(row + 1, column)].max(best[cell(row, column + 1)])
            };
        }
    }
    let mut pairs = Vec::new();
    let (mut row, mut column) = (0, 0);
    while let (Some((one, _)), Some((other, _))) = (first.get(row), second.get(column)) {
        if one == other {
            pairs.push((row, column));
            (row, column) = (row + 1, column + 1);
        } else if best[cell(row + 1, column)] >= best[cell(row, column + 1)] {
            row += 1;
        } else {
            column += 1;
        }
    }
    Shared { pairs, shorter: first.len().min(second.len()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        article::{BlockKind, Rule},
        quote::{Confidence, Part, QuoteKind},
    };

    /// The parts of a quotation are given with a bar between them.
    fn text(words: &str) -> Text {
        let part = |words: &str, start: usize| {
            let span = Span::new(start, start + words.len());
            Part { span, outer: span, closed: true }
        };
        let parts =
            words.split('|').map(|piece| part(piece, Span::of_slice(words, piece).start as usize));
        let quotation = Quotation {
            kind: QuoteKind::Direct,
            place: BlockKind::Paragraph,
            parts: parts.collect(),
            speaker: None,
            echoes: None,
            mention: None,
            cue: None,
            nested_in: None,
            language: None,
            rule: Rule::Borrowed("test"),
            confidence: Confidence::Sure,
            probability: 97,
        };
        Text::of(words, (0, 0), &quotation, &Stems::default())
    }

    /// The words that the first shares with the second; empty where they are not one utterance.
    #[track_caller]
    fn check(first: &str, second: &str, expected: &[&str]) {
        let found = overlap(&text(first), &text(second));
        let spans = found.map(|found| found.first).unwrap_or_default();
        let seen: Vec<_> = spans.iter().map(|span| span.of(first)).collect();
        assert_eq!(seen, expected, "{first} / {second}");
    }

    #[test]
    fn one_remark_in_other_words() {
        check(
            "Today marks a fresh start in NATO-Russia relations,",
            "Today marks a true fresh start in NATO-Russia relations,",
            &["Today marks a fresh start in NATO-Russia relations"],
        );
        check(
            "We have overcome the difficulties of the past,",
            "It spells out our desire. It means we have overcome the difficulties of the past,",
            &["overcome the difficulties of the past"],
        );
        check(
            "Our participation must be on completely equal terms,|We will only take part if we are \
             partners. We won't accept any other form of participation.",
            "Our main guide here should be that our participation ought to be equal and I will \
             stress this – it can only be as partners,|No other form of participation for the sake \
             of appearance is acceptable.",
            &[
                "participation must be on completely equal",
                "only take part if we are partners",
                "other form of participation",
            ],
        );
    }

    #[test]
    fn two_remarks_on_one_subject() {
        check(
            "then Russia can stop worrying about a menace from the West that simply doesn't exist,",
            "We have stopped worrying about this and Russia should stop worrying about us as well.",
            &[],
        );
        check("We met.", "We met.", &[]);
    }
}
