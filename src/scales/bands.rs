//! Bands of one width side by side, and how high a bar is in one.

/// So many bands of one width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bands(pub usize);

impl Bands {
    /// Where a band begins, and the one before it ends.
    #[must_use]
    pub fn start(self, band: usize) -> f64 {
        band.min(self.0) as f64 / self.0.max(1) as f64
    }

    /// How wide a band is.
    #[must_use]
    pub fn width(self) -> f64 {
        1.0 / self.0.max(1) as f64
    }

    /// The band at a place; the first or the last one beyond the edges.
    #[must_use]
    pub fn at(self, part: f64) -> usize {
        let band = (part.clamp(0.0, 1.0) * self.0 as f64).floor() as usize;
        band.min(self.0.saturating_sub(1))
    }
}

/// The least that can be seen of a bar.
const LEAST: f64 = 2.0;

/// How high a bar is that stands for `count`, where `most` is as high as `full`. What is there at all is seen.
#[must_use]
pub fn height(count: usize, most: usize, full: f64) -> f64 {
    match count {
        0 => 0.0,
        _ => (count as f64 / most.max(count) as f64 * full).max(LEAST),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn nothing_has_no_height_and_something_is_seen() {
        assert_eq!((height(0, 9, 60.0), height(9, 9, 60.0)), (0.0, 60.0));
        assert_eq!(height(1, 10_000, 60.0), LEAST);
        assert_eq!(height(3, 0, 60.0), 60.0, "more than the most is the most");
    }

    proptest! {
        #[test]
        fn a_band_is_found_at_every_place_in_it(count in 1_usize..500, at in 0_usize..500, in_it in 0.01..0.99_f64) {
            let bands = Bands(count);
            let band = at % count;
            prop_assert_eq!(bands.at(bands.start(band) + in_it * bands.width()), band);
            prop_assert!(bands.start(band) < bands.start(band + 1));
        }

        #[test]
        fn any_place_has_a_band(count in 0_usize..500, part in -9.0..9.0_f64) {
            prop_assert!(Bands(count).at(part) < count.max(1));
            prop_assert!(Bands(0).start(7) == 0.0);
        }

        #[test]
        fn more_is_never_lower(one in 0_usize..1000, other in 0_usize..1000, most in 1_usize..1000) {
            let (less, more) = (one.min(other), one.max(other));
            prop_assert!(height(less, most.max(more), 60.0) <= height(more, most.max(more), 60.0));
        }
    }
}
