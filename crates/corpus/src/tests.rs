//! Folders that are right and folders that are wrong, and what is said of them.

use std::fs;

use proptest::prelude::*;
use tempfile::TempDir;

use crate::{Crew, pack, read_bytes, read_folder};

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    folder
}

/// Reading the folder is refused with words that hold all of `expected`.
#[track_caller]
fn refused(files: &[(&str, &[u8])], expected: &[&str]) {
    let error = read_folder(folder(files).path()).unwrap_err().to_string();
    for words in expected {
        assert!(error.contains(words), "{error:?} lacks {words:?}");
    }
}

#[test]
fn reads_documents_by_name_with_their_sidecars() {
    let folder = folder(&[
        ("b.txt", b"Two"),
        ("a.txt", b"One"),
        ("b.toml", b"publisher = \"RT\""),
        (".hidden", b""),
    ]);
    let documents = read_folder(folder.path()).unwrap();
    let seen: Vec<_> = documents.iter().map(|d| (d.id.as_str(), d.sidecar.is_some())).collect();
    assert_eq!(seen, [("a", false), ("b", true)]);
    assert_eq!(pack(folder.path(), &Crew::default()).unwrap().articles, 2);
}

#[test]
fn nothing_is_silently_skipped() {
    refused(&[], &["no documents", ".txt"]);
    refused(&[("a.txt", b" \n")], &["a.txt", "empty"]);
    refused(&[("a.txt", b"A"), ("a.pdf", b"")], &["a.pdf", "rename"]);
    refused(&[("a.txt", b"A"), ("b.toml", b"")], &["b.toml", "b.txt"]);
    refused(&[("a.txt", b"A"), ("NOTES", b"x")], &["NOTES", "neither"]);
    refused(&[("a.txt", b"one\ntwo \xe9")], &["a.txt:2:", "byte 8", "UTF-8", "Latin-1"]);
    refused(&[("a.txt", b"\xff\xfea\0\0")], &["a.txt:1:", "byte 4", "UTF-16"]);
    refused(&[("a.html", b"<meta charset=x-none>A")], &["a.html:1:", "x-none", "UTF-8"]);
    refused(&[("a.html", b"<p> </p>")], &["a.html", "no text"]);
    refused(&[("a.jsonl", b"{\"headline\": \"A\"}\n{")], &["a.jsonl:2:", "one JSON object a line"]);
    refused(&[("a.txt", b"A"), ("a.md", b"A")], &["same name"]);
}

#[test]
fn formats_mix_in_one_folder() {
    let folder = folder(&[
        ("a.txt", b"One.\n"),
        ("b.html", b"<meta charset=iso-8859-1><title>T</title><p>Caf\xe9 two.</p>"),
        ("b.toml", b"publisher = \"B\""),
        ("c.md", b"---\ntitle: Three\n---\nText.\n"),
        ("d.jsonl", b"{\"id\": \"e/1\", \"headline\": \"Four\"}\n{\"headline\": \"Five\"}"),
        ("f.txt", b"<!DOCTYPE html><title>Six</title><p>Six."),
    ]);
    let documents = read_folder(folder.path()).unwrap();
    let names: Vec<_> = documents.iter().map(|document| document.id.as_str()).collect();
    assert_eq!(names, ["a", "b", "c", "d-2", "e-1", "f"]);
    assert!(documents[1].text.contains("Caf\u{e9} two.") && documents[1].sidecar.is_some());
    assert!(documents[5].origin.is_some());
    let packed = pack(folder.path(), &Crew::default()).unwrap();
    assert!(packed.findings.iter().any(|finding| {
        finding.document.ends_with("b.html") && finding.message.contains("windows-1252")
    }));
}

#[test]
fn a_pack_is_the_same_whoever_works() {
    let folder = folder(&[]);
    let names = ["Ann Ash", "Bo Elm", "Olga Oak", "Ira Fir", "Pat Yew"];
    for at in 0..300 {
        let (name, other) = (names[at % 5], names[at / 7 % 5]);
        let text = format!(
            "Report {at} of the town\n\nBy {other}\n\nROME, 4 March 2014\n\nMayor {name} met {other} in \
             Rome on Monday. “The harbour bridge {at} will not open,” {name} said of the Harbour \
             Council (HC). He denied that the HC had closed bridge {at}. “Not so, said the {name}.\n"
        );
        fs::write(folder.path().join(format!("{at}.txt")), text).unwrap();
    }
    let [one, three] = [1, 3].map(|threads| pack(folder.path(), &Crew::of(threads)).unwrap());
    assert!(one.findings.len() > 300 && one.findings == three.findings);
    assert!(one.pack == three.pack, "other bytes");
}

#[test]
fn a_file_is_packed_alone() {
    let folder =
        folder(&[("a.txt", b"One"), ("b.jsonl", b"{\"title\": \"Two\"}\n{\"title\": \"Three\"}")]);
    let packed = |name: &str| pack(&folder.path().join(name), &Crew::default());
    assert_eq!(packed("b.jsonl").unwrap().articles, 2);
    assert_eq!(packed("a.txt").unwrap().articles, 1);
    assert!(packed("c.txt").unwrap_err().to_string().contains("c.txt: cannot be read"));
}

proptest! {
    /// Any bytes give documents or an error, never a panic.
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        for extension in ["txt", "html", "md", "jsonl", "pdf"] {
            let Ok(documents) = read_bytes(extension, "d", bytes.clone()) else { continue };
            for document in documents {
                let _ = parallax_engine::ingest::read(&document);
            }
        }
    }
}

#[test]
fn a_sidecar_that_means_harm_is_refused_by_its_line() {
    let deep = ["[".repeat(100_000), format!("author = {}", "[".repeat(100_000))];
    let long = format!("headline = \"{}", "x".repeat(1_000_000));
    for sidecar in [
        &deep[0],
        &deep[1],
        &long,
        "headline = \"a\"\nheadline = \"b\"",
        "headline = { script = 1 }",
        "datePublished = 99999-99-99",
        "\0 = \"\0\"",
        "\"</script>\" = \"<script>\"",
        "\"\u{202e}\" = \"\u{202e}\"",
    ] {
        refused(&[("a.txt", b"A"), ("a.toml", sidecar.as_bytes())], &["a.toml:", "; "]);
    }
}

#[test]
fn a_sidecar_must_be_understood() {
    let with = |sidecar: &'static [u8], expected: &[&str]| {
        refused(&[("a.txt", b"A"), ("a.toml", sidecar)], expected);
    };
    with(b"publisher = \"RT\"\noutlet = \"RT\"", &["a.toml:2:", "outlet", "known keys", "about"]);
    with(b"datePublished = \"tomorrow\"", &["a.toml:1:", "tomorrow", "2010-11-20"]);
    with(b"\xff", &["a.toml:1:", "UTF-8"]);
}

#[test]
fn a_missing_folder_is_named() {
    let error = read_folder("no/such/folder".as_ref()).unwrap_err().to_string();
    assert!(error.starts_with("no/such/folder: cannot be read"), "{error}");
}
