//! The words of articles, gathered for a pack while these are read: the dictionary, and, for a large pack, which
//! word stands where and which of them every article and every quotation covers.
//!
//! Articles are gathered share by share, as they come, and put together in their order. Does not know who
//! speaks: the names of speakers come last, when all is read.

use super::{
    Column,
    collector::{Collected, Collector},
    placing,
    postings::Postings,
    terms::Kept,
    units::Units,
};
use crate::{
    article::Article,
    quote::{Part, Quotation},
    story::Corpus,
    workers::{self, Workers},
};

/// How many articles are gathered at a time where all are there: enough that most words come again and again.
const SHARE: usize = 512;

/// The words of some articles.
#[derive(Default)]
pub(crate) struct Gathered {
    words: Collector,
    units: Units,
    seed: u64,
    /// Whether the words' places are kept.
    places: bool,
}

/// Two words share a hash: they must be gathered again with another seed.
#[derive(Debug)]
pub(super) struct Collided {
    pub(super) seed: u64,
    pub(super) places: bool,
}

/// What a pack keeps of the words; and the units and places of a large one.
pub(super) type Finished = (Kept, Option<(Units, Postings)>);

impl Gathered {
    /// The words of these articles, with their places if these are to be kept.
    /// An article is its text, what that is made of, and what is quoted in it.
    pub(crate) fn of<'text, Q: Iterator<Item = &'text Quotation>>(
        articles: impl Iterator<Item = (&'text str, &'text Article, Q)>,
        seed: u64,
        places: bool,
    ) -> Self {
        let (mut words, mut units) = (Collector::new(seed, places), Units::default());
        let mut parts: Vec<(u32, Part)> = Vec::new();
        for (source, article, quotations) in articles {
            parts.clear();
            let mut count = 0;
            for quotation in quotations {
                parts.extend(quotation.parts.iter().map(|part| (count, *part)));
                count += 1;
            }
            units.add(source, article.text_blocks(), (count, &parts), &mut words);
        }
        Self { words, units, seed, places }
    }

    /// The words of a corpus.
    pub(crate) fn from_corpus(
        corpus: &Corpus,
        seed: u64,
        places: bool,
        workers: &dyn Workers,
    ) -> Self {
        let shares = workers::shares(workers, SHARE, &corpus.articles, |share| {
            let articles = share.iter();
            let articles = articles.map(|it| (&*it.source, &it.article, it.quotations.iter()));
            Self::of(articles, seed, places)
        });
        Self::joined(shares, workers)
    }

    /// The words of articles that were gathered apart, in their order.
    pub(crate) fn joined(all: Vec<Self>, workers: &dyn Workers) -> Self {
        let (seed, places) = all.first().map_or((0, false), |first| (first.seed, first.places));
        let mut units = Units::default();
        let words = all.into_iter().map(|gathered| {
            units.append(gathered.units);
            gathered.words
        });
        let words: Vec<Collector> = words.collect();
        let words = Collector::joined(&words, workers);
        Self { words, units, seed, places }
    }

    /// Adds the names of the quotations' speakers, and gives all; nothing if that does not fit together.
    pub(super) fn finish(mut self, speakers: &Column) -> Result<Option<Finished>, Collided> {
        self.units.add_names(speakers, &mut self.words);
        if self.words.collided() {
            return Err(Collided { seed: self.seed, places: self.places });
        }
        let Collected { kept, order } = self.words.finish();
        let Some(order) = order else { return Ok(Some((kept, None))) };
        let postings = placing::places(&kept.sizes, &self.units.articles, &order);
        Ok(postings.map(|postings| (kept, Some((self.units, postings)))))
    }
}
