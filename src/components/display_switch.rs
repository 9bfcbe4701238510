//! The switch between the results of a search and the lines in which its words stand.

use parallax_engine::query::{LineOrder, Query};
use yew::prelude::*;

use crate::{action::Action, url::View};

/// The switch; nothing where there are no words to have lines of.
pub fn display_switch(query: &Query) -> Html {
    if query.words.trim().is_empty() && query.lines.is_none() {
        return Html::default();
    }
    let choice = |lines: Option<LineOrder>, words: &'static str| {
        let to = View::Browse(Action::Lines(lines).apply(query)).to_string();
        let current = (query.lines.is_some() == lines.is_some()).then_some("true");
        html! { <li><a href={to} aria-current={current}>{ words }</a></li> }
    };
    html! {
        <nav class="display-switch" aria-label="How to list">
            <ul>
                { choice(None, "Results") }
                { choice(Some(query.lines.unwrap_or_default()), "Words in context") }
            </ul>
        </nav>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check_html, render_html};

    #[test]
    fn a_search_leads_to_its_lines_and_back() {
        let query = Query { words: "fresh".to_owned(), ..Query::default() };
        check_html(
            display_switch(&query),
            &[
                "href=\"#/browse?q=fresh\" aria-current=\"true\"",
                "href=\"#/browse?q=fresh&amp;lines=right\"",
            ],
        );
        let lines = Query { lines: Some(LineOrder::Left), ..query };
        check_html(display_switch(&lines), &["#/browse?q=fresh\"", "lines=left\" aria-current"]);
        assert_eq!(render_html(display_switch(&Query::default())), "");
    }
}
