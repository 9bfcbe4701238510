//! How many lines there are, and their order: by the words to the left, to the right, or by place.

use parallax_engine::query::LineOrder;
use yew::prelude::*;

use super::Announcement;
use crate::{
    action::Action,
    url::{BrowseView, View},
    wording,
};

const ORDERS: [(LineOrder, &str); 3] = [
    (LineOrder::Left, "By the word before"),
    (LineOrder::Right, "By the word after"),
    (LineOrder::Place, "By place in the texts"),
];

/// How many lines `view` has in so many results, and their order.
pub fn lines_bar(view: &BrowseView, lines: usize, results: usize) -> Html {
    let orders = ORDERS.map(|(order, words)| {
        let to = View::Browse(Action::Lines(Some(order)).apply(view)).to_string();
        let current = (view.query.lines == Some(order)).then_some("true");
        html! { <li key={order.name()}><a href={to} aria-current={current}>{ words }</a></li> }
    });
    let told = wording::counted(lines, "line", "lines");
    let told = format!("{told} in {}", wording::results(results, view.query.unit));
    html! {
        <div class="lines-bar">
            <p class="result-bar-count">{ told.clone() }</p>
            <Announcement words={told} />
            <nav aria-label="Order of the lines"><ul>{ for orders }</ul></nav>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::check_html;
    use parallax_engine::query::Query;

    #[test]
    fn the_order_in_force_is_marked_and_each_has_an_address() {
        let lines = Some(LineOrder::Right);
        let query = Query { words: "fresh".to_owned(), lines, ..Query::default() };
        check_html(
            lines_bar(&query.into(), 1, 3),
            &[
                "1 line in 3 articles",
                "role=\"status\"",
                "href=\"#/browse?q=fresh&amp;lines=left\"",
                "href=\"#/browse?q=fresh&amp;lines=right\" aria-current=\"true\"",
                "lines=place",
            ],
        );
    }
}
