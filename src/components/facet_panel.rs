//! The facets that help to choose, and below them those that a reader may open. On a small screen they wait
//! behind a button that tells how many filters are active.

use parallax_engine::{
    query::{Choice, Facet, NONE},
    search::FacetCounts,
};
use yew::prelude::*;

use super::{FacetGroup, disclosure};
use crate::{action::Action, url::BrowseView, wording};

/// Properties of [`FacetPanel`].
#[derive(Clone, PartialEq, Properties)]
pub struct FacetPanelProps {
    /// Whether all waits behind the button, and nothing is drawn until it is pressed.
    pub folds: bool,
    /// The facets that are counted, in order.
    pub facets: Vec<FacetCounts>,
    /// A reader opens a facet that is not counted, or closes it.
    pub on_open: Callback<(Facet, bool)>,
    /// The facet of days.
    pub dates: Html,
    /// What is shown now.
    pub view: BrowseView,
    /// How many filters are active.
    pub active: usize,
    /// The reader chooses.
    pub on_action: Callback<Action>,
}

/// Of the facets that are always counted those to show as lists: by which results differ, and what is chosen.
/// Days have a picture instead, and their months are only another choice of days.
fn shown(facets: &[FacetCounts]) -> impl Iterator<Item = &FacetCounts> {
    facets.iter().filter(|counts| counts.facet.is_at_once()).filter(|counts| {
        let helps = || counts.values.iter().any(|it| &*it.value != NONE);
        let chosen = || counts.values.iter().any(|value| value.choice != Choice::Open);
        match counts.facet {
            Facet::Date => false,
            Facet::Month => chosen(),
            _ => helps() || chosen(),
        }
    })
}

/// The facets that wait to be opened; the days of events stand beside those of publication.
fn late_facets() -> impl Iterator<Item = Facet> {
    let waits = |facet: &Facet| !facet.is_at_once() && *facet != Facet::Happened;
    Facet::ALL.into_iter().filter(waits)
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
                if *open || !props.folds {
                    { for shown(&props.facets).map(|counts| group(counts, props)) }
                    <div class="facet-panel-more">
                        { props.dates.clone() }
                        { for late_facets().map(|it| late(it, props)) }
                    </div>
                }
            </div>
        </section>
    }
}

fn group(counts: &FacetCounts, props: &FacetPanelProps) -> Html {
    html! {
        <FacetGroup
            key={counts.facet.name()}
            counts={counts.clone()}
            view={props.view.clone()}
            on_action={props.on_action.clone()}
        />
    }
}

/// A facet that is counted only when it is open.
fn late(facet: Facet, props: &FacetPanelProps) -> Html {
    let counts = props.facets.iter().find(|counts| counts.facet == facet);
    let is_open = counts.is_some();
    let onclick = props.on_open.reform(move |_: MouseEvent| (facet, !is_open));
    let name = html! { wording::facet_label(facet) };
    let shown = counts.map(|counts| group(counts, props)).unwrap_or_default();
    disclosure("facet-panel-late", name, is_open, onclick, shown)
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
        FacetPanelProps {
            folds: false,
            facets,
            on_open: Callback::noop(),
            dates: html! { <i>{ "Days" }</i> },
            view: BrowseView::default(),
            active,
            on_action: Callback::noop(),
        }
    }

    #[test]
    fn facets_keep_their_order() {
        check::<FacetPanel>(
            props(0),
            &[
                "data-facet=\"outlet\"",
                "Event",
                "Speaker",
                "Kind of quote",
                "<i>Days</i>",
                "People named",
            ],
        );
    }

    #[test]
    fn what_waits_behind_the_button_is_not_drawn() {
        let html = render::<FacetPanel>(FacetPanelProps { folds: true, ..props(1) });
        assert!(html.contains("Filters (1 active)") && !html.contains("data-facet"), "{html}");
    }

    #[test]
    fn a_facet_that_is_not_counted_waits_to_be_opened() {
        let closed = render::<FacetPanel>(props(0));
        assert!(closed.contains(">Places named</button></div>"), "{closed}");
        let mut props = props(0);
        props.facets.push(values(Facet::Place, &["Lisbon"]));
        check::<FacetPanel>(props, &["Places named", "data-facet=\"place\"", "Lisbon"]);
    }

    #[test]
    fn only_facets_that_help_are_shown() {
        let named = |facets: &[FacetCounts]| -> Vec<&'static str> {
            shown(facets).map(|counts| counts.facet.name()).collect()
        };
        let of = |topics: &[&str], months: &[&str]| {
            [
                values(Facet::Topic, topics),
                values(Facet::Date, &["a"]),
                values(Facet::Month, months),
            ]
        };
        assert_eq!(named(&of(&[NONE], &["2010-11"])), [""; 0]);
        assert_eq!(named(&of(&["a", NONE], &["2010-11"])), ["topic"]);
        assert_eq!(named(&of(&["b!"], &["2010-11!"])), ["topic", "month"]);
    }

    #[test]
    fn the_button_tells_how_many_filters_are_active() {
        check::<FacetPanel>(props(3), &["aria-expanded=\"false\"", "Filters (3 active)"]);
        assert!(!render::<FacetPanel>(props(0)).contains("active)"));
    }
}
