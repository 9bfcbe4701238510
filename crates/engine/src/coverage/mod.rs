//! How one event was reported: by whom and when, who is quoted where, which words set the reports apart, and which
//! names they give to the same thing.
//!
//! Worked out when it is asked for, over all packs that tell of the event; linear in its reports and in what the
//! packs name. What only one report carries is `compare`'s to tell. Does not know how it is shown.

mod keywords;
mod matrix;
mod naming;
#[cfg(test)]
mod tests;

pub use keywords::Keyword;
pub use matrix::{Cell, Matrix, SpeakerRow};
pub use naming::{FormUse, Naming, Thing};

use crate::{
    article::{Date, Stated},
    collection::{Collection, Segment},
    order::sort_by_key,
    search::{ArticleCard, Cards},
    story::Event,
};

/// How an event was reported.
#[derive(Clone, Debug, PartialEq)]
pub struct Coverage {
    /// The event's name.
    pub name: String,
    /// What is known of it, from each pack that tells of it.
    pub told: Vec<Told>,
    /// The articles that report it, in the order in which they came out; those without a day last.
    pub reports: Vec<ArticleCard>,
    /// Who is quoted by which outlet.
    pub quoted: Matrix,
    /// For each report the words that set it apart from the others.
    pub keywords: Vec<Vec<Keyword>>,
    /// The names that differ between reports.
    pub names: Vec<Naming>,
}

/// What one pack tells of an event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// The day, and the article that states it.
    pub day: Option<(Stated<Date>, Option<String>)>,
    /// The place, likewise.
    pub place: Option<(Stated<String>, Option<String>)>,
    /// Why its reports were put together.
    pub reason: String,
}

/// The segments that tell of an event, each with what it tells.
type Telling<'collection> = Vec<(&'collection Segment, Event)>;

/// The articles that report an event, each with its card, in the order in which they came out.
pub(crate) struct Reports<'collection> {
    pub(crate) articles: Vec<(&'collection Segment, usize)>,
    cards: Vec<ArticleCard>,
    telling: Telling<'collection>,
}

impl<'collection> Reports<'collection> {
    /// The reports of the event of that name, if there is one.
    pub(crate) fn of(collection: &'collection Collection, name: &str) -> Option<Self> {
        let telling: Telling<'_> =
            collection.segments().iter().flat_map(|it| events(it, name)).collect();
        telling.first()?;
        let mut reports = Vec::new();
        for (segment, event) in &telling {
            let cards = Cards::new(segment);
            let articles = event.articles.iter().map(|&article| article as usize);
            reports.extend(articles.map(|at| ((*segment, at), cards.article(at))));
        }
        sort_by_key(&mut reports, |(_, card)| {
            (card.published.is_none(), card.published, card.published_time.clone())
        });
        let (articles, cards) = reports.into_iter().unzip();
        Some(Self { articles, cards, telling })
    }
}

fn events<'segment>(segment: &'segment Segment, name: &str) -> Telling<'segment> {
    let numbers = 0..segment.shelf.events() as u32;
    let numbers = numbers.filter(|&at| segment.shelf.event_name(at) == Some(name));
    numbers.filter_map(|at| Some((segment, segment.shelf.event(at)?))).collect()
}

impl Coverage {
    /// How the event of that name was reported.
    pub(crate) fn of(collection: &Collection, name: &str) -> Option<Self> {
        let reports = Reports::of(collection, name)?;
        Some(Self {
            name: name.to_owned(),
            told: reports.telling.iter().map(|(segment, event)| told(segment, event)).collect(),
            quoted: Matrix::of(collection, name, &reports.articles),
            keywords: keywords::of(&reports.articles),
            names: naming::of(&reports.articles),
            reports: reports.cards,
        })
    }
}

fn told(segment: &Segment, event: &Event) -> Told {
    let id = |article: Option<u32>| Some(segment.shelf.id(article? as usize).to_owned());
    Told {
        day: event.date.clone().map(|day| (day, id(event.date_in))),
        place: event.place.clone().map(|place| (place, id(event.place_in))),
        reason: event.reason.to_string(),
    }
}
