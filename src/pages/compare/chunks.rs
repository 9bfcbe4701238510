//! The rows of a comparison, drawn where the window is: a few at a time, each few when they come near it, and
//! all of them in a while, for a search in the page and for printing.
//!
//! What is not drawn yet keeps a place of about its height, so that the map and the scroll bar tell the truth.

use yew::prelude::*;

use crate::{hooks::use_near, pages::long_list::Entries};

/// How many entries are drawn at once.
pub(super) const CHUNK: usize = 3;

/// Properties of [`Chunks`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ChunksProps {
    /// Tells lists apart whose rows have nothing to do with each other.
    pub(super) name: usize,
    pub(super) entries: Entries,
    /// How many entries are drawn at once when the list is new.
    pub(super) first: usize,
    /// An entry that must be there.
    pub(super) wanted: Option<usize>,
}

/// The rows.
#[component]
pub(super) fn Chunks(props: &ChunksProps) -> Html {
    let ChunksProps { name, entries, first, wanted } = props;
    let chunks = (0..entries.length()).step_by(CHUNK).map(|from| {
        let wanted = wanted.is_some_and(|wanted| (from..from + CHUNK).contains(&wanted));
        let now = from < *first || wanted;
        html! { <Chunk key={from} entries={entries.clone()} {from} {now} /> }
    });
    html! { <div key={*name} class="compared-rows" role="list">{ for chunks }</div> }
}

/// Properties of [`Chunk`].
#[derive(Clone, PartialEq, Properties)]
struct ChunkProps {
    entries: Entries,
    from: usize,
    now: bool,
}

/// A few rows, or their place.
#[component]
fn Chunk(props: &ChunkProps) -> Html {
    let ChunkProps { entries, from, now } = props;
    let (place, near) = use_near(*now, from / CHUNK);
    let to = (from + CHUNK).min(entries.length());
    let class = classes!("compared-chunk", (!near).then_some("is-waiting"));
    html! {
        <div ref={place} {class} role="presentation">
            if near {
                { for (*from..to).map(|number| entries.draw(number)) }
            }
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::render;

    #[test]
    fn what_is_in_sight_and_what_is_wanted_is_drawn() {
        let shown = |first, wanted| {
            let entries = Entries::new(100, |number| html! { <i>{ number }</i> });
            let html = render::<Chunks>(ChunksProps { name: 1, entries, first, wanted });
            (html.matches("<i>").count(), html.matches("is-waiting").count())
        };
        assert_eq!(shown(5, None), (6, 32));
        assert_eq!(shown(5, Some(90)), (9, 31));
        assert_eq!(shown(100, None), (100, 0));
    }
}
