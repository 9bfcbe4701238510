//! Pairs the passages of two articles that answer each other.
//!
//! Passages that carry the same utterance are paired first, then those whose words are most alike:
//! words weigh the more the fewer passages have them (squared, as in tf-idf vectors), likeness is the
//! shared weight over the mean weight of the two (Dice) with something added for words that stand side
//! by side in both, and the best pairs are taken first. Only passages that share a content word are
//! weighed, found through lists of the passages of each word.

use super::passages::{PassageWords, Side, Word};
use crate::{
    article::BlockKind,
    order::{sort_by, sort_by_key},
    span::Span,
    story::Utterance,
};

/// Below this likeness two passages are not shown as answering each other.
const ENOUGH: f32 = 0.26;

/// What the same speaker adds to likeness: people repeat themselves less than reporters do.
const SAME_SPEAKER: f32 = 0.05;

/// What each word of a common run adds, from the third word on.
const RUN_WORD: f32 = 0.04;

/// The most that a common run adds.
const RUN_MOST: f32 = 0.3;

/// Two passages that answer each other.
#[derive(Clone, Debug)]
pub(super) struct Matched {
    pub(super) left: usize,
    pub(super) right: usize,
    pub(super) score: f32,
    pub(super) reasons: Vec<String>,
}

/// The pairs of passages, ordered by their place on the left; each passage is in at most one.
///
/// `stems` is how many different stems the two sides have.
pub(super) fn pairs<'segment>(
    left: &Side<'segment>,
    right: &Side<'segment>,
    stems: usize,
) -> Vec<Matched> {
    let weights = Weights::of(left, right, stems);
    let mut candidates = candidates(left, right, &weights);
    sort_by(&mut candidates, |a, b| {
        let strength = |it: &Candidate| if it.utterance { it.score + 1.0 } else { it.score };
        strength(b).total_cmp(&strength(a)).then((a.left, a.right).cmp(&(b.left, b.right)))
    });
    let used = |side: &Side<'_>| vec![false; side.passages.len()];
    let (mut used_left, mut used_right) = (used(left), used(right));
    let mut pairs = Vec::new();
    for candidate in candidates {
        if used_left[candidate.left] || used_right[candidate.right] {
            continue;
        }
        used_left[candidate.left] = true;
        used_right[candidate.right] = true;
        pairs.push(candidate.explained(left, right, &weights));
    }
    sort_by_key(&mut pairs, |pair| pair.left);
    pairs
}

struct Candidate<'segment> {
    left: usize,
    right: usize,
    score: f32,
    utterance: bool,
    same_speaker: Option<&'segment str>,
}

impl Candidate<'_> {
    fn explained(self, left: &Side<'_>, right: &Side<'_>, weights: &Weights) -> Matched {
        let mut reasons = Vec::new();
        match (self.utterance, self.same_speaker) {
            (true, Some(name)) => reasons.push(format!("the same statement by {name}")),
            (true, None) => reasons.push("the same statement".to_owned()),
            (false, Some(name)) => reasons.push(format!("both quote {name}")),
            (false, None) => {}
        }
        let (a, b) = (&left.passages[self.left], &right.passages[self.right]);
        let telling = weights.telling(a, b);
        if !telling.is_empty() {
            let words: Vec<&str> = telling.iter().map(|word| left.words_of(word.span)).collect();
            reasons.push(format!("both have {}", words.join(", ")));
        }
        let score = self.score.clamp(0.0, 1.0);
        Matched { left: self.left, right: self.right, score, reasons }
    }
}

fn candidates<'segment>(
    left: &Side<'segment>,
    right: &Side<'segment>,
    weights: &Weights,
) -> Vec<Candidate<'segment>> {
    let together = uttered_together(left, right);
    let mut sharing = together.clone();
    let right_of = passages_of_stems(right, weights.0.len());
    for (at, passage) in (0..).zip(&left.passages) {
        for &stem in &passage.stems {
            let others = right_of[stem as usize].iter();
            let comparable =
                others.filter(|&&other| comparable(passage.block, right.passages[other].block));
            sharing.extend(comparable.map(|&other| (at, other)));
        }
    }
    sort_by(&mut sharing, Ord::cmp);
    sharing.dedup();
    let weighed = sharing.into_iter().map(|(a, b)| {
        let speaker = left.same_speaker(a, right, b);
        let bonus = if speaker.is_some() { SAME_SPEAKER } else { 0.0 };
        let (one, other) = (&left.passages[a], &right.passages[b]);
        let score = weights.likeness(one, other) + common_run(one, other) + bonus;
        let utterance = together.binary_search(&(a, b)).is_ok();
        Candidate { left: a, right: b, score, utterance, same_speaker: speaker }
    });
    weighed.filter(|candidate| candidate.utterance || candidate.score >= ENOUGH).collect()
}

