//! Bytes that several owners read and nobody changes: a pack, and every part of it.
//!
//! A part holds on to the whole, so whatever reads it borrows from nothing: an opened pack is kept once,
//! and nothing of it is copied. After the `bytes` crate, of which this needs a twentieth. Does not know
//! what the bytes say.

use std::{
    fmt,
    ops::{Deref, Range},
    sync::Arc,
};

/// A stretch of bytes, kept alive by whoever holds it. A copy costs a count.
#[derive(Clone)]
pub struct Bytes {
    whole: Whole,
    start: usize,
    end: usize,
}

#[derive(Clone)]
enum Whole {
    /// They stand in the program.
    Lasting(&'static [u8]),
    Shared(Arc<Vec<u8>>),
}

impl Bytes {
    fn of(whole: Whole, end: usize) -> Self {
        Self { whole, start: 0, end }
    }

    /// A part of them; none where they do not reach so far.
    pub(crate) fn part(&self, range: Range<usize>) -> Option<Self> {
        self.get(range.clone())?;
        let whole = self.whole.clone();
        Some(Self { whole, start: self.start + range.start, end: self.start + range.end })
    }

    /// The stretch that `part`, which must be a slice of these, stands for.
    pub(crate) fn covering(&self, part: &[u8]) -> Option<Self> {
        let start = (part.as_ptr() as usize).checked_sub(self.as_ptr() as usize)?;
        self.part(start..start.checked_add(part.len())?)
    }
}

impl Default for Bytes {
    fn default() -> Self {
        Self::from(&[][..])
    }
}

impl From<&'static [u8]> for Bytes {
    fn from(bytes: &'static [u8]) -> Self {
        Self::of(Whole::Lasting(bytes), bytes.len())
    }
}

impl From<Vec<u8>> for Bytes {
    fn from(bytes: Vec<u8>) -> Self {
        let end = bytes.len();
        Self::of(Whole::Shared(Arc::new(bytes)), end)
    }
}

impl Deref for Bytes {
    type Target = [u8];

    #[inline]
    fn deref(&self) -> &[u8] {
        let whole = match &self.whole {
            Whole::Lasting(bytes) => bytes,
            Whole::Shared(bytes) => bytes.as_slice(),
        };
        whole.get(self.start..self.end).unwrap_or_default()
    }
}

impl PartialEq for Bytes {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Bytes {}

/// Only how many they are: they may be a whole corpus.
impl fmt::Debug for Bytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes", self.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_parts_of_the_same_bytes() {
        for bytes in [Bytes::from(&b"abcdef"[..]), Bytes::from(b"abcdef".to_vec())] {
            let part = bytes.part(1..5).unwrap();
            assert_eq!(&*part, b"bcde");
            assert_eq!(part.as_ptr(), bytes[1..].as_ptr());
            assert_eq!(part.part(1..3).as_deref(), Some(&b"cd"[..]));
            assert_eq!(part.covering(&part[2..3]).as_deref(), Some(&b"d"[..]));
            assert_eq!(part.part(3..5), None, "beyond the part, though not beyond the whole");
        }
    }
}
