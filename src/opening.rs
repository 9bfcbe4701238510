//! Opens the corpus and shows the page: at once where it is embedded, and otherwise piece by piece as
//! `public/pack.js`, which fetches it, hands it on.
//!
//! Does not know where pieces come from, nor how waiting looks.

use std::cell::RefCell;

use parallax_engine::{Engine, OpenError, Opening};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::spawn_local;
use yew::Renderer;

use crate::{
    app::{App, AppProps},
    history,
    hooks::Corpus,
    pack::{self, EMBEDDED},
    parts::Part,
    turns::first_frame_shown,
    url::Address,
};

thread_local! {
    /// What has come of the pack beside the page.
    static COMING: RefCell<Opening> = RefCell::default();
}

/// Shows the page, if its pack is in it.
pub(crate) fn start() {
    if pack::beside().is_none() {
        show(whole(EMBEDDED));
    }
}

fn whole(pack: &[u8]) -> Result<Engine, OpenError> {
    let mut opening = Opening::default();
    opening.push(pack)?;
    opening.finish()
}

fn show(opened: Result<Engine, OpenError>) {
    let opened = opened.map(Corpus::new).map_err(|error| error.to_string());
    spawn_local(async move {
        // The first view is drawn whole: what draws it is there before.
        for part in Part::needed(&Address::parse(&history::hash()).view) {
            part.fetch().await;
        }
        // The first frame is the same view: it is seen before it is replaced, whatever comes how fast.
        first_frame_shown().await;
        Renderer::<App>::with_props(AppProps { opened }).render();
    });
}

/// Forgets what has come, for another beginning.
#[wasm_bindgen]
pub fn pack_begin() {
    COMING.take();
}

/// Takes in the next bytes of the pack.
///
/// # Errors
///
/// Says why this is no pack that can be opened.
#[wasm_bindgen]
pub fn pack_push(bytes: &[u8]) -> Result<(), String> {
    COMING.with_borrow_mut(|opening| opening.push(bytes)).map_err(|error| error.to_string())
}

/// Shows the page of the pack, all of which has come.
///
/// # Errors
///
/// Says why it cannot be opened.
#[wasm_bindgen]
pub fn pack_end() -> Result<(), String> {
    let engine = COMING.take().finish().map_err(|error| error.to_string())?;
    show(Ok(engine));
    Ok(())
}
