//! Where the corpus that this page was built with is: in it, or beside it. The one place that knows.

use wasm_bindgen::JsCast;
use web_sys::HtmlLinkElement;

/// The pack, as `build.rs` made it; nothing where it stands beside the page.
pub(crate) const EMBEDDED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/corpus.pack"));

/// The whole address of the pack beside the page, which the build tells in the page's head; none where
/// it is embedded.
pub(crate) fn beside() -> Option<String> {
    let document = web_sys::window()?.document()?;
    let link = document.query_selector("link[data-pack]").ok()??;
    Some(link.unchecked_into::<HtmlLinkElement>().href())
}
