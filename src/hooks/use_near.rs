//! Whether a place in the page is near the window, or was once.

use gloo::{events::EventListener, timers::callback::Timeout};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{
    Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit, js_sys,
};
use yew::prelude::*;

/// How far around the window is near: a window's height above and below.
const AROUND: &str = "100% 0px";
/// When the first place counts as near in any case, and how much later each next one, in milliseconds.
const REST: u32 = 120;
const EACH: u32 = 60;

/// A place, and whether it is or was near the window, is being printed, or its turn has come: it is the
/// `number`-th that waits. `now` says that it counts as near at once.
#[hook]
pub(crate) fn use_near(now: bool, number: usize) -> (NodeRef, bool) {
    let place = use_node_ref();
    let came = use_state_eq(|| now);
    let near = now || *came;
    use_effect_with((place.clone(), near), {
        let came = came.setter();
        move |(place, near)| {
            let element = place.cast::<Element>().filter(|_| !near);
            let watch = element.and_then(|element| Watch::start(&element, number, came));
            move || drop(watch)
        }
    });
    (place, near)
}

/// Watches a place until it is dropped.
struct Watch {
    observer: IntersectionObserver,
    _seen: Closure<dyn FnMut(js_sys::Array)>,
    _printing: Option<EventListener>,
    _turn: Timeout,
}

impl Watch {
    fn start(element: &Element, number: usize, came: UseStateSetter<bool>) -> Option<Self> {
        let seen = {
            let came = came.clone();
            Closure::new(move |entries: js_sys::Array| {
                let entries = entries.iter();
                let mut entries =
                    entries.filter_map(|it| it.dyn_into::<IntersectionObserverEntry>().ok());
                if entries.any(|entry| entry.is_intersecting()) {
                    let came = came.clone();
                    // A task of its own for each place, so that many together do not hold up a frame.
                    Timeout::new(0, move || came.set(true)).forget();
                }
            })
        };
        let options = IntersectionObserverInit::new();
        options.set_root_margin(AROUND);
        let callback = seen.as_ref().unchecked_ref();
        let observer = IntersectionObserver::new_with_options(callback, &options).ok()?;
        observer.observe(element);
        let printing = web_sys::window().map(|window| {
            let came = came.clone();
            EventListener::new(&window, "beforeprint", move |_| came.set(true))
        });
        let turn = Timeout::new(REST + EACH * number as u32, move || came.set(true));
        Some(Self { observer, _seen: seen, _printing: printing, _turn: turn })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
