//! The head of an article's page: where and when, and the ways to look at it.

use parallax_engine::search::ArticleCard;
use yew::prelude::*;

use super::date_line;
use crate::url::{ArticleView, Show, View};

/// The head of an article's page.
pub fn article_head(article: &ArticleCard, view: &ArticleView) -> Html {
    let form = |show: Show, words: &'static str| {
        let to = View::Article(ArticleView { show, span: None, ..view.clone() });
        let current = (view.show == show).then_some(AttrValue::Static("true"));
        html! { <li><a href={to.to_string()} aria-current={current}>{ words }</a></li> }
    };
    html! {
        <div class="article-head">
            { date_line(article, true) }
            if let Some(event) = &article.event {
                <p class="article-head-event">{ event.clone() }</p>
            }
            <nav class="article-head-forms no-print" aria-label="How to show it">
                <ul>
                    { form(Show::Reading, "Reading") }
                    { form(Show::Received, "As received") }
                </ul>
            </nav>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{article, check_html};

    #[test]
    fn the_other_form_keeps_the_place() {
        let view =
            ArticleView { id: "a".to_owned(), at: Some("k".to_owned()), ..ArticleView::default() };
        check_html(
            article_head(&article("a", "DW", "One"), &view),
            &[
                "DW",
                "Lisbon, 20 November 2010",
                "aria-current=\"true\"",
                "#/article/a?show=received&amp;at=k",
            ],
        );
    }
}
