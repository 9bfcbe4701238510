//! A link to a view: a real address for the browser, one step of the page for a plain click.
//!
//! Clicks that ask for a new tab or window are left to the browser.

use yew::prelude::*;

use crate::{navigator::Navigator, url::View};

/// Properties of [`AppLink`].
#[derive(Clone, PartialEq, Properties)]
pub struct AppLinkProps {
    /// Where it leads.
    pub to: View,
    /// How it looks.
    #[prop_or_default]
    pub class: Classes,
    /// A name for it where its words do not say enough.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// Whether it leads to what is shown now ("page", "true").
    #[prop_or_default]
    pub current: Option<AttrValue>,
    /// Its id, where it is what the address points to.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// Its words.
    pub children: Html,
}

/// A link to a view.
#[component]
pub fn AppLink(props: &AppLinkProps) -> Html {
    let navigator = use_context::<Navigator>();
    let onclick = {
        let to = props.to.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(navigator) = navigator.as_ref().filter(|_| is_plain(&event)) {
                event.prevent_default();
                navigator.push(to.clone());
            }
        })
    };
    html! {
        <a
            href={props.to.to_string()}
            class={props.class.clone()}
            id={props.id.clone()}
            aria-label={props.label.clone()}
            aria-current={props.current.clone()}
            {onclick}
        >
            { props.children.clone() }
        </a>
    }
}

fn is_plain(event: &MouseEvent) -> bool {
    let held = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    event.button() == 0 && !held && !event.default_prevented()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::check;

    #[test]
    fn it_is_a_link_that_works_without_us() {
        let props = yew::props!(AppLinkProps {
            to: View::quote("a b", "k/1"),
            current: AttrValue::from("page"),
            children: html! { "Words" },
        });
        check::<AppLink>(
            props,
            &["href=\"#/quote/a%20b/k%2F1\"", "aria-current=\"page\"", "Words</a>"],
        );
    }
}
