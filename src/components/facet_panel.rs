//! All facets. On a small screen they wait behind a button that tells how many filters are active.

use parallax_engine::{query::Query, search::FacetCounts};
use yew::prelude::*;

use super::FacetGroup;
use crate::action::Action;

/// Properties of [`FacetPanel`].
#[derive(Clone, PartialEq, Properties)]
pub struct FacetPanelProps {
    /// The facets, in order.
    pub facets: Vec<FacetCounts>,
    /// What is asked now.
    pub query: Query,
    /// How many filters are active.
    pub active: usize,
    /// The reader chooses.
    pub on_action: Callback<Action>,
}

/// All facets.
#[component]
pub fn FacetPanel(props: &FacetPanelProps) -> Html {
    let open = use_state_eq(|| false);
    let onclick = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let active = (props.active > 0).then(|| format!(" ({} active)", props.active));
    html! {
        <section class={classes!("facet-panel", open.then_some("is-open"))} aria-label="Filters">
            <button
                type="button"
                class="facet-panel-toggle"
                aria-expanded={if *open { "true" } else { "false" }}
                aria-controls="facets"
                {onclick}
            >
                { if *open { "Hide filters" } else { "Filters" } }{ active }
            </button>
            <div id="facets" class="facet-panel-groups">
                { for props.facets.iter().map(|counts| html! {
                    <FacetGroup
                        key={counts.facet.name()}
                        counts={counts.clone()}
                        query={props.query.clone()}
                        on_action={props.on_action.clone()}
                    />
                }) }
            </div>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, render};
    use parallax_engine::query::Facet;

    fn props(active: usize) -> FacetPanelProps {
        let facets = Facet::ALL.map(|facet| FacetCounts { facet, values: Vec::new() }).to_vec();
        FacetPanelProps { facets, query: Query::default(), active, on_action: Callback::noop() }
    }

    #[test]
    fn facets_keep_their_order() {
        check::<FacetPanel>(
            props(0),
            &["data-facet=\"outlet\"", "Event", "Speaker", "Kind of quote", "Published"],
        );
    }

    #[test]
    fn the_button_tells_how_many_filters_are_active() {
        check::<FacetPanel>(props(3), &["aria-expanded=\"false\"", "Filters (3 active)"]);
        assert!(!render::<FacetPanel>(props(0)).contains("active)"));
    }
}
