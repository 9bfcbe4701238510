//! Reads the days, months and years that a passage states.
//!
//! Knows the calendar's names, not which day "on Saturday" is. Linear in the words.

use super::{
    numbers::{Number, Spelled, WHOLE},
    passages::Word,
};

/// A day, a month or a year, as far as it is stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Day {
    pub(super) year: Option<u64>,
    pub(super) month: Option<u64>,
    pub(super) day: Option<u64>,
}

impl Day {
    /// Whether both can be one day: nothing that both state differs.
    pub(super) fn agrees(&self, other: &Self) -> bool {
        let fits = |one: Option<u64>, other: Option<u64>| {
            one.zip(other).is_none_or(|(one, other)| one == other)
        };
        fits(self.year, other.year) && fits(self.month, other.month) && fits(self.day, other.day)
    }
}

/// A day of a month that begins at that word ("20 November 2010", "November 20"), and where it ends.
pub(super) fn day(words: &[Word], numbers: &[Number], at: usize) -> Option<(Day, usize)> {
    let (day, month) = (whole(numbers, at).zip(month(words, at + 1)))
        .or_else(|| whole(numbers, at + 1).zip(month(words, at)))?;
    let year = whole(numbers, at + 2).filter(|year| (1_000..3_000).contains(year));
    let end = at + 2 + usize::from(year.is_some());
    let found = Day { year, month: Some(month), day: Some(day) };
    (1..=31).contains(&day).then_some((found, end))
}

/// A month of a year, or a year alone, that begins at that word ("August 2008", "in 2008"), and where it ends.
pub(super) fn year(words: &[Word], numbers: &[Number], at: usize) -> Option<(Day, usize)> {
    let year = |at: usize| whole(numbers, at).filter(|year| (1_500..2_100).contains(year));
    let of = |year, month| Day { year: Some(year), month, day: None };
    let month = month(words, at).zip(year(at + 1)).map(|(month, it)| (of(it, Some(month)), at + 2));
    month.or_else(|| Some((of(year(at)?, None), at + 1)))
}

/// The number of that word alone, which is among the first of these.
fn whole(numbers: &[Number], at: usize) -> Option<u64> {
    let number = numbers.iter().take(3).find(|number| number.words == (at..at + 1))?;
    (number.value % WHOLE == 0).then_some(number.value / WHOLE)
}

fn month(words: &[Word], at: usize) -> Option<u64> {
    match words.get(at)?.form.spelled {
        Some(Spelled::Month(month)) => Some(month),
        _ => None,
    }
}
