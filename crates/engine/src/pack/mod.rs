//! The container of a pack: named sections behind a checked header.
//!
//! Layout, little-endian: `PRLX`, version (u16), number of sections (u16), checksum of everything
//! but itself (u64), then per section its tag (4 bytes), offset and length (u32 each), then the
//! sections' bytes. What a section holds is known to the module that writes it, not here.
//!
//! The checksum is XXH64 (Collet 2012), which goes through the bytes eight at a time in four lanes: a
//! page opens a pack of 100 MB in some tens of milliseconds. A change within eight bytes always changes
//! it, since every step can be undone.

mod error;
mod held;
pub(crate) mod records;
mod strings;

use xxhash_rust::xxh64::xxh64;

use crate::bytes::little_endian;

pub use error::{OpenError, TooLarge};
pub use held::Bytes;
pub(crate) use records::Records;
pub(crate) use strings::Strings;

const MAGIC: [u8; 4] = *b"PRLX";
const HEADER: usize = 16;
const CHECKSUM_AT: usize = 8;
const ENTRY: usize = 12;

/// The version of the layout and of all sections; raised when either changes.
pub const VERSION: u16 = 6;

/// The name of a section.
pub type Tag = [u8; 4];

/// Gives bytes that begin as a pack does the checksum that they should have; others stay as they are.
pub fn seal(pack: &mut [u8]) {
    let checksum = checksum(pack);
    if let Some(place) = pack.get_mut(CHECKSUM_AT..HEADER) {
        place.copy_from_slice(&checksum.to_le_bytes());
    }
}

/// Named sections: those of a pack that was opened, or those that one is made of.
#[derive(Clone, Debug, Default)]
pub struct Pack {
    sections: Vec<(Tag, Bytes)>,
}

impl Pack {
    /// Checks the header and the checksum. Linear in the pack's length.
    ///
    /// # Errors
    ///
    /// Says whether the bytes are foreign, of another version, cut short or damaged.
    pub fn open(bytes: &Bytes) -> Result<Self, OpenError> {
        if bytes.get(..MAGIC.len()) != Some(&MAGIC) {
            return Err(OpenError::Foreign);
        }
        let short = |wanted| OpenError::Short { found: bytes.len(), wanted };
        let (head, body) = bytes.split_first_chunk::<HEADER>().ok_or_else(|| short(HEADER))?;
        let version = little_endian(&head[4..6]) as u16;
        if version != VERSION {
            return Err(OpenError::Version { found: version, wanted: VERSION });
        }
        let count = little_endian(&head[6..8]) as usize;
        let entries = || body.as_chunks::<ENTRY>().0.iter().take(count).map(Entry::read);
        let end = entries().map(|entry| entry.end).max().unwrap_or_default();
        let wanted = end.max(HEADER + ENTRY * count);
        if bytes.len() < wanted {
            return Err(short(wanted));
        }
        if checksum(bytes).to_le_bytes() != head[CHECKSUM_AT..] {
            return Err(OpenError::Damaged { section: "checksum" });
        }
        let part = |entry: Entry| Some((entry.tag, bytes.part(entry.start..entry.end)?));
        Ok(Self { sections: entries().filter_map(part).collect() })
    }

    /// Adds a section at the end.
    pub fn add(&mut self, tag: Tag, bytes: impl Into<Bytes>) {
        self.sections.push((tag, bytes.into()));
    }

    /// The pack as bytes.
    ///
    /// # Errors
    ///
    /// More than 4 GiB do not fit.
    pub fn write(&self) -> Result<Vec<u8>, TooLarge> {
        let small = |number: usize| u32::try_from(number).map_err(|_| TooLarge);
        let mut at = HEADER + ENTRY * self.sections.len();
        let mut pack =
            Vec::with_capacity(at + self.sections().map(|(_, length)| length).sum::<usize>());
        pack.extend_from_slice(&MAGIC);
        pack.extend_from_slice(&VERSION.to_le_bytes());
        let count = u16::try_from(self.sections.len()).map_err(|_| TooLarge)?;
        pack.extend_from_slice(&count.to_le_bytes());
        pack.extend_from_slice(&[0; HEADER - CHECKSUM_AT]);
        for (tag, bytes) in &self.sections {
            pack.extend_from_slice(tag);
            pack.extend_from_slice(&small(at)?.to_le_bytes());
            pack.extend_from_slice(&small(bytes.len())?.to_le_bytes());
            at += bytes.len();
        }
        self.sections.iter().for_each(|(_, bytes)| pack.extend_from_slice(bytes));
        seal(&mut pack);
        Ok(pack)
    }

