//! Finds the passages of two articles that answer each other: any number with any number, in any order.
//!
//! Passages that carry the same utterance come first, then those that share most of what few passages
//! have (`lookup`, `weights`), the best pair first. A passage that is in a pair answers another only
//! with what that pair does not explain: so the halves of a split sentence are both found, and a
//! sentence that is merely about the same thing is not (competitive linking, Melamed 2000, over terms
//! instead of whole passages). A passage that carries an utterance answers its best one in any case. At last, pairs that are a little too weak count where the passages
//! beside them answer each other. Costs n log n in the passages.

use super::{
    comparison::Reason,
    lookup,
    passages::{PassageWords, Side, Term, touching},
    weights::{Weights, common_terms},
};
use crate::{
    order::{places_by, sort_by},
    story::Utterance,
};

/// Below this likeness two passages are not shown as answering each other.
const ENOUGH: f32 = 0.26;

/// What the same speaker adds to likeness: people repeat themselves less than reporters do.
const SAME_SPEAKER: f32 = 0.05;

/// What neighbours that answer each other add, on each side.
const NEIGHBOURS: f32 = 0.05;

/// A passage that is in a pair answers another if so much of the lesser's weight is newly explained.
const NEW: f32 = 0.3;

/// The same where the neighbours answer each other, as the halves of a split sentence do.
const NEW_BESIDE: f32 = 0.2;

/// Two passages that answer each other.
#[derive(Clone, Debug, Default)]
pub(super) struct Matched {
    pub(super) left: usize,
    pub(super) right: usize,
    pub(super) score: f32,
    pub(super) reasons: Vec<Reason>,
    /// Whether neither passage is in a better pair.
    pub(super) level: bool,
    pub(super) moved: bool,
}

/// The pairs of passages, ordered by their places on the left and on the right.
///
/// `terms` is how many different terms the two sides have.
pub(super) fn pairs(left: &Side<'_>, right: &Side<'_>, terms: usize) -> Vec<Matched> {
    let weights = Weights::of(left, right, terms);
    let candidates = candidates(left, right, &weights, terms);
    // They come by their places; a positive number's bits rise with it.
    let best_first = places_by(candidates.len(), |at| !candidates[at].strength().to_bits());
    let mut candidates: Vec<Candidate<'_>> = best_first.map(|at| candidates[at].clone()).collect();
    let mut linking = Linking {
        weights: &weights,
        left: explained(left, &weights),
        right: explained(right, &weights),
        pairs: Vec::new(),
    };
    candidates.retain(|candidate| !(candidate.suffices(0.0) && linking.link(candidate)));
    let firm = linking.answers();
    for candidate in candidates {
        let beside = candidate.neighbours(&firm);
        if beside > 0 && candidate.suffices(beside as f32 * NEIGHBOURS) {
            linking.link(&Candidate { beside, ..candidate });
        }
    }
    let mut pairs: Vec<Matched> = linking
        .in_order()
        .map(|(pair, level)| pair.matched(left, right, &weights, *level))
        .collect();
    super::order::mark_moved(&mut pairs);
    pairs
}

/// Two passages that may answer each other.
#[derive(Clone)]
struct Candidate<'segment> {
    left: usize,
    right: usize,
    score: f32,
    utterance: bool,
    same_speaker: Option<&'segment str>,
    /// On how many sides their neighbours answer each other, if that was asked.
    beside: usize,
}

impl Candidate<'_> {
    /// Orders candidates: shared utterances first.
    fn strength(&self) -> f32 {
        if self.utterance { self.score + 2.0 } else { self.score }
    }

    fn suffices(&self, bonus: f32) -> bool {
        self.utterance || self.score + bonus >= ENOUGH
    }

    /// On how many sides the neighbours answer each other; `answers` are those of each passage on the left.
    fn neighbours(&self, answers: &[Vec<usize>]) -> usize {
        let has = |left: Option<usize>, right: Option<usize>| {
            let answers = left.and_then(|left| answers.get(left));
            answers.zip(right).is_some_and(|(answers, right)| answers.contains(&right))
        };
        let side = |left: Option<usize>, right: Option<usize>| {
            has(left, right) || has(left, Some(self.right)) || has(Some(self.left), right)
        };
        let before = side(self.left.checked_sub(1), self.right.checked_sub(1));
        let after = side(self.left.checked_add(1), self.right.checked_add(1));
        usize::from(before) + usize::from(after)
    }

    fn matched(
        &self,
        left: &Side<'_>,
        right: &Side<'_>,
        weights: &Weights,
        level: bool,
    ) -> Matched {
        let mut reasons = Vec::new();
        let speaker = self.same_speaker.map(str::to_owned);
        if self.utterance {
            reasons.push(Reason::Utterance(speaker));
        } else {
            reasons.extend(speaker.map(Reason::Speaker));
        }
        let telling = weights.telling(&left.passages[self.left], &right.passages[self.right]);
        if !telling.is_empty() {
            let words = |term: &&Term| (term.kind, left.words_of(term.span).to_owned());
            reasons.push(Reason::Terms(telling.iter().map(words).collect()));
        }
        if self.beside > 0 {
            reasons.push(Reason::Neighbours);
        }
        let score = self.score.clamp(0.0, 1.0);
        Matched { left: self.left, right: self.right, score, reasons, level, moved: false }
    }
}

