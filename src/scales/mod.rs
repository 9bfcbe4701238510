//! Scales: from data to places in a picture, and back. Pure.
//!
//! Places are parts of the whole, from 0 to 1, so that a picture is as wide as its page lets it be. Does not
//! know what is drawn.

mod bands;
mod brush;
mod days;
mod runs;

pub use bands::{Bands, height};
pub use brush::{Brush, End};
pub use days::{DayRow, DayScale};
pub use runs::Runs;

/// A part of the whole as SVG has it: "12.5%". Spelt without the library's fractions, which would cost a first
/// visit five kilobytes.
#[must_use]
pub fn percent(part: f64) -> String {
    let hundredths = (part * 10_000.0).round() as i64;
    let sign = if hundredths < 0 { "-" } else { "" };
    let spelt = format!("{}.{:02}", hundredths.abs() / 100, hundredths.abs() % 100);
    format!("{sign}{}%", spelt.trim_end_matches('0').trim_end_matches('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_spelt_in_hundredths() {
        assert_eq!([0.0, 0.125, 1.0 / 3.0, 1.0].map(percent), ["0%", "12.5%", "33.33%", "100%"]);
    }
}
