//! A long list drawn in steps: at first what is in sight, then more after each frame, and so on as far as
//! a reader scrolls.

use gloo::{events::EventListener, timers::callback::Timeout};
use yew::prelude::*;

/// How long a step waits, in milliseconds, so that the last one is on the screen.
const FRAME: u32 = 20;

/// A list of so many entries is drawn whole, so that a browser's own search finds all that is in it.
const WHOLE: usize = 100;
/// How many entries of a longer one are drawn without being asked for, at first and each time that the end comes
/// near. All of them are taken away again by one click, which costs as much as making a third of them.
const AHEAD: usize = 36;

/// How near the end is when more is drawn, in heights of the window from its top.
const NEAR: f64 = 3.0;

/// The id of what stands behind a list that is not drawn whole.
pub(crate) const END: &str = "more";

/// How far a list is drawn.
pub(crate) struct Growing {
    /// How many entries to draw.
    pub(crate) drawn: usize,
    /// Whether more come by themselves.
    pub(crate) grows: bool,
    /// Draws more.
    pub(crate) more: Callback<MouseEvent>,
}

/// How many of `length` to draw: `first` when `list` is new, and `step` more each time until there are
/// enough for a while, or all; and again whenever what is drawn comes to its end in the window.
#[hook]
pub(crate) fn use_growing<T: Clone + PartialEq + 'static>(
    list: &T,
    length: usize,
    first: usize,
    step: usize,
) -> Growing {
    let grown = use_state(|| (list.clone(), first, AHEAD));
    let (drawn, goal) =
        if grown.0 == *list { (grown.1.max(first), grown.2) } else { (first, AHEAD) };
    let goal = if length <= WHOLE { length } else { goal.max(first).min(length) };
    let grows = drawn < goal;
    let more = {
        let (list, grown) = (list.clone(), grown.setter());
        Callback::from(move |()| grown.set((list.clone(), drawn, drawn + AHEAD)))
    };
    use_effect_with((list.clone(), drawn, goal), {
        let more = more.clone();
        move |(list, drawn, goal)| {
            let next = (list.clone(), drawn + step, *goal);
            let grow = grows.then(|| Timeout::new(FRAME, move || grown.set(next)));
            let waits = !grows && drawn < &length;
            let listener = waits.then(|| {
                let near = move |_: &Event| {
                    if end_is_near() {
                        more.emit(());
                    }
                };
                web_sys::window().map(|window| EventListener::new(&window, "scroll", near))
            });
            move || drop((grow, listener))
        }
    });
    Growing { drawn, grows, more: more.reform(|_| ()) }
}

/// Whether what stands behind a list that is not drawn whole is near the window.
fn end_is_near() -> bool {
    let near = || {
        let window = web_sys::window()?;
        let height = window.inner_height().ok()?.as_f64()?;
        let end = window.document()?.get_element_by_id(END)?;
        Some(end.get_bounding_client_rect().top() < NEAR * height)
    };
    near().unwrap_or_default()
}
