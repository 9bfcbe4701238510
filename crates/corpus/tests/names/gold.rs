//! The gold of names and subjects as data; the guideline stands beside it, in `gold/README.md`.

use std::{collections::BTreeMap, path::Path};

use parallax_engine::article::Document;
use serde::Deserialize;

/// What a careful reader finds in the shipped documents.
#[derive(Deserialize)]
pub(crate) struct Gold {
    /// By the document's id.
    pub(crate) documents: BTreeMap<String, Names>,
    /// Canonical names, by kind.
    pub(crate) entities: BTreeMap<String, Vec<Entity>>,
    /// What a reader would narrow the corpus by.
    pub(crate) subjects: Vec<Subject>,
}

/// The names in one document.
#[derive(Deserialize)]
pub(crate) struct Names {
    pub(crate) people: Vec<Mention>,
    pub(crate) titles: Vec<Mention>,
    pub(crate) organisations: Vec<Mention>,
    pub(crate) places: Vec<Mention>,
    pub(crate) optional: Vec<Mention>,
}

/// A name at its place, in code points.
#[derive(Deserialize)]
pub(crate) struct Mention {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) text: String,
    #[serde(default)]
    pub(crate) name: String,
    pub(crate) titled: Option<Box<Self>>,
}

/// Somebody or something named.
#[derive(Deserialize)]
pub(crate) struct Entity {
    pub(crate) name: String,
    pub(crate) documents: Vec<String>,
    #[serde(default)]
    pub(crate) also: Vec<String>,
}

/// A subject with its places: start, end, words.
#[derive(Deserialize)]
pub(crate) struct Subject {
    pub(crate) name: String,
    /// "vital" or "okay".
    pub(crate) grade: String,
    pub(crate) variants: Vec<String>,
    pub(crate) mentions: BTreeMap<String, Vec<(usize, usize, String)>>,
}

impl Names {
    /// The three kinds, each with its name among the entities.
    pub(crate) fn kinds(&self) -> [(&'static str, &[Mention]); 3] {
        [("people", &self.people), ("organisations", &self.organisations), ("places", &self.places)]
    }
}

/// Reads the gold.
pub(crate) fn read() -> Gold {
    serde_json::from_str(include_str!("../gold/names.json"))
        .unwrap_or_else(|error| panic!("{error}"))
}

/// The shipped documents.
pub(crate) fn documents() -> Vec<Document> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus");
    parallax_corpus::read_folder(&folder).unwrap_or_else(|error| panic!("{error}"))
}

/// The documents' texts in code points, by id.
pub(crate) fn texts() -> BTreeMap<String, Vec<char>> {
    documents().into_iter().map(|it| (it.id, it.text.chars().collect())).collect()
}
