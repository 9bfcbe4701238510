//! A scale of days from the top down, on which long stretches without anything are short, and longer the longer
//! they last: news comes in clusters, months apart.
//!
//! A day that has something gets the room that it needs; what lies between two of them gets a gap that grows with its
//! logarithm.

use parallax_engine::article::Date;

/// The room between days that follow on each other, in CSS pixels.
const NEXT: f64 = 16.0;
/// How much more room there is each time that a gap is twice as long.
const TWICE: f64 = 5.0;

/// Days, each with its room.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DayScale {
    rows: Vec<DayRow>,
}

/// A day that has something.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DayRow {
    /// The day.
    pub day: Date,
    /// Where it begins.
    pub top: f64,
    /// How high it is.
    pub height: f64,
    /// How many days lie between the one before and it; none before the first.
    pub gap: Option<i32>,
}

impl DayScale {
    /// The scale of these days, which come in order, each as high as is said.
    #[must_use]
    pub fn new(days: &[(Date, f64)]) -> Self {
        let mut rows: Vec<DayRow> = Vec::new();
        for &(day, height) in days {
            let gap = rows.last().map(|last| day.number() - last.day.number());
            let top =
                rows.last().map_or(0.0, |last| last.top + last.height + gap.map_or(0.0, room));
            rows.push(DayRow { day, top, height, gap });
        }
        Self { rows }
    }

    /// The days, from the top down.
    #[must_use]
    pub fn rows(&self) -> &[DayRow] {
        &self.rows
    }

    /// Where a day stands, if it is one of them.
    #[must_use]
    pub fn row(&self, day: Date) -> Option<&DayRow> {
        let at = self.rows.binary_search_by(|row| row.day.cmp(&day)).ok()?;
        self.rows.get(at)
    }

    /// How high all of it is.
    #[must_use]
    pub fn length(&self) -> f64 {
        self.rows.last().map_or(0.0, |last| last.top + last.height)
    }
}

/// How much room so many days get between two that have something.
fn room(days: i32) -> f64 {
    NEXT + TWICE * f64::from(days.max(1)).log2()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(number: i32) -> Date {
        Date::numbered(number).unwrap()
    }

    #[test]
    fn a_year_takes_more_room_than_a_day_but_not_much() {
        let scale = DayScale::new(&[(day(0), 20.0), (day(1), 40.0), (day(366), 20.0)]);
        let rows: Vec<_> = scale.rows().iter().map(|row| (row.top, row.gap)).collect();
        assert_eq!(rows[..2], [(0.0, None), (36.0, Some(1))]);
        assert!(rows[2].0 > 36.0 + 40.0 + 16.0 && rows[2].0 < 150.0, "{rows:?}");
        assert_eq!((scale.length(), scale.row(day(2))), (rows[2].0 + 20.0, None));
        assert_eq!(DayScale::default().length(), 0.0);
    }

    proptest! {
        /// Later days stand further down, and no two overlap.
        #[test]
        fn the_scale_is_monotone(
            days in proptest::collection::btree_set(0..99_999_i32, 0..40),
            high in 1.0..90.0_f64,
        ) {
            let days: Vec<_> = days.into_iter().map(|it| (day(it), high)).collect();
            let scale = DayScale::new(&days);
            for two in scale.rows().windows(2) {
                prop_assert!(two[0].top + two[0].height < two[1].top);
            }
            for (day, _) in days {
                prop_assert_eq!(scale.row(day).map(|row| row.day), Some(day));
            }
        }

        /// A longer gap is never drawn shorter.
        #[test]
        fn longer_is_never_shorter(one in 0..99_999_i32, other in 0..99_999_i32) {
            prop_assert!(room(one.min(other)) <= room(one.max(other)));
        }
    }
}
