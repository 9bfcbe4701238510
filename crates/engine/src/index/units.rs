//! Numbers the words of a corpus, and says which positions each article and quotation covers.

use serde::{Deserialize, Serialize};

use super::{Positions, key::quote_keys, terms::Builder};
use crate::{
    article::BlockKind,
    quote::Quotation,
    span::Span,
    story::{Analysis, Corpus},
    text::word::words,
};

/// An article in the index.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleUnit {
    /// All its words.
    pub words: Positions,
    /// The words of its headline.
    pub headline: Positions,
    /// The number of its first quotation among all.
    pub first_quote: u32,
}

/// A quotation in the index.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuoteUnit {
    /// The article, by index.
    pub article: u32,
    /// The quotation in it, by index.
    pub quotation: u32,
    /// Its name in addresses: a hash of its words and their neighbours, its own in the article.
    pub key: String,
    /// The quoted words, part by part; the last range is the speaker's full name, which is searched
    /// like a word of the quotation.
    pub words: Vec<Positions>,
}

/// The readable words of an article, block by block, each block's in order. They are numbered from
/// the article's first position on, with one number left out after each block.
pub(super) fn blocks_of(analysis: &Analysis) -> impl Iterator<Item = (BlockKind, Vec<Span>)> + '_ {
    let text = analysis.article.blocks.iter().filter(|block| block.kind.is_text());
    text.map(|block| (block.kind, words(&analysis.source, block.span).collect()))
}

/// Every readable word of an article with its position. Linear in the article's length.
pub fn positions_of_article(
    analysis: &Analysis,
    unit: &ArticleUnit,
) -> impl Iterator<Item = (u32, Span)> {
    let mut next = unit.words.start;
    blocks_of(analysis).flat_map(move |(_, spans)| {
        let numbered: Vec<_> = (next..).zip(spans).collect();
        next += u32::try_from(numbered.len()).unwrap_or(u32::MAX).saturating_add(1);
        numbered
    })
}

/// How many words an article has to read: its positions, without the one left out after each block.
pub fn count_words(analysis: &Analysis, unit: &ArticleUnit) -> usize {
    let blocks = analysis.article.blocks.iter().filter(|block| block.kind.is_text()).count();
    unit.words.len().saturating_sub(blocks)
}

/// Numbers all words, first those of the articles, then the speakers' names of the quotations.
pub(super) fn number(corpus: &Corpus, terms: &mut Builder) -> (Vec<ArticleUnit>, Vec<QuoteUnit>) {
    let mut articles: Vec<_> =
        corpus.articles.iter().map(|analysis| number_article(analysis, terms)).collect();
    let mut quotes = Vec::new();
    for ((article, analysis), unit) in (0..).zip(&corpus.articles).zip(&mut articles) {
        unit.first_quote = u32::try_from(quotes.len()).unwrap_or(u32::MAX);
        let placed: Vec<_> = positions_of_article(analysis, unit).collect();
        let keys = quote_keys(&analysis.source, &analysis.quotations);
        for ((quotation, quote), key) in (0..).zip(&analysis.quotations).zip(keys) {
            let mut words = parts_of(quote, &placed);
            words.push(number_name(corpus, quote, terms));
            quotes.push(QuoteUnit { article, quotation, key, words });
        }
    }
    (articles, quotes)
}

fn number_article(analysis: &Analysis, terms: &mut Builder) -> ArticleUnit {
    let start = terms.next();
    let mut headline = start..start;
    for (kind, spans) in blocks_of(analysis) {
        let block = terms.next();
        spans.iter().for_each(|word| terms.push(word.of(&analysis.source)));
        if kind == BlockKind::Headline && headline.is_empty() {
            headline = block..terms.next();
        }
        terms.gap();
    }
    ArticleUnit { words: start..terms.next(), headline, first_quote: 0 }
}

fn number_name(corpus: &Corpus, quote: &Quotation, terms: &mut Builder) -> Positions {
    let start = terms.next();
    let speaker = quote.speaker.and_then(|person| corpus.people.get(person as usize));
    if let Some(person) = speaker {
        let whole = Span::new(0, person.name.len());
        words(&person.name, whole).for_each(|word| terms.push(word.of(&person.name)));
    }
    let end = terms.next();
    terms.gap();
    start..end
}

fn parts_of(quote: &Quotation, placed: &[(u32, Span)]) -> Vec<Positions> {
    quote.parts.iter().map(|part| covered(part.span, placed)).collect()
}

/// The positions of the words that begin within `span`.
fn covered(span: Span, placed: &[(u32, Span)]) -> Positions {
    let from = placed.partition_point(|(_, word)| word.start < span.start);
    let count = placed[from..].iter().take_while(|(_, word)| word.start < span.end).count();
    match placed.get(from) {
        Some((first, _)) if count > 0 => *first..placed[from + count - 1].0 + 1,
        _ => 0..0,
    }
}
