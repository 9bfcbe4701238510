//! What one report alone carries, tried on the five documents and on small ones.

use super::*;
use crate::{
    Engine,
    article::Document,
    build,
    ingest::Sidecar,
    testing::{BRUSSELS, LISBON, MOSCOW, shipped},
};

fn contrast(documents: &[Document], ids: &[&str]) -> Contrast {
    let engine = Engine::open(build(documents).unwrap().pack).unwrap();
    let found = engine.contrast(ids).unwrap();
    for (report, at) in found.reports.iter().zip(0..) {
        for item in report.only.iter().chain(&report.lacking) {
            check_evidence(documents, &found, item);
        }
        assert!(report.only.iter().all(|item| !item.evidence[at].spans.is_empty()));
        assert!(report.lacking.iter().all(|item| item.evidence[at].spans.is_empty()));
    }
    found
}

/// Every item stands somewhere, and every span is words of its article.
fn check_evidence(documents: &[Document], found: &Contrast, item: &Item) {
    assert!(item.evidence.iter().any(|it| !it.spans.is_empty()), "{item:?}");
    for (evidence, card) in item.evidence.iter().zip(&found.articles) {
        let source = &documents.iter().find(|document| document.id == card.id).unwrap().text;
        assert!(evidence.spans.iter().all(|span| !span.of(source).is_empty()), "{item:?}");
    }
}

fn words(items: &[Item], kind: &str) -> Vec<String> {
    let items = items.iter().filter(|item| item.kind.name() == kind);
    items.map(|item| item.words.clone()).collect()
}

fn has(words: &[String], beginning: &str) -> bool {
    words.iter().any(|it| it.starts_with(beginning))
}

#[test]
fn who_is_quoted_in_one_report_alone() {
    let found = contrast(&shipped(), &LISBON);
    let [dw, rt] = &found.reports[..] else { panic!("{found:?}") };
    assert_eq!(words(&dw.only, "speaker"), ["Angela Merkel"]);
    assert_eq!(words(&rt.only, "speaker"), ["Thomas Klau", "Jeremy Corbyn"]);
    assert_eq!(words(&dw.lacking, "speaker"), words(&rt.only, "speaker"));
    let corbyn = rt.only.iter().find(|item| item.words == "Jeremy Corbyn").unwrap();
    assert_eq!(corbyn.evidence[0], Evidence { reach: Reach::Searched, spans: vec![], key: None });
    assert!(corbyn.evidence[1].key.is_some());
    assert_eq!(corbyn.sought, Sought::Names(vec!["Jeremy Corbyn".to_owned(), "Corbyn".to_owned()]));
}

#[test]
fn what_is_said_in_both_is_in_no_list() {
    let found = contrast(&shipped(), &LISBON);
    let [dw, rt] = &found.reports[..] else { panic!("{found:?}") };
    let (ours, theirs) = (words(&dw.only, "quotation"), words(&rt.only, "quotation"));
    assert!(has(&ours, "a giant step forwards") && has(&theirs, "How should this alliance"));
    for both in ["We have overcome", "Our participation", "Today marks", "We have agreed"] {
        assert!(!has(&ours, both) && !has(&theirs, both), "{both}");
    }
}

#[test]
fn facts_of_the_moscow_reports() {
    let found = contrast(&shipped(), &MOSCOW);
    let [dw, rt] = &found.reports[..] else { panic!("{found:?}") };
    assert_eq!(words(&dw.only, "day"), ["August 2008", "1997", "2010"]);
    assert_eq!(words(&rt.only, "number"), ["10"]);
    let names = words(&dw.only, "name");
    assert!(has(&names, "Georgia") && has(&names, "Prime Minister Vladimir Putin"), "{names:?}");
    assert!(has(&words(&rt.only, "name"), "Taliban"));
    for both in ["NATO", "Moscow", "Russia", "Kremlin", "Euro-Atlantic", "Cold"] {
        assert!(!names.iter().any(|name| name == both), "{both}: {names:?}");
    }
}

#[test]
fn what_was_not_yet_said_is_not_missing() {
    let found = contrast(&shipped(), &[BRUSSELS, LISBON[0]]);
    assert_eq!(found.reports[0].lacking, [], "it came out a year before");
    assert_eq!(found.reports[1].only, [], "nothing was searched");
    assert!(has(&words(&found.reports[0].only, "speaker"), "Sergei Lavrov"));
}

#[test]
fn a_single_report_has_nothing_to_be_held_against() {
    let engine = Engine::open(build(&shipped()).unwrap().pack).unwrap();
    let alone = engine.contrast_event(BRUSSELS).unwrap();
    assert_eq!((alone.articles.len(), &alone.reports[..]), (1, &[Report::default()][..]));
    let lisbon = engine.contrast_event(LISBON[1]).unwrap();
    assert_eq!(lisbon, engine.contrast(&LISBON).unwrap());
}

/// What the second of two small reports of one event lacks.
fn lacking(first: &str, second: &str) -> Vec<String> {
    let document = |(id, text): (&str, &str)| Document {
        id: id.to_owned(),
        text: format!("A report\n\n{text}\n"),
        sidecar: Some(Sidecar { about: Some("Harbour".to_owned()), ..Sidecar::default() }),
        ..Document::default()
    };
    let documents: Vec<Document> = [("a", first), ("b", second)].map(document).into();
    let found = contrast(&documents, &["a", "b"]);
    assert!(found.reports[1].lacking.iter().all(|it| it.evidence[1].reach == Reach::DayUnknown));
    found.reports[1].lacking.iter().map(|item| item.words.clone()).collect()
}

#[test]
fn names_are_found_in_their_other_forms() {
    let first = "The ship belongs to the North Sea Company of Norway, wrote Ann Smith.";
    assert_eq!(lacking(first, "A Norwegian ship, said the NSC."), ["Norway", "Ann Smith"]);
    let first = "It sails for Russia and the European Security Council.";
    assert_eq!(lacking(first, "A Russian ship; a council for the security of Europe."), [""; 0]);
    assert_eq!(lacking("They met in the US and Peru.", "The United States agreed."), ["Peru"]);
    assert_eq!(
        lacking("On Monday the Mayor briefly met Ann Smith.", "Nobody met Smith."),
        ["Mayor"]
    );
}

#[test]
fn numbers_and_days_are_found_by_value() {
    let first = "Some 1,200 boats sank on 3 May 2010, and 40 more in 2011.";
    let second = "Twelve hundred boats were lost in May 2010.";
    assert_eq!(lacking(first, second), ["40", "2011"]);
}

#[test]
fn words_that_stand_there_without_a_source_are_carried() {
    let first = "“The old harbour bridge will close for long repairs,” Ann Smith said.";
    assert_eq!(
        lacking(first, "The old harbour bridge will close for repairs, Smith fears."),
        [""; 0]
    );
}
