//! The facets that no pack has columns of: who and what is named, how words were said, how sure that is.
//!
//! All of it stands in the pack anyway, as what was found, so columns would be fetched twice; they are made
//! here when somebody first asks for one, from the places where names stand. A quotation has the names that
//! stand in its own words. Linear in what was found, each facet once a visit. Knows the shelf and the index;
//! does not know queries.

use std::{borrow::Cow, cell::OnceCell};

use crate::{
    index::{Column, Index},
    name::Entity,
    order::sort_by,
    person::PersonKind,
    query::{Facet, Unit},
    quote::Quotation,
    shelf::{Layout, Record, Shelf},
    span::Span,
    subject::Subject,
};

/// The columns of these facets, for articles and for quotations.
#[derive(Clone, Debug, Default)]
pub(crate) struct LateFacets {
    made: [OnceCell<[Column; 2]>; Facet::ALL.len() - Facet::AT_ONCE.len()],
}

/// The values of each unit of some kind.
type Held<'shelf> = Vec<Vec<Cow<'shelf, str>>>;

impl LateFacets {
    /// The column of a facet that no pack has; an empty one of any other.
    pub(crate) fn column(&self, shelf: &Shelf, index: &Index, unit: Unit, facet: Facet) -> &Column {
        let late = (facet as usize).saturating_sub(Facet::AT_ONCE.len());
        let [articles, quotes] = self.made[late].get_or_init(|| {
            let held = match facet {
                Facet::Verb | Facet::Confidence | Facet::Agency => told(shelf, index, facet),
                Facet::Happened => happened(shelf, index),
                _ => named(shelf, index, facet),
            };
            held.map(Column::made)
        });
        match unit {
            Unit::Article => articles,
            Unit::Quote | Unit::Utterance => quotes,
        }
    }
}

fn empty<'shelf>(index: &Index) -> [Held<'shelf>; 2] {
    [Unit::Article, Unit::Quote].map(|unit| vec![Vec::new(); index.count(unit)])
}

/// What the articles' records tell.
fn told<'shelf>(shelf: &'shelf Shelf, index: &Index, facet: Facet) -> [Held<'shelf>; 2] {
    let [mut articles, mut quotes] = empty(index);
    for (at, (held, unit)) in articles.iter_mut().zip(&index.articles).enumerate() {
        let record = shelf.record(at);
        let own = quotes.iter_mut().skip(unit.first_quote as usize).zip(&record.quotations);
        for (of_quote, quotation) in own {
            of_quote.extend(told_of_quote(&record, quotation, facet));
            held.extend(of_quote.iter().cloned());
        }
        if facet == Facet::Agency {
            held.extend(record.article.agencies.into_iter().map(|agency| agency.value.into()));
        }
    }
    [articles, quotes]
}

/// A quotation has the agencies of its article.
fn told_of_quote(
    record: &Record<'_>,
    quotation: &Quotation,
    facet: Facet,
) -> Vec<Cow<'static, str>> {
    match facet {
        // A dash or a colon reports without a verb.
        Facet::Verb => {
            let verbs = quotation.cue.iter().map(|cue| cue.verb.clone());
            verbs.filter(|verb| !verb.is_empty()).map(Cow::from).collect()
        }
        Facet::Confidence => vec![quotation.confidence.name().into()],
        _ => record.article.agencies.iter().map(|agency| agency.value.clone().into()).collect(),
    }
}

/// The days of the events that articles report; a quotation has those of its article.
fn happened(shelf: &Shelf, index: &Index) -> [Held<'static>; 2] {
    let [mut articles, mut quotes] = empty(index);
    let Some(events) = index.column(Unit::Article, Facet::Event) else { return [articles, quotes] };
    let day = |value: u32| {
        let event = events.name(value).and_then(|name| shelf.event_named(name))?;
        Some(shelf.event(event)?.date?.value.to_string())
    };
    let days: Vec<Option<String>> = (0..events.len() as u32).map(day).collect();
    for (at, held) in articles.iter_mut().enumerate() {
        let known = events.of(at).filter_map(|event| days.get(event as usize)?.clone());
        held.extend(known.map(Cow::Owned));
    }
    for (quote, held) in (0..).zip(&mut quotes) {
        let article = index.place_of_quote(quote).and_then(|place| articles.get(place.0));
        held.extend(article.into_iter().flatten().cloned());
    }
    [articles, quotes]
}

