//! One value of a facet: a box to include it, its count, and a worded way to exclude it.
//!
//! A value that would give nothing is dimmed and stays in its place.

use parallax_engine::{
    query::{Choice, Facet},
    search::FacetValue,
};
use yew::prelude::*;

use crate::{action::Action, wording};

/// Properties of [`FacetValueRow`].
#[derive(Clone, PartialEq, Properties)]
pub struct FacetValueRowProps {
    /// The facet.
    pub facet: Facet,
    /// The value, its count and whether it is chosen.
    pub value: FacetValue,
    /// The reader chooses.
    pub on_action: Callback<Action>,
}

/// One value of a facet.
#[component]
pub fn FacetValueRow(props: &FacetValueRowProps) -> Html {
    let (facet, value) = (props.facet, &props.value);
    let include = Action::Include(facet, value.value.clone());
    let exclude = Action::Exclude(facet, value.value.clone());
    let label = wording::value_label(facet, &value.value);
    let excluded = value.choice == Choice::Excluded;
    let class = classes!(
        "facet-value",
        (value.count == 0).then_some("is-zero"),
        (value.choice == Choice::Included).then_some("is-included"),
        excluded.then_some("is-excluded"),
    );
    html! {
        <li {class} data-value={value.value.clone()}>
            <label>
                <input
                    type="checkbox"
                    checked={value.choice == Choice::Included}
                    onchange={props.on_action.reform(move |_: Event| include.clone())}
                />
                <span class="facet-value-name">{ label.clone() }</span>
                <span class="facet-value-count">{ wording::grouped(value.count) }</span>
            </label>
            <button
                type="button"
                class="facet-value-exclude"
                aria-pressed={if excluded { "true" } else { "false" }}
                aria-label={format!("Exclude {label}")}
                onclick={props.on_action.reform(move |_: MouseEvent| exclude.clone())}
            >
                { if excluded { "excluded" } else { "exclude" } }
            </button>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, render};

    fn props(count: usize, choice: Choice) -> FacetValueRowProps {
        FacetValueRowProps {
            facet: Facet::Outlet,
            value: FacetValue { value: "RT".to_owned(), count, choice },
            on_action: Callback::noop(),
        }
    }

    #[test]
    fn a_value_shows_its_count_and_can_be_excluded() {
        let html = check::<FacetValueRow>(
            props(7, Choice::Open),
            &["data-value=\"RT\"", "RT", "7", "aria-pressed=\"false\"", "Exclude RT", "exclude"],
        );
        assert!(!html.contains("checked") && !html.contains("is-zero"));
    }

    #[test]
    fn nothing_to_find_is_dimmed_not_removed() {
        check::<FacetValueRow>(props(0, Choice::Open), &["is-zero", "RT"]);
    }

    #[test]
    fn excluding_is_no_state_of_the_box() {
        let html = render::<FacetValueRow>(props(7, Choice::Excluded));
        assert!(!html.contains("checked") && html.contains("aria-pressed=\"true\""));
        assert!(render::<FacetValueRow>(props(7, Choice::Included)).contains("checked"));
    }
}
