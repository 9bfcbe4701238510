//! What a large pack keeps of an opened index, so that nobody has to go through its texts to open it.
//!
//! Which words every article and every quotation covers: rows of numbers, all of them distances, so that
//! whatever bytes stand there, ranges are in order and within the texts. Knows no words and no texts.

use super::{
    Position,
    units::{ArticleUnit, NO_STRETCH, QuoteUnit, Stretch, Units},
};
use crate::bytes::{Reader, write_rows};

/// The numbers of an article: its words; how far its headline is behind their beginning, and how many words
/// that has; its quotations; and how many words are quoted in it.
const ARTICLE: usize = 5;

/// The numbers of a stretch: how far it begins behind the one before, its words, its quotation, and how many
/// stretches before it stands the one that it may stand inside of; 0 for none.
const STRETCH: usize = 4;

/// The units as a pack keeps them.
pub(super) fn write(units: &Units) -> Vec<u8> {
    let mut bytes = Vec::new();
    let next = units.articles.iter().skip(1).map(|next| next.first_quote);
    let ends = next.chain([units.quotes.len() as u32]);
    let article = |(unit, end): (&ArticleUnit, u32)| {
        let ArticleUnit { words, headline, first_quote, quoted, .. } = unit;
        let behind = headline.start.saturating_sub(words.start);
        [words.len() as u32, behind, headline.len() as u32, end - first_quote, *quoted]
    };
    write_rows(&mut bytes, &units.articles.iter().zip(ends).map(article).collect::<Vec<_>>());
    let lengths: Vec<[u32; 1]> = units.quotes.iter().map(|quote| [quote.length]).collect();
    write_rows(&mut bytes, &lengths);
    let mut before = 0;
    let stretch = |(at, stretch): (u32, &Stretch)| {
        let Stretch { words, quote, outer } = stretch;
        let behind = words.start - std::mem::replace(&mut before, words.start);
        let outwards = if *outer == NO_STRETCH { 0 } else { at - outer };
        [behind, words.len() as u32, *quote, outwards]
    };
    write_rows(&mut bytes, &(0..).zip(&units.stretches).map(stretch).collect::<Vec<_>>());
    bytes
}

/// The units that were kept, of texts and names of so many bytes; none if they cannot be of these.
pub(super) fn read(bytes: &[u8], length: usize) -> Option<Units> {
    let mut reader = Reader::new(bytes);
    let mut units = Units::default();
    let rows = reader.rows(ARTICLE)?;
    units.articles.reserve_exact(rows.count);
    let (mut start, mut first_quote) = (0_u32, 0_u32);
    for row in 0..rows.count {
        let [words, behind, headline, quotes, quoted] = std::array::from_fn(|at| rows.at(row, at));
        let end = start.checked_add(words)?;
        let headline_start = start.checked_add(behind)?;
        let headline = headline_start..headline_start.checked_add(headline)?;
        (headline.end <= end || headline.is_empty()).then_some(())?;
        units.article_of.resize(fitting(first_quote, quotes, length)? as usize, row as u32);
        let article =
            ArticleUnit { words: start..end, headline, first_quote, quoted, published: None };
        units.articles.push(article);
        (start, first_quote) = (end, first_quote + quotes);
    }
    let rows = reader.rows(1)?;
    units.quotes = (0..rows.count).map(|row| QuoteUnit { length: rows.at(row, 0) }).collect();
    let rows = reader.rows(STRETCH)?;
    units.stretches.reserve_exact(rows.count);
    let mut begin: Position = 0;
    for row in 0..rows.count {
        let [behind, words, quote, outwards] = std::array::from_fn(|at| rows.at(row, at));
        begin = begin.checked_add(behind)?;
        let outer = match outwards {
            0 => NO_STRETCH,
            some => (row as u32).checked_sub(some)?,
        };
        ((quote as usize) < units.quotes.len()).then_some(())?;
        units.stretches.push(Stretch {
            words: begin..fitting(begin, words, length)?,
            quote,
            outer,
        });
    }
    let whole = reader.is_empty() && start as usize <= length;
    (whole && units.article_of.len() == units.quotes.len()).then_some(units)
}

/// The end of so many things from there, each of which takes a byte at least of `length`.
fn fitting(start: u32, count: u32, length: usize) -> Option<u32> {
    start.checked_add(count).filter(|&end| end as usize <= length)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn units() -> Units {
        let article = |words, headline, first_quote, quoted| ArticleUnit {
            words,
            headline,
            first_quote,
            quoted,
            published: None,
        };
        let stretch = |words, quote, outer| Stretch { words, quote, outer };
        Units {
            articles: vec![
                article(0..20, 3..7, 0, 9),
                article(20..20, 20..20, 2, 0),
                article(20..30, 20..21, 2, 2),
            ],
            quotes: [9, 2, 2].map(|length| QuoteUnit { length }).into(),
            article_of: vec![0, 0, 2],
            stretches: vec![
                stretch(4..13, 0, NO_STRETCH),
                stretch(6..8, 1, 0),
                stretch(28..30, 2, NO_STRETCH),
                stretch(30..32, 0, NO_STRETCH),
            ],
        }
    }

    #[test]
    fn units_come_back() {
        let bytes = write(&units());
        assert_eq!(read(&bytes, 40), Some(units()));
        assert_eq!(read(&bytes, 20), None, "more words than bytes");
        assert_eq!(read(&bytes[..bytes.len() - 1], 40), None, "cut short");
        assert_eq!(read(&[bytes, vec![0]].concat(), 40), None, "more than was written");
    }

    proptest! {
        #[test]
        fn any_bytes_are_in_order_or_refused(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
            let mut bytes = write(&units());
            let at = at.index(bytes.len());
            bytes[at] = byte;
            let Some(units) = read(&bytes, 40) else { return Ok(()) };
            prop_assert!(units.articles.is_sorted_by_key(|it| it.words.start));
            prop_assert!(units.stretches.is_sorted_by_key(|it| it.words.start));
            prop_assert!(units.articles.iter().all(|it| it.words.end <= 40));
            for (at, stretch) in (0..).zip(&units.stretches) {
                prop_assert!(stretch.outer == NO_STRETCH || stretch.outer < at);
                prop_assert!((stretch.quote as usize) < units.quotes.len());
            }
        }
    }
}
