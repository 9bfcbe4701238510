//! Two articles side by side: asks the engine for the rows, or offers articles to choose from.

use std::rc::Rc;

use parallax_engine::{Engine, compare::Comparison, query::Unit, search::ArticleCard};
use yew::prelude::*;

use super::{
    long_list::{Entries, LongList, in_sight},
    not_found::NoArticle,
    same::Same,
};
use crate::{
    columns::Stretch,
    components::{
        ArticlePicker, ComparedRowProps, ComparisonSummaryProps, FrontEvent, Side, Tally,
        compared_head, compared_row, comparison_summary, front, notice,
    },
    hooks::{use_corpus_size, use_engine, use_navigator, use_title},
    url::{CompareView, View},
    wording,
};

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

/// How many of the newest articles are offered; a browser takes its time for more.
const OFFERED: usize = 200;
/// How many events are offered.
const EVENTS: usize = 12;

/// Two articles side by side.
#[component]
fn ComparePage(props: &ComparePageProps) -> Html {
    let view = &props.view;
    let comparison = use_comparison(view);
    let subject = comparison.as_ref().map(|it| names(&it.left, &it.right).join(" and "));
    use_title(&wording::title(&View::Compare(view.clone()), subject.as_deref()));
    let unknown = use_unknown(view);
    html! {
        <div class="compare-page">
            <h1>{ "Two reports, passage against passage" }</h1>
            <Choice view={view.clone()} />
            if let Some(comparison) = comparison {
                <Compared comparison={Same(comparison)} at={view.at.clone()} scrolled={props.scrolled} />
            } else if let Some(id) = unknown {
                <NoArticle {id} />
            } else {
                <Suggestions />
            }
        </div>
    }
}

#[hook]
fn use_comparison(view: &CompareView) -> Option<Rc<Comparison>> {
    let corpus = use_engine();
    let comparison = use_memo((view.left.clone(), view.right.clone()), move |(left, right)| {
        let (left, right) = left.as_deref().zip(right.as_deref())?;
        corpus?.compare(left, right).map(Rc::new)
    });
    (*comparison).clone()
}

/// The first of the two names that no article has.
#[hook]
fn use_unknown(view: &CompareView) -> Option<String> {
    let corpus = use_engine();
    let asked: Vec<String> = view.left.iter().chain(&view.right).cloned().collect();
    let unknown = use_memo(asked, move |asked| {
        let corpus = corpus?;
        asked.iter().find(|id| corpus.article(id).is_none()).cloned()
    });
    (*unknown).clone()
}

/// What the columns are called: by outlet, and by day too where one outlet has both.
fn names(left: &ArticleCard, right: &ArticleCard) -> [String; 2] {
    [left, right].map(|article| {
        let outlet = wording::outlet_or_none(article.outlet.as_deref());
        match article.published.filter(|_| left.outlet == right.outlet) {
            Some(day) => format!("{outlet}, {}", wording::short_day(day)),
            None => outlet.to_owned(),
        }
    })
}

/// Properties of [`Compared`].
#[derive(Clone, PartialEq, Properties)]
struct ComparedProps {
    comparison: Same<Comparison>,
    at: Option<String>,
    scrolled: f64,
}

/// Few rows of passages are lower than this, in CSS pixels; several such in a row are a frame late.
const LOWEST_ROW: f64 = 150.0;

/// The two articles, passage against passage.
#[component]
fn Compared(props: &ComparedProps) -> Html {
    let comparison = &*props.comparison.0;
    let [left, right] = names(&comparison.left, &comparison.right);
    let side = |article: &ArticleCard, outlet: &str| Side {
        article: article.id.clone().into(),
        outlet: outlet.to_owned().into(),
    };
    let sides = [side(&comparison.left, &left), side(&comparison.right, &right)];
    let rows = use_memo((props.comparison.clone(), props.at.clone()), |(comparison, at)| {
        let stretches = Stretch::of(&comparison.0.rows);
        let quoting = |stretch: &Stretch| at.as_deref().is_some_and(|key| stretch.quotes(key));
        let pointed = stretches.iter().position(quoting);
        (rows(stretches, sides, pointed), pointed)
    });
    let (entries, pointed) = (*rows).clone();
    let gone = props.at.is_some() && pointed.is_none();
    // The row that the address points to is in sight, with as much behind it as fills a window.
    let first = in_sight(props.scrolled, LOWEST_ROW) + pointed.unwrap_or_default();
    let tally = Tally::of(&comparison.rows);
    let summary = ComparisonSummaryProps { tally, left: left.into(), right: right.into() };
    html! {
        <>
            { another_event(comparison) }
            if gone {
                { notice(html! { { "The quote that this link points to is in neither of these articles any more." } }) }
            }
            { comparison_summary(&summary) }
            { compared_head(&comparison.left, &comparison.right) }
            <LongList {entries} class={classes!("compared-rows")} {first} />
        </>
    }
}

fn rows(stretches: Vec<Stretch>, sides: [Side; 2], pointed: Option<usize>) -> Entries {
    Entries::new(stretches.len(), move |number| {
        let here = pointed == Some(number);
        let row = |stretch: &Stretch| {
            compared_row(&ComparedRowProps { stretch: stretch.clone(), sides: sides.clone(), here })
        };
        stretches.get(number).map(row).unwrap_or_default()
    })
}

/// Says so when the two articles do not report one event.
fn another_event(comparison: &Comparison) -> Html {
    let (left, right) = (&comparison.left.event, &comparison.right.event);
    match left.as_ref().zip(right.as_ref()).filter(|(left, right)| left != right) {
        None => Html::default(),
        Some((left, right)) => html! {
            { notice(html! { <>
                { format!("These articles report different events: {left}, and {right}. ") }
                { "What they share may be background, not the same utterance." }
            </> }) }
        },
    }
}

/// Properties of [`Choice`].
#[derive(Clone, PartialEq, Properties)]
struct ChoiceProps {
    view: CompareView,
}

/// The choice of the two articles.
#[component]
fn Choice(props: &ChoiceProps) -> Html {
    let (corpus, navigator) = (use_engine(), use_navigator());
    let corpus_size = use_corpus_size(Unit::Article);
    let chosen: Vec<_> = props.view.left.iter().chain(&props.view.right).cloned().collect();
    let articles = use_memo(chosen, move |chosen| {
        corpus.map(|corpus| offered(&corpus, chosen)).unwrap_or_default()
    });
    let left_out = corpus_size.saturating_sub(articles.len());
    let on_choose = use_callback(navigator, |view: CompareView, navigator| {
        if let Some(navigator) = navigator {
            navigator.push(View::Compare(view));
        }
    });
    html! { <ArticlePicker view={props.view.clone()} articles={(*articles).clone()} {left_out} {on_choose} /> }
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
    html! { { front(&events) } }
}
