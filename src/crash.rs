//! Says in plain words that the page has stopped, with what a report of it needs.
//!
//! Built with the DOM alone: when this runs, nothing above it can be trusted.

use std::panic::PanicHookInfo;

use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlDocument, HtmlElement, HtmlTextAreaElement};

use crate::history;

/// From now on, a panic is shown.
pub(crate) fn watch() {
    // Told to the framework, which would put its own in place otherwise.
    yew::set_custom_panic_hook(Box::new(|info| {
        web_sys::console::error_1(&JsValue::from_str(&info.to_string()));
        // If even this cannot be drawn, the console has the error.
        let _ = show(info);
    }));
}

fn show(info: &PanicHookInfo<'_>) -> Option<()> {
    let document = web_sys::window()?.document()?;
    // The first failure is the one to tell; those that follow are of a page that has stopped.
    if document.query_selector(".crash").ok()?.is_some() {
        return None;
    }
    let panel = add(&document, document.body()?.as_ref(), "section", "")?;
    panel.set_attribute("class", "crash").ok()?;
    panel.set_attribute("role", "alert").ok()?;
    add(&document, &panel, "h1", "Something went wrong on this page")?;
    add(
        &document,
        &panel,
        "p",
        "We are sorry. Nothing you read or typed has left this device. Reload the page to go on. \
         If it happens again, please send us these lines:",
    )?;
    let address = history::address();
    let details = add(&document, &panel, "textarea", &format!("{address}\n{info}"))?;
    details.set_attribute("readonly", "").ok()?;
    details.set_attribute("rows", "6").ok()?;
    details.set_attribute("aria-label", "What happened, to copy").ok()?;
    let actions = add(&document, &panel, "p", "")?;
    button(&document, &actions, "Reload", |_| {
        // A browser that refuses has its own button.
        let _ = web_sys::window().map(|window| window.location().reload());
    })?;
    button(&document, &actions, "Copy what happened", move |button| {
        let copied = copy(&details) == Some(true);
        button.set_text_content(Some(if copied { "Copied" } else { "Please copy the lines" }));
        let _ = button.dyn_ref::<HtmlElement>().map(HtmlElement::focus);
    })
}

/// A button that does something when it is pressed, as long as the page is shown.
fn button(
    document: &Document,
    parent: &Element,
    name: &str,
    act: impl Fn(&Element) + 'static,
) -> Option<()> {
    let button = add(document, parent, "button", name)?;
    let pressed = button.clone();
    EventListener::new(&button, "click", move |_| act(&pressed)).forget();
    Some(())
}

/// Selects the lines and copies them, at once: nothing that waits can be trusted here.
fn copy(lines: &Element) -> Option<bool> {
    let lines = lines.dyn_ref::<HtmlTextAreaElement>()?;
    lines.focus().ok()?;
    lines.select();
    lines.owner_document()?.dyn_into::<HtmlDocument>().ok()?.exec_command("copy").ok()
}

fn add(document: &Document, parent: &Element, name: &str, text: &str) -> Option<Element> {
    let child = document.create_element(name).ok()?;
    child.set_text_content(Some(text));
    parent.append_child(&child).ok()?;
    Some(child)
}
