//! The results on a timeline: what was said on the day of the event, and what was published and embargoed when.

use std::collections::BTreeMap;

use parallax_engine::{
    Engine,
    query::{Query, Unit},
    search::{ArticleCard, Item, QuoteCard},
};
use yew::prelude::*;

use crate::{
    components::{Lane, Mark, timeline},
    hooks::{use_engine, use_fit},
    url::{BrowseView, View},
    wording,
};

/// So many results can be told apart.
const MOST: usize = 240;
/// So many letters of what was said are told.
const LETTERS: usize = 140;

/// The page of a view of this part.
pub(crate) fn timeline_view(view: View, _: f64) -> Html {
    match view {
        View::Browse(view) => html! { <TimelinePage {view} /> },
        _ => Html::default(),
    }
}

/// Properties of [`TimelinePage`].
#[derive(Clone, PartialEq, Properties)]
struct TimelinePageProps {
    view: BrowseView,
}

/// The results on a timeline.
#[component]
fn TimelinePage(props: &TimelinePageProps) -> Html {
    let (corpus, fit) = (use_engine(), use_fit());
    let gathered = use_memo(props.view.query.clone(), move |query| {
        corpus.map(|corpus| Gathered::of(&corpus, query)).unwrap_or_default()
    });
    let cut = gathered.cut.map(|all| {
        let all = wording::grouped(all);
        html! {
            <p class="timeline-note">
                { format!("The first {MOST} of {all} are shown. Filters make room for the others.") }
            </p>
        }
    });
    html! { <>{ for cut }{ timeline(&gathered.marks, fit.small) }</> }
}

/// What stands on the timeline.
#[derive(Debug, Default, PartialEq)]
struct Gathered {
    marks: Vec<Mark>,
    /// How many results there are, if they are more than are shown.
    cut: Option<usize>,
}

impl Gathered {
    /// What is asked for, and the remarks of the same question where articles are.
    fn of(engine: &Engine, query: &Query) -> Self {
        let mut gathered = Self::default();
        let mut articles = BTreeMap::new();
        gathered.take(engine, query, &mut articles);
        if query.unit == Unit::Article {
            let said = Query { unit: Unit::Utterance, ..query.clone() };
            gathered.take(engine, &said, &mut BTreeMap::new());
        }
        gathered.marks.extend(articles.values().flat_map(of_article));
        gathered
    }

    fn take(
        &mut self,
        engine: &Engine,
        query: &Query,
        articles: &mut BTreeMap<String, ArticleCard>,
    ) {
        let found = engine.find(query);
        if found.total() > MOST {
            self.cut = self.cut.max(Some(found.total()));
        }
        for hit in found.hits(MOST) {
            let mut add = |card: &ArticleCard| articles.insert(card.id.clone(), card.clone());
            match hit.item {
                Item::Article(card, _) => drop(add(&card)),
                Item::Quote(card) => {
                    add(&card.article);
                    self.marks.push(said(&card));
                }
                Item::Utterance(card, others) => {
                    add(&card.article);
                    others.iter().for_each(|other| drop(add(&other.article)));
                    self.marks.push(said(&card));
                }
            }
        }
    }
}

fn said(card: &QuoteCard) -> Mark {
    let pieces = card.parts.iter().flat_map(|part| &part.words.pieces);
    let words: String = pieces.map(|piece| piece.text.as_str()).collect();
    Mark {
        lane: Lane::Said,
        day: card.article.happened,
        time: None,
        words: wording::cut(&words, LETTERS),
        by: card.speaker.clone().unwrap_or_else(|| "no speaker named".to_owned()),
        to: View::quote(&card.article.id, &card.key),
    }
}

/// When an article was published, and until when it was embargoed.
fn of_article(card: &ArticleCard) -> Vec<Mark> {
    let mark = |lane, day, time: &Option<String>| Mark {
        lane,
        day,
        time: time.clone(),
        words: card.headline.clone(),
        by: wording::outlet_or_none(card.outlet.as_deref()).to_owned(),
        to: View::article(&card.id),
    };
    let embargoed =
        card.embargoed.map(|day| mark(Lane::Embargoed, Some(day), &card.embargoed_time));
    let published = mark(Lane::Published, card.published, &card.published_time);
    [Some(published), embargoed].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use parallax_engine::{article::Document, build};

    const TALKS: &str = "Talks in Lisbon\n\nSouth News | 20 November 2010\n\n\
        \u{201c}We have made a fresh start with our partners,\u{201d} said Anna Berg on Friday.\n";

    fn gathered(unit: Unit) -> Vec<(Lane, String)> {
        let document =
            Document { id: "a".to_owned(), text: TALKS.to_owned(), ..Document::default() };
        let engine = Engine::open(build(&[document]).unwrap().pack).unwrap();
        let marks = Gathered::of(&engine, &Query { unit, ..Query::default() }).marks;
        marks
            .iter()
            .map(|it| (it.lane, it.day.map(|day| day.to_string()).unwrap_or_default()))
            .collect()
    }

    #[test]
    fn what_was_said_stands_on_its_day_and_the_report_on_its_own() {
        let expected =
            [(Lane::Said, "2010-11-19".to_owned()), (Lane::Published, "2010-11-20".to_owned())];
        for unit in Unit::ALL {
            assert_eq!(gathered(unit), expected, "{unit:?}");
        }
    }
}
