//! `parallax compare` as somebody types it.

#![allow(clippy::unwrap_used, reason = "a test may panic: that is its answer")]

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

use serde_json::Value;

const LISBON: [&str; 2] = [
    "dw-2010-11-20-nato-and-russia-seek-to-bury-past-differences",
    "rt-2010-11-22-nato-rolls-out-red-carpet-for-russia",
];
const BRUSSELS: &str = "reuters-2009-12-05-nato-and-russia-sign-agreement";

fn corpus() -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus").display().to_string()
}

fn compare(ids: &[&str], more: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_parallax"));
    command.arg("compare").args(ids).args(["--corpus", &corpus()]).args(more);
    command.output().unwrap()
}

fn printed(ids: &[&str], more: &[&str]) -> String {
    let output = compare(ids, more);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn two_articles_are_printed_below_each_other_where_there_is_no_terminal() {
    let told = printed(&LISBON, &[]);
    assert!(told.starts_with("DW, 20 November 2010\n  NATO and Russia seek to bury"), "{told}");
    let pair =
        "\n~^  \"Today marks a fresh start in NATO-Russia relations,\" Rasmussen said.\n    “Today";
    assert!(told.contains(pair) && told.contains("marks a [true] fresh start"), "{told}");
    assert!(told.contains("\n<   ") && told.contains("\n>   "), "{told}");
    for told_of in ["speaker: Angela Merkel", "speaker: Jeremy Corbyn", "What all have"] {
        assert!(told.contains(told_of), "{told_of}: {told}");
    }
    assert!(told.contains("What they state differently\n  nothing was found"), "{told}");
    assert!(!told.contains('\u{1b}'), "no colours");
}

#[test]
fn wide_lines_have_two_columns() {
    let told = printed(&LISBON, &["--width", "120"]);
    let both = |line: &str| line.contains("\"Today marks a fresh start") && line.contains("“Today");
    assert!(told.lines().any(both), "{told}");
    let rows = told.lines().skip_while(|line| !line.contains(" beside "));
    let rows = rows.take_while(|line| !line.starts_with("What they"));
    assert!(rows.clone().count() > 50);
    assert!(rows.clone().all(|line| line.chars().count() <= 124), "{told}");
}

#[test]
fn programs_get_every_place_in_code_points_and_in_bytes() {
    let found: Value = serde_json::from_str(&printed(&LISBON, &["--json"])).unwrap();
    let texts = LISBON.map(|id| fs::read_to_string(format!("{}/{id}.txt", corpus())).unwrap());
    let comparison = &found["comparisons"][0];
    assert_eq!(
        (comparison["left"].as_str(), comparison["right"].as_str()),
        (Some(LISBON[0]), Some(LISBON[1]))
    );
    let mut seen = 0;
    for link in comparison["links"].as_array().unwrap() {
        seen += check(&link["left"], &texts[0]) + check(&link["right"], &texts[1]);
    }
    assert!(seen > 20, "{seen} places");
    let relations =
        comparison["links"].as_array().unwrap().iter().map(|it| it["relation"].as_str());
    assert!(relations.clone().any(|it| it == Some("same-utterance")));
    assert!(relations.clone().any(|it| it == Some("related")));
    let only = found["contrast"][1]["only"].as_array().unwrap();
    let corbyn = only.iter().find(|it| it["words"] == "Jeremy Corbyn").unwrap();
    assert_eq!(corbyn["kind"], "speaker");
    assert_eq!(corbyn["evidence"][0]["found"], Value::Array(vec![]));
    assert_eq!(corbyn["evidence"][0]["reach"], "searched");
    assert_eq!(corbyn["sought"]["names"][1], "Corbyn");
    assert!(check(&corbyn["evidence"][1]["found"][0], &texts[1]) > 0);
    let core = found["core"].as_array().unwrap();
    assert!(core.iter().all(|it| it["passages"].as_array().map(Vec::len) == Some(2)));
}

/// Checks a place, and counts it.
fn check(place: &Value, text: &str) -> usize {
    let at = |key: &str| place[key].as_u64().unwrap() as usize;
    let words: String = text.chars().skip(at("start")).take(at("end") - at("start")).collect();
    assert_eq!(
        (text[at("bstart")..at("bend")].to_owned(), place["text"].as_str()),
        (words.clone(), Some(words.as_str()))
    );
    1
}

#[test]
fn three_articles_are_each_held_against_the_first() {
    let ids = [BRUSSELS, LISBON[0], LISBON[1]];
    let found: Value = serde_json::from_str(&printed(&ids, &["--json"])).unwrap();
    assert_eq!(found["comparisons"].as_array().map(Vec::len), Some(2));
    assert_eq!(found["contrast"].as_array().map(Vec::len), Some(3));
    assert_eq!(found["contrast"][0]["lacking"], Value::Array(vec![]), "it came out before");
    let told = printed(&ids, &[]);
    assert_eq!(told.matches(" beside ").count(), 2, "{told}");
}

#[test]
fn what_cannot_be_compared_is_said_plainly() {
    #[track_caller]
    fn refused(ids: &[&str], expected: &[&str]) {
        let output = compare(ids, &[]);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success());
        for words in expected {
            assert!(said.contains(words), "{said:?} lacks {words:?}");
        }
    }
    refused(&[LISBON[0], &LISBON[1][1..]], &["nothing here is called", "did you mean", LISBON[1]]);
    refused(&[LISBON[0], LISBON[0]], &["is named twice"]);
    refused(&[LISBON[0]], &["2", "<ID>"]);
}
