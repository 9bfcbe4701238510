//! A row of a comparison: two passages that answer each other, or one that stands alone.
//!
//! Sees plain data only.

use parallax_engine::compare::{Pair, Passage, Row, Wording};
use yew::prelude::*;

use super::ComparedPassage;

/// Properties of [`ComparedRow`].
#[derive(Clone, PartialEq, Properties)]
pub struct ComparedRowProps {
    /// The row.
    pub row: Row,
    /// The two sides, left and right.
    pub sides: [Side; 2],
    /// Whether a run of passages of one side begins here.
    pub opens_run: bool,
    /// Whether the address points here.
    pub here: bool,
}

/// What a row needs to know of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// The article's name.
    pub article: AttrValue,
    /// Its outlet, or words for none.
    pub outlet: AttrValue,
}

/// A row of a comparison.
#[component]
pub fn ComparedRow(props: &ComparedRowProps) -> Html {
    let [left, right] = &props.sides;
    let id = props.here.then_some("here");
    // The address may point at a row, which then takes the focus.
    let focus = props.here.then_some("-1");
    let class = classes!(
        "compared-row",
        kind(&props.row),
        props.here.then_some("is-here"),
        props.opens_run.then_some("is-opens"),
    );
    let cells = match &props.row {
        Row::Pair(pair) => html! {
            <>
                { side(&pair.left, left) }
                { side(&pair.right, right) }
                { relation(pair) }
            </>
        },
        Row::OnlyLeft(passage) => html! {
            <>
                { side(passage, left) }
                { absent(right, props.opens_run) }
            </>
        },
        Row::OnlyRight(passage) => html! {
            <>
                { absent(left, props.opens_run) }
                { side(passage, right) }
            </>
        },
    };
    html! { <li {id} {class} tabindex={focus}>{ cells }</li> }
}

fn side(passage: &Passage, side: &Side) -> Html {
    html! {
        <ComparedPassage
            passage={passage.clone()}
            article={side.article.clone()}
            outlet={side.outlet.clone()}
        />
    }
}

/// Where the other article has nothing; said once for each run.
fn absent(side: &Side, opens_run: bool) -> Html {
    html! {
        <div class="compared-row-absent">
            if opens_run {
                <p>{ format!("Not in {}’s report", side.outlet) }</p>
            }
        </div>
    }
}

fn relation(pair: &Pair) -> Html {
    let reasons = pair.reasons.join("; ");
    html! {
        <p class="compared-row-relation">
            <strong>{ wording(pair.wording) }</strong>
            if pair.moved {
                <span>{ "at another place" }</span>
            }
            if !reasons.is_empty() {
                <span>{ reasons }</span>
            }
        </p>
    }
}

fn wording(wording: Wording) -> &'static str {
    match wording {
        Wording::Same => "Same words",
        Wording::Differs => "Some words differ",
        Wording::Reworded => "In other words",
    }
}

fn kind(row: &Row) -> &'static str {
    match row {
        Row::Pair(pair) if pair.wording == Wording::Same => "is-same",
        Row::Pair(pair) if pair.wording == Wording::Differs => "is-differs",
        Row::Pair(_) => "is-reworded",
        Row::OnlyLeft(_) => "is-left",
        Row::OnlyRight(_) => "is-right",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, pair, passage, render};

    fn props(row: Row) -> ComparedRowProps {
        let side = |article: &'static str, outlet: &'static str| Side {
            article: article.into(),
            outlet: outlet.into(),
        };
        ComparedRowProps {
            row,
            sides: [side("a", "DW"), side("b", "RT")],
            opens_run: true,
            here: false,
        }
    }

    #[test]
    fn a_pair_shows_both_passages_and_says_why() {
        check::<ComparedRow>(
            props(Row::Pair(pair("a fresh start", "a [true] fresh start", Wording::Differs))),
            &["is-differs", "a fresh start", "true", "Some words differ", "both quote Anna Berg"],
        );
    }

    #[test]
    fn a_lone_passage_says_where_it_is_not() {
        let lone = check::<ComparedRow>(
            props(Row::OnlyRight(passage("Protests"))),
            &["is-right", "Not in DW’s report", "Protests"],
        );
        assert!(!lone.contains("Not in RT"));
        let next = ComparedRowProps { opens_run: false, ..props(Row::OnlyLeft(passage("More"))) };
        assert!(!render::<ComparedRow>(next).contains("Not in"));
    }

    #[test]
    fn the_row_pointed_to_can_be_found() {
        let here = ComparedRowProps { here: true, ..props(Row::OnlyLeft(passage("More"))) };
        check::<ComparedRow>(here, &["id=\"here\"", "is-here"]);
    }
}
