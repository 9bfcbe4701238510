//! Many records in one section: each a stretch of bytes, found by its number.
//!
//! Written as how many there are, how long each is, and then the records themselves, or the two in a section
//! each, so that the records may come later. Reading keeps where each ends, four bytes a record, and leaves
//! the records where they are. Does not know what a record says.

use super::{Bytes, OpenError, Pack, Tag};
use crate::bytes::{self, Reader};

/// Writes the records.
pub(crate) fn write<R: AsRef<[u8]>>(records: impl Iterator<Item = R> + Clone) -> Vec<u8> {
    let mut written = lengths(records.clone());
    written.reserve_exact(records.clone().map(|record| record.as_ref().len()).sum());
    records.for_each(|record| written.extend_from_slice(record.as_ref()));
    written
}

/// How many records there are, and how long each is.
pub(crate) fn lengths<R: AsRef<[u8]>>(records: impl Iterator<Item = R> + Clone) -> Vec<u8> {
    let mut written = Vec::new();
    bytes::write(&mut written, records.clone().count() as u32);
    records.for_each(|record| bytes::write(&mut written, record.as_ref().len() as u32));
    written
}

/// Reads where each record ends.
fn ends(reader: &mut Reader<'_>) -> Option<Vec<u32>> {
    let count = reader.number()? as usize;
    // Each takes a byte at least to say how long it is.
    let mut ends = Vec::with_capacity(count.min(reader.rest().len()));
    let mut end = 0_u32;
    for _ in 0..count {
        end = end.checked_add(reader.number()?)?;
        ends.push(end);
    }
    Some(ends)
}

/// Records, read where they stand.
#[derive(Clone, Debug, Default)]
pub(crate) struct Records {
    bytes: Bytes,
    /// For each record where it ends.
    ends: Vec<u32>,
}

impl Records {
    /// The records of the section `tag`.
    pub(crate) fn open(pack: &Pack, tag: Tag, name: &'static str) -> Result<Self, OpenError> {
        Self::new(&pack.section(tag, name)?).ok_or(OpenError::Damaged { section: name })
    }

    /// The records that were written as these bytes; none if they do not fit. Linear in their number.
    pub(crate) fn new(bytes: &Bytes) -> Option<Self> {
        let mut reader = Reader::new(bytes);
        let ends = ends(&mut reader)?;
        Self { bytes: Bytes::default(), ends }.filled(bytes.covering(reader.rest())?)
    }

    /// Records of these lengths, which are empty until they are filled; none if the bytes are no lengths.
    pub(crate) fn expected(lengths: &Bytes) -> Option<Self> {
        let mut reader = Reader::new(lengths);
        let ends = ends(&mut reader)?;
        reader.is_empty().then(|| Self { bytes: Bytes::default(), ends })
    }

    /// The records themselves; none if they do not fit.
    pub(crate) fn filled(self, bytes: Bytes) -> Option<Self> {
        (bytes.len() == self.expects()).then_some(Self { bytes, ..self })
    }

    /// How many bytes all of them take, when they are there.
    pub(crate) fn expects(&self) -> usize {
        self.ends.last().map_or(0, |&end| end as usize)
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The record of that number; empty where there is none.
    pub(crate) fn get(&self, number: usize) -> &[u8] {
        self.bytes.get(self.range(number)).unwrap_or_default()
    }

    /// The record of that number, as bytes that stay.
    pub(crate) fn held(&self, number: usize) -> Bytes {
        self.bytes.part(self.range(number)).unwrap_or_default()
    }

    /// The record of that number as a text; empty where it is none.
    pub(crate) fn text(&self, number: usize) -> &str {
        std::str::from_utf8(self.get(number)).unwrap_or_default()
    }

    /// All records as texts.
    pub(crate) fn texts(&self) -> impl ExactSizeIterator<Item = &str> + Clone {
        (0..self.len()).map(|number| self.text(number))
    }

    /// Where the record of that number stands among all.
    pub(crate) fn range(&self, number: usize) -> std::ops::Range<usize> {
        let end = |number: usize| self.ends.get(number).map_or(0, |&end| end as usize);
        number.checked_sub(1).map_or(0, end)..end(number)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn records_come_back(records in proptest::collection::vec("\\PC{0,9}", 0..9)) {
            let read = Records::new(&write(records.iter()).into()).unwrap();
            prop_assert_eq!(read.len(), records.len());
            prop_assert!(read.texts().eq(records.iter().map(String::as_str)));
            prop_assert_eq!(read.get(records.len()), b"");
            let later = Records::expected(&lengths(records.iter()).into()).unwrap();
            prop_assert_eq!(later.get(0), b"");
            let bytes = records.concat().into_bytes();
            prop_assert!(later.clone().filled([&bytes[..], b"x"].concat().into()).is_none());
            let filled = later.filled(bytes.into()).unwrap();
            prop_assert!(filled.texts().eq(records.iter().map(String::as_str)));
        }

        #[test]
        fn any_bytes_are_records_or_none(bytes in proptest::collection::vec(any::<u8>(), 0..40)) {
            if let Some(read) = Records::new(&bytes.into()) {
                let whole: usize = (0..=read.len()).map(|number| read.get(number).len()).sum();
                prop_assert_eq!(whole, read.bytes.len());
            }
        }
    }
}
