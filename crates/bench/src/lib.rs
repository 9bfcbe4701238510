//! The engine as a WebAssembly module for measuring: opens a pack and answers, and hands on numbers and
//! names only, as other engines do in the same harness. `adapter.mjs` beside this is its other half.
//!
//! Not a part of the page. Does not know what is measured.

use parallax_engine::{
    Engine, Opening,
    query::{Facet, Query},
};
use wasm_bindgen::prelude::{JsError, wasm_bindgen};

/// A pack that is coming in.
#[wasm_bindgen]
#[derive(Default)]
pub struct Coming {
    opening: Opening,
}

#[wasm_bindgen]
impl Coming {
    /// Nothing has come yet.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes in the next bytes.
    ///
    /// # Errors
    ///
    /// What the engine says of a pack that it refuses.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), JsError> {
        Ok(self.opening.push(bytes)?)
    }

    /// What answers already, with totals, order and counts, before all bytes have come, once that is there; and
    /// the facets, as in [`Coming::finish`].
    #[must_use]
    pub fn early(&mut self, facets: &str) -> Option<Opened> {
        self.opening.early().map(|engine| Opened { engine, facets: named(facets) })
    }

    /// What answers, when all bytes have come; and the facets, a line each, whose values it counts.
    ///
    /// # Errors
    ///
    /// What the engine says of a pack that it refuses.
    pub fn finish(self, facets: &str) -> Result<Opened, JsError> {
        Ok(Opened { engine: self.opening.finish()?, facets: named(facets) })
    }
}

fn named(facets: &str) -> Vec<Facet> {
    facets.lines().filter_map(Facet::named).collect()
}

/// An opened pack.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Opened {
    engine: Engine,
    facets: Vec<Facet>,
}

#[wasm_bindgen]
impl Opened {
    /// How many articles `words` finds, and the names of the first `count`, a line each.
    #[must_use]
    pub fn search(&self, words: &str, exact: bool, count: usize) -> String {
        let query = Query { words: words.to_owned(), exact, ..Query::default() };
        let found = self.engine.find(&query);
        let mut lines = found.total().to_string();
        for ranked in found.first(count) {
            lines.push('\n');
            lines.push_str(found.name(&ranked));
        }
        lines
    }

    /// How many articles `words` finds with the chosen values, given as lines `facet=value`, and behind
    /// that the counts of all values of the facets, in the order of [`Opened::values`].
    #[must_use]
    pub fn counts(&self, words: &str, exact: bool, chosen: &str) -> Vec<u32> {
        let mut query = Query { words: words.to_owned(), exact, ..Query::default() };
        let choices = chosen.lines().filter_map(|line| line.split_once('='));
        for (facet, value) in choices.filter_map(|(name, it)| Some((Facet::named(name)?, it))) {
            query.choose(facet, |selection| selection.include.push(value.to_owned()));
        }
        let found = self.engine.find(&query);
        let counts = self.facets.iter().flat_map(|&facet| found.counts_of(facet));
        std::iter::once(found.total() as u32).chain(counts).collect()
    }

    /// The values of the facets that are counted, as lines `facet=value`.
    #[must_use]
    pub fn values(&self) -> String {
        let query = Query::default();
        let facets = self.engine.find(&query).facets();
        let counted = self.facets.iter().flat_map(|it| facets.iter().find(|of| of.facet == *it));
        let lines = counted.flat_map(|facet| {
            facet.values.iter().map(|value| format!("{}={}\n", facet.facet.name(), value.value))
        });
        lines.collect()
    }
}
