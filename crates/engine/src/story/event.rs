//! Events: which articles report the same thing, when and where it happened.
//!
//! Blocks articles by place and goes through each block by day, never over all pairs. The day and
//! the place of an event come from the articles that state them.

use super::{Analysis, Event, place, when};
use crate::{
    article::{Article, Date, Rule, Stated},
    order,
    person::{Person, PersonKind},
    quote::Scene,
    text::{
        keyed::{Key, Map},
        lower,
    },
};

/// How many days after an event its reports still appear.
const LATE: i32 = 3;

/// The fewest people that two reports of one event both name, where one of them gives no day.
const SHARED_PEOPLE: usize = 2;

/// Where and when an article's event is by its own words.
#[derive(Debug, Default)]
pub(super) struct Told {
    place: Option<Stated<String>>,
    day: Option<Stated<Date>>,
}

impl Told {
    /// What an article tells, which is read in these scenes.
    pub(super) fn of(article: &Article, scenes: &[Scene<'_>]) -> Self {
        Self { place: place::of_event(article, scenes), day: when::of_event(article, scenes) }
    }
}

/// What one article tells of its event.
struct Report {
    article: u32,
    about: Option<Stated<String>>,
    place: Option<Stated<String>>,
    day: Option<Stated<Date>>,
    published: Option<Date>,
    /// The people with names in it, in order.
    people: Vec<u32>,
}

/// The events that the articles report, earliest first; `told` is what each tells.
pub(super) fn find(articles: &[Analysis], told: Vec<Told>, people: &[Person]) -> Vec<Event> {
    let named = named_in(articles.len(), people);
    let mut blocks: Vec<(String, Report)> = Vec::new();
    for ((index, analysis), (told, people)) in (0..).zip(articles).zip(told.into_iter().zip(named))
    {
        let report = Report {
            article: index,
            about: analysis.article.about.clone(),
            place: told.place,
            day: told.day,
            published: analysis.article.published.as_ref().map(|date| date.value),
            people,
        };
        blocks.push((block(&report), report));
    }
    let mut events: Vec<Event> = Vec::new();
    for (_, reports) in order::grouped(blocks) {
        events.extend(clusters(reports).iter().map(|reports| event(reports)));
    }
    order::sort_by(&mut events, |one, other| {
        let day = |event: &Event| event.date.as_ref().map(|date| date.value);
        day(one).cmp(&day(other)).then_with(|| one.articles.cmp(&other.articles))
    });
    distinct_names(&mut events);
    events
}

/// The people with names in each article.
fn named_in(articles: usize, people: &[Person]) -> Vec<Vec<u32>> {
    let mut named: Vec<Vec<u32>> = vec![Vec::new(); articles];
    for (index, person) in (0_u32..).zip(people) {
        let places = person.aliases.iter().flat_map(|alias| &alias.places);
        for (article, _) in places.filter(|_| person.kind == PersonKind::Named) {
            if let Some(people) = named.get_mut(*article as usize)
                && people.last() != Some(&index)
            {
                people.push(index);
            }
        }
    }
    named
}

/// Reports in different blocks never report one event.
fn block(report: &Report) -> String {
    match (&report.about, &report.place) {
        (Some(about), _) => format!("about {}", about.value),
        (None, Some(place)) => format!("place {}", lower(&place.value)),
        (None, None) => format!("article {}", report.article),
    }
}

/// The reports of one block, cut into events: one sweep over the days.
fn clusters(mut reports: Vec<Report>) -> Vec<Vec<Report>> {
    // Where one article gives a day and another published on it does not, the first leads.
    order::sort_by_key(&mut reports, |report| {
        (best_day(report), report.day.is_none(), report.article)
    });
    let mut found: Vec<Vec<Report>> = Vec::new();
    for report in reports {
        match found.last_mut() {
            Some(cluster) if cluster.first().is_some_and(|first| together(first, &report)) => {
                cluster.push(report);
            }
            _ => found.push(vec![report]),
        }
    }
    found
}

fn best_day(report: &Report) -> Option<Date> {
    report.day.as_ref().map(|day| day.value).or(report.published)
}

/// Whether two reports of one block report the same event.
fn together(first: &Report, report: &Report) -> bool {
    if first.about.is_some() && report.about.is_some() {
        return true;
    }
    let (Some(day), Some(other)) = (best_day(first), best_day(report)) else { return false };
    if first.day.is_some() && report.day.is_some() {
        return day == other;
    }
    let shared =
        first.people.iter().filter(|index| report.people.binary_search(index).is_ok()).count();
    days_between(day, other) <= LATE && shared >= SHARED_PEOPLE
}

fn days_between(first: Date, second: Date) -> i32 {
    (first.number() - second.number()).abs()
}

fn event(reports: &[Report]) -> Event {
    let day = reports.iter().find_map(|report| Some((report.article, report.day.clone()?)));
    let place = reports.iter().find_map(|report| Some((report.article, report.place.clone()?)));
    let published = || {
        let first = reports.iter().find_map(|report| report.published)?;
        Some(Stated::elsewhere(first, "day of publication, as no text gives the event's"))
    };
    let (date_in, day) = day.map_or((None, None), |(article, day)| (Some(article), Some(day)));
    let (place_in, place) =
        place.map_or((None, None), |(article, place)| (Some(article), Some(place)));
    let date = day.or_else(published);
    let about = reports.iter().find_map(|report| report.about.as_ref());
    Event {
        name: about
            .map_or_else(|| name(place.as_ref(), date.as_ref()), |about| about.value.clone()),
        reason: reason(reports),
        articles: reports.iter().map(|report| report.article).collect(),
        date,
        date_in,
        place,
        place_in,
    }
}

fn name(place: Option<&Stated<String>>, date: Option<&Stated<Date>>) -> String {
    let day = date.map(|date| date.value.in_words());
    match (place, day) {
        (Some(place), Some(day)) => format!("{}, {day}", place.value),
        (Some(place), None) => place.value.clone(),
        (None, Some(day)) => day,
        (None, None) => "Unknown place and day".to_owned(),
    }
}

fn reason(reports: &[Report]) -> Rule {
    let Some(first) = reports.first() else { return Rule::Borrowed("") };
    if reports.len() == 1 {
        return Rule::Borrowed("no other report of the same place and day");
    }
    if first.about.is_some() {
        return Rule::Borrowed("their sidecars name the same event");
    }
    let all_dated = reports.iter().all(|report| report.day.is_some());
    if all_dated {
        Rule::Borrowed("they report from the same place and day")
    } else {
        Rule::Owned(format!(
            "they report from the same place and name the same people, within {LATE} days of each other"
        ))
    }
}

/// Two events of one name get a number each.
fn distinct_names(events: &mut [Event]) {
    let mut seen = Map::default();
    for event in events {
        let count = seen.entry(Key::EMPTY.and(&event.name), 0);
        *count += 1;
        if *count > 1 {
            event.name = format!("{} ({count})", event.name);
        }
    }
}