fn candidates<'segment>(
    left: &Side<'segment>,
    right: &Side<'segment>,
    weights: &Weights,
    terms: usize,
) -> Vec<Candidate<'segment>> {
    let together = uttered_together(left, right);
    let mut places = lookup::candidates(left, right, weights, terms);
    places.extend_from_slice(&together);
    let places = lookup::in_order(places);
    let [totals_left, totals_right] = [left, right].map(|side| totals(side, weights));
    let weighed = places.into_iter().map(|(a, b)| {
        let same_speaker = left.same_speaker(a, right, b);
        let bonus = if same_speaker.is_some() { SAME_SPEAKER } else { 0.0 };
        let one = (&left.passages[a], totals_left[a]);
        let score = weights.likeness(one, (&right.passages[b], totals_right[b])) + bonus;
        let utterance = !together.is_empty() && together.binary_search(&(a, b)).is_ok();
        Candidate { left: a, right: b, score, utterance, same_speaker, beside: 0 }
    });
    weighed.filter(|candidate| candidate.suffices(2.0 * NEIGHBOURS)).collect()
}

fn totals(side: &Side<'_>, weights: &Weights) -> Vec<u32> {
    side.passages.iter().map(|passage| weights.total(passage)).collect()
}

/// The pairs of passages that carry matching words of one utterance, in order.
fn uttered_together<'segment>(
    left: &Side<'segment>,
    right: &Side<'segment>,
) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for utterance in left.utterances_with(right) {
        let (ours, theirs) = (carrying(&utterance, left), carrying(&utterance, right));
        pairs.extend(ours.iter().flat_map(|&a| theirs.iter().map(move |&b| (a, b))));
    }
    sort_by(&mut pairs, Ord::cmp);
    pairs.dedup();
    pairs
}

fn carrying(utterance: &Utterance, side: &Side<'_>) -> Vec<usize> {
    let witnesses =
        utterance.witnesses.iter().filter(|witness| witness.article as usize == side.article);
    let spans = witnesses.flat_map(|witness| &witness.spans);
    let mut passages: Vec<usize> = spans.flat_map(|&span| touching(&side.passages, span)).collect();
    sort_by(&mut passages, Ord::cmp);
    passages.dedup();
    passages
}

/// The pairs that were made so far.
struct Linking<'side, 'segment> {
    weights: &'side Weights,
    left: Vec<Explained<'side>>,
    right: Vec<Explained<'side>>,
    /// The pairs, and whether neither of a pair's passages was in one before.
    pairs: Vec<(Candidate<'segment>, bool)>,
}

/// A passage, its weight, and which of its terms a pair explains.
struct Explained<'side> {
    passage: &'side PassageWords,
    total: u32,
    paired: bool,
    terms: Vec<bool>,
}

fn explained<'side>(side: &'side Side<'_>, weights: &Weights) -> Vec<Explained<'side>> {
    let totals = totals(side, weights);
    side.passages
        .iter()
        .zip(totals)
        .map(|(passage, total)| Explained {
            passage,
            total,
            paired: false,
            terms: vec![false; passage.terms.len()],
        })
        .collect()
}

impl<'segment> Linking<'_, 'segment> {
    /// Links the two passages, unless better pairs explain what they share.
    fn link(&mut self, candidate: &Candidate<'segment>) -> bool {
        let (one, other) = (&mut self.left[candidate.left], &mut self.right[candidate.right]);
        let (ours, theirs) = (&one.passage.terms, &other.passage.terms);
        let level = !one.paired && !other.paired;
        let uttered = candidate.utterance && (!one.paired || !other.paired);
        if !level && !uttered {
            let mut new = 0;
            common_terms(ours, theirs, |a, b| {
                if !one.terms[a] && !other.terms[b] {
                    new += self.weights.weight(&ours[a]);
                }
            });
            let enough = if candidate.beside > 0 { NEW_BESIDE } else { NEW };
            if new == 0 || (new as f32) < one.total.min(other.total) as f32 * enough {
                return false;
            }
        }
        (one.paired, other.paired) = (true, true);
        common_terms(ours, theirs, |a, b| {
            (one.terms[a], other.terms[b]) = (true, true);
        });
        self.pairs.push((candidate.clone(), level));
        true
    }

    /// The pairs by their left passages, then by their right ones. Numbers are sorted in place of pairs, twice: for
    /// pairs of one left passage keep their order.
    fn in_order(&self) -> impl Iterator<Item = &(Candidate<'segment>, bool)> {
        let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let pairs = &self.pairs;
        let by_right: Vec<usize> = places_by(pairs.len(), |at| place(pairs[at].0.right)).collect();
        let left = |at: usize| place(pairs[by_right[at]].0.left);
        let by_left: Vec<usize> = places_by(pairs.len(), left).collect();
        by_left.into_iter().map(move |at| &pairs[by_right[at]])
    }

    /// For each passage on the left those that it is linked with.
    fn answers(&self) -> Vec<Vec<usize>> {
        let mut answers = vec![Vec::new(); self.left.len()];
        for (pair, _) in &self.pairs {
            answers[pair.left].push(pair.right);
        }
        answers
    }
}
