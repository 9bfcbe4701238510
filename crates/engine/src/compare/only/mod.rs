//! What one report alone carries, and what it does not carry that another does: quotations, speakers, numbers, days
//! and names.
//!
//! Each item is looked for in every article, and says how: so "only here" can be checked, and means no more than
//! that the search found nothing. What is in doubt counts as carried. An article that came out before the day of the
//! others' event lacks nothing of it. Costs a comparison for each two articles and, for each item, a look into each.

mod facts;
mod look;
mod names;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use super::{Link, rows};
use crate::{
    article::Date,
    collection::Segment,
    order::sort_by_key,
    quote::QuoteKind,
    search::{ArticleCard, Cards},
    span::Span,
};
use facts::{Facts, Key};

/// What tells some reports apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contrast {
    /// The articles.
    pub articles: Vec<ArticleCard>,
    /// What tells each of them apart, in their order.
    pub reports: Vec<Report>,
}

/// What tells one report from the others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// What it alone carries, though another was searched for it.
    pub only: Vec<Item>,
    /// What was not found in it, though another carries it.
    pub lacking: Vec<Item>,
}

/// Something that some of the articles carry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What it is.
    pub kind: ItemKind,
    /// The words of the first article that carries it; a speaker's full name.
    pub words: String,
    /// How it was looked for.
    pub sought: Sought,
    /// What was found in each of the articles, in their order.
    pub evidence: Vec<Evidence>,
}

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ItemKind {
    /// Somebody who is quoted.
    Speaker,
    /// What somebody said, in marks or reported.
    Quotation(QuoteKind),
    /// A number.
    Number,
    /// A day, a month of a year, or a year.
    Day,
    /// A name of somebody who is not quoted, of a place or of a body.
    Name,
}

impl ItemKind {
    /// The kind's name, in lower case, as files spell it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Speaker => "speaker",
            Self::Quotation(_) => "quotation",
            Self::Number => "number",
            Self::Day => "day",
            Self::Name => "name",
        }
    }
}

/// How an item was looked for in the articles that were not known to carry it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sought {
    /// By the utterance that the quotation carries, and by its words: a passage that answers it, or that has most of
    /// a sentence of it.
    Utterance,
    /// By any of these names standing in the text.
    Names(Vec<String>),
    /// By its value, however it is written.
    Value,
    /// By any day, month or year that it may be.
    Day,
}

/// What was found of an item in one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Whether its not being there says something.
    pub reach: Reach,
    /// Where it stands; empty where it was not found.
    pub spans: Vec<Span>,
    /// The quotation's own name inside the article, where a quotation carries it.
    pub key: Option<String>,
}

/// Whether an article could have an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// It came out on the day of the event that the item is of, or later.
    Searched,
    /// It came out before that day.
    PublishedBefore,
    /// The day of one of the two is not known.
    DayUnknown,
}

impl Reach {
    /// The name, in lower case, as files spell it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Searched => "searched",
            Self::PublishedBefore => "published-before",
            Self::DayUnknown => "day-unknown",
        }
    }
}

/// What tells each of these articles from the others.
pub(crate) fn contrast(articles: &[(&Segment, usize)]) -> Contrast {
    let facts = facts::of(articles);
    let days: Vec<Days> = articles.iter().map(|&article| Days::of(article)).collect();
    let links = |at: usize, to: usize| match at == to {
        true => Vec::new(),
        false => rows::<true>(articles[at], articles[to]).1,
    };
    let all = 0..articles.len();
    let links: Vec<Vec<Vec<Link>>> =
        all.clone().map(|at| all.clone().map(|to| links(at, to)).collect()).collect();
    let mut items: BTreeMap<Key, Vec<(usize, usize)>> = BTreeMap::new();
    for (at, facts) in facts.iter().enumerate() {
        for (number, fact) in facts.all.iter().enumerate() {
            items.entry(fact.key.clone()).or_default().push((at, number));
        }
    }
    let mut reports = vec![Report::default(); articles.len()];
    let mut places: Vec<Vec<(usize, usize)>> = items.into_values().collect();
    // As they stand in the first article that has them.
    sort_by_key(&mut places, |places| places.first().copied());
    for places in places {
        let Some(item) = item(&facts, &days, &links, &places) else { continue };
        share(&item, &mut reports);
    }
    for report in &mut reports {
        for items in [&mut report.only, &mut report.lacking] {
            sort_by_key(items, |item| item.kind);
        }
    }
    let card = |&(segment, article): &(&Segment, usize)| Cards::new(segment).article(article);
    Contrast { articles: articles.iter().map(card).collect(), reports }
}

/// Gives the item to the reports that it tells apart.
fn share(item: &Item, reports: &mut [Report]) {
    let carried = |it: &Evidence| !it.spans.is_empty();
    let carriers = item.evidence.iter().filter(|it| carried(it)).count();
    let missed = |it: &Evidence| !carried(it) && it.reach != Reach::PublishedBefore;
    if !item.evidence.iter().any(missed) {
        return;
    }
    for (evidence, report) in item.evidence.iter().zip(reports) {
        if missed(evidence) {
            report.lacking.push(item.clone());
        } else if carriers == 1 && carried(evidence) {
            report.only.push(item.clone());
        }
    }
}

fn item(
    facts: &[Facts<'_>],
    days: &[Days],
    links: &[Vec<Vec<Link>>],
    places: &[(usize, usize)],
) -> Option<Item> {
    let &(first, number) = places.first()?;
    let fact = facts.get(first)?.all.get(number)?;
    let since = places.iter().filter_map(|&(at, _)| days[at].event).min();
    let evidence = (0..).zip(facts).map(|(at, there)| {
        let here = places.iter().filter(|(article, _)| *article == at);
        let mut own = here.filter_map(|&(_, number)| there.all.get(number)).peekable();
        let key = own.peek().and_then(|fact| fact.quote_key.clone());
        let mut spans: Vec<Span> = own.flat_map(|fact| fact.spans.clone()).collect();
        if spans.is_empty() {
            let links =
                places.iter().map(|&(from, number)| (&facts[from].all[number], &links[from][at]));
            spans = look::up(there, fact, links.collect());
        }
        Evidence { reach: days[at].reach(since), spans, key }
    });
    Some(Item {
        kind: fact.kind,
        words: fact.words.clone(),
        sought: fact.sought.clone(),
        evidence: evidence.collect(),
    })
}

/// When an article came out, and when its event was.
struct Days {
    published: Option<Date>,
    event: Option<Date>,
}

impl Days {
    fn of((segment, article): (&Segment, usize)) -> Self {
        let published = segment.record(article).article.published.map(|day| day.value);
        let events = segment.events_of(article);
        let events = events.into_iter().filter_map(|event| segment.shelf.event(event));
        let event = events.filter_map(|event| event.date.map(|day| day.value)).min();
        Self { published, event }
    }

    fn reach(&self, since: Option<Date>) -> Reach {
        match self.published.zip(since) {
            Some((published, since)) if published < since => Reach::PublishedBefore,
            Some(_) => Reach::Searched,
            None => Reach::DayUnknown,
        }
    }
}
