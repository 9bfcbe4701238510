//! The results of a query as a list. The first come with the answer; the others are asked for, some at a
//! time, when the list is drawn so far.

use std::{cell::RefCell, rc::Rc};

use parallax_engine::{
    query::Query,
    search::{Answer, ArticleCard, Hit, Item, QuoteCard},
};
use yew::prelude::*;

use super::{
    long_list::{Entries, LongList},
    same::Same,
    wordings::other_wordings,
};
use crate::{
    action::Action,
    components::{article_row, quote_card},
    hooks::{Corpus, use_engine},
    url::{BrowseView, Opened, View},
};

/// No quotation's card is lower than this, in CSS pixels.
const LOWEST_CARD: f64 = 110.0;
/// No article's row is lower than this, in CSS pixels.
const LOWEST_ROW: f64 = 80.0;
/// How many other articles of its event an article's row leads to.
const OTHERS: usize = 4;
/// How many results are asked for at first, when more are.
const MORE: usize = 24;

/// Properties of [`Results`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ResultsProps {
    /// The answer to the query, with the first results.
    pub(super) answer: Same<Answer>,
    /// What was asked, with nothing open beside it.
    pub(super) view: BrowseView,
    /// How far the page is to be scrolled.
    pub(super) scrolled: f64,
}

/// The results.
#[component]
pub(super) fn Results(props: &ResultsProps) -> Html {
    let corpus = use_engine();
    let answer = &props.answer.0;
    let (class, lowest) = match answer.hits.first().map(|hit| &hit.item) {
        Some(Item::Quote(_) | Item::Utterance(..)) => {
            (classes!("results", "is-quotes"), LOWEST_CARD)
        }
        Some(Item::Article(..)) | None => (classes!("results", "is-articles"), LOWEST_ROW),
    };
    let asked = (props.answer.clone(), props.view.clone());
    let entries = use_memo(asked, |(answer, view)| {
        let listed = Listed::new(corpus.clone(), view.query.clone(), Rc::clone(&answer.0));
        let view = view.clone();
        let draw = move |hit: &Hit| result(hit, corpus.as_ref(), &view);
        Entries::new(answer.0.total, move |at| listed.with(at, &draw).unwrap_or_default())
    });
    let (name, scrolled) = (View::Browse(props.view.clone()).to_string(), props.scrolled);
    html! { <LongList entries={(*entries).clone()} {class} {name} {lowest} {scrolled} /> }
}

/// The results that were asked for so far.
pub(super) struct Listed {
    corpus: Option<Corpus>,
    query: Query,
    answer: Rc<Answer>,
    /// What follows the answer's, in runs. A reader who comes back far below starts one there.
    runs: RefCell<Vec<Run>>,
}

/// Results one after the other, and the place of the first among all.
struct Run {
    start: usize,
    hits: Vec<Hit>,
}

impl Run {
    fn get(&self, at: usize) -> Option<&Hit> {
        self.hits.get(at.checked_sub(self.start)?)
    }
}

impl Listed {
    /// The results of `query`, of which `answer` has the first.
    pub(super) fn new(corpus: Option<Corpus>, query: Query, answer: Rc<Answer>) -> Self {
        Self { corpus, query, answer, runs: RefCell::default() }
    }

    /// What `look` makes of a result. Asks for more of them where they have not come so far.
    pub(super) fn with<T>(&self, at: usize, look: impl Fn(&Hit) -> T) -> Option<T> {
        if let Some(hit) = self.answer.hits.get(at) {
            return Some(look(hit));
        }
        let mut runs = self.runs.borrow_mut();
        if !runs.iter().any(|run| run.get(at).is_some()) {
            self.ask(at, &mut runs);
        }
        runs.iter().find_map(|run| run.get(at)).map(look)
    }

    fn ask(&self, at: usize, runs: &mut Vec<Run>) {
        let Some(corpus) = &self.corpus else { return };
        if let Some(Run { hits, .. }) = runs.iter_mut().find(|it| it.start + it.hits.len() == at) {
            // Each time as many again, so that asking for all costs no more than twice the last time.
            hits.extend(corpus.after(&self.query, at, hits.len()));
        } else {
            let start = (at / MORE * MORE).max(self.answer.hits.len());
            runs.push(Run { start, hits: corpus.after(&self.query, start, MORE) });
        }
    }
}

