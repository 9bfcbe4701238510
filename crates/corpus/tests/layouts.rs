//! Pages in foreign layouts, written for this test: what is read of each is what its
//! `.expected.toml` says.
//!
//! `open` names what is known to be read wrongly so far; the other keys must be right.
//! `body`, `captions`, `credits` and `subheads` name all such blocks in order by how they begin.

#![allow(clippy::unwrap_used, reason = "a test may panic: that is its answer")]

use std::{fs, path::Path};

use parallax_corpus::read_bytes;
use parallax_engine::{
    article::{Article, BlockKind, Date, Document, Stated},
    story::analyse,
};

/// What is wrong with one document.
struct Check<'a> {
    document: &'a Document,
    article: Article,
    expected: &'a toml::Table,
    wrong: Vec<String>,
}

impl Check<'_> {
    fn differs(&mut self, key: &str, expected: &str, seen: &str) {
        let open = self.expected.get("open").and_then(toml::Value::as_array);
        if open.is_some_and(|open| open.iter().any(|known| known.as_str() == Some(key))) {
            return;
        }
        if expected != seen {
            let id = &self.document.id;
            self.wrong.push(format!("{id}: {key}\n   expected {expected}\n   seen     {seen}"));
        }
    }

    fn one(&mut self, key: &str, seen: Option<String>) {
        if let Some(expected) = self.expected.get(key).and_then(toml::Value::as_str) {
            self.differs(key, expected, &seen.unwrap_or_default());
        }
    }

    fn list(&mut self, key: &str, seen: &[&str]) {
        let Some(expected) = self.expected.get(key).and_then(toml::Value::as_array) else { return };
        let expected: Vec<&str> = expected.iter().filter_map(toml::Value::as_str).collect();
        let same = expected.len() == seen.len()
            && expected.iter().zip(seen).all(|(expected, seen)| seen.starts_with(expected));
        if !same {
            self.differs(key, &format!("{expected:#?}"), &format!("{seen:#?}"));
        }
    }

    fn words(&self, kind: BlockKind) -> Vec<String> {
        let blocks = self.article.blocks.iter().filter(|block| block.kind == kind);
        blocks.map(|block| block.span.of(&self.document.text).to_owned()).collect()
    }

    fn blocks(&mut self, key: &str, kind: BlockKind) {
        let words = self.words(kind);
        self.list(key, &words.iter().map(String::as_str).collect::<Vec<_>>());
    }

    /// Each stretch of furniture has the words in a block of that kind.
    fn furniture(&mut self) {
        let Some(expected) = self.expected.get("furniture").and_then(toml::Value::as_array) else {
            return;
        };
        for pair in expected.iter().filter_map(toml::Value::as_array) {
            let (kind, words) = (pair[0].as_str().unwrap(), pair[1].as_str().unwrap());
            let text = &self.document.text;
            let mut holding = self.article.blocks.iter().filter(|block| {
                block.span.of(text).contains(words)
                    && matches!(block.kind, BlockKind::Furniture(seen) if seen.name() == kind)
            });
            if holding.next().is_none() {
                let seen: Vec<_> = self
                    .article
                    .blocks
                    .iter()
                    .filter(|block| block.span.of(text).contains(words))
                    .map(|block| block.kind)
                    .collect();
                self.differs("furniture", &format!("{kind}: {words}"), &format!("{seen:?}"));
            }
        }
    }
}

fn words(stated: Option<&Stated<String>>) -> Option<String> {
    stated.map(|stated| stated.value.clone())
}

fn day(stated: Option<&Stated<Date>>) -> Option<String> {
    stated.map(|stated| stated.value.to_string())
}

fn check(document: &Document, expected: &toml::Table) -> Vec<String> {
    let corpus = analyse(std::slice::from_ref(document));
    let analysis = &corpus.articles[0];
    let article = analysis.article.clone();
    let mut check = Check { document, article: article.clone(), expected, wrong: Vec::new() };
    check.one("headline", words(article.headline.as_ref()));
    check.one("standfirst", words(article.standfirst.as_ref()));
    check.one("outlet", words(article.outlet.as_ref()));
    check.one("published", day(article.published.as_ref()));
    check.one("time", words(article.published_time.as_ref()));
    check.one("zone", words(article.published_zone.as_ref()));
    check.one("updated", day(article.updated.as_ref()));
    check.one("embargoed", day(article.embargoed.as_ref()));
    check.one("event_date", day(article.event_date.as_ref()));
    check.one("editor", words(article.editor.as_ref()));
    check.one("place", words(article.dateline_place.as_ref()));
    check.one("url", words(article.url.as_ref()));
    check.one("language", words(article.language.as_ref()));
    let values = |list: &[Stated<String>]| -> Vec<String> {
        list.iter().map(|stated| stated.value.clone()).collect()
    };
    for (key, list) in
        [("authors", values(&article.authors)), ("agencies", values(&article.agencies))]
    {
        if expected.contains_key(key) || key == "authors" {
            let none = toml::Value::Array(Vec::new());
            let wanted = expected.get(key).unwrap_or(&none).as_array().unwrap();
            let wanted: Vec<&str> = wanted.iter().filter_map(toml::Value::as_str).collect();
            check.differs(key, &format!("{wanted:?}"), &format!("{list:?}"));
        }
    }
    check.blocks("body", BlockKind::Paragraph);
    check.blocks("captions", BlockKind::Caption);
    check.blocks("credits", BlockKind::Credit);
    check.blocks("subheads", BlockKind::Subhead);
    check.furniture();
    if let Some(encoding) = expected.get("encoding").and_then(toml::Value::as_str) {
        let noted = document.notes.iter().any(|note| note.contains(encoding));
        check.differs("encoding", "noted", if noted { "noted" } else { "not noted" });
    }
    for absent in expected.get("absent").and_then(toml::Value::as_array).into_iter().flatten() {
        let there = document.text.contains(absent.as_str().unwrap());
        check.differs("absent", "absent", if there { "there" } else { "absent" });
    }
    for quote in expected.get("quotes").and_then(toml::Value::as_array).into_iter().flatten() {
        let quote = quote.as_str().unwrap();
        let found = analysis.quotations.iter().any(|quotation| {
            quotation.parts.iter().any(|part| part.span.of(&document.text).contains(quote))
        });
        check.differs("quotes", quote, if found { quote } else { "none" });
    }
    if let Some(count) = expected.get("duplicates").and_then(toml::Value::as_integer) {
        check.differs("duplicates", &count.to_string(), &corpus.utterances.len().to_string());
    }
    check.wrong
}

#[test]
fn every_layout_is_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/layouts");
    let mut paths: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let mut wrong = Vec::new();
    let mut count = 0;
    for path in paths.iter().filter(|path| path.extension().is_some_and(|end| end != "toml")) {
        let stem = path.file_stem().unwrap().to_str().unwrap();
        let expected = path.with_file_name(format!("{stem}.expected.toml"));
        let expected: toml::Table = fs::read_to_string(expected).unwrap().parse().unwrap();
        let extension = path.extension().unwrap().to_str().unwrap();
        let documents = read_bytes(extension, stem, fs::read(path).unwrap()).unwrap();
        for document in &documents {
            let own = expected.get(&document.id).and_then(toml::Value::as_table);
            wrong.extend(check(document, own.unwrap_or(&expected)));
            count += 1;
        }
    }
    assert!(count >= 16, "only {count} documents");
    assert!(wrong.is_empty(), "{} differences\n{}", wrong.len(), wrong.join("\n"));
}
