//! Keys that mean something on the whole page, as long as nobody types, and the reader has not switched them off.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

/// Tells each plain key that is pressed where no text is typed.
#[hook]
pub(crate) fn use_keys(on_key: Callback<KeyboardEvent>) {
    use_effect_with(on_key, |on_key| {
        let on_key = on_key.clone();
        let listener = web_sys::window().map(|window| {
            // A key that is taken is nobody else's: not the browser's, and not another listener's.
            let taking = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&window, "keydown", taking, move |event| {
                if let Some(event) = event.dyn_ref::<KeyboardEvent>().filter(|it| is_plain(it)) {
                    on_key.emit(event.clone());
                }
            })
        });
        move || drop(listener)
    });
}

fn is_plain(event: &KeyboardEvent) -> bool {
    let page = web_sys::window().and_then(|window| window.document()?.document_element());
    let off = page.and_then(|page| page.get_attribute("data-keys")).as_deref() == Some("off");
    let held = event.ctrl_key() || event.meta_key() || event.alt_key();
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let types = target.is_some_and(|it| {
        it.matches("input, textarea, select, [contenteditable], dialog *") == Ok(true)
    });
    // What another listener took is not pressed twice.
    !held && !types && !off && !event.default_prevented()
}
