//! One facet with its values; a long one shows its first values until asked for more, some at a time.

use parallax_engine::{
    query::{Choice, Query},
    search::{FacetCounts, FacetValue},
};
use yew::prelude::*;

use super::facet_value;
use crate::{action::Action, wording};

/// How many values a long facet shows at first.
const FIRST: usize = 8;
/// How many more it shows each time that it is asked.
const MORE: usize = 50;

/// Properties of [`FacetGroup`].
#[derive(Clone, PartialEq, Properties)]
pub struct FacetGroupProps {
    /// The facet and its values.
    pub counts: FacetCounts,
    /// What is asked now.
    pub query: Query,
    /// The reader chooses.
    pub on_action: Callback<Action>,
}

/// One facet with its values.
#[component]
pub fn FacetGroup(props: &FacetGroupProps) -> Html {
    let most = use_state_eq(|| FIRST);
    let facet = props.counts.facet;
    let values = &props.counts.values;
    // One more is no longer than the button that leads to it.
    let first = if values.len() == *most + 1 { values.len() } else { *most };
    let shown = values.iter().enumerate().filter(|(at, value)| is_shown(*at, first, value));
    let show = |count: usize| {
        let most = most.setter();
        Callback::from(move |_: MouseEvent| most.set(count))
    };
    html! {
        <fieldset class="facet-group" data-facet={facet.name()}>
            <legend>{ wording::facet_label(facet) }</legend>
            <ul>
                { for shown.map(|(_, value)| facet_value(facet, value, &props.query, &props.on_action)) }
            </ul>
            if first < values.len() {
                <button type="button" class="facet-group-more" onclick={show(first + MORE)}>
                    { more(first, values.len()) }
                </button>
            }
            if *most > FIRST {
                <button type="button" class="facet-group-more" onclick={show(FIRST)}>
                    { "Show fewer" }
                </button>
            }
        </fieldset>
    }
}

/// Whether a value is one of the first ones; what is chosen is always shown.
fn is_shown(at: usize, first: usize, value: &FacetValue) -> bool {
    at < first || value.choice != Choice::Open
}

/// What is asked for where the first ones of all are shown.
fn more(first: usize, all: usize) -> String {
    let count = wording::grouped(all);
    if all - first > MORE {
        format!("Show {MORE} more of {count}")
    } else {
        format!("Show all {count}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::render;
    use parallax_engine::query::Facet;

    fn shown(values: usize, chosen: usize) -> String {
        let value = |at: usize| FacetValue {
            value: format!("Speaker {at:02}").as_str().into(),
            count: 1,
            choice: if at == chosen { Choice::Included } else { Choice::Open },
        };
        let values = (0..values).map(value).collect();
        let counts = FacetCounts { facet: Facet::Speaker, values };
        render::<FacetGroup>(FacetGroupProps {
            counts,
            query: Query::default(),
            on_action: Callback::noop(),
        })
    }

    #[test]
    fn a_short_facet_shows_everything() {
        let html = shown(9, 0);
        assert_eq!(html.matches("<li").count(), 9);
        assert!(!html.contains("Show all"));
    }

    #[test]
    fn a_very_long_facet_is_shown_some_at_a_time() {
        assert_eq!(more(8, 58), "Show all 58");
        assert_eq!(more(8, 9_924), "Show 50 more of 9,924");
    }

    #[test]
    fn a_long_facet_shows_its_first_values_and_what_is_chosen() {
        let html = shown(30, 25);
        assert_eq!(html.matches("<li").count(), 9);
        assert!(html.contains("Speaker 25") && html.contains("Show all 30"));
        assert!(!html.contains("Show fewer"));
    }
}
