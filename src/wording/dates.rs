//! Days as readers write them.

use parallax_engine::article::Date;

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

/// "20 Nov 2010" for "2010-11-20", and anything else as it is.
pub(super) fn short_day_of(value: &str) -> String {
    let mut numbers = value.splitn(3, '-').map(|number| number.parse::<i16>().ok());
    let mut next = || numbers.next().flatten();
    let (Some(year), Some(month), Some(day)) = (next(), next(), next()) else {
        return value.to_owned();
    };
    let small = |number: i16| i8::try_from(number).unwrap_or_default();
    Date::new(year, small(month), small(day)).map_or_else(|_| value.to_owned(), short_day)
}

/// "November 2010" for "2010-11", and anything else as it is.
pub(super) fn month_of(value: &str) -> String {
    match format!("{value}-01").parse::<Date>() {
        Ok(first) => format!("{} {}", first.month_name(), first.year()),
        Err(_) => value.to_owned(),
    }
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
    fn months_are_named() {
        assert_eq!(month_of("2010-11"), "November 2010");
        for odd in ["2010-13", "2010", "2010-11-20", "soon", ""] {
            assert_eq!(month_of(odd), odd);
        }
    }

    #[test]
    fn what_is_no_day_is_left_as_it_is() {
        assert_eq!(short_day_of("2010-11-20"), "20 Nov 2010");
        for odd in ["2010-13-20", "soon", "2010-11", "2010-11-999"] {
            assert_eq!(short_day_of(odd), odd);
        }
    }
}
