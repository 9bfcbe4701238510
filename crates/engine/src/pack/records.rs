//! Many records in one section: each a stretch of bytes, found by its number.
//!
//! Written as how many there are, how long each is, and then the records themselves. Reading keeps where
//! each ends, four bytes a record, and leaves the records where they are. Does not know what a record
//! says.

use super::{Bytes, OpenError, Pack, Tag};
use crate::bytes::{self, Reader};

/// Writes the records.
pub(crate) fn write<R: AsRef<[u8]>>(records: impl Iterator<Item = R> + Clone) -> Vec<u8> {
    let mut written = Vec::new();
    bytes::write(&mut written, records.clone().count() as u32);
    let mut whole = 0;
    for record in records.clone() {
        let length = record.as_ref().len();
        bytes::write(&mut written, length as u32);
        whole += length;
    }
    written.reserve_exact(whole);
    records.for_each(|record| written.extend_from_slice(record.as_ref()));
    written
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
        let count = reader.number()? as usize;
        // Each takes a byte at least to say how long it is.
        let mut ends = Vec::with_capacity(count.min(bytes.len()));
        let mut end = 0_u32;
        for _ in 0..count {
            end = end.checked_add(reader.number()?)?;
            ends.push(end);
        }
        let records = reader.rest();
        (records.len() == end as usize).then_some(())?;
        Some(Self { bytes: bytes.covering(records)?, ends })
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// How many bytes all of them take.
    pub(crate) fn size(&self) -> usize {
        self.bytes.len()
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

    fn range(&self, number: usize) -> std::ops::Range<usize> {
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
