//! What a first-time reader sees first: what this is, in a sentence, and the events to begin with.

use parallax_engine::search::ArticleCard;
use yew::prelude::*;

use crate::{url::View, wording};

/// An event with the articles that report it.
#[derive(Clone, Debug, PartialEq)]
pub struct FrontEvent {
    /// The event's name.
    pub name: String,
    /// The articles, in the order they are shown in.
    pub articles: Vec<ArticleCard>,
}

/// What a first-time reader sees first.
pub fn front(events: &[FrontEvent]) -> Html {
    html! {
        <section class="front" aria-labelledby="front-title">
            <div class="front-opening">
                <h1 id="front-title">{ "Read how different outlets reported the same event." }</h1>
                <p>
                    { "See who was quoted where, and in which words; set two reports side by side, passage against passage. Every fact leads to the words it came from." }
                </p>
            </div>
            <ol class="front-events">
                { for events.iter().map(|event| html! {
                    <li key={event.name.clone()}>{ column(event) }</li>
                }) }
            </ol>
        </section>
    }
}

fn column(event: &FrontEvent) -> Html {
    let articles = event.articles.iter().map(|article| {
        html! {
            <li key={article.id.clone()}>
                <span class="front-outlet">
                    { wording::outlet_or_none(article.outlet.as_deref()).to_owned() }
                </span>
                <a href={View::article(&article.id).to_string()}>{ article.headline.clone() }</a>
            </li>
        }
    });
    html! {
        <>
            <h2>{ event.name.clone() }</h2>
            <ul>{ for articles }</ul>
            if let [left, right, ..] = event.articles.as_slice() {
                <a
                    class="front-compare"
                    href={View::compare(&left.id, &right.id, None).to_string()}
                    aria-label={format!("Compare the reports of {}", event.name)}
                >
                    { "Read side by side" }
                </a>
            } else {
                <p class="front-alone">{ "The only report of it here" }</p>
            }
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{article, check_html, render_html};

    fn shown(articles: Vec<ArticleCard>) -> Html {
        front(&[FrontEvent { name: "Lisbon, 20 November 2010".to_owned(), articles }])
    }

    #[test]
    fn an_event_leads_to_its_reports_and_beside_each_other() {
        check_html(
            shown(vec![article("a", "DW", "Past differences"), article("b", "RT", "Red carpet")]),
            &["Lisbon, 20 November 2010", "DW", "#/article/a", "RT", "Red carpet", "#/compare/a,b"],
        );
    }

    #[test]
    fn a_single_report_has_nothing_beside_it() {
        let html = render_html(shown(vec![article("a", "Reuters", "Agreement")]));
        assert!(!html.contains("#/compare") && html.contains("The only report"));
    }
}
