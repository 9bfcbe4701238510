//! Says that nothing matches, which filter stands in the way, and what its removal gives.

use parallax_engine::query::Unit;
use yew::prelude::*;

use crate::{
    action::{Action, Blocker},
    wording,
};

/// What [`empty_results`] shows.
#[derive(Clone, PartialEq)]
pub struct EmptyResultsProps {
    /// What was looked for.
    pub unit: Unit,
    /// The filters whose removal gives results.
    pub blockers: Vec<Blocker>,
    /// The reader takes a filter away.
    pub on_action: Callback<Action>,
}

/// Says that nothing matches, and what to do.
pub fn empty_results(props: &EmptyResultsProps) -> Html {
    let (one, many) = match props.unit {
        Unit::Article => ("article", "articles"),
        Unit::Quote => ("quote", "quotes"),
    };
    let ways = props.blockers.iter().map(|blocker| {
        let removal = blocker.filter.removal();
        let label = wording::filter_label(&blocker.filter);
        let gain = wording::counted(blocker.without, one, many);
        html! {
            <li key={label.clone()}>
                <button type="button" onclick={props.on_action.reform(move |_: MouseEvent| removal.clone())}>
                    { format!("Remove “{label}”") }
                </button>
                <span>{ format!(" to see {gain}") }</span>
            </li>
        }
    });
    html! {
        <section class="empty-results">
            <h3>{ format!("No {many} match all of these filters together.") }</h3>
            if props.blockers.is_empty() {
                <p>{ "No single filter stands in the way. Start again without any:" }</p>
            } else {
                <ul>{ for ways }</ul>
            }
            <button type="button" onclick={props.on_action.reform(|_: MouseEvent| Action::ClearAll)}>
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
        let props = |blockers| EmptyResultsProps {
            unit: Unit::Quote,
            blockers,
            on_action: Callback::noop(),
        };
        check_html(
            empty_results(&props(vec![blocker])),
            &["No quotes match", "Remove “Words: zzz”", "to see 1 quote", "Clear all filters"],
        );
        check_html(empty_results(&props(Vec::new())), &["No single filter", "Clear all filters"]);
    }
}
