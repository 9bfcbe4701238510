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
    let receipt = &document["meta"]["receipts"]["date"][0];
    assert_eq!(receipt["value"], "2009-12-17");
    assert!(!receipt["rule"].as_str().unwrap().is_empty());
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
    let told = printed(&["pack", &corpus(), "-o", &file]);
    assert!(told.contains("5 documents") && told.contains("\nTEXT "));
    let (told, time) = told.trim_end().rsplit_once('\n').unwrap();
    assert!(time.contains("MB of text in") && time.ends_with(" MB/s"), "{time}");
    let sections = told.lines().skip(1).filter_map(|line| line.split_whitespace().last());
    let sections: u64 = sections.map(|length| length.parse::<u64>().unwrap()).sum();
    let whole = fs::metadata(&file).unwrap().len();
    assert!(sections > 1000 && whole - sections < 400, "{sections} of {whole}");
    assert!(printed(&["check", &corpus()]).contains("5 documents"));
}

#[test]
fn check_names_the_file_of_a_finding() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("open.txt");
    fs::write(&file, "A report\n\nAnn Smith said: “We have begun.\n").unwrap();
    let path = file.display().to_string();
    for given in [folder.path().display().to_string(), path.clone()] {
        assert!(printed(&["check", &given]).contains(&format!("{path}:3: the quotation")));
    }
}

#[test]
fn what_is_wrong_is_said_plainly() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    fs::write(path("rows.jsonl"), "{}\n").unwrap();
    refused(&["extract", "--jsonl", &path("rows.jsonl")], &["rows.jsonl:1", "doc_id"]);
    refused(&["extract", "--jsonl", &path("none")], &["none: cannot be read"]);
    let row = |id: &str| format!("{{\"doc_id\": {id:?}, \"text\": \"\"}}\n");
    fs::write(path("twice.jsonl"), [row("a"), row("b"), row("a")].concat()).unwrap();
    refused(&["extract", "--jsonl", &path("twice.jsonl")], &["twice.jsonl:3", "\"a\"", "line 1"]);
    refused(&["check", &path("none.txt")], &["none.txt: cannot be read"]);
    refused(&["extract", &path("rows.jsonl")], &["rows.jsonl:1: has neither", "articleBody"]);
    refused(&["extract"], &["PATHS"]);
}

/// Every place in the output is the same in code points and in bytes, and has the words it says.
#[test]
fn every_place_is_right_in_code_points_and_in_bytes() {
    let found: Value = serde_json::from_str(&printed(&["extract", &corpus(), "--json"])).unwrap();
    let mut seen = 0;
    for (id, document) in found["documents"].as_object().unwrap() {
        let text = fs::read_to_string(format!("{}/{id}.txt", corpus())).unwrap();
        seen += places(document, &text);
    }
    assert!(seen > 300, "{seen} places");
}

/// Checks all places below `value`, and counts them.
fn places(value: &Value, text: &str) -> usize {
    let inside = match value {
        Value::Object(fields) => fields.values().map(|value| places(value, text)).sum(),
        Value::Array(list) => list.iter().map(|value| places(value, text)).sum(),
        _ => 0,
    };
    let at = |key: &str| value.get(key).and_then(Value::as_u64).map(|at| at as usize);
    let place = [at("start"), at("end"), at("bstart"), at("bend")];
    let [Some(start), Some(end), Some(from), Some(to)] = place else { return inside };
    let words: String = text.chars().skip(start).take(end - start).collect();
    assert_eq!(text[from..to], words);
    // The text of a quotation in several parts leaves out what stands between them.
    if let Some(told) = value["text"].as_str().filter(|_| value.get("parts").is_none()) {
        assert_eq!(told, words);
    }
    inside + 1
}

#[test]
fn explain_tells_every_stage() {
    let told = printed(&["extract", &corpus(), "--explain"]);
    let stages =
        ["source as received", "what it states", "blocks and their", "quotations", "people"];
    for stage in stages.into_iter().chain(["events", "one utterance", "missile shield"]) {
        assert!(told.contains(stage), "{stage}");
    }
}

#[test]
fn the_explaining_page_stands_alone_and_holds_words_as_words() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    let text = "A <script>alert(1)</script> report\n\n“We have <b>begun</b>,” Ann Smith said.\n";
    fs::write(path("a.txt"), text).unwrap();
    printed(&["extract", &path("a.txt"), "--explain", "--html", &path("out.html")]);
    let page = fs::read_to_string(path("out.html")).unwrap();
    assert!(page.starts_with("<!doctype html>"));
    assert!(page.contains("&lt;b&gt;begun") && page.contains("Ann Smith"));
    for foreign in ["<script", "<b>begun", "src=", "http://", "https://"] {
        assert!(!page.contains(foreign), "{foreign}");
    }
}

