//! What is shown, found by CSS selectors. Everything waits until it is there.

use std::{cell::RefCell, time::Duration};

use fantoccini::Locator;
use fantoccini::elements::Element;
use serde_json::{Value, json};

use super::Browser;

/// How long a journey waits for what it asks for: long, as it costs only where something is wrong, and a
/// slow machine is nothing wrong.
pub(super) const PATIENCE: Duration = Duration::from_secs(60);

/// The standard's name for a reference to an element, among what a script returns.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

impl Browser {
    /// Waits until something is there.
    #[track_caller]
    pub fn wait_for(&self, css: &str) {
        self.find(css);
    }

    /// Waits until something is no longer there.
    #[track_caller]
    pub fn wait_gone(&self, css: &str) {
        self.wait_until(&format!("`{css}` to go"), || self.count(css) == 0);
    }

    /// Waits until the first such element shows some words.
    #[track_caller]
    pub fn wait_for_text(&self, css: &str, words: &str) {
        let shown = RefCell::new(None);
        let holds = || {
            shown.replace(self.texts(css).into_iter().next());
            shown.borrow().as_ref().is_some_and(|text| text.contains(words))
        };
        self.wait_or(holds, || format!("`{words}` in `{css}`, which shows {:?}", shown.borrow()));
    }

    /// How many there are now, without waiting.
    #[track_caller]
    pub fn count(&self, css: &str) -> usize {
        let script = "return document.querySelectorAll(arguments[0]).length";
        let count = self.wait(self.client.execute(script, vec![json!(css)]), css);
        count.as_u64().and_then(|count| count.try_into().ok()).unwrap_or_default()
    }

    /// What the first such element shows.
    #[track_caller]
    pub fn text(&self, css: &str) -> String {
        let element = self.find(css);
        self.wait(element.text(), css)
    }

    /// What each such element shows now, without waiting: read at once, so never half old.
    #[track_caller]
    pub fn texts(&self, css: &str) -> Vec<String> {
        let script = "return [...document.querySelectorAll(arguments[0])].map((e) => e.innerText)";
        let texts = self.wait(self.client.execute(script, vec![json!(css)]), css);
        let texts = texts.as_array().cloned().unwrap_or_default();
        texts.iter().map(|text| text.as_str().unwrap_or_default().to_owned()).collect()
    }

    /// Clicks the first such element, again where it goes while it is clicked.
    #[track_caller]
    pub fn click(&self, css: &str) {
        self.wait_until(&format!("`{css}` to be clicked"), || {
            let script = "return document.querySelector(arguments[0])";
            let found = self.wait(self.client.execute(script, vec![json!(css)]), css);
            self.click_found(&found)
        });
    }

    /// Clicks the first such element that shows some words.
    #[track_caller]
    pub fn click_text(&self, css: &str, words: &str) {
        self.wait_until(&format!("`{words}` in a `{css}`"), || {
            let script = "return [...document.querySelectorAll(arguments[0])]
                .find((e) => e.innerText.includes(arguments[1]))";
            let arguments = vec![json!(css), json!(words)];
            let found = self.wait(self.client.execute(script, arguments), css);
            self.click_found(&found)
        });
    }

    /// Types into the first such element.
    #[track_caller]
    pub fn type_into(&self, css: &str, keys: &str) {
        let element = self.find(css);
        self.wait(element.send_keys(keys), css);
    }

    /// False when nothing was found, or when it went while being clicked.
    fn click_found(&self, found: &Value) -> bool {
        let Some(id) = found[ELEMENT].as_str() else { return false };
        let element = Element::from_element_id(self.client.clone(), id.to_owned().into());
        self.runtime.block_on(element.click()).is_ok()
    }

    #[track_caller]
    fn find(&self, css: &str) -> Element {
        let found = self.client.wait().at_most(PATIENCE).for_element(Locator::Css(css));
        self.wait(found, &format!("waiting for `{css}`"))
    }
}
