//! What is asked of texts beside each other: two articles, the witnesses of an utterance, the reports of an event.
//!
//! Knows the comparison by its entry points only.

use std::ops::RangeInclusive;

use super::{Engine, Unknown, others};
use crate::{
    collection::Segment,
    compare::{self, Apparatus, Clip, Comparison, Contrast, Core, Ladder, Witness},
    order,
    search::{ArticleCard, Cards, QuoteCard},
};

/// So many articles are laid beside each other.
const CHOSEN: RangeInclusive<usize> = 2..=4;

/// These articles cannot be laid beside each other.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unchosen {
    /// Nothing has one of the names.
    #[error(transparent)]
    Unknown(#[from] Unknown),
    /// Too few, or too many.
    #[error("name two to four articles to compare, not {0}")]
    Count(usize),
    /// One article twice.
    #[error("{0:?} is named twice: name each article once")]
    Twice(String),
}

/// The other reports of an article's event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counterparts {
    /// The event, if it is known.
    pub event: Option<String>,
    /// Why its reports were put together, or this one alone.
    pub reason: Option<String>,
    /// How many articles were looked at.
    pub searched: usize,
    /// The others. None: no other report of it was found among those.
    pub reports: Vec<ArticleCard>,
}

impl Counterparts {
    /// Whether no other report of the event was found.
    #[must_use]
    pub fn is_alone(&self) -> bool {
        self.reports.is_empty()
    }
}

impl Engine {
    /// Other texts' quotations of the same utterance, and the same article's other printings of it.
    #[must_use]
    pub fn variants(&self, id: &str, key: &str) -> Vec<QuoteCard> {
        let Some((segment, article, quotation)) = self.find_quote(id, key) else {
            return Vec::new();
        };
        let cards = Cards::new(segment);
        let others = segment.witnesses((article, quotation)).into_iter();
        let others = others.filter(|place| *place != (article, quotation));
        others.filter_map(|(article, quotation)| cards.quote(article, quotation)).collect()
    }

    /// Two articles side by side, row by row; none if either is unknown.
    #[must_use]
    pub fn compare(&self, left: &str, right: &str) -> Option<Comparison> {
        self.compared::<false>(left, right)
    }

    /// The same with all links between their passages, and what linked passages disagree about.
    #[must_use]
    pub fn compare_closely(&self, left: &str, right: &str) -> Option<Comparison> {
        self.compared::<true>(left, right)
    }

    // What is known when compiling is left out of a page that does not ask for it.
    fn compared<const CLOSELY: bool>(&self, left: &str, right: &str) -> Option<Comparison> {
        let (left, right) = (self.collection.find(left)?, self.collection.find(right)?);
        let card = |(segment, article)| Cards::new(segment).article(article);
        let (rows, links) = compare::rows::<CLOSELY>(left, right);
        Some(Comparison { left: card(left), right: card(right), rows, links })
    }

    /// The witnesses of the utterance that a quotation carries, as in a critical edition; the quotation alone if no
    /// other carries it. None if it is unknown.
    #[must_use]
    pub fn apparatus(&self, id: &str, key: &str) -> Option<Apparatus> {
        Apparatus::of(self.witnesses(id, key)?)
    }

    /// The same with this quotation's own words as the text that the others are held against.
    #[must_use]
    pub fn wordings(&self, id: &str, key: &str) -> Option<Apparatus> {
        let mut witnesses = self.witnesses(id, key)?;
        let own = witnesses.iter().position(|it| it.article.id == id && it.key == key)?;
        witnesses.get_mut(..=own)?.rotate_right(1);
        Apparatus::of(witnesses)
    }

    /// How much each text kept of the longest witness of the utterance that a quotation carries. None if it is
    /// unknown.
    #[must_use]
    pub fn clip(&self, id: &str, key: &str) -> Option<Clip> {
        Clip::of(self.witnesses(id, key)?)
    }

