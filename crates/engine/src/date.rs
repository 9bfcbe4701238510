//! A day of the calendar, small enough for the page.
//!
//! A calendar library would be a tenth of the page's code for these few sums, so they are here, and the
//! tests hold them against the library. Knows the Gregorian calendar; does not know how documents write
//! dates (`ingest`).

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// The English names of the months.
pub(crate) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day of the Gregorian calendar, of the years 1 to 9999.
/// Written and read as "2010-11-20", so that what is read is a day too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date {
    year: i16,
    month: i8,
    day: i8,
}

/// There is no such day, or it is not written as `2010-11-20`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no such day: write it as 2010-11-20")]
pub struct NoSuchDay;

impl Date {
    /// The day of that year (1 to 9999), month (1 to 12) and number.
    ///
    /// # Errors
    ///
    /// The calendar has no such day.
    pub fn new(year: i16, month: i8, day: i8) -> Result<Self, NoSuchDay> {
        let known = (1..=9999).contains(&year) && (1..=12).contains(&month);
        if known && (1..=days_in(year, month)).contains(&day) {
            Ok(Self { year, month, day })
        } else {
            Err(NoSuchDay)
        }
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> i8 {
        self.month
    }

    /// The day of the month, from 1.
    #[must_use]
    pub fn day(self) -> i8 {
        self.day
    }

    /// The days since the first day of the year 1 (which is 0).
    #[must_use]
    pub fn number(self) -> i32 {
        let before = i32::from(self.year) - 1;
        let leap_days = before / 4 - before / 100 + before / 400;
        let months: i32 = (1..self.month).map(|month| i32::from(days_in(self.year, month))).sum();
        before * 365 + leap_days + months + i32::from(self.day) - 1
    }

    /// The day of that number; none before the year 1 or behind the year 9999.
    #[must_use]
    pub fn numbered(number: i32) -> Option<Self> {
        // Years have at most 366 days: so this year is not too late, and at most a few too early.
        let mut year = i16::try_from(number / 366 + 1).ok().filter(|_| number >= 0)?;
        while let Ok(next) = Self::new(year + 1, 1, 1)
            && next.number() <= number
        {
            year += 1;
        }
        let mut left = number - Self::new(year, 1, 1).ok()?.number();
        let mut month = 1;
        while month < 12 && left >= i32::from(days_in(year, month)) {
            left -= i32::from(days_in(year, month));
            month += 1;
        }
        Self::new(year, month, i8::try_from(left + 1).ok()?).ok()
    }

    /// The day of the week: 0 for Monday, 6 for Sunday.
    #[must_use]
    pub fn weekday(self) -> i32 {
        // The first day of the year 1 was a Monday.
        self.number() % 7
    }

    /// The English name of the month.
    #[must_use]
    pub fn month_name(self) -> &'static str {
        // The month is 1 to 12 by construction.
        MONTHS[usize::from(self.month.unsigned_abs() - 1) % MONTHS.len()]
    }

    /// The day as readers write it: "20 November 2010".
    #[must_use]
    pub fn in_words(self) -> String {
        format!("{} {} {}", self.day, self.month_name(), self.year)
    }

    /// The day before; none before the year 1.
    #[must_use]
    pub fn yesterday(self) -> Option<Self> {
        let Self { year, month, day } = self;
        match (day, month) {
            (1, 1) => Self::new(year - 1, 12, 31).ok(),
            (1, _) => Self::new(year, month - 1, days_in(year, month - 1)).ok(),
            _ => Self::new(year, month, day - 1).ok(),
        }
    }
}

fn days_in(year: i16, month: i8) -> i8 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

impl TryFrom<String> for Date {
    type Error = NoSuchDay;

    fn try_from(text: String) -> Result<Self, NoSuchDay> {
        text.parse()
    }
}

impl FromStr for Date {
    type Err = NoSuchDay;

    fn from_str(text: &str) -> Result<Self, NoSuchDay> {
        let digits = |text: &str, count: usize| {
            let plain = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
            plain.then(|| text.parse::<i16>().ok()).flatten().ok_or(NoSuchDay)
        };
        let mut parts = text.splitn(3, '-');
        let mut next = |count| parts.next().map_or(Err(NoSuchDay), |part| digits(part, count));
        let (year, month, day) = (next(4)?, next(2)?, next(2)?);
        let small = |number: i16| i8::try_from(number).map_err(|_| NoSuchDay);
        Self::new(year, small(month)?, small(day)?)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn date(text: &str) -> Result<Date, NoSuchDay> {
        text.parse()
    }

    #[test]
    fn reads_and_writes_days() {
        assert_eq!(date("2010-11-20").map(|day| day.to_string()).as_deref(), Ok("2010-11-20"));
        for odd in ["2010-02-29", "2010-13-01", "10-1-2", "2010-11-20T06:46", "", "20-11-2010"] {
            assert_eq!(date(odd), Err(NoSuchDay), "{odd}");
        }
    }

    #[test]
    fn days_are_in_order() {
        let days = ["2009-12-17", "2010-11-09", "2010-11-20"].map(|day| date(day).unwrap());
        assert!(days.is_sorted());
        assert_eq!(days[2].number() - days[1].number(), 11);
        assert_eq!(days[2].in_words(), "20 November 2010");
    }

    #[test]
    fn there_are_no_days_before_the_first_nor_behind_the_last() {
        let last = Date::new(9999, 12, 31).unwrap().number();
        assert_eq!(Date::numbered(last).map(Date::number), Some(last));
        assert_eq!((Date::numbered(-1), Date::numbered(last + 1)), (None, None));
        assert_eq!(Date::numbered(i32::MAX), None);
    }

    proptest! {
        #[test]
        fn the_calendar_is_the_librarys(year in 1i16..=9999, month in -1i8..14, day in -1i8..33) {
            let ours = Date::new(year, month, day);
            let theirs = jiff::civil::Date::new(year, month, day);
            prop_assert_eq!(ours.is_ok(), theirs.is_ok());
            if let (Ok(ours), Ok(theirs)) = (ours, theirs) {
                prop_assert_eq!(ours.to_string(), theirs.to_string());
                let weekday = theirs.weekday().to_monday_zero_offset();
                prop_assert_eq!(ours.weekday(), i32::from(weekday));
                let before = theirs.yesterday().ok().filter(|day| day.year() > 0);
                prop_assert_eq!(
                    ours.yesterday().map(|day| day.to_string()),
                    before.map(|day| day.to_string())
                );
                prop_assert_eq!(Date::numbered(ours.number()), Some(ours));
                if let Some(before) = ours.yesterday() {
                    prop_assert_eq!(before.number() + 1, ours.number());
                }
            }
        }
    }
}
