//! The keys that mean something on the page, and the switch that turns them off.
//!
//! It is a dialog of the browser's own, which keeps the focus, gives it back, and goes with Escape.

use yew::prelude::*;

use super::{ChoiceSetProps, choice_set};
use crate::preferences::{Keys, Prefer, Spelt};

/// The id of the dialog.
pub const KEY_LIST: &str = "key-list";

/// The keys, in the order in which they are listed, each with what it does.
const LISTED: [(&[&str], &str); 7] = [
    (&["j", "k"], "Next result, the one before"),
    (&["Enter"], "Open it: beside the list where there is room; once more: go into it"),
    (&["Esc"], "Close what is open beside the list, or the note of a quote"),
    (&["/"], "To the search box"),
    (&["n", "p"], "Side by side: next difference, the one before"),
    (&["←", "→"], "On a handle of the dates: move it"),
    (&["?"], "This list"),
];

/// The list of keys; `keys` tells whether they mean anything.
pub fn key_list(keys: Keys, on_prefer: &Callback<Prefer>) -> Html {
    let rows = LISTED.iter().map(|(keys, meaning)| {
        html! {
            <div>
                <dt>{ for keys.iter().map(|key| html! { <kbd>{ *key }</kbd> }) }</dt>
                <dd>{ *meaning }</dd>
            </div>
        }
    });
    let switch = choice_set(&ChoiceSetProps {
        name: Keys::NAME.into(),
        legend: "Single keys".into(),
        choices: ["On", "Off"].map(AttrValue::Static).to_vec(),
        chosen: Keys::ALL.iter().position(|it| *it == keys).unwrap_or_default(),
        on_choose: on_prefer
            .reform(|at: usize| Prefer::Keys(Keys::ALL.get(at).copied().unwrap_or_default())),
    });
    html! {
        <dialog id={KEY_LIST} class="key-list" aria-labelledby="key-list-title">
            <h2 id="key-list-title">{ "Keys" }</h2>
            <dl>{ for rows }</dl>
            { switch }
            <form method="dialog"><button class="key-list-close">{ "Close" }</button></form>
        </dialog>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::check_html;

    #[test]
    fn keys_are_listed_and_can_be_switched_off() {
        let html = check_html(
            key_list(Keys::Off, &Callback::noop()),
            &[
                "<dialog",
                "<kbd>j</kbd>",
                "Next result",
                "Single keys",
                "On",
                "checked",
                "Off",
                "Close",
            ],
        );
        assert_eq!(html.matches("checked").count(), 1);
    }
}