    /// The passages that all these two to four articles have; the first one's lead.
    ///
    /// # Errors
    ///
    /// Nothing has one of the names; or they are too few or too many, or one is given twice.
    pub fn core(&self, ids: &[&str]) -> Result<Core, Unchosen> {
        let articles = self.chosen(ids)?;
        Ok(Core { common: compare::common(&articles), articles: cards(&articles) })
    }

    /// What each of these two to four articles alone carries, and what it does not carry that another does.
    ///
    /// # Errors
    ///
    /// Nothing has one of the names; or they are too few or too many, or one is given twice.
    pub fn contrast(&self, ids: &[&str]) -> Result<Contrast, Unchosen> {
        Ok(compare::contrast(&self.chosen(ids)?))
    }

    /// The same of all articles that report an article's event, in the order in which they came out. A single
    /// report's lists are empty: nothing was searched.
    ///
    /// # Errors
    ///
    /// Nothing has that name.
    pub fn contrast_event(&self, id: &str) -> Result<Contrast, Unknown> {
        let (segment, article) = self.collection.find(id).ok_or_else(|| self.unknown(id))?;
        let mut articles = others(segment, article);
        articles.push(article);
        order::sort_by(&mut articles, Ord::cmp);
        articles.dedup();
        let day = |&article: &usize| {
            let published = segment.record(article).article.published.map(|day| day.value);
            (published.is_none(), published)
        };
        order::sort_by_key(&mut articles, day);
        let articles: Vec<_> = articles.into_iter().map(|article| (segment, article)).collect();
        Ok(compare::contrast(&articles))
    }

    /// The other reports of an article's event, or that there is none.
    ///
    /// # Errors
    ///
    /// Nothing has that name.
    pub fn counterparts(&self, id: &str) -> Result<Counterparts, Unknown> {
        let (segment, article) = self.collection.find(id).ok_or_else(|| self.unknown(id))?;
        let cards = Cards::new(segment);
        let reports = others(segment, article).into_iter().map(|it| cards.article(it)).collect();
        let events = segment.events_of(article);
        let event = events.first().and_then(|&event| segment.shelf.event(event));
        let (event, reason) =
            event.map_or((None, None), |it| (Some(it.name), Some(it.reason.into_owned())));
        Ok(Counterparts { event, reason, searched: segment.shelf.len(), reports })
    }

    /// The articles of these names, if they can be laid beside each other.
    fn chosen(&self, ids: &[&str]) -> Result<Vec<(&Segment, usize)>, Unchosen> {
        if !CHOSEN.contains(&ids.len()) {
            return Err(Unchosen::Count(ids.len()));
        }
        for (at, id) in ids.iter().enumerate() {
            if ids.iter().take(at).any(|before| before == id) {
                return Err(Unchosen::Twice((*id).to_owned()));
            }
        }
        let found = ids.iter().map(|id| self.collection.find(id).ok_or_else(|| self.unknown(id)));
        Ok(found.collect::<Result<_, Unknown>>()?)
    }

    fn unknown(&self, id: &str) -> Unknown {
        Unknown { id: id.to_owned(), nearest: self.nearest(id) }
    }

    /// How each text attributes the utterance that a quotation carries, and the passages of the event's reports that
    /// have its words without a source. None if it is unknown.
    #[must_use]
    pub fn ladder(&self, id: &str, key: &str) -> Option<Ladder> {
        let (segment, article, quotation) = self.find_quote(id, key)?;
        let mut reports = others(segment, article);
        reports.push(article);
        Some(Ladder::of(segment, &segment.witnesses((article, quotation)), &reports))
    }

    fn witnesses(&self, id: &str, key: &str) -> Option<Vec<Witness>> {
        let (segment, article, quotation) = self.find_quote(id, key)?;
        Some(compare::witnesses(segment, &segment.witnesses((article, quotation))))
    }
}

fn cards(articles: &[(&Segment, usize)]) -> Vec<ArticleCard> {
    articles.iter().map(|&(segment, article)| Cards::new(segment).article(article)).collect()
}
