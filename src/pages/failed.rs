//! What is shown when the corpus cannot be opened.

use yew::prelude::*;

/// What is shown when the corpus cannot be opened.
pub(crate) fn failed_page(reason: &str) -> Html {
    html! {
        <main id="main" class="plain-page">
            <h1>{ "The articles cannot be opened" }</h1>
            <p>{ "This copy of the page is damaged or only half loaded. Reload to fetch it again." }</p>
            <p>{ format!("What was found: {}.", reason) }</p>
        </main>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::check_html;

    #[test]
    fn the_reason_is_told_with_what_to_do() {
        let reason = "this is not a Parallax pack".to_owned();
        check_html(failed_page(&reason), &["Reload", "this is not a Parallax pack."]);
    }
}
