//! The active filters, each with its own way out.

use parallax_engine::query::Query;
use yew::prelude::*;

use crate::{
    action::{Action, Filter},
    wording,
};

/// The active filters.
pub fn filter_chips(query: &Query, on_action: &Callback<Action>) -> Html {
    let filters = Filter::of(query);
    if filters.is_empty() {
        return Html::default();
    }
    let chips = filters.iter().map(|filter| {
        let label = wording::filter_label(filter);
        let removal = filter.removal();
        html! {
            <li key={label.clone()}>
                <button
                    type="button"
                    class="filter-chip"
                    aria-label={format!("Remove the filter {label}")}
                    onclick={on_action.reform(move |_: MouseEvent| removal.clone())}
                >
                    <span>{ label }</span><span class="filter-chip-x no-print" aria-hidden="true">{ "×" }</span>
                </button>
            </li>
        }
    });
    html! {
        <ul class="filter-chips" aria-label="Active filters">
            { for chips }
            <li key="clear-all">
                <button
                    type="button"
                    class="filter-chips-clear no-print"
                    onclick={on_action.reform(|_: MouseEvent| Action::ClearAll)}
                >
                    { "Clear all" }
                </button>
            </li>
        </ul>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check_html, render_html};
    use parallax_engine::query::Facet;

    #[test]
    fn every_filter_has_a_chip() {
        let mut query = Query { words: "fresh".to_owned(), ..Query::default() };
        query.choose(Facet::Outlet, |chosen| chosen.toggle_exclude("DW"));
        check_html(
            filter_chips(&query, &Callback::noop()),
            &["Remove the filter Words: fresh", "Words: fresh", "Outlet: not DW", "Clear all"],
        );
    }

    #[test]
    fn nothing_active_shows_nothing() {
        let chips = filter_chips(&Query::default(), &Callback::noop());
        assert_eq!(render_html(chips), "");
    }
}
