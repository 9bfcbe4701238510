//! What is shown when the corpus cannot be opened.

use yew::prelude::*;

/// Properties of [`FailedPage`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct FailedPageProps {
    /// Why, in the engine's words.
    pub(crate) reason: String,
}

/// What is shown when the corpus cannot be opened.
#[component]
pub(crate) fn FailedPage(props: &FailedPageProps) -> Html {
    html! {
        <main id="main" class="plain-page">
            <h1>{ "The articles cannot be opened" }</h1>
            <p>{ "This copy of the page is damaged or only half loaded. Reload to fetch it again." }</p>
            <p>{ format!("What was found: {}.", props.reason) }</p>
        </main>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::check;

    #[test]
    fn the_reason_is_told_with_what_to_do() {
        let reason = "this is not a Parallax pack".to_owned();
        check::<FailedPage>(
            FailedPageProps { reason },
            &["Reload", "this is not a Parallax pack."],
        );
    }
}
