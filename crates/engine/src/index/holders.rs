//! Which articles hold a word, and how often.
//!
//! What a word's places tell costs one look-up for each article, and one for each place; a word of many
//! places has a list of its articles, and costs a step for each. Does not know what is asked for.

use super::{HEADLINE, Index, Occurrences, Position, Positions, QUOTED, TEXT, Times};

impl Index {
    /// Calls `each` with the articles that hold the word of that number, in order, and how often; some
    /// come again and again, and add up. Behind them all one more may stand for the speakers' names.
    #[inline]
    pub(crate) fn each_holding(&self, word: u32, mut each: impl FnMut(u32, Times)) {
        match self.terms.holders(word) {
            Some(holders) => holders.for_each(|(article, times)| each(article, times)),
            None => self.each_article(1, self.occurrences(word), each),
        }
    }

    /// Where the word of that number stands.
    #[must_use]
    pub fn occurrences(&self, word: u32) -> Occurrences<'_> {
        self.terms.occurrences(word, &self.starts)
    }

    /// Calls `each` with the articles in which runs of `length` words begin at `places`, which come in order.
    #[inline]
    pub(crate) fn each_article(
        &self,
        length: u32,
        places: impl Iterator<Item = Position>,
        mut each: impl FnMut(u32, Times),
    ) {
        let mut here = Here::default();
        for place in places {
            if !here.words.contains(&place) {
                here.tell(&mut each);
                // Behind the articles stand the speakers' names.
                let Some(next) = Here::at(self, place) else { return };
                here = next;
            }
            if place + length <= here.words.end {
                here.times.add(here.field(self, place));
            }
        }
        here.tell(&mut each);
    }
}

/// The article that places fall into as long as they stay there, and what was counted in it.
#[derive(Default)]
struct Here {
    article: u32,
    words: Positions,
    headline: Positions,
    times: Times,
}

impl Here {
    /// The article that the position falls into; none behind the articles.
    fn at(index: &Index, place: Position) -> Option<Self> {
        let (article, words, headline) = index.bounds_at(place)?;
        Some(Self { article: article as u32, words, headline, times: Times::default() })
    }

    fn tell(&self, each: &mut impl FnMut(u32, Times)) {
        if !self.times.is_none() {
            each(self.article, self.times);
        }
    }

    /// The field of the article that the position is one of.
    #[inline]
    fn field(&self, index: &Index, place: Position) -> usize {
        if self.headline.contains(&place) {
            HEADLINE
        } else if index.is_quoted(place) {
            QUOTED
        } else {
            TEXT
        }
    }
}
