//! The search box: the list follows every letter.

use parallax_engine::query::Message;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Properties of [`SearchBox`].
#[derive(Clone, PartialEq, Properties)]
pub struct SearchBoxProps {
    /// What stands in it.
    pub words: AttrValue,
    /// What could not be read in it.
    #[prop_or_default]
    pub messages: Vec<Message>,
    /// The reader types.
    pub on_type: Callback<String>,
    /// Whether words are wanted as they are.
    pub exact: bool,
    /// The reader wants words as they are, or in any form.
    pub on_exact: Callback<bool>,
}

/// The search box.
#[component]
pub fn SearchBox(props: &SearchBoxProps) -> Html {
    let input = use_node_ref();
    let oninput = props
        .on_type
        .reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
    let onchange = {
        let exact = props.exact;
        props.on_exact.reform(move |_: Event| !exact)
    };
    let onsubmit = Callback::from(|event: SubmitEvent| event.prevent_default());
    let onclear = {
        let (input, on_type) = (input.clone(), props.on_type.clone());
        Callback::from(move |_: MouseEvent| {
            on_type.emit(String::new());
            if let Some(input) = input.cast::<HtmlInputElement>() {
                // Where focus is refused the box is empty all the same.
                let _ = input.focus();
            }
        })
    };
    html! {
        <form class="search-box" role="search" {onsubmit}>
            <label for="search">{ "Search" }</label>
            <div class="search-box-field">
                <input
                    ref={input}
                    id="search"
                    type="search"
                    autocomplete="off"
                    maxlength="1000"
                    spellcheck="false"
                    placeholder="Words, \"a phrase\", begin*, -without"
                    aria-describedby="search-messages"
                    value={props.words.clone()}
                    {oninput}
                />
                if !props.words.is_empty() {
                    <button type="button" class="search-box-clear no-print" onclick={onclear}>{ "Clear" }</button>
                }
            </div>
            if props.exact || !props.words.is_empty() {
                <label class="search-box-exact" title="Off: “relation” finds “relations” and “related” too">
                    <input type="checkbox" checked={props.exact} {onchange} />
                    { "Exact forms only" }
                </label>
            }
            <div id="search-messages" class="search-box-messages">
                { for props.messages.iter().map(|message| html! { <p>{ message.text.clone() }</p> }) }
            </div>
        </form>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, render};

    fn props(words: &'static str, messages: Vec<Message>) -> SearchBoxProps {
        SearchBoxProps {
            words: words.into(),
            messages,
            on_type: Callback::noop(),
            exact: false,
            on_exact: Callback::noop(),
        }
    }

    #[test]
    fn words_can_be_cleared_and_doubts_are_told() {
        let message = Message { text: "The phrase has no end.".to_owned(), at: (0..4).into() };
        check::<SearchBox>(
            props("\"fre", vec![message]),
            &["value=\"&quot;fre\"", "Clear", "The phrase has no end."],
        );
    }

    #[test]
    fn exact_forms_can_be_asked_for_once_there_are_words() {
        let html = check::<SearchBox>(props("fresh", Vec::new()), &["Exact forms only"]);
        assert!(!html.contains("checked"));
        assert!(!render::<SearchBox>(props("", Vec::new())).contains("Exact"));
        let exact = SearchBoxProps { exact: true, ..props("", Vec::new()) };
        check::<SearchBox>(exact, &["checked"]);
    }

    #[test]
    fn an_empty_box_has_nothing_to_clear() {
        assert!(!render::<SearchBox>(props("", Vec::new())).contains("Clear"));
    }
}
