//! What two reports share, in numbers, with what the marks below mean.
//!
//! Sees plain data only.

use parallax_engine::compare::{Row, Wording};
use yew::prelude::*;

use crate::wording::counted;

/// What [`comparison_summary`] shows.
#[derive(Clone, PartialEq)]
pub struct ComparisonSummaryProps {
    /// The numbers.
    pub tally: Tally,
    /// The outlet on the left, or words for none.
    pub left: AttrValue,
    /// The outlet on the right.
    pub right: AttrValue,
}

/// How many rows there are of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Pairs with the same words.
    pub same: usize,
    /// Pairs in which some words differ.
    pub differs: usize,
    /// Pairs in other words.
    pub reworded: usize,
    /// Passages of the left article alone.
    pub left: usize,
    /// Passages of the right article alone.
    pub right: usize,
}

impl Tally {
    /// Counts the rows.
    #[must_use]
    pub fn of(rows: &[Row]) -> Self {
        rows.iter().fold(Self::default(), |mut tally, row| {
            let number = match row {
                Row::Pair(pair) => match pair.wording {
                    Wording::Same => &mut tally.same,
                    Wording::Differs => &mut tally.differs,
                    Wording::Reworded => &mut tally.reworded,
                },
                Row::OnlyLeft(_) => &mut tally.left,
                Row::OnlyRight(_) => &mut tally.right,
            };
            *number += 1;
            tally
        })
    }

    /// The pairs of all kinds.
    #[must_use]
    pub fn pairs(self) -> usize {
        self.same + self.differs + self.reworded
    }
}

/// The summary of a comparison.
pub fn comparison_summary(props: &ComparisonSummaryProps) -> Html {
    let tally = props.tally;
    if tally.pairs() == 0 {
        return html! {
            <p class="comparison-summary is-none">
                { "No matching passages were found. " }
                { "They may report different events." }
            </p>
        };
    }
    html! {
        <div class="comparison-summary">
            <p>
                { counted(tally.pairs(), "passage has", "passages have") }
                { " a match in the other report. None was found for " }
                { counted(tally.left, "passage", "passages") }
                { format!(" of {} and ", props.left) }
                { counted(tally.right, "passage", "passages") }
                { format!(" of {} (headings and captions counted).", props.right) }
            </p>
            <p class="comparison-summary-key">
                <span>{ "A word marked like " }<ins>{ "this" }</ins>{ " is not in the passage opposite." }</span>
                <span>{ "¶ opens the words as received." }</span>
            </p>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check_html, pair, passage};

    #[test]
    fn rows_are_counted_by_kind() {
        let rows = [
            Row::Pair(pair("a", "a", Wording::Same)),
            Row::Pair(pair("a", "b", Wording::Reworded)),
            Row::OnlyLeft(passage("c")),
        ];
        let expected = Tally { same: 1, reworded: 1, left: 1, ..Tally::default() };
        assert_eq!(Tally::of(&rows), expected);
        assert_eq!(expected.pairs(), 2);
    }

    #[test]
    fn the_numbers_are_said_in_words() {
        let tally = Tally { same: 1, left: 2, right: 1, ..Tally::default() };
        let props = ComparisonSummaryProps { tally, left: "DW".into(), right: "RT".into() };
        let expected =
            ["1 passage has", "None was found for", "2 passages", "of DW", "1 passage", "of RT"];
        check_html(comparison_summary(&props), &expected);
    }

    #[test]
    fn reports_with_nothing_in_common_say_so() {
        let tally = Tally { left: 2, right: 3, ..Tally::default() };
        let props = ComparisonSummaryProps { tally, left: "DW".into(), right: "RT".into() };
        check_html(comparison_summary(&props), &["No matching passages"]);
    }
}
