//! The page's place, kept in step with the browser's history.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    history::{self, History},
    navigator::{Go, Navigator, Place},
    timing,
};

/// Keeps the place; for the page's root.
#[hook]
pub(crate) fn use_new_navigator() -> Navigator {
    let history = use_memo((), |()| History::start());
    let place = use_state(|| Rc::new(Place::opened(&history::hash())));
    let go = use_callback((*place).clone(), {
        let (history, place) = ((*history).clone(), place.setter());
        move |go: Go, here: &Rc<Place>| place.set(Rc::new(step(&history, here, go)))
    });
    use_effect_with((*place).clone(), {
        let place = place.setter();
        move |here| {
            let here = Rc::clone(here);
            let listeners = history.listen(move |hash, scrolled| {
                timing::input();
                place.set(Rc::new(here.returned(&hash, scrolled)));
            });
            move || drop(listeners)
        }
    });
    Navigator { place: (**place).clone(), go }
}

/// Makes the step in the browser's history, and gives the new place.
fn step(history: &Rc<History>, here: &Place, go: Go) -> Place {
    timing::input();
    match go {
        Go::Push(view) => {
            let there = here.moved(view);
            history.push(&there.address.to_string());
            there
        }
        Go::Replace(view) => {
            let there = here.moved(view);
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
