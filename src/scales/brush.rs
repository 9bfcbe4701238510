//! A choice of bands that lie side by side, and what a pointer and keys make of it.

/// The first and the last of some bands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Brush {
    /// The first.
    pub first: usize,
    /// The last.
    pub last: usize,
}

/// One of the ends of a brush.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The first band.
    First,
    /// The last band.
    Last,
}

/// How many bands the Page keys pass over.
const PAGE: usize = 5;

impl Brush {
    /// The bands between two places, in whichever order these come.
    #[must_use]
    pub fn between(one: usize, other: usize) -> Self {
        Self { first: one.min(other), last: one.max(other) }
    }

    /// Whether it has the band.
    #[must_use]
    pub fn holds(self, band: usize) -> bool {
        (self.first..=self.last).contains(&band)
    }

    /// The band at an end.
    #[must_use]
    pub fn at(self, end: End) -> usize {
        match end {
            End::First => self.first,
            End::Last => self.last,
        }
    }

    /// What a key makes of it, where there are `count` bands; none if it is no such key. An end stops at the other.
    #[must_use]
    pub fn moved(self, end: End, key: &str, count: usize) -> Option<Self> {
        let at = self.at(end);
        let to = match key {
            "ArrowRight" | "ArrowUp" => at + 1,
            "ArrowLeft" | "ArrowDown" => at.saturating_sub(1),
            "PageUp" => at + PAGE,
            "PageDown" => at.saturating_sub(PAGE),
            "Home" => 0,
            "End" => count,
            _ => return None,
        };
        Some(match end {
            End::First => Self { first: to.min(self.last), ..self },
            End::Last => Self { last: to.min(count.saturating_sub(1)).max(self.first), ..self },
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn keys_move_an_end() {
        let brush = Brush { first: 2, last: 6 };
        let first = |key| brush.moved(End::First, key, 12).map(|it| it.first);
        let last = |key| brush.moved(End::Last, key, 12).map(|it| it.last);
        assert_eq!(
            ["ArrowLeft", "ArrowRight", "PageDown", "Home"].map(first),
            [Some(1), Some(3), Some(0), Some(0)]
        );
        assert_eq!(
            ["ArrowUp", "PageUp", "End", "Home"].map(last),
            [Some(7), Some(11), Some(11), Some(2)]
        );
        assert_eq!((first("End"), first("a")), (Some(6), None));
    }

    proptest! {
        #[test]
        fn ends_never_cross_nor_leave(
            one in 0_usize..40, other in 0_usize..40, key in 0_usize..6, first in any::<bool>(),
        ) {
            let keys = ["ArrowRight", "ArrowLeft", "PageUp", "PageDown", "Home", "End"];
            let end = if first { End::First } else { End::Last };
            let brush = Brush::between(one, other);
            let moved = brush.moved(end, keys[key], 40).unwrap();
            prop_assert!(moved.first <= moved.last && moved.last < 40);
            prop_assert!(moved.first == brush.first || moved.last == brush.last);
        }
    }
}
