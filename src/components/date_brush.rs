//! The band over a histogram of days: what is chosen, and what a pointer and keys make of it.
//!
//! While a band is being drawn it is kept here; let go, it is a step. Keys move an end without one, as typing does.

use parallax_engine::{
    query::{Days, Facet},
    search::Stretch,
};
use web_sys::Element;
use yew::prelude::*;

use super::Brushing;
use crate::{
    action::Action,
    scales::{Bands, Brush, End},
    url::BrowseView,
};

/// So many CSS pixels a pointer may move in a click.
const STILL: i32 = 4;

/// A band that is being drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Drawn {
    from: usize,
    to: usize,
    /// Where the pointer was pressed.
    began: i32,
    /// Whether it moved further than in a click.
    moved: bool,
}

/// The band, and what moves it.
#[hook]
pub(super) fn use_brush(
    view: &BrowseView,
    stretches: &[Stretch],
    on_action: &Callback<Action>,
    on_slide: &Callback<Action>,
) -> (Option<Brush>, Brushing) {
    let picture = use_node_ref();
    let drawn = use_state_eq(|| None::<Drawn>);
    let facet = view.time.facet();
    let brush = chosen(view).and_then(|days| brush_of(days, stretches));
    let choose = {
        let stretches = stretches.to_vec();
        move |brush| choose(facet, brush, &stretches)
    };
    let on_key = {
        let (on_slide, choose, count) = (on_slide.clone(), choose.clone(), stretches.len());
        let brush = brush.unwrap_or(Brush { first: 0, last: count.saturating_sub(1) });
        Callback::from(move |(end, event): (End, KeyboardEvent)| {
            if let Some(moved) = brush.moved(end, &event.key(), count) {
                event.prevent_default();
                on_slide.emit(choose(moved));
            }
        })
    };
    let on_pointer = {
        let (picture, drawn, bands) = (picture.clone(), drawn.clone(), Bands(stretches.len()));
        let on_action = on_action.clone();
        Callback::from(move |event: PointerEvent| {
            let Some(element) = picture.cast::<Element>() else { return };
            let at = bands.at(part_of(&element, &event));
            let next = follow(&event, *drawn, at, brush);
            if let Some(it) = next.filter(|it| it.moved && drawn.is_some_and(|drawn| !drawn.moved))
            {
                // A click stays one; from here on the picture has the pointer, wherever it goes.
                let _ = element.set_pointer_capture(event.pointer_id());
                drawn.set(Some(it));
            }
            if let Some(done) = drawn.filter(|it| it.moved && event.type_() == "pointerup") {
                on_action.emit(choose(Brush::between(done.from, done.to)));
            }
            drawn.set(next);
        })
    };
    let shown = drawn.filter(|it| it.moved).map(|it| Brush::between(it.from, it.to));
    (shown.or(brush), Brushing { picture, on_pointer, on_key })
}

/// Where on the picture the pointer is, as a part of its width.
fn part_of(picture: &Element, event: &PointerEvent) -> f64 {
    let place = picture.get_bounding_client_rect();
    (f64::from(event.client_x()) - place.left()) / place.width().max(1.0)
}

/// The band after an event over the stretch `at`; none where no pointer is pressed.
fn follow(
    event: &PointerEvent,
    drawn: Option<Drawn>,
    at: usize,
    brush: Option<Brush>,
) -> Option<Drawn> {
    let x = event.client_x();
    match (event.type_().as_str(), drawn) {
        ("pointerdown", _) if event.button() == 0 => {
            // A handle leaves the other end where it is.
            let handle = event.target_dyn_into::<Element>();
            let handle =
                handle.and_then(|it| it.closest("[data-end]").ok()??.get_attribute("data-end"));
            let other = match (handle.as_deref(), brush) {
                (Some("first"), Some(brush)) => Some(brush.last),
                (Some("last"), Some(brush)) => Some(brush.first),
                _ => None,
            };
            Some(Drawn { from: other.unwrap_or(at), to: at, began: x, moved: false })
        }
        ("pointermove", Some(drawn)) if event.buttons() & 1 == 1 => {
            let moved = drawn.moved || (x - drawn.began).abs() > STILL;
            Some(Drawn { to: at, moved, ..drawn })
        }
        _ => None,
    }
}

/// The days that are chosen, where they are one stretch and nothing else.
pub(super) fn chosen(view: &BrowseView) -> Option<Days> {
    match view.query.selection(view.time.facet()).include.as_slice() {
        [only] => Days::read(only),
        _ => None,
    }
}

/// The stretches that days touch.
fn brush_of(days: Days, stretches: &[Stretch]) -> Option<Brush> {
    let touches = |stretch: &Stretch| {
        let before = days.to.zip(stretch.days.from).is_some_and(|(to, from)| to < from);
        let behind = days.from.zip(stretch.days.to).is_some_and(|(from, to)| to < from);
        !before && !behind
    };
    let first = stretches.iter().position(touches)?;
    let last = stretches.iter().rposition(touches)?;
    Some(Brush { first, last })
}

/// Only these stretches; all of them are no choice.
fn choose(facet: Facet, brush: Brush, stretches: &[Stretch]) -> Action {
    let all = brush.first == 0 && brush.last + 1 >= stretches.len();
    let end = |at: usize| stretches.get(at).map(|it| it.days).unwrap_or_default();
    let days = Days { from: end(brush.first).from, to: end(brush.last).to };
    Action::Days(facet, (!all).then_some(days))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn months() -> Vec<Stretch> {
        let month = |at: usize| Stretch {
            days: Days::read(&format!("2010-{:02}", at + 1)).unwrap_or_default(),
            count: at,
            held: true,
        };
        (0..12).map(month).collect()
    }

    #[test]
    fn days_are_the_stretches_that_they_touch() {
        let brush = |typed: &str| Days::read(typed).and_then(|days| brush_of(days, &months()));
        assert_eq!(brush("2010-03"), Some(Brush { first: 2, last: 2 }));
        assert_eq!(brush("2010-03-31..2010-05-01"), Some(Brush { first: 2, last: 4 }));
        assert_eq!(brush("2010-11.."), Some(Brush { first: 10, last: 11 }));
        assert_eq!(brush("2009"), None);
    }

    #[test]
    fn stretches_are_the_days_that_they_have() {
        let choice = |first, last| choose(Facet::Date, Brush { first, last }, &months());
        let days = |typed| Action::Days(Facet::Date, Days::read(typed));
        assert_eq!(choice(2, 2), days("2010-03"));
        assert_eq!(choice(2, 10), days("2010-03..2010-11"));
        assert_eq!(choice(0, 11), Action::Days(Facet::Date, None));
    }
}
