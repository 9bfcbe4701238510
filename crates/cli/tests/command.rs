//! The command as somebody types it: what it prints, and what it says of what is wrong.

#![allow(clippy::unwrap_used, reason = "a test may panic: that is its answer")]

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

use serde_json::Value;

fn parallax(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_parallax")).args(arguments).output().unwrap()
}

fn printed(arguments: &[&str]) -> String {
    let output = parallax(arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The command fails with words that hold all of `expected`.
#[track_caller]
fn refused(arguments: &[&str], expected: &[&str]) {
    let output = parallax(arguments);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success());
    for words in expected {
        assert!(said.contains(words), "{said:?} lacks {words:?}");
    }
}

fn corpus() -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus").display().to_string()
}

#[test]
fn extract_prints_documents_links_and_events() {
    let found: Value = serde_json::from_str(&printed(&["extract", &corpus(), "--json"])).unwrap();
    assert_eq!(found["documents"].as_object().unwrap().len(), 5);
    assert_eq!(found["events"].as_array().unwrap().len(), 3);
    let document = &found["documents"]["rt-2009-12-17-nato-will-never-attack-russia"];
    assert_eq!(document["meta"]["outlet"], "RT");
    assert_eq!(document["meta"]["date"], "2009-12-17");
    assert_eq!(document["meta"]["event_date"], "2009-12-17");
    assert_eq!(found["events"][0]["date"], "2009-12-04");
    let quote = &document["quotes"][0];
    assert_eq!(quote["speaker"], "Anders Fogh Rasmussen");
    // Curly marks are three bytes and one code point each.
    assert_eq!(
        (quote["start"].as_u64(), quote["parts"][0]["bstart"].as_u64()),
        (Some(573), Some(575))
    );
    let links = found["links"].as_array().unwrap();
    assert!(links.iter().any(|link| link["relation"] == "same_document_duplicate"));
}

#[test]
fn rows_in_give_rows_out() {
    let folder = tempfile::tempdir().unwrap();
    let rows = folder.path().join("rows.jsonl");
    let row = r#"{"doc_id": "b", "text": "“Yes,” Ann Smith said. “We do.”", "more": 1}"#;
    fs::write(&rows, format!("{row}\n\n")).unwrap();
    let out = printed(&["extract", "--jsonl", &rows.display().to_string()]);
    let row: Value = serde_json::from_str(out.trim()).unwrap();
    let quotes = row["quotes"].as_array().unwrap();
    let seen: Vec<_> =
        quotes.iter().map(|q| (q["start"].as_u64(), q["speaker"].as_str())).collect();
    assert_eq!(seen, [(Some(1), Some("Ann Smith")), (Some(24), Some("Ann Smith"))]);
}

#[test]
fn pack_writes_a_file_and_check_counts() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("corpus.pack").display().to_string();
    assert!(printed(&["pack", &corpus(), "-o", &file]).contains("5 documents"));
    assert!(fs::metadata(&file).unwrap().len() > 1000);
    assert!(printed(&["check", &corpus()]).contains("5 documents"));
}

#[test]
fn what_is_wrong_is_said_plainly() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    fs::write(path("rows.jsonl"), "{}\n").unwrap();
    refused(&["extract", "--jsonl", &path("rows.jsonl")], &["rows.jsonl:1", "doc_id"]);
    refused(&["extract", "--jsonl", &path("none")], &["none: cannot be read"]);
    refused(&["check", &path("none.txt")], &["none.txt: cannot be read"]);
    refused(&["extract", &path("rows.jsonl")], &["rows.jsonl: is neither a document"]);
    refused(&["extract"], &["PATHS"]);
}
