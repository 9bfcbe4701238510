//! Keys, as a reader presses them, by the standard's own command: so the browser does what it does at such a key.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;

use super::Browser;

impl Browser {
    /// Presses a key where the focus is: a letter, or a key by the name that events have of it.
    #[track_caller]
    pub fn press(&self, key: &str) {
        let value = match key {
            "ArrowRight" => Key::Right.into(),
            "Enter" => Key::Enter.into(),
            "Escape" => Key::Escape.into(),
            "PageDown" => Key::PageDown.into(),
            "Tab" => Key::Tab.into(),
            _ => letter(key),
        };
        let actions = KeyActions::new("keys".to_owned())
            .then(KeyAction::Down { value })
            .then(KeyAction::Up { value });
        self.wait(self.client.perform_actions(actions), key);
    }
}

#[track_caller]
fn letter(key: &str) -> char {
    let mut letters = key.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) => letter,
        _ => panic!("no key is known by the name {key:?}"),
    }
}
