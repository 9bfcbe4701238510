//! Opens a pack and answers from it; every answer is plain data.
//!
//! Knows all modules by their entry points only. What is asked of several articles beside each other stands in
//! `compared`.

mod compared;
mod known;

pub use compared::{Counterparts, Unchosen};

use std::cmp::Reverse;

use crate::{
    article::{Document, Finding},
    collection::{Collection, Segment},
    index::{self, Gathered},
    order,
    pack::{Bytes, OpenError, Pack, Strings, TooLarge},
    query::{Facet, Query, Unit},
    reading::{Reading, marks},
    search::{self, Answer, ArticleCard, Cards, Explanation, Found, Hit, Item, QuoteCard},
    shelf,
    story::{self, Corpus, Event},
    workers::{Alone, Workers},
};

/// How alike two names must be for one to be offered in place of the other, from 0 to 1.
const ALIKE: f64 = 0.4;

/// A pack, and what was doubtful on the way.
#[derive(Clone, Debug, Default)]
pub struct Built {
    /// The pack.
    pub pack: Vec<u8>,
    /// What is doubtful in the documents.
    pub findings: Vec<Finding>,
}

/// Analyses the documents and makes a pack of them.
///
/// # Errors
///
/// The pack would be larger than its format can hold.
pub fn build(documents: &[Document]) -> Result<Built, TooLarge> {
    build_by(&Alone, documents.to_vec())
}

/// As [`build`], by as many workers as there are: the pack is the same whoever works.
///
/// # Errors
///
/// The pack would be larger than its format can hold.
pub fn build_by(workers: &dyn Workers, mut documents: Vec<Document>) -> Result<Built, TooLarge> {
    let places = documents.iter().map(|it| it.text.len()).sum::<usize>() >= index::LARGE;
    let (mut corpus, words) = story::analyse_by(
        workers,
        &mut documents,
        |share| Gathered::of(share.articles(), 0, places),
        |shares| Gathered::joined(shares, workers),
    );
    let sections = sections_of(&corpus, &documents, words, workers)?;
    let findings = std::mem::take(&mut corpus.findings);
    // The sections hold all of it.
    drop((corpus, documents));
    Ok(Built { pack: sections.write()?, findings })
}

/// The same pack with the places of all words in it: half as large again, and opened without going through
/// its texts. A pack of much text has them anyway.
///
/// # Errors
///
/// A pack that cannot be opened, or would be larger than its format can hold.
pub fn with_places(pack: impl Into<Bytes>) -> Result<Vec<u8>, OpenError> {
    let mut pack = Pack::open(&pack.into())?;
    index::keep_places(&mut pack)?;
    pack.write().map_err(|_| OpenError::Damaged { section: "table" })
}

/// The sections of the pack of a corpus that was found in these documents, with the places of all words or without.
#[cfg(test)]
pub(crate) fn sections_with(corpus: &Corpus, documents: &[Document], places: bool) -> Pack {
    let words = Gathered::from_corpus(corpus, 0, places, &Alone);
    sections_of(corpus, documents, words, &Alone).unwrap_or_default()
}

/// The sections of the pack of a corpus that was found in these documents; `words` are those of its articles.
pub(crate) fn sections_of(
    corpus: &Corpus,
    documents: &[Document],
    words: Gathered,
    workers: &dyn Workers,
) -> Result<Pack, TooLarge> {
    let (mut pack, mut names) = (Pack::default(), Strings::default());
    shelf::write(&mut pack, corpus, documents, &mut names, workers)?;
    index::write_columns(&mut pack, corpus, &mut names);
    shelf::write_names(&mut pack, &names);
    index::write_words(&mut pack, corpus, words, workers).map_err(|_| TooLarge)?;
    Ok(pack)
}

/// Nothing has the name that was asked for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("nothing here is called {id:?}{}", .nearest.as_ref().map_or(String::new(), |it| format!("; did you mean {it:?}?")))]
pub struct Unknown {
    /// The name.
    pub id: String,
    /// The one that is spelt most like it, if any is.
    pub nearest: Option<String>,
}

/// One or several opened packs that answer queries as one. A copy costs a count for each pack.
#[derive(Clone, Debug, Default)]
pub struct Engine {
    collection: Collection,
}

impl Engine {
    /// Opens a pack. Linear in its length.
    ///
    /// # Errors
    ///
    /// A pack that is damaged, cut short, foreign or of another version is refused.
    pub fn open(bytes: impl Into<Bytes>) -> Result<Self, OpenError> {
        Self::default().with(bytes)
    }

