//! The index: every word's places, and every facet's values, for articles and for quotations.
//!
//! All readable words of the corpus are numbered in one sequence of positions. An article, a
//! headline and a quotation are ranges of positions, so one list of places per word serves all of
//! them. A pack keeps the dictionary and the columns; the places are filled in when it is opened,
//! which costs one pass over the texts. A large pack keeps the places too: it is fetched longer, and opened
//! without that pass. Does not know matching, ranking or views.

mod collector;
mod columns;
mod dictionary;
mod filler;
mod gathered;
mod holders;
mod kept;
mod key;
mod placing;
mod postings;
mod ranges;
mod size;
mod spoken;
mod standing;
mod terms;
mod times;
mod units;

use std::{ops::Range, rc::Rc};

pub(crate) use columns::shown_order;
pub use columns::{Column, Value};
use gathered::Collided;
pub(crate) use gathered::Gathered;
pub(crate) use key::quote_keys;
pub use postings::Occurrences;
pub(crate) use spoken::{Spoken, corpus};
pub use terms::Terms;
pub(crate) use times::{FIELDS, HEADLINE, NAME, QUOTED, TEXT, Times};

pub use units::{ArticleUnit, QuoteUnit, Stretch};

use crate::{
    article::Date,
    pack::{Bytes, OpenError, Pack, Strings, Tag},
    query::{Facet, NONE, Unit},
    shelf::{self, Shelf},
    story::Corpus,
    workers::Workers,
};

const WORDS: Tag = *b"WORD";
const SIZES: Tag = *b"SIZE";
const FORMS: Tag = *b"FORM";
const UNITS: Tag = *b"UNIT";
const MIDDLES: Tag = *b"MIDD";
const HOLDERS: Tag = *b"HOLD";
const PLACES: Tag = *b"POST";
const ARTICLE_COLUMNS: Tag = *b"FACA";
const QUOTE_COLUMNS: Tag = *b"FACQ";

/// The sections of an index that need not be filled in, but for the places.
const EARLY: [Tag; 8] =
    [ARTICLE_COLUMNS, QUOTE_COLUMNS, SIZES, FORMS, WORDS, UNITS, MIDDLES, HOLDERS];

/// The bytes of text from which on a pack keeps the places: going through so much takes longer than fetching
/// half as much again.
pub(crate) const LARGE: usize = 8 << 20;

/// A place in the sequence of all words.
pub type Position = u32;

/// Places in the sequence of all words, from the first to before the last.
pub type Positions = Range<Position>;

/// Everything that is looked up to answer a query. Knows nothing of utterances: for it they are the
/// quotations that carry them.
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// The words and their places.
    pub terms: Terms,
    /// The articles, in the corpus's order.
    pub articles: Vec<ArticleUnit>,
    /// Where the words of each article begin, and behind the last one end: few enough to stay at hand.
    starts: Vec<units::Start>,
    /// The quotations, article by article, in order.
    pub quotes: Vec<QuoteUnit>,
    /// For each quotation its article, by index.
    article_of: Rc<[u32]>,
    /// The quotations' stretches, in the order of their first words, outer before inner.
    pub stretches: Vec<Stretch>,
    /// The facets of the articles, in the order of [`Facet::AT_ONCE`].
    pub article_columns: Vec<Column>,
    /// The facets of the quotations, likewise.
    pub quote_columns: Vec<Column>,
    /// Where to look for the articles, and for the stretches.
    coarse: [ranges::Coarse; 2],
    /// How many words each field of all articles has, and of all quotations.
    lengths: [[u64; 3]; 2],
}

impl Index {
    /// Opens the index of a pack: numbers the words of the shelf's texts anew. Linear in the texts.
    ///
    /// # Errors
    ///
    /// Sections that are missing, or do not fit the texts.
    pub fn open(pack: &Pack, shelf: &Shelf) -> Result<Self, OpenError> {
        let mut opening = Opening::new(pack, shelf)?;
        opening.take_places(pack)?;
        for article in 0..shelf.len() {
            opening.add(shelf, shelf.bytes(article))?;
        }
        opening.finish()
    }

    /// Takes in the places that stand behind what was there early.
    ///
    /// # Errors
    ///
    /// The pack does not have them, or others.
    pub(crate) fn take_places(&self, pack: &Pack) -> Result<(), OpenError> {
        self.terms.take(pack.section(PLACES, "index")?).ok_or(DAMAGED)
    }

