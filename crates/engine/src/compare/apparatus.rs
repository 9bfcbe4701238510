//! The witnesses of an utterance as in a critical edition: one reading text, and beneath it, place by place,
//! what each other witness has there.
//!
//! Words are put opposite each other without regard to case and punctuation (Myers 1986), but as each witness
//! spells them they are kept: so every witness can be made again of the apparatus, byte for byte. Costs the words of
//! each witness times its differences, and the places times the witnesses. Does not know whose words lead (`witness`).

use std::ops::Range;

use similar::DiffOp;

use super::{diff::operations, vocabulary::Vocabulary, witness::Witness};
use crate::{order::sort_by_key, span::Span};

/// A reading text and the variants of all other witnesses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Apparatus {
    /// The witness whose words are the reading text.
    pub reading: Witness,
    /// The others, from the earliest to the latest.
    pub witnesses: Vec<Witness>,
    /// The reading text, cut where a witness begins or ends to differ; in order, together they are all of it.
    pub places: Vec<Place>,
}

/// A stretch of the reading text, in which each witness differs as a whole or not at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The words of the reading text, by number. None where some witness adds something before the word of that
    /// number.
    pub words: Range<usize>,
    /// Where they stand in the reading's document: a span in each part of the quotation.
    pub spans: Vec<Span>,
    /// What each of the other witnesses has here, in their order.
    pub variants: Vec<Variant>,
}

/// What a witness has in one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    /// How it relates to the reading text.
    pub change: Change,
    /// Where its words stand in its document.
    pub spans: Vec<Span>,
    /// Its words with all that stands between them, where they are not those of the reading text to the letter.
    pub spelled: Option<String>,
}

/// How a witness relates to the reading text in one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// The same words; case and punctuation may differ. In a place without words: nothing is added.
    Same,
    /// Other words.
    Other,
    /// Nothing stands for these words.
    Omitted,
    /// Words that the reading text has not.
    Added,
}

impl Place {
    /// Whether some witness differs here.
    #[must_use]
    pub fn varies(&self) -> bool {
        self.variants.iter().any(|variant| variant.change != Change::Same)
    }
}

impl Apparatus {
    /// The apparatus of these witnesses; the first one's words are the reading text. None of nobody.
    pub(crate) fn of(mut witnesses: Vec<Witness>) -> Option<Self> {
        let others = witnesses.split_off(1.min(witnesses.len()));
        let reading = witnesses.pop()?;
        let mut vocabulary = Vocabulary::default();
        let text = reading.numbers(&mut vocabulary);
        let aligned: Vec<Aligned> =
            others.iter().map(|it| Aligned::new(&text, it.numbers(&mut vocabulary))).collect();
        let ranges = ranges(text.len(), &aligned);
        let place = |words: Range<usize>| Place {
            spans: reading.spans(words.clone()),
            variants: (others.iter().zip(&aligned))
                .map(|(witness, aligned)| variant((&reading, &text), &words, witness, aligned))
                .collect(),
            words,
        };
        let places = ranges.into_iter().map(place).collect();
        Some(Self { reading, witnesses: others, places })
    }

    /// The words of the reading text in a place, with all that stands between them.
    #[must_use]
    pub fn words(&self, place: &Place) -> &str {
        self.reading.stretch(place.words.clone())
    }

    /// The quoted words of one of the witnesses, made of the reading text and its variants alone: byte for byte its
    /// [`Witness::text`].
    #[must_use]
    pub fn rebuilt(&self, witness: usize) -> String {
        let variant = |place: &Place| match place.variants.get(witness) {
            Some(Variant { spelled: Some(words), .. }) => words.clone(),
            Some(Variant { change: Change::Same, .. }) => self.words(place).to_owned(),
            Some(_) | None => String::new(),
        };
        self.places.iter().map(variant).collect()
    }
}

/// A witness's words and where they differ from the reading text.
pub(super) struct Aligned {
    numbers: Vec<u32>,
    /// In order, none touching the next.
    changes: Vec<Changed>,
}

impl Aligned {
    pub(super) fn new(text: &[u32], numbers: Vec<u32>) -> Self {
        let ops = operations(text, &numbers);
        let differing = ops.iter().filter(|op| !matches!(op, DiffOp::Equal { .. }));
        let changes = merged(differing.map(|op| (op.old_range(), op.new_range())));
        let mut from = (0, 0);
        let moved = changes.into_iter().map(|change| {
            let moved = moved_back(from, change, text, &numbers);
            from = (moved.0.end, moved.1.end);
            moved
        });
        let changes = merged(moved);
        Self { numbers, changes }
    }

