//! The title of the browser's window, which names the view.

use yew::prelude::*;

use super::use_navigator;
use crate::wording;

/// Names the window `title`.
#[hook]
pub(crate) fn use_title(title: &str) {
    let navigator = use_navigator();
    use_effect_with(title.to_owned(), move |title| {
        if let Some(navigator) = navigator {
            navigator.name.emit(format!("{} · Parallax", wording::cut(title, 100)));
        }
    });
}