    /// The article that the position falls into, if it is not behind all of them.
    #[inline]
    #[must_use]
    pub fn article_at(&self, position: Position) -> Option<(usize, &ArticleUnit)> {
        let (number, ..) = self.bounds_at(position)?;
        Some((number, self.articles.get(number)?))
    }

    /// The number of that article, its words and those of its headline.
    #[inline]
    pub(crate) fn bounds_at(&self, position: Position) -> Option<(usize, Positions, Positions)> {
        let number = self.coarse[0].last(position, &self.starts, |it| it.words)?;
        let (start, next) = (self.starts.get(number)?, self.starts.get(number + 1)?);
        let headline = match start.headline {
            Some(end) => start.words..end.get(),
            None => self.articles.get(number)?.headline.clone(),
        };
        Some((number, start.words..next.words, headline))
    }

    /// The stretches that the position falls into, the innermost first.
    #[inline]
    pub fn stretches_at(&self, position: Position) -> impl Iterator<Item = &Stretch> {
        let of = |number: usize| self.stretches.get(number);
        let last = self.coarse[1].last(position, &self.stretches, |it| it.words.start);
        let outwards = std::iter::successors(last.and_then(of), move |at| of(at.outer as usize));
        outwards.filter(move |stretch| position < stretch.words.end)
    }

    /// Whether the position stands in a quotation, or is one of a speaker's name.
    #[inline]
    #[must_use]
    pub fn is_quoted(&self, position: Position) -> bool {
        self.stretches_at(position).next().is_some()
    }

    /// Whether the position stands in a speaker's name, behind the articles.
    #[inline]
    #[must_use]
    pub fn is_name(&self, position: Position) -> bool {
        self.articles.last().is_none_or(|last| position >= last.words.end)
    }

    /// How many words each field of all units of that kind has, in the order of [`Index::lengths`].
    #[must_use]
    pub fn total_lengths(&self, unit: Unit) -> [u64; 3] {
        let [articles, quotes] = self.lengths;
        match unit {
            Unit::Article => articles,
            Unit::Quote | Unit::Utterance => quotes,
        }
    }

    /// How many words each field of the unit of that number has: of an article the reporter's words, what is
    /// quoted, and the headline; of a quotation its words, and nothing more, as names are not measured.
    #[inline]
    #[must_use]
    pub fn lengths(&self, unit: Unit, number: u32) -> [u32; 3] {
        let number = number as usize;
        match unit {
            Unit::Article => self.articles.get(number).map(ArticleUnit::lengths),
            Unit::Quote | Unit::Utterance => self.quotes.get(number).map(QuoteUnit::lengths),
        }
        .unwrap_or_default()
    }

    /// The day on which the unit of that number was published.
    #[must_use]
    pub fn published(&self, unit: Unit, number: u32) -> Option<Date> {
        let article = match unit {
            Unit::Article => number,
            Unit::Quote | Unit::Utterance => *self.article_of.get(number as usize)?,
        };
        self.articles.get(article as usize)?.published
    }

    /// The facets' columns for `unit`, in the order of [`Facet::AT_ONCE`].
    #[must_use]
    pub fn columns(&self, unit: Unit) -> &[Column] {
        match unit {
            Unit::Article => &self.article_columns,
            Unit::Quote | Unit::Utterance => &self.quote_columns,
        }
    }

    /// The column of a facet for `unit`, if a pack has it.
    #[must_use]
    pub fn column(&self, unit: Unit, facet: Facet) -> Option<&Column> {
        of(self.columns(unit), facet)
    }

    /// What the columns tell of quotations, where so many names are those of people.
    pub(crate) fn spoken(&self, people: usize) -> Option<Spoken<'_>> {
        Spoken::new(|facet| self.column(Unit::Quote, facet), people)
    }

    /// The place of a quotation: its article, and which of the article's it is.
    #[must_use]
    pub fn place_of_quote(&self, quote: u32) -> Option<(usize, usize)> {
        let article = *self.article_of.get(quote as usize)? as usize;
        let first = self.articles.get(article)?.first_quote;
        Some((article, quote.checked_sub(first)? as usize))
    }

    /// How many results of `unit` there could be.
    #[must_use]
    pub fn count(&self, unit: Unit) -> usize {
        match unit {
            Unit::Article => self.articles.len(),
            Unit::Quote | Unit::Utterance => self.quotes.len(),
        }
    }
}

