//! Browse: facets beside a list of articles or quotations.

use std::rc::Rc;

use parallax_engine::{
    query::{Facet, NONE, Query},
    search::{Answer, ArticleCard, FacetCounts},
    story::Event,
};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{
    PartedPage,
    dates::{DatesProps, dates},
    results::Results,
    same::Same,
    saved::saved_menu,
};
use crate::{
    action::{Action, Filter, blockers},
    components::{
        FacetPanel, FrontEvent, OpenPanelProps, ResultBarProps, SearchBox, display_switch,
        empty_results, filter_chips, front, notice, open_panel, result_bar, unit_switch,
    },
    export::Format,
    history,
    hooks::{
        use_answer, use_corpus_size, use_engine, use_fit, use_list_keys, use_navigator, use_title,
    },
    navigator::Navigator,
    parts::tabulate,
    save,
    url::{BrowseView, Display, View},
    wording,
};

/// How many events the first view begins with.
const EVENTS: usize = 4;

/// Properties of [`BrowsePage`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct BrowsePageProps {
    /// What is asked, and how it is shown.
    pub(crate) view: BrowseView,
    /// How far the page is to be scrolled.
    pub(crate) scrolled: f64,
}

/// Facets beside a list of articles or quotations.
#[component]
pub(crate) fn BrowsePage(props: &BrowsePageProps) -> Html {
    let (view, query) = (&props.view, &props.view.query);
    let answer = use_answer(query);
    let of = use_corpus_size(query.unit);
    let folds = use_fit().folds;
    let is_whole = use_engine().is_none_or(|corpus| corpus.is_whole());
    let events = use_events();
    use_title(&wording::title(&View::Browse(view.clone()), None));
    let (on_action, on_slide) = use_on_action(view);
    let (on_export, no_export) = use_export(query);
    let (facets, on_open) = use_facets(query, &answer);
    let closed = Action::Open(None).apply(view);
    let days = DatesProps { view: view.clone(), on_action: on_action.clone(), on_slide };
    let dates = dates(days, is_dated(&answer));
    use_list_keys(view.open.as_ref(), on_action.reform(|()| Action::Open(None)));
    let bar = ResultBarProps {
        unit: query.unit,
        total: answer.total,
        of,
        searched: query.has_words(),
        sort: query.sort,
        on_sort: on_action.reform(Action::Order),
        on_export,
        no_export: *no_export,
    };
    html! {
        <div class="browse">
            if query.is_open() {
                { front(&events) }
            } else {
                <h1 class="visually-hidden">{ "Browse articles and quotes" }</h1>
            }
            <div class={classes!("browse-columns", view.open.is_some().then_some("has-open"))}>
                <SearchBox
                    words={query.words.clone()}
                    messages={answer.messages.clone()}
                    on_type={on_action.reform(Action::Words)}
                    exact={query.exact}
                    on_exact={on_action.reform(Action::Exact)}
                />
                <div class="browse-side no-print">
                    <FacetPanel
                        {folds}
                        facets={(*facets).clone()}
                        {on_open}
                        {dates}
                        view={view.clone()}
                        active={Filter::of(query).len()}
                        on_action={on_action.clone()}
                    />
                </div>
                <section class="browse-list" aria-label="Results">
                    <div class="browse-bar">
                        { unit_switch(view) }
                        { display_switch(view) }
                        if query.lines.is_none() { { result_bar(&bar) } }
                        { saved_menu(&closed) }
                    </div>
                    { filter_chips(query, &on_action) }
                    if !is_whole {
                        { notice(html! { COMING }) }
                    } else if query.lines.is_some() {
                        <PartedPage view={View::Browse(view.clone())} scrolled={props.scrolled} />
                    } else if answer.hits.is_empty() {
                        <NoResults query={query.clone()} on_action={on_action.clone()} />
                    } else if view.display == Display::Timeline {
                        <PartedPage view={View::Browse(view.clone())} scrolled={props.scrolled} />
                    } else {
                        <Results answer={Same(answer)} view={closed.clone()} scrolled={props.scrolled} />
                    }
                </section>
                if let Some(open) = &view.open {
                    <Beside page={open.page()} closed={View::Browse(closed)} />
                }
            </div>
        </div>
    }
}

/// Whether any article here has a day.
fn is_dated(answer: &Answer) -> bool {
    let days = answer.facets.iter().find(|counts| counts.facet == Facet::Date);
    days.is_some_and(|days| days.values.iter().any(|it| &*it.value != NONE))
}

