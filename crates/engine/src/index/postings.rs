//! Where every word stands: for each word the articles that have it, and its places in them.
//!
//! The articles stand at the front of a word's bytes, each as how far behind the one before it is and how
//! often its fields have the word: a byte for most (an inverted file by document; Zobel and Moffat,
//! Inverted Files for Text Search Engines, 2006). The places stand at the back, the first one last, each as
//! its distance from the one before in the article, or from the article's first word. So both grow towards
//! each other as they are filled in, and together need one size. A word of few places has nothing but these,
//! in four bytes each.
//!
//! A small pack holds only the sizes: the rest is filled in when it is opened, by going through the text once,
//! since it would add half to what is fetched. A large one holds all of it, and is read in place: what tells which
//! articles have a word in one run of bytes, the places that go with it in another, which may come later. Knows no
//! texts.

use std::cell::OnceCell;

use super::{
    Position, Times,
    size::{self, FIXED},
    units::Start,
};
use crate::{
    bytes::{self, Backward, Reader, little_endian},
    pack::Bytes,
};

/// The places of all words.
#[derive(Clone, Debug, Default)]
pub(super) struct Postings {
    /// For each word where its bytes end, and where its articles do: at the start where it has few places.
    /// Where a pack keeps both apart: where they would end together, and where what tells the articles does.
    ends: Vec<u32>,
    middles: Vec<u32>,
    bytes: Bytes,
    /// The places that stand apart; nothing while they are to come.
    apart: Option<OnceCell<Bytes>>,
}

impl Postings {
    pub(super) fn new(ends: Vec<u32>, middles: Vec<u32>, bytes: Bytes) -> Self {
        Self { ends, middles, bytes, apart: None }
    }

    /// What a pack keeps of so many words, whose sizes it keeps too, but for the places that stand apart; none if
    /// they do not fit together. Linear in the words, whatever places they have.
    pub(super) fn kept(sizes: &[u8], words: u32, middles: &[u8], bytes: Bytes) -> Option<Self> {
        let (ends, few) = size::ends(sizes, words)?;
        let (mut reader, mut start, mut middle) = (Reader::new(middles), 0_u32, 0_u32);
        let mut read = Vec::with_capacity(ends.len());
        for (&end, few) in ends.iter().zip(few) {
            let (size, front) = (end - start, reader.number()?);
            let front = if few { size } else { front };
            (front <= size).then_some(())?;
            // No more than the sum of all sizes, which was added up before.
            middle += front;
            read.push(middle);
            start = end;
        }
        let fits = reader.is_empty() && middle as usize == bytes.len();
        fits.then_some(Self { ends, middles: read, bytes, apart: Some(OnceCell::new()) })
    }

    /// Takes in the places that stand apart, once; none if they do not fit what was kept before.
    pub(super) fn take(&self, places: Bytes) -> Option<()> {
        let last = |of: &[u32]| of.last().map_or(0, |&end| end as usize);
        (places.len() == last(&self.ends) - last(&self.middles)).then_some(())?;
        self.apart.as_ref()?.set(places).ok()
    }

    /// What a pack keeps of it beside the sizes: how many bytes the articles of each word take; what tells the
    /// articles of all words; and the places that go with it.
    pub(super) fn keep(&self) -> [Vec<u8>; 3] {
        let mut kept: [Vec<u8>; 3] = Default::default();
        let [middles, fronts, apart] = &mut kept;
        for word in 0..self.ends.len() as u32 {
            let (articles, places) = self.parts(word);
            bytes::write(middles, articles.len() as u32);
            // Few places tell the articles themselves.
            let (front, back) =
                if articles.is_empty() { (places, articles) } else { (articles, places) };
            fronts.extend_from_slice(front);
            apart.extend_from_slice(back);
        }
        kept
    }

