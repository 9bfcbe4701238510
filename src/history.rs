//! The browser's history: the only file that touches location and history.
//!
//! It never throws and never rewrites an address it did not spell: what a browser refuses is left
//! as it is. It keeps how far each entry was scrolled, because the page is drawn after the browser
//! would restore it. Does not know views.

use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
    rc::Rc,
};

use gloo::{events::EventListener, timers::callback::Timeout};
use wasm_bindgen::JsValue;
use web_sys::{ScrollRestoration, Window};

/// How long typing rests before the address follows, in milliseconds.
const REST: u32 = 150;

/// The hash of the address bar, as the browser gives it.
pub(crate) fn hash() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// The whole address, for a report.
pub(crate) fn address() -> String {
    web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default()
}

/// The page's own address, without what says which view.
pub(crate) fn page() -> String {
    let address = address();
    address.split('#').next().unwrap_or_default().to_owned()
}

/// How far the page is scrolled, in CSS pixels.
pub(crate) fn scrolled() -> f64 {
    web_sys::window().and_then(|window| window.scroll_y().ok()).unwrap_or_default()
}

/// The history of this page's visit.
#[derive(Default)]
pub(crate) struct History {
    /// The hash last seen or written, to hear each change once.
    last: RefCell<String>,
    /// The entry we are at.
    entry: Cell<u32>,
    /// The newest number given to an entry.
    newest: Cell<u32>,
    /// How far each entry was scrolled when it was left.
    scrolled: RefCell<HashMap<u32, f64>>,
    /// An address that waits for typing to rest.
    waiting: RefCell<Option<(Timeout, String)>>,
}

impl History {
    /// The history from here on.
    pub(crate) fn start() -> Rc<Self> {
        let history = Self::default();
        *history.last.borrow_mut() = hash();
        if let Some(browser) = browser() {
            let _ = browser.set_scroll_restoration(ScrollRestoration::Manual);
            // After a reload, numbers go on from the entry's own.
            history.newest.set(number(&browser).unwrap_or_default());
        }
        history.name_entry();
        Rc::new(history)
    }

    /// A step forward to `hash`: Back returns to where we are.
    pub(crate) fn push(&self, hash: &str) {
        self.settle();
        self.remember_scroll();
        if *self.last.borrow() == hash {
            return;
        }
        hash.clone_into(&mut self.last.borrow_mut());
        let entry = self.next_entry();
        if let Some(browser) = browser() {
            let _ = browser.push_state_with_url(&JsValue::from(entry), "", Some(hash));
        }
    }

    /// The address is `hash` once typing rests; no step of its own.
    pub(crate) fn replace_soon(self: &Rc<Self>, hash: String) {
        let history = Rc::clone(self);
        let timeout = Timeout::new(REST, move || history.settle());
        *self.waiting.borrow_mut() = Some((timeout, hash));
    }

    /// Hears each change that the reader makes: Back, Forward, or an address typed or pasted. It
    /// tells the new hash and, for an entry that was left before, how far it was scrolled.
    pub(crate) fn listen(
        self: &Rc<Self>,
        changed: impl Fn(String, Option<f64>) + 'static,
    ) -> Option<[EventListener; 2]> {
        let window = web_sys::window()?;
        let changed = Rc::new(changed);
        Some(["popstate", "hashchange"].map(|event| {
            let (history, changed) = (Rc::clone(self), Rc::clone(&changed));
            EventListener::new(&window, event, move |_| {
                if let Some((hash, scroll)) = history.arrive() {
                    changed(hash, scroll);
                }
            })
        }))
    }

    /// Writes the address that waits, if one does.
    fn settle(&self) {
        let Some((timeout, hash)) = self.waiting.borrow_mut().take() else { return };
        timeout.cancel();
        hash.clone_into(&mut self.last.borrow_mut());
        if let Some(browser) = browser() {
            let state = JsValue::from(self.entry.get());
            let _ = browser.replace_state_with_url(&state, "", Some(&hash));
        }
    }

    /// Notices another entry; none where it is the one we know already.
    fn arrive(&self) -> Option<(String, Option<f64>)> {
        let hash = hash();
        if *self.last.borrow() == hash {
            return None;
        }
        // What was typed last belongs to the entry that was left.
        self.waiting.borrow_mut().take();
        hash.clone_into(&mut self.last.borrow_mut());
        self.remember_scroll();
        self.name_entry();
        Some((hash, self.scrolled.borrow().get(&self.entry.get()).copied()))
    }

    /// Takes the entry's number, or gives it one, leaving its address alone.
    fn name_entry(&self) {
        let Some(browser) = browser() else { return };
        let known = number(&browser);
        let entry = known.unwrap_or_else(|| self.next_entry());
        self.entry.set(entry);
        if known.is_none() {
            let _ = browser.replace_state_with_url(&JsValue::from(entry), "", None);
        }
    }

    fn next_entry(&self) -> u32 {
        let entry = self.newest.get().max(self.entry.get()) + 1;
        self.newest.set(entry);
        self.entry.set(entry);
        entry
    }

    fn remember_scroll(&self) {
        self.scrolled.borrow_mut().insert(self.entry.get(), scrolled());
    }
}

fn browser() -> Option<web_sys::History> {
    web_sys::window().as_ref().map(Window::history)?.ok()
}

fn number(browser: &web_sys::History) -> Option<u32> {
    browser.state().ok()?.as_f64().map(|number| number as u32)
}
