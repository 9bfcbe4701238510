//! How far two quotations are the same words in the same order.
//!
//! The measure is the longest common subsequence of terms, quadratic in the length of the two
//! texts (which is bounded). Does not know speakers or events.

use std::ops::Range;

use super::{
    retelling::Text,
    terms::{Term, TermKind},
};
use crate::span::Span;

/// What two quotations share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Overlap {
    /// The telling words that both have.
    pub(super) shared: usize,
    /// The telling words of the shorter of the two stretches compared.
    pub(super) shorter: usize,
    /// Where the shared words stand in the first.
    pub(super) first: Vec<Span>,
    /// Where they stand in the second.
    pub(super) second: Vec<Span>,
    /// Whether they stand in the same order.
    pub(super) ordered: bool,
}

/// What the two share, if it is enough to be one utterance: as a whole, or in one sentence.
pub(super) fn overlap(first: &Text, second: &Text) -> Option<Overlap> {
    let whole = shared(&first.terms, &second.terms);
    if enough_in_all(&whole) {
        return Some(whole_overlap(first, second, &whole));
    }
    let mut best: Option<Overlap> = None;
    for one in &first.sentences {
        for other in &second.sentences {
            let (one, other) = (first.terms.get(one.clone())?, second.terms.get(other.clone())?);
            let pairs = shared(one, other);
            if enough_in_sentence(&pairs) {
                let found = Overlap {
                    shared: pairs.telling,
                    shorter: pairs.shorter,
                    first: cover(pairs.pairs.iter().filter_map(|(at, _)| one.get(*at))),
                    second: cover(pairs.pairs.iter().filter_map(|(_, at)| other.get(*at))),
                    ordered: true,
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
    let shared = found.telling;
    shared >= 5 && shared * 20 >= found.shorter * 9
}

/// One sentence in both shares most of its telling words.
fn enough_in_sentence(found: &Shared) -> bool {
    let shared = found.telling;
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
                    .filter_map(|at| text.terms.get(*at)),
            )
        };
        text.sentences.iter().flat_map(in_sentence).collect()
    };
    Overlap {
        shared: whole.telling,
        shorter: whole.shorter,
        first: spans(first, whole.pairs.iter().map(|(at, _)| *at).collect()),
        second: spans(second, whole.pairs.iter().map(|(_, at)| *at).collect()),
        ordered: true,
    }
}

/// From the first of the words to the last.
fn cover<'a>(words: impl Iterator<Item = &'a Term>) -> Vec<Span> {
    words.map(|term| term.span).reduce(Span::cover).into_iter().collect()
}

/// The indices of shared stems, in order, and the length of the shorter list.
struct Shared {
    pairs: Vec<(usize, usize)>,
    /// How many of them tell more than that something is denied.
    telling: usize,
    shorter: usize,
}

/// The longest common subsequence of the stems.
fn shared(first: &[Term], second: &[Term]) -> Shared {
    let width = second.len() + 1;
    let mut best = vec![0_u16; (first.len() + 1) * width];
    let cell = |row: usize, column: usize| row * width + column;
    for (row, one) in first.iter().enumerate().rev() {
        for (column, other) in second.iter().enumerate().rev() {
            best[cell(row, column)] = if one.key == other.key {
                best[cell(row + 1, column + 1)] + 1
            } else {
                best[cell(row + 1, column)].max(best[cell(row, column + 1)])
            };
        }
    }
    let mut pairs = Vec::new();
    let (mut row, mut column) = (0, 0);
    while let (Some(one), Some(other)) = (first.get(row), second.get(column)) {
        if one.key == other.key {
            pairs.push((row, column));
            (row, column) = (row + 1, column + 1);
        } else if best[cell(row + 1, column)] >= best[cell(row, column + 1)] {
            row += 1;
        } else {
            column += 1;
        }
    }
    let tells = |term: &&Term| term.kind != TermKind::Negation;
    let count = |terms: &[Term]| terms.iter().filter(tells).count();
    let telling = pairs.iter().filter_map(|(at, _)| first.get(*at)).filter(tells).count();
    Shared { telling, shorter: count(first).min(count(second)), pairs }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        article::Rule,
        quote::{Confidence, Part, Quotation},
        shelf::unread,
        story::terms::Vocabulary,
    };

    /// The parts of a quotation are given with a bar between them.
    fn text(words: &str, terms: &mut Vocabulary) -> Text {
        let part = |words: &str, start: usize| {
            let span = Span::new(start, start + words.len());
            Part { span, outer: span, closed: true }
        };
        let parts =
            words.split('|').map(|piece| part(piece, Span::of_slice(words, piece).start as usize));
        let quotation = Quotation {
            rule: Rule::Borrowed("test"),
            confidence: Confidence::Sure,
            probability: 97,
            ..unread(parts.collect())
        };
        Text::of((words, &[]), (0, 0), &quotation, terms)
    }

    /// The words that the first shares with the second; empty where they are not one utterance.
    #[track_caller]
    fn check(first: &str, second: &str, expected: &[&str]) {
        let mut terms = Vocabulary::default();
        let found = overlap(&text(first, &mut terms), &text(second, &mut terms));
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
                "won't accept any other form of participation",
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
