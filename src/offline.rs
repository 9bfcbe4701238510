//! Asks the browser to keep the page for reading without a network, and hears what comes of it.
//!
//! It knows the worker's address and the words that pass between the two (`public/sw.js`). A browser
//! that has no workers, or refuses them, is left alone: the page works the same, with a network.

use std::cell::Cell;

use gloo::{events::EventListener, timers::callback::Timeout};
use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    EventTarget, MessageEvent, ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration,
};
use yew::{Callback, MouseEvent};

use crate::{parts, trusted};

/// What the page asks of the worker, and what it answers when nothing is missing.
const ASK: &str = "whole?";
const WHOLE: &str = "whole";

/// What a worker that waits is told when the reader wants the newer version.
const TAKE_OVER: &str = "take over";

/// How long a newer version may take to come, in milliseconds.
const PATIENCE: u32 = 10_000;

/// Something that a reader may want to know.
#[derive(Clone, Debug)]
pub(crate) enum News {
    /// All of the page is kept: it opens without a network.
    Kept,
    /// A newer version of the page is there, and what shows it in this window, at the same address.
    Newer(Callback<MouseEvent>),
}

impl News {
    fn newer() -> Self {
        Self::Newer(Callback::from(|_| take_newer()))
    }
}

thread_local! {
    /// Whether the reader wants the newer version in this window.
    static WANTED: Cell<bool> = const { Cell::new(false) };
}

#[wasm_bindgen]
extern "C" {
    /// The container with the one method that takes an address made by a policy.
    type Container;

    #[wasm_bindgen(method, catch)]
    fn register(this: &Container, address: &JsValue) -> Result<Promise, JsValue>;
}

/// Starts keeping the page; call it once the page is shown. Returns at once and never fails.
pub(crate) fn start(tell: Callback<News>) {
    spawn_local(async move {
        // Where the browser refuses there is no news.
        let _ = watch(tell).await;
    });
}

async fn watch(tell: Callback<News>) -> Option<()> {
    let workers = workers()?;
    hear(&workers, tell.clone());
    let address = trusted::address(trusted::Code::Offline)?;
    let registering = workers.unchecked_ref::<Container>().register(&address).ok()?;
    let registration = JsFuture::from(registering).await.ok()?;
    offer(registration.unchecked_ref(), tell);
    registration_of(&workers).await?.active()?.post_message(&ASK.into()).ok()
}

/// Hears the worker's answer, and of a newer one that has taken over.
fn hear(workers: &ServiceWorkerContainer, tell: Callback<News>) {
    let had_one = workers.controller().is_some();
    listen(workers, "message", {
        let tell = tell.clone();
        move |event| {
            let data = event.dyn_ref::<MessageEvent>().map(MessageEvent::data);
            if data.and_then(|data| data.as_string()).as_deref() == Some(WHOLE) {
                tell.emit(News::Kept);
            }
        }
    });
    listen(workers, "controllerchange", move |_| {
        if WANTED.get() {
            reload();
        } else if had_one {
            // The reader asked for it in another window. This one goes on as it is.
            tell.emit(News::newer());
        }
    });
}

/// Tells of a newer version that waits, now or later.
fn offer(registration: &ServiceWorkerRegistration, tell: Callback<News>) {
    let look = {
        let registration = registration.clone();
        move || {
            if registration.waiting().is_some() && registration.active().is_some() {
                tell.emit(News::newer());
            }
        }
    };
    look();
    let follow = move |worker: Option<ServiceWorker>| {
        let Some(worker) = worker else { return };
        let look = look.clone();
        listen(&worker, "statechange", move |_| look());
    };
    follow(registration.installing());
    let found = registration.clone();
    listen(registration, "updatefound", move |_| follow(found.installing()));
}

/// Shows the newer version in this window, at the same address.
fn take_newer() {
    spawn_local(async {
        let waiting = match workers() {
            Some(workers) => registration_of(&workers).await.and_then(|it| it.waiting()),
            None => None,
        };
        // The older worker is stopped for the newer one. If this window fetches anything meanwhile, Chromium starts it
        // again and forgets why it was stopped: so nothing may be left to fetch, for the rehearsal either.
        parts::fetch_all().await;
        WANTED.set(true);
        match waiting.map(|worker| worker.post_message(&TAKE_OVER.into())) {
            // Should it not come, then nothing holds it once this window has let go of the older one.
            Some(Ok(())) => drop(Timeout::new(PATIENCE, reload).forget()),
            // None waits: it has taken over for another window already.
            _ => reload(),
        }
    });
}

fn reload() {
    if let Some(window) = web_sys::window() {
        // A browser that refuses shows the page as it is.
        let _ = window.location().reload();
    }
}

/// The registration, once its worker is at work.
async fn registration_of(workers: &ServiceWorkerContainer) -> Option<ServiceWorkerRegistration> {
    let registration = JsFuture::from(workers.ready().ok()?).await.ok()?;
    Some(registration.unchecked_into())
}

/// The browser's workers, where it has them. Asking can throw, in a sandboxed frame for one.
fn workers() -> Option<ServiceWorkerContainer> {
    let navigator = web_sys::window()?.navigator();
    let workers = Reflect::get(&navigator, &JsValue::from_str("serviceWorker")).ok()?;
    workers.dyn_into().ok()
}

/// Listens as long as the page lives.
fn listen(target: &EventTarget, event: &'static str, heard: impl FnMut(&web_sys::Event) + 'static) {
    EventListener::new(target, event, heard).forget();
}
