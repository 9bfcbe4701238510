//! Articles side by side: asks the engine for their comparisons, or offers articles to choose from.

mod apart;
mod choice;
mod chunks;
mod map;
mod place;
mod reader;
mod rows;
mod shown;
mod wishes;

use std::rc::Rc;

use parallax_engine::{compare::Comparison, search::ArticleCard};
use yew::prelude::*;

use super::{not_found::NoArticle, same::Same};
use crate::{
    components::{FrontEvent, front_events, notice},
    hooks::{use_engine, use_title},
    url::{CompareView, Mode, View},
    wording::{self, listed},
};
use apart::Apart;
use choice::Choice;
use reader::Reader;

/// Properties of [`ComparePage`].
#[derive(Clone, PartialEq, Properties)]
struct ComparePageProps {
    /// Which articles, at which place.
    view: CompareView,
    /// How far the page is to be scrolled.
    scrolled: f64,
}

/// The page of a view of this part.
pub(crate) fn compare_view(view: View, scrolled: f64) -> Html {
    match view {
        View::Compare(view) => html! { <ComparePage {view} {scrolled} /> },
        _ => Html::default(),
    }
}

/// Reports of so many words together are compared while a reader waits; longer ones would hold up the page.
pub(super) const MOST_WORDS: usize = 100_000;

/// How many events are offered.
const EVENTS: usize = 12;

/// Articles side by side.
#[component]
fn ComparePage(props: &ComparePageProps) -> Html {
    let view = &props.view;
    let long = use_engine().is_some_and(|corpus| corpus.words(view.columns()) > MOST_WORDS);
    let comparisons = use_comparisons(view, long);
    let subject = comparisons.as_ref().map(|it| listed(&names(&cards(it))));
    use_title(&wording::title(&View::Compare(view.clone()), subject.as_deref()));
    let unknown = use_unknown(view);
    html! {
        <div class="compare-page">
            <h1>{ heading(view.articles.len()) }</h1>
            <Choice view={view.clone()} />
            { kept_out(view) }
            if long {
                { too_long() }
            } else if let Some(comparisons) = comparisons {
                { other_events(&comparisons) }
                if view.mode == Mode::Apart {
                    <Apart comparisons={Same(comparisons)} view={view.clone()} />
                } else {
                    <Reader
                        key={view.columns().join(",")}
                        comparisons={Same(comparisons)} view={view.clone()} scrolled={props.scrolled} />
                }
            } else if let Some(id) = unknown {
                <NoArticle {id} />
            } else {
                <Suggestions />
            }
        </div>
    }
}

fn heading(articles: usize) -> String {
    let number = ["Two", "Three", "Four"][articles.clamp(2, CompareView::MOST) - 2];
    format!("{number} reports, passage against passage")
}

/// The base text with each of the others; none where there are fewer than two, where one is unknown, or where they
/// are too `long`.
#[hook]
fn use_comparisons(view: &CompareView, long: bool) -> Option<Rc<Vec<Comparison>>> {
    let corpus = use_engine();
    let columns: Vec<String> = view.columns().into_iter().map(str::to_owned).collect();
    let comparisons = use_memo(columns, move |columns| {
        let (corpus, (base, others)) = (corpus.filter(|_| !long)?, columns.split_first()?);
        let comparisons = corpus.comparisons(base, others)?;
        (!comparisons.is_empty()).then(|| Rc::new(comparisons))
    });
    (*comparisons).clone()
}

/// The first of the names that no article has.
#[hook]
fn use_unknown(view: &CompareView) -> Option<String> {
    let corpus = use_engine();
    let unknown = use_memo(view.articles.clone(), move |asked| {
        let corpus = corpus?;
        asked.iter().find(|id| !corpus.has(id)).cloned()
    });
    (*unknown).clone()
}

/// The articles that are compared, the base text first.
fn cards(comparisons: &[Comparison]) -> Vec<&ArticleCard> {
    let base = comparisons.first().map(|it| &it.left);
    base.into_iter().chain(comparisons.iter().map(|it| &it.right)).collect()
}

/// What the columns are called: by outlet, and by day too where one outlet has several.
fn names(articles: &[&ArticleCard]) -> Vec<String> {
    let name = |article: &&ArticleCard| {
        let outlet = wording::outlet_or_none(article.outlet.as_deref());
        let alike = articles.iter().filter(|other| other.outlet == article.outlet).count();
        match article.published.filter(|_| alike > 1) {
            Some(day) => format!("{outlet}, {}", wording::short_day(day)),
            None => outlet.to_owned(),
        }
    };
    articles.iter().map(name).collect()
}

/// Says that these are no reports to be read side by side.
fn too_long() -> Html {
    let most = wording::grouped(MOST_WORDS);
    notice(html! {
        { format!("These reports are too long to be set side by side here: together they have more than {most} words.") }
    })
}

/// Says which articles of the address found no room.
fn kept_out(view: &CompareView) -> Html {
    let left_out = view.articles.get(CompareView::MOST..).unwrap_or_default();
    if left_out.is_empty() {
        return Html::default();
    }
    notice(html! { <>
        { format!("Four reports fit side by side. Left out here: {}", left_out.join(", ")) }
    </> })
}

/// Says so when the articles do not all report one event.
fn other_events(comparisons: &[Comparison]) -> Html {
    let mut events: Vec<&str> = Vec::new();
    for event in cards(comparisons).into_iter().filter_map(|it| it.event.as_deref()) {
        if !events.contains(&event) {
            events.push(event);
        }
    }
    if events.len() < 2 {
        return Html::default();
    }
    let events: Vec<String> = events.into_iter().map(str::to_owned).collect();
    notice(html! { <>
        { format!("These articles report different events: {}. ", listed(&events)) }
        { "What they share may be background, not the same utterance." }
    </> })
}

/// The events with several reports, to begin with.
#[component]
fn Suggestions() -> Html {
    let corpus = use_engine();
    let events = use_memo((), move |()| {
        let events = corpus.map(|corpus| corpus.events(EVENTS)).unwrap_or_default();
        let several = events.into_iter().filter(|(_, articles)| articles.len() > 1);
        several
            .map(|(event, articles)| FrontEvent { name: event.name, articles })
            .collect::<Vec<_>>()
    });
    if events.is_empty() {
        return Html::default();
    }
    html! {
        <section class="compare-start">
            <h2>{ "Or begin with an event" }</h2>
            { front_events(&events) }
        </section>
    }
}
