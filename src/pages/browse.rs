//! Browse: facets beside a list of articles or quotations.

use std::rc::Rc;

use parallax_engine::{
    query::Query,
    search::{Answer, ArticleCard, Hit, Item, QuoteCard},
};
use yew::prelude::*;

use super::{
    long_list::{Entries, LongList, in_sight},
    same::Same,
};
use crate::{
    action::{Action, Filter, blockers},
    components::{
        FacetPanel, FrontEvent, ResultBarProps, SearchBox, article_row, empty_results,
        filter_chips, front, quote_card, result_bar, unit_switch,
    },
    hooks::{use_answer, use_corpus_size, use_engine, use_navigator, use_title},
    url::View,
    wording,
};

/// No quotation's card is lower than this, in CSS pixels.
const LOWEST_CARD: f64 = 110.0;
/// No article's row is lower than this, in CSS pixels.
const LOWEST_ROW: f64 = 80.0;

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
                        <Results answer={Same(answer)} {events} scrolled={props.scrolled} />
                    }
                </section>
            </div>
        </div>
    }
}

/// The events with their articles, asked once.
#[hook]
fn use_events() -> Rc<Vec<FrontEvent>> {
    let corpus = use_engine();
    use_memo((), move |()| {
        let events = corpus.map(|corpus| corpus.events()).unwrap_or_default();
        let event = |(event, articles): (parallax_engine::story::Event, Vec<ArticleCard>)| {
            FrontEvent { name: event.name, articles }
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

/// Properties of [`Results`].
#[derive(Clone, PartialEq, Properties)]
struct ResultsProps {
    answer: Same<Answer>,
    events: Rc<Vec<FrontEvent>>,
    scrolled: f64,
}

/// The results.
#[component]
fn Results(props: &ResultsProps) -> Html {
    let hits = &props.answer.0.hits;
    let (class, lowest) = match hits.first().map(|hit| &hit.item) {
        Some(Item::Quote(_) | Item::Utterance(..)) => {
            (classes!("results", "is-quotes"), LOWEST_CARD)
        }
        Some(Item::Article(..)) | None => (classes!("results", "is-articles"), LOWEST_ROW),
    };
    let shown = (props.answer.clone(), Rc::clone(&props.events));
    let entries = use_memo(shown, |(answer, events)| {
        let (answer, events) = (Rc::clone(&answer.0), Rc::clone(events));
        Entries::new(answer.hits.len(), move |at| {
            answer.hits.get(at).map(|hit| result(hit, &events)).unwrap_or_default()
        })
    });
    let first = in_sight(props.scrolled, lowest);
    html! { <LongList entries={(*entries).clone()} {class} {first} /> }
}

fn result(hit: &Hit, events: &[FrontEvent]) -> Html {
    match &hit.item {
        Item::Article(article, snippet) => html! {
            <li key={article.id.clone()}>
                { article_row(article, snippet.as_ref(), &others(article, events)) }
            </li>
        },
        Item::Quote(quote) => html! {
            <li key={place_key(quote)}>
                { quote_card(quote, &[]) }
            </li>
        },
        Item::Utterance(quote, others) => html! {
            // A long quotation may show several.
            <li>
                { quote_card(quote, others) }
            </li>
        },
    }
}

/// A name for a quotation in a list: its place, which it shares with no other.
fn place_key(quote: &QuoteCard) -> String {
    let start = quote.parts.first().map_or(0, |part| part.span.start);
    format!("{}/{start}", quote.article.id)
}

/// The other articles of the article's event.
fn others(article: &ArticleCard, events: &[FrontEvent]) -> Vec<ArticleCard> {
    let holds = |event: &&FrontEvent| event.articles.iter().any(|other| other.id == article.id);
    let event = events.iter().find(holds);
    let articles = event.map(|event| event.articles.as_slice()).unwrap_or_default();
    articles.iter().filter(|other| other.id != article.id).cloned().collect()
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
    use crate::testing::{article, quote, render};
    use parallax_engine::query::Unit;

    fn shown(hits: Vec<Item>) -> String {
        let hits: Vec<_> = hits.into_iter().map(|item| Hit { item, score: 0.0 }).collect();
        let answer = Same(Rc::new(Answer { total: hits.len(), hits, ..Answer::default() }));
        let articles = vec![article("a", "DW", "One"), article("b", "RT", "Two")];
        let events = Rc::new(vec![FrontEvent { name: "Lisbon".to_owned(), articles }]);
        render::<Results>(ResultsProps { answer, events, scrolled: 0.0 })
    }

    #[test]
    fn an_article_is_listed_with_the_others_of_its_event() {
        let hit = Item::Article(article("a", "DW", "One"), None);
        let html = shown(vec![hit]);
        assert!(html.contains("#/compare/a,b") && !html.contains("#/compare/a,a"));
    }

    #[test]
    fn quotations_are_listed_as_cards() {
        let html = shown(vec![Item::Quote(quote("k", &["yes"]))]);
        assert!(html.contains("data-quote=\"k\""));
    }

    #[test]
    fn nothing_found_is_said() {
        let query = Query { unit: Unit::Quote, words: "zzz".to_owned(), ..Query::default() };
        let props = NoResultsProps { query, on_action: Callback::noop() };
        assert!(render::<NoResults>(props).contains("No quotes match"));
    }
}
