//! Turns plain clicks on the page's own links into steps of the page, and clicks on what copies a citation into its text.
//!
//! Links are ordinary ones, with a real address each; one listener at the page's root hears them
//! all. Clicks that ask for a new tab or window are left to the browser.

use web_sys::Element;
use yew::prelude::*;

use crate::{
    history,
    navigator::Navigator,
    url::{Address, View},
};

/// What hears the clicks; `on_cite` is given citations.
pub(crate) fn follow(navigator: &Navigator, on_cite: &Callback<String>) -> Callback<MouseEvent> {
    let (navigator, on_cite) = (navigator.clone(), on_cite.clone());
    Callback::from(move |event: MouseEvent| {
        if let Some(text) = cited(&event) {
            on_cite.emit(text);
        }
        if let Some(view) = is_plain(&event).then(|| clicked(&event)).flatten() {
            event.prevent_default();
            navigator.push(view);
        }
    })
}

fn is_plain(event: &MouseEvent) -> bool {
    let held = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    event.button() == 0 && !held && !event.default_prevented()
}

/// The view that the clicked link leads to.
fn clicked(event: &MouseEvent) -> Option<View> {
    let link = event.target_dyn_into::<Element>()?.closest("a[href]").ok()??;
    view(&link.get_attribute("href")?)
}

/// The citation that the clicked button copies: what it says, and the address that it leads to.
fn cited(event: &MouseEvent) -> Option<String> {
    let button = event.target_dyn_into::<Element>()?.closest("button[data-cite]").ok()??;
    let (text, to) = (button.get_attribute("data-cite")?, button.get_attribute("data-to")?);
    Some(format!("{text} {}{to}", history::page()))
}

/// The view of an address of this page; none for any other.
fn view(href: &str) -> Option<View> {
    href.starts_with("#/").then(|| Address::parse(href).view)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_pages_own_addresses_are_steps() {
        let read = View::article("a b");
        assert_eq!(view(&read.to_string()), Some(read));
        for other in ["https://example.org/#/about", "#main", "about", ""] {
            assert_eq!(view(other), None, "{other}");
        }
    }
}
