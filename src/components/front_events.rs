//! Events to begin with: each with its reports, and the way to two of them side by side.

use parallax_engine::{
    query::{Facet, Query},
    search::ArticleCard,
};
use yew::prelude::*;

use super::written;
use crate::{action::Action, url::View, wording};

/// An event with the articles that report it.
#[derive(Clone, Debug, PartialEq)]
pub struct FrontEvent {
    /// The event's name.
    pub name: String,
    /// The articles, in the order they are shown in.
    pub articles: Vec<ArticleCard>,
}

/// How many reports of an event are named; a link leads to all where there are more.
const NAMED: usize = 5;

/// The events, beside each other where there is room.
pub fn front_events(events: &[FrontEvent]) -> Html {
    let columns = events.iter().map(|event| {
        html! { <li key={event.name.clone()}>{ column(event) }</li> }
    });
    html! { <ol class="front-events">{ for columns }</ol> }
}

fn column(event: &FrontEvent) -> Html {
    let all = event.articles.len();
    let named = if all > NAMED + 1 { NAMED } else { all };
    let articles = event.articles.iter().take(named).map(|article| {
        html! {
            <li key={article.id.clone()}>
                <span class="front-events-outlet">
                    { wording::outlet_or_none(article.outlet.as_deref()).to_owned() }
                </span>
                <a href={View::article(&article.id).to_string()}>{ written(&article.headline) }</a>
            </li>
        }
    });
    html! {
        <>
            <h2><a href={View::Event(event.name.clone()).to_string()}>{ event.name.clone() }</a></h2>
            <ul>{ for articles }</ul>
            if named < all {
                <p class="front-events-all"><a href={every(event).to_string()}>{ format!("All {all} reports") }</a></p>
            }
            if let [left, right, ..] = event.articles.as_slice() {
                <a
                    class="front-events-compare"
                    href={View::compare(&left.id, &right.id, None).to_string()}
                    aria-label={format!("Read side by side: the reports of {}", event.name)}
                >
                    { "Read side by side" }
                </a>
            } else {
                <p class="front-events-alone">{ "The only report of it here" }</p>
            }
        </>
    }
}

/// The list of all reports of the event.
fn every(event: &FrontEvent) -> View {
    View::browse(Action::Only(Facet::Event, event.name.clone()).ask(&Query::default()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{article, check_html, render_html};

    fn shown(articles: Vec<ArticleCard>) -> Html {
        front_events(&[FrontEvent { name: "Lisbon, 20 November 2010".to_owned(), articles }])
    }

    #[test]
    fn an_event_leads_to_its_reports_and_beside_each_other() {
        check_html(
            shown(vec![article("a", "DW", "Past differences"), article("b", "RT", "Red carpet")]),
            &[
                "#/event/Lisbon",
                "Lisbon, 20 November 2010",
                "DW",
                "#/article/a",
                "RT",
                "Red carpet",
                "#/compare/a,b",
            ],
        );
    }

    #[test]
    fn of_many_reports_the_first_are_named_and_a_link_leads_to_all() {
        let reports = |count: usize| {
            shown((0..count).map(|at| article(&format!("a{at}"), "DW", "One")).collect())
        };
        let html = check_html(reports(9), &["#/article/a4", "event=Lisbon", "All 9 reports"]);
        assert!(!html.contains("#/article/a5"));
        assert!(!render_html(reports(6)).contains("All 6"));
    }

    #[test]
    fn a_single_report_has_nothing_beside_it() {
        let html = render_html(shown(vec![article("a", "Reuters", "Agreement")]));
        assert!(!html.contains("#/compare") && html.contains("The only report"));
    }
}
