//! The words of a corpus: which there are, which are forms of one, and where each stands.
//!
//! What a pack keeps of them is made by a collector that has gone through all texts; an opened pack
//! goes through them again to fill the positions in. A word is a number here, in the order of the
//! words, so that a prefix is a run of numbers.

use std::ops::Range;

use super::{
    Position,
    dictionary::Dictionary,
    filler::Filler,
    postings::{Holders, Occurrences, Postings},
    units::{Start, Words},
};
use crate::{
    bytes::Reader,
    pack::Bytes,
    text::{near::Near, token::Hash, word::Stems},
};

/// What a pack keeps of the words.
#[derive(Clone, Debug, Default)]
pub(super) struct Kept {
    /// The dictionary.
    pub(super) words: Bytes,
    /// For each word how many bytes its positions take.
    pub(super) sizes: Bytes,
    /// For each word how many words before it the last one of the same stem stands; 0 if there is none.
    pub(super) forms: Bytes,
}

/// The words of an opened pack.
#[derive(Clone, Debug, Default)]
pub struct Terms {
    dictionary: Dictionary,
    postings: Postings,
    /// For each word the next one of the same stem; the last one's is the first.
    forms: Vec<u32>,
}

impl Terms {
    /// The words of a pack that keeps which articles have them, and their places apart, which are to come; nothing
    /// if what was kept makes no sense.
    pub(super) fn kept(kept: Kept, middles: &[u8], articles: Bytes) -> Option<Self> {
        let dictionary = Dictionary::new(kept.words)?;
        let postings = Postings::kept(&kept.sizes, dictionary.len(), middles, articles)?;
        let forms = chains(&kept.forms, dictionary.len())?;
        Some(Self { dictionary, postings, forms })
    }

    /// Takes in the places of such a pack; nothing if they do not fit.
    pub(super) fn take(&self, places: Bytes) -> Option<()> {
        self.postings.take(places)
    }

    /// What a pack keeps of articles and places: how many bytes the articles of each word take, the articles of
    /// all, and the places.
    pub(super) fn keep(&self) -> [Vec<u8>; 3] {
        self.postings.keep()
    }

    /// The number of the word `folded`.
    #[must_use]
    pub fn number(&self, folded: &str) -> Option<u32> {
        let (number, there) = self.dictionary.find(folded.as_bytes());
        there.then_some(number)
    }

    /// The numbers of all forms of the word `folded`, which need not be one of them.
    #[must_use]
    pub fn forms(&self, folded: &str, stems: &Stems) -> Vec<u32> {
        let Some(one) = self.number(folded).or_else(|| self.form(folded, stems)) else {
            return Vec::new();
        };
        let mut forms = vec![one];
        let mut at = one;
        // A chain comes back to where it began; one that does not is cut.
        while let Some(&next) = self.forms.get(at as usize)
            && next != one
            && forms.len() < self.forms.len()
        {
            forms.push(next);
            at = next;
        }
        forms
    }

    /// The numbers of the words that begin with `folded`.
    #[must_use]
    pub fn prefix(&self, folded: &str) -> Range<u32> {
        self.dictionary.prefix(folded.as_bytes())
    }

    /// The numbers of the words that are `folded` but for so many letters put in, left out or changed.
    /// Costs a look at every word whose beginning is near.
    #[must_use]
    pub fn near(&self, folded: &str, edits: u8) -> Vec<u32> {
        let (mut near, mut found) = (Near::new(folded, edits), Vec::new());
        let mut beginnings = Near::new(folded, edits);
        let mut hopeless = |beginning: &[u8]| beginnings.rules_out(beginning);
        let mut each = |number, shared, rest: &[u8]| {
            found.extend(near.is_next(shared, rest).then_some(number));
        };
        self.dictionary.each_unless(&mut hopeless, &mut each);
        found
    }

    /// Where the word of that number stands; `starts` says where the articles begin.
    pub(super) fn occurrences<'index>(
        &'index self,
        number: u32,
        starts: &'index [Start],
    ) -> Occurrences<'index> {
        self.postings.of(number, starts)
    }

    /// The articles of the word of that number; none where it stands in few places.
    pub(super) fn holders(&self, number: u32) -> Option<Holders<'_>> {
        self.postings.holders(number)
    }

    /// How many bytes the positions of these words take: what reading them costs.
    #[must_use]
    pub fn cost(&self, numbers: Range<u32>) -> usize {
        self.postings.cost(numbers)
    }

    /// Calls `each` with every word of `numbers`.
    pub fn each(&self, numbers: Range<u32>, mut each: impl FnMut(&str)) {
        self.dictionary.each_from(numbers.start, |number, word| {
            let inside = number < numbers.end;
            if let Some(word) = std::str::from_utf8(word).ok().filter(|_| inside) {
                each(word);
            }
            inside
        });
    }

    /// A word with the stem of `folded`. A stem and its words differ in their ends only.
    fn form(&self, folded: &str, stems: &Stems) -> Option<u32> {
        let stem = stems.of(folded);
        let mut root = stem.to_string();
        root.pop();
        let mut found = None;
        self.dictionary.each_from(self.prefix(&root).start, |number, word| {
            let Ok(word) = std::str::from_utf8(word) else { return false };
            if word.starts_with(&root) && stems.of(word) == stem {
                found = Some(number);
            }
            found.is_none() && word.starts_with(&root)
        });
        found
    }
}

