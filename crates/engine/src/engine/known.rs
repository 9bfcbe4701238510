//! What is known of one person, and how one event was reported: worked out when it is asked for.

use super::{Engine, Unknown, most_like};
use crate::{
    compare::{self, Contrast},
    coverage::{Coverage, Reports},
    profile::Profile,
    shelf::Shelf,
};

impl Engine {
    /// What is known of the person of that full name, over all packs.
    ///
    /// # Errors
    ///
    /// Nobody has that name: gives the name that is spelt most like it.
    pub fn person(&self, name: &str) -> Result<Profile, Unknown> {
        Profile::of(&self.collection, name)
            .ok_or_else(|| self.unnamed(name, Shelf::people, Shelf::name))
    }

    /// How the event of that name was reported, over all packs.
    ///
    /// # Errors
    ///
    /// No event has that name: gives the name that is spelt most like it.
    pub fn event(&self, name: &str) -> Result<Coverage, Unknown> {
        Coverage::of(&self.collection, name)
            .ok_or_else(|| self.unnamed(name, Shelf::events, Shelf::event_name))
    }

    /// What each report of the event of that name alone carries, in the order of [`Coverage::reports`]; none where no
    /// event has the name.
    #[must_use]
    pub fn contrast_reports(&self, name: &str) -> Option<Contrast> {
        Some(compare::contrast(&Reports::of(&self.collection, name)?.articles))
    }

    /// Nothing has that name; of so many names that each shelf has, which one is spelt most like it.
    fn unnamed(
        &self,
        asked: &str,
        count: fn(&Shelf) -> usize,
        name: fn(&Shelf, u32) -> Option<&str>,
    ) -> Unknown {
        let shelves = self.collection.segments().iter().map(|segment| &segment.shelf);
        let names = shelves.flat_map(|it| (0..count(it) as u32).filter_map(|at| name(it, at)));
        Unknown { id: asked.to_owned(), nearest: most_like(asked, names) }
    }
}
