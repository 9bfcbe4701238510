//! How far two reports say the same in other words.
//!
//! Where a reporter retells, words change their order and their form, so the measure is the weight
//! of the terms that two stretches share, against the weight of all their terms (containment in the
//! lighter one, and Dice's coefficient), stretch by stretch: sentences, pairs of them, the whole. A
//! denial or a number that only contradicts keeps them apart. Quadratic in the sentences of the two,
//! which are bounded. Does not know speakers or events.

use std::ops::Range;

use super::{
    overlap::Overlap,
    retelling::Text,
    terms::{Term, TermKind, Terms, opposites},
};
use crate::{order, span::Span, text::keyed::Key};

/// The most sentences of a text that are compared.
const SENTENCES: usize = 24;

/// A stretch with what its terms weigh.
struct Stretch<'a> {
    terms: &'a [Term],
    weight: f32,
}

/// What two stretches share.
struct Shared {
    /// The places in the first and in the second.
    pairs: Vec<(usize, usize)>,
    /// The weight shared, of the lighter one's.
    contained: f32,
    /// Twice the weight shared, of that of both.
    dice: f32,
    /// The words of the stretch with fewer.
    shorter: usize,
}

/// What the two share, if it is enough to be one utterance.
pub(super) fn paraphrase(terms: &Terms, first: &Text, second: &Text) -> Option<Overlap> {
    let (ours, theirs) = (stretches(terms, first), stretches(terms, second));
    let pairs = ours.iter().flat_map(|one| theirs.iter().map(move |other| (one, other)));
    let best = pairs
        .filter_map(|(one, other)| {
            let shared = shared(terms, one, other)?;
            let fits = enough(&shared, first.directive && second.directive)
                && agree(one, other, &shared, first.denied != second.denied);
            fits.then_some((one, other, shared))
        })
        .max_by(|(.., one), (.., other)| one.dice.total_cmp(&other.dice))?;
    let (one, other, shared) = best;
    let cover = |terms: &[Term], places: &mut dyn Iterator<Item = usize>| -> Vec<Span> {
        let spans = places.filter_map(|at| terms.get(at)).map(|term| term.span);
        spans.reduce(Span::cover).into_iter().collect()
    };
    Some(Overlap {
        shared: shared.pairs.len(),
        shorter: shared.shorter,
        first: cover(one.terms, &mut shared.pairs.iter().map(|(at, _)| *at)),
        second: cover(other.terms, &mut shared.pairs.iter().map(|(_, at)| *at)),
        ordered: false,
    })
}

/// Whether the words shared are enough. Three are, if they are nearly all of one report, or if both
/// tell what the speaker wants done.
fn enough(shared: &Shared, directives: bool) -> bool {
    let count = shared.pairs.len();
    let most = shared.contained >= 0.6 && shared.dice >= 0.4;
    let nearly_all = shared.contained >= 0.85 && shared.dice >= 0.5;
    (count > 3 && most) || (count == 3 && (nearly_all || directives && most))
}

/// Whether nothing contradicts in the sentences whose words stand in the same order.
pub(super) fn consistent(terms: &Terms, first: &Text, second: &Text, found: &Overlap) -> bool {
    let touched = |text: &Text, spans: &[Span]| -> Vec<Term> {
        let inside = |range: &&Range<usize>| {
            let own = text.terms.get((*range).clone()).unwrap_or_default();
            own.iter().any(|term| spans.iter().any(|span| span.overlaps(term.span)))
        };
        let ranges = text.sentences.iter().filter(inside);
        ranges
            .flat_map(|range| text.terms.get(range.clone()).unwrap_or_default())
            .copied()
            .collect()
    };
    let (ours, theirs) = (touched(first, &found.first), touched(second, &found.second));
    let one = Stretch { terms: &ours, weight: 1.0 };
    let other = Stretch { terms: &theirs, weight: 1.0 };
    shared(terms, &one, &other)
        .is_some_and(|shared| agree(&one, &other, &shared, first.denied != second.denied))
}