    /// The places of the word of that number; `starts` says where the articles begin.
    pub(super) fn of<'index>(
        &'index self,
        word: u32,
        starts: &'index [Start],
    ) -> Occurrences<'index> {
        let (articles, places) = self.parts(word);
        let few = if articles.is_empty() { places.as_chunks().0 } else { &[] };
        Occurrences {
            few,
            starts,
            articles: Reader::new(articles),
            places: Backward::new(places),
            article: u32::MAX,
            left: 0,
            last: 0,
            at: None,
        }
    }

    /// The articles of that word; none where it has few places.
    pub(super) fn holders(&self, word: u32) -> Option<Holders<'_>> {
        let (articles, _) = self.parts(word);
        let holders = Holders { articles: Reader::new(articles), article: u32::MAX };
        (!articles.is_empty()).then_some(holders)
    }

    /// How many bytes the places of these words take: what reading them costs.
    pub(super) fn cost(&self, words: std::ops::Range<u32>) -> usize {
        self.start(words.end).saturating_sub(self.start(words.start))
    }

    /// The bytes of the articles and of the places.
    fn parts(&self, word: u32) -> (&[u8], &[u8]) {
        let middle = |word: u32| self.middles.get(word as usize).map_or(0, |&it| it as usize);
        let part = |range| self.bytes.get(range).unwrap_or_default();
        let (start, end) = (self.start(word), self.start(word + 1));
        let Some(apart) = &self.apart else {
            return (part(start..middle(word)), part(middle(word)..end));
        };
        let (before, middle) = (word.checked_sub(1).map_or(0, middle), middle(word));
        let front = part(before..middle);
        // What is whole without places that stand apart has few.
        if end - middle == start - before {
            return (&[], front);
        }
        let places = apart.get().and_then(|places| places.get(start - before..end - middle));
        (front, places.unwrap_or_default())
    }

    /// Where the bytes of the word begin, and those of the one before it end.
    fn start(&self, word: u32) -> usize {
        let before = word.checked_sub(1).and_then(|before| self.ends.get(before as usize));
        before.map_or(0, |&end| end as usize)
    }
}

/// The articles of a word, in order, each with how often it has the word; some come again and again, and
/// add up.
#[derive(Clone, Debug)]
pub(super) struct Holders<'index> {
    articles: Reader<'index>,
    article: u32,
}

impl Iterator for Holders<'_> {
    type Item = (u32, Times);

    #[inline]
    fn next(&mut self) -> Option<(u32, Times)> {
        let (behind, times) = Times::read(&mut self.articles)?;
        self.article = self.article.wrapping_add(behind);
        Some((self.article, times))
    }
}

/// The positions of a word, in order.
#[derive(Clone, Debug)]
pub struct Occurrences<'index> {
    few: &'index [[u8; FIXED]],
    starts: &'index [Start],
    articles: Reader<'index>,
    places: Backward<'index>,
    article: u32,
    /// How many places of the article are left.
    left: u32,
    last: Position,
    /// The place that was last looked at by [`Occurrences::has`].
    at: Option<Position>,
}

impl Occurrences<'_> {
    /// Goes on to the next article, or to more of the same one.
    #[inline]
    fn go_on(&mut self) -> Option<()> {
        let (behind, times) = Times::read(&mut self.articles)?;
        self.left = times.sum();
        if behind > 0 {
            self.article = self.article.wrapping_add(behind);
            self.last = self.starts.get(self.article as usize)?.words;
        }
        Some(())
    }
}

impl Occurrences<'_> {
    /// Whether the word stands at `position`, which is not before any that was asked for. Articles that
    /// end before it are passed by.
    pub(crate) fn has(&mut self, position: Position) -> bool {
        while self.at.is_none_or(|at| at < position) {
            if self.few.is_empty() && self.pass(position).is_none() {
                return false;
            }
            self.at = self.next();
            if self.at.is_none() {
                return false;
            }
        }
        self.at == Some(position)
    }

    /// Passes the articles that end before the position; nothing where no other one is left.
    fn pass(&mut self, position: Position) -> Option<()> {
        loop {
            let end = self.starts.get(self.article.wrapping_add(1) as usize);
            if self.left > 0 && end.is_none_or(|end| position < end.words) {
                return Some(());
            }
            self.places.pass(self.left);
            self.go_on()?;
        }
    }
}