#[test]
fn search_prints_results_counts_and_what_it_did_not_understand() {
    let asked = ["search", "\"fresh start\" -gorbachev", "--corpus", &corpus(), "--json"];
    let found: Value = serde_json::from_str(&printed(&asked)).unwrap();
    let hits = found["hits"].as_array().unwrap();
    assert_eq!(found["total"].as_u64(), Some(hits.len() as u64));
    assert!(hits.iter().all(|hit| hit["score"].as_f64() > Some(0.0)));
    let snippet = hits[0]["snippet"].as_str().unwrap();
    assert!(snippet.contains("fresh start"), "{snippet}");
    let outlets = found["facets"]["outlet"].as_array().unwrap();
    let count: u64 = outlets.iter().filter_map(|outlet| outlet["count"].as_u64()).sum();
    assert_eq!(count, hits.len() as u64);
    assert_eq!(found["messages"].as_array().map(Vec::len), Some(0));

    let words = printed(&["search", "\"fresh", "--unit", "quote", "--corpus", &corpus()]);
    assert!(words.contains("[fresh]") && words.contains("! \"fresh: "), "{words}");
}

#[test]
fn what_is_said_once_names_whoever_else_carries_it() {
    let asked = ["search", "overcome", "--unit", "utterance", "--corpus", &corpus()];
    let words = printed(&asked);
    assert!(words.contains("\n  also in: "), "{words}");
    let found: Value = serde_json::from_str(&printed(&[&asked[..], &["--json"]].concat())).unwrap();
    let also = found["hits"].as_array().unwrap().iter().flat_map(|hit| hit["also"].as_array());
    assert!(also.flatten().any(|it| it["id"].is_string() && it["outlet"].is_string()));
}

#[test]
fn words_are_shown_in_their_context() {
    let asked = ["search", "\"fresh start\"", "--kwic=left", "--corpus", &corpus()];
    let words = printed(&asked);
    let found: Value = serde_json::from_str(&printed(&[&asked[..], &["--json"]].concat())).unwrap();
    let lines = found["lines"].as_array().unwrap();
    assert_eq!(found["total"].as_u64(), Some(lines.len() as u64));
    let columns = words.lines().skip(1).map(|line| {
        line.to_lowercase()
            .match_indices("fresh start")
            .any(|(at, _)| line[..at].chars().count() == 40)
    });
    assert!(columns.collect::<Vec<_>>().iter().all(|it| *it), "{words}");
    assert!(lines.iter().all(|line| line["hit"].as_str().unwrap().to_lowercase() == "fresh start"));
    let right = printed(&["search", "nato", "--kwic", "--limit", "3", "--corpus", &corpus()]);
    assert!(right.starts_with("3 of ") && right.lines().count() == 4, "{right}");
}

#[test]
fn a_score_is_explained_clause_by_clause() {
    let of = |more: &[&str]| printed(&[more, &["--corpus", &corpus(), "--json"]].concat());
    let json = |text: String| serde_json::from_str::<Value>(&text).unwrap();
    let query = "\"fresh start\" russia OR moscow -gorbachev";
    for unit in ["article", "quote", "utterance"] {
        let found = json(of(&["search", query, "--unit", unit]));
        let hit = &found["hits"][0];
        let told = json(of(&["explain", query, hit["id"].as_str().unwrap(), "--unit", unit]));
        assert_eq!((&told["result"], &told["score"]), (&Value::Bool(true), &hit["score"]));
        let clauses = told["clauses"].as_array().unwrap();
        assert_eq!(clauses[1]["clause"], "russia OR moscow");
        assert!(clauses[0]["adds"].as_f64() > Some(0.0));
    }
    let name = "rt-2010-11-22-nato-rolls-out-red-carpet-for-russia";
    let asked = ["explain", "zebra -nato", name, "--only", "outlet=DW", "--corpus", &corpus()];
    let words = printed(&asked);
    for told in ["is no result", "zebra: does not hold", "-nato: holds what", "outlet: what is"] {
        assert!(words.contains(told), "{told}: {words}");
    }
    let (folder, near) = (corpus(), &name[1..]);
    refused(&["explain", "x", near, "--corpus", &folder], &["did you mean", name]);
}

#[test]
fn a_pack_answers_as_its_folder_does() {
    let folder = tempfile::tempdir().unwrap();
    let pack = folder.path().join("corpus.pack").display().to_string();
    printed(&["pack", &corpus(), "-o", &pack]);
    let asked = ["search", "relations", "--exact", "--only", "outlet=RT", "--json"];
    let of = |from: [&str; 2]| printed(&[&asked[..], &from].concat());
    assert_eq!(of(["--pack", &pack]), of(["--corpus", &corpus()]));
    let limited = printed(&["search", "", "--limit", "1", "--pack", &pack, "--json"]);
    let limited: Value = serde_json::from_str(&limited).unwrap();
    assert_eq!((&limited["total"], limited["hits"].as_array().unwrap().len()), (&5.into(), 1));
}

#[test]
fn a_search_that_cannot_be_made_says_why() {
    let missing = ["search", "x", "--pack", "/nowhere/corpus.pack"];
    refused(&missing, &["/nowhere/corpus.pack: cannot be read"]);
    let foreign = format!("{}/../NOTICE", corpus());
    refused(&["search", "x", "--pack", &foreign], &["NOTICE", "not a Parallax pack"]);
    let odd = ["search", "x", "--only", "colour=red", "--corpus", "."];
    refused(&odd, &["colour", "outlet, event, topic, speaker"]);
}
