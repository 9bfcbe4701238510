//! Asks the browser to keep the page for reading without a network.
//!
//! It knows the worker's address and nothing of what the worker does. A browser that has no
//! workers, or refuses them, is left alone: the page works the same, with a network.

use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::ServiceWorkerContainer;

/// Beside the page, so that its reach is the page's own folder under any path of any host.
const WORKER: &str = "sw.js";

/// Starts keeping the page; call it once the page is shown. Returns at once and never fails.
///
/// A page under development keeps nothing, or a change would not be seen.
pub fn register() {
    if cfg!(debug_assertions) {
        return;
    }
    if let Some(workers) = workers() {
        ignore(workers.register(WORKER));
    }
}

/// The browser's workers, where it has them. Asking can throw, in a sandboxed frame for one.
fn workers() -> Option<ServiceWorkerContainer> {
    let navigator = web_sys::window()?.navigator();
    let workers = Reflect::get(&navigator, &JsValue::from_str("serviceWorker")).ok()?;
    workers.dyn_into().ok()
}

/// Waits for a promise whose refusal is no fault of the page: unheard, it would be reported as one.
fn ignore(promise: Promise) {
    wasm_bindgen_futures::spawn_local(async move {
        let _ = JsFuture::from(promise).await;
    });
}
