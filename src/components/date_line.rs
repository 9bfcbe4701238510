//! Where and when something was published: "DW · 20 November 2010 · Lisbon".

use parallax_engine::search::ArticleCard;
use yew::prelude::*;

use crate::wording;

/// Where and when an article was published.
pub fn date_line(article: &ArticleCard, full: bool) -> Html {
    let date = article.published.map(|date| {
        let words = match full {
            true => wording::day_and_time(date, article.published_time.as_deref()),
            false => wording::short_day(date),
        };
        html! { <time datetime={wording::iso_day(date)}>{ words }</time> }
    });
    let place = article.place.clone().filter(|_| full);
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
        check_html(date_line(&card, false), &["DW", "datetime=\"2010-11-20\"", "20 Nov 2010"]);
        card.outlet = None;
        card.published = None;
        check_html(date_line(&card, true), &["No outlet named", "no date"]);
    }
}