/// The sentences of a text, each two that stand side by side, and the whole.
fn stretches<'a>(terms: &Terms, text: &'a Text) -> Vec<Stretch<'a>> {
    let sentences = text.sentences.get(..SENTENCES.min(text.sentences.len())).unwrap_or_default();
    let two = sentences.windows(2).filter_map(|two| match two {
        [first, second] => Some(first.start..second.end),
        _ => None,
    });
    let whole = (sentences.len() > 2).then_some(0..text.terms.len());
    let ranges: Vec<Range<usize>> = sentences.iter().cloned().chain(two).chain(whole).collect();
    ranges
        .into_iter()
        .filter_map(|range| {
            let own = text.terms.get(range)?;
            let weight = own.iter().filter(|term| counts(term)).map(|term| terms.weight(term.key));
            let weight = weight.sum();
            (weight > 0.0).then_some(Stretch { terms: own, weight })
        })
        .collect()
}

/// Whether a term is weighed: denials are compared by themselves.
fn counts(term: &Term) -> bool {
    term.kind != TermKind::Negation
}

fn shared(terms: &Terms, one: &Stretch<'_>, other: &Stretch<'_>) -> Option<Shared> {
    // The places of each term, the last one first.
    let places = other.terms.iter().enumerate().rev().filter(|(_, term)| counts(term));
    let mut places = order::grouped(places.map(|(at, term)| (term.key, at)).collect());
    let pairs: Vec<(usize, usize)> = one
        .terms
        .iter()
        .enumerate()
        .filter(|(_, term)| counts(term))
        .filter_map(|(at, term)| {
            let group = places.binary_search_by_key(&term.key, |(key, _)| *key).ok()?;
            Some((at, places.get_mut(group)?.1.pop()?))
        })
        .collect();
    let common = pairs.iter().filter_map(|(at, _)| one.terms.get(*at));
    let weight: f32 = common.map(|term| terms.weight(term.key)).sum();
    let count = |stretch: &Stretch<'_>| stretch.terms.iter().filter(|term| counts(term)).count();
    let shared = Shared {
        contained: weight / one.weight.min(other.weight),
        dice: 2.0 * weight / (one.weight + other.weight),
        shorter: count(one).min(count(other)),
        pairs,
    };
    (!shared.pairs.is_empty()).then_some(shared)
}

/// Whether nothing in the two contradicts: both deny or neither, where they meet; a number of one is
/// a number of the other; no opposites. With `one_denied`, the reporter denies one for the speaker.
fn agree(one: &Stretch<'_>, other: &Stretch<'_>, shared: &Shared, one_denied: bool) -> bool {
    let denies = |stretch: &Stretch<'_>, places: Vec<usize>| {
        let first = places.iter().min().copied().unwrap_or_default();
        let last = places.iter().max().copied().unwrap_or_default();
        let near = stretch.terms.get(first.saturating_sub(2)..=last).unwrap_or_default();
        near.iter().any(|term| term.kind == TermKind::Negation)
    };
    let ours = denies(one, shared.pairs.iter().map(|(at, _)| *at).collect());
    let theirs = denies(other, shared.pairs.iter().map(|(_, at)| *at).collect());
    let numbers = |stretch: &Stretch<'_>| -> Vec<Key> {
        let numbers = stretch.terms.iter().filter(|term| term.kind == TermKind::Number);
        numbers.map(|term| term.key).collect()
    };
    let (mine, yours) = (numbers(one), numbers(other));
    let counted = mine.is_empty() || yours.is_empty() || mine.iter().any(|it| yours.contains(it));
    let has = |stretch: &Stretch<'_>, key: Key| stretch.terms.iter().any(|term| term.key == key);
    let opposed = one.terms.iter().any(|term| {
        let mut against = opposites(term.key);
        against.any(|against| has(other, against) && !has(one, against)) && !has(other, term.key)
    });
    (ours == theirs) != one_denied && counted && !opposed
}
