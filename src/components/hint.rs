//! What a reader is told who is here for the first time, until they say that they know it.

use yew::prelude::*;

/// The hint; `on_known` dismisses it for good.
pub fn hint(on_known: &Callback<MouseEvent>) -> Html {
    html! {
        <aside class="hint" aria-label="For your first visit">
            <p>
                { "The number beside a name is exactly what a click on the name gives, and every quote leads to the words it came from." }
                <span class="hint-keys">{ " Press " }<kbd>{ "?" }</kbd>{ " for the keys." }</span>
            </p>
            <button type="button" onclick={on_known.clone()}>{ "Got it" }</button>
        </aside>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::check_html;

    #[test]
    fn the_hint_can_be_dismissed() {
        check_html(hint(&Callback::noop()), &["exactly what a click", "<kbd>?</kbd>", "Got it"]);
    }
}
