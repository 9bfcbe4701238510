//! A pack whose bytes are still coming in, in pieces of any length.
//!
//! They come in three stretches: the table with the early sections, the other sections, and the last section.
//! What stands in the first two are sections as soon as a stretch is there; the last is kept as far as it has
//! come. Early sections are held against a checksum of their own; that of all bytes is known at the end only,
//! and what was read of the others before is to be trusted no further than bytes from anybody. Does not know
//! what a section holds.

use xxhash_rust::xxh64::Xxh64;

use super::{Bytes, CHECKSUM, ENTRY, HEADER, MAGIC, OpenError, Pack, Table, seed};

/// The bytes that have come.
#[derive(Clone, Default)]
pub(crate) struct Arriving {
    /// What has come of the stretch that is coming.
    stretch: Vec<u8>,
    /// How many bytes stood before it.
    before: usize,
    /// What the beginning says, once it has come.
    table: Option<Table>,
    /// The sum of all stretches before, once there are any; in the last one, of all that has come.
    sum: Option<Xxh64>,
    /// The sections that have come.
    sections: Pack,
    /// Whether the last section is coming.
    ends: bool,
}

impl Arriving {
    /// How many bytes there will be, once the beginning has come.
    pub(crate) fn length(&self) -> Option<usize> {
        self.table.as_ref().map(Table::length)
    }

    /// The sections that have come, of all before the last.
    pub(crate) fn sections(&self) -> &Pack {
        &self.sections
    }

    /// The last section, as far as it has come; none of it while others are missing.
    pub(crate) fn last(&self) -> Option<&[u8]> {
        self.ends.then_some(&*self.stretch)
    }

    /// Takes in the next bytes. Says whether more sections are there now.
    ///
    /// # Errors
    ///
    /// Says as soon as it shows whether the bytes are foreign, of another version, or do not hold together.
    pub(crate) fn push(&mut self, mut bytes: &[u8]) -> Result<bool, OpenError> {
        let known = self.sections.sections.len();
        while !self.ends && !bytes.is_empty() {
            let wanted = self.wanted().saturating_sub(self.stretch.len());
            let (some, rest) = bytes.split_at(wanted.min(bytes.len()));
            self.stretch.extend_from_slice(some);
            bytes = rest;
            if self.table.is_none() {
                self.begin()?;
            }
            while self.table.is_some() && !self.ends && self.stretch.len() >= self.wanted() {
                self.go_on()?;
            }
        }
        if self.ends {
            self.stretch.extend_from_slice(bytes);
            if let Some(sum) = &mut self.sum {
                sum.update(bytes);
            }
        }
        Ok(self.sections.sections.len() > known)
    }

    /// How much of the stretch must be there for the next step.
    fn wanted(&self) -> usize {
        match (&self.table, self.stretch.get(6)) {
            (Some(table), _) if self.sum.is_none() => table.early(),
            (Some(table), _) => table.last() - self.before,
            (None, Some(&count)) if self.stretch.len() >= HEADER => {
                HEADER + ENTRY * usize::from(count)
            }
            (None, _) => HEADER,
        }
    }

    /// Reads the table, if it is there.
    fn begin(&mut self) -> Result<(), OpenError> {
        if self.stretch.len() >= MAGIC.len() && !self.stretch.starts_with(&MAGIC) {
            return Err(OpenError::Foreign);
        }
        if self.stretch.len() < self.wanted() {
            return Ok(());
        }
        // The header alone does not hold the table: the next step wants more.
        self.table = match Table::read(&self.stretch) {
            Err(OpenError::Short { .. }) => None,
            read => Some(read?.in_order()?),
        };
        self.reserve();
        Ok(())
    }

    /// Gives the stretch away, all of which has come, and begins the next.
    fn go_on(&mut self) -> Result<(), OpenError> {
        let Some(table) = &self.table else { return Ok(()) };
        let stretch = Bytes::from(std::mem::take(&mut self.stretch));
        let known = self.sections.sections.len();
        let begins = self.sum.is_none();
        let others = table.entries.len().saturating_sub(1);
        let upto = if begins { table.early } else { others };
        let entries = table.entries.get(known..upto).unwrap_or_default();
        self.sections.sections.extend(Table::parts(entries, &stretch, self.before));
        self.before += stretch.len();
        let sum = self.sum.get_or_insert_with(|| Xxh64::new(seed(&stretch)));
        sum.update(stretch.get(if begins { HEADER } else { 0 }..).unwrap_or_default());
        if begins && sum.digest() != table.checksums[1] {
            return Err(CHECKSUM);
        }
        self.sections.early = table.early;
        self.ends = !begins;
        self.reserve();
        Ok(())
    }

    /// Takes memory for what comes next. A pack that says it is longer than memory is found out when it ends.
    fn reserve(&mut self) {
        let wanted = match &self.table {
            Some(table) if self.ends => table.length() - self.before,
            _ => self.wanted(),
        };
        let _ = self.stretch.try_reserve_exact(wanted.saturating_sub(self.stretch.len()));
    }

    /// The last section, when all bytes have come.
    ///
    /// # Errors
    ///
    /// Says whether bytes are missing or were changed.
    pub(crate) fn finish(mut self) -> Result<Bytes, OpenError> {
        let found = self.before + self.stretch.len();
        let (Some(table), Some(sum), true) = (&self.table, &self.sum, self.ends) else {
            // An empty file is no pack; one that begins well is cut short.
            let begun = self.before > 0 || self.stretch.starts_with(&MAGIC);
            let wanted = self.length().unwrap_or_else(|| self.wanted());
            return Err(if begun {
                OpenError::Short { found, wanted }
            } else {
                OpenError::Foreign
            });
        };
        table.reaches(found)?;
        if sum.digest() != table.checksums[0] {
            return Err(CHECKSUM);
        }
        self.stretch.truncate(table.length() - table.last());
        Ok(self.stretch.into())
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
            if arriving.push(piece)? {
                sections = arriving.sections().sections.iter().map(|(_, it)| it.clone()).collect();
            }
        }
        sections.push(arriving.finish()?);
        Ok(sections)
    }

    fn at_once(bytes: &[u8]) -> Result<Vec<Bytes>, OpenError> {
        let pack = Pack::open(&bytes.to_vec().into())?;
        Ok(pack.sections.into_iter().map(|(_, bytes)| bytes).collect())
    }

    /// A pack of these sections, of which so many are early.
    fn pack(sections: &[Vec<u8>], early: usize) -> Vec<u8> {
        let mut pack = Pack::default();
        for (at, section) in (0..).zip(sections) {
            pack.add([at; 4], section.clone());
        }
        let early = early.min(sections.len() - 1) as u8;
        pack.put_early(&(0..early).map(|at| [at; 4]).collect::<Vec<_>>());
        pack.write().unwrap()
    }

    proptest! {
        #[test]
        fn pieces_are_as_good_as_the_whole(
            sections in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..20), 1..5),
            early in 0..4_usize,
            piece in 1..80_usize,
            cut in 0..200_usize,
            flipped in 0..200_usize,
        ) {
            let whole = pack(&sections, early);
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
