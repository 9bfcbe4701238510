//! An article in a list: headline, the passage that matches, who is quoted, and what to read with it.

use parallax_engine::search::{ArticleCard, Snippet};
use yew::prelude::*;

use super::{date_line, hit_strip, snippet_view, written};
use crate::{url::View, wording};

/// An article in a list; `beside` shows it beside the list.
pub fn article_row(
    article: &ArticleCard,
    snippet: Option<&Snippet>,
    others: &[ArticleCard],
    beside: &View,
) -> Html {
    let others = others.iter().map(|other| {
        let outlet = wording::outlet_or_none(other.outlet.as_deref());
        html! {
            <a
                key={other.id.clone()}
                class="no-print"
                href={View::compare(&article.id, &other.id, None).to_string()}
                aria-label={format!("Compare with {outlet}: {}", other.headline)}
            >
                { format!("Compare with {outlet}") }
            </a>
        }
    });
    html! {
        <article class="article-row" tabindex="-1" data-article={article.id.clone()}>
            { date_line(article, false) }
            <div class="article-row-text">
                <h3><a class="open-alone" href={View::article(&article.id).to_string()}>{ written(&article.headline) }</a></h3>
                if let Some(snippet) = snippet {
                    <p class="article-row-snippet">{ snippet_view(snippet) }</p>
                }
                { hit_strip(article) }
                if !article.speakers.is_empty() {
                    <p class="article-row-quoted">
                        { format!("Quotes {}", wording::listed(&article.speakers)) }
                    </p>
                }
                <p class="article-row-links">
                    <a class="no-print" href={View::article(&article.id).to_string()} aria-label={format!("Read: {}", article.headline)}>
                        { "Read" }
                    </a>
                    { open_beside(beside, &article.headline) }
                    { for others }
                    if let Some(event) = &article.event {
                        <a href={View::Event(event.clone()).to_string()} aria-label={format!("Event: {event}")}>
                            { event.clone() }
                        </a>
                    }
                    <span class="article-row-counts">{ counts(article) }</span>
                </p>
            </div>
        </article>
    }
}

/// The way to show something beside the list, in a window that has room for it.
pub(super) fn open_beside(beside: &View, what: &str) -> Html {
    html! {
        <a class="open-beside no-print" href={beside.to_string()} aria-label={format!("Open beside the list: {what}")}>
            { "Open beside" }
        </a>
    }
}

/// How much there is to read.
fn counts(article: &ArticleCard) -> String {
    format!(
        "{}, {}",
        wording::counted(article.quotations, "quote", "quotes"),
        wording::counted(article.words, "word", "words"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{article, check_html, snippet};

    #[test]
    fn a_row_leads_to_the_article_and_beside_the_others() {
        let others = [article("lisbon-rt", "RT", "Red carpet")];
        let passage = snippet("A [fresh] start");
        check_html(
            article_row(
                &article("lisbon-dw", "DW", "Past differences"),
                Some(&passage),
                &others,
                &View::About,
            ),
            &[
                "DW",
                "href=\"#/article/lisbon-dw\"",
                "Past differences",
                "<mark class=\"hit\">fresh</mark>",
                "Quotes Dmitry Medvedev and Anders Fogh Rasmussen",
                "href=\"#/about\"",
                "open-beside",
                "href=\"#/compare/lisbon-dw,lisbon-rt\"",
                "Compare with RT",
                "#/event/Lisbon",
                "9 quotes, 431 words",
            ],
        );
    }

    #[test]
    fn a_headline_shows_marks_that_turn_the_direction() {
        let turned = article("a", "DW", "Paid \u{202e}005 euros");
        check_html(article_row(&turned, None, &[], &View::About), &["Paid ", "data-name=\"RLO\""]);
    }
}
