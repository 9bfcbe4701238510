//! A stretch of a comparison: two passages that answer each other, or those that stand alone.
//!
//! That no match was found is all that can be said of a passage alone; not that the other report lacks
//! what it says.
//!
//! Sees plain data only.

use parallax_engine::compare::{Pair, Passage, Wording};
use yew::prelude::*;

use super::{ComparedPassageProps, compared_passage};
use crate::columns::Stretch;

/// What [`compared_row`] shows.
#[derive(Clone, PartialEq)]
pub struct ComparedRowProps {
    /// What stands here.
    pub stretch: Stretch,
    /// The two sides, left and right.
    pub sides: [Side; 2],
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

/// A stretch of a comparison.
pub fn compared_row(props: &ComparedRowProps) -> Html {
    let [left, right] = &props.sides;
    let id = props.here.then_some("here");
    // What the address points to takes the focus.
    let focus = props.here.then_some("-1");
    let class = classes!("compared-row", kind(&props.stretch), props.here.then_some("is-here"));
    let cells = match &props.stretch {
        Stretch::Pair(pair) => html! {
            <>
                { cell(std::slice::from_ref(&pair.left), left, None) }
                { cell(std::slice::from_ref(&pair.right), right, None) }
                { relation(pair) }
            </>
        },
        Stretch::Alone(of_left, of_right) => html! {
            <>
                { cell(of_left, left, Some(right)) }
                { cell(of_right, right, Some(left)) }
            </>
        },
    };
    html! { <li {id} {class} tabindex={focus}>{ cells }</li> }
}

/// The passages of one article; those that stand alone say where they are not.
fn cell(passages: &[Passage], side: &Side, alone: Option<&Side>) -> Html {
    let passages_shown = passages.iter().map(|passage| {
        compared_passage(&ComparedPassageProps {
            passage: passage.clone(),
            article: side.article.clone(),
            outlet: side.outlet.clone(),
        })
    });
    html! {
        <div class="compared-row-side">
            if let Some(other) = alone.filter(|_| !passages.is_empty()) {
                <p class="compared-row-alone">
                    { format!("{}: no match found in {}", side.outlet, other.outlet) }
                </p>
            }
            { for passages_shown }
        </div>
    }
}

fn relation(pair: &Pair) -> Html {
    let reasons = pair.reasons.join("; ");
    html! {
        <p class="compared-row-relation">
            <strong>{ wording(pair.wording) }</strong>
            if pair.moved {
                <span>{ "in a different order" }</span>
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

fn kind(stretch: &Stretch) -> &'static str {
    match stretch {
        Stretch::Pair(pair) => match pair.wording {
            Wording::Same => "is-pair is-same",
            Wording::Differs => "is-pair is-differs",
            Wording::Reworded => "is-pair is-reworded",
        },
        Stretch::Alone(..) => "is-alone",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check_html, pair, passage};

    fn props(stretch: Stretch) -> ComparedRowProps {
        let side = |article: &'static str, outlet: &'static str| Side {
            article: article.into(),
            outlet: outlet.into(),
        };
        ComparedRowProps { stretch, sides: [side("a", "DW"), side("b", "RT")], here: false }
    }

    #[test]
    fn a_pair_shows_both_passages_and_says_why() {
        let stretch = Stretch::Pair(pair("a fresh start", "a [true] start", Wording::Differs));
        let html = check_html(
            compared_row(&props(stretch)),
            &["is-differs", "a fresh start", "true", "Some words differ", "both quote Anna Berg"],
        );
        assert!(!html.contains("no match"));
    }

    #[test]
    fn lone_passages_say_where_they_are_not() {
        let html = check_html(
            compared_row(&props(Stretch::Alone(
                Vec::new(),
                vec![passage("Protests"), passage("More")],
            ))),
            &["is-alone", "RT: no match found in DW", "Protests", "More"],
        );
        assert!(!html.contains("DW: no match"), "an empty column claims nothing: {html}");
    }

    #[test]
    fn what_the_address_points_to_can_be_found() {
        let stretch = Stretch::Alone(vec![passage("More")], Vec::new());
        let here = ComparedRowProps { here: true, ..props(stretch) };
        check_html(compared_row(&here), &["id=\"here\"", "is-here"]);
    }
}
