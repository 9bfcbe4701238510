//! The facet of days, behind its name: its picture comes when it is opened, or when days are chosen.

use parallax_engine::query::Facet;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::{
    components::{DateFacet, DateFacetProps},
    parts::{DrawDates, dates_part},
};

/// What came of fetching the picture.
type Fetched = Option<Result<DrawDates, ()>>;

/// The facet, open or not.
#[component]
pub(super) fn Dates(props: &DateFacetProps) -> Html {
    let days = &props.view.query.facets;
    let chosen = [Facet::Date, Facet::Happened].iter().any(|it| days.contains_key(it));
    let draw = use_state(|| Fetched::None);
    let opened = use_state_eq(|| false);
    let open = *opened || chosen;
    use_effect_with(chosen, {
        let opened = opened.setter();
        // What was chosen and is no more does not take the picture away.
        move |chosen| {
            if *chosen {
                opened.set(true);
            }
        }
    });
    use_effect_with(open, {
        let draw = draw.clone();
        move |open| {
            if *open && !matches!(*draw, Some(Ok(_))) {
                spawn_local(async move { draw.set(Some(dates_part().await.map_err(|_| ()))) });
            }
        }
    });
    if props.calendar.stretches.is_empty() && !chosen {
        return Html::default();
    }
    let onclick = Callback::from(move |_: MouseEvent| opened.set(!*opened));
    html! {
        <div class={classes!("facet-panel-late", open.then_some("is-open"))} data-dates="">
            <button
                type="button"
                aria-expanded={if open { "true" } else { "false" }}
                aria-controls="facet-dates"
                {onclick}
            >
                { "Date" }
            </button>
            <div id="facet-dates">if open { { shown(&draw, props) } }</div>
        </div>
    }
}

fn shown(draw: &Fetched, props: &DateFacetProps) -> Html {
    match draw {
        None => Html::default(),
        Some(Ok(draw)) => draw(props.clone()),
        Some(Err(())) => {
            html! { <p role="alert">{ "This could not be fetched. Is there a connection?" }</p> }
        }
    }
}

/// The picture, for the part of the page that has it.
pub(crate) fn date_facet(props: DateFacetProps) -> Html {
    html! { <DateFacet ..props /> }
}

#[cfg(test)]
mod tests {
    use parallax_engine::{
        query::Days,
        search::{Calendar, Stretch},
    };

    use super::*;
    use crate::{testing::render, url::BrowseView};

    fn props(stretches: usize) -> DateFacetProps {
        let stretch = Stretch { days: Days::default(), count: 1, held: true };
        let calendar = Calendar { stretches: vec![stretch; stretches], ..Calendar::default() };
        let (on_action, on_slide) = (Callback::noop(), Callback::noop());
        DateFacetProps { calendar, closer: None, view: BrowseView::default(), on_action, on_slide }
    }

    #[test]
    fn it_waits_to_be_opened_unless_days_are_chosen() {
        assert!(render::<Dates>(props(1)).contains("aria-expanded=\"false\""));
        let mut chosen = props(1);
        chosen.view.query.choose(Facet::Date, |days| days.only("2010"));
        assert!(render::<Dates>(chosen).contains("aria-expanded=\"true\""));
    }

    #[test]
    fn days_that_nothing_has_are_not_shown_unless_they_are_chosen() {
        assert!(!render::<Dates>(props(0)).contains("Date"));
        let mut chosen = props(0);
        chosen.view.query.choose(Facet::Happened, |days| days.only("2010"));
        assert!(render::<Dates>(chosen).contains("Date"));
    }
}
