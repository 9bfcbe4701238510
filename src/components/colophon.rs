//! What a handout says of itself, below what is printed: where it comes from, and when.
//!
//! On a screen the address bar says it.
//!
//! Sees plain data only.

use parallax_engine::article::Date;
use yew::prelude::*;

use crate::wording;

/// The address that was printed, and the day, where it is known.
pub fn colophon(address: &str, printed: Option<Date>) -> Html {
    let printed = printed.map(|day| format!(", printed on {}", wording::day(day)));
    html! { <p class="colophon">{ format!("{address}{}", printed.unwrap_or_default()) }</p> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::check_html;

    #[test]
    fn a_handout_says_where_it_comes_from_and_when() {
        let day = Date::new(2026, 11, 23).ok();
        let printed = "https://example.org/#/about, printed on 23 November 2026";
        check_html(colophon("https://example.org/#/about", day), &[printed]);
        check_html(colophon("#/about", None), &[">#/about<"]);
    }
}
