//! How often and how widely each term recurs, and how good a subject that makes it.
//!
//! The C-value of a term (Frantzi, Ananiadou and Mima 2000) is its frequency outside longer terms,
//! weighted by its length. Does not merge anything.

use std::collections::HashMap;

use super::{
    term::{LONGEST, Term, TermForm, Terms},
    word::together,
};

/// A term over all documents.
#[derive(Clone, Copy, Debug)]
pub(super) struct Count {
    pub(super) words: [u32; LONGEST],
    pub(super) form: TermForm,
    pub(super) frequency: u32,
    pub(super) documents: u32,
    last: u32,
}

impl Count {
    pub(super) fn words(&self) -> &[u32] {
        let length = self.words.iter().rposition(|word| *word != 0).map_or(0, |at| at + 1);
        &self.words[..length]
    }
}

/// What explained acronyms stand for: the terms by which they are counted.
pub(super) fn explained(all: &[Terms]) -> HashMap<u64, u64> {
    let acronyms = all.iter().flat_map(|terms| &terms.acronyms);
    acronyms
        .flat_map(|it| {
            let short = (together(&[it.acronym]), it.full);
            [short, (together(&[it.acronym, it.head]), it.full)]
        })
        .collect()
}

/// The key under which a term is counted.
pub(super) fn key_of(term: &Term, explained: &HashMap<u64, u64>) -> u64 {
    explained.get(&term.key).copied().unwrap_or(term.key)
}

/// Counts all terms. Linear in their number.
pub(super) fn tally(all: &[Terms], explained: &HashMap<u64, u64>) -> HashMap<u64, Count> {
    let mut counts: HashMap<u64, Count> = HashMap::new();
    for (document, terms) in (1..).zip(all) {
        for term in &terms.list {
            let count = counts.entry(key_of(term, explained)).or_insert(Count {
                words: term.words,
                form: term.form,
                frequency: 0,
                documents: 0,
                last: 0,
            });
            count.frequency += 1;
            count.documents += u32::from(count.last != document);
            count.last = document;
        }
    }
    counts
}

/// The terms that are good enough, each with its score, the best first; at most `most`.
pub(super) fn best(counts: &HashMap<u64, Count>, documents: usize, most: usize) -> Vec<(u64, f64)> {
    let nested = nested(counts);
    let mut scored: Vec<(u64, f64)> = counts
        .iter()
        .filter_map(|(key, count)| {
            let score = score(count, nested.get(key).copied(), documents);
            (score > 0.0).then_some((*key, score))
        })
        .collect();
    scored.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
    scored.truncate(most);
    scored
}

/// How often each term stands inside longer ones, and inside how many.
fn nested(counts: &HashMap<u64, Count>) -> HashMap<u64, (u32, u32)> {
    let mut nested: HashMap<u64, (u32, u32)> = HashMap::new();
    let recurrent = counts.values().filter(|it| it.frequency > 1 && it.form == TermForm::Phrase);
    for count in recurrent {
        let words = count.words();
        for start in 0..words.len() {
            for end in start + 2..=words.len() {
                if end - start < words.len() {
                    let inside = nested.entry(together(&words[start..end])).or_default();
                    inside.0 += count.frequency;
                    inside.1 += 1;
                }
            }
        }
    }
    nested
}

fn score(count: &Count, nested: Option<(u32, u32)>, documents: usize) -> f64 {
    let inside = nested.map_or(0.0, |(frequency, terms)| f64::from(frequency) / f64::from(terms));
    let own = f64::from(count.frequency) - inside;
    if own < 1.0 || (count.documents < 2 && own < 3.0) {
        return 0.0;
    }
    let length = u32::try_from(count.words().len()).unwrap_or(1);
    let all = f64::from(u32::try_from(documents).unwrap_or(u32::MAX)).max(1.0);
    let wide = f64::from(count.documents);
    // What is in every document narrows nothing.
    f64::from(length + 1).log2() * own * (1.0 + wide.ln()) * (1.25 - wide / all)
}