/// The columns that a pack keeps for units of that kind.
fn kept_columns(pack: &Pack, shelf: &Shelf, unit: Unit) -> Result<columns::Kept, OpenError> {
    let tag = match unit {
        Unit::Article => ARTICLE_COLUMNS,
        Unit::Quote | Unit::Utterance => QUOTE_COLUMNS,
    };
    let bytes = pack.section(tag, "columns")?;
    let damaged = OpenError::Damaged { section: "columns" };
    columns::Kept::read(&bytes, unit, shelf.names()).ok_or(damaged)
}

/// The index of a pack whose texts are still coming in, one article after the other.
pub(crate) struct Opening {
    words: Words,
    articles: columns::Kept,
    quotes: columns::Kept,
}

/// The words of such a pack.
enum Words {
    /// Their places are filled in, as the texts come.
    Filling(Box<(terms::Opening, units::Numbering)>),
    /// The pack has their places.
    Kept(Box<(Terms, units::Units)>),
}

impl Opening {
    /// Reads all of the index that stands before the texts; `shelf` need not have any yet.
    ///
    /// # Errors
    ///
    /// Sections that are missing, or do not fit together.
    pub(crate) fn new(pack: &Pack, shelf: &Shelf) -> Result<Self, OpenError> {
        let articles = kept_columns(pack, shelf, Unit::Article)?;
        let quotes = kept_columns(pack, shelf, Unit::Quote)?;
        let kept = terms::Kept {
            words: pack.section(WORDS, "dictionary")?,
            sizes: pack.section(SIZES, "dictionary")?,
            forms: pack.section(FORMS, "dictionary")?,
        };
        let speakers = quotes.column(Facet::Speaker).ok_or(DAMAGED)?;
        let name = |quote| speakers.of(quote).next().map_or("", |value| speakers.value(value));
        let names = || (0..speakers.units()).map(name).filter(|name| *name != NONE);
        let (named, letters) = (names().count(), names().map(str::len).sum::<usize>());
        let length = shelf.size() + letters;
        let words = match pack.section(HOLDERS, "index") {
            Ok(holders) => kept_words(pack, kept, holders, length)?,
            Err(_) => {
                let words = terms::Opening::new(kept, length).ok_or(DAMAGED)?;
                let numbering = units::Numbering::new(shelf.len(), speakers.units(), named);
                Words::Filling(Box::new((words, numbering)))
            }
        };
        Ok(Self { words, articles, quotes })
    }

    /// Takes in the places of a pack that keeps them.
    ///
    /// # Errors
    ///
    /// They are missing, or do not fit what was read before.
    pub(crate) fn take_places(&self, pack: &Pack) -> Result<(), OpenError> {
        match &self.words {
            Words::Filling(_) => Ok(()),
            Words::Kept(kept) => kept.0.take(pack.section(PLACES, "index")?).ok_or(DAMAGED),
        }
    }

    /// Takes in the next article of the shelf, whose text this is.
    ///
    /// # Errors
    ///
    /// The text or its layout cannot be read.
    pub(crate) fn add(&mut self, shelf: &Shelf, text: &[u8]) -> Result<(), OpenError> {
        match &mut self.words {
            Words::Filling(filling) => filling.1.add(shelf, text, &mut filling.0).ok_or(DAMAGED),
            Words::Kept(..) => Ok(()),
        }
    }

    /// The index of all that was taken in.
    ///
    /// # Errors
    ///
    /// The texts do not fit what was read before them.
    pub(crate) fn finish(self) -> Result<Index, OpenError> {
        self.whole().ok_or(DAMAGED)
    }

    fn whole(self) -> Option<Index> {
        let (terms, mut units) = match self.words {
            Words::Kept(kept) => *kept,
            Words::Filling(filling) => {
                let (mut words, numbering) = *filling;
                let units = numbering.finish(self.quotes.column(Facet::Speaker)?, &mut words);
                (words.finish()?, units)
            }
        };
        let article_columns = self.articles.of_articles()?;
        let article_of = Rc::from(units.article_of);
        let quote_columns = self.quotes.of_quotes(&article_of, &article_columns);
        let fits = |columns: &[Column], count| columns.iter().all(|it| it.units() == count);
        let sound = fits(&article_columns, units.articles.len());
        (sound && fits(&quote_columns, units.quotes.len())).then_some(())?;
        let dates = of(&article_columns, Facet::Date)?;
        let days: Vec<Option<Date>> = dates.values().map(|day| day.parse().ok()).collect();
        for (number, unit) in (0..).zip(&mut units.articles) {
            unit.published = dates.of(number).find_map(|day| *days.get(day as usize)?);
        }
        let articles = units.articles.iter().map(ArticleUnit::lengths);
        let quotes = units.quotes.iter().map(QuoteUnit::lengths);
        let starts = units::starts(&units.articles);
        let coarse = [
            ranges::Coarse::new(starts.iter().map(|it| it.words)),
            ranges::Coarse::new(units.stretches.iter().map(|it| it.words.start)),
        ];
        Some(Index {
            coarse,
            lengths: [sum(articles), sum(quotes)],
            terms,
            articles: units.articles,
            starts,
            quotes: units.quotes,
            article_of,
            stretches: units.stretches,
            article_columns,
            quote_columns,
        })
    }
}

