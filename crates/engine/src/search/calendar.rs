//! Days put together into stretches of one length, so that a histogram of them has as many bars as can be told apart.
//!
//! Which stretches there are depends on the days that the corpus has, not on the query, so that nothing moves
//! under a reader's hand. Does not know how results are counted, nor how bars are drawn.

use crate::{
    article::Date,
    collection::Offered,
    query::{Days, NONE},
};

/// At most so many bars are drawn of days, weeks and months.
const MOST: i32 = 40;

/// How long a stretch is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Period {
    /// A day.
    #[default]
    Day,
    /// From Monday to Sunday.
    Week,
    /// A month.
    Month,
    /// A year.
    Year,
    /// Ten years, from one that ends with 0.
    Decade,
}

impl Period {
    /// All of them, the shortest first.
    pub const ALL: [Self; 5] = [Self::Day, Self::Week, Self::Month, Self::Year, Self::Decade];

    /// The shortest of which no more than can be told apart go from one day to another.
    #[must_use]
    pub fn of(first: Date, last: Date) -> Self {
        let fits = |period: &Self| period.number(last) - period.number(first) < MOST;
        Self::ALL.into_iter().find(fits).unwrap_or(Self::Decade)
    }

    /// The days of the one that the day is in.
    #[must_use]
    pub fn around(self, day: Date) -> Days {
        let (year, month) = (day.year(), day.month());
        let years = |first: i16, last: i16| {
            let from = Date::new(first.max(1), 1, 1).ok();
            Days { from, to: Date::new(last.min(9999), 12, 31).ok() }
        };
        match self {
            Self::Day => Days::between(day, day),
            Self::Week => {
                let monday = day.number() - day.weekday();
                let to = Date::numbered(monday + 6).or(Date::new(9999, 12, 31).ok());
                Days { from: Date::numbered(monday), to }
            }
            Self::Month => {
                let last = (28..=31).rev().find_map(|last| Date::new(year, month, last).ok());
                Days { from: Date::new(year, month, 1).ok(), to: last }
            }
            Self::Year => years(year, year),
            Self::Decade => years(year / 10 * 10, year / 10 * 10 + 9),
        }
    }

    /// The number of the one that the day is in, counted on without gaps.
    fn number(self, day: Date) -> i32 {
        let year = i32::from(day.year());
        match self {
            Self::Day => day.number(),
            Self::Week => day.number() / 7,
            Self::Month => year * 12 + i32::from(day.month()),
            Self::Year => year,
            Self::Decade => year / 10,
        }
    }

    /// All of them from the one of the first day to the one of the last.
    fn all(self, first: Date, last: Date) -> Vec<Days> {
        let mut all = Vec::new();
        let mut next = Some(first);
        while let Some(day) = next.filter(|day| *day <= last) {
            let days = self.around(day);
            next = days.to.and_then(|to| Date::numbered(to.number() + 1));
            all.push(days);
        }
        all
    }
}

/// How many results there are in each stretch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// How long each is.
    pub period: Period,
    /// The stretches, the oldest first, without gaps.
    pub stretches: Vec<Stretch>,
    /// How many results have no day.
    pub none: usize,
    /// Whether anything in the corpus has none.
    pub has_none: bool,
}

/// A stretch of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Its days.
    pub days: Days,
    /// How many results have a day in it.
    pub count: usize,
    /// Whether anything in the corpus has one.
    pub held: bool,
}

/// The calendar of the offered days that are among `within`. `count` is given the number of each value's group, with
/// how many groups there are, and says how many results each has.
pub(super) fn of(
    offered: &Offered,
    within: Days,
    count: impl FnOnce(&[u32], usize) -> Vec<u32>,
) -> Calendar {
    let places = offered.within(within);
    let day = |at: usize| offered.values.get(at).and_then(|day| day.parse::<Date>().ok());
    let first = places.end.checked_sub(1).and_then(day).filter(|_| !places.is_empty());
    let (period, stretches) = match first.zip(day(places.start)) {
        None => (Period::default(), Vec::new()),
        Some((first, last)) => {
            let period = Period::of(first, last);
            (period, period.all(first, last))
        }
    };
    let mut groups = vec![u32::MAX; offered.values.len()];
    for (group, days) in (0..).zip(&stretches) {
        groups.get_mut(offered.within(*days)).into_iter().for_each(|it| it.fill(group));
    }
    let none = offered.find(NONE);
    if let Some(group) = none.and_then(|none| groups.get_mut(none)) {
        *group = stretches.len() as u32;
    }
    let counts = count(&groups, stretches.len() + 1);
    let counted = |(&days, &count): (&Days, &u32)| {
        let held = !offered.within(days).is_empty();
        Stretch { days, count: count as usize, held }
    };
    Calendar {
        period,
        has_none: none.is_some(),
        none: counts.get(stretches.len()).map_or(0, |&none| none as usize),
        stretches: stretches.iter().zip(&counts).map(counted).collect(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn the_period_is_the_shortest_whose_bars_can_be_told_apart() {
        let first = day("2010-01-01");
        let of = |last: &str| Period::of(first, day(last));
        assert_eq!(of("2010-01-01"), Period::Day);
        assert_eq!(of("2010-02-09"), Period::Day);
        assert_eq!(of("2010-02-10"), Period::Week);
        assert_eq!(of("2010-11-20"), Period::Month);
        assert_eq!(of("2029-11-20"), Period::Year);
        assert_eq!(of("2199-11-20"), Period::Decade);
    }

    #[test]
    fn a_week_begins_on_monday_and_a_decade_with_0() {
        let around = |period: Period| period.around(day("2010-11-20")).to_string();
        let all = Period::ALL.map(around);
        assert_eq!(all[..4], ["2010-11-20", "2010-11-15..2010-11-21", "2010-11", "2010"]);
        assert_eq!(all[4], "2010-01-01..2019-12-31");
    }

    proptest! {
        /// Every day is in exactly one stretch, and they follow on each other.
        #[test]
        fn stretches_leave_no_day_out(first in 0..3_652_058_i32, length in 0..40_000_i32) {
            let first = Date::numbered(first).unwrap();
            let last = Date::numbered(first.number() + length).unwrap_or(first);
            let period = Period::of(first, last);
            let all = period.all(first, last);
            let number = |day: Option<Date>| day.unwrap().number();
            prop_assert!(all.first().unwrap().hold(first) && all.last().unwrap().hold(last));
            for two in all.windows(2) {
                prop_assert_eq!(number(two[0].to) + 1, number(two[1].from));
            }
            let fits = all.len() <= MOST as usize;
            prop_assert!(fits || period == Period::Decade, "{} {:?}", all.len(), period);
        }
    }
}
