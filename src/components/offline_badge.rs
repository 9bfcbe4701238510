//! Says that the page opens without a network, and nothing while that is not so.

use yew::prelude::*;

/// Says that the page opens without a network, if it does.
pub fn offline_badge(kept: bool) -> Html {
    html! {
        <p class="offline-badge" role="status">
            if kept {
                <span title="This page is kept in your browser and opens without a network">
                    { "Works offline" }
                </span>
            }
        </p>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check_html, words};

    #[test]
    fn nothing_is_said_before_it_is_true() {
        assert_eq!(words(&check_html(offline_badge(false), &["role=\"status\""])), "");
        check_html(offline_badge(true), &["opens without a network", "Works offline"]);
    }
}
