//! Days as readers write them.

use parallax_engine::{article::Date, query::Days, search::Period};

/// "20 November 2010".
#[must_use]
pub fn day(date: Date) -> String {
    date.in_words()
}

/// "20 Nov 2010".
#[must_use]
pub fn short_day(date: Date) -> String {
    format!("{} {} {}", date.day(), &date.month_name()[..3], date.year())
}

/// "20 November 2010, 06:46", or the day alone.
#[must_use]
pub fn day_and_time(date: Date, time: Option<&str>) -> String {
    time.map_or_else(|| day(date), |time| format!("{}, {time}", day(date)))
}

/// The day as machines write it: "2010-11-20".
#[must_use]
pub fn iso_day(date: Date) -> String {
    date.to_string()
}

/// "20 Nov 2010", "November 2010", "2010", "15–21 Nov 2010", or "1 Mar 2010 – 20 Nov 2010".
#[must_use]
pub fn days(days: Days) -> String {
    let (from, to) = match (days.from, days.to) {
        (Some(from), Some(to)) => (from, to),
        (Some(from), None) => return format!("from {}", short_day(from)),
        (None, Some(to)) => return format!("until {}", short_day(to)),
        (None, None) => return "any day".to_owned(),
    };
    let month = || format!("{} {}", from.month_name(), from.year());
    let same_month = (from.year(), from.month()) == (to.year(), to.month());
    let years = (from.month(), from.day(), to.month(), to.day()) == (1, 1, 12, 31);
    match days.to_string().len() {
        4 => from.year().to_string(),
        7 => month(),
        10 => short_day(from),
        _ if years => format!("{}–{}", from.year(), to.year()),
        _ if same_month => format!("{}–{}", from.day(), short_day(to)),
        _ => format!("{} – {}", short_day(from), short_day(to)),
    }
}

/// "by month".
#[must_use]
pub fn period(period: Period) -> &'static str {
    match period {
        Period::Day => "by day",
        Period::Week => "by week",
        Period::Month => "by month",
        Period::Year => "by year",
        Period::Decade => "by decade",
    }
}

/// "20 Nov 2010" for "2010-11-20", "November 2010" for "2010-11", and anything else as it is.
pub(super) fn days_of(value: &str) -> String {
    Days::read(value).map_or_else(|| value.to_owned(), days)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_read_as_readers_write_them() {
        let date = Date::new(2010, 11, 2).unwrap();
        assert_eq!(day(date), "2 November 2010");
        assert_eq!(short_day(date), "2 Nov 2010");
        assert_eq!(iso_day(date), "2010-11-02");
        assert_eq!(day_and_time(date, Some("06:46")), "2 November 2010, 06:46");
    }

    #[test]
    fn days_are_told_as_shortly_as_can_be() {
        let told = |value| days_of(value);
        assert_eq!(told("2010-11-20"), "20 Nov 2010");
        assert_eq!(told("2010-11-01..2010-11-30"), "November 2010");
        assert_eq!(told("2010"), "2010");
        assert_eq!(told("2010-11-15..2010-11-21"), "15–21 Nov 2010");
        assert_eq!(told("2010-11-29..2010-12-05"), "29 Nov 2010 – 5 Dec 2010");
        assert_eq!(told("2010..2019"), "2010–2019");
        assert_eq!(
            (told("2010-11.."), told("..2010")),
            ("from 1 Nov 2010".to_owned(), "until 31 Dec 2010".to_owned())
        );
        for odd in ["2010-13-20", "soon", "", ".."] {
            assert_eq!(told(odd), odd);
        }
    }
}