/// Fills the positions of a pack's words in.
pub(super) struct Opening {
    dictionary: Dictionary,
    forms: Bytes,
    filler: Filler,
}

impl Opening {
    /// Prepares for texts of `length` bytes; nothing if what was kept makes no sense.
    pub(super) fn new(kept: Kept, length: usize) -> Option<Self> {
        let dictionary = Dictionary::new(kept.words)?;
        let filler = Filler::new(&dictionary, &kept.sizes, length)?;
        Some(Self { dictionary, forms: kept.forms, filler })
    }

    /// The words; nothing if the texts had others.
    pub(super) fn finish(self) -> Option<Terms> {
        let forms = chains(&self.forms, self.dictionary.len())?;
        let postings = self.filler.finish(&self.dictionary)?;
        Some(Terms { dictionary: self.dictionary, postings, forms })
    }
}

impl<'text> Words<'text> for Opening {
    fn seed(&self) -> Hash {
        self.filler.seed()
    }

    fn next(&self) -> Position {
        self.filler.next()
    }

    fn begin(&mut self) {
        self.filler.begin();
    }

    #[inline]
    fn push(&mut self, hash: Hash, _: impl FnOnce() -> &'text str, field: usize) {
        self.filler.push(hash, field);
    }
}

/// For each word the next one of its stem, round in a circle, from the distances to the last one.
fn chains(forms: &[u8], count: u32) -> Option<Vec<u32>> {
    let mut reader = Reader::new(forms);
    let mut next: Vec<u32> = Vec::new();
    for number in 0..count {
        let before = number.checked_sub(reader.number()?)?;
        let after = if before == number { number } else { *next.get(before as usize)? };
        if before != number {
            next[before as usize] = number;
        }
        next.push(after);
    }
    Some(next)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        index::{TEXT, collector::Collector},
        text::token::each_word,
    };

    fn terms(text: &str) -> Terms {
        let mut collector = Collector::new(0, false);
        read(text, &mut collector);
        let mut opening = Opening::new(collector.finish().kept, text.len()).unwrap();
        read(text, &mut opening);
        opening.finish().unwrap()
    }

    fn read<'text>(text: &'text str, words: &mut impl Words<'text>) {
        words.begin();
        each_word(text, words.seed(), |hash, place| words.push(hash, || &text[place], TEXT));
    }

    fn places(terms: &Terms, numbers: impl IntoIterator<Item = u32>) -> Vec<Position> {
        let starts = [Start::default()];
        let of = |number| terms.occurrences(number, &starts);
        let mut places: Vec<_> = numbers.into_iter().flat_map(of).collect();
        places.sort_unstable();
        places
    }

    #[test]
    fn finds_words_forms_and_prefixes() {
        let terms = terms("Treaty talks about a treaty or treaties and treatment");
        let stems = Stems::default();
        assert_eq!(places(&terms, terms.number("treaty")), [0, 4]);
        assert_eq!(terms.number("unknown"), None);
        assert_eq!(places(&terms, terms.forms("treaties", &stems)), [0, 4, 6]);
        assert_eq!(places(&terms, terms.forms("talking", &stems)), [1], "not a word of the text");
        assert_eq!(places(&terms, terms.prefix("treat")), [0, 4, 6, 8]);
        assert_eq!(terms.prefix("zz").len(), 0);
    }

    #[test]
    fn finds_what_is_nearly_the_word() {
        let terms = terms("a treaty treats of treason");
        let mut found = Vec::new();
        for number in terms.near("treety", 1) {
            terms.each(number..number + 1, |word| found.push(word.to_owned()));
        }
        assert_eq!(found, ["treaty"]);
    }

    #[test]
    fn the_words_of_a_run_are_told() {
        let terms = terms("war treaty treat a");
        let mut told = Vec::new();
        terms.each(terms.prefix("t"), |word| told.push(word.to_owned()));
        assert_eq!(told, ["treat", "treaty"]);
    }

    #[test]
    fn forms_stand_in_a_circle() {
        assert_eq!(chains(&[0, 0, 2, 1, 0], 5), Some(vec![2, 1, 3, 0, 4]));
        assert_eq!(chains(&[1], 1), None, "before the first");
        assert_eq!(chains(&[0], 2), None, "too few");
    }
}
