//! How the shipped documents report an event, and that counts are what following them gives.

use super::*;
use crate::{
    Engine, build,
    query::{Facet, Query},
    testing::{LISBON, shipped},
    text::lower,
};

const NAME: &str = "Lisbon, 20 November 2010";

fn engine() -> Engine {
    Engine::open(build(&shipped()).unwrap().pack).unwrap()
}

#[test]
fn reports_come_as_they_came_out_and_say_why_they_are_together() {
    let engine = engine();
    let coverage = engine.event(NAME).unwrap();
    let ids: Vec<_> = coverage.reports.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids, LISBON);
    let [told] = coverage.told.as_slice() else { panic!("{:?}", coverage.told) };
    assert!(!told.reason.is_empty());
    let (place, Some(id)) = told.place.as_ref().unwrap() else { panic!("{told:?}") };
    let source = engine.article(id).unwrap().source;
    assert_eq!(lower(place.spans[0].of(&source)), "lisbon");
    assert_eq!(told.day.as_ref().unwrap().0.value.to_string(), "2010-11-20");
}

#[test]
fn every_cell_is_what_following_it_gives() {
    let engine = engine();
    let quoted = engine.event(NAME).unwrap().quoted;
    assert_eq!(quoted.outlets, ["DW", "RT"]);
    assert!(quoted.rows.len() > 3);
    for row in &quoted.rows {
        assert_eq!(engine.count(&row.speaker.results.query), row.speaker.results.count);
        let utterances = row.utterances.as_ref().unwrap();
        assert_eq!(engine.count(&utterances.results.query), utterances.results.count);
        for (outlet, cell) in quoted.outlets.iter().zip(&row.cells) {
            let query = quoted.cell(&row.speaker.value, outlet);
            assert_eq!(engine.count(&query), cell.quotations, "{query:?}");
            assert_eq!(cell.utterances > 0, cell.quotations > 0);
        }
        let all: usize = row.cells.iter().map(|cell| cell.quotations).sum();
        assert_eq!(all, row.speaker.results.count);
    }
    let all: usize = quoted.rows.iter().map(|row| row.speaker.results.count).sum();
    assert_eq!(all, engine.count(&quoted.query));
}

#[test]
fn keywords_open_in_the_text_that_they_set_apart() {
    let engine = engine();
    let coverage = engine.event(NAME).unwrap();
    assert_eq!(coverage.keywords.len(), 2);
    assert!(coverage.keywords.iter().all(|of| !of.is_empty()), "{:?}", coverage.keywords);
    for (report, keywords) in coverage.reports.iter().zip(&coverage.keywords) {
        let source = engine.article(&report.id).unwrap().source;
        for keyword in keywords {
            let is = |place: &crate::span::Span| lower(place.of(&source)) == lower(&keyword.word);
            assert!(keyword.places.len() >= 2 && keyword.places.iter().all(is), "{keyword:?}");
        }
    }
}

#[test]
fn names_that_differ_say_where_each_is_used() {
    let engine = engine();
    let coverage = engine.event(NAME).unwrap();
    assert!(coverage.names.iter().any(|it| it.thing == Thing::Person), "{:?}", coverage.names);
    for form in coverage.names.iter().flat_map(|naming| &naming.forms) {
        assert!(form.reports.len() < coverage.reports.len(), "{form:?}");
        for (report, places) in &form.reports {
            let source = engine.article(&coverage.reports[*report].id).unwrap().source;
            assert!(
                places.iter().all(|it| lower(it.of(&source)) == lower(&form.words)),
                "{form:?}"
            );
        }
    }
}

#[test]
fn a_form_that_all_reports_use_is_left_out() {
    let coverage = engine().event("Moscow, 17 December 2009").unwrap();
    let is = |it: &&Naming| it.thing == Thing::Person && it.name == "Anders Fogh Rasmussen";
    let naming = coverage.names.iter().find(is).unwrap();
    let forms: Vec<_> = naming.forms.iter().map(|form| form.words.as_str()).collect();
    // Both say "Rasmussen"; one report alone gives the full name, and misspells it once.
    assert_eq!(forms, ["Anders Fogh Rasmussen", "Rasmusen"]);
    let outlet = |form: &FormUse| coverage.reports[form.reports[0].0].outlet.clone();
    assert!(naming.forms.iter().all(|form| outlet(form).as_deref() == Some("RT")));
}

#[test]
fn what_one_report_carries_comes_in_the_order_of_the_reports() {
    let engine = engine();
    let contrast = engine.contrast_reports(NAME).unwrap();
    let ids: Vec<_> = contrast.articles.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids, LISBON);
    assert!(contrast.reports.iter().all(|report| !report.only.is_empty()));
}

#[test]
fn a_report_that_stands_alone_is_set_apart_from_nothing() {
    let engine = engine();
    let events = engine.events(9);
    let alone = events.iter().find(|(event, _)| event.articles.len() == 1).unwrap();
    let coverage = engine.event(&alone.0.name).unwrap();
    assert_eq!((coverage.keywords, coverage.names), (vec![Vec::new()], Vec::new()));
    assert!(!coverage.quoted.rows.is_empty());
}

#[test]
fn an_event_in_several_packs_is_one() {
    let documents = shipped();
    let (one, other) = documents.split_at(2);
    let of = |of: &[crate::article::Document]| {
        let mut of = of.to_vec();
        for document in &mut of {
            let sidecar = document.sidecar.get_or_insert_default();
            sidecar.about = Some("Summits".to_owned());
        }
        build(&of).unwrap().pack
    };
    let engine = Engine::open(of(one)).unwrap().with(of(other)).unwrap();
    let coverage = engine.event("Summits").unwrap();
    assert_eq!((coverage.reports.len(), coverage.told.len()), (5, 2));
    for row in &coverage.quoted.rows {
        for (outlet, cell) in coverage.quoted.outlets.iter().zip(&row.cells) {
            let query = coverage.quoted.cell(&row.speaker.value, outlet);
            assert_eq!(engine.count(&query), cell.quotations);
        }
    }
}

#[test]
fn a_name_that_no_event_has_gives_the_nearest() {
    let unknown = engine().event("Lisbon, 21 November 2010").unwrap_err();
    assert_eq!(unknown.nearest.as_deref(), Some(NAME));
}

#[test]
fn the_quotations_of_an_event_are_those_of_its_facet() {
    let engine = engine();
    let mut query = Query { unit: crate::query::Unit::Quote, ..Query::default() };
    query.choose(Facet::Event, |events| events.only(NAME));
    assert_eq!(engine.event(NAME).unwrap().quoted.query, query);
}
