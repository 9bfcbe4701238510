//! The facets that help to choose, and below them those that a reader may open. On a small screen they wait
//! behind a button that tells how many filters are active.

use parallax_engine::{
    query::{Choice, Facet, NONE, Query},
    search::FacetCounts,
};
use yew::prelude::*;

use super::FacetGroup;
use crate::{action::Action, wording};

/// Properties of [`FacetPanel`].
#[derive(Clone, PartialEq, Properties)]
pub struct FacetPanelProps {
    /// The facets that are counted, in order.
    pub facets: Vec<FacetCounts>,
    /// A reader opens a facet that is not counted, or closes it.
    pub on_open: Callback<(Facet, bool)>,
    /// What is asked now.
    pub query: Query,
    /// How many filters are active.
    pub active: usize,
    /// The reader chooses.
    pub on_action: Callback<Action>,
}

/// Of more days than this their months are shown instead.
const MOST_DAYS: usize = 12;

/// Of the facets that are always counted those to show: by which results differ, days or else their months,
/// and what is chosen.
fn shown(facets: &[FacetCounts]) -> impl Iterator<Item = &FacetCounts> {
    let said = |counts: &FacetCounts, most: usize| {
        counts.values.iter().filter(|it| &*it.value != NONE).take(most).count()
    };
    let days = facets.iter().find(|counts| counts.facet == Facet::Date);
    let days = days.map_or(0, |counts| said(counts, MOST_DAYS + 1));
    facets.iter().filter(|counts| counts.facet.is_at_once()).filter(move |counts| {
        let fits = match counts.facet {
            Facet::Date => days <= MOST_DAYS,
            Facet::Month => days > MOST_DAYS,
            _ => true,
        };
        let chosen = || counts.values.iter().any(|value| value.choice != Choice::Open);
        fits && said(counts, 1) > 0 || chosen()
    })
}

/// The facets that help to choose.
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
                { for shown(&props.facets).map(|counts| group(counts, props)) }
                <div class="facet-panel-more">
                    { for Facet::ALL.into_iter().filter(|facet| !facet.is_at_once()).map(|it| late(it, props)) }
                </div>
            </div>
        </section>
    }
}

fn group(counts: &FacetCounts, props: &FacetPanelProps) -> Html {
    html! {
        <FacetGroup
            key={counts.facet.name()}
            counts={counts.clone()}
            query={props.query.clone()}
            on_action={props.on_action.clone()}
        />
    }
}

/// A facet that is counted only when it is open.
fn late(facet: Facet, props: &FacetPanelProps) -> Html {
    let counts = props.facets.iter().find(|counts| counts.facet == facet);
    let id = format!("facet-{}", facet.name());
    let open = counts.is_some();
    html! {
        <div key={facet.name()} class={classes!("facet-panel-late", open.then_some("is-open"))}>
            <button
                type="button"
                aria-expanded={if open { "true" } else { "false" }}
                aria-controls={id.clone()}
                onclick={props.on_open.reform(move |_: MouseEvent| (facet, !open))}
            >
                { wording::facet_label(facet) }
            </button>
            <div {id}>{ for counts.map(|counts| group(counts, props)) }</div>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, render};
    use parallax_engine::search::FacetValue;

    fn values(facet: Facet, values: &[&str]) -> FacetCounts {
        let value = |value: &&str| FacetValue {
            value: (*value).into(),
            count: 1,
            choice: if value.ends_with('!') { Choice::Included } else { Choice::Open },
        };
        FacetCounts { facet, values: values.iter().map(value).collect() }
    }

    fn props(active: usize) -> FacetPanelProps {
        let facets = Facet::AT_ONCE.map(|facet| values(facet, &["a", NONE])).to_vec();
        let (query, on_action, on_open) = (Query::default(), Callback::noop(), Callback::noop());
        FacetPanelProps { facets, query, active, on_action, on_open }
    }

    #[test]
    fn facets_keep_their_order() {
        check::<FacetPanel>(
            props(0),
            &["data-facet=\"outlet\"", "Event", "Speaker", "Kind of quote", "Published"],
        );
    }

    #[test]
    fn a_facet_that_is_not_counted_waits_to_be_opened() {
        let closed = render::<FacetPanel>(props(0));
        assert!(
            closed.contains(">Places named</button><div id=\"facet-place\"></div>"),
            "{closed}"
        );
        let mut props = props(0);
        props.facets.push(values(Facet::Place, &["Lisbon"]));
        check::<FacetPanel>(props, &["id=\"facet-place\"", "data-facet=\"place\"", "Lisbon"]);
    }

    #[test]
    fn only_facets_that_help_are_shown() {
        let named = |facets: &[FacetCounts]| -> Vec<&'static str> {
            shown(facets).map(|counts| counts.facet.name()).collect()
        };
        let of = |days: &[&str], topics: &[&str], months: &[&str]| {
            [values(Facet::Topic, topics), values(Facet::Date, days), values(Facet::Month, months)]
        };
        let days: Vec<String> = (1..=13).map(|day| format!("2010-11-{day:02}")).collect();
        let days: Vec<&str> = days.iter().map(String::as_str).collect();
        assert_eq!(named(&of(&days[1..], &[NONE], &["2010-11"])), ["date"]);
        assert_eq!(named(&of(&days, &["a", NONE], &["2010-11"])), ["topic", "month"]);
        assert_eq!(named(&of(&[NONE], &[NONE], &[NONE])), [""; 0]);
        let chosen = [&days[..], &["2010-12-01!"]].concat();
        assert_eq!(named(&of(&chosen, &["b!"], &["2010-11"])), ["topic", "date", "month"]);
        assert_eq!(named(&of(&days[1..], &[NONE], &["2010-11!"])), ["date", "month"]);
    }

    #[test]
    fn the_button_tells_how_many_filters_are_active() {
        check::<FacetPanel>(props(3), &["aria-expanded=\"false\"", "Filters (3 active)"]);
        assert!(!render::<FacetPanel>(props(0)).contains("active)"));
    }
}
