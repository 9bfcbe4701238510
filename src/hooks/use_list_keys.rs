//! Keys that go from result to result, open one, and close it: the focus is where the reader is.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

use super::{focus_element, use_keys};
use crate::{components::OPEN_PANEL, history, url::Opened};

/// The results.
const ROWS: &str = ".results > li > article";
/// From this width on, in CSS pixels, there is room beside a list: the style sheets' 80rem.
const WIDE: f64 = 1280.0;

/// Hears the keys of a list; `on_close` closes what is open beside it.
#[hook]
pub(crate) fn use_list_keys(open: Option<&Opened>, on_close: Callback<()>) {
    let is_open = open.is_some();
    use_keys(Callback::from(move |event: KeyboardEvent| {
        let Some(document) = document() else { return };
        match event.key().as_str() {
            "j" => step(&document, &event, 1),
            "k" => step(&document, &event, -1),
            "Enter" => enter(&document, &event),
            "Escape" if is_open => {
                event.prevent_default();
                on_close.emit(());
            }
            "/" => {
                if let Some(search) = document.get_element_by_id("search") {
                    // The key itself is not to be typed there.
                    event.prevent_default();
                    focus_element(&search);
                }
            }
            _ => {}
        }
    }));
    let last = use_mut_ref(|| None::<Opened>);
    use_effect_with(open.cloned(), move |open| {
        let before = last.replace(open.clone());
        if open.is_none() {
            before.and_then(|closed| take_back(&closed)).unwrap_or_default();
        }
    });
}

/// The focus was in what is closed, if it is nowhere now: it goes back to the result that was open.
fn take_back(closed: &Opened) -> Option<()> {
    let document = document()?;
    document.active_element().is_none_or(|it| it.tag_name() == "BODY").then_some(())?;
    let (name, value) = match &closed.at {
        Some(key) => ("data-quote", key),
        None => ("data-article", &closed.article),
    };
    let rows = document.query_selector_all(ROWS).ok()?;
    let mut rows = (0..rows.length()).filter_map(|at| rows.item(at)?.dyn_into::<Element>().ok());
    focus_element(&rows.find(|row| row.get_attribute(name).as_ref() == Some(value))?);
    Some(())
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The result that has the focus, or something in it.
fn current(document: &Document) -> Option<Element> {
    document.active_element()?.closest(ROWS).ok()?
}

/// Goes so many results on; to the first where there is no current one.
fn step(document: &Document, event: &KeyboardEvent, by: i32) {
    event.prevent_default();
    let Ok(rows) = document.query_selector_all(ROWS) else { return };
    let count = rows.length();
    let here = current(document);
    let at = here.and_then(|here| {
        (0..count).find(|&at| rows.item(at).is_some_and(|row| row.is_same_node(Some(&here))))
    });
    let next = match at {
        None => Some(0),
        Some(at) => at.checked_add_signed(by).filter(|next| *next < count),
    };
    let row = next.and_then(|next| rows.item(next)?.dyn_into::<Element>().ok());
    if let Some(row) = row {
        focus_element(&row);
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        row.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Opens the result that itself has the focus: beside the list where there is room. If it is open there
/// already, the focus goes to it.
fn enter(document: &Document, event: &KeyboardEvent) {
    let focused = document.active_element().filter(|it| it.matches(ROWS) == Ok(true));
    let Some(row) = focused else { return };
    event.prevent_default();
    let width = web_sys::window().and_then(|window| window.inner_width().ok()?.as_f64());
    let selector = if width.unwrap_or_default() >= WIDE { "a.open-beside" } else { "a.open-alone" };
    let link = row.query_selector(selector).ok().flatten();
    let link = link.and_then(|link| link.dyn_into::<HtmlElement>().ok());
    let Some(link) = link else { return };
    if link.get_attribute("href").is_some_and(|href| href == history::hash()) {
        if let Some(panel) = document.get_element_by_id(OPEN_PANEL) {
            focus_element(&panel);
        }
        return;
    }
    link.click();
}
