//! Numbers the words of a corpus, and says which positions each article and quotation covers.
//!
//! The same walk over the texts collects the words for a pack and fills their positions in when the
//! pack is opened, so that both number alike.

use std::num::NonZero;

use super::{Column, HEADLINE, Position, Positions, QUOTED, TEXT, terms};
use crate::{
    article::{Block, BlockKind, Date},
    query::NONE,
    quote::Part,
    shelf::{Layout, Shelf},
    text::token::{Hash, each_word},
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
    /// How many words are quoted in it, outside the headline.
    pub quoted: u32,
    /// The day of publication.
    pub published: Option<Date>,
}

/// A quotation in the index.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuoteUnit {
    /// How many words it has.
    pub length: u32,
}

impl ArticleUnit {
    /// How many words the reporter, the quoted and the headline have.
    pub(super) fn lengths(&self) -> [u32; 3] {
        let (all, headline) = (self.words.len() as u32, self.headline.len() as u32);
        [all.saturating_sub(headline + self.quoted), self.quoted, headline]
    }
}

impl QuoteUnit {
    /// How many words it has, and nothing for the name of who says them.
    pub(super) fn lengths(&self) -> [u32; 3] {
        [self.length, 0, 0]
    }
}

/// A stretch of a quotation: one of its parts, or the full name of its speaker, which is searched like
/// a word of the quotation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stretch {
    /// Its words.
    pub words: Positions,
    /// The quotation, as a unit.
    pub quote: u32,
    /// The last stretch before it that it may stand inside of; [`NO_STRETCH`] if there is none.
    pub outer: u32,
}

/// The number of no stretch.
pub(super) const NO_STRETCH: u32 = u32::MAX;

/// Every article, every quotation and the stretches of all quotations, by their first positions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Units {
    pub(super) articles: Vec<ArticleUnit>,
    pub(super) quotes: Vec<QuoteUnit>,
    /// For each quotation its article.
    pub(super) article_of: Vec<u32>,
    pub(super) stretches: Vec<Stretch>,
}

/// The numbering of all words, as far as it has come: first those of the articles, then the names of the
/// quotations' speakers, of which there is a column. Linear in the texts.
#[derive(Debug)]
pub(super) struct Numbering {
    units: Units,
    /// Of the article before; kept for its room.
    layout: Layout,
}

impl Numbering {
    /// Prepares for so many articles and quotations, of so many of which the speaker is known: a list that
    /// grows leaves holes in memory of its own size.
    pub(super) fn new(articles: usize, quotes: usize, named: usize) -> Self {
        let units = Units {
            articles: Vec::with_capacity(articles),
            quotes: Vec::with_capacity(quotes),
            article_of: Vec::with_capacity(quotes),
            // Most quotations are of one part.
            stretches: Vec::with_capacity(quotes + quotes / 8 + named),
        };
        Self { units, layout: Layout::default() }
    }

    /// Numbers the words of the next article of the shelf, whose text this is. None where the text or its
    /// layout cannot be read. Called for each article, so that a browser can take its faster code for the
    /// next one.
    #[inline(never)]
    pub(super) fn add(
        &mut self,
        shelf: &Shelf,
        text: &[u8],
        words: &mut terms::Opening,
    ) -> Option<()> {
        let article = self.units.articles.len();
        shelf.layout(article, &mut self.layout)?;
        let text = std::str::from_utf8(text).ok()?;
        let Layout { blocks, parts, quotations, .. } = &self.layout;
        let blocks = blocks.iter().copied().filter(|block| block.kind.is_text());
        self.units.add(text, blocks, (*quotations, parts), words);
        Some(())
    }

    /// Numbers the speakers' names behind all articles.
    pub(super) fn finish(self, speakers: &Column, words: &mut terms::Opening) -> Units {
        let mut units = self.units;
        units.add_names(speakers, words);
        units.articles.shrink_to_fit();
        units.quotes.shrink_to_fit();
        units.stretches.shrink_to_fit();
        units
    }
}

impl Units {
    /// Numbers the words of the next article, given its readable blocks, how many quotations it has and their parts.
    pub(super) fn add<'text>(
        &mut self,
        text: &'text str,
        blocks: impl Iterator<Item = Block>,
        (quotations, parts): (u32, &[(u32, Part)]),
        words: &mut impl Words<'text>,
    ) {
        let (article, start) = (self.articles.len() as u32, words.next());
        let (headline, bounds) = number_words(text, blocks, parts, words);
        let first_quote = self.quotes.len() as u32;
        self.quotes.extend((0..quotations).map(|_| QuoteUnit::default()));
        self.article_of.resize(self.quotes.len(), article);
        self.articles.push(ArticleUnit {
            words: start..words.next(),
            quoted: 0,
            headline,
            first_quote,
            published: None,
        });
        add_stretches(&bounds, first_quote, self);
    }

    /// Puts the units of the articles behind these behind them.
    pub(super) fn append(&mut self, behind: Self) {
        let words = self.articles.last().map_or(0, |last| last.words.end);
        let (article, quote) = (self.articles.len() as u32, self.quotes.len() as u32);
        let stretch = self.stretches.len() as u32;
        let on = |positions: Positions| positions.start + words..positions.end + words;
        self.articles.extend(behind.articles.into_iter().map(|it| ArticleUnit {
            words: on(it.words),
            headline: on(it.headline),
            first_quote: it.first_quote + quote,
            ..it
        }));
        self.quotes.extend(behind.quotes);
        self.article_of.extend(behind.article_of.into_iter().map(|of| of + article));
        self.stretches.extend(behind.stretches.into_iter().map(|it| Stretch {
            words: on(it.words),
            quote: it.quote + quote,
            outer: if it.outer == NO_STRETCH { NO_STRETCH } else { it.outer + stretch },
        }));
    }

    /// Numbers the speakers' names behind all articles.
    pub(super) fn add_names<'text>(
        &mut self,
        speakers: &'text Column,
        words: &mut impl Words<'text>,
    ) {
        let known = self.quotes.len() as u32;
        number_names(speakers, words, |quote, name| {
            if quote < known {
                self.stretches.push(Stretch { words: name, quote, outer: NO_STRETCH });
            }
        });
    }
}

