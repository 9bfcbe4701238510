//! The container of a pack: named sections behind a checked header.
//!
//! Layout, little-endian: `PRLX`, version (u16), number of sections (u16), checksum of everything
//! but itself (CRC-32), then per section its tag (4 bytes), offset and length (u32 each), then the
//! sections' bytes. What a section holds is known to the module that writes it, not here.

use crate::engine::OpenError;

const MAGIC: [u8; 4] = *b"PRLX";
const HEADER: usize = 12;
const CHECKSUM_AT: usize = 8;
const ENTRY: usize = 12;

/// The version of the layout and of all sections; raised when either changes.
pub const VERSION: u16 = 4;

/// The name of a section.
pub type Tag = [u8; 4];

/// Puts sections into one pack.
///
/// # Errors
///
/// More than 4 GiB do not fit.
pub fn write(sections: &[(Tag, Vec<u8>)]) -> Result<Vec<u8>, TooLarge> {
    let mut body = Vec::new();
    let mut at = HEADER + ENTRY * sections.len();
    for (tag, bytes) in sections {
        body.extend_from_slice(tag);
        body.extend_from_slice(&u32::try_from(at).map_err(|_| TooLarge)?.to_le_bytes());
        body.extend_from_slice(&u32::try_from(bytes.len()).map_err(|_| TooLarge)?.to_le_bytes());
        at += bytes.len();
    }
    for (_, bytes) in sections {
        body.extend_from_slice(bytes);
    }
    let mut pack = Vec::with_capacity(at);
    pack.extend_from_slice(&MAGIC);
    pack.extend_from_slice(&VERSION.to_le_bytes());
    pack.extend_from_slice(&u16::try_from(sections.len()).map_err(|_| TooLarge)?.to_le_bytes());
    pack.extend_from_slice(&checksum(&pack, &body).to_le_bytes());
    pack.extend_from_slice(&body);
    Ok(pack)
}

/// The corpus does not fit into one pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the corpus does not fit into one pack of 4 GiB: split it into several")]
pub struct TooLarge;

/// A pack whose header and checksum were checked.
#[derive(Clone, Copy, Debug)]
pub struct Pack<'bytes> {
    bytes: &'bytes [u8],
    sections: usize,
}

impl<'bytes> Pack<'bytes> {
    /// Checks the header and the checksum. Linear in the pack's length.
    ///
    /// # Errors
    ///
    /// Says whether the bytes are foreign, of another version, cut short or damaged.
    pub fn open(bytes: &'bytes [u8]) -> Result<Self, OpenError> {
        if bytes.get(..MAGIC.len()) != Some(&MAGIC) {
            return Err(OpenError::Foreign);
        }
        let version = u16_at(bytes, 4)?;
        if version != VERSION {
            return Err(OpenError::Version { found: version, wanted: VERSION });
        }
        let pack = Self { bytes, sections: u16_at(bytes, 6)?.into() };
        let wanted = pack.table().map(|entry| entry.end).max().unwrap_or(HEADER);
        if bytes.len() < wanted.max(HEADER + ENTRY * pack.sections) {
            return Err(OpenError::Short { found: bytes.len(), wanted });
        }
        if checksum(&bytes[..CHECKSUM_AT], &bytes[HEADER..]) != u32_at(bytes, CHECKSUM_AT)? {
            return Err(OpenError::Damaged { section: "checksum" });
        }
        Ok(pack)
    }

    /// The bytes of the section `tag`.
    ///
    /// # Errors
    ///
    /// The pack does not have it.
    pub fn section(&self, tag: Tag, name: &'static str) -> Result<&'bytes [u8], OpenError> {
        self.table()
            .find(|entry| entry.tag == tag)
            .and_then(|entry| self.bytes.get(entry.start..entry.end))
            .ok_or(OpenError::Damaged { section: name })
    }

    fn table(&self) -> impl Iterator<Item = Entry> + '_ {
        let (entries, _) = self.bytes[HEADER.min(self.bytes.len())..].as_chunks::<ENTRY>();
        entries.iter().take(self.sections).map(|entry| {
            let start = little_endian(&entry[4..8]);
            let tag = [entry[0], entry[1], entry[2], entry[3]];
            Entry { tag, start, end: start.saturating_add(little_endian(&entry[8..12])) }
        })
    }
}

