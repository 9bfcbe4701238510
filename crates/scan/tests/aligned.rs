//! The passages that answer each other are found in made reports and their retellings.

#![allow(clippy::unwrap_used, reason = "a test may panic: that is its answer")]

use parallax_engine::{Engine, build, compare::Link};
use parallax_scan::{Case, Disputed, Tally, cases, disputes};

fn links(case: &Case) -> Vec<Link> {
    let built = build(&[case.report.clone(), case.retold.clone()]).unwrap();
    let engine = Engine::open(built.pack).unwrap();
    engine.compare_closely(&case.report.id, &case.retold.id).unwrap().links
}

/// Precision and recall, of all pairs and of those that moved, in hundredths, are at least these.
fn check(cases: &[&Case], least: [f32; 4]) {
    let tally = cases.iter().fold(Tally::default(), |tally, case| tally.with(case, &links(case)));
    let parts = tally.parts();
    assert!(parts.iter().zip(least).all(|(part, least)| *part >= least), "{parts:?}: {tally:?}");
}

#[test]
fn passages_are_found_again_in_retellings() {
    let cases = cases(510, 20_101_120);
    assert_eq!(cases.iter().filter(|case| case.heavy).count() * 3, cases.len());
    check(&cases.iter().collect::<Vec<_>>(), [97.0, 95.0, 97.0, 95.0]);
    let heavy: Vec<&Case> = cases.iter().filter(|case| case.heavy).collect();
    check(&heavy, [96.0, 93.0, 95.0, 90.0]);
}

#[test]
fn planted_disagreements_are_found() {
    let cases = disputes(510, 20_101_120);
    let judged = |tally: Disputed, case: &Case| tally.with(case, &links(case));
    let tally = cases.iter().fold(Disputed::default(), judged);
    let [precision, recall] = tally.parts();
    assert!(precision >= 80.0 && recall >= 90.0, "{tally:?}");
}
