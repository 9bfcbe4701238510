//! Which passages of an article other reports of its event have: compared when the article is on the screen, by a part of
//! the page of its own, so that reading never waits for it.

use std::{collections::BTreeMap, rc::Rc};

use gloo::timers::callback::Timeout;
use parallax_engine::{
    Engine, Reading,
    compare::{Row, Wording},
    search::ArticleCard,
    span::Span,
};
use yew::prelude::*;

use super::{compare::MOST_WORDS, late::use_piece};
use crate::{
    compared::Ink,
    components::{Echo, echo_strip},
    hooks::use_engine,
    parts::Piece,
    url::{CompareView, View},
    wording,
};

/// So many other reports are held against an article.
const MOST: usize = 4;
/// How long the comparison waits for the article to be on the screen, in milliseconds.
const REST: u32 = 60;

/// Properties of [`Echoes`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct EchoesProps {
    /// The article's name.
    pub(super) article: String,
    /// How many other reports of its event there are.
    pub(super) others: usize,
}

/// The place of the strip in an article's page.
#[component]
pub(super) fn Echoes(props: &EchoesProps) -> Html {
    let others = props.others;
    let strip = use_piece(&Piece::Echoes(props.article.clone()), others > 0);
    if others == 0 {
        return Html::default();
    }
    let cut = (others > MOST).then(|| format!("The first {MOST} are compared."));
    html! {
        <section class="echoes">
            <h2>{ "In other reports of the event" }</h2>
            { for cut.map(|cut| html! { <p>{ cut }</p> }) }
            { strip }
        </section>
    }
}

/// The strip of an article, for the part of the page that has it.
pub(crate) fn echoes_view(piece: Piece) -> Html {
    match piece {
        Piece::Echoes(article) => html! { <Strip {article} /> },
        _ => Html::default(),
    }
}

/// Properties of [`Strip`].
#[derive(Clone, PartialEq, Properties)]
struct StripProps {
    article: String,
}

/// Compares, a moment later, and shows what comes of it.
#[component]
fn Strip(props: &StripProps) -> Html {
    let corpus = use_engine();
    let echoes = use_state(|| None::<Rc<Vec<Echo>>>);
    use_effect_with(props.article.clone(), {
        let echoes = echoes.setter();
        move |article| {
            let article = article.clone();
            let later = corpus.map(|corpus| {
                Timeout::new(REST, move || {
                    let reading = corpus.article(&article);
                    let found = reading.map(|reading| compared(&corpus, &reading));
                    echoes.set(Some(Rc::new(found.unwrap_or_default())));
                })
            });
            move || drop(later)
        }
    });
    match echoes.as_ref() {
        Some(echoes) => echo_strip(echoes),
        None => html! { <p class="echoes-wait">{ "Comparing…" }</p> },
    }
}

/// The passages of an article, each with the nearest that other reports have. Costs a comparison for each report.
fn compared(engine: &Engine, reading: &Reading) -> Vec<Echo> {
    let id = reading.card.id.as_str();
    let mut passages: BTreeMap<Span, (Ink, usize)> = BTreeMap::new();
    let short = |(_, other): &(usize, &ArticleCard)| reading.card.words + other.words <= MOST_WORDS;
    for (at, other) in reading.others.iter().enumerate().filter(short).take(MOST) {
        let rows = engine.compare(id, &other.id).map(|it| it.rows).unwrap_or_default();
        for (span, ink) in rows.iter().filter_map(left) {
            let best = passages.entry(span).or_insert((ink, at));
            if rank(ink) < rank(best.0) {
                *best = (ink, at);
            }
        }
    }
    let echo = |(span, (ink, at)): (Span, (Ink, usize))| {
        let other = reading.others.get(at)?;
        let to = View::Compare(CompareView {
            articles: vec![id.to_owned(), other.id.clone()],
            span: Some(span),
            ..CompareView::default()
        });
        let outlet = wording::outlet_or_none(other.outlet.as_deref()).to_owned();
        Some(Echo { words: span.of(&reading.source).to_owned(), ink, outlet, to })
    };
    passages.into_iter().filter_map(echo).collect()
}

/// The article's passage in a row, and what the other report has of it.
fn left(row: &Row) -> Option<(Span, Ink)> {
    match row {
        Row::Pair(pair) => Some((
            pair.left.span,
            match pair.wording {
                Wording::Same | Wording::Differs => Ink::Shared,
                Wording::Reworded => Ink::Reworded,
            },
        )),
        Row::OnlyLeft(passage) => Some((passage.span, Ink::Only)),
        Row::OnlyRight(_) => None,
    }
}

fn rank(ink: Ink) -> u8 {
    match ink {
        Ink::Shared => 0,
        Ink::Reworded => 1,
        Ink::Only => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use parallax_engine::{article::Document, build};

    const BRIDGE: &str = "The old harbour bridge will close for repairs in April.";
    const MUSEUM: &str = "Nobody paid for the museum’s leaking copper roof last winter.";

    fn engine() -> Engine {
        let document =
            |id: &str, text: String| Document { id: id.to_owned(), text, ..Document::default() };
        let documents = [
            document(
                "a",
                format!("Harbour notes\n\nSouth News | 20 November 2010\n\n{BRIDGE}\n\n{MUSEUM}\n"),
            ),
            document(
                "b",
                "Evening wire\n\nNorth News | 20 November 2010\n\nTrains were late again on Monday evening.\n"
                    .to_owned(),
            ),
            document("c", format!("Daily page\n\nEast News | 20 November 2010\n\n{BRIDGE}\n")),
        ];
        Engine::open(build(&documents).unwrap().pack).unwrap()
    }

    #[test]
    fn a_passage_is_what_the_nearest_report_has_of_it() {
        let engine = engine();
        let mut reading = engine.article("a").unwrap();
        reading.others = ["b", "c"].map(|id| engine.article(id).unwrap().card).to_vec();
        let echoes = compared(&engine, &reading);
        let told = |words: &str| {
            let echo = echoes.iter().find(|echo| echo.words == words);
            let Some(echo) = echo else { panic!("no {words} in {echoes:?}") };
            (echo.ink, echo.to.to_string())
        };
        let (ink, to) = told(BRIDGE);
        assert_eq!(ink, Ink::Shared);
        assert!(to.starts_with("#/compare/a,c?span="), "{to}");
        assert_eq!(told(MUSEUM).0, Ink::Only);
    }
}