/// Properties of [`Beside`].
#[derive(Clone, PartialEq, Properties)]
struct BesideProps {
    page: View,
    closed: View,
}

/// What is open beside the list. It does not name the window: the list does.
#[component]
fn Beside(props: &BesideProps) -> Html {
    let navigator = use_navigator();
    let quiet = use_memo(navigator, |navigator| {
        let navigator = navigator.clone().unwrap_or_else(Navigator::nowhere);
        Navigator { name: Callback::noop(), ..navigator }
    });
    let page = props.page.clone();
    let shown = html! {
        <ContextProvider<Navigator> context={(*quiet).clone()}>
            <PartedPage key={page.to_string()} view={page.clone()} scrolled={0.0} />
        </ContextProvider<Navigator>>
    };
    open_panel(&OpenPanelProps { page, closed: props.closed.clone(), shown })
}

/// The facets that the answer counts, with those that the reader has opened; and what opens and closes these.
#[hook]
fn use_facets(
    query: &Query,
    answer: &Rc<Answer>,
) -> (Rc<Vec<FacetCounts>>, Callback<(Facet, bool)>) {
    let corpus = use_engine();
    let opened = use_state_eq(Vec::<Facet>::new);
    let asked = (query.clone(), Same(Rc::clone(answer)), opened.clone());
    let facets = use_memo(asked, move |(query, answer, opened)| {
        let mut facets = answer.0.facets.clone();
        let missing = opened.iter().filter(|&&it| facets.iter().all(|told| told.facet != it));
        let missing: Vec<Facet> = missing.copied().collect();
        if let Some(corpus) = corpus.filter(|corpus| !missing.is_empty() && corpus.is_whole()) {
            let found = corpus.find(query);
            facets.extend(missing.into_iter().map(|facet| found.facet(facet)));
        }
        facets
    });
    let on_open = use_callback(opened, |(facet, open): (Facet, bool), opened| {
        let others = opened.iter().copied().filter(|other| *other != facet);
        opened.set(others.chain(open.then_some(facet)).collect());
    });
    (facets, on_open)
}

/// What gives the reader all results as a file; and why that could not be done the last time.
#[hook]
fn use_export(query: &Query) -> (Callback<Format>, UseStateHandle<Option<&'static str>>) {
    let corpus = use_engine();
    let problem = use_state_eq(|| None);
    let asked = (query.clone(), corpus, problem.setter());
    let export = use_callback(asked, |format, (query, corpus, problem)| {
        let (query, corpus, problem) = (query.clone(), corpus.clone(), problem.clone());
        spawn_local(async move {
            let made = tabulate().await.ok().zip(corpus.filter(|corpus| corpus.is_whole()));
            let saved = made.is_some_and(|(tabulate, corpus)| {
                let hits = corpus.find(&query).hits(usize::MAX);
                let table = tabulate(&hits, &history::page(), format);
                let name = format!("parallax-{}s.{}", query.unit.name(), format.ending());
                save::file(&name, format.media_type(), &table).is_ok()
            });
            problem.set((!saved).then_some(NOT_SAVED));
        });
    });
    (export, problem)
}

/// What a reader is told whose results have no words yet.
const COMING: &str = "The articles are still coming in. Filters and searches count them already.";

/// What a reader is told who gets no file.
const NOT_SAVED: &str = "The file could not be made. Is there a connection?";

/// The events to begin with, asked once.
#[hook]
fn use_events() -> Rc<Vec<FrontEvent>> {
    let corpus = use_engine();
    use_memo(corpus, move |corpus| {
        let events = corpus.as_ref().map(|corpus| corpus.events(EVENTS)).unwrap_or_default();
        let event = |(event, articles): (Event, Vec<ArticleCard>)| FrontEvent {
            name: event.name,
            articles,
        };
        events.into_iter().map(event).collect()
    })
}

/// Turns actions into the next view: clicks are steps, typing is not, nor is what follows on a click at once.
#[hook]
fn use_on_action(view: &BrowseView) -> (Callback<Action>, Callback<Action>) {
    let asked = (view.clone(), use_navigator());
    let act =
        |action: Action, (view, navigator): &(BrowseView, Option<Navigator>), slides: bool| {
            let Some(navigator) = navigator else { return };
            let view = View::Browse(action.apply(view));
            match action {
                Action::Words(_) => navigator.replace(view),
                _ if slides => navigator.replace(view),
                _ => navigator.push(view),
            }
        };
    let on_action = use_callback(asked.clone(), move |action, asked| act(action, asked, false));
    let on_slide = use_callback(asked, move |action, asked| act(action, asked, true));
    (on_action, on_slide)
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
