//! Browse: facets beside a list of articles or quotations.

use std::rc::Rc;

use parallax_engine::{query::Query, search::ArticleCard, story::Event};
use yew::prelude::*;

use super::{results::Results, same::Same};
use crate::{
    action::{Action, Filter, blockers},
    components::{
        FacetPanel, FrontEvent, ResultBarProps, SearchBox, empty_results, filter_chips, front,
        result_bar, unit_switch,
    },
    hooks::{use_answer, use_corpus_size, use_engine, use_navigator, use_title},
    url::View,
    wording,
};

/// How many events the first view begins with.
const EVENTS: usize = 4;

/// Properties of [`BrowsePage`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct BrowsePageProps {
    /// What is asked.
    pub(crate) query: Query,
    /// How far the page is to be scrolled.
    pub(crate) scrolled: f64,
}

/// Facets beside a list of articles or quotations.
#[component]
pub(crate) fn BrowsePage(props: &BrowsePageProps) -> Html {
    let query = &props.query;
    let answer = use_answer(query);
    let of = use_corpus_size(query.unit);
    let events = use_events();
    use_title(&wording::title(&View::Browse(query.clone()), None));
    let on_action = use_on_action(query);
    let bar = ResultBarProps {
        unit: query.unit,
        total: answer.total,
        of,
        sort: query.sort,
        on_sort: on_action.reform(Action::Order),
    };
    html! {
        <div class="browse">
            if query.is_open() {
                { front(&events) }
            } else {
                <h1 class="visually-hidden">{ "Browse articles and quotes" }</h1>
            }
            <div class="browse-columns">
                <SearchBox
                    words={query.words.clone()}
                    messages={answer.messages.clone()}
                    on_type={on_action.reform(Action::Words)}
                    exact={query.exact}
                    on_exact={on_action.reform(Action::Exact)}
                />
                <div class="browse-side">
                    <FacetPanel
                        facets={answer.facets.clone()}
                        query={query.clone()}
                        active={Filter::of(query).len()}
                        on_action={on_action.clone()}
                    />
                </div>
                <section class="browse-list" aria-label="Results">
                    <div class="browse-bar">
                        { unit_switch(query) }
                        { result_bar(&bar) }
                    </div>
                    { filter_chips(query, &on_action) }
                    if answer.hits.is_empty() {
                        <NoResults query={query.clone()} on_action={on_action.clone()} />
                    } else {
                        <Results answer={Same(answer)} query={query.clone()} scrolled={props.scrolled} />
                    }
                </section>
            </div>
        </div>
    }
}

/// The events to begin with, asked once.
#[hook]
fn use_events() -> Rc<Vec<FrontEvent>> {
    let corpus = use_engine();
    use_memo((), move |()| {
        let events = corpus.map(|corpus| corpus.events(EVENTS)).unwrap_or_default();
        let event = |(event, articles): (Event, Vec<ArticleCard>)| FrontEvent {
            name: event.name,
            articles,
        };
        events.into_iter().map(event).collect()
    })
}

/// Turns an action into the next view: clicks are steps, typing is not.
#[hook]
fn use_on_action(query: &Query) -> Callback<Action> {
    let navigator = use_navigator();
    use_callback((query.clone(), navigator), |action: Action, (query, navigator)| {
        let Some(navigator) = navigator else { return };
        let view = View::Browse(action.apply(query));
        match action {
            Action::Words(_) => navigator.replace(view),
            _ => navigator.push(view),
        }
    })
}

/// Properties of [`NoResults`].
#[derive(Clone, PartialEq, Properties)]
struct NoResultsProps {
    query: Query,
    on_action: Callback<Action>,
}

/// Asks which filter stands in the way, only when nothing is found.
#[component]
fn NoResults(props: &NoResultsProps) -> Html {
    let corpus = use_engine();
    let blockers = use_memo(props.query.clone(), move |query| {
        blockers(query, |query| corpus.as_ref().map_or(0, |corpus| corpus.count(query)))
    });
    empty_results(props.query.unit, &blockers, &props.on_action)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::render;
    use parallax_engine::query::Unit;

    #[test]
    fn nothing_found_is_said() {
        let query = Query { unit: Unit::Quote, words: "zzz".to_owned(), ..Query::default() };
        let props = NoResultsProps { query, on_action: Callback::noop() };
        assert!(render::<NoResults>(props).contains("No quotes match"));
    }
}
