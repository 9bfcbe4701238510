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

/// Writes rows of numbers one column after the other: numbers of a kind are alike, and compress together.
pub(crate) fn write_rows<const WIDTH: usize>(bytes: &mut Vec<u8>, rows: &[[u32; WIDTH]]) {
    write(bytes, rows.len() as u32);
    for column in 0..WIDTH {
        rows.iter().for_each(|row| write(bytes, row[column]));
    }
}

/// The step from one place to another, back or forth: short ways are small numbers (zigzag).
pub(crate) fn step(from: u32, to: u32) -> u32 {
    let step = to.wrapping_sub(from);
    (step << 1) ^ (step >> 31).wrapping_neg()
}

/// The place that [`step`] leads to.
pub(crate) fn stepped(from: u32, step: u32) -> u32 {
    from.wrapping_add((step >> 1) ^ (step & 1).wrapping_neg())
}

/// How many bytes [`write`] takes for a number.
pub(crate) fn width(number: u32) -> u32 {
    (32 - (number | 1).leading_zeros()).div_ceil(7)
}

/// The number that begins with these two bytes, and how many of them it takes; nothing if it takes more. One
/// byte or two are read alike: which of them a number takes cannot be guessed.
#[inline]
fn short(first: u8, second: u8) -> Option<(u32, usize)> {
    let two = u32::from(first >> 7);
    let number = u32::from(first & 127) | (u32::from(second) << 7) & two.wrapping_neg();
    (two & u32::from(second >> 7) == 0).then_some((number, 1 + two as usize))
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
        if let Some(&[first, second]) = self.rest.first_chunk()
            && let Some((number, width)) = short(first, second)
        {
            self.rest = self.rest.get(width..)?;
            return Some(number);
        }
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

    /// The rows of that width that [`write_rows`] wrote; nothing where the bytes end.
    pub(crate) fn rows(&mut self, width: usize) -> Option<Rows> {
        let count = self.number()? as usize;
        let all = count.saturating_mul(width);
        // Each number takes a byte at least.
        (all <= self.rest.len()).then_some(())?;
        let mut numbers = Vec::with_capacity(all);
        for _ in 0..all {
            numbers.push(self.number()?);
        }
        Some(Rows { count, numbers })
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

/// Reads numbers from the back, each with its first byte last.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Backward<'bytes> {
    rest: &'bytes [u8],
}

impl<'bytes> Backward<'bytes> {
    pub(crate) fn new(bytes: &'bytes [u8]) -> Self {
        Self { rest: bytes }
    }

    /// Passes so many numbers by.
    pub(crate) fn pass(&mut self, mut count: u32) {
        // Eight bytes at a time, each number of which ends with a byte below 128.
        while count >= 8
            && let Some((rest, chunk)) = self.rest.split_last_chunk::<8>()
        {
            count -= (!u64::from_le_bytes(*chunk) & 0x8080_8080_8080_8080).count_ones();
            self.rest = rest;
        }
        // The chunk may end within a number, whose last byte is still to come: it is one of those left.
        while count > 0
            && let Some((byte, rest)) = self.rest.split_last()
        {
            count -= u32::from(*byte < 128);
            self.rest = rest;
        }
    }

    /// The next number; nothing where the bytes end.
    #[inline]
    pub(crate) fn number(&mut self) -> Option<u32> {
        if let Some(&[second, first]) = self.rest.last_chunk()
            && let Some((number, width)) = short(first, second)
        {
            self.rest = self.rest.get(..self.rest.len() - width)?;
            return Some(number);
        }
        let mut number = 0;
        for shift in [0, 7, 14, 21, 28] {
            let (&byte, rest) = self.rest.split_last()?;
            self.rest = rest;
            number |= u32::from(byte & 127) << shift;
            if byte < 128 {
                return Some(number);
            }
        }
        None
    }
}

/// Rows of numbers, column after column.
pub(crate) struct Rows {
    pub(crate) count: usize,
    numbers: Vec<u32>,
}

impl Rows {
    /// The number in that row and column; 0 where there is none.
    pub(crate) fn at(&self, row: usize, column: usize) -> u32 {
        self.numbers.get(column * self.count + row).copied().unwrap_or_default()
    }
}

/// The number that up to four bytes say, the lowest first.
#[inline]
pub(crate) fn little_endian(bytes: &[u8]) -> u32 {
    bytes.iter().rev().fold(0, |number, &byte| number << 8 | u32::from(byte))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn numbers_come_back(numbers in proptest::collection::vec(prop_oneof![0_u32..300, any::<u32>()], 0..40)) {
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
            bytes.reverse();
            let mut backward = Backward::new(&bytes);
            // Behind the last one, which is the first written, nothing is left.
            let read: Vec<_> = std::iter::from_fn(|| backward.number()).collect();
            prop_assert_eq!(&read, &numbers);
            for (passed, &number) in numbers.iter().enumerate() {
                let mut backward = Backward::new(&bytes);
                backward.pass(passed as u32);
                prop_assert_eq!(backward.number(), Some(number));
            }
        }

        #[test]
        fn rows_and_steps_come_back(rows in proptest::collection::vec(any::<[u32; 3]>(), 0..9)) {
            let mut bytes = Vec::new();
            write_rows(&mut bytes, &rows);
            let mut reader = Reader::new(&bytes);
            for [from, to, _] in &rows {
                prop_assert_eq!(stepped(*from, step(*from, *to)), *to);
            }
            let read = reader.rows(3).unwrap();
            prop_assert_eq!(read.count, rows.len());
            for (row, numbers) in rows.iter().enumerate() {
                prop_assert_eq!([0, 1, 2].map(|column| read.at(row, column)), *numbers);
            }
            prop_assert!(reader.is_empty());
            bytes.pop();
            prop_assert!(Reader::new(&bytes).rows(3).is_none());
        }

        #[test]
        fn reading_any_bytes_ends(bytes in proptest::collection::vec(any::<u8>(), 0..40)) {
            let mut reader = Reader::new(&bytes);
            let numbers = std::iter::from_fn(|| reader.number()).count();
            prop_assert!(numbers <= bytes.len());
        }
    }
}
