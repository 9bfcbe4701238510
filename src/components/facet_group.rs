//! One facet with its values; a long one shows its first values until asked for all.

use parallax_engine::{
    query::{Choice, Query},
    search::{FacetCounts, FacetValue},
};
use yew::prelude::*;

use super::facet_value;
use crate::{action::Action, wording};

/// How many values a long facet shows at first.
const FIRST: usize = 8;

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
    let all = use_state_eq(|| false);
    let facet = props.counts.facet;
    let values = &props.counts.values;
    let long = values.len() > FIRST + 1;
    let shown =
        values.iter().enumerate().filter(|(at, value)| *all || !long || is_first(*at, value));
    let onclick = {
        let all = all.clone();
        Callback::from(move |_: MouseEvent| all.set(!*all))
    };
    html! {
        <fieldset class="facet-group" data-facet={facet.name()}>
            <legend>{ wording::facet_label(facet) }</legend>
            <ul>
                { for shown.map(|(_, value)| facet_value(facet, value, &props.query, &props.on_action)) }
            </ul>
            if long {
                <button
                    type="button"
                    class="facet-group-more"
                    aria-expanded={if *all { "true" } else { "false" }}
                    {onclick}
                >
                    { if *all { "Show fewer".to_owned() } else { format!("Show all {}", values.len()) } }
                </button>
            }
        </fieldset>
    }
}

/// Whether a value is shown before all are asked for; what is chosen always is.
fn is_first(at: usize, value: &FacetValue) -> bool {
    at < FIRST || value.choice != Choice::Open
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
    fn a_long_facet_shows_its_first_values_and_what_is_chosen() {
        let html = shown(30, 25);
        assert_eq!(html.matches("<li").count(), 9);
        assert!(html.contains("Speaker 25") && html.contains("Show all 30"));
    }
}
