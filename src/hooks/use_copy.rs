//! The address of what is shown, put where a reader can paste it from.

use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

use crate::{components::Copied, history};

/// How long the page says what came of it, in milliseconds.
const TOLD: u32 = 4_000;

/// What copies the address, and what came of the last time, for as long as that is told.
#[hook]
pub(crate) fn use_copy() -> (Callback<MouseEvent>, Copied) {
    let copied = use_state_eq(Copied::default);
    let forgetting = use_mut_ref(|| None::<Timeout>);
    let copy = use_callback(copied.setter(), move |_: MouseEvent, copied| {
        let (copied, forgetting) = (copied.clone(), forgetting.clone());
        spawn_local(async move {
            copied.set(if write(&history::address()).await {
                Copied::Yes
            } else {
                Copied::Refused
            });
            let forget = Timeout::new(TOLD, move || copied.set(Copied::No));
            // The one that waited is let go.
            forgetting.replace(Some(forget));
        });
    });
    (copy, *copied)
}

/// Whether the browser took it: without a secure connection it has no clipboard.
async fn write(text: &str) -> bool {
    let Some(window) = web_sys::window().filter(web_sys::Window::is_secure_context) else {
        return false;
    };
    JsFuture::from(window.navigator().clipboard().write_text(text)).await.is_ok()
}
