//! The check that a reader runs in the browser: a worker that is given a pack, extracts from its
//! documents again, and hands back what came of it.
//!
//! A module of its own, so that only who asks for the check loads the extraction, and the page goes on
//! while it runs. It says when it is ready (`null`), because what is sent earlier is lost; then
//! answers each pack, or the address of one, with a [`Verification`] as bytes, or with a text that says why not. Does not
//! know what a pack holds, nor how a result is shown.
//!
//! [`Verification`]: parallax_engine::verify::Verification

use js_sys::Uint8Array;
use parallax_engine::verify::verify;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{
    DedicatedWorkerGlobalScope, MessageEvent, XmlHttpRequest, XmlHttpRequestResponseType,
};

fn main() {
    // Natively there is no page to answer.
    if cfg!(target_arch = "wasm32") {
        serve();
    }
}

fn serve() {
    let Ok(worker) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let post = {
        let worker = worker.clone();
        // A page that is gone is no reason to stop.
        move |message: &JsValue| drop(worker.post_message(message))
    };
    let answer = {
        let post = post.clone();
        Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| post(&checked(&event)))
    };
    worker.set_onmessage(Some(answer.as_ref().unchecked_ref()));
    // It answers as long as the worker lives.
    answer.forget();
    post(&JsValue::NULL);
}

/// The answer to the pack that a message brings.
fn checked(event: &MessageEvent) -> JsValue {
    let data = event.data();
    let pack = match data.as_string() {
        Some(address) => fetched(&address),
        None => Some(data),
    };
    let Some(pack) = pack else {
        return JsValue::from_str("the articles could not be fetched again");
    };
    match verify(Uint8Array::new(&pack).to_vec()) {
        Ok(verification) => Uint8Array::from(verification.to_bytes().as_slice()).into(),
        Err(error) => JsValue::from_str(&error.to_string()),
    }
}

/// What is at an address of the page's own. A worker may wait for it: nobody else does.
fn fetched(address: &str) -> Option<JsValue> {
    let request = XmlHttpRequest::new().ok()?;
    request.open_with_async("GET", address, false).ok()?;
    request.set_response_type(XmlHttpRequestResponseType::Arraybuffer);
    request.send().ok()?;
    request.response().ok().filter(|_| request.status() == Ok(200))
}
