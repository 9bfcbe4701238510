//! The switch between articles and quotations under the same filters.

use parallax_engine::query::{Query, Unit};
use yew::prelude::*;

use super::AppLink;
use crate::{action::Action, url::View};

/// Properties of [`UnitSwitch`].
#[derive(Clone, PartialEq, Properties)]
pub struct UnitSwitchProps {
    /// What is asked now.
    pub query: Query,
}

/// The switch between articles and quotations.
#[component]
pub fn UnitSwitch(props: &UnitSwitchProps) -> Html {
    let choice = |unit: Unit, words: &'static str| {
        let to = View::Browse(Action::List(unit).apply(&props.query));
        let current = (props.query.unit == unit).then_some(AttrValue::Static("true"));
        html! { <li><AppLink {to} {current}>{ words }</AppLink></li> }
    };
    html! {
        <nav class="unit-switch" aria-label="What to list">
            <ul>
                { choice(Unit::Article, "Articles") }
                { choice(Unit::Quote, "Quotes") }
            </ul>
        </nav>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::check;

    #[test]
    fn filters_stay_when_the_unit_changes() {
        let query = Query { words: "fresh".to_owned(), unit: Unit::Quote, ..Query::default() };
        check::<UnitSwitch>(
            UnitSwitchProps { query },
            &[
                "href=\"#/browse?q=fresh\"",
                "href=\"#/browse?u=quote&amp;q=fresh\"",
                "aria-current=\"true\"",
            ],
        );
    }
}
