//! A name that shows what stands under it when it is pressed, and hides it again.

use yew::prelude::*;

/// The name, and what stands under it while it `is_open`; `class` says what it is.
pub fn disclosure(
    class: &'static str,
    name: Html,
    is_open: bool,
    onclick: Callback<MouseEvent>,
    shown: Html,
) -> Html {
    html! {
        <div class={classes!(class, is_open.then_some("is-open"))}>
            <button type="button" aria-expanded={if is_open { "true" } else { "false" }} {onclick}>
                { name }
            </button>
            { shown }
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::check_html;

    #[test]
    fn the_name_says_whether_it_is_open() {
        let shown = |is_open| {
            let inside = html! { <p>{ "inside" }</p> };
            disclosure("x", html! { "Places" }, is_open, Callback::noop(), inside)
        };
        check_html(
            shown(true),
            &["class=\"x is-open\"", "aria-expanded=\"true\"", "Places</button><p>"],
        );
        check_html(shown(false), &["class=\"x\"", "aria-expanded=\"false\""]);
    }
}