/// What the words of articles are given to, one after the other.
pub(super) trait Words<'text> {
    /// What the hashes of words begin with.
    fn seed(&self) -> Hash;

    /// The position that the next word will have.
    fn next(&self) -> Position;

    /// The words that follow are the next article's.
    fn begin(&mut self);

    /// Takes the next word: its hash, what it is, and its field.
    fn push(&mut self, hash: Hash, word: impl FnOnce() -> &'text str, field: usize);
}

/// Numbers the words of an article, given its readable blocks and the parts of its quotations, and says where
/// the headline and the parts are.
fn number_words<'text>(
    source: &'text str,
    blocks: impl Iterator<Item = Block>,
    parts: &[(u32, Part)],
    words: &mut impl Words<'text>,
) -> (Positions, Bounds) {
    words.begin();
    let mut bounds = Bounds::of(parts);
    let mut headline = words.next()..words.next();
    for block in blocks {
        let first = words.next();
        let is_headline = block.kind == BlockKind::Headline && headline.is_empty();
        let text = block.span.of(source);
        each_word(text, words.seed(), |hash, place| {
            let at = block.span.start + place.start as u32;
            if at >= bounds.next {
                bounds.reach(at, words.next());
            }
            let quoted = if bounds.open > 0 { QUOTED } else { TEXT };
            words.push(hash, || &text[place], if is_headline { HEADLINE } else { quoted });
        });
        if is_headline {
            headline = first..words.next();
        }
    }
    bounds.reach(u32::MAX, words.next());
    (headline, bounds)
}

/// Numbers the speakers' names behind all articles, as if they were one more.
fn number_names<'text>(
    speakers: &'text Column,
    words: &mut impl Words<'text>,
    mut each: impl FnMut(u32, Positions),
) {
    words.begin();
    for (quotation, name) in names(speakers) {
        let start = words.next();
        each_word(name, words.seed(), |hash, place| words.push(hash, || &name[place], TEXT));
        each(quotation, start..words.next());
    }
}

/// Where an article begins.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Start {
    pub(super) words: Position,
    /// The end of the headline, where that begins the article, as it nearly always does.
    pub(super) headline: Option<NonZero<Position>>,
}

/// Where all articles begin, and behind them where the last one ends.
pub(super) fn starts(articles: &[ArticleUnit]) -> Vec<Start> {
    let start = |unit: &ArticleUnit| {
        let first = unit.headline.start == unit.words.start;
        let headline = NonZero::new(unit.headline.end).filter(|_| first);
        Start { words: unit.words.start, headline }
    };
    let end = Start { words: articles.last().map_or(0, |last| last.words.end), headline: None };
    articles.iter().map(start).chain([end]).collect()
}

/// Where the parts of an article's quotations begin and end, as the walk comes to them.
pub(super) struct Bounds {
    /// The byte, the part, and whether it begins there; in order.
    bytes: Vec<(u32, u32, bool)>,
    /// How many of them the walk has passed, and the byte of the next.
    passed: usize,
    next: u32,
    /// How many parts the walk is in.
    open: i32,
    /// The quotation of each part, by index, and its positions.
    parts: Vec<(u32, Positions)>,
}

impl Bounds {
    fn of(all: &[(u32, Part)]) -> Self {
        let (mut bytes, mut parts) = (Vec::new(), Vec::new());
        for &(quotation, part) in all {
            let number = parts.len() as u32;
            bytes.push((part.span.start, number, true));
            bytes.push((part.span.end, number, false));
            parts.push((quotation, 0..0));
        }
        bytes.sort_unstable();
        let next = bytes.first().map_or(u32::MAX, |first| first.0);
        Self { bytes, passed: 0, next, open: 0, parts }
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
            self.open += if begins { 1 } else { -1 };
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
        units.stretches.push(Stretch { words: words.clone(), quote, outer: NO_STRETCH });
    }
    let added = &mut units.stretches[from..];
    added.sort_by_key(|stretch| (stretch.words.start, std::cmp::Reverse(stretch.words.end)));
    for at in 1..added.len() {
        let start = added[at].words.start;
        let mut outer = (from + at - 1) as u32;
        while outer != NO_STRETCH && added[outer as usize - from].words.end <= start {
            outer = added[outer as usize - from].outer;
        }
        added[at].outer = outer;
    }
    let Some(article) = units.articles.last_mut() else { return };
    let mut from = article.words.start;
    for stretch in added {
        let start = stretch.words.start.max(from);
        from = stretch.words.end.max(from);
        let headline = article.headline.start.max(start)..article.headline.end.min(from);
        article.quoted += (from - start) - headline.len() as u32;
    }
}

/// The names of the quotations' speakers, each with its quotation's number.
fn names(speakers: &Column) -> impl Iterator<Item = (u32, &str)> {
    let name = |number: u32| Some(speakers.value(speakers.of(number as usize).next()?));
    let named =
        (0..speakers.units() as u32).filter_map(move |number| Some((number, name(number)?)));
    named.filter(|(_, name)| *name != NONE)
}
