//! Says that nothing matches, which filter stands in the way, and what its removal gives.

use parallax_engine::query::Unit;
use yew::prelude::*;

use crate::{
    action::{Action, Blocker},
    wording,
};

/// Says that nothing matches, and what to do.
pub fn empty_results(unit: Unit, blockers: &[Blocker], on_action: &Callback<Action>) -> Html {
    let many = wording::plural(unit);
    let ways = blockers.iter().map(|blocker| {
        let removal = blocker.filter.removal();
        let label = wording::filter_label(&blocker.filter);
        let gain = wording::results(blocker.without, unit);
        html! {
            <li key={label.clone()}>
                <button type="button" onclick={on_action.reform(move |_: MouseEvent| removal.clone())}>
                    { format!("Remove “{label}”") }
                </button>
                <span>{ format!(" to see {gain}") }</span>
            </li>
        }
    });
    html! {
        <section class="empty-results">
            <h3>{ format!("No {many} match all of these filters together.") }</h3>
            if blockers.is_empty() {
                <p>{ "No single filter stands in the way. Start again without any:" }</p>
            } else {
                <ul>{ for ways }</ul>
            }
            <button type="button" onclick={on_action.reform(|_: MouseEvent| Action::ClearAll)}>
                { "Clear all filters" }
            </button>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{action::Filter, testing::check_html};

    #[test]
    fn the_filter_in_the_way_is_named() {
        let blocker = Blocker { filter: Filter::Words("zzz".to_owned()), without: 1 };
        let shown = |blockers: &[Blocker]| empty_results(Unit::Quote, blockers, &Callback::noop());
        check_html(
            shown(&[blocker]),
            &["No quotes match", "Remove “Words: zzz”", "to see 1 quote", "Clear all filters"],
        );
        check_html(shown(&[]), &["No single filter", "Clear all filters"]);
    }
}
