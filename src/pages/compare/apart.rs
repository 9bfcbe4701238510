//! What tells the compared reports apart, and what they have in common, in place of the rows.

use parallax_engine::{
    Engine,
    compare::{Comparison, Contrast, Core},
    search::ArticleCard,
    span::Span,
};
use yew::prelude::*;

use super::{cards, shown::sides};
use crate::{
    components::{
        ComparisonBarProps, Shared, common_core, compared_head, comparison_bar, only_here,
    },
    hooks::use_engine,
    pages::same::Same,
    url::CompareView,
};

/// Properties of [`Apart`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ApartProps {
    pub(super) comparisons: Same<Vec<Comparison>>,
    pub(super) view: CompareView,
}

/// What was found, and the words of what all have.
struct Found {
    contrast: Contrast,
    core: Vec<Shared>,
}

/// What each of the reports alone carries, what it does not, and what all of them have.
#[component]
pub(super) fn Apart(props: &ApartProps) -> Html {
    let articles = cards(&props.comparisons.0);
    let sides = sides(&articles);
    let corpus = use_engine();
    let found = use_memo(props.comparisons.clone(), |_| find(&*corpus?, &articles));
    let view = &props.view;
    let bar = ComparisonBarProps { view, beside: None, alone: None, on_step: None };
    html! {
        <div class={classes!("comparison", "is-apart", format!("columns-{}", sides.len()))}>
            <div class="compared-top">
                { comparison_bar(&bar) }
                { compared_head(&articles, &sides, view) }
            </div>
            if let Some(found) = &*found {
                { only_here(&found.contrast, &sides) }
                { common_core(&found.core, &sides) }
            }
        </div>
    }
}

fn find(corpus: &Engine, articles: &[&ArticleCard]) -> Option<Found> {
    let ids: Vec<&str> = articles.iter().map(|article| article.id.as_str()).collect();
    let contrast = corpus.contrast(&ids).ok()?;
    let core = corpus.core(&ids).map(|core| shared(corpus, &core)).unwrap_or_default();
    Some(Found { contrast, core })
}

/// The words of the passages that all articles have.
fn shared(corpus: &Engine, core: &Core) -> Vec<Shared> {
    let texts: Vec<String> = core.articles.iter().map(|it| text(corpus, &it.id)).collect();
    let words = |(text, spans): (&String, &Vec<Span>)| {
        spans.iter().map(|&span| (span, span.of(text).to_owned())).collect()
    };
    let common = core.common.iter();
    common.map(|it| texts.iter().zip(&it.passages).map(words).collect()).collect()
}

fn text(corpus: &Engine, id: &str) -> String {
    corpus.article(id).map(|reading| reading.source).unwrap_or_default()
}
