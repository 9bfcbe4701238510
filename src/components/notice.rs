//! A quiet notice: something was not understood, and nothing is lost by it.

use yew::prelude::*;

/// Properties of [`Notice`].
#[derive(Clone, PartialEq, Properties)]
pub struct NoticeProps {
    /// What to say.
    pub children: Html,
}

/// A quiet notice.
#[component]
pub fn Notice(props: &NoticeProps) -> Html {
    html! { <p class="notice" role="note">{ props.children.clone() }</p> }
}
