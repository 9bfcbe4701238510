//! The slices of a long list, and where they are in the window: those near it are drawn, those far from it give way to
//! gaps of their height, and at its end the list grows as far as a reader scrolls.
//!
//! A step looks where the slices are and changes little; the next one follows a frame later, until nothing is to be
//! changed. A click has to take away what is drawn, so that a list without gaps would make it the slower the further
//! its reader has come. Fetched behind the first view. Does not know what is listed.

use std::{cell::RefCell, ops::Range, rc::Rc};

use gloo::{events::EventListener, timers::callback::Timeout};
use web_sys::{Element, Window};
use yew::prelude::*;

/// How many entries are drawn, and left out, at once.
pub(crate) const SLICE: usize = 6;

/// How long a step waits, in milliseconds, so that the last one is on the screen.
const FRAME: u32 = 20;
/// A list of so many entries is drawn whole, so that a browser's own search finds all that is in it.
const WHOLE: usize = 100;
/// How far above and below the window is drawn, in heights of the window, and from where on there is a gap.
const NEAR: f64 = 2.0;
const FAR: f64 = 4.0;

/// The slices of a list from its first one on: each is drawn, or has a gap of its height in its place, in whole CSS
/// pixels.
pub(crate) type Slices = Vec<Option<u32>>;

/// How a list was left, for whoever goes back to it.
#[derive(Debug, Default)]
pub(crate) struct Left {
    /// Where it began, from the top of the page.
    pub(crate) top: f64,
    /// How high each of its slices was.
    pub(crate) heights: Vec<u32>,
}

/// A list on the screen.
pub(crate) struct Shown {
    /// Its own element, with an element for each entry that is drawn, and one for each gap.
    pub(crate) element: NodeRef,
    /// How many entries it has.
    pub(crate) length: usize,
    /// What is drawn of it.
    pub(crate) slices: Slices,
    /// Whether nothing was to be changed the last time.
    pub(crate) rests: bool,
    /// Whether its reader was far down in another list, and is led to the beginning of this one.
    pub(crate) begins: bool,
    /// Keeps where it is.
    pub(crate) left: Rc<RefCell<Left>>,
    /// Draws something else, and says whether it rests now.
    pub(crate) draw: Callback<(Slices, bool)>,
}

/// Looks after a list until it is dropped.
pub(crate) struct Watch {
    _next: Option<Timeout>,
    _listeners: [Option<EventListener>; 2],
}

/// Looks after a list as it is drawn now.
pub(crate) fn watch(list: Shown) -> Watch {
    if let Some(element) = list.element.cast::<Element>().filter(|_| list.begins) {
        element.scroll_into_view();
    }
    let list = Rc::new(list);
    let step = {
        let list = Rc::clone(&list);
        move || match looked(&list) {
            Some(next) => list.draw.emit((next, false)),
            None if !list.rests => list.draw.emit((list.slices.clone(), true)),
            None => {}
        }
    };
    let next = (!list.rests).then(|| Timeout::new(FRAME, step.clone()));
    let heard = |name: &'static str, then: Rc<dyn Fn()>| {
        let window = web_sys::window()?;
        Some(EventListener::new(&window, name, move |_| then()))
    };
    let scrolled = heard("scroll", Rc::new(step));
    // On paper there is no window.
    let printed = heard(
        "beforeprint",
        Rc::new(move || list.draw.emit((vec![None; list.slices.len()], true))),
    );
    Watch { _next: next, _listeners: [scrolled, printed] }
}

/// What is to be drawn where the slices are now; none if that is what is drawn. Keeps how high they are.
fn looked(list: &Shown) -> Option<Slices> {
    let Shown { element, length, slices, left, .. } = list;
    let list = element.cast::<Element>()?;
    let window = web_sys::window()?;
    let height = window.inner_height().ok()?.as_f64()?;
    let top = list.get_bounding_client_rect().top();
    let places = places(&list, top, slices, *length)?;
    let mut left = left.borrow_mut();
    left.top = top + window.scroll_y().ok()?;
    left.heights = places.iter().map(height_of).collect();
    next(slices, &places, &Reader { height, focus: focus(&window, &list), length: *length })
}

/// Where the slices of a list are that begins at `top`, from the top of the window down.
fn places(list: &Element, top: f64, slices: &Slices, length: usize) -> Option<Vec<Range<f64>>> {
    let children = list.children();
    let (mut child, mut bottom) = (0, top);
    let place = |(at, gap): (usize, &Option<u32>)| {
        let top = bottom;
        let entries = if gap.is_some() { 1 } else { SLICE.min(length - at * SLICE) };
        child += entries as u32;
        bottom = match gap {
            Some(height) => top + f64::from(*height),
            None => children.item(child - 1)?.get_bounding_client_rect().bottom(),
        };
        Some(top..bottom)
    };
    slices.iter().enumerate().map(place).collect()
}

