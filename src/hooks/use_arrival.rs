//! What is in sight after a step: the beginning, what the address points to, or where Back left it.

use wasm_bindgen::JsCast;
use web_sys::{
    Document, Element, HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition,
    Window,
};
use yew::prelude::*;

use crate::{
    components::OPEN_PANEL,
    navigator::{Arrival, Place},
    timing,
};

/// The id of the one element that the address points to.
pub(crate) const HERE: &str = "here";
/// The id of the page's main part.
pub(crate) const MAIN: &str = "main";

/// After each step, brings into sight what belongs there.
#[hook]
pub(crate) fn use_arrival(place: &Place) {
    use_effect_with((place.moves, place.arrival), |&(moves, arrival)| {
        // What follows makes the browser lay the page out, which it would do anyhow: that is not
        // the answer's time.
        if moves > 0 {
            timing::updated();
        }
        let window = web_sys::window();
        if let Some((window, document)) =
            window.and_then(|window| Some((window.clone(), window.document()?)))
        {
            arrive(&window, &document, arrival, moves == 0);
        }
        if moves == 0 {
            timing::opened();
        }
    });
}

/// Moves focus to the page's main part, past what stands at its head.
pub(crate) fn focus_main() {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(main) = document.and_then(|document| document.get_element_by_id(MAIN)) {
        focus_element(&main);
        reveal_start(&main);
    }
}

/// Lets go of the focus before a step to another view. What has it is about to go, and a browser that has
/// to find out so while the page changes lays the half-changed page out, which costs more than the change.
pub(crate) fn let_go_of_focus() {
    let document = web_sys::window().and_then(|window| window.document());
    let focused = document.and_then(|document| document.active_element());
    if let Some(focused) = focused.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element that keeps the focus is no reason to stop.
        let _ = focused.blur();
    }
}

fn reveal_start(element: &Element) {
    element.scroll_into_view_with_bool(true);
}

fn arrive(window: &Window, document: &Document, arrival: Arrival, first: bool) {
    let here = document.get_element_by_id(HERE);
    match (arrival, here) {
        (Arrival::Returned(scrolled), _) => window.scroll_to_with_x_and_y(0.0, scrolled),
        (Arrival::Fresh, Some(here)) => {
            reveal(&here);
            focus_element(&here);
        }
        (Arrival::Fresh, None) => {
            window.scroll_to_with_x_and_y(0.0, 0.0);
            // On the first view, focus stays where the browser puts it: at the page's beginning.
            if let Some(main) = document.get_element_by_id(MAIN).filter(|_| !first) {
                focus_element(&main);
            }
        }
        (Arrival::Within(_), Some(here)) if !in_sight(window, &here) => reveal(&here),
        (Arrival::Within(_), _) => {}
    }
}

/// Brings an element into sight; what is open beside a list is scrolled alone.
fn reveal(element: &Element) {
    if let Ok(Some(panel)) = element.closest(&format!("#{OPEN_PANEL}")) {
        let (place, around) =
            (element.get_bounding_client_rect(), panel.get_bounding_client_rect());
        let away = place.top() - around.top() - around.height() / 3.0;
        panel.set_scroll_top(panel.scroll_top() + away as i32);
        return;
    }
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    options.set_behavior(ScrollBehavior::Instant);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Gives the focus to an element, without scrolling to it.
pub(crate) fn focus_element(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        // An element that takes no focus is no reason to stop.
        let _ = element.focus_with_options(&options);
    }
}

fn in_sight(window: &Window, element: &Element) -> bool {
    let height = window.inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    let place = element.get_bounding_client_rect();
    place.top() >= 0.0 && place.bottom() <= height
}
