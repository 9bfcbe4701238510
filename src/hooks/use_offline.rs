//! What the page knows of its copy in the browser, and what the reader makes of a newer one.

use yew::prelude::*;

use crate::offline::{self, News};

/// What there is to show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Offline {
    /// All of the page is kept.
    pub(crate) kept: bool,
    /// A newer version is there, and the reader has not put it off.
    pub(crate) newer: bool,
}

/// Keeps the page for reading without a network, once the first view is there; gives what came of it, and
/// what puts a newer version off until the next visit.
#[hook]
pub(crate) fn use_offline() -> (Offline, Callback<MouseEvent>) {
    let (kept, newer) = (use_state_eq(|| false), use_state_eq(|| false));
    let (set_kept, set_newer) = (kept.setter(), newer.setter());
    use_effect_with((), {
        let set_newer = set_newer.clone();
        move |()| {
            // Not sooner: what is kept is fetched once more, and the first answer comes first.
            offline::start(move |news| match news {
                News::Kept => set_kept.set(true),
                News::Newer => set_newer.set(true),
            });
        }
    });
    let put_off = use_callback((), move |_: MouseEvent, ()| set_newer.set(false));
    (Offline { kept: *kept, newer: *newer }, put_off)
}
