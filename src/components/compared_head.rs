//! The heads of the two columns of a comparison, which stay in sight.
//!
//! Sees plain data only.

use parallax_engine::search::ArticleCard;
use yew::prelude::*;

use super::date_line;
use crate::url::View;

/// The heads of the two columns.
pub fn compared_head(left: &ArticleCard, right: &ArticleCard) -> Html {
    html! {
        <div class="compared-head">
            { column(left) }
            { column(right) }
        </div>
    }
}

fn column(article: &ArticleCard) -> Html {
    html! {
        <div class="compared-head-side">
            { date_line(article, false) }
            <a class="compared-head-title" href={View::article(&article.id).to_string()}>
                { article.headline.clone() }
            </a>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{article, check_html};

    #[test]
    fn each_column_names_its_article() {
        let (left, right) = (article("a", "DW", "One"), article("b", "RT", "Two"));
        let expected = ["DW", "href=\"#/article/a\"", "One", "RT", "href=\"#/article/b\"", "Two"];
        check_html(compared_head(&left, &right), &expected);
    }
}
