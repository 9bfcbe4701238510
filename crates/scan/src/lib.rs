//! Answers queries the slow and plain way, by going through every word of every document: what the
//! index is held against.
//!
//! Shares with the engine what documents say and what a query means, and nothing of how it is answered.
//! Reports and their retellings are made here too, to hold the pairing of passages against.

mod ask;
mod find;
mod hits;
mod made;
mod retold;
mod world;

pub use ask::{Asked, queries};
pub use find::Names;
pub use hits::Hits;
pub use made::documents;
pub use retold::{Case, Disputed, Tally, cases, disputes, long_case, mistakes};
pub use world::World;