    /// Answers over one more pack. A query's totals, counts and order are as if one pack had all the
    /// documents; events, utterances and people are those that each pack tells of.
    ///
    /// # Errors
    ///
    /// A pack that is damaged, cut short, foreign or of another version is refused.
    pub fn with(&self, bytes: impl Into<Bytes>) -> Result<Self, OpenError> {
        Ok(self.and(Segment::open(&bytes.into())?))
    }

    /// Answers from one segment.
    pub(crate) fn of(segment: Segment) -> Self {
        Self::default().and(segment)
    }

    fn and(&self, segment: Segment) -> Self {
        Self { collection: self.collection.with(segment) }
    }

    /// Whether it can answer `query` now. Once all of its packs have come it answers all; before, only what needs
    /// neither text, nor where in one a word stands, nor what was found there: then totals, order and counts are
    /// exact, and results have names but no words.
    #[must_use]
    pub fn answers(&self, query: &Query) -> bool {
        self.is_whole() || query.asks_for_articles_alone()
    }

    /// Whether all of its packs have come.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.collection.segments().iter().all(|it| it.whole)
    }

    /// What `query` finds: its total, and its order, counts and cards as far as they are asked for.
    #[must_use]
    pub fn find<'engine>(&'engine self, query: &'engine Query) -> Found<'engine> {
        Found::new(&self.collection, query)
    }

    /// Answers `query`: exact totals, ranked results and counts for every facet value.
    #[must_use]
    pub fn answer(&self, query: &Query) -> Answer {
        self.first(query, usize::MAX)
    }

    /// Answers `query` with its first `count` results only, but with its exact total and all counts.
    #[must_use]
    pub fn first(&self, query: &Query, count: usize) -> Answer {
        self.find(query).answer(count)
    }

    /// The results of `query` from the one at `from` on, at most `count`: what follows those of
    /// [`Engine::first`] when a reader goes on.
    #[must_use]
    pub fn after(&self, query: &Query, from: usize, count: usize) -> Vec<Hit> {
        self.find(query).after(from, count)
    }

    /// How many results `query` has; cheaper than its answer.
    #[must_use]
    pub fn count(&self, query: &Query) -> usize {
        self.find(query).total()
    }

    /// Why an article, or a quotation (`article/key`), has its score, or is no result of `query`; where utterances
    /// are asked for, why the quotation shows, or does not show, one that it carries. Costs what the search
    /// costs.
    ///
    /// # Errors
    ///
    /// Nothing has that name: gives the name that is spelt most like it.
    pub fn explain(&self, query: &Query, id: &str) -> Result<Explanation, Unknown> {
        let unit = match query.unit {
            Unit::Article => self.collection.place(id).map(|(at, article)| (at, article as u32)),
            Unit::Quote | Unit::Utterance => self.quote_unit(id),
        };
        let unit =
            unit.ok_or_else(|| Unknown { id: id.to_owned(), nearest: self.similar(query, id) })?;
        Ok(search::explain(&self.collection, query, unit))
    }

    /// The segment and the number of the quotation `article/key`.
    fn quote_unit(&self, id: &str) -> Option<(usize, u32)> {
        let (article, key) = id.rsplit_once('/')?;
        let (at, article) = self.collection.place(article)?;
        let segment = self.collection.segments().get(at)?;
        let first = segment.index.articles.get(article)?.first_quote;
        Some((at, first + quotation(segment, article, key)? as u32))
    }

    /// The name that is spelt most like `id`: among the quotations of its article, or else the articles.
    fn similar(&self, query: &Query, id: &str) -> Option<String> {
        let quote = id.rsplit_once('/').filter(|_| query.unit != Unit::Article);
        let Some((article, key)) = quote else { return self.nearest(id) };
        let Some((segment, at)) = self.collection.find(article) else {
            return self.nearest(article);
        };
        let record = segment.record(at);
        let keys = index::quote_keys(record.source, &record.quotations);
        most_like(key, keys.iter().map(String::as_str)).map(|key| format!("{article}/{key}"))
    }

    /// How many articles, quotations or utterances there are.
    #[must_use]
    pub fn size(&self, unit: Unit) -> usize {
        self.collection.count(unit)
    }

    /// How many words some articles have together, as far as they are here. Costs what finding them costs.
    #[must_use]
    pub fn words<'id>(&self, ids: impl IntoIterator<Item = &'id str>) -> usize {
        let words = |id| {
            let (segment, at) = self.collection.find(id)?;
            Some(segment.index.articles.get(at)?.words.len())
        };
        ids.into_iter().filter_map(words).sum()
    }

    /// The cards of the first `count` articles, newest first.
    #[must_use]
    pub fn articles(&self, count: usize) -> Vec<ArticleCard> {
        let hits = self.find(&Query::default()).hits(count);
        let card = |hit: Hit| match hit.item {
            Item::Article(card, _) => Some(card),
            Item::Quote(_) | Item::Utterance(..) => None,
        };
        hits.into_iter().filter_map(card).collect()
    }

    /// The `count` events that most articles report, newest first, with the articles that report each.
    /// Linear in the values of the facet; only these events are read.
    #[must_use]
    pub fn events(&self, count: usize) -> Vec<(Event, Vec<ArticleCard>)> {
        let segments = self.collection.segments();
        let mut most: Vec<(u32, usize, u32)> = Vec::new();
        for (at, segment) in segments.iter().enumerate() {
            events_in(segment, |event, reports| {
                let place = most.partition_point(|other| other.0 >= reports);
                if place < count {
                    most.insert(place, (reports, at, event));
                    most.truncate(count);
                }
            });
        }
        let mut events: Vec<(Event, Vec<ArticleCard>)> = Vec::new();
        for (_, at, event) in most {
            let Some(event) = segments[at].shelf.event(event) else { continue };
            let cards = Cards::new(&segments[at]);
            let articles = event.articles.iter().map(|&at| cards.article(at as usize)).collect();
            events.push((event, articles));
        }
        let day = |event: &Event| Reverse(event.date.as_ref().map(|day| day.value));
        order::sort_by_key(&mut events, |(event, _)| day(event));
        events
    }

    /// The first `count` other articles that report an event of the article `id`.
    #[must_use]
    pub fn others(&self, id: &str, count: usize) -> Vec<ArticleCard> {
        let Some((segment, at)) = self.collection.find(id) else { return Vec::new() };
        let cards = Cards::new(segment);
        others(segment, at).into_iter().take(count).map(|other| cards.article(other)).collect()
    }

    /// Whether there is an article of that name.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.collection.find(id).is_some()
    }

    /// The article of that name, to be read.
    #[must_use]
    pub fn article(&self, id: &str) -> Option<Reading> {
        let (segment, at) = self.collection.find(id)?;
        let record = segment.record(at);
        let cards = Cards::new(segment);
        Some(Reading {
            card: cards.article(at),
            source: record.source.to_owned(),
            quotes: (0..record.quotations.len()).filter_map(|it| cards.quote(at, it)).collect(),
            marks: marks(&record.quotations),
            others: others(segment, at).into_iter().map(|other| cards.article(other)).collect(),
            article: record.article,
        })
    }

    /// The quotation `key` of the article `id`.
    #[must_use]
    pub fn quote(&self, id: &str, key: &str) -> Option<QuoteCard> {
        let (segment, article, quotation) = self.find_quote(id, key)?;
        Cards::new(segment).quote(article, quotation)
    }

    /// The name of an article that is spelt most like `id`, for a link that leads nowhere.
    #[must_use]
    pub fn nearest(&self, id: &str) -> Option<String> {
        let segments = self.collection.segments().iter();
        most_like(id, segments.flat_map(|it| (0..it.shelf.len()).map(|at| it.shelf.id(at))))
    }

    fn find_quote(&self, id: &str, key: &str) -> Option<(&Segment, usize, usize)> {
        let (segment, article) = self.collection.find(id)?;
        Some((segment, article, quotation(segment, article, key)?))
    }
}

