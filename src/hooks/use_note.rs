//! The note of a quotation in a report: Escape closes it, and whoever closes it is at the quotation's words again.

use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

use super::{focus_element, use_keys, use_navigator};
use crate::url::{Show, View};

/// Hears the key while the note of the quotation `open` is open in the article, and gives the focus back when it is
/// closed.
#[hook]
pub(crate) fn use_note(article: &str, open: Option<&str>) {
    let navigator = use_navigator();
    let closed = View::article(article);
    let is_open = open.is_some();
    use_keys(Callback::from(move |event: KeyboardEvent| {
        if let Some(navigator) = navigator.as_ref().filter(|_| is_open && event.key() == "Escape") {
            event.prevent_default();
            navigator.push(closed.clone());
        }
    }));
    let last = use_mut_ref(|| None::<String>);
    use_effect_with(open.map(str::to_owned), {
        let article = article.to_owned();
        move |open| {
            let before = last.replace(open.clone());
            if open.is_none() {
                before.and_then(|key| take_back(&article, &key)).unwrap_or_default();
            }
        }
    });
}

/// The focus was in what is closed, if it is nowhere now: it goes to the words that opened it.
fn take_back(article: &str, key: &str) -> Option<()> {
    let document = web_sys::window()?.document()?;
    document.active_element().is_none_or(|it| it.tag_name() == "BODY").then_some(())?;
    let to = View::article_at(article, key, Show::Reading).to_string();
    let words = document.query_selector_all("a.quoted").ok()?;
    let mut words = (0..words.length()).filter_map(|at| words.item(at)?.dyn_into::<Element>().ok());
    focus_element(&words.find(|it| it.get_attribute("href").as_ref() == Some(&to))?);
    Some(())
}
