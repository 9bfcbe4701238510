//! What a query finds, before anybody has looked at it: the total is there, and the order, the counts and the
//! cards are made when they are asked for.
//!
//! Knows how the parts of a search follow on each other; does not know how any of them is done.

use std::cell::LazyCell;

use super::{
    answer::{Answer, FacetCounts, Hit, Item},
    calendar::{self, Calendar},
    cards::Cards,
    concordance::{Concordance, concordance},
    facets::{self, Choices, Sifted},
    highlight::Highlight,
    matching::Matched,
    rank::{self, Ranked},
};
use crate::{
    collection::{Collection, Segment},
    query::{Days, Facet, LineOrder, Message, Query, Unit, Words},
};

/// The results of a query, as numbers.
pub struct Found<'engine> {
    collection: &'engine Collection,
    query: &'engine Query,
    words: Words,
    choices: Choices,
    /// For each segment what holds the words, and which of it all facets admit.
    matched: Vec<Matched>,
    sifted: Vec<Sifted>,
}

impl<'engine> Found<'engine> {
    /// What `query` finds. Linear in the places of the words asked for, and in what holds them.
    pub(crate) fn new(collection: &'engine Collection, query: &'engine Query) -> Self {
        let words = query.asked();
        let matched = Matched::find(collection, query.unit, &words);
        let choices = Choices::read(collection, query);
        let sifted = facets::sift(collection, query.unit, &choices, &matched);
        Self { collection, query, words, choices, matched, sifted }
    }

    /// How many results there are, exactly.
    #[must_use]
    pub fn total(&self) -> usize {
        self.sifted.iter().zip(&self.matched).map(|(sifted, matched)| sifted.count(matched)).sum()
    }

    /// What could not be read in the search box, or is chosen and does not exist.
    #[must_use]
    pub fn messages(&self) -> Vec<Message> {
        self.words.messages.iter().chain(&self.choices.messages).cloned().collect()
    }

    /// How many results each value of the facet would give by itself, in the order of the values as they
    /// are offered. Linear in the results.
    #[must_use]
    pub fn counts_of(&self, facet: Facet) -> Vec<u32> {
        facets::count(self.collection, self.query.unit, facet, &self.matched, &self.sifted)
    }

    /// What a facet offers. Linear in the results and in the values; the first time that it is one of
    /// which no pack has a column, in the corpus.
    #[must_use]
    pub fn facet(&self, facet: Facet) -> FacetCounts {
        let (unit, counts) = (self.query.unit, self.counts_of(facet));
        facets::offer(self.collection, unit, &self.choices, facet, &counts)
    }

    /// How many results a facet of days has in each stretch of these days, each as many as choosing only that stretch
    /// would give; the stretches are those of the whole corpus, whatever is asked. Linear in the results.
    #[must_use]
    pub fn calendar(&self, facet: Facet, within: Days) -> Calendar {
        let (unit, matched, sifted) = (self.query.unit, &self.matched, &self.sifted);
        let offered = self.collection.offered(unit, facet);
        calendar::of(offered, within, |groups, count| {
            facets::count_groups((self.collection, unit, facet), (groups, count), matched, sifted)
        })
    }

    /// What each facet offers that answers count, and each that something is chosen in, in the order of
    /// [`Facet::ALL`].
    #[must_use]
    pub fn facets(&self) -> Vec<FacetCounts> {
        let told = |facet: &Facet| facet.is_at_once() || self.query.facets.contains_key(facet);
        Facet::ALL.into_iter().filter(told).map(|facet| self.facet(facet)).collect()
    }

    /// The first `count` results, in the order asked for. Linear in the results where `count` is small.
    #[must_use]
    pub fn first(&self, count: usize) -> Vec<Ranked> {
        rank::first(self.collection, self.query, &self.matched, &self.sifted, count)
    }

    /// The name of the article that is a result, or that has it.
    #[must_use]
    pub fn name(&self, ranked: &Ranked) -> &'engine str {
        rank::name(self.collection, self.query.unit, ranked).unwrap_or_default()
    }

    /// The places of the words in the results, each with its neighbours, in this order. Linear in the
    /// texts of the results; keeps the first `count` lines.
    #[must_use]
    pub fn concordance(&self, by: LineOrder, count: usize) -> Concordance {
        concordance(self, by, count)
    }

    /// What the search box asks for.
    pub(super) fn words(&self) -> &Words {
        &self.words
    }

    /// Calls `each` with the segments, and the numbers of what is shown of the results in each.
    pub(super) fn each_segment(&self, mut each: impl FnMut(&'engine Segment, Unit, Vec<u32>)) {
        let segments = self.collection.segments().iter();
        for ((segment, matched), sifted) in segments.zip(&self.matched).zip(&self.sifted) {
            let mut shown = Vec::with_capacity(sifted.count(matched));
            sifted.each(matched, |_, number, _| shown.push(number));
            each(segment, self.query.unit, shown);
        }
    }

    /// The first `count` results with all that a list shows of them.
    #[must_use]
    pub fn hits(&self, count: usize) -> Vec<Hit> {
        self.after(0, count)
    }

    /// The results from the one at `from` on, at most `count`, with all that a list shows of them.
    #[must_use]
    pub fn after(&self, from: usize, count: usize) -> Vec<Hit> {
        let segments = self.collection.segments().iter();
        let cards: Vec<LazyCell<Cards<'_>, _>> = segments
            .map(|segment| {
                let searched = || Highlight::new(&segment.index, &self.words);
                LazyCell::new(move || Cards::new(segment).searching(searched()))
            })
            .collect();
        let hit = |ranked: Ranked| {
            let item = item(cards.get(ranked.segment)?, self.query.unit, &ranked)?;
            Some(Hit { item, score: ranked.score })
        };
        let ranked = self.first(from.saturating_add(count)).into_iter().skip(from);
        ranked.filter_map(hit).collect()
    }

    /// All of it: the total, the first `count` results, the counts and the messages.
    #[must_use]
    pub fn answer(&self, count: usize) -> Answer {
        Answer {
            total: self.total(),
            hits: self.hits(count),
            facets: self.facets(),
            messages: self.messages(),
        }
    }
}

fn item(cards: &Cards<'_>, kind: Unit, ranked: &Ranked) -> Option<Item> {
    let segment = cards.segment();
    let place = |quote: u32| segment.index.place_of_quote(quote);
    let quote = || place(ranked.shown).and_then(|(article, at)| cards.quote(article, at));
    match kind {
        Unit::Article => {
            let article = ranked.shown as usize;
            Some(Item::Article(cards.result(article), cards.best_passage(article)))
        }
        Unit::Quote => quote().map(Item::Quote),
        Unit::Utterance => {
            let witnesses = segment.utterances().witnesses(ranked.unit);
            let others = witnesses.filter(|&witness| witness != ranked.shown);
            let card =
                |witness| place(witness).and_then(|(article, at)| cards.witness(article, at));
            Some(Item::Utterance(quote()?, others.filter_map(card).collect()))
        }
    }
}
