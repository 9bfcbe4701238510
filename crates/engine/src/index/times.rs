//! How often each field of a unit holds something, as one number and as a byte.
//!
//! An article has three fields: the reporter's words, what is quoted, and the headline; a quotation has its
//! words and its speaker's name. Does not know what is counted, nor what a count is worth.

use crate::bytes::Reader;

/// How many fields a unit has.
pub(crate) const FIELDS: usize = 3;
/// The numbers of fields: of an article's, and of a quotation's.
pub(crate) const TEXT: usize = 0;
pub(crate) const QUOTED: usize = 1;
pub(crate) const NAME: usize = 1;
pub(crate) const HEADLINE: usize = 2;

/// In a byte for some times: once in the text, as most words are.
pub(super) const PLAIN: u8 = 1;

/// What once in each field is in such a byte, and all the bits that a field has.
const IN_BYTE: [(u8, u8); FIELDS] = [(1, 7), (1 << 3, 7 << 3), (1 << 6, 3 << 6)];

/// The byte for once in a field.
#[inline]
pub(super) fn once_in(field: usize) -> u8 {
    IN_BYTE.get(field).map_or(PLAIN, |bits| bits.0)
}

/// The byte with once more in a field; nothing where it has no room for that.
#[inline]
pub(super) fn once_more(byte: u8, field: usize) -> Option<u8> {
    let (one, all) = *IN_BYTE.get(field)?;
    (byte & all != all).then(|| byte + one)
}

/// How often each field of a unit holds something: in four bytes, since there is one for each unit found.
/// Beyond some thousand times (255 in a headline) it stays as it is; the score would change by nothing
/// that anyone sees.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Times(u32);

impl Times {
    /// How many bits a field's number has; the last has those that are left.
    const BITS: usize = 12;
    const MOST: u32 = (1 << Self::BITS) - 1;
    /// The highest bit of each field.
    const HALF: u32 = 1 << 11 | 1 << 23 | 1 << 31;

    /// Counts once more in a field.
    #[inline]
    pub(crate) fn add(&mut self, field: usize) {
        let most = Self::MOST << (field * Self::BITS);
        let more = u32::from(self.0 & most != most);
        self.0 += more << (field * Self::BITS);
    }

    /// Once in a field.
    pub(crate) fn once(field: usize) -> Self {
        Self(1 << (field * Self::BITS))
    }

    /// Both together.
    pub(crate) fn plus(self, other: Self) -> Self {
        let sum = |field: usize| {
            let most = (Self::MOST << (field * Self::BITS)) >> (field * Self::BITS);
            (self.of(field) + other.of(field)).min(most) << (field * Self::BITS)
        };
        // Numbers that are below half of the most there is room for cannot run over.
        if (self.0 | other.0) & Self::HALF == 0 {
            Self(self.0 + other.0)
        } else {
            Self((0..FIELDS).map(sum).sum())
        }
    }

    /// How often that is in a field.
    #[inline]
    pub(crate) fn of(self, field: usize) -> u32 {
        self.0 >> (field * Self::BITS) & Self::MOST
    }

    /// Reads how many numbers behind the one before a unit is, and how often it holds something.
    #[inline]
    pub(super) fn read(reader: &mut Reader<'_>) -> Option<(u32, Self)> {
        let number = reader.number()?;
        if number & 1 == 0 {
            return Some((number >> 1, Self::once(TEXT)));
        }
        Some((number >> 1, Self::of_byte(*reader.take(1)?.first()?)))
    }

    #[inline]
    fn of_byte(byte: u8) -> Self {
        let byte = u32::from(byte);
        Self(byte & 7 | (byte >> 3 & 7) << Self::BITS | byte >> 6 << (2 * Self::BITS))
    }

    /// How often that is in all fields.
    #[inline]
    pub(super) fn sum(self) -> u32 {
        (0..FIELDS).map(|field| self.of(field)).sum()
    }

    /// Whether it is nowhere.
    pub(crate) fn is_none(self) -> bool {
        self.0 == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_counted_by_field_and_never_run_over() {
        let mut times = Times::default();
        assert!(times.is_none());
        (0..3).for_each(|_| times.add(QUOTED));
        (0..5000).for_each(|_| times.add(TEXT));
        (0..300).for_each(|_| times.add(HEADLINE));
        let of = |times: Times| [TEXT, QUOTED, HEADLINE].map(|field| times.of(field));
        assert_eq!(of(times), [4095, 3, 255]);
        assert_eq!(of(times.plus(times)), [4095, 6, 255]);
        assert_eq!(of(Times::once(QUOTED).plus(Times::once(HEADLINE))), [0, 1, 1]);
        assert_eq!(of(Times::default().plus(times)), of(times));
    }

    #[test]
    fn a_byte_has_room_for_some_times() {
        let mut byte = once_in(QUOTED);
        while let Some(more) = once_more(byte, HEADLINE).or_else(|| once_more(byte, TEXT)) {
            byte = more;
        }
        let times = Times::of_byte(byte);
        assert_eq!([TEXT, QUOTED, HEADLINE].map(|field| times.of(field)), [7, 1, 3]);
        assert_eq!((times.sum(), Times::of_byte(PLAIN)), (11, Times::once(TEXT)));
    }
}