    /// Runs of the same words in both, by their numbers in the reading text (of so many words) and here.
    pub(super) fn equal(&self, text: usize) -> Vec<Changed> {
        let (mut from, mut equal) = ((0, 0), Vec::new());
        let end = (text..text, self.numbers.len()..self.numbers.len());
        for (old, new) in self.changes.iter().chain([&end]) {
            if from.0 < old.start {
                equal.push((from.0..old.start, from.1..new.start));
            }
            from = (old.end, new.end);
        }
        equal
    }

    /// The words that differ, here.
    pub(super) fn more(&self) -> impl Iterator<Item = Range<usize>> {
        self.changes.iter().map(|(_, new)| new.clone()).filter(|new| !new.is_empty())
    }

    /// The words that stand for a range of the reading text that no change reaches into.
    fn own(&self, range: &Range<usize>) -> Range<usize> {
        // What is added before the range is a place of its own.
        let start =
            if range.is_empty() { self.at(range.start, false) } else { self.at(range.start, true) };
        let end = self.at(range.end, range.is_empty());
        start..end.max(start)
    }

    /// How many words stand before that word of the reading text, with or without what is added there.
    fn at(&self, word: usize, added: bool) -> usize {
        let before =
            |(old, _): &&Changed| old.end < word || old.end == word && (added || !old.is_empty());
        let last = self.changes.iter().take_while(before).last();
        last.map_or(word, |(old, new)| new.end + word - old.end)
    }
}

/// Words of the reading text, and those that stand for them.
type Changed = (Range<usize>, Range<usize>);

/// Changes in order, those that touch as one.
fn merged(changes: impl Iterator<Item = Changed>) -> Vec<Changed> {
    let mut merged: Vec<Changed> = Vec::new();
    for (old, new) in changes {
        match merged.last_mut() {
            Some(last) if last.0.end == old.start && last.1.end == new.start => {
                (last.0.end, last.1.end) = (old.end, new.end);
            }
            _ => merged.push((old, new)),
        }
    }
    merged
}

/// What is left out or added, as far back as the change before it, if the words there are the same: so that a text
/// that begins with "we" keeps its own "we", not one of a sentence that it left out. Elsewhere as it is.
fn moved_back(from: (usize, usize), (old, new): Changed, text: &[u32], numbers: &[u32]) -> Changed {
    let words = match (old.is_empty(), new.is_empty()) {
        (false, true) => text.get(from.0..old.end),
        (true, false) => numbers.get(from.1..new.end),
        _ => None,
    };
    let (gap, length) = (old.start - from.0, old.len() + new.len());
    let slides = words.is_some_and(|words| words.get(..gap) == words.get(length..));
    match slides {
        true => (from.0..from.0 + old.len(), from.1..from.1 + new.len()),
        false => (old, new),
    }
}

/// The ranges that a reading text of so many words is cut into: each change whole, those that reach into each other
/// as one, and what stands between them.
fn ranges(words: usize, aligned: &[Aligned]) -> Vec<Range<usize>> {
    let changes = aligned.iter().flat_map(|it| &it.changes);
    let mut changed: Vec<Range<usize>> = changes.map(|(old, _)| old.clone()).collect();
    sort_by_key(&mut changed, |range| (range.start, range.end));
    let mut merged: Vec<Range<usize>> = Vec::with_capacity(changed.len());
    for range in changed {
        match merged.last_mut() {
            Some(last) if *last == range => {}
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    let (mut from, mut all) = (0, Vec::with_capacity(merged.len() * 2));
    for range in merged {
        if from < range.start {
            all.push(from..range.start);
        }
        from = range.end;
        all.push(range);
    }
    if from < words {
        all.push(from..words);
    }
    all
}

fn variant(
    (reading, text): (&Witness, &[u32]),
    words: &Range<usize>,
    witness: &Witness,
    aligned: &Aligned,
) -> Variant {
    let own = aligned.own(words);
    let same = text.get(words.clone()) == aligned.numbers.get(own.clone());
    let change = match (words.is_empty(), own.is_empty()) {
        _ if same => Change::Same,
        (true, _) => Change::Added,
        (_, true) => Change::Omitted,
        _ => Change::Other,
    };
    let spelled = witness.stretch(own.clone());
    let as_read = change == Change::Same && spelled == reading.stretch(words.clone());
    let spelled = (!as_read && !spelled.is_empty()).then(|| spelled.to_owned());
    Variant { change, spans: witness.spans(own), spelled }
}

#[cfg(test)]
#[path = "apparatus_tests.rs"]
mod tests;
