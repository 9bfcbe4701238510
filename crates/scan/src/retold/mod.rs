//! Reports and their retellings, made by chance that is the same in every run: sentences put in another
//! order, dropped, merged, split, reworded by synonym and by number format, and foreign ones put in.
//! Which sentence is told again by which is known, so an alignment can be judged.
//!
//! Shares no words with what aligns; knows nothing of how that is done.

mod clause;
mod judge;

use std::collections::BTreeMap;

use fastrand::Rng;
use parallax_engine::{article::Document, compare::Value, span::Span};

use clause::{Clause, Lexicon};
pub use judge::{Disputed, Tally, mistakes};

/// A report, a retelling of it, and which sentence is told again where.
#[derive(Clone, Debug)]
pub struct Case {
    /// The report.
    pub report: Document,
    /// The retelling.
    pub retold: Document,
    /// Whether three in ten content words or more are put in another way.
    pub heavy: bool,
    /// The sentences of both, in order.
    sentences: [Vec<Span>; 2],
    /// The sentences, by number, that say the same or a part of it, in order.
    pairs: Vec<(usize, usize)>,
    /// Of these, those in which a value was changed, and what it is.
    planted: Vec<((usize, usize), Value)>,
}

/// So many cases, the same ones for the same seed; every third is heavily reworded.
#[must_use]
pub fn cases(count: usize, seed: u64) -> Vec<Case> {
    made_cases(count, seed, false)
}

/// The same, one statement in four contradicting the report in a number, a day or a name.
#[must_use]
pub fn disputes(count: usize, seed: u64) -> Vec<Case> {
    made_cases(count, seed, true)
}

fn made_cases(count: usize, seed: u64, disputed: bool) -> Vec<Case> {
    let mut random = Rng::with_seed(seed);
    let all = Lexicon::all();
    let sized = |number: usize| {
        let sentences = random.usize(8..40);
        case(number, (sentences, disputed), &all, &mut random)
    };
    (0..count).map(sized).collect()
}

/// One case of so many sentences.
#[must_use]
pub fn long_case(sentences: usize, seed: u64) -> Case {
    case(1, (sentences, false), &Lexicon::all(), &mut Rng::with_seed(seed))
}

/// A sentence of one or two clauses, each with its number in the report (none: it is not in it).
type Sentence = Vec<(Option<usize>, Clause)>;

fn case(
    number: usize,
    (sentences, disputed): (usize, bool),
    all: &Lexicon,
    random: &mut Rng,
) -> Case {
    let heavy = number.is_multiple_of(3);
    let lexicon = all.some(random);
    let report = made(sentences, &lexicon, random);
    let elsewhere = all.some(random);
    let mut retold: Vec<Sentence> =
        report.iter().skip(1).map(|it| reworded(it, heavy, random)).collect();
    retold.retain(|_| random.u8(..8) > 0);
    let mut changed = BTreeMap::new();
    if disputed {
        contradict(&mut retold, &lexicon, &mut changed, random);
    }
    let retold = merged(split(retold, random), random);
    let mut retold = moved(retold, random);
    for _ in 0..random.usize(..=retold.len() / 3) {
        let known = if random.bool() { &lexicon } else { &elsewhere };
        retold.insert(random.usize(..=retold.len()), vec![(None, Clause::made(known, random))]);
    }
    retold.insert(0, reworded(&report[0], heavy, random));
    let pairs = pairs(&report, &retold);
    let planted = pairs.iter().flat_map(|&(one, other)| {
        let numbers = report[one].iter().filter_map(|(number, _)| *number);
        let shared = numbers.filter(|number| retold[other].iter().any(|it| it.0 == Some(*number)));
        shared
            .filter_map(|it| changed.get(&it).map(|kind| ((one, other), *kind)))
            .collect::<Vec<_>>()
    });
    let planted = planted.collect();
    let (report_text, report_spans) = text(&report);
    let (retold_text, retold_spans) = text(&retold);
    let document = |name: &str, text| Document {
        id: format!("case-{number:04}-{name}"),
        text,
        ..Document::default()
    };
    Case {
        report: document("report", report_text),
        retold: document("retold", retold_text),
        heavy,
        sentences: [report_spans, retold_spans],
        pairs,
        planted,
    }
}

