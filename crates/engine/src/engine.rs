//! Opens a pack and answers from it; every answer is plain data.
//!
//! Knows all modules by their entry points only.

use std::collections::BTreeMap;

use serde::{Serialize, de::DeserializeOwned};

use crate::{
    article::{Document, Finding},
    compare::{self, Comparison},
    document::Beside,
    index::{self, Index},
    pack::{self, Pack, Tag, TooLarge},
    query::{Query, Unit},
    reading::{Reading, marks},
    search::{self, Answer, ArticleCard, Cards, QuoteCard},
    story::{self, Analysis, Corpus, Event, Witness},
};

const CORPUS: Tag = *b"CORP";
const INDEX: Tag = *b"INDX";
const BESIDE: Tag = *b"SIDE";

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
    let corpus = story::analyse(documents);
    Ok(Built { pack: pack_of(&corpus, documents)?, findings: corpus.findings })
}

/// The pack of a corpus that was found in these documents.
pub(crate) fn pack_of(corpus: &Corpus, documents: &[Document]) -> Result<Vec<u8>, TooLarge> {
    let given: BTreeMap<&str, &Document> =
        documents.iter().map(|document| (document.id.as_str(), document)).collect();
    let of = |analysis: &Analysis| {
        given
            .get(analysis.article.id.as_str())
            .map(|document| Beside::of(document))
            .unwrap_or_default()
    };
    let beside: Vec<Beside> = corpus.articles.iter().map(of).collect();
    pack::write(&[
        (CORPUS, encode(corpus)?),
        (INDEX, encode(&index::Kept::of(corpus))?),
        (BESIDE, encode(&beside)?),
    ])
}

/// What a pack says of its documents, and what they came with, article by article.
pub(crate) fn contents(pack: &[u8]) -> Result<(Corpus, Vec<Beside>), OpenError> {
    let pack = Pack::open(pack)?;
    Ok((decode(&pack, CORPUS, "corpus")?, decode(&pack, BESIDE, "sidecars")?))
}

fn encode(section: &impl Serialize) -> Result<Vec<u8>, TooLarge> {
    postcard::to_allocvec(section).map_err(|_| TooLarge)
}

fn decode<T: DeserializeOwned>(
    pack: &Pack<'_>,
    tag: Tag,
    name: &'static str,
) -> Result<T, OpenError> {
    postcard::from_bytes(pack.section(tag, name)?).map_err(|_| OpenError::Damaged { section: name })
}

/// Why a pack cannot be opened, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// It is not a pack.
    #[error("this is not a Parallax pack: choose a file that `parallax pack` wrote")]
    Foreign,
    /// It was made by another version.
    #[error(
        "the pack has version {found}, and this page reads version {wanted}: make the pack anew"
    )]
    Version {
        /// The pack's version.
        found: u16,
        /// The one that is read here.
        wanted: u16,
    },
    /// Its end is missing.
    #[error("the pack is cut short ({found} of {wanted} bytes): fetch it again")]
    Short {
        /// The bytes there are.
        found: usize,
        /// The bytes there should be.
        wanted: usize,
    },
    /// Its bytes were changed.
    #[error("the pack is damaged ({section}): fetch it again, or make it anew")]
    Damaged {
        /// The part that cannot be read.
        section: &'static str,
    },
}

/// An opened corpus that answers queries.
#[derive(Clone, Debug)]
pub struct Engine {
    corpus: Corpus,
    index: Index,
}

impl Engine {
    /// Opens a pack. Linear in its length.
    ///
    /// # Errors
    ///
    /// A pack that is damaged, cut short, foreign or of another version is refused.
    pub fn open(bytes: &[u8]) -> Result<Self, OpenError> {
        let pack = Pack::open(bytes)?;
        let corpus = decode(&pack, CORPUS, "corpus")?;
        let index = Index::open(decode(&pack, INDEX, "index")?, &corpus);
        Ok(Self { corpus, index: index.ok_or(OpenError::Damaged { section: "index" })? })
    }

    /// Answers `query`: exact totals, ranked results and counts for every facet value.
    #[must_use]
    pub fn answer(&self, query: &Query) -> Answer {
        self.first(query, usize::MAX)
    }

    /// Answers `query` with its first `count` results only, but with its exact total and all counts.
    #[must_use]
    pub fn first(&self, query: &Query, count: usize) -> Answer {
        search::answer(&self.corpus, &self.index, query, count)
    }

    /// How many results `query` has; cheaper than its answer.
    #[must_use]
    pub fn count(&self, query: &Query) -> usize {
        search::total(&self.index, query)
    }

    /// How many articles or quotations there are.
    #[must_use]
    pub fn size(&self, unit: Unit) -> usize {
        self.index.count(unit)
    }

