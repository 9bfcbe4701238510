//! The part of the page in which an article is read, or one of its quotations.

use yew::prelude::*;

use super::{article::ArticlePage, quote::QuotePage};
use crate::url::View;

/// The page of a view of this part.
pub(crate) fn reading_view(view: View, _: f64) -> Html {
    match view {
        View::Article(view) => html! { <ArticlePage {view} /> },
        View::Quote(view) => html! { <QuotePage {view} /> },
        _ => Html::default(),
    }
}