/// Calls `each` with the events of a segment, and how many articles report each.
fn events_in(segment: &Segment, mut each: impl FnMut(u32, u32)) {
    let Some(column) = segment.index.column(Unit::Article, Facet::Event) else { return };
    for (value, reports) in (0..).zip(column.totals()) {
        let event = column.name(value).and_then(|name| segment.shelf.event_named(name));
        event.into_iter().for_each(|event| each(event, reports));
    }
}

/// Which of the article's quotations has that key.
fn quotation(segment: &Segment, article: usize, key: &str) -> Option<usize> {
    let record = segment.record(article);
    index::quote_keys(record.source, &record.quotations).iter().position(|known| known == key)
}

/// The name among `known` that is spelt most like `asked`, if any is like it.
fn most_like<'known>(asked: &str, known: impl Iterator<Item = &'known str>) -> Option<String> {
    // What is pasted by accident can be long, and likeness costs its length squared.
    let asked: String = asked.chars().take(200).collect();
    known
        .map(|known| (strsim::sorensen_dice(&asked, known), known))
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .map(|(_, known)| known.to_owned())
}

/// The other articles that report an event of `article`.
fn others(segment: &Segment, article: usize) -> Vec<usize> {
    let mut others = Vec::new();
    for event in segment.events_of(article) {
        let articles = segment.shelf.event(event).map_or_else(Vec::new, |event| event.articles);
        others.extend(articles.into_iter().map(|at| at as usize).filter(|&at| at != article));
    }
    others
}
