//! The map beside a comparison: it shows where the window is, and leads where it is pressed.

use std::rc::Rc;

use gloo::events::EventListener;
use web_sys::Element;
use yew::prelude::*;

use super::{place, shown::Shown, wishes::Wish};
use crate::{
    compared::{Entry, Scale},
    components::{ComparisonMapProps, comparison_map},
    pages::same::Same,
    url::Mode,
};

/// How many rows the Page keys pass over.
const PAGE: usize = 10;

/// Keeps the window's place on the map, and the reader's place when the rows are set otherwise.
#[hook]
pub(super) fn use_map(
    root: &NodeRef,
    scale: &Rc<Scale>,
    entries: &Rc<Vec<Entry>>,
    mode: Mode,
    go: &Callback<Wish>,
) {
    let top = use_mut_ref(|| (mode, 0));
    use_effect_with(mode, {
        let (top, go) = (Rc::clone(&top), go.clone());
        move |mode| {
            let (before, stretch) = top.replace((*mode, 0));
            if before != *mode && stretch > 0 {
                go.emit(Wish { stretch: Some(stretch), ..Wish::default() });
            }
        }
    });
    let state = (root.clone(), Same(Rc::clone(scale)), Same(Rc::clone(entries)));
    use_effect_with(state, move |(root, scale, entries)| {
        let (root, scale, entries) = (root.clone(), scale.clone(), entries.clone());
        let show = Rc::new(move || {
            let root = root.cast::<Element>().filter(|root| root.is_connected());
            let first = root.and_then(|root| place::show_window(&root, &scale.0, &entries.0));
            top.borrow_mut().1 = first.unwrap_or_default();
        });
        show();
        let listeners = web_sys::window().map(|window| {
            ["scroll", "resize"].map(|event| {
                let show = Rc::clone(&show);
                EventListener::new(&window, event, move |_| show())
            })
        });
        move || drop(listeners)
    });
}

/// The map, whose clicks and keys go where they point.
pub(super) fn map(root: &NodeRef, shown: &Shown, go: &Callback<Wish>) -> Html {
    let to = |(stretch, part)| Wish { stretch: Some(stretch), part, ..Wish::default() };
    let on_point = {
        let (scale, go) = (Rc::clone(&shown.scale), go.clone());
        Callback::from(move |event: MouseEvent| {
            // Yew hears events at the page's root, so whose they are is asked of their target.
            let strip = event.target_dyn_into::<Element>();
            let strip = strip.and_then(|it| it.closest("[role=slider]").ok().flatten());
            let Some(strip) = strip else { return };
            if event.buttons() & 1 == 1 {
                let place = strip.get_bounding_client_rect();
                let part = (f64::from(event.client_y()) - place.top()) / place.height().max(1.0);
                go.emit(to(scale.place_at(part)));
            }
        })
    };
    let on_key = {
        let (root, scale, go) = (root.clone(), Rc::clone(&shown.scale), go.clone());
        Callback::from(move |event: KeyboardEvent| {
            let root = root.cast::<Element>();
            let map = root.and_then(|root| root.query_selector("[role=slider]").ok().flatten());
            let now = map.and_then(|map| place::number(&map, "aria-valuenow")).unwrap_or(1) - 1;
            let last = scale.starts.len().saturating_sub(2);
            let there = match event.key().as_str() {
                "ArrowDown" | "ArrowRight" => now + 1,
                "ArrowUp" | "ArrowLeft" => now.saturating_sub(1),
                "PageDown" => now + PAGE,
                "PageUp" => now.saturating_sub(PAGE),
                "Home" => 0,
                "End" => last + 1,
                _ => return,
            };
            event.prevent_default();
            // Beyond the last row is the end.
            let part = if there > last { 1.0 } else { 0.0 };
            go.emit(to((there.min(last), part)));
        })
    };
    comparison_map(&ComparisonMapProps {
        scale: &shown.scale,
        columns: shown.sides.len(),
        on_point,
        on_key,
    })
}
