//! The container of a pack: named sections behind a checked header.
//!
//! Layout, little-endian: `PRLX`, version (u16), number of sections (u8), how many of them are early (u8),
//! checksum of everything (u64), checksum of what stands before the end of the early sections (u64), then
//! per section its tag (4 bytes), offset and length (u32 each), then the sections' bytes. What a section
//! holds is known to the module that writes it, not here.
//!
//! The early sections are those that can be used before the others have come. So their checksum is what the
//! sum of everything is at their end: going on from there gives the other. Neither counts itself or the other.
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

use crate::{bytes::little_endian, order};

pub(crate) use arriving::Arriving;
pub use error::{OpenError, TooLarge};
pub use held::Bytes;
pub(crate) use records::Records;
pub(crate) use strings::Strings;

const MAGIC: [u8; 4] = *b"PRLX";
const HEADER: usize = 24;
const CHECKSUMS_AT: usize = 8;
const ENTRY: usize = 12;

/// The version of the layout and of all sections; raised when either changes.
pub const VERSION: u16 = 9;

/// The name of a section.
pub type Tag = [u8; 4];

/// Gives bytes that begin as a pack does the checksums that they should have; others stay as they are.
pub fn seal(pack: &mut [u8]) {
    let Ok(table) = Table::read(pack) else { return };
    let checksums = checksums(pack, table.early());
    if let Some(place) = pack.get_mut(CHECKSUMS_AT..HEADER) {
        place.copy_from_slice(checksums.map(u64::to_le_bytes).as_flattened());
    }
}

/// Named sections: those of a pack that was opened, or those that one is made of.
#[derive(Clone, Debug, Default)]
pub struct Pack {
    sections: Vec<(Tag, Bytes)>,
    /// How many of them can be used before the others have come.
    early: usize,
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
        if checksums(bytes, table.early()) != table.checksums {
            return Err(CHECKSUM);
        }
        let Table { entries, early, .. } = table;
        Ok(Self { sections: Table::parts(&entries, bytes, 0), early, ends: true })
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

    /// Puts the sections of these names, in this order, before all others: they can be used before those have
    /// come. Without one that is not there.
    pub(crate) fn put_early(&mut self, tags: &[Tag]) {
        let place = |tag: &Tag| tags.iter().position(|early| early == tag).unwrap_or(tags.len());
        // The others keep their order.
        order::sort_by_key(&mut self.sections, |(tag, _)| place(tag));
        self.early = self.sections.iter().filter(|(tag, _)| place(tag) < tags.len()).count();
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
        for count in [self.sections.len(), self.early] {
            pack.push(u8::try_from(count).map_err(|_| TooLarge)?);
        }
        pack.extend_from_slice(&[0; HEADER - CHECKSUMS_AT]);
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
    /// How many of them are of early sections.
    early: usize,
    /// Of everything, and of what stands before the end of the early sections.
    checksums: [u64; 2],
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
        let [count, early] = [head[6], head[7]].map(usize::from);
        let entries = body.as_chunks::<ENTRY>().0.get(..count);
        let entries = entries.ok_or_else(|| short(HEADER + ENTRY * count))?;
        let entries = entries.iter().map(Entry::read).collect();
        let (sums, _) = head[CHECKSUMS_AT..].as_chunks();
        let checksums = std::array::from_fn(|at| u64::from_le_bytes(sums[at]));
        Ok(Self { entries, early, checksums })
    }

    /// The same, if its sections stand one behind the other.
    fn in_order(self) -> Result<Self, OpenError> {
        let starts = self.entries.iter().map(|entry| entry.start).chain([self.length()]);
        let ends = [self.start()].into_iter().chain(self.entries.iter().map(|entry| entry.end));
        let sound = starts.eq(ends) && self.early < self.entries.len().max(1);
        if sound { Ok(self) } else { Err(OpenError::Damaged { section: "table" }) }
    }

    /// Where the early sections end.
    fn early(&self) -> usize {
        let last = self.entries.iter().take(self.early).next_back();
        last.map_or(self.start(), |entry| entry.end)
    }

    /// Where the sections begin.
    fn start(&self) -> usize {
        HEADER + ENTRY * self.entries.len()
    }

    /// Where the last section begins, which is never an early one.
    fn last(&self) -> usize {
        self.entries.last().map_or(HEADER, |entry| entry.start)
    }

    /// The sections of these entries in bytes that stand so far behind the pack's beginning.
    fn parts(entries: &[Entry], bytes: &Bytes, behind: usize) -> Vec<(Tag, Bytes)> {
        let part = |entry: &Entry| {
            let start = entry.start.checked_sub(behind)?;
            Some((entry.tag, bytes.part(start..entry.end.checked_sub(behind)?)?))
        };
        entries.iter().filter_map(part).collect()
    }

    /// How many bytes the pack has.
    fn length(&self) -> usize {
        let end = self.entries.iter().map(|entry| entry.end).max().unwrap_or_default();
        end.max(self.start())
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

/// The checksums of all bytes, and of those before `early`, without their own place.
fn checksums(pack: &[u8], early: usize) -> [u64; 2] {
    let (head, body) = pack.split_at(HEADER.min(pack.len()));
    let (early, others) = body.split_at(early.saturating_sub(HEADER).min(body.len()));
    let mut sum = Xxh64::new(seed(head));
    sum.update(early);
    let before = sum.digest();
    sum.update(others);
    [sum.digest(), before]
}

/// What the checksums begin with: all of the header before their own place.
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
        pack.put_early(&[*b"ABCD"]);
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
    fn early_sections_stand_first_and_others_keep_their_order() {
        let mut pack = Pack::default();
        pack.add_last(*b"LAST", vec![1]);
        for tag in [*b"AAAA", *b"BBBB", *b"CCCC", *b"DDDD"] {
            pack.add(tag, tag.to_vec());
        }
        pack.put_early(&[*b"DDDD", *b"NONE", *b"BBBB"]);
        let tags = |pack: &Pack| pack.sections().map(|(tag, _)| tag).collect::<Vec<_>>();
        let order = [*b"DDDD", *b"BBBB", *b"AAAA", *b"CCCC", *b"LAST"];
        assert_eq!((tags(&pack), pack.early), (order.to_vec(), 2));
        let again = open(&pack.write().unwrap()).unwrap();
        assert_eq!((tags(&again), again.early), (order.to_vec(), 2));
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
