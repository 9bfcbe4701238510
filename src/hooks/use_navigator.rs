//! The page's place, kept in step with the browser's history.

use std::{cell::RefCell, rc::Rc};

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::use_arrival::let_go_of_focus;
use crate::{
    history::{self, History},
    navigator::{Arrival, Go, Navigator, Place},
    parts::Part,
    timing,
};

/// Keeps the place; for the page's root.
#[hook]
pub(crate) fn use_new_navigator() -> (Rc<Place>, Navigator) {
    let history = (*use_memo((), |()| History::start())).clone();
    let place = use_state(|| Rc::new(Place::opened(&history::hash())));
    // The newest place, also for a step that comes before the last one is drawn.
    let here = use_mut_ref(|| Rc::clone(&place));
    let arrive = use_callback((), {
        let (place, here) = (place.setter(), Rc::clone(&here));
        move |there: Place, ()| {
            if !matches!(there.arrival, Arrival::Within(_)) {
                let_go_of_focus();
            }
            let there = Rc::new(there);
            *here.borrow_mut() = Rc::clone(&there);
            set_out(there, &here, &place);
        }
    });
    let go = use_callback((), {
        let (history, here, arrive) = (Rc::clone(&history), Rc::clone(&here), arrive.clone());
        move |go: Go, ()| {
            let from = Rc::clone(&here.borrow());
            arrive.emit(step(&history, &from, go));
        }
    });
    use_effect_with((), move |()| {
        let listeners = history.listen(move |hash, scrolled| {
            timing::input();
            let from = Rc::clone(&here.borrow());
            arrive.emit(from.returned(&hash, scrolled));
        });
        move || drop(listeners)
    });
    let name = use_callback((), |title: String, ()| name_window(&title));
    (Rc::clone(&place), Navigator { go, name })
}

/// Goes to a place as soon as the parts of the page that draw it are there, unless another step was made
/// meanwhile.
fn set_out(there: Rc<Place>, here: &Rc<RefCell<Rc<Place>>>, place: &UseStateSetter<Rc<Place>>) {
    let needed = Part::needed(&there.address.view);
    let missing: Vec<Part> = needed.filter(|part| part.draw().is_none()).collect();
    if missing.is_empty() {
        place.set(there);
        return;
    }
    let (here, place) = (Rc::clone(here), place.clone());
    spawn_local(async move {
        // Where it does not come, the view says so.
        for part in missing {
            part.fetch().await;
        }
        if Rc::ptr_eq(&here.borrow(), &there) {
            place.set(there);
        }
    });
}

fn name_window(title: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

/// Makes the step in the browser's history, and gives the new place.
fn step(history: &Rc<History>, here: &Place, go: Go) -> Place {
    timing::input();
    let scrolled = history::scrolled();
    match go {
        Go::Push(view) => {
            let there = here.moved(view, scrolled);
            // Two spellings of one view ("" and "#/browse") are one place: Back must not stay there.
            if there.address != here.address {
                history.push(&there.address.to_string());
            }
            there
        }
        Go::Replace(view) => {
            let there = here.moved(view, scrolled);
            history.replace_soon(there.address.to_string());
            there
        }
    }
}

/// Where the page is; none outside the page's root.
#[hook]
pub(crate) fn use_navigator() -> Option<Navigator> {
    use_context::<Navigator>()
}
