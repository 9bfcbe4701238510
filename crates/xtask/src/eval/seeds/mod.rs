//! The project's own five documents against their complete gold, field by field.
//!
//! Gold and findings are of one shape; a document's name differs, so it is known by its text.

mod events;
mod indirect;
mod links;
mod meta;
mod quotations;

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use serde_json::Value;

use super::{errors::Listed, rows::GoldRow, spans::Stretch, table::Figure};
use crate::error::Result;
use crate::files;

/// Gold and findings of the five documents.
pub(super) struct Seeds {
    gold: Value,
    found: Value,
    /// Our names of the gold's documents.
    names: BTreeMap<String, String>,
}

impl Seeds {
    /// Puts gold and findings together. `rows` have the gold's names and texts, `corpus` our files.
    pub(super) fn of(gold: Value, found: Value, rows: &[GoldRow], corpus: &Path) -> Result<Self> {
        let mut by_text: BTreeMap<String, String> = BTreeMap::new();
        for path in files::all_below(corpus)?.iter().filter(|path| is_text(path)) {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            by_text.insert(files::text(path)?, name);
        }
        let named = rows
            .iter()
            .filter_map(|row| Some((row.doc_id.clone(), by_text.get(&row.text)?.clone())));
        Ok(Self { gold, found, names: named.collect() })
    }

    /// All figures of the five documents; each error goes to `list`.
    pub(super) fn figures(&self, list: &mut impl FnMut(Listed)) -> Vec<Figure> {
        let mut figures = Vec::new();
        figures.extend(meta::figures(self, list));
        figures.push(quotations::figure(self, list));
        figures.extend(indirect::figures(self, list));
        figures.extend(links::figures(self, list));
        figures.push(events::figure(self, list));
        figures
    }

    /// The documents: the gold's name, the gold's value and ours.
    fn documents(&self) -> Vec<(&str, &Value, &Value)> {
        let pairs = self.names.iter().map(|(gold, found)| {
            let (wanted, ours) = (&self.gold["documents"][gold], &self.found["documents"][found]);
            (gold.as_str(), wanted, ours)
        });
        pairs.collect()
    }

    /// The gold's name of our document.
    fn gold_name<'a>(&'a self, found: &'a str) -> &'a str {
        let mut named = self.names.iter().filter(|(_, ours)| *ours == found);
        named.next().map_or(found, |(gold, _)| gold)
    }
}

fn is_text(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "txt")
}

/// The stretch that a value gives as `start` and `end`.
fn stretch(value: &Value) -> Option<Stretch> {
    let at = |key: &str| value.get(key)?.as_u64().and_then(|at| usize::try_from(at).ok());
    Some(Stretch::new(at("start")?, at("end")?))
}

/// The values of a list; one that is not there is empty.
fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// What was wanted and what was found, compared as sets.
#[derive(Debug, Default, PartialEq, Eq)]
struct Compared {
    right: usize,
    wanted: usize,
    /// Found, and not wanted.
    more: usize,
}

impl Compared {
    fn of<T: Ord>(wanted: &BTreeSet<T>, found: &BTreeSet<T>) -> Self {
        let right = wanted.intersection(found).count();
        Self { right, wanted: wanted.len(), more: found.len() - right }
    }

    fn add(&mut self, other: &Self) {
        self.right += other.right;
        self.wanted += other.wanted;
        self.more += other.more;
    }
}

#[cfg(test)]
mod tests;
