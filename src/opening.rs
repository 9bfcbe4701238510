//! Opens the corpus and shows the page: at once where it is embedded, and otherwise piece by piece as
//! `public/pack.js`, which fetches it, hands it on. What can be shown before all has come is shown when asked.
//!
//! Does not know where pieces come from, nor how waiting looks.

use std::cell::RefCell;

use parallax_engine::{Engine, OpenError, Opening};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::spawn_local;
use yew::{AppHandle, Renderer};

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
    /// The corpus as far as it has come, once that is enough to answer.
    static EARLY: RefCell<Option<Corpus>> = RefCell::default();
    /// The page, once it is shown.
    static SHOWN: RefCell<Option<AppHandle<App>>> = RefCell::default();
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
        render(AppProps { opened });
    });
}

/// Draws the page, or draws it anew where it is shown already.
fn render(props: AppProps) {
    SHOWN.with_borrow_mut(|shown| match shown {
        Some(page) => page.update(props),
        None => *shown = Some(Renderer::<App>::with_props(props).render()),
    });
}

/// Forgets what has come, for another beginning.
#[wasm_bindgen]
pub fn pack_begin() {
    COMING.take();
    EARLY.take();
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

/// Shows the page of what has come of the pack, if that is enough for the view, and says so.
#[wasm_bindgen]
pub fn pack_early() -> bool {
    let early = COMING.with_borrow_mut(Opening::early).map(Corpus::new);
    if early.is_some() {
        EARLY.set(early);
    }
    let view = Address::parse(&history::hash()).view;
    let shown = EARLY.with_borrow_mut(|early| early.take_if(|corpus| corpus.shows(&view)));
    let shows = shown.is_some();
    shown.into_iter().for_each(|corpus| render(AppProps { opened: Ok(corpus) }));
    shows
}

/// Shows the page of the pack, all of which has come.
///
/// # Errors
///
/// Says why it cannot be opened.
#[wasm_bindgen]
pub fn pack_end() -> Result<(), String> {
    let engine = COMING.take().finish().map_err(|error| error.to_string())?;
    EARLY.take();
    show(Ok(engine));
    Ok(())
}