/// A name, and where it stands: an article's index and the span there.
type Places = (String, Vec<(u32, Span)>);

/// Whose names stand where.
fn named(shelf: &Shelf, index: &Index, facet: Facet) -> [Held<'static>; 2] {
    let [mut articles, mut quotes] = empty(index);
    let mut places: Vec<(u32, Span, u32)> = Vec::new();
    let mut names = Vec::new();
    for (name, of_name) in places_of(shelf, facet) {
        places
            .extend(of_name.into_iter().map(|(article, span)| (article, span, names.len() as u32)));
        names.push(name);
    }
    sort_by(&mut places, Ord::cmp);
    let name = |number: u32| names.get(number as usize).cloned().unwrap_or_default();
    let mut layout = Layout::default();
    for of_article in places.chunk_by(|one, other| one.0 == other.0) {
        let at = of_article.first().map_or(usize::MAX, |place| place.0 as usize);
        let Some((held, unit)) = articles.get_mut(at).zip(index.articles.get(at)) else { continue };
        held.extend(once(of_article.iter().map(|place| place.2)).map(|it| name(it).into()));
        if shelf.layout(at, &mut layout).is_none() {
            continue;
        }
        for (quotation, it) in inside(&mut layout, of_article) {
            if let Some(held) = quotes.get_mut(unit.first_quote.saturating_add(quotation) as usize)
            {
                held.push(name(it).into());
            }
        }
    }
    [articles, quotes]
}

fn places_of(shelf: &Shelf, facet: Facet) -> Vec<Places> {
    match facet {
        Facet::Person => {
            let people = (0..shelf.people() as u32).filter_map(|at| shelf.person(at));
            let named = people.filter(|person| person.kind == PersonKind::Named);
            let places = named.map(|person| {
                let aliases = person.aliases.into_iter().flat_map(|alias| alias.places);
                (person.name, aliases.collect())
            });
            places.collect()
        }
        Facet::Organisation => shelf.organisations().map(of_entity).collect(),
        Facet::Place => shelf.places().map(of_entity).collect(),
        Facet::Subject => shelf.subjects().map(of_subject).collect(),
        _ => Vec::new(),
    }
}

fn of_entity(entity: Entity) -> Places {
    (entity.name, entity.forms.into_iter().flat_map(|form| form.places).collect())
}

fn of_subject(subject: Subject) -> Places {
    (subject.name, subject.variants.into_iter().flat_map(|variant| variant.places).collect())
}

/// Each number once.
fn once(numbers: impl Iterator<Item = u32>) -> impl Iterator<Item = u32> {
    let mut numbers: Vec<u32> = numbers.collect();
    sort_by(&mut numbers, Ord::cmp);
    numbers.dedup();
    numbers.into_iter()
}

