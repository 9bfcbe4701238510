//! The signs that tell in a terminal how passages answer each other: no colour is needed to tell them apart.

use parallax_engine::compare::{Pair, Wording};

/// What the signs mean, in a line.
pub(super) const LEGEND: &str = "= same words   ~ some words differ, [in brackets]   * other words   \
                                 < only left   > only right   ^ elsewhere in the other";

/// The sign of a pair.
pub(super) fn of(pair: &Pair) -> &'static str {
    match (pair.wording, pair.moved) {
        (Wording::Same, false) => "=",
        (Wording::Same, true) => "=^",
        (Wording::Differs, false) => "~",
        (Wording::Differs, true) => "~^",
        (Wording::Reworded, false) => "*",
        (Wording::Reworded, true) => "*^",
    }
}