fn result(hit: &Hit, corpus: Option<&Corpus>, view: &BrowseView) -> Html {
    let beside = beside(hit, view);
    match &hit.item {
        Item::Article(article, snippet) => html! {
            <li key={article.id.clone()}>
                { article_row(article, snippet.as_ref(), &others(article, corpus), &beside) }
            </li>
        },
        Item::Quote(quote) => html! {
            <li key={place_key(quote)}>
                { quote_card(quote, other_wordings(quote, &[]), Some(&beside)) }
            </li>
        },
        Item::Utterance(quote, others) => html! {
            // A long quotation may show several.
            <li>
                { quote_card(quote, other_wordings(quote, others), Some(&beside)) }
            </li>
        },
    }
}

/// The list with a result open beside it.
fn beside(hit: &Hit, view: &BrowseView) -> View {
    let open = match &hit.item {
        Item::Article(article, _) => Opened { article: article.id.clone(), at: None },
        Item::Quote(quote) | Item::Utterance(quote, _) => {
            Opened { article: quote.article.id.clone(), at: Some(quote.key.clone()) }
        }
    };
    View::Browse(Action::Open(Some(open)).apply(view))
}

/// A name for a quotation in a list: its place, which it shares with no other.
fn place_key(quote: &QuoteCard) -> String {
    let start = quote.parts.first().map_or(0, |part| part.span.start);
    format!("{}/{start}", quote.article.id)
}

/// Other articles of the article's event.
fn others(article: &ArticleCard, corpus: Option<&Corpus>) -> Vec<ArticleCard> {
    corpus.map(|corpus| corpus.others(&article.id, OTHERS)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use parallax_engine::{Engine, article::Document, build, ingest::Sidecar, query::Unit};

    use super::*;
    use crate::testing::render;

    /// So many articles that tell of one event.
    fn corpus(articles: usize) -> Corpus {
        let document = |at: usize| Document {
            id: format!("report-{at:03}"),
            text: format!(
                "Talks in Lisbon\n\nSouth News | 20 November 2010\n\n\
                 \u{201c}We made start number {at},\u{201d} said Anna Berg on Saturday.\n"
            ),
            sidecar: Some(Sidecar { about: Some("Talks".to_owned()), ..Sidecar::default() }),
            ..Document::default()
        };
        let documents: Vec<_> = (0..articles).map(document).collect();
        Corpus::new(Engine::open(build(&documents).unwrap().pack).unwrap())
    }

    #[derive(Clone, PartialEq, Properties)]
    struct WithinProps {
        corpus: Corpus,
        unit: Unit,
        scrolled: f64,
    }

    #[component]
    fn Within(props: &WithinProps) -> Html {
        let query = Query { unit: props.unit, ..Query::default() };
        let answer = Same(Rc::new(props.corpus.answer(&query)));
        html! {
            <ContextProvider<Corpus> context={props.corpus.clone()}>
                <Results {answer} view={BrowseView::from(query)} scrolled={props.scrolled} />
            </ContextProvider<Corpus>>
        }
    }

    fn shown(articles: usize, unit: Unit, scrolled: f64) -> String {
        render::<Within>(WithinProps { corpus: corpus(articles), unit, scrolled })
    }

    #[test]
    fn an_article_is_listed_with_the_others_of_its_event() {
        let html = shown(2, Unit::Article, 0.0);
        assert!(html.contains("#/compare/report-000,report-001"), "{html}");
        assert!(!html.contains("#/compare/report-000,report-000"));
    }

    #[test]
    fn quotations_are_listed_as_cards() {
        assert!(shown(1, Unit::Quote, 0.0).contains("data-quote="));
    }

    #[test]
    fn whoever_begins_far_below_finds_every_result_in_its_place() {
        let corpus = corpus(200);
        let answer = Rc::new(corpus.answer(&Query::default()));
        let listed = Listed::new(Some(corpus), Query::default(), answer);
        let id = |hit: &Hit| match &hit.item {
            Item::Article(article, _) => article.id.clone(),
            Item::Quote(_) | Item::Utterance(..) => String::new(),
        };
        for at in (130..200).chain((0..130).rev()) {
            assert_eq!(listed.with(at, id), Some(format!("report-{at:03}")));
        }
        assert_eq!(listed.with(200, id), None);
    }

    #[test]
    fn all_are_drawn_in_order_as_far_as_they_are_wanted() {
        let rows = |scrolled| -> Vec<String> {
            let html = shown(90, Unit::Article, scrolled);
            let rows = html.split("data-article=\"").skip(1);
            rows.filter_map(|row| row.split('"').next().map(str::to_owned)).collect()
        };
        let all: Vec<String> = (0..90).map(|at| format!("report-{at:03}")).collect();
        assert_eq!(rows(1e9), all);
        let first = rows(0.0);
        assert!(first.len() < 20 && all.starts_with(&first), "{first:?}");
    }
}
