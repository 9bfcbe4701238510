//! A text, put where a reader can paste it from.

use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

use crate::{components::Copied, history};

/// How long the page says what came of it, in milliseconds; longer where it offers another address.
const TOLD: u32 = 4_000;
const OFFERED: u32 = 20_000;

/// What copies a text, and what came of the last time, for as long as that is told.
#[hook]
pub(crate) fn use_copy() -> (Callback<String>, Copied) {
    let copied = use_state_eq(Copied::default);
    let forgetting = use_mut_ref(|| None::<Timeout>);
    let copy = use_callback(copied.setter(), move |text: String, copied| {
        let (copied, forgetting) = (copied.clone(), forgetting.clone());
        spawn_local(async move {
            let came = match write(&text).await {
                true if history::address().starts_with("file:") => Copied::Local(published()),
                true => Copied::Yes,
                false => Copied::Refused,
            };
            let told = if matches!(came, Copied::Local(Some(_))) { OFFERED } else { TOLD };
            copied.set(came);
            let forget = Timeout::new(told, move || copied.set(Copied::No));
            // The one that waited is let go.
            forgetting.replace(Some(forget));
        });
    });
    (copy, (*copied).clone())
}

/// The address of what is shown where the page is published, if the build knew that.
fn published() -> Option<AttrValue> {
    let document = web_sys::window()?.document()?;
    let page = document.query_selector("meta[name=published]").ok()??.get_attribute("content")?;
    Some(format!("{page}{}", history::hash()).into())
}

/// Whether the browser took it: without a secure connection it has no clipboard.
async fn write(text: &str) -> bool {
    let Some(window) = web_sys::window().filter(web_sys::Window::is_secure_context) else {
        return false;
    };
    JsFuture::from(window.navigator().clipboard().write_text(text)).await.is_ok()
}
