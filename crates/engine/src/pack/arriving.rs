//! A pack whose bytes are still coming in, in pieces of any length.
//!
//! What stands before the last section is a pack of its own as soon as it is there; the last section is kept
//! as far as it has come. The checksum is that of all bytes, so it is known at the end only, and what was
//! read before is to be trusted no further than bytes from anybody. Does not know what a section holds.

use xxhash_rust::xxh64::Xxh64;

use super::{Bytes, CHECKSUM, ENTRY, HEADER, MAGIC, OpenError, Pack, Table, little_endian, seed};

/// The bytes that have come.
#[derive(Clone, Default)]
pub(crate) struct Arriving {
    /// What has come of all before the last section, until that is given away.
    head: Vec<u8>,
    /// What the beginning says, once it has come.
    table: Option<Table>,
    /// The sum of all bytes so far, once all before the last section has come.
    sum: Option<Xxh64>,
    last: Vec<u8>,
}

impl Arriving {
    /// How many bytes there will be, once the beginning has come.
    pub(crate) fn length(&self) -> Option<usize> {
        self.table.as_ref().map(Table::length)
    }

    /// The last section, as far as it has come.
    pub(crate) fn last(&self) -> &[u8] {
        &self.last
    }

    /// Takes in the next bytes. When all before the last section has come, these sections are given.
    ///
    /// # Errors
    ///
    /// Says as soon as it shows whether the bytes are foreign, of another version, or do not hold together.
    pub(crate) fn push(&mut self, mut bytes: &[u8]) -> Result<Option<Pack>, OpenError> {
        let mut sections = None;
        while self.sum.is_none() && !bytes.is_empty() {
            let wanted = self.wanted().saturating_sub(self.head.len());
            let (some, rest) = bytes.split_at(wanted.min(bytes.len()));
            self.head.extend_from_slice(some);
            bytes = rest;
            if self.head.len() >= MAGIC.len() && !self.head.starts_with(&MAGIC) {
                return Err(OpenError::Foreign);
            }
            if self.head.len() >= self.wanted() {
                sections = self.go_on()?;
            }
        }
        if let Some(sum) = &mut self.sum {
            sum.update(bytes);
            self.last.extend_from_slice(bytes);
        }
        Ok(sections)
    }

    /// How much of the beginning must be there for the next step.
    fn wanted(&self) -> usize {
        match (&self.table, self.head.get(6..8)) {
            (Some(table), _) => table.last(),
            (None, Some(count)) if self.head.len() >= HEADER => {
                HEADER + ENTRY * little_endian(count) as usize
            }
            (None, _) => HEADER,
        }
    }

    /// Reads the table, or gives the sections before the last, whichever is next.
    fn go_on(&mut self) -> Result<Option<Pack>, OpenError> {
        let Some(table) = &self.table else {
            // The header alone does not hold the table: the next step wants more.
            self.table = match Table::read(&self.head) {
                Err(OpenError::Short { .. }) => None,
                read => Some(read?.in_order()?),
            };
            // A pack that says it is longer than memory is found out when it ends.
            let wanted = self.wanted().saturating_sub(self.head.len());
            let _ = self.head.try_reserve_exact(wanted);
            let full = self.table.as_ref().is_some_and(|table| table.last() == self.head.len());
            return if full { self.go_on() } else { Ok(None) };
        };
        let mut sum = Xxh64::new(seed(&self.head));
        sum.update(self.head.get(HEADER..).unwrap_or_default());
        self.sum = Some(sum);
        let _ = self.last.try_reserve_exact(table.length() - table.last());
        let head = Bytes::from(std::mem::take(&mut self.head));
        Ok(Some(table.sections(&head)))
    }

    /// The last section, when all bytes have come.
    ///
    /// # Errors
    ///
    /// Says whether bytes are missing or were changed.
    pub(crate) fn finish(mut self) -> Result<Bytes, OpenError> {
        let (Some(table), Some(sum)) = (&self.table, &self.sum) else {
            let found = self.head.len();
            // An empty file is no pack; one that begins well is cut short.
            let begun = self.head.starts_with(&MAGIC);
            let wanted = self.length().unwrap_or_else(|| self.wanted());
            return Err(if begun {
                OpenError::Short { found, wanted }
            } else {
                OpenError::Foreign
            });
        };
        table.reaches(table.last() + self.last.len())?;
        if sum.digest() != table.checksum {
            return Err(CHECKSUM);
        }
        self.last.truncate(table.length() - table.last());
        Ok(self.last.into())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::pack::{VERSION, seal};

    /// The sections of a pack that comes in pieces of so many bytes.
    fn in_pieces(bytes: &[u8], length: usize) -> Result<Vec<Bytes>, OpenError> {
        let (mut arriving, mut sections) = (Arriving::default(), Vec::new());
        for piece in bytes.chunks(length) {
            if let Some(pack) = arriving.push(piece)? {
                sections = pack.sections.into_iter().map(|(_, bytes)| bytes).collect();
            }
        }
        sections.push(arriving.finish()?);
        Ok(sections)
    }

    fn at_once(bytes: &[u8]) -> Result<Vec<Bytes>, OpenError> {
        let pack = Pack::open(&bytes.to_vec().into())?;
        Ok(pack.sections.into_iter().map(|(_, bytes)| bytes).collect())
    }

    fn pack(sections: &[Vec<u8>]) -> Vec<u8> {
        let mut pack = Pack::default();
        sections.iter().for_each(|section| pack.add(*b"SOME", section.clone()));
        pack.write().unwrap()
    }

    proptest! {
        #[test]
        fn pieces_are_as_good_as_the_whole(
            sections in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..20), 1..5),
            piece in 1..80_usize,
            cut in 0..200_usize,
            flipped in 0..200_usize,
        ) {
            let whole = pack(&sections);
            prop_assert_eq!(in_pieces(&whole, piece), at_once(&whole));
            let short = &whole[..cut.min(whole.len())];
            prop_assert_eq!(in_pieces(short, piece), at_once(short));
            let mut damaged = whole;
            let at = flipped % damaged.len();
            damaged[at] ^= 1;
            prop_assert!(in_pieces(&damaged, piece).is_err());
        }

        #[test]
        fn any_bytes_open_or_are_refused(
            tail in proptest::collection::vec(any::<u8>(), 0..80),
            piece in 1..80_usize,
        ) {
            let mut bytes = [&MAGIC, &VERSION.to_le_bytes()[..], &tail].concat();
            seal(&mut bytes);
            if let Ok(sections) = in_pieces(&bytes, piece) {
                prop_assert!(at_once(&bytes).is_ok_and(|whole| whole == sections));
            }
        }
    }
}
