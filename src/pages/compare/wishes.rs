//! Where a reader wants to be in a comparison: by a step, by a button of a passage, by a key.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::place;
use crate::{
    compared::{Entry, Sheet, Step, difference, entry_of},
    hooks::use_keys,
};

/// Where a reader wants to be.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Wish {
    pub(super) stretch: Option<usize>,
    /// How much of it is passed over, from 0 to 1.
    pub(super) part: f64,
    /// Whether the focus goes along.
    pub(super) focus: bool,
    /// What is announced.
    pub(super) said: String,
    /// Tells two wishes for one place apart.
    pub(super) number: usize,
}

/// Takes wishes: opens what hides the place, and goes there as soon as it is drawn.
#[hook]
pub(super) fn use_wishes(
    root: &NodeRef,
    wish: &UseStateHandle<Wish>,
    entries: &Rc<Vec<Entry>>,
    on_open: &Callback<usize>,
) -> Callback<Wish> {
    use_effect_with(((**wish).clone(), root.clone()), |(wish, root)| {
        if let Some((root, stretch)) = root.cast::<Element>().zip(wish.stretch) {
            place::go_to(&root, stretch, wish.part, wish.focus);
        }
    });
    let count = use_mut_ref(|| 0);
    let (wish, entries, on_open) = (wish.setter(), Rc::clone(entries), on_open.clone());
    Callback::from(move |new: Wish| {
        if let Some(stretch) = new.stretch
            && let Some(Entry::Folded(fold)) = entries.get(entry_of(&entries, stretch))
            && fold.stretches.start != stretch
        {
            on_open.emit(stretch);
        }
        *count.borrow_mut() += 1;
        wish.set(Wish { number: *count.borrow(), ..new });
    })
}

/// Goes where a pressed button of a passage leads.
pub(super) fn follow(go: &Callback<Wish>) -> Callback<MouseEvent> {
    let go = go.clone();
    Callback::from(move |event: MouseEvent| {
        let pressed = event.target_dyn_into::<Element>();
        let button = pressed.and_then(|it| it.closest("[data-to]").ok().flatten());
        let stretch = button.and_then(|button| place::number(&button, "data-to"));
        if stretch.is_some() {
            go.emit(Wish { stretch, focus: true, ..Wish::default() });
        }
    })
}

/// Goes to the next difference, or the one before.
pub(super) fn stepper(
    root: &NodeRef,
    sheet: &Rc<Sheet>,
    wish: &UseStateHandle<Wish>,
    go: &Callback<Wish>,
) -> Callback<Step> {
    let (root, sheet, wish, go) = (root.clone(), Rc::clone(sheet), wish.clone(), go.clone());
    Callback::from(move |step: Step| {
        let Some(root) = root.cast::<Element>().filter(|root| root.is_connected()) else { return };
        // Where the last step led, as long as the reader has stayed there.
        let focused = place::focused(&root);
        let from = focused.or_else(|| place::first_in_sight(&root));
        let end = sheet.stretches.len();
        let found = difference(&sheet, from.unwrap_or(end), focused.is_some(), step);
        go.emit(match found {
            Some((stretch, number, of)) => Wish {
                stretch: Some(stretch),
                focus: true,
                said: format!("Difference {number} of {of}"),
                ..Wish::default()
            },
            None => {
                let said = match step {
                    Step::Next => "No further difference below",
                    Step::Previous => "No further difference above",
                };
                Wish { stretch: None, said: said.to_owned(), ..(*wish).clone() }
            }
        });
    })
}

/// `n` and `]` go to the next difference, `p` and `[` to the one before.
#[hook]
pub(super) fn use_steps(
    root: &NodeRef,
    sheet: &Rc<Sheet>,
    wish: &UseStateHandle<Wish>,
    go: &Callback<Wish>,
) {
    let step = stepper(root, sheet, wish, go);
    use_keys(Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
        "n" | "]" => step.emit(Step::Next),
        "p" | "[" => step.emit(Step::Previous),
        _ => {}
    }));
}