impl Iterator for Occurrences<'_> {
    type Item = Position;

    #[inline]
    fn next(&mut self) -> Option<Position> {
        if let Some((place, few)) = self.few.split_first() {
            self.few = few;
            return Some(little_endian(place));
        }
        if self.left == 0 {
            self.go_on()?;
        }
        self.left = self.left.checked_sub(1)?;
        self.last = self.last.wrapping_add(self.places.number()?);
        Some(self.last)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;
    use crate::{
        bytes,
        index::{
            dictionary::{Dictionary, encode},
            filler::Filler,
            size::{FEW, Place, Size},
        },
        text::token::each_word,
    };

    /// What a word's places are known by: the article, the position and the field.
    type Known = (u32, Position, usize);

    /// The places of each word in articles of words, each in a field, as a pack keeps them and as an opened
    /// one reads them.
    fn check(articles: &[Vec<(&str, usize)>]) {
        let mut known: BTreeMap<&str, Vec<Known>> = BTreeMap::new();
        let mut sizes: BTreeMap<&str, Size> = BTreeMap::new();
        let (mut starts, mut position) = (Vec::new(), 0);
        for (article, words) in (0..).zip(articles) {
            let start = position;
            starts.push(Start { words: start, headline: None });
            for &(word, field) in words {
                known.entry(word).or_default().push((article, position, field));
                let place = Place { article, start, position, field };
                sizes.entry(word).and_modify(|size| size.add(place)).or_insert(Size::of(place));
                position += 1;
            }
        }
        let words = encode(known.keys().map(|word| word.as_bytes()));
        let dictionary = Dictionary::new(words.into()).unwrap();
        let mut codes = Vec::new();
        sizes.values().for_each(|size| bytes::write(&mut codes, size.code()));
        let mut filler = Filler::new(&dictionary, &codes, position as usize).unwrap();
        for words in articles {
            filler.begin();
            for (word, field) in words {
                each_word(word, filler.seed(), |hash, _| filler.push(hash, *field));
            }
        }
        let postings = filler.finish(&dictionary).unwrap();
        for (number, known) in (0..).zip(known.values()) {
            let places = known.iter().map(|place| place.1);
            assert!(postings.of(number, &starts).eq(places.clone()), "{articles:?}");
            let known_places: Vec<_> = places.collect();
            for step in [1, 2, 7] {
                let mut asked = postings.of(number, &starts);
                for at in (0..position + 2).step_by(step) {
                    assert_eq!(
                        asked.has(at),
                        known_places.contains(&at),
                        "{at} by {step}: {articles:?}"
                    );
                }
            }
            let Some(holders) = postings.holders(number) else {
                assert!(known.len() <= FEW as usize);
                continue;
            };
            let (mut found, mut expected) = (BTreeMap::new(), BTreeMap::new());
            for (article, times) in holders {
                let sum: &mut Times = found.entry(article).or_default();
                *sum = sum.plus(times);
            }
            for &(article, _, field) in known {
                let sum: &mut Times = expected.entry(article).or_default();
                *sum = sum.plus(Times::once(field));
            }
            assert_eq!(found, expected, "{articles:?}");
        }
    }

    #[test]
    fn every_word_keeps_its_places() {
        check(&[]);
        check(&[vec![("to", 0), ("be", 0), ("or", 1), ("not", 2), ("to", 0), ("be", 0)]]);
        let often = |field| vec![("often", field); 300];
        check(&[often(0), often(1), often(2), [often(2), often(0)].concat()]);
        check(&vec![vec![("always", 0), ("be", 1)]; 300]);
    }

    proptest! {
        #[test]
        fn in_any_text(
            articles in proptest::collection::vec(
                proptest::collection::vec(("[a-e]{1,2}", 0_usize..3), 0..60), 0..20,
            ),
        ) {
            let lent: Vec<Vec<_>> = articles
                .iter()
                .map(|words| words.iter().map(|(word, field)| (word.as_str(), *field)).collect())
                .collect();
            check(&lent);
        }
    }
}
