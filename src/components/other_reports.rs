//! Other reports of an article's event, each to be read or set beside it.

use parallax_engine::search::ArticleCard;
use yew::prelude::*;

use super::{date_line, written};
use crate::url::View;

/// Other reports of an article's event.
pub fn other_reports(article: &ArticleCard, others: &[ArticleCard]) -> Html {
    let reports = others.iter().map(|other| {
        html! {
            <li key={other.id.clone()}>
                { date_line(other, false) }
                <a class="other-reports-headline" href={View::article(&other.id).to_string()}>
                    { written(&other.headline) }
                </a>
                <a
                    class="other-reports-compare"
                    href={View::compare(&article.id, &other.id, None).to_string()}
                    aria-label={format!("Read side by side with: {}", other.headline)}
                >
                    { "Read side by side" }
                </a>
            </li>
        }
    });
    html! {
        <section class="other-reports">
            <h2>{ "Other reports of this event" }</h2>
            if let Some(event) = &article.event {
                <p class="other-reports-event">
                    <a href={View::Event(event.clone()).to_string()}>{ event.clone() }</a>
                </p>
            }
            if others.is_empty() {
                <p>{ "There is no other report of it here." }</p>
            } else {
                <ul>{ for reports }</ul>
            }
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{article, check_html};

    #[test]
    fn another_report_can_be_set_beside() {
        let one = article("a", "DW", "One");
        check_html(
            other_reports(&one, &[article("b", "RT", "Two")]),
            &["#/event/Lisbon", "RT", "#/article/b", "Two", "#/compare/a,b"],
        );
        check_html(other_reports(&one, &[]), &["no other report"]);
    }
}
