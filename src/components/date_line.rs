//! Where and when something was published: "DW · 20 November 2010 · Lisbon".

use parallax_engine::search::ArticleCard;
use yew::prelude::*;

use crate::wording;

/// What [`date_line`] shows.
#[derive(Clone, PartialEq)]
pub struct DateLineProps {
    /// The article.
    pub article: ArticleCard,
    /// Whether the time and place are told as well.
    pub full: bool,
}

/// Where and when an article was published.
pub fn date_line(props: &DateLineProps) -> Html {
    let article = &props.article;
    let date = article.published.map(|date| {
        let words = match props.full {
            true => wording::day_and_time(date, article.published_time.as_deref()),
            false => wording::short_day(date),
        };
        html! { <time datetime={wording::iso_day(date)}>{ words }</time> }
    });
    let place = article.place.clone().filter(|_| props.full);
    html! {
        <p class="date-line">
            <span class="date-line-outlet">
                { wording::outlet_or_none(article.outlet.as_deref()).to_owned() }
            </span>
            { date.unwrap_or_else(|| html! { <span>{ "no date" }</span> }) }
            if let Some(place) = place { <span>{ place }</span> }
        </p>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{article, check_html};

    #[test]
    fn what_is_missing_is_said() {
        let mut card = article("a", "DW", "Headline");
        check_html(
            date_line(&DateLineProps { article: card.clone(), full: false }),
            &["DW", "datetime=\"2010-11-20\"", "20 Nov 2010"],
        );
        card.outlet = None;
        card.published = None;
        check_html(
            date_line(&DateLineProps { article: card, full: true }),
            &["No outlet named", "no date"],
        );
    }
}
