//! The title of the browser's window, which names the view.

use yew::prelude::*;

use crate::wording;

/// Names the window `title`.
#[hook]
pub(crate) fn use_title(title: &str) {
    use_effect_with(title.to_owned(), |title| {
        if let Some(document) = web_sys::window().and_then(|window| window.document()) {
            document.set_title(&format!("{} · Parallax", wording::cut(title, 100)));
        }
    });
}
