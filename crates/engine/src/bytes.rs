//! Numbers in bytes: how sections of a pack write and read them.
//!
//! A number is written seven bits a byte, the lowest first, the last byte below 128 (LEB128). Reading
//! never goes beyond the bytes there are. Does not know what is written.

/// Writes a number: one byte up to 127, five at most.
pub(crate) fn write(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 128 {
        bytes.push(number as u8 | 128);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// How many bytes [`write`] takes for a number.
pub(crate) fn width(number: u32) -> u32 {
    (32 - (number | 1).leading_zeros()).div_ceil(7)
}

/// Reads bytes from the front.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader<'bytes> {
    rest: &'bytes [u8],
}

impl<'bytes> Reader<'bytes> {
    pub(crate) fn new(bytes: &'bytes [u8]) -> Self {
        Self { rest: bytes }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// The next number; nothing where the bytes end.
    #[inline]
    pub(crate) fn number(&mut self) -> Option<u32> {
        let (&first, rest) = self.rest.split_first()?;
        self.rest = rest;
        if first < 128 { Some(first.into()) } else { self.longer(first) }
    }

    fn longer(&mut self, first: u8) -> Option<u32> {
        let mut number = u32::from(first & 127);
        for shift in [7, 14, 21, 28] {
            let (&byte, rest) = self.rest.split_first()?;
            self.rest = rest;
            number |= u32::from(byte & 127) << shift;
            if byte < 128 {
                return Some(number);
            }
        }
        None
    }

    /// All bytes that were not read yet.
    pub(crate) fn rest(&self) -> &'bytes [u8] {
        self.rest
    }

    /// The next so many bytes; nothing where there are fewer.
    pub(crate) fn take(&mut self, count: usize) -> Option<&'bytes [u8]> {
        let (taken, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        Some(taken)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn numbers_come_back(numbers in proptest::collection::vec(any::<u32>(), 0..20)) {
            let mut bytes = Vec::new();
            for &number in &numbers {
                let before = bytes.len();
                write(&mut bytes, number);
                prop_assert_eq!(bytes.len() - before, width(number) as usize);
            }
            let mut reader = Reader::new(&bytes);
            for &number in &numbers {
                prop_assert_eq!(reader.number(), Some(number));
            }
            prop_assert!(reader.is_empty());
        }

        #[test]
        fn reading_any_bytes_ends(bytes in proptest::collection::vec(any::<u8>(), 0..40)) {
            let mut reader = Reader::new(&bytes);
            let numbers = std::iter::from_fn(|| reader.number()).count();
            prop_assert!(numbers <= bytes.len());
        }
    }
}
