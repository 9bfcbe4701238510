//! Merges the wordings of one subject, and gives the subjects with all their places.
//!
//! Wordings are one where a longer one holds both ("missile defense shield" holds "missile defense"
//! and "missile shield"), and nouns bound to two names where they mostly stand together. Works
//! through hash tables, never over all pairs.

use super::{
    Subject, Variant,
    count::{Count, Counts, Meanings, best, key_of, tally},
    term::{TermForm, Terms},
    word::together,
};
use crate::{
    article::Rule,
    order,
    person::Person,
    span::Span,
    text::{
        keyed::{Key, Map},
        lower,
    },
};

/// The most terms that are looked at as subjects.
const MOST: usize = 120;

/// The subjects of the corpus, the best first. Linear in the length of the documents.
pub(crate) fn find(sources: &[&str], all: &[Terms], people: &[Person]) -> Vec<Subject> {
    let mut surnames = Map::default();
    for surname in people.iter().filter_map(|person| person.name.rsplit(' ').next()) {
        surnames.insert(Key::folded(surname), 0);
    }
    let explained = Meanings::of(all);
    let counts = tally(all, &explained);
    let best = best(&counts, sources.len(), MOST);
    let mut groups = Groups::of(&best);
    groups.bridge(&counts);
    groups.bind(all, &counts);
    let mut places: Vec<Vec<(u32, Span)>> = vec![Vec::new(); best.len()];
    for (document, terms) in (0..).zip(all) {
        for term in &terms.list {
            let Some(index) = groups.place(key_of(term, &explained)) else {
                continue;
            };
            places[groups.root(index)].push((document, term.span));
        }
    }
    let mut subjects: Vec<Subject> = Vec::new();
    for (index, (key, score)) in best.iter().enumerate() {
        let Some(count) = counts.get(*key).filter(|_| groups.root(index) == index) else {
            continue;
        };
        let found = std::mem::take(&mut places[index]);
        let subject = subject(sources, count, *score, found);
        // Where the people's places were not all found, a surname recurs as a term does.
        subjects.extend(subject.filter(|it| surnames.get(Key::folded(&it.name)).is_none()));
    }
    subjects
}

/// Which of the best terms are one subject: a forest, with the better term as the root.
struct Groups {
    by_key: Map,
    parents: Vec<usize>,
}

impl Groups {
    fn of(best: &[(u64, f64)]) -> Self {
        let mut by_key = Map::default();
        for (index, (key, _)) in best.iter().enumerate() {
            by_key.insert(Key::EMPTY.mixed(*key), index);
        }
        Self { by_key, parents: (0..best.len()).collect() }
    }

    fn place(&self, key: u64) -> Option<usize> {
        self.by_key.place(Key::EMPTY.mixed(key))
    }

    fn root(&self, mut index: usize) -> usize {
        while self.parents[index] != index {
            index = self.parents[index];
        }
        index
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        self.parents[one.max(other)] = one.min(other);
    }

    /// Joins what a longer phrase holds together.
    fn bridge(&mut self, counts: &Counts) {
        for count in &counts.list {
            let words = count.words();
            if count.form != TermForm::Phrase || words.len() < 3 {
                continue;
            }
            let held = self.held(words);
            let apart = held.iter().any(|one| held.iter().any(|other| !share(&one.1, &other.1)));
            if held.is_empty() || apart {
                continue;
            }
            let whole = self.place(count.key);
            let all: Vec<usize> = held.iter().map(|it| it.0).chain(whole).collect();
            all.windows(2).for_each(|pair| self.join(pair[0], pair[1]));
        }
    }

    /// The terms of two words that the words hold, side by side or first and last.
    fn held(&self, words: &[u32]) -> Vec<(usize, [u32; 2])> {
        let beside = words.windows(2).map(|pair| [pair[0], pair[1]]);
        let ends = [words[0], words[words.len() - 1]];
        let pairs = beside.chain([ends]);
        pairs.filter_map(|pair| Some((self.place(together(&pair))?, pair))).collect()
    }

    /// Joins a noun's bonds to two names where they stand together at least half the time.
    fn bind(&mut self, all: &[Terms], counts: &Counts) {
        let mut together: Vec<((u64, u64), ())> = Vec::new();
        for terms in all {
            let bound: Vec<_> = terms.list.iter().filter(|it| it.form == TermForm::Bound).collect();
            for pair in bound.windows(2).filter(|pair| pair[0].head == pair[1].head) {
                let keys = (pair[0].key.min(pair[1].key), pair[0].key.max(pair[1].key));
                together.push((keys, ()));
            }
        }
        for ((one, other), times) in order::grouped(together) {
            let frequency = |key: u64| counts.get(key).map_or(0, |count| count.frequency);
            let least = frequency(one).min(frequency(other));
            let known = self.place(one).zip(self.place(other));
            if let Some((one, other)) = known.filter(|_| times.len() * 2 >= least as usize) {
                self.join(one, other);
            }
        }
    }
}

fn share(one: &[u32; 2], other: &[u32; 2]) -> bool {
    one.iter().any(|word| other.contains(word))
}

fn subject(
    sources: &[&str],
    count: &Count,
    score: f64,
    mut found: Vec<(u32, Span)>,
) -> Option<Subject> {
    // What stands inside a longer wording is told by it.
    order::sort_by_key(&mut found, |(document, span)| {
        (*document, span.start, std::cmp::Reverse(span.end))
    });
    let mut places: Vec<(u32, Span)> = Vec::with_capacity(found.len());
    for (document, span) in found {
        let inside =
            places.last().is_some_and(|(other, last)| *other == document && span.start < last.end);
        if !inside {
            places.push((document, span));
        }
    }
    let mut documents: Vec<u32> = places.iter().map(|place| place.0).collect();
    documents.dedup();
    let variants = variants(sources, &places);
    let name = variants.first()?.words.clone();
    let reason = match (count.form, documents.len()) {
        (TermForm::Phrase, 1) => "a phrase that recurs in one document",
        (TermForm::Phrase, _) => "a phrase that recurs in several documents",
        (TermForm::Bound, 1) => "a noun bound to a name, again and again in one document",
        (TermForm::Bound, _) => "a noun bound to a name in several documents",
    };
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a small positive number"
    )]
    let score = (score * 100.0).round() as u32;
    Some(Subject { name, score, reason: Rule::Borrowed(reason), variants })
}

/// The wordings with their places, most frequent first; small letters where there are some.
fn variants(sources: &[&str], places: &[(u32, Span)]) -> Vec<Variant> {
    let words = |(document, span): &(u32, Span)| {
        sources.get(*document as usize).map_or("", |source| span.of(source))
    };
    let folded = places.iter().map(|place| (lower(words(place)), *place)).collect();
    let mut variants: Vec<Variant> = Vec::new();
    for (_, places) in order::grouped(folded) {
        let least = places.iter().map(words).min_by_key(|words| capitals(words));
        variants.push(Variant { words: least.unwrap_or_default().to_owned(), places });
    }
    order::sort_by_key(&mut variants, |it| (std::cmp::Reverse(it.places.len()), it.words.len()));
    variants
}

fn capitals(words: &str) -> usize {
    words.chars().filter(|c| c.is_uppercase()).count()
}
