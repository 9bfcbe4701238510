//! A long list drawn in steps: at first what is in sight, then more after each frame.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// How long a step waits, in milliseconds, so that the last one is on the screen.
const FRAME: u32 = 20;

/// How many of `length` to draw: `first` when `list` is new, and `step` more each time until it is
/// whole.
#[hook]
pub(crate) fn use_growing<T: Clone + PartialEq + 'static>(
    list: &T,
    length: usize,
    first: usize,
    step: usize,
) -> usize {
    let grown = use_state(|| (list.clone(), first));
    let drawn = if grown.0 == *list { grown.1.max(first) } else { first };
    use_effect_with((list.clone(), drawn), {
        let grown = grown.setter();
        move |(list, drawn)| {
            let more = (list.clone(), drawn + step);
            let grow = (*drawn < length).then(|| Timeout::new(FRAME, move || grown.set(more)));
            move || drop(grow)
        }
    });
    drawn
}
