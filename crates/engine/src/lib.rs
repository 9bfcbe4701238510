//! Extraction, comparison and search over news documents: pure, with no browser, no clock and no
//! I/O. The same code runs at build time, in the page and in tests.
//!
//! This file is the façade: [`build`] makes a pack of documents, [`Engine::open`] opens it, and the
//! engine's methods give plain data to show.

pub mod article;
mod bytes;
pub mod collection;
pub mod compare;
pub mod coverage;
mod date;
mod document;
mod engine;
pub mod evidence;
pub mod index;
pub mod ingest;
mod late_facets;
pub mod name;
mod opening;
pub mod order;
pub mod pack;
pub mod person;
pub mod profile;
pub mod query;
pub mod quote;
mod reading;
pub mod search;
pub mod shelf;
pub mod span;
pub mod story;
pub mod subject;
#[cfg(test)]
mod testing;
pub mod text;
mod utterances;
pub mod verify;
pub mod workers;

pub use engine::{Built, Counterparts, Engine, Unchosen, Unknown, build, build_by, with_places};
pub use opening::Opening;
pub use pack::OpenError;
pub use reading::{Reading, ReadingMark};
