//! A long list: drawn as far as it is in sight, a moment later some more, a slice a frame, and so on as
//! its reader scrolls.
//!
//! Does not know what is listed.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    hooks::{END, use_growing},
    wording,
};

/// How many entries are drawn at once after the first ones.
const SLICE: usize = 6;
/// A window is seldom higher than this, in CSS pixels. In a higher one the rest is there a frame later.
const WINDOW: f64 = 900.0;
/// What stands above a list is never lower than this, in CSS pixels.
const ABOVE: f64 = 280.0;

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
    /// How many to draw at first; [`in_sight`] tells.
    pub(super) first: usize,
}

/// The list.
#[component]
pub(super) fn LongList(props: &LongListProps) -> Html {
    let LongListProps { entries, class, first } = props;
    let growing = use_growing(entries, entries.length, *first, SLICE);
    let shown = growing.drawn.min(entries.length);
    let slices = (0..shown).step_by(SLICE).map(|from| {
        html! { <Slice key={from} entries={entries.clone()} {from} /> }
    });
    let busy = growing.grows.then_some("true");
    html! {
        <>
            <ol key={entries.name()} class={class.clone()} aria-busy={busy}>{ for slices }</ol>
            if shown < entries.length && !growing.grows {
                <button id={END} type="button" class="long-list-more no-print" onclick={growing.more}>
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
}

/// Some entries. Those that are drawn already cost nothing when more are added.
#[component]
fn Slice(props: &SliceProps) -> Html {
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
        let shown = |scrolled| {
            let entries = Entries::new(100, |number| html! { <li>{ number }</li> });
            render::<LongList>(LongListProps {
                entries,
                class: classes!(),
                first: in_sight(scrolled, 100.0),
            })
        };
        let drawn = |scrolled| shown(scrolled).matches("<li>").count();
        assert_eq!((drawn(0.0), drawn(600.0), drawn(1e9)), (12, 18, 100));
        assert!(shown(0.0).contains("aria-busy"), "more is to come");
        assert!(!shown(1e9).contains("aria-busy") && !shown(1e9).contains("Show more"));
    }
}