    /// The cards of all articles, newest first.
    #[must_use]
    pub fn articles(&self) -> Vec<ArticleCard> {
        let cards = self.cards();
        let mut articles: Vec<_> =
            (0..self.corpus.articles.len()).map(|article| cards.article(article)).collect();
        articles.sort_by_key(|card| std::cmp::Reverse(card.published));
        articles
    }

    /// The events, newest first, with the articles that report each.
    #[must_use]
    pub fn events(&self) -> Vec<(Event, Vec<ArticleCard>)> {
        let cards = self.cards();
        let of =
            |event: &Event| event.articles.iter().map(|&at| cards.article(at as usize)).collect();
        let mut events: Vec<(Event, Vec<ArticleCard>)> =
            self.corpus.events.iter().map(|event| (event.clone(), of(event))).collect();
        events
            .sort_by_key(|(event, _)| std::cmp::Reverse(event.date.as_ref().map(|day| day.value)));
        events
    }

    /// The article of that name, to be read.
    #[must_use]
    pub fn article(&self, id: &str) -> Option<Reading> {
        let at = self.find(id)?;
        let analysis = &self.corpus.articles[at];
        let cards = self.cards();
        Some(Reading {
            card: cards.article(at),
            article: analysis.article.clone(),
            source: analysis.source.clone(),
            quotes: (0..analysis.quotations.len()).map(|quote| cards.quote(at, quote)).collect(),
            marks: marks(&analysis.quotations),
            others: self.others(at).into_iter().map(|other| cards.article(other)).collect(),
        })
    }

    /// The quotation `key` of the article `id`.
    #[must_use]
    pub fn quote(&self, id: &str, key: &str) -> Option<QuoteCard> {
        let (article, quotation) = self.find_quote(id, key)?;
        Some(self.cards().quote(article, quotation))
    }

    /// Other texts' quotations of the same utterance, and the same article's other printings of it.
    #[must_use]
    pub fn variants(&self, id: &str, key: &str) -> Vec<QuoteCard> {
        let Some((article, quotation)) = self.find_quote(id, key) else { return Vec::new() };
        let cards = self.cards();
        let mut variants: Vec<(usize, usize)> = self
            .corpus
            .utterances
            .iter()
            .map(|utterance| utterance.witnesses.iter().map(place).collect::<Vec<_>>())
            .filter(|places| places.contains(&(article, quotation)))
            .flatten()
            .filter(|place| *place != (article, quotation))
            .collect();
        variants.sort_unstable();
        variants.dedup();
        variants.into_iter().map(|(article, quotation)| cards.quote(article, quotation)).collect()
    }

    /// Two articles side by side; none if either is unknown.
    #[must_use]
    pub fn compare(&self, left: &str, right: &str) -> Option<Comparison> {
        let (left, right) = (self.find(left)?, self.find(right)?);
        let cards = self.cards();
        Some(Comparison {
            left: cards.article(left),
            right: cards.article(right),
            rows: compare::rows(&self.corpus, &self.index, left, right),
        })
    }

    /// The name of an article that is spelt most like `id`, for a link that leads nowhere.
    #[must_use]
    pub fn nearest(&self, id: &str) -> Option<String> {
        // What is pasted by accident can be long, and likeness costs its length squared.
        let asked: String = id.chars().take(200).collect();
        let known = self.corpus.articles.iter().map(|analysis| &analysis.article.id);
        known
            .map(|known| (strsim::sorensen_dice(&asked, known), known))
            .filter(|(likeness, _)| *likeness >= ALIKE)
            .max_by(|one, other| one.0.total_cmp(&other.0))
            .map(|(_, known)| known.clone())
    }

    fn cards(&self) -> Cards<'_> {
        Cards::new(&self.corpus, &self.index)
    }

    fn find(&self, id: &str) -> Option<usize> {
        self.corpus.articles.iter().position(|analysis| analysis.article.id == id)
    }

    fn find_quote(&self, id: &str, key: &str) -> Option<(usize, usize)> {
        let article = self.find(id)?;
        Some((article, self.index.quote_named(article, key)?))
    }

    /// The other articles that report an event of `article`.
    fn others(&self, article: usize) -> Vec<usize> {
        let reports = |event: &&Event| event.articles.iter().any(|&at| at as usize == article);
        let events = self.corpus.events.iter().filter(reports);
        let all = events.flat_map(|event| event.articles.iter().map(|&at| at as usize));
        all.filter(|&other| other != article).collect()
    }
}

fn place(witness: &Witness) -> (usize, usize) {
    (witness.article as usize, witness.quotation as usize)
}
