//! How many bytes the places of a word take, counted as its places come.
//!
//! A pack keeps these sizes in place of the places, and an opened one fills the places into as much room.
//! Whatever is changed here must be changed in `filler` too: a test holds both together. Does not know how
//! the places are written.

use super::{
    Position,
    times::{PLAIN, once_in, once_more},
};
use crate::bytes::{Reader, width};

/// Up to so many places are kept as they are, in [`FIXED`] bytes each: looking them up is quick, and how many
/// there are compresses better than how many bytes they would take.
pub(super) const FEW: u32 = 15;

/// The bytes of a place that is kept as it is.
pub(super) const FIXED: usize = 4;

/// Where a word stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// The article, by number, and where its words begin.
    pub(super) article: u32,
    pub(super) start: Position,
    pub(super) position: Position,
    /// Which field of the article it is in.
    pub(super) field: usize,
}

/// For each of so many words where its bytes end, if one has those of all, and whether it has few places; none
/// if `sizes` are no sizes of so many words.
pub(super) fn ends(sizes: &[u8], words: u32) -> Option<(Vec<u32>, Vec<bool>)> {
    let (mut sizes, mut ends, mut few, mut end) =
        (Reader::new(sizes), Vec::new(), Vec::new(), 0_u32);
    for _ in 0..words {
        let size = sizes.number()?;
        few.push(size <= FEW);
        end = end.checked_add(if size <= FEW { size * FIXED as u32 } else { size })?;
        ends.push(end);
    }
    sizes.is_empty().then_some((ends, few))
}

/// The size of a word's places so far.
#[derive(Clone, Copy, Debug)]
pub(super) struct Size {
    /// How many places there are.
    count: u32,
    /// The articles of the first and of the last one.
    first: u32,
    article: u32,
    last: Position,
    /// How often the last article has the word so far, as the byte says it.
    times: u8,
    /// All but how far on the first article is.
    bytes: u32,
}

impl Size {
    /// The size of one place.
    pub(super) fn of(place: Place) -> Self {
        let Place { article, start, position, field } = place;
        let times = once_in(field);
        let bytes = u32::from(times != PLAIN) + width(position - start);
        Self { count: 1, first: article, article, last: position, times, bytes }
    }

    /// Adds a place behind these.
    pub(super) fn add(&mut self, place: Place) {
        if place.article != self.article {
            return self.join(Self::of(place));
        }
        self.bytes += width(place.position - self.last);
        match once_more(self.times, place.field) {
            Some(times) => {
                self.bytes += u32::from(self.times == PLAIN);
                self.times = times;
            }
            None => {
                self.times = once_in(place.field);
                self.bytes += width(0) + u32::from(self.times != PLAIN);
            }
        }
        self.count += 1;
        self.last = place.position;
    }

    /// Adds places in articles behind these.
    pub(super) fn join(&mut self, behind: Self) {
        let bytes = self.bytes + width((behind.first - self.article) << 1) + behind.bytes;
        *self = Self { count: self.count + behind.count, first: self.first, bytes, ..behind };
    }

    /// The same places in articles so far on.
    pub(super) fn moved(self, way: u32) -> Self {
        Self { first: way + self.first, article: way + self.article, ..self }
    }

    /// The size as a pack keeps it: the number of places where there are few, or else the bytes.
    pub(super) fn code(self) -> u32 {
        if self.count <= FEW { self.count } else { width((self.first + 1) << 1) + self.bytes }
    }
}
