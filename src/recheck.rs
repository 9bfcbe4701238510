//! The check as a worker: starts it, gives it the pack, and hears what came of it.
//!
//! Loaded only when a reader asks. Does not know what is compared (`crates/recheck` does, through the
//! engine), nor how a result is shown.

use gloo::events::EventListener;
use js_sys::Uint8Array;
use parallax_engine::verify::Verification;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::{MessageEvent, Worker};

use crate::{
    pack::{self, EMBEDDED},
    trusted::{self, Code},
};

#[wasm_bindgen]
extern "C" {
    /// A worker, made from an address that a policy gave.
    #[wasm_bindgen(js_name = Worker)]
    type Started;

    #[wasm_bindgen(constructor, catch, js_class = "Worker")]
    fn new(address: &JsValue) -> Result<Started, JsValue>;
}

/// A check that runs. Dropping it ends it.
pub(crate) struct Recheck {
    worker: Worker,
    _listeners: [EventListener; 2],
}

impl Recheck {
    /// Starts the check of the page's pack; `done` hears the result, or why there is none.
    pub(crate) fn start(
        done: impl Fn(Result<Verification, String>) + Clone + 'static,
    ) -> Result<Self, String> {
        let address = trusted::address(Code::Recheck).ok_or("this page was built without it")?;
        let worker = Started::new(&address).map_err(|_| "this browser refuses workers")?;
        let worker = worker.unchecked_into::<Worker>();
        let heard = {
            let (worker, done) = (worker.clone(), done.clone());
            EventListener::new(&worker.clone(), "message", move |event| {
                let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
                match answer(&event.data()) {
                    Some(result) => done(result),
                    // It is ready. A worker that cannot be written to tells of an error itself.
                    None => drop(worker.post_message(&pack())),
                }
            })
        };
        let failed = EventListener::new(&worker, "error", move |event| {
            event.prevent_default();
            done(Err("its part of the page could not be loaded, or stopped".to_owned()));
        });
        Ok(Self { worker, _listeners: [heard, failed] })
    }
}

impl Drop for Recheck {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// What a worker is given to check: the page's pack, or its address where it stands beside the page.
fn pack() -> JsValue {
    match pack::beside() {
        Some(address) => JsValue::from_str(&address),
        None => Uint8Array::from(EMBEDDED).into(),
    }
}

/// What a message says; none while it only says that the worker is ready.
fn answer(message: &JsValue) -> Option<Result<Verification, String>> {
    if message.is_null() {
        return None;
    }
    let bytes = message.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec);
    let verification = bytes.and_then(|bytes| Verification::from_bytes(&bytes));
    Some(verification.ok_or_else(|| {
        message.as_string().unwrap_or_else(|| "its answer could not be read".to_owned())
    }))
}
