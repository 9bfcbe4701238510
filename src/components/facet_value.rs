//! One value of a facet: its name leads to this value alone, a box adds it to what is chosen, and a
//! worded button excludes it.
//!
//! The number beside a name is exactly what following it gives. A value that would give nothing is
//! dimmed and stays in its place.

use parallax_engine::{
    query::{Choice, Facet},
    search::FacetValue,
};
use yew::prelude::*;

use crate::{
    action::Action,
    url::{BrowseView, View},
    wording,
};

/// One value of a facet.
pub fn facet_value(
    facet: Facet,
    value: &FacetValue,
    view: &BrowseView,
    on_action: &Callback<Action>,
) -> Html {
    let only = Action::Only(facet, value.value.to_string()).apply(view);
    let include = Action::Include(facet, value.value.to_string());
    let exclude = Action::Exclude(facet, value.value.to_string());
    let label = wording::value_label(facet, &value.value);
    let excluded = value.choice == Choice::Excluded;
    let class = classes!(
        "facet-value",
        (value.count == 0).then_some("is-zero"),
        (value.choice == Choice::Included).then_some("is-included"),
        excluded.then_some("is-excluded"),
    );
    html! {
        // Without a key: after a click most values are others, and to change what an element says is less work than
        // to make it anew. Nothing but the focus stays in an element, and a click in a facet leaves its values
        // where they are.
        <li {class} data-value={value.value.to_string()}>
            <label class="facet-value-box">
                <input
                    type="checkbox"
                    aria-label={format!("Include {label}")}
                    checked={value.choice == Choice::Included}
                    onchange={on_action.reform(move |_: Event| include.clone())}
                />
            </label>
            <a class="facet-value-only" href={View::Browse(only).to_string()}>
                <span class="facet-value-name">{ label.clone() }</span>
                { " " }
                <span class="facet-value-count">{ wording::grouped(value.count) }</span>
            </a>
            <button
                type="button"
                class="facet-value-exclude"
                aria-pressed={if excluded { "true" } else { "false" }}
                aria-label={format!("Exclude {label}")}
                onclick={on_action.reform(move |_: MouseEvent| exclude.clone())}
            >
                { if excluded { "excluded" } else { "exclude" } }
            </button>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check_html, render_html};

    fn shown(count: usize, choice: Choice) -> Html {
        let value = FacetValue { value: "RT".into(), count, choice };
        facet_value(Facet::Outlet, &value, &chosen("DW"), &Callback::noop())
    }

    fn chosen(outlet: &str) -> BrowseView {
        Action::Include(Facet::Outlet, outlet.to_owned()).apply(&BrowseView::default())
    }

    #[test]
    fn the_name_leads_to_this_value_alone() {
        let expected = ["href=\"#/browse?outlet=RT\"", "RT", "7"];
        check_html(shown(7, Choice::Open), &expected);
    }

    #[test]
    fn a_value_shows_its_count_and_can_be_excluded() {
        let html = check_html(
            shown(7, Choice::Open),
            &["data-value=\"RT\"", "RT", "7", "aria-pressed=\"false\"", "Exclude RT", "exclude"],
        );
        assert!(!html.contains("checked") && !html.contains("is-zero"));
    }

    #[test]
    fn nothing_to_find_is_dimmed_not_removed() {
        check_html(shown(0, Choice::Open), &["is-zero", "RT"]);
    }

    #[test]
    fn excluding_is_no_state_of_the_box() {
        let html = render_html(shown(7, Choice::Excluded));
        assert!(!html.contains("checked") && html.contains("aria-pressed=\"true\""));
        assert!(render_html(shown(7, Choice::Included)).contains("checked"));
    }
}
