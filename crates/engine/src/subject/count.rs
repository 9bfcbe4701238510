//! How often and how widely each term recurs, and how good a subject that makes it.
//!
//! The C-value of a term (Frantzi, Ananiadou and Mima 2000) is its frequency outside longer terms,
//! weighted by its length. Does not merge anything.

use super::{
    term::{LONGEST, Term, TermForm, Terms},
    word::together,
};
use crate::{
    order,
    text::keyed::{Key, Map},
};

/// A term over all documents.
#[derive(Clone, Copy, Debug)]
pub(super) struct Count {
    pub(super) key: u64,
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
#[derive(Default)]
pub(super) struct Meanings {
    by_acronym: Map,
    full: Vec<u64>,
}

impl Meanings {
    pub(super) fn of(all: &[Terms]) -> Self {
        let mut meanings = Self::default();
        for it in all.iter().flat_map(|terms| &terms.acronyms) {
            for short in [together(&[it.acronym]), together(&[it.acronym, it.head])] {
                meanings.by_acronym.insert(Key::EMPTY.mixed(short), meanings.full.len());
            }
            meanings.full.push(it.full);
        }
        meanings
    }
}

/// The counts of all terms.
#[derive(Default)]
pub(super) struct Counts {
    by_key: Map,
    pub(super) list: Vec<Count>,
}

impl Counts {
    pub(super) fn get(&self, key: u64) -> Option<&Count> {
        self.list.get(self.by_key.place(Key::EMPTY.mixed(key))?)
    }
}

/// The key under which a term is counted.
pub(super) fn key_of(term: &Term, explained: &Meanings) -> u64 {
    let full = explained.by_acronym.place(Key::EMPTY.mixed(term.key));
    full.and_then(|at| explained.full.get(at)).copied().unwrap_or(term.key)
}

/// Counts all terms. Linear in their number.
pub(super) fn tally(all: &[Terms], explained: &Meanings) -> Counts {
    let mut counts = Counts::default();
    for (document, terms) in (1..).zip(all) {
        for term in &terms.list {
            let (key, new) = (key_of(term, explained), counts.list.len());
            let at = *counts.by_key.entry(Key::EMPTY.mixed(key), new) as usize;
            if at == new {
                let (words, form) = (term.words, term.form);
                counts.list.push(Count { key, words, form, frequency: 0, documents: 0, last: 0 });
            }
            let count = &mut counts.list[at];
            count.frequency += 1;
            count.documents += u32::from(count.last != document);
            count.last = document;
        }
    }
    counts
}

/// The terms that are good enough, each with its score, the best first; at most `most`.
pub(super) fn best(counts: &Counts, documents: usize, most: usize) -> Vec<(u64, f64)> {
    let (inside, all) = nested(counts);
    let scored = counts.list.iter().filter_map(|count| {
        let nested = inside.place(Key::EMPTY.mixed(count.key)).and_then(|at| all.get(at));
        let score = score(count, nested.copied(), documents);
        (score > 0.0).then_some((count.key, score))
    });
    let mut scored: Vec<(u64, f64)> = scored.collect();
    order::sort_by(&mut scored, |one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
    scored.truncate(most);
    scored
}

/// How often each term stands inside longer ones, and inside how many.
fn nested(counts: &Counts) -> (Map, Vec<(u32, u32)>) {
    let (mut nested, mut all) = (Map::default(), Vec::new());
    let recurrent = counts.list.iter().filter(|it| it.frequency > 1 && it.form == TermForm::Phrase);
    for count in recurrent {
        let words = count.words();
        for start in 0..words.len() {
            for end in start + 2..=words.len() {
                if end - start < words.len() {
                    let key = Key::EMPTY.mixed(together(&words[start..end]));
                    let at = *nested.entry(key, all.len()) as usize;
                    if at == all.len() {
                        all.push((0, 0));
                    }
                    let inside = &mut all[at];
                    inside.0 += count.frequency;
                    inside.1 += 1;
                }
            }
        }
    }
    (nested, all)
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