/// CRC-32 (ISO 3309), four bits at a time: the quick way needs a table of sixteen kilobytes, which no
/// compression makes smaller and every reader would have to load.
fn checksum(head: &[u8], body: &[u8]) -> u32 {
    const OF_FOUR_BITS: [u32; 16] = of_four_bits();
    let step = |rest: u32, bits: u32| (rest >> 4) ^ OF_FOUR_BITS[((rest ^ bits) & 15) as usize];
    let byte = |rest, byte: &u8| step(step(rest, u32::from(*byte)), u32::from(*byte) >> 4);
    !head.iter().chain(body).fold(u32::MAX, byte)
}

/// What is left of each four bits when they are divided by the polynomial.
const fn of_four_bits() -> [u32; 16] {
    let mut table = [0; 16];
    let mut bits = 0;
    while bits < 16 {
        let mut rest = bits as u32;
        let mut shifts = 0;
        while shifts < 4 {
            rest = (rest >> 1) ^ (if rest & 1 == 1 { 0xedb8_8320 } else { 0 });
            shifts += 1;
        }
        table[bits] = rest;
        bits += 1;
    }
    table
}

struct Entry {
    tag: Tag,
    start: usize,
    end: usize,
}

fn little_endian(bytes: &[u8]) -> usize {
    bytes.iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte))
}

fn u16_at(bytes: &[u8], at: usize) -> Result<u16, OpenError> {
    let short = OpenError::Short { found: bytes.len(), wanted: HEADER };
    bytes.get(at..at + 2).map(|two| u16::from_le_bytes([two[0], two[1]])).ok_or(short)
}

fn u32_at(bytes: &[u8], at: usize) -> Result<u32, OpenError> {
    let short = OpenError::Short { found: bytes.len(), wanted: HEADER };
    bytes
        .get(at..at + 4)
        .map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
        .ok_or(short)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn sample() -> Vec<u8> {
        write(&[(*b"ABCD", vec![1, 2, 3]), (*b"EFGH", Vec::new())]).unwrap()
    }

    #[test]
    fn gives_back_what_was_put_in() {
        let bytes = sample();
        let pack = Pack::open(&bytes).unwrap();
        assert_eq!(pack.section(*b"ABCD", "first"), Ok(&[1, 2, 3][..]));
        assert_eq!(pack.section(*b"EFGH", "second"), Ok(&[][..]));
        assert_eq!(pack.section(*b"NONE", "third"), Err(OpenError::Damaged { section: "third" }));
    }

    #[test]
    fn says_what_is_wrong() {
        let open = |bytes: &[u8]| Pack::open(bytes).map(|_| ());
        assert_eq!(open(b"<!doctype html>"), Err(OpenError::Foreign));
        assert_eq!(open(b""), Err(OpenError::Foreign));
        let mut newer = sample();
        newer[4] = 99;
        assert_eq!(open(&newer), Err(OpenError::Version { found: 99, wanted: VERSION }));
        let whole = sample();
        let cut = &whole[..whole.len() - 1];
        assert_eq!(open(cut), Err(OpenError::Short { found: cut.len(), wanted: whole.len() }));
    }

    proptest! {
        #[test]
        fn no_bit_flips_unnoticed(at in 0usize..39, bit in 0u8..8) {
            let mut bytes = sample();
            bytes[at] ^= 1 << bit;
            prop_assert!(Pack::open(&bytes).is_err());
        }

        #[test]
        fn the_checksum_is_the_known_one(head: Vec<u8>, body: Vec<u8>) {
            prop_assert_eq!(checksum(&head, &body), crc32fast::hash(&[head, body].concat()));
        }

        #[test]
        fn any_bytes_open_or_are_refused(tail in proptest::collection::vec(any::<u8>(), 0..80)) {
            let mut bytes = b"PRLX\x01\0".to_vec();
            bytes.extend(tail);
            let _ = Pack::open(&bytes);
        }
    }
}