    /// The bytes of the section `tag`.
    ///
    /// # Errors
    ///
    /// The pack does not have it.
    pub fn section(&self, tag: Tag, name: &'static str) -> Result<Bytes, OpenError> {
        let found = self.sections.iter().find(|section| section.0 == tag);
        found.map(|(_, bytes)| bytes.clone()).ok_or(OpenError::Damaged { section: name })
    }

    /// The sections in their order, each with its length in bytes.
    pub fn sections(&self) -> impl Iterator<Item = (Tag, usize)> {
        self.sections.iter().map(|(tag, bytes)| (*tag, bytes.len()))
    }
}

struct Entry {
    tag: Tag,
    start: usize,
    end: usize,
}

impl Entry {
    fn read(entry: &[u8; ENTRY]) -> Self {
        let start = little_endian(&entry[4..8]) as usize;
        let tag = [entry[0], entry[1], entry[2], entry[3]];
        Self { tag, start, end: start.saturating_add(little_endian(&entry[8..12]) as usize) }
    }
}

/// The checksum of all bytes but its own place.
fn checksum(pack: &[u8]) -> u64 {
    let (head, body) = pack.split_at(HEADER.min(pack.len()));
    let before = head.first_chunk().map_or(0, |head| u64::from_le_bytes(*head));
    xxh64(body, before)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn sample(length: usize) -> Vec<u8> {
        let mut pack = Pack::default();
        pack.add(*b"ABCD", (0..length).map(|at| (at * 7) as u8).collect::<Vec<_>>());
        pack.add(*b"EFGH", Vec::new());
        pack.write().unwrap()
    }

    fn open(bytes: &[u8]) -> Result<Pack, OpenError> {
        Pack::open(&bytes.to_vec().into())
    }

    #[test]
    fn gives_back_what_was_put_in() {
        let pack = open(&sample(3)).unwrap();
        assert_eq!(pack.section(*b"ABCD", "first").as_deref(), Ok(&[0, 7, 14][..]));
        assert_eq!(pack.section(*b"EFGH", "second").as_deref(), Ok(&[][..]));
        assert_eq!(pack.section(*b"NONE", "third"), Err(OpenError::Damaged { section: "third" }));
        assert_eq!(pack.sections().collect::<Vec<_>>(), [(*b"ABCD", 3), (*b"EFGH", 0)]);
    }

    #[test]
    fn says_what_is_wrong() {
        let open = |bytes: &[u8]| open(bytes).map(|_| ());
        assert_eq!(open(b"<!doctype html>"), Err(OpenError::Foreign));
        assert_eq!(open(b""), Err(OpenError::Foreign));
        assert_eq!(open(b"PRLX"), Err(OpenError::Short { found: 4, wanted: HEADER }));
        let mut newer = sample(3);
        newer[4] = 99;
        assert_eq!(open(&newer), Err(OpenError::Version { found: 99, wanted: VERSION }));
        let whole = sample(3);
        let cut = &whole[..whole.len() - 1];
        assert_eq!(open(cut), Err(OpenError::Short { found: cut.len(), wanted: whole.len() }));
    }

    #[test]
    fn no_bit_flips_unnoticed() {
        // Longer and shorter than the thirty-two bytes that the checksum takes at a time.
        for length in [0, 3, 40, 100] {
            let mut bytes = sample(length);
            for bit in 0..bytes.len() * 8 {
                bytes[bit / 8] ^= 1 << (bit % 8);
                assert!(open(&bytes).is_err(), "bit {bit} of {length}");
                bytes[bit / 8] ^= 1 << (bit % 8);
            }
            assert!(open(&bytes).is_ok());
        }
    }

    proptest! {
        #[test]
        fn any_bytes_open_or_are_refused(tail in proptest::collection::vec(any::<u8>(), 0..80)) {
            let mut bytes = [&MAGIC, &VERSION.to_le_bytes()[..], &tail].concat();
            seal(&mut bytes);
            if let Ok(pack) = open(&bytes) {
                for (tag, length) in pack.sections() {
                    prop_assert!(pack.section(tag, "any").is_ok_and(|it| it.len() <= bytes.len().min(length)));
                }
            }
        }
    }
}
