//! The switch between articles, quotations and utterances under the same filters.

use parallax_engine::query::Unit;
use yew::prelude::*;

use crate::{
    action::Action,
    url::{BrowseView, View},
};

/// The switch between articles, quotations and utterances.
pub fn unit_switch(view: &BrowseView) -> Html {
    let choice = |unit: Unit, words: &'static str| {
        let to = View::Browse(Action::List(unit).apply(view));
        let current = (view.query.unit == unit).then_some(AttrValue::Static("true"));
        html! { <li><a href={to.to_string()} aria-current={current}>{ words }</a></li> }
    };
    html! {
        <nav class="unit-switch no-print" aria-label="What to list">
            <ul>
                { choice(Unit::Article, "Articles") }
                { choice(Unit::Quote, "Quotes") }
                { choice(Unit::Utterance, "Remarks") }
            </ul>
        </nav>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::check_html;
    use parallax_engine::query::Query;

    #[test]
    fn filters_stay_when_the_unit_changes() {
        let query = Query { words: "fresh".to_owned(), unit: Unit::Quote, ..Query::default() };
        check_html(
            unit_switch(&query.into()),
            &[
                "href=\"#/browse?q=fresh\"",
                "href=\"#/browse?u=quote&amp;q=fresh\"",
                "aria-current=\"true\"",
                "href=\"#/browse?u=utterance&amp;q=fresh\"",
            ],
        );
    }
}
