//! A view whose part of the page is fetched when it is first needed.
//!
//! Whoever leads to such a view fetches its part before (`parts`), so that the view is drawn at once; what is
//! left for this page is the case that the part could not be fetched. Does not know what parts draw.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::{parts::Part, url::View};

/// Properties of [`PartedPage`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PartedPageProps {
    /// A view of a part.
    pub(crate) view: View,
    /// How far the page is to be scrolled.
    pub(crate) scrolled: f64,
}

/// A view of a part; where that is missing, how to get it.
#[component]
pub(crate) fn PartedPage(props: &PartedPageProps) -> Html {
    let tried = use_state(|| 0_u32);
    let part = Part::of(&props.view);
    if let Some(draw) = part.and_then(Part::draw) {
        return draw(props.view.clone(), props.scrolled);
    }
    let count = *tried;
    let try_again = Callback::from(move |_: MouseEvent| {
        let tried = tried.clone();
        spawn_local(async move {
            if let Some(part) = part {
                part.fetch().await;
            }
            tried.set(count + 1);
        });
    });
    missing(count, try_again)
}

fn missing(tried: u32, try_again: Callback<MouseEvent>) -> Html {
    html! {
        <div class="plain-page">
            <h1>{ "This view cannot be fetched" }</h1>
            <p role="alert">
                { "It is a part of this page that comes when it is first asked for, and it did not come. Is there a connection?" }
                if tried > 0 {
                    { format!(" Tried again {}.", times(tried)) }
                }
            </p>
            <p><button type="button" onclick={try_again}>{ "Try again" }</button></p>
        </div>
    }
}

fn times(count: u32) -> String {
    if count == 1 { "once".to_owned() } else { format!("{count} times") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::check_html;

    #[test]
    fn a_part_that_is_missing_can_be_asked_for_again() {
        let html = check_html(missing(0, Callback::noop()), &["role=\"alert\"", "Try again"]);
        assert!(!html.contains("Tried again"), "{html}");
        check_html(missing(1, Callback::noop()), &["Tried again once."]);
        check_html(missing(3, Callback::noop()), &["Tried again 3 times."]);
    }
}
