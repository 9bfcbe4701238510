//! schema.org's NewsArticle as pages state it in JSON-LD: an object, a list, or a graph.
//!
//! Knows which object is the article and how people and publishers are named in it; its names
//! are handed on as they are.

use std::collections::BTreeMap;

use parallax_engine::span::Span;
use serde_json::value::RawValue;

use crate::{json, property, sheet::Sheet};

/// How deep lists and graphs are followed.
const DEPTH: usize = 6;

/// Properties of which the text itself is the value.
const WORDS: &[&str] = &[
    "headline",
    "alternativeHeadline",
    "description",
    "datePublished",
    "dateModified",
    "dateCreated",
    "inLanguage",
    "url",
    "dateline",
    "articleSection",
    "keywords",
];

/// Properties whose value is somebody, by name.
const NAMES: &[&str] = &[
    "author",
    "creator",
    "editor",
    "publisher",
    "sourceOrganization",
    "provider",
    "locationCreated",
    "contentLocation",
    "about",
];

type Members<'a> = BTreeMap<String, &'a RawValue>;

/// Writes what the JSON of the article says, a property a line; `place` names where it stands.
/// True if there was an article. `at` is where `raw` stands in the file.
pub(crate) fn write(sheet: &mut Sheet, place: &str, raw: &str, at: usize) -> bool {
    let mut objects = Vec::new();
    gather(raw, DEPTH, &mut objects);
    let best =
        objects.iter().filter(|object| weight(object) > 0).max_by_key(|object| weight(object));
    let Some(article) = best else { return false };
    properties(sheet, place, article, &objects, (raw, at));
    true
}

/// Writes the properties of one article.
pub(crate) fn properties(
    sheet: &mut Sheet,
    place: &str,
    article: &Members<'_>,
    objects: &[Members<'_>],
    (raw, at): (&str, usize),
) {
    let offset = |value: &str| at + Span::of_slice(raw, value).start as usize;
    for name in WORDS {
        for value in article.get(*name).map(|value| each(value.get())).unwrap_or_default() {
            if is_plain(value) {
                property::of_json(sheet, place, name, value, offset(value));
            }
        }
    }
    if !article.contains_key("url")
        && let Some(page) = article.get("mainEntityOfPage")
        && let Some(value) = address(page.get())
    {
        property::of_json(sheet, place, "url", value, offset(value));
    }
    for name in NAMES {
        for value in article.get(*name).map(|value| each(value.get())).unwrap_or_default() {
            if let Some(words) = named(value, objects) {
                property::of_json(sheet, place, name, words, offset(words));
            }
        }
    }
}

/// The objects of the value: itself, those of its list, those of its graph.
fn gather<'a>(raw: &'a str, depth: usize, objects: &mut Vec<Members<'a>>) {
    if depth == 0 {
        return;
    }
    if let Some(list) = json::array(raw) {
        list.into_iter().for_each(|value| gather(value.get(), depth - 1, objects));
    } else if let Some(object) = json::object(raw) {
        for inner in ["@graph", "mainEntity", "itemListElement"] {
            if let Some(value) = object.get(inner) {
                gather(value.get(), depth - 1, objects);
            }
        }
        objects.push(object);
    }
}

/// How much an object looks like the article; 0 if it is none.
fn weight(object: &Members<'_>) -> usize {
    let types = object.get("@type").map(|value| each(value.get())).unwrap_or_default();
    let types: Vec<String> = types.into_iter().filter_map(json::string).collect();
    let is = |end: &str| types.iter().any(|kind| kind.ends_with(end));
    let kind = if is("NewsArticle") {
        6
    } else if is("Article") || is("Posting") || is("Report") {
        4
    } else if object.contains_key("headline") && types.is_empty() {
        2
    } else {
        return 0;
    };
    kind + usize::from(object.contains_key("headline"))
        + usize::from(object.contains_key("datePublished"))
}

/// The elements of a list, or the value alone.
pub(crate) fn each(raw: &str) -> Vec<&str> {
    json::array(raw).map_or_else(|| vec![raw], |list| list.into_iter().map(RawValue::get).collect())
}

pub(crate) fn is_plain(raw: &str) -> bool {
    raw.starts_with(|c: char| c == '"' || c.is_ascii_digit())
}

/// The name of somebody: a string, an object's name, or that of the object it refers to.
fn named<'a>(raw: &'a str, objects: &[Members<'a>]) -> Option<&'a str> {
    if raw.starts_with('"') {
        return Some(raw);
    }
    let object = json::object(raw)?;
    if let Some(name) = object.get("name") {
        return each(name.get()).into_iter().find(|name| name.starts_with('"'));
    }
    let id = object.get("@id")?.get();
    let meant = objects.iter().find(|other| other.get("@id").is_some_and(|own| own.get() == id))?;
    meant.get("name").map(|name| name.get()).filter(|name| name.starts_with('"'))
}

/// An address: a string, or an object's `@id` or `url`.
fn address(raw: &str) -> Option<&str> {
    if raw.starts_with('"') {
        return Some(raw);
    }
    let object = json::object(raw)?;
    let value = object.get("@id").or_else(|| object.get("url"))?.get();
    value.starts_with("\"http").then_some(value)
}
