//! The places of all words of a large pack, of which it is known which word stands at each position.
//!
//! Costs a look at a list and two writes for each word of the texts. What a word's bytes are is told in
//! `postings`; `filler` does the same where words are known by their hashes only. Knows no texts.

use super::{
    Position,
    filler::Filling,
    postings::Postings,
    size::{self, Place},
    standing::Order,
    units::ArticleUnit,
};

/// The places of words that take as many bytes as `sizes` says; nothing if these do not fit `order`. Words behind
/// all articles are those of one more.
pub(super) fn places(sizes: &[u8], articles: &[ArticleUnit], order: &Order) -> Option<Postings> {
    let (ends, few) = size::ends(sizes, u32::try_from(order.words()).ok()?)?;
    let starts: Vec<Position> = [0].into_iter().chain(ends.iter().copied()).collect();
    let words = starts.iter().zip(&ends).zip(few);
    let mut fillings: Vec<Filling> =
        words.map(|((&start, &end), few)| Filling::new(start, end, few)).collect();
    let mut bytes = vec![0; ends.last().map_or(0, |&end| end as usize)];
    let behind = articles.last().map_or(0, |last| last.words.end)..Position::MAX;
    let mut standing = (0..).zip(order.each()).peekable();
    for (article, words) in (0..).zip(articles.iter().map(|it| it.words.clone()).chain([behind])) {
        while let Some((position, (word, field))) =
            standing.next_if(|(position, _)| *position < words.end)
        {
            let place = Place { article, start: words.start, position, field };
            fillings.get_mut(word as usize)?.fill(&mut bytes, place)?;
        }
    }
    let words = fillings.iter().zip(starts.iter().zip(&ends));
    let middles: Option<Vec<u32>> =
        words.map(|(filled, (&start, &end))| filled.middle(start, end)).collect();
    Some(Postings::new(ends, middles?, bytes.into()))
}
