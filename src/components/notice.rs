//! A quiet notice: something was not understood, and nothing is lost by it.

use yew::prelude::*;

/// A quiet notice that says `words`.
pub fn notice(words: Html) -> Html {
    html! { <p class="notice" role="note">{ words }</p> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::check_html;

    #[test]
    fn a_notice_is_told_apart_from_the_text() {
        check_html(notice(html! { "Gone" }), &["role=\"note\"", ">Gone</p>"]);
    }
}
