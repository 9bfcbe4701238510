//! A long list: drawn where it is in sight, a moment later some more around, a slice a frame, and so on as its
//! reader scrolls; what is left far behind gives way to a gap.
//!
//! Does not know what is listed.

use std::rc::Rc;

use yew::prelude::*;

use crate::{hooks::use_window, slices::SLICE, wording};

/// A window is seldom higher than this, in CSS pixels. In a higher one the rest is there a frame later.
const WINDOW: f64 = 900.0;
/// What stands above a list is never lower than this, in CSS pixels.
const ABOVE: f64 = 280.0;
/// A new list is not drawn further down than this at once, in CSS pixels: whoever was further down in another is led to
/// its beginning.
const DOWN: f64 = 3.0 * WINDOW;

/// The entries of a list, the same only as themselves: they are long to compare.
#[derive(Clone)]
pub(super) struct Entries {
    length: usize,
    draw: Rc<dyn Fn(usize) -> Html>,
}

impl Entries {
    /// So many entries, each drawn by its number.
    pub(super) fn new(length: usize, draw: impl Fn(usize) -> Html + 'static) -> Self {
        Self { length, draw: Rc::new(draw) }
    }

    /// How many there are.
    pub(super) fn length(&self) -> usize {
        self.length
    }

    /// The entry of this number.
    pub(super) fn draw(&self, number: usize) -> Html {
        (self.draw)(number)
    }

    /// A name that no other list on the screen has. A browser takes a list away as a whole in a fraction of
    /// the time that it takes for its entries one by one.
    fn name(&self) -> usize {
        Rc::as_ptr(&self.draw).addr()
    }
}

impl PartialEq for Entries {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.draw, &other.draw)
    }
}

/// Properties of [`LongList`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct LongListProps {
    pub(super) entries: Entries,
    pub(super) class: Classes,
    /// What the list is called: who goes back to one of this name finds it as it was left.
    pub(super) name: String,
    /// No entry is lower than this, in CSS pixels.
    pub(super) lowest: f64,
    /// How far the page is to be scrolled.
    pub(super) scrolled: f64,
}

/// The list.
#[component]
pub(super) fn LongList(props: &LongListProps) -> Html {
    let LongListProps { entries, class, name, lowest, scrolled } = props;
    // The first frame is drawn where no reader waits for it.
    let far = cfg!(target_arch = "wasm32") && *scrolled > DOWN;
    let down = if far { 0.0 } else { *scrolled };
    let first = in_sight(down, *lowest).min(entries.length);
    let window = *scrolled..scrolled + WINDOW;
    let drawn = use_window(entries, entries.length, name, (first, far), window);
    let shown = drawn.slices.len() * SLICE;
    let slice = |(at, gap): (usize, &Option<u32>)| {
        let (from, gap) = (at * SLICE, *gap);
        html! { <Slice key={from} entries={entries.clone()} {from} {gap} /> }
    };
    html! {
        <>
            <ol
                key={entries.name()}
                ref={drawn.element}
                class={class.clone()}
                aria-busy={drawn.grows.then_some("true")}
            >
                { for drawn.slices.iter().enumerate().map(slice) }
            </ol>
            if shown < entries.length && !drawn.grows {
                <button type="button" class="long-list-more no-print" onclick={drawn.more}>
                    { format!("Show more of {}", wording::grouped(entries.length)) }
                </button>
            }
        </>
    }
}

/// Properties of [`Slice`].
#[derive(Clone, PartialEq, Properties)]
struct SliceProps {
    entries: Entries,
    from: usize,
    /// How high the gap is that stands in place of the entries.
    gap: Option<u32>,
}

/// Some entries. Those that are drawn already cost nothing when others are added.
#[component]
fn Slice(props: &SliceProps) -> Html {
    if let Some(height) = props.gap {
        // The page's policy allows no style of an element's own; a picture has its height without one.
        return html! {
            <li key="gap" class="long-list-gap" aria-hidden="true">
                <svg width="1" height={height.to_string()} />
            </li>
        };
    }
    let to = (props.from + SLICE).min(props.entries.length);
    html! { { for (props.from..to).map(|number| props.entries.draw(number)) } }
}

/// At least how many entries it takes to fill the window when the page is scrolled so far and no
/// entry is lower than `lowest`, in CSS pixels.
pub(super) fn in_sight(scrolled: f64, lowest: f64) -> usize {
    ((scrolled + WINDOW - ABOVE) / lowest).ceil() as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::render;

    #[test]
    fn what_is_in_sight_comes_first() {
        let shown = |length, scrolled| {
            let entries = Entries::new(length, |number| html! { <li>{ number }</li> });
            let (class, name) = (classes!(), String::new());
            render::<LongList>(LongListProps { entries, class, name, lowest: 100.0, scrolled })
        };
        let drawn = |scrolled| shown(100, scrolled).matches("<li>").count();
        assert_eq!((drawn(0.0), drawn(600.0), drawn(1e9)), (12, 18, 100));
        assert!(shown(100, 0.0).contains("aria-busy"), "more is to come");
        assert!(!shown(12, 0.0).contains("aria-busy") && !shown(12, 0.0).contains("Show more"));
    }
}
