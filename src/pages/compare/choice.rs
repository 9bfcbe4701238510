//! The choice of the articles to compare: asks the engine what there is to choose from.

use parallax_engine::{Engine, query::Unit, search::ArticleCard};
use yew::prelude::*;

use crate::{
    components::{ArticlePickerProps, article_picker},
    hooks::{use_corpus_size, use_engine, use_fit, use_navigator},
    url::{CompareView, View},
};

/// How many of the newest articles are offered; a browser takes its time for more.
const OFFERED: usize = 200;

/// Properties of [`Choice`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ChoiceProps {
    pub(super) view: CompareView,
}

/// The choice of the articles.
#[component]
pub(super) fn Choice(props: &ChoiceProps) -> Html {
    let (corpus, navigator) = (use_engine(), use_navigator());
    let corpus_size = use_corpus_size(Unit::Article);
    let articles = use_memo(props.view.articles.clone(), move |chosen| {
        corpus.map(|corpus| offered(&corpus, chosen)).unwrap_or_default()
    });
    let left_out = corpus_size.saturating_sub(articles.len());
    let on_choose = use_callback(navigator, |view: CompareView, navigator| {
        if let Some(navigator) = navigator {
            navigator.push(View::Compare(view));
        }
    });
    let (view, articles) = (props.view.clone(), (*articles).clone());
    let folded = use_fit().small;
    article_picker(&ArticlePickerProps { view, articles, left_out, folded, on_choose })
}

/// What may be chosen: the newest articles, and what is chosen with the others of its event.
fn offered(corpus: &Engine, chosen: &[String]) -> Vec<ArticleCard> {
    let mut articles = corpus.articles(OFFERED);
    for id in chosen {
        let Some(reading) = corpus.article(id) else { continue };
        for article in reading.others.into_iter().take(OFFERED).chain([reading.card]) {
            if articles.iter().all(|known| known.id != article.id) {
                articles.push(article);
            }
        }
    }
    articles
}