/// A picture's text and credit answer a picture's, not the report's sentences.
fn comparable(one: BlockKind, other: BlockKind) -> bool {
    let picture = |kind| matches!(kind, BlockKind::AltText | BlockKind::Credit);
    one == other || !picture(one) && !picture(other)
}

/// What the longest run of words that stand side by side in both passages adds to their likeness.
/// Capitalised words continue a run but do not lengthen it, for every report has the same names and
/// titles; nor does a run without a content word count ("for the first time").
fn common_run(a: &PassageWords, b: &PassageWords) -> f32 {
    let mut longest = 0_usize;
    let mut before = vec![Run::default(); b.words.len() + 1];
    for word in &a.words {
        // From the end, so that the run before each place is still that of the word before.
        for at in (0..b.words.len()).rev() {
            let other = &b.words[at];
            let same = other.form.folded == word.form.folded;
            before[at + 1] = if same { before[at].and(word, other) } else { Run::default() };
            longest = longest.max(before[at + 1].length());
        }
    }
    (longest.saturating_sub(2) as f32 * RUN_WORD).min(RUN_MOST)
}

/// Words that stand side by side in both passages, up to a place.
#[derive(Clone, Copy, Default)]
struct Run {
    ordinary: usize,
    content: usize,
}

impl Run {
    fn and(self, word: &Word, other: &Word) -> Self {
        // At the head of a sentence any word is capitalised: it counts if it is not so in the other.
        let ordinary = !(word.capitalised && other.capitalised);
        let content = ordinary && word.form.stem.is_some();
        Self {
            ordinary: self.ordinary + usize::from(ordinary),
            content: self.content + usize::from(content),
        }
    }

    fn length(self) -> usize {
        if self.content > 1 { self.ordinary } else { 0 }
    }
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
    let spans: Vec<Span> = witnesses.flat_map(|witness| witness.spans.iter().copied()).collect();
    let touched = |passage: &PassageWords| spans.iter().any(|span| span.overlaps(passage.span));
    (0..).zip(&side.passages).filter(|(_, it)| touched(it)).map(|(at, _)| at).collect()
}

/// The passages of each stem, by the stem's number.
fn passages_of_stems(side: &Side<'_>, stems: usize) -> Vec<Vec<usize>> {
    let mut passages = vec![Vec::new(); stems];
    for (at, passage) in (0..).zip(&side.passages) {
        for &stem in &passage.stems {
            passages[stem as usize].push(at);
        }
    }
    passages
}

/// How much each stem tells, by its number: the fewer passages have it, the more.
struct Weights(Vec<f32>);

impl Weights {
    fn of(left: &Side<'_>, right: &Side<'_>, stems: usize) -> Self {
        let all = || left.passages.iter().chain(&right.passages);
        let mut counts = vec![0.0_f32; stems];
        for &stem in all().flat_map(|passage| &passage.stems) {
            counts[stem as usize] += 1.0;
        }
        let passages = all().count() as f32;
        let weight = |count: f32| (1.0 + passages / count.max(1.0)).ln().powi(2);
        Self(counts.into_iter().map(weight).collect())
    }

    fn weight(&self, stem: u32) -> f32 {
        self.0.get(stem as usize).copied().unwrap_or_default()
    }

    fn total(&self, stems: impl IntoIterator<Item = u32>) -> f32 {
        stems.into_iter().map(|stem| self.weight(stem)).sum()
    }

    /// The weight of the shared stems over the mean weight of the two passages.
    fn likeness(&self, a: &PassageWords, b: &PassageWords) -> f32 {
        let [one, other] = [a, b].map(|passage| self.total(passage.stems.iter().copied()));
        let shared = a.stems.iter().copied().filter(|stem| b.stems.binary_search(stem).is_ok());
        2.0 * self.total(shared) / (one + other).max(f32::MIN_POSITIVE)
    }

    /// The shared words that tell most, as the left passage spells them.
    fn telling<'side>(&self, a: &'side PassageWords, b: &PassageWords) -> Vec<&'side Word> {
        let stem = |word: &&Word| word.form.stem.filter(|stem| b.stems.binary_search(stem).is_ok());
        let mut telling: Vec<(u32, &Word)> = Vec::new();
        for word in &a.words {
            if let Some(stem) = stem(&word).filter(|new| telling.iter().all(|(old, _)| old != new))
            {
                telling.push((stem, word));
            }
        }
        sort_by(&mut telling, |a, b| self.weight(b.0).total_cmp(&self.weight(a.0)));
        telling.into_iter().take(4).map(|(_, word)| word).collect()
    }
}