/// Which places stand inside the words of which quotation. Goes through both in their order; costs a step
/// for each, and for each place one for every quotation that is open there.
fn inside(layout: &mut Layout, places: &[(u32, Span, u32)]) -> Vec<(u32, u32)> {
    sort_by(&mut layout.parts, |one, other| one.1.span.start.cmp(&other.1.span.start));
    let mut parts = layout.parts.iter().peekable();
    let (mut open, mut found): (Vec<&(u32, _)>, Vec<_>) = (Vec::new(), Vec::new());
    for &(_, span, name) in places {
        while let Some(part) = parts.next_if(|part| part.1.span.start <= span.start) {
            open.push(part);
        }
        open.retain(|part| part.1.span.end > span.start);
        let around = open.iter().filter(|part| part.1.span.end >= span.end);
        found.extend(around.map(|part| (part.0, name)));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Engine,
        article::Document,
        build,
        query::{NONE, Query},
    };

    const TALKS: &str = "Talks in Lisbon\n\nSouth News | 20 November 2010\n\n\
        \u{201c}NATO and Anna Berg want a new start in Lisbon,\u{201d} warned Ben Holm on Saturday.\n\n\
        Anna Berg of the United Nations said: \u{201c}We have begun.\u{201d}\n";
    const QUIET: &str = "Rain\n\nNorth News | 21 November 2010\n\nIt rained all day.\n";

    fn engine() -> Engine {
        let document = |(id, text): (&str, &str)| Document {
            id: id.to_owned(),
            text: text.to_owned(),
            ..Document::default()
        };
        let documents = [("a", TALKS), ("b", QUIET)].map(document);
        Engine::open(build(&documents).unwrap().pack).unwrap()
    }

    fn offered(unit: Unit, facet: Facet) -> Vec<(String, usize)> {
        let (engine, query) = (engine(), Query { unit, ..Query::default() });
        let values = engine.find(&query).facet(facet).values;
        values.iter().map(|it| (it.value.to_string(), it.count)).collect()
    }

    #[track_caller]
    fn check(unit: Unit, facet: Facet, expected: &[(&str, usize)]) {
        let offered = offered(unit, facet);
        let offered: Vec<_> =
            offered.iter().map(|(value, count)| (value.as_str(), *count)).collect();
        assert_eq!(offered, expected);
    }

    #[test]
    fn articles_have_the_names_that_stand_in_them() {
        let people = [("Anna Berg", 1), ("Ben Holm", 1), (NONE, 1)];
        check(Unit::Article, Facet::Person, &people);
        check(Unit::Article, Facet::Place, &[("Lisbon", 1), (NONE, 1)]);
    }

    #[test]
    fn quotations_have_the_names_that_stand_in_their_own_words() {
        check(Unit::Quote, Facet::Person, &[("Anna Berg", 1), (NONE, 1)]);
        check(Unit::Quote, Facet::Place, &[("Lisbon", 1), (NONE, 1)]);
        let organisations = offered(Unit::Quote, Facet::Organisation);
        assert!(
            organisations.iter().all(|(name, _)| name != "United Nations"),
            "{organisations:?}"
        );
        assert!(
            offered(Unit::Article, Facet::Organisation).contains(&("United Nations".to_owned(), 1))
        );
    }

    #[test]
    fn how_words_were_said_is_told_of_both() {
        check(Unit::Quote, Facet::Verb, &[("say", 1), ("warn", 1)]);
        check(Unit::Article, Facet::Verb, &[("say", 1), ("warn", 1), (NONE, 1)]);
        let sure: usize = offered(Unit::Quote, Facet::Confidence).iter().map(|it| it.1).sum();
        assert_eq!(sure, 2);
        check(Unit::Quote, Facet::Agency, &[(NONE, 2)]);
    }

    #[test]
    fn what_happened_has_a_day_and_so_has_what_was_said_of_it() {
        check(Unit::Article, Facet::Happened, &[("2010-11-21", 1), ("2010-11-20", 1)]);
        check(Unit::Quote, Facet::Happened, &[("2010-11-20", 2)]);
    }

    #[test]
    fn names_are_found_inside_the_words_of_quotations_only() {
        let span = |start, end| Span { start, end };
        let part = |quotation, start, end| {
            let span = span(start, end);
            (quotation, crate::quote::Part { span, outer: span, closed: true })
        };
        let parts = vec![part(0, 10, 50), part(1, 20, 30), part(0, 60, 70)];
        let mut layout = Layout { parts, ..Layout::default() };
        let places = [(5, 12), (12, 15), (22, 26), (28, 33), (55, 58), (61, 64), (90, 95)];
        let places: Vec<_> =
            (0..).zip(places).map(|(name, (start, end))| (0, span(start, end), name)).collect();
        let found = inside(&mut layout, &places);
        assert_eq!(found, [(0, 1), (0, 2), (1, 2), (0, 3), (0, 5)]);
    }
}