/// How high a place is, in whole CSS pixels.
fn height_of(place: &Range<f64>) -> u32 {
    (place.end - place.start).round() as u32
}

/// Where the focus is, if it is in the list.
fn focus(window: &Window, list: &Element) -> Option<f64> {
    let focused = window.document()?.active_element()?;
    list.contains(Some(&focused)).then(|| focused.get_bounding_client_rect().top())
}

/// Who reads the list.
struct Reader {
    /// How high the window is.
    height: f64,
    /// Where the focus is, if it is in the list.
    focus: Option<f64>,
    /// How many entries the list has.
    length: usize,
}

/// What is to be drawn where the slices are in these places; none if that is what is drawn.
fn next(slices: &Slices, places: &[Range<f64>], reader: &Reader) -> Option<Slices> {
    let away = |place: &Range<f64>| (place.start - reader.height).max(-place.end) / reader.height;
    let is_whole = reader.length <= WHOLE;
    let mut next = slices.clone();
    let gaps = next.iter_mut().zip(places).filter(|(gap, _)| gap.is_some());
    let gaps = gaps.map(|(gap, place)| (gap, away(place)));
    let near = gaps.filter(|(_, away)| is_whole || *away < NEAR);
    if let Some((gap, _)) = near.min_by(|(_, one), (_, other)| one.total_cmp(other)) {
        // One at a time, the nearest first: the others can wait for the next frame.
        *gap = None;
        return Some(next);
    }
    for (gap, place) in next.iter_mut().zip(places).filter(|(gap, _)| gap.is_none() && !is_whole) {
        let has_focus = reader.focus.is_some_and(|focus| place.contains(&focus));
        *gap = (away(place) > FAR && !has_focus).then(|| height_of(place));
    }
    let end = places.last().map_or(0.0, |last| last.end);
    if slices.len() * SLICE < reader.length && (is_whole || away(&(end..end)) < NEAR) {
        next.push(None);
    }
    (next != *slices).then_some(next)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Slices one below the other, from `top` on, each a window high.
    fn looked(slices: &Slices, top: f64, length: usize, focus: Option<f64>) -> Option<Slices> {
        let place = |at: usize| (top + at as f64)..(top + at as f64 + 1.0);
        let places: Vec<_> = (0..slices.len()).map(place).collect();
        next(slices, &places, &Reader { height: 1.0, focus, length })
    }

    /// What is drawn when nothing is to be changed any more.
    fn settled(mut slices: Slices, top: f64, length: usize, focus: Option<f64>) -> String {
        for _ in 0..1_000 {
            let Some(next) = looked(&slices, top, length, focus) else {
                let drawn = |gap: &Option<u32>| if gap.is_some() { '.' } else { '#' };
                return slices.iter().map(drawn).collect();
            };
            slices = next;
        }
        format!("never settles: {slices:?}")
    }

    #[test]
    fn a_list_is_drawn_as_far_as_it_is_near() {
        let drawn = |top, length| settled(vec![None], top, length, None);
        assert_eq!(drawn(0.0, 1_000), "###");
        assert_eq!(drawn(0.0, 14), "###", "the end is the end");
        assert_eq!(drawn(-1.0, 1_000), "####");
        assert_eq!(drawn(0.0, 100).len(), 17, "a short list is drawn whole");
    }

    #[test]
    fn what_is_far_gives_way_and_comes_back() {
        let far = vec![None; 12];
        assert_eq!(settled(far.clone(), -10.0, 72, None), "############", "a short list never");
        assert_eq!(settled(far.clone(), -8.0, 1_000, None), "...#########");
        assert_eq!(settled(far, 0.0, 1_000, None), "######......");
        let gaps = vec![Some(1); 12];
        assert_eq!(settled(gaps.clone(), -5.5, 1_000, None), "...######...");
        assert_eq!(
            looked(&gaps, -5.5, 1_000, None).map(|it| it[5]),
            Some(None),
            "the nearest first"
        );
        assert_eq!(settled(vec![Some(1); 12], 0.0, 72, None), "############");
    }

    #[test]
    fn what_has_the_focus_stays() {
        assert_eq!(settled(vec![None; 12], -8.0, 1_000, Some(-7.5)), "#..#########");
    }
}
