//! Words as they are cited: what was said, by whom, and where it was reported.
//!
//! Pure; does not know the page's own address, nor where a citation goes.

use parallax_engine::search::QuoteCard;

use crate::{url::View, wording};

/// The words of a quotation, its parts with the marks of what is left out between them.
#[must_use]
pub fn words(quote: &QuoteCard) -> String {
    let part = |pieces: &[parallax_engine::search::Piece]| -> String {
        pieces.iter().map(|piece| piece.text.as_str()).collect()
    };
    let parts: Vec<String> = quote.parts.iter().map(|it| part(&it.words.pieces)).collect();
    parts.join(" … ")
}

/// The address of a quotation, which outlasts changes of the text around it.
#[must_use]
pub fn permalink(quote: &QuoteCard) -> View {
    View::quote_in_words(&quote.article.id, &quote.key, &words(quote))
}

/// A quotation as it is cited: “words” (speaker), “headline”, outlet, day.
#[must_use]
pub fn citation(quote: &QuoteCard) -> String {
    let article = &quote.article;
    let speaker = quote.speaker.as_deref().unwrap_or("no speaker named");
    let outlet = wording::outlet_or_none(article.outlet.as_deref());
    let day = article.published.map_or_else(|| "no date".to_owned(), wording::day);
    format!("“{}” ({speaker}). “{}”, {outlet}, {day}.", words(quote), article.headline)
}

/// The quotation whose words are most like those of an address, if any has half of them.
#[must_use]
pub fn nearest<'quotes>(spelt: &str, quotes: &'quotes [QuoteCard]) -> Option<&'quotes QuoteCard> {
    let wanted: Vec<&str> = spelt.split('-').filter(|word| !word.is_empty()).collect();
    let has = |quote: &&QuoteCard| {
        let text = words(quote).to_lowercase();
        let words: Vec<&str> = text.split(|letter: char| !letter.is_alphanumeric()).collect();
        wanted.iter().filter(|word| words.contains(word)).count()
    };
    let nearest = quotes.iter().rev().max_by_key(has)?;
    (2 * has(&nearest) >= wanted.len().max(1)).then_some(nearest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::quote;

    #[test]
    fn a_citation_says_who_and_where() {
        let cited = citation(&quote("k", &["Our part,", "we insist"]));
        assert_eq!(
            cited,
            "“Our part, … we insist” (Dmitry Medvedev). “Past differences”, DW, 20 November 2010."
        );
        let link = permalink(&quote("k", &["Our part,", "we insist"])).to_string();
        assert_eq!(link, "#/quote/lisbon-dw/k/our-part-we-insist");
    }

    #[test]
    fn the_nearest_has_most_of_the_words() {
        let quotes = [quote("a", &["We have begun"]), quote("b", &["Our part, we insist on it"])];
        let key = |spelt| nearest(spelt, &quotes).map(|quote| quote.key.as_str());
        assert_eq!(key("our-part-we-demand"), Some("b"));
        assert_eq!((key("nobody-was-there-at-all"), key("")), (None, None));
    }
}
