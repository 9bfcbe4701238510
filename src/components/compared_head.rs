//! The heads of the columns of a comparison, which stay in sight.
//!
//! Sees plain data only.

use parallax_engine::search::ArticleCard;
use yew::prelude::*;

use super::{Side, date_line, written};
use crate::url::{CompareView, View};

/// The heads of the columns; those of other texts offer to become the base text.
pub fn compared_head(articles: &[&ArticleCard], sides: &[Side], view: &CompareView) -> Html {
    let columns = articles.iter().zip(sides).map(|(article, side)| column(article, side, view));
    html! { <div class="compared-head">{ for columns }</div> }
}

fn column(article: &ArticleCard, side: &Side, view: &CompareView) -> Html {
    let base = match side.column {
        0 => html! { <span class="compared-head-base">{ "Base text" }</span> },
        _ => html! {
            <a
                class="compared-head-base"
                href={View::Compare(view.based_on(&article.id)).to_string()}
                aria-label={format!("Make base: {}", side.outlet)}
            >
                { "Make base" }
            </a>
        },
    };
    html! {
        <div class={classes!("compared-head-side", side.class())}>
            <div class="compared-head-line">{ date_line(article, false) }{ base }</div>
            <a class="compared-head-title" href={View::article(&article.id).to_string()}>
                { written(&article.headline) }
            </a>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{article, check_html, sides};

    #[test]
    fn each_column_names_its_article_and_its_part() {
        let (left, right) = (article("a", "DW", "One"), article("b", "RT", "Two"));
        let view = CompareView { articles: vec!["a".into(), "b".into()], ..CompareView::default() };
        let expected = [
            "DW",
            "Base text",
            "href=\"#/article/a\"",
            "One",
            "RT",
            "href=\"#/compare/a,b?base=b\"",
            "href=\"#/article/b\"",
            "Two",
        ];
        check_html(compared_head(&[&left, &right], &sides(), &view), &expected);
    }
}
