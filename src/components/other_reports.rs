//! Other reports of an article's event, each to be read or set beside it.

use parallax_engine::search::ArticleCard;
use yew::prelude::*;

use super::{AppLink, DateLineProps, date_line};
use crate::url::View;

/// What [`other_reports`] shows.
#[derive(Clone, PartialEq)]
pub struct OtherReportsProps {
    /// The article being read.
    pub article: ArticleCard,
    /// The others.
    pub others: Vec<ArticleCard>,
}

/// Other reports of an article's event.
pub fn other_reports(props: &OtherReportsProps) -> Html {
    let others = props.others.iter().map(|other| {
        html! {
            <li key={other.id.clone()}>
                { date_line(&DateLineProps { article: other.clone(), full: false }) }
                <AppLink class="other-reports-headline" to={View::article(&other.id)}>
                    { other.headline.clone() }
                </AppLink>
                <AppLink
                    class="other-reports-compare"
                    to={View::compare(&props.article.id, &other.id, None)}
                    label={format!("Compare with: {}", other.headline)}
                >
                    { "Read side by side" }
                </AppLink>
            </li>
        }
    });
    html! {
        <section class="other-reports">
            <h2>{ "Other reports of this event" }</h2>
            if props.others.is_empty() {
                <p>{ "There is no other report of it here." }</p>
            } else {
                <ul>{ for others }</ul>
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
        let props = |others| OtherReportsProps { article: article("a", "DW", "One"), others };
        check_html(
            other_reports(&props(vec![article("b", "RT", "Two")])),
            &["RT", "#/article/b", "Two", "#/compare/a,b"],
        );
        check_html(other_reports(&props(Vec::new())), &["no other report"]);
    }
}
