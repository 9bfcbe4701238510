//! What is drawn of a long list: at first what is in sight, or what was when the reader left it; then what is to be
//! there as they scroll (`slices`).

use std::{cell::RefCell, ops::Range, rc::Rc};

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::{
    parts,
    slices::{Left, SLICE, Shown, Slices, Watch},
};

/// What is drawn of a list.
pub(crate) struct Windowed {
    /// The list's own element, with an element for each entry, and one for each gap.
    pub(crate) element: NodeRef,
    /// What is drawn.
    pub(crate) slices: Slices,
    /// Whether more comes by itself.
    pub(crate) grows: bool,
    /// Draws more at the end.
    pub(crate) more: Callback<MouseEvent>,
}

/// So many lists are kept.
const KEPT: usize = 64;

thread_local! {
    static LEFT: RefCell<Vec<(String, Rc<RefCell<Left>>)>> = const { RefCell::new(Vec::new()) };
}

/// How the list of this name was left the last time.
fn recalled(name: &str) -> Rc<RefCell<Left>> {
    LEFT.with_borrow_mut(|all| {
        if let Some((_, left)) = all.iter().find(|(other, _)| other == name) {
            return Rc::clone(left);
        }
        if all.len() == KEPT {
            all.remove(0);
        }
        let left = Rc::default();
        all.push((name.to_owned(), Rc::clone(&left)));
        left
    })
}

/// What is drawn of `list`, which has `length` entries: at first what was in `window`, from the top of the page, when the
/// list of this `name` was left, or as many as `first` says; it also says whether its beginning is then brought into
/// sight.
#[hook]
pub(crate) fn use_window<T: Clone + PartialEq + 'static>(
    list: &T,
    length: usize,
    name: &str,
    first: (usize, bool),
    window: Range<f64>,
) -> Windowed {
    let (first, far) = first;
    let element = use_node_ref();
    let left = use_memo(name.to_owned(), |name| recalled(name));
    let drawn = use_state(|| None::<(T, Slices, bool)>);
    let (slices, rests, begins) = match &*drawn {
        Some((same, slices, rests)) if same == list => (slices.clone(), *rests, false),
        _ => match as_left(&left.borrow(), window) {
            Some(slices) => (slices, false, false),
            None => (vec![None; first.div_ceil(SLICE)], false, far),
        },
    };
    let draw = {
        let (list, drawn) = (list.clone(), drawn.setter());
        Callback::from(move |(slices, rests)| drawn.set(Some((list.clone(), slices, rests))))
    };
    let more = {
        let slices = slices.clone();
        draw.reform(move |_: MouseEvent| ([&slices[..], &[None]].concat(), false))
    };
    use_effect_with((list.clone(), slices.clone(), rests), {
        let element = element.clone();
        move |(_, slices, rests)| {
            let (slices, left) = (slices.clone(), (*left).clone());
            let list = Shown { element, length, slices, rests: *rests, begins, left, draw };
            let watched = watched(list);
            move || drop(watched)
        }
    });
    let grows = !rests && slices.len() * SLICE < length;
    Windowed { element, slices, grows, more }
}

/// Looks after a list, from when that has been fetched, until what is given is dropped.
fn watched(list: Shown) -> Rc<RefCell<Option<Watch>>> {
    let kept = Rc::new(RefCell::new(None));
    let watch = Rc::downgrade(&kept);
    spawn_local(async move {
        let later = parts::later().await;
        match (later, watch.upgrade()) {
            (Ok(later), Some(kept)) => drop(kept.replace(Some((later.watch)(list)))),
            // Who wants more can say so.
            (Err(_), Some(_)) if !list.rests => list.draw.emit((list.slices.clone(), true)),
            _ => {}
        }
    });
    kept
}

/// What was in `window` when a list was left, if any of it was.
fn as_left(left: &Left, window: Range<f64>) -> Option<Slices> {
    let mut end = left.top;
    let slice = |height: &u32| {
        let top = end;
        end += f64::from(*height);
        (top >= window.end || end <= window.start).then_some(*height)
    };
    let slices = left.heights.iter().map(slice).collect();
    (window.start > 0.0 && end > window.start).then_some(slices)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_as_it_was_left() {
        let left = Left { top: 100.0, heights: vec![50; 10] };
        let drawn = |from: f64| {
            let drawn = |gap: &Option<u32>| if gap.is_some() { '.' } else { '#' };
            let slices = as_left(&left, from..from + 90.0);
            slices.map(|slices| slices.iter().map(drawn).collect::<String>())
        };
        assert_eq!(drawn(0.0), None, "from its beginning as if it were new");
        assert_eq!(drawn(260.0).as_deref(), Some("...##....."));
        assert_eq!(drawn(9_000.0), None, "nothing of it was there");
    }

    #[test]
    fn lists_that_were_left_are_kept_by_name() {
        recalled("a").borrow_mut().top = 7.0;
        (1..KEPT).for_each(|number| drop(recalled(&number.to_string())));
        assert_eq!(recalled("a").borrow().top, 7.0);
        drop(recalled("b"));
        assert_eq!(recalled("a").borrow().top, 0.0, "the oldest one is forgotten");
    }
}
