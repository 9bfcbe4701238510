//! Days asked for: one, a month, a year, or from one to another.
//!
//! Knows how days are typed; does not know what was published when.

use std::fmt;

use crate::article::Date;

/// From a day to a day, both included; open where there is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Days {
    /// The first.
    pub from: Option<Date>,
    /// The last.
    pub to: Option<Date>,
}

impl Days {
    /// Reads "2010", "2010-11", "2010-11-20", and two of these (or one of them) around "..".
    #[must_use]
    pub fn read(typed: &str) -> Option<Self> {
        match typed.split_once("..") {
            None => span(typed),
            Some(("", "")) => None,
            Some((from, to)) => {
                let end = |typed: &str| match typed {
                    "" => Some(Self::default()),
                    typed => span(typed),
                };
                Some(Self { from: end(from)?.from, to: end(to)?.to })
            }
        }
    }

    /// Those from `from` to `to`.
    #[must_use]
    pub fn between(from: Date, to: Date) -> Self {
        Self { from: Some(from), to: Some(to) }
    }

    /// Whether the day is one of them.
    #[must_use]
    pub fn hold(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// As they are typed, in the shortest way: "2010-11" for all days of a month.
impl fmt::Display for Days {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let (Some(from), Some(to)) = (self.from, self.to) {
            let day = from.to_string();
            let whole = [4, 7, 10].into_iter().filter_map(|length| day.get(..length));
            for short in whole {
                if span(short) == Some(Self::between(from, to)) {
                    return f.write_str(short);
                }
            }
        }
        let end = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        write!(f, "{}..{}", end(self.from), end(self.to))
    }
}

/// The days of a year, a month or a day.
fn span(typed: &str) -> Option<Days> {
    let numbers: Option<Vec<i16>> = typed.split('-').map(|number| number.parse().ok()).collect();
    let numbers = numbers?;
    let at = |place: usize| numbers.get(place).map(|&number| i8::try_from(number)).transpose().ok();
    let (year, month, day) = (*numbers.first()?, at(1)?, at(2)?);
    if numbers.len() > 3 {
        return None;
    }
    let from = Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok()?;
    let last_day =
        || (28..=31).rev().find_map(|day| Date::new(year, month.unwrap_or(12), day).ok());
    let to = if day.is_some() { Some(from) } else { last_day() };
    Some(Days { from: Some(from), to })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str, expected: Option<(&str, &str)>) {
        let day = |day: Option<Date>| day.map_or(String::new(), |day| day.to_string());
        let read = Days::read(typed).map(|days| (day(days.from), day(days.to)));
        let read = read.as_ref().map(|(from, to)| (from.as_str(), to.as_str()));
        assert_eq!(read, expected, "{typed:?}");
    }

    #[test]
    fn days_months_years_and_ranges_are_read() {
        check("2010-11-20", Some(("2010-11-20", "2010-11-20")));
        check("2012-02", Some(("2012-02-01", "2012-02-29")));
        check("2010", Some(("2010-01-01", "2010-12-31")));
        check("2009..2010-02", Some(("2009-01-01", "2010-02-28")));
        check("2010..", Some(("2010-01-01", "")));
        check("..2010", Some(("", "2010-12-31")));
        for odd in ["", "..", "soon", "2010-13", "2010-02-30", "2010-1-1-1", "2010..soon"] {
            check(odd, None);
        }
    }

    #[test]
    fn both_ends_are_included() {
        let days = Days::read("2010-11-20..2010-11-22");
        let held = |day: &str| days.is_some_and(|days| day.parse().is_ok_and(|day| days.hold(day)));
        let days = ["2010-11-19", "2010-11-20", "2010-11-22", "2010-11-23"];
        assert_eq!(days.map(held), [false, true, true, false]);
    }

    #[test]
    fn days_are_spelt_as_they_are_typed() {
        for typed in [
            "2010",
            "2010-11",
            "2010-11-20",
            "2010-11-15..2010-11-21",
            "2010-11-20..",
            "..2010-01-01",
        ] {
            assert_eq!(Days::read(typed).map(|days| days.to_string()).as_deref(), Some(typed));
        }
        let long = Days::read("2010-02-01..2010-02-28");
        assert_eq!(long.map(|days| days.to_string()).as_deref(), Some("2010-02"));
    }
}
