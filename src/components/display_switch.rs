//! The switch between the ways in which what is found is shown: the results as a list or on a timeline, or the lines in
//! which the words stand.

use parallax_engine::query::LineOrder;
use yew::prelude::*;

use crate::{
    action::Action,
    url::{BrowseView, Display, View},
};

/// The switch; lines are offered where there are words to have lines of.
pub fn display_switch(view: &BrowseView) -> Html {
    let lines = view.query.lines;
    let choice = |action: Action, current: bool, words: &'static str| {
        let to = View::Browse(action.apply(view)).to_string();
        let current = current.then_some(AttrValue::Static("true"));
        html! { <li><a href={to} aria-current={current}>{ words }</a></li> }
    };
    let display = |display: Display, words: &'static str| {
        let current = view.display == display && lines.is_none();
        choice(Action::Display(display), current, words)
    };
    let has_lines = view.query.has_words() || lines.is_some();
    let order: Option<LineOrder> = Some(lines.unwrap_or_default());
    html! {
        <nav class="display-switch no-print" aria-label="How to show them">
            <ul>
                { display(Display::List, "List") }
                { display(Display::Timeline, "Timeline") }
                if has_lines {
                    { choice(Action::Lines(order), lines.is_some(), "Words in context") }
                }
            </ul>
        </nav>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check_html, render_html};
    use parallax_engine::query::Query;

    #[test]
    fn what_is_asked_stays_when_it_is_shown_otherwise() {
        let view = Action::Words("fresh".to_owned()).apply(&BrowseView::default());
        check_html(
            display_switch(&view),
            &[
                "href=\"#/browse?q=fresh\" aria-current=\"true\"",
                "List",
                "href=\"#/browse?q=fresh&amp;show=timeline\"",
                "href=\"#/browse?q=fresh&amp;lines=right\"",
                "Words in context",
            ],
        );
        assert!(!render_html(display_switch(&BrowseView::default())).contains("lines"));
    }

    #[test]
    fn lines_keep_their_order_and_are_no_list() {
        let lines = Some(LineOrder::Left);
        let view = Query { words: "fresh".to_owned(), lines, ..Query::default() }.into();
        let html =
            check_html(display_switch(&view), &["#/browse?q=fresh\"", "lines=left\" aria-current"]);
        assert_eq!(html.matches("aria-current").count(), 1);
    }
}
