//! What is open beside a list: its own page, with a way to that page alone and a way to close it. In a window without
//! room for it only these ways are there.

use yew::prelude::*;

use crate::url::View;

/// What [`open_panel`] shows.
#[derive(Clone, PartialEq)]
pub struct OpenPanelProps {
    /// The page of what is open.
    pub page: View,
    /// The list without it.
    pub closed: View,
    /// What its page shows.
    pub shown: Html,
}

/// The id of the panel, which the focus may go to.
pub const OPEN_PANEL: &str = "open-panel";

/// What is open beside a list.
pub fn open_panel(props: &OpenPanelProps) -> Html {
    html! {
        <aside id={OPEN_PANEL} class="open-panel" tabindex="-1" aria-label="Open beside the list">
            <p class="open-panel-bar">
                <a href={props.page.to_string()}>{ "Open as a page" }</a>
                <a class="open-panel-close" href={props.closed.to_string()}>{ "Close" }</a>
            </p>
            <div class="open-panel-shown">{ props.shown.clone() }</div>
        </aside>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::check_html;

    #[test]
    fn what_is_open_can_be_closed_and_seen_alone() {
        let (page, closed) = (View::article("a"), View::start());
        check_html(
            open_panel(&OpenPanelProps { page, closed, shown: html! { "words" } }),
            &["#/article/a", "Open as a page", "#/browse", "Close", "words"],
        );
    }
}
