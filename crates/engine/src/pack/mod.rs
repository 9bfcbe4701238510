//! The container of a pack: named sections behind a checked header.
//!
//! Layout, little-endian: `PRLX`, version (u16), number of sections (u16), checksum of everything
//! but itself (u64), then per section its tag (4 bytes), offset and length (u32 each), then the
//! sections' bytes. What a section holds is known to the module that writes it, not here.
//!
//! The checksum is XXH64 (Collet 2012), which goes through the bytes eight at a time in four lanes: a
//! page opens a pack of 100 MB in some tens of milliseconds. A change within eight bytes always changes
//! it, since every step can be undone.

mod arriving;
mod error;
mod held;
pub(crate) mod records;
mod strings;

use xxhash_rust::xxh64::Xxh64;

use crate::bytes::little_endian;

pub(crate) use arriving::Arriving;
pub use error::{OpenError, TooLarge};
pub use held::Bytes;
pub(crate) use records::Records;
pub(crate) use strings::Strings;

const MAGIC: [u8; 4] = *b"PRLX";
const HEADER: usize = 16;
const CHECKSUM_AT: usize = 8;
const ENTRY: usize = 12;

/// The version of the layout and of all sections; raised when either changes.
pub const VERSION: u16 = 8;

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
    /// Whether the one that is to stand last is there.
    ends: bool,
}

impl Pack {
    /// Checks the header and the checksum. Linear in the pack's length.
    ///
    /// # Errors
    ///
    /// Says whether the bytes are foreign, of another version, cut short or damaged.
    pub fn open(bytes: &Bytes) -> Result<Self, OpenError> {
        let table = Table::read(bytes)?;
        table.reaches(bytes.len())?;
        if checksum(bytes) != table.checksum {
            return Err(CHECKSUM);
        }
        Ok(Self { sections: Table::parts(&table.entries, bytes), ends: true })
    }

    /// Adds a section: behind the others, but before the one that is to stand last.
    pub fn add(&mut self, tag: Tag, bytes: impl Into<Bytes>) {
        let at = self.sections.len() - usize::from(self.ends && !self.sections.is_empty());
        self.sections.insert(at, (tag, bytes.into()));
    }

    /// Adds the section that stands last, which can be read while it comes.
    pub(crate) fn add_last(&mut self, tag: Tag, bytes: impl Into<Bytes>) {
        self.sections.push((tag, bytes.into()));
        self.ends = true;
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

/// What the beginning of a pack says of the rest.
#[derive(Clone, Debug, Default)]
pub(crate) struct Table {
    entries: Vec<Entry>,
    checksum: u64,
}

/// A section's place.
#[derive(Clone, Copy, Debug)]
struct Entry {
    tag: Tag,
    start: usize,
    end: usize,
}

impl Table {
    /// Reads the header and the table from the beginning of a pack.
    fn read(bytes: &[u8]) -> Result<Self, OpenError> {
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
        let entries = body.as_chunks::<ENTRY>().0.get(..count);
        let entries = entries.ok_or_else(|| short(HEADER + ENTRY * count))?;
        let entries = entries.iter().map(Entry::read).collect();
        let checksum = head.last_chunk().map_or(0, |sum| u64::from_le_bytes(*sum));
        Ok(Self { entries, checksum })
    }

    /// The same, if its sections stand one behind the other.
    fn in_order(self) -> Result<Self, OpenError> {
        let starts = self.entries.iter().map(|entry| entry.start).chain([self.length()]);
        let first = HEADER + ENTRY * self.entries.len();
        let ends = [first].into_iter().chain(self.entries.iter().map(|entry| entry.end));
        if starts.eq(ends) { Ok(self) } else { Err(OpenError::Damaged { section: "table" }) }
    }

    /// Where the last section begins.
    fn last(&self) -> usize {
        self.entries.last().map_or(HEADER, |entry| entry.start)
    }

    /// All sections but the last, from the bytes before it.
    fn sections(&self, head: &Bytes) -> Pack {
        let before = self.entries.split_last().map_or(&[][..], |(_, before)| before);
        Pack { sections: Self::parts(before, head), ends: false }
    }

    fn parts(entries: &[Entry], bytes: &Bytes) -> Vec<(Tag, Bytes)> {
        let part = |entry: &Entry| Some((entry.tag, bytes.part(entry.start..entry.end)?));
        entries.iter().filter_map(part).collect()
    }

    /// How many bytes the pack has.
    fn length(&self) -> usize {
        let end = self.entries.iter().map(|entry| entry.end).max().unwrap_or_default();
        end.max(HEADER + ENTRY * self.entries.len())
    }

    /// Whether so many bytes are enough.
    fn reaches(&self, found: usize) -> Result<(), OpenError> {
        let wanted = self.length();
        if found < wanted { Err(OpenError::Short { found, wanted }) } else { Ok(()) }
    }
}

impl Entry {
    fn read(entry: &[u8; ENTRY]) -> Self {
        let start = little_endian(&entry[4..8]) as usize;
        let tag = [entry[0], entry[1], entry[2], entry[3]];
        Self { tag, start, end: start.saturating_add(little_endian(&entry[8..12]) as usize) }
    }
}

/// The bytes were changed.
const CHECKSUM: OpenError = OpenError::Damaged { section: "checksum" };

/// The checksum of all bytes but its own place.
fn checksum(pack: &[u8]) -> u64 {
    let (head, body) = pack.split_at(HEADER.min(pack.len()));
    let mut sum = Xxh64::new(seed(head));
    sum.update(body);
    sum.digest()
}

/// What the checksum begins with: all of the header before its own place.
fn seed(head: &[u8]) -> u64 {
    head.first_chunk().map_or(0, |head| u64::from_le_bytes(*head))
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
