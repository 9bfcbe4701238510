//! What two reports share, in numbers, with what the marks below mean.
//!
//! Sees plain data only.

use parallax_engine::compare::{Row, Wording};
use yew::prelude::*;

use crate::wording::{counted, listed};

/// What [`comparison_summary`] shows.
#[derive(Clone, PartialEq)]
pub struct ComparisonSummaryProps {
    /// The outlet of the base text, or words for none.
    pub base: AttrValue,
    /// The other texts' outlets, each with its numbers beside the base text.
    pub others: Vec<(AttrValue, Tally)>,
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
    if props.others.iter().all(|(_, tally)| tally.pairs() == 0) {
        return html! {
            <p class="comparison-summary is-none">
                { "No matching passages were found. " }
                { "They may report different events." }
            </p>
        };
    }
    let sentence = match &props.others[..] {
        [(outlet, tally)] => between_two(*tally, &props.base, outlet),
        others => among_several(&props.base, others),
    };
    html! {
        <div class="comparison-summary">
            <p>{ sentence }</p>
            { key() }
        </div>
    }
}

fn between_two(tally: Tally, base: &str, other: &str) -> String {
    format!(
        "{} a match in the other report. None was found for {} of {base} and {} of {other} \
         (headings and captions counted).",
        counted(tally.pairs(), "passage has", "passages have"),
        counted(tally.left, "passage", "passages"),
        counted(tally.right, "passage", "passages"),
    )
}

fn among_several(base: &str, others: &[(AttrValue, Tally)]) -> String {
    let of = |(outlet, tally): &(AttrValue, Tally)| {
        format!("{} in {outlet}", counted(tally.pairs(), "match", "matches"))
    };
    let found: Vec<String> = others.iter().map(of).collect();
    let passages = others.first().map_or(0, |(_, tally)| tally.pairs() + tally.left);
    format!(
        "For the {} of {base}, {} were found (headings and captions counted). The other reports are held \
         against {base}, not against each other.",
        counted(passages, "passage", "passages"),
        listed(&found),
    )
}

/// What the marks mean.
fn key() -> Html {
    let swatch = |class: &'static str, words: &'static str| {
        html! {
            <span>
                <span class={classes!("comparison-summary-swatch", class)} aria-hidden="true" />
                { words }
            </span>
        }
    };
    html! {
        <p class="comparison-summary-key">
            <span>{ "A word marked like " }<ins>{ "this" }</ins>{ " is not in the passage opposite." }</span>
            <span>{ "¶ opens the words as received." }</span>
            { swatch("is-shared", "shared words") }
            { swatch("is-reworded", "in other words") }
            { swatch("is-only", "no match found") }
        </p>
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

    fn shown(others: Vec<(&'static str, Tally)>, expected: &[&str]) {
        let others = others.into_iter().map(|(outlet, tally)| (outlet.into(), tally)).collect();
        let props = ComparisonSummaryProps { base: "DW".into(), others };
        check_html(comparison_summary(&props), expected);
    }

    #[test]
    fn the_numbers_are_said_in_words() {
        let tally = Tally { same: 1, left: 2, right: 1, ..Tally::default() };
        shown(
            vec![("RT", tally)],
            &["1 passage has", "None was found for 2 passages of DW and 1 passage of RT", "shared"],
        );
    }

    #[test]
    fn several_reports_are_held_against_the_base_text() {
        let tally = |same, left| Tally { same, left, ..Tally::default() };
        shown(
            vec![("RT", tally(2, 3)), ("Reuters", tally(1, 4))],
            &["For the 5 passages of DW, 2 matches in RT and 1 match in Reuters were found"],
        );
    }

    #[test]
    fn reports_with_nothing_in_common_say_so() {
        let tally = Tally { left: 2, right: 3, ..Tally::default() };
        shown(vec![("RT", tally)], &["No matching passages"]);
    }
}