/// The words of a pack that keeps their articles and places, for texts and names of so many bytes.
fn kept_words(
    pack: &Pack,
    kept: terms::Kept,
    holders: Bytes,
    length: usize,
) -> Result<Words, OpenError> {
    let (middles, units) = (pack.section(MIDDLES, "index")?, pack.section(UNITS, "index")?);
    let terms = Terms::kept(kept, &middles, holders).ok_or(DAMAGED)?;
    let units = kept::read(&units, length).ok_or(DAMAGED)?;
    Ok(Words::Kept(Box::new((terms, units))))
}

/// Something of the index does not fit the texts.
const DAMAGED: OpenError = OpenError::Damaged { section: "index" };

/// The column of a facet among those of all.
fn of(columns: &[Column], facet: Facet) -> Option<&Column> {
    columns.get(facet as usize)
}

fn sum(lengths: impl Iterator<Item = [u32; 3]>) -> [u64; 3] {
    lengths.fold([0; 3], |sums, own| std::array::from_fn(|at| sums[at] + u64::from(own[at])))
}

/// Adds the facet columns of a corpus to a pack; their values are numbers of `names`.
pub(crate) fn write_columns(pack: &mut Pack, corpus: &Corpus, names: &mut Strings) {
    pack.add(ARTICLE_COLUMNS, columns::write(corpus, Unit::Article, names));
    pack.add(QUOTE_COLUMNS, columns::write(corpus, Unit::Quote, names));
}

/// Adds the words of all texts, which were gathered, to a pack that has a shelf and columns, and their places
/// if these were kept. Linear in the corpus's words, but for sorting the different ones.
///
/// # Errors
///
/// What was written of the corpus cannot be read again, since it is larger than its format can hold.
pub(crate) fn write_words(
    pack: &mut Pack,
    corpus: &Corpus,
    gathered: Gathered,
    workers: &dyn Workers,
) -> Result<(), OpenError> {
    let shelf = Shelf::open(pack)?;
    let columns = kept_columns(pack, &shelf, Unit::Quote)?;
    let speakers = columns.column(Facet::Speaker).ok_or(DAMAGED)?;
    let mut gathered = gathered;
    // Two words that share a hash with one seed share none with another.
    let (kept, placed) = loop {
        match gathered.finish(speakers) {
            Ok(finished) => break finished.ok_or(DAMAGED)?,
            Err(Collided { seed, places }) => {
                gathered = Gathered::from_corpus(corpus, seed + 1, places, workers);
            }
        }
    };
    // Letters stand beside letters, the texts, as they compress better so.
    pack.add(SIZES, kept.sizes);
    pack.add(FORMS, kept.forms);
    pack.add(WORDS, kept.words);
    if let Some((units, postings)) = placed {
        add_places(pack, &units, postings.keep());
    }
    Ok(())
}

/// Adds the places of all words to a pack that has all else. Linear in the texts.
///
/// # Errors
///
/// What was written cannot be read again.
pub(crate) fn keep_places(pack: &mut Pack) -> Result<(), OpenError> {
    if pack.section(PLACES, "index").is_ok() {
        return Ok(());
    }
    let index = Index::open(pack, &Shelf::open(pack)?)?;
    let places = index.terms.keep();
    let Index { articles, quotes, article_of, stretches, .. } = index;
    let article_of = article_of.to_vec();
    add_places(pack, &units::Units { articles, quotes, article_of, stretches }, places);
    Ok(())
}

fn add_places(pack: &mut Pack, units: &units::Units, [middles, holders, places]: [Vec<u8>; 3]) {
    pack.add(UNITS, kept::write(units));
    pack.add(MIDDLES, middles);
    pack.add(HOLDERS, holders);
    pack.add(PLACES, places);
    // Articles are counted and put in order before the first place or text has come.
    pack.put_early(&[&shelf::EARLY[..], &EARLY].concat());
}