/// Changes a value in one clause of four, and notes in which.
fn contradict(
    sentences: &mut [Sentence],
    lexicon: &Lexicon,
    changed: &mut BTreeMap<usize, Value>,
    random: &mut Rng,
) {
    for (number, clause) in sentences.iter_mut().flatten().collect::<Vec<_>>() {
        if random.u8(..4) > 0 {
            continue;
        }
        if let Some((other, kind)) = clause.contradicted(lexicon, random) {
            *clause = other;
            changed.extend(number.map(|number| (number, kind)));
        }
    }
}

/// A headline and so many sentences.
fn made(count: usize, lexicon: &Lexicon, random: &mut Rng) -> Vec<Sentence> {
    let mut clauses = 0;
    let mut next = |random: &mut Rng| {
        clauses += 1;
        (Some(clauses), Clause::made(lexicon, random))
    };
    (0..=count)
        .map(|at| {
            let mut sentence = vec![next(random)];
            if at > 0 && sentence[0].1.speaker().is_none() && random.u8(..3) == 0 {
                sentence.push(next(random));
            }
            sentence
        })
        .collect()
}

fn reworded(sentence: &Sentence, heavy: bool, random: &mut Rng) -> Sentence {
    let share = if heavy { 0.3 + random.f32() * 0.3 } else { random.f32() * 0.25 };
    sentence.iter().map(|(number, clause)| (*number, clause.reworded(share, random))).collect()
}

/// Some sentences of two clauses become two.
fn split(sentences: Vec<Sentence>, random: &mut Rng) -> Vec<Sentence> {
    let halves = |sentence: Sentence| -> Vec<Sentence> {
        if sentence.len() < 2 || random.bool() {
            return vec![sentence];
        }
        sentence.into_iter().map(|clause| vec![clause]).collect()
    };
    sentences.into_iter().flat_map(halves).collect()
}

/// Some sentences of one clause become one with the next.
fn merged(sentences: Vec<Sentence>, random: &mut Rng) -> Vec<Sentence> {
    let simple = |it: &Sentence| it.len() == 1 && it[0].1.speaker().is_none();
    let mut merged: Vec<Sentence> = Vec::new();
    for sentence in sentences {
        match merged.last_mut() {
            Some(last) if simple(last) && simple(&sentence) && random.u8(..8) == 0 => {
                last.extend(sentence);
            }
            _ => merged.push(sentence),
        }
    }
    merged
}

/// Some sentences go elsewhere.
fn moved(mut sentences: Vec<Sentence>, random: &mut Rng) -> Vec<Sentence> {
    if sentences.is_empty() {
        return sentences;
    }
    for _ in 0..random.usize(..=1 + sentences.len() / 6) {
        let sentence = sentences.remove(random.usize(..sentences.len()));
        sentences.insert(random.usize(..=sentences.len()), sentence);
    }
    sentences
}

fn pairs(report: &[Sentence], retold: &[Sentence]) -> Vec<(usize, usize)> {
    let tells = |one: &Sentence, other: &Sentence| {
        one.iter().any(|(number, _)| other.iter().any(|(it, _)| number.is_some() && it == number))
    };
    let right = |(at, one)| {
        (0..).zip(retold).filter(move |(_, other)| tells(one, other)).map(move |(it, _)| (at, it))
    };
    (0..).zip(report).flat_map(right).collect()
}

/// The text of the sentences, two or three a paragraph, and where each stands.
fn text(sentences: &[Sentence]) -> (String, Vec<Span>) {
    let (mut text, mut spans) = (String::new(), Vec::new());
    for (at, sentence) in sentences.iter().enumerate() {
        let start = text.len();
        text += &written(sentence, at == 0);
        spans.push(Span::new(start, text.len()));
        text += if at % 3 == 0 { "\n\n" } else { " " };
    }
    (text, spans)
}

fn written(sentence: &Sentence, headline: bool) -> String {
    let clauses: Vec<String> = sentence.iter().map(|(_, clause)| clause.words()).collect();
    let words = capital(&clauses.join(", and "));
    match sentence.first().and_then(|(_, clause)| clause.speaker()) {
        _ if headline => words,
        Some(speaker) => format!("“{words},” said {speaker}."),
        None => format!("{words}."),
    }
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}
