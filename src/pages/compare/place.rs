//! Where the window is in the rows of a comparison, and how to bring a row into sight.
//!
//! Everything is looked for inside the comparison's own element: out of sight another one may be rehearsed.

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::chunks::CHUNK;
use crate::{
    compared::{Entry, Scale},
    components::WINDOW,
};

/// How long a row that was gone to is marked, in milliseconds.
const FLASH: u32 = 1_600;

/// The first row whose head is in sight, below what stays at the window's top.
pub(super) fn first_in_sight(root: &Element) -> Option<usize> {
    let line = reading_line(root);
    let rows = root.query_selector_all("[data-row]").ok()?;
    let row = |at: u32| rows.item(at)?.dyn_into::<Element>().ok();
    let mut rows = (0..rows.length()).filter_map(row);
    number(&rows.find(|row| row.get_bounding_client_rect().top() >= line)?, "data-row")
}

/// The row that has the focus, while it is in sight.
pub(super) fn focused(root: &Element) -> Option<usize> {
    let row = root.query_selector("[data-row]:focus, [data-row]:focus-within").ok()??;
    let (place, line) = (row.get_bounding_client_rect(), reading_line(root));
    (place.bottom() > line && place.top() < window_height()?).then(|| number(&row, "data-row"))?
}

fn window_height() -> Option<f64> {
    web_sys::window()?.inner_height().ok()?.as_f64()
}

/// A number that an element carries.
pub(super) fn number(element: &Element, name: &str) -> Option<usize> {
    element.get_attribute(name)?.parse().ok()
}

/// Where reading begins: the lower edge of what stays at the window's top.
fn reading_line(root: &Element) -> f64 {
    let top = root.query_selector(".compared-top").ok().flatten();
    top.map_or(0.0, |top| top.get_bounding_client_rect().bottom().max(0.0)) - 2.0
}

/// Brings the row of a stretch to the window's top, marks it for a moment, and gives it the focus if wanted. One
/// that takes the focus and is in sight as a whole stays where it is; `part` of a row is passed over.
pub(super) fn go_to(root: &Element, stretch: usize, part: f64, focus: bool) {
    let Some(row) = root.query_selector(&format!("[data-row='{stretch}']")).ok().flatten() else {
        return;
    };
    let place = row.get_bounding_client_rect();
    let seen = place.top() >= reading_line(root)
        && window_height().is_some_and(|height| place.bottom() <= height);
    if !(focus && seen) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Start);
        row.scroll_into_view_with_scroll_into_view_options(&options);
        if let Some(window) = web_sys::window().filter(|_| part > 0.0) {
            window.scroll_by_with_x_and_y(0.0, part * place.height());
        }
    }
    if focus && let Some(row) = row.dyn_ref::<HtmlElement>() {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // A row that takes no focus is in sight all the same.
        let _ = row.focus_with_options(&options);
    }
    let _ = row.class_list().add_1("is-reached");
    Timeout::new(FLASH, move || drop(row.class_list().remove_1("is-reached"))).forget();
}

/// Shows on the map which part of the comparison is in the window, and gives the first stretch there.
pub(super) fn show_window(root: &Element, scale: &Scale, entries: &[Entry]) -> Option<usize> {
    let map = root.query_selector("[role=slider]").ok()??;
    let mark = root.query_selector(&format!("#{WINDOW}")).ok()??;
    let height = window_height()?;
    let from = length_at(root, reading_line(root), scale, entries)?;
    let to = length_at(root, height, scale, entries)?;
    let set = |element: &Element, name: &str, value: &str| drop(element.set_attribute(name, value));
    set(&mark, "y", &format!("{from:.0}"));
    set(&mark, "height", &format!("{:.0}", (to - from).max(0.0)));
    let last = scale.starts.len().saturating_sub(1);
    let first =
        (scale.starts.partition_point(|start| *start as f64 <= from + 1.0)).clamp(1, last.max(1));
    set(&map, "aria-valuenow", &first.to_string());
    set(&map, "aria-valuetext", &format!("row {first} of {last}"));
    Some(first - 1)
}

/// How far down the map a height of the window is, by the rows that stand there.
fn length_at(root: &Element, y: f64, scale: &Scale, entries: &[Entry]) -> Option<f64> {
    let chunks = root.get_elements_by_class_name("compared-chunk");
    let rect = |at: u32| chunks.item(at).map(|chunk| chunk.get_bounding_client_rect());
    let (mut low, mut high) = (0, chunks.length());
    while low < high {
        let middle = low.midpoint(high);
        if rect(middle)?.bottom() <= y { low = middle + 1 } else { high = middle }
    }
    let Some(rect) = rect(low) else { return Some(scale.length() as f64) };
    let stretches = |entry: usize| {
        let entry = entry.min(entries.len());
        entries.get(entry).map_or(scale.starts.len() - 1, |entry| entry.stretches().start)
    };
    let first = low as usize * CHUNK;
    let (from, to) = (scale.starts[stretches(first)], scale.starts[stretches(first + CHUNK)]);
    let part = ((y - rect.top()) / rect.height().max(1.0)).clamp(0.0, 1.0);
    Some(from as f64 + part * (to - from) as f64)
}
