//! Numbers the words of a corpus, and says which positions each article and quotation covers.
//!
//! The same walk over the texts collects the words for a pack and fills their positions in when the
//! pack is opened, so that both number alike.

use super::{Position, Positions, key::quote_keys, terms::Words, token::each_word};
use crate::{
    article::{Block, BlockKind, Date},
    quote::Quotation,
    story::{Analysis, Corpus},
};

/// An article in the index.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArticleUnit {
    /// All its words.
    pub words: Positions,
    /// The words of its headline.
    pub headline: Positions,
    /// The number of its first quotation among all.
    pub first_quote: u32,
    /// How many words it has to read.
    pub length: u32,
    /// The day of publication.
    pub published: Option<Date>,
}

/// A quotation in the index.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuoteUnit {
    /// The article, by index.
    pub article: u32,
    /// The quotation in it, by index.
    pub quotation: u32,
    /// Its name in addresses: a hash of its words and their neighbours, its own in the article.
    pub key: String,
    /// How many words it has.
    pub length: u32,
}

/// A stretch of a quotation: one of its parts, or the full name of its speaker, which is searched like
/// a word of the quotation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stretch {
    /// Its words.
    pub words: Positions,
    /// The quotation, as a unit.
    pub quote: u32,
    /// The last stretch before it that it may stand inside of.
    pub outer: Option<u32>,
}

/// Every article, every quotation and the stretches of all quotations, by their first positions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Units {
    pub(super) articles: Vec<ArticleUnit>,
    pub(super) quotes: Vec<QuoteUnit>,
    pub(super) stretches: Vec<Stretch>,
}

/// Numbers all words, first those of the articles, then the speakers' names of the quotations. Linear
/// in the texts.
pub(super) fn number(corpus: &Corpus, words: &mut impl Words) -> Units {
    let mut units = Units::default();
    for (article, analysis) in (0..).zip(&corpus.articles) {
        number_article(article, analysis, words, &mut units);
    }
    number_names(corpus, words, &mut units);
    units
}

fn number_article(article: u32, analysis: &Analysis, words: &mut impl Words, units: &mut Units) {
    let mut bounds = Bounds::of(&analysis.quotations);
    let start = words.next();
    let mut headline = start..start;
    let mut length = 0;
    for block in analysis.article.blocks.iter().filter(|block| block.kind.is_text()) {
        let first = words.next();
        number_block(block, &analysis.source, words, &mut bounds);
        length += words.next() - first;
        if block.kind == BlockKind::Headline && headline.is_empty() {
            headline = first..words.next();
        }
        words.gap();
    }
    bounds.reach(u32::MAX, words.next());
    let first_quote = units.quotes.len() as u32;
    let keys = quote_keys(&analysis.source, &analysis.quotations);
    units.quotes.extend((0..).zip(keys).map(|(quotation, key)| QuoteUnit {
        article,
        quotation,
        key,
        length: 0,
    }));
    let published = analysis.article.published.as_ref().map(|day| day.value);
    units.articles.push(ArticleUnit {
        words: start..words.next(),
        headline,
        first_quote,
        length,
        published,
    });
    add_stretches(&bounds, first_quote, units);
}

fn number_block(block: &Block, source: &str, words: &mut impl Words, bounds: &mut Bounds) {
    let text = block.span.of(source);
    each_word(text, words.seed(), |hash, place| {
        let at = block.span.start + place.start as u32;
        if at >= bounds.next {
            bounds.reach(at, words.next());
        }
        words.push(hash, &text[place]);
    });
}

/// Where the parts of an article's quotations begin and end, as the walk comes to them.
struct Bounds {
    /// The byte, the part, and whether it begins there; in order.
    bytes: Vec<(u32, u32, bool)>,
    /// How many of them the walk has passed, and the byte of the next.
    passed: usize,
    next: u32,
    /// The quotation of each part, by index, and its positions.
    parts: Vec<(u32, Positions)>,
}

impl Bounds {
    fn of(quotations: &[Quotation]) -> Self {
        let (mut bytes, mut parts) = (Vec::new(), Vec::new());
        for (quotation, quote) in (0..).zip(quotations) {
            for part in &quote.parts {
                let number = parts.len() as u32;
                bytes.push((part.span.start, number, true));
                bytes.push((part.span.end, number, false));
                parts.push((quotation, 0..0));
            }
        }
        bytes.sort_unstable();
        let next = bytes.first().map_or(u32::MAX, |first| first.0);
        Self { bytes, passed: 0, next, parts }
    }

    /// The walk has come to the word at that byte, which will have that position.
    fn reach(&mut self, byte: u32, position: Position) {
        while let Some(&(at, part, begins)) = self.bytes.get(self.passed)
            && at <= byte
        {
            let (_, words) = &mut self.parts[part as usize];
            if begins {
                *words = position..position;
            }
            words.end = position;
            self.passed += 1;
        }
        self.next = self.bytes.get(self.passed).map_or(u32::MAX, |next| next.0);
    }
}

/// Adds an article's parts, each with the one that it may stand inside of.
fn add_stretches(bounds: &Bounds, first_quote: u32, units: &mut Units) {
    let from = units.stretches.len();
    for (quotation, words) in bounds.parts.iter().filter(|(_, words)| !words.is_empty()) {
        let quote = first_quote + quotation;
        units.quotes[quote as usize].length += words.len() as u32;
        units.stretches.push(Stretch { words: words.clone(), quote, outer: None });
    }
    let added = &mut units.stretches[from..];
    added.sort_by_key(|stretch| (stretch.words.start, std::cmp::Reverse(stretch.words.end)));
    for at in 1..added.len() {
        let start = added[at].words.start;
        let mut outer = Some((from + at - 1) as u32);
        while let Some(number) = outer
            && added[number as usize - from].words.end <= start
        {
            outer = added[number as usize - from].outer;
        }
        added[at].outer = outer;
    }
}

fn number_names(corpus: &Corpus, words: &mut impl Words, units: &mut Units) {
    for (number, quote) in (0..).zip(&mut units.quotes) {
        let quotation = corpus
            .articles
            .get(quote.article as usize)
            .and_then(|analysis| analysis.quotations.get(quote.quotation as usize));
        let speaker = quotation.and_then(|quotation| quotation.speaker);
        let Some(person) = speaker.and_then(|person| corpus.people.get(person as usize)) else {
            continue;
        };
        let start = words.next();
        each_word(&person.name, words.seed(), |hash, place| {
            words.push(hash, &person.name[place]);
        });
        let name = start..words.next();
        quote.length += name.len() as u32;
        units.stretches.push(Stretch { words: name, quote: number, outer: None });
        words.gap();
    }
}
