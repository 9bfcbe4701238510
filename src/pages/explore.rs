//! The part of the page that shows people, events, and words in their context.

use yew::prelude::*;

use super::{event::EventPage, lines::Lines, person::PersonPage};
use crate::url::View;

/// The page of a view of this part; of a list with lines these alone.
pub(crate) fn explored_view(view: View, scrolled: f64) -> Html {
    match view {
        View::Person(name) => html! { <PersonPage {name} /> },
        View::Event(name) => html! { <EventPage {name} /> },
        View::Browse(view) => html! { <Lines {view} {scrolled} /> },
        _ => Html::default(),
    }
}
