//! What the page knows of its copy in the browser, and what the reader makes of a newer one.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::{offline::News, parts};

/// What there is to show.
#[derive(Clone, Debug, Default)]
pub(crate) struct Offline {
    /// All of the page is kept.
    pub(crate) kept: bool,
    /// What shows a newer version that is there, and that the reader has not put off.
    pub(crate) newer: Option<Callback<MouseEvent>>,
}

/// Keeps the page for reading without a network, once the first view is there; gives what came of it, and
/// what puts a newer version off until the next visit.
#[hook]
pub(crate) fn use_offline() -> (Offline, Callback<MouseEvent>) {
    let (kept, newer) = (use_state_eq(|| false), use_state_eq(|| None));
    let (set_kept, set_newer) = (kept.setter(), newer.setter());
    use_effect_with((), {
        let set_newer = set_newer.clone();
        move |()| {
            // Not sooner: what is kept is fetched once more, and the first answer comes first.
            let tell = Callback::from(move |news| match news {
                News::Kept => set_kept.set(true),
                News::Newer(show) => set_newer.set(Some(show)),
            });
            spawn_local(async move {
                // A part that does not come leaves the page as it is: it works the same, with a network.
                if let Ok(later) = parts::later().await {
                    (later.keep)(tell);
                }
            });
        }
    });
    let put_off = use_callback((), move |_: MouseEvent, ()| set_newer.set(None));
    (Offline { kept: *kept, newer: (*newer).clone() }, put_off)
}
