//! Rehearses every kind of view where nobody sees it, once the first one is drawn.
//!
//! A browser compiles a function of WebAssembly when it is first called, so the first view of its
//! kind would be drawn several times slower than the second. The rehearsal draws each kind once into
//! an element that is no part of the page. It begins when the reader first stirs, or has read for some
//! seconds, never while the first view is still being put on the screen: on a slow device it takes a second or
//! more. It starts with the quotes, in steps of a few milliseconds between which the browser serves an
//! input first. Its links lead nowhere, it names no window and leaves no measures. Does not know what
//! pages show.

use parallax_engine::{
    Engine,
    query::{Facet, LineOrder, Query, Unit},
    search::{Item, QuoteCard},
};
use wasm_bindgen_futures::spawn_local;
use yew::{Renderer, prelude::*};

use crate::{
    app::{Head, scene},
    hooks::Corpus,
    navigator::{Navigator, Place},
    parts, timing,
    turns::{next_step, reader_stirs},
    url::{BrowseView, CompareView, Display, Show, View},
};

/// Starts the rehearsal, and returns at once.
pub(crate) fn start(corpus: Corpus) {
    spawn_local(async move {
        // Where there is no document to draw into, nothing needs to be rehearsed.
        let _ = rehearse(corpus).await;
    });
}

async fn rehearse(corpus: Corpus) -> Option<()> {
    let aside = web_sys::window()?.document()?.create_element("div").ok()?;
    let navigator = Navigator::nowhere();
    let props = |view: View| StageProps {
        corpus: corpus.clone(),
        navigator: navigator.clone(),
        place: Place::opened(&view.to_string()),
    };
    reader_stirs().await;
    // The view that most readers turn to first is the first to be drawn.
    let mut stage = Renderer::<Stage>::with_root_and_props(aside, props(quotes())).render();
    next_step().await;
    parts::fetch_all().await;
    for view in repertoire(&corpus) {
        ask(&corpus, &view);
        next_step().await;
        stage.update(props(view));
        next_step().await;
    }
    stage.destroy();
    timing::rehearsed();
    Some(())
}

/// The engine's part of a view, which has a step of its own.
fn ask(corpus: &Engine, view: &View) {
    match view {
        View::Browse(view) => drop(corpus.first(&view.query, 1)),
        View::Article(view) => drop(corpus.article(&view.id)),
        View::Quote(view) => drop(corpus.variants(&view.article, &view.key)),
        // How reports are compared, and what is known of people and events, comes with the parts that draw it.
        View::Compare(_) | View::Person(_) | View::Event(_) | View::About | View::Unknown(_) => {}
    }
}

fn quotes() -> View {
    View::browse(Query { unit: Unit::Quote, ..Query::default() })
}

/// Views of every other kind, as far as the corpus has them, those first that a reader turns to first.
fn repertoire(corpus: &Engine) -> Vec<View> {
    let quotes = Query { unit: Unit::Quote, ..Query::default() };
    let Some(quote) = some_quote(corpus, &quotes) else { return Vec::new() };
    let (id, key) = (quote.article.id.as_str(), quote.key.as_str());
    let mut few = Query { words: first_word(&quote), ..quotes };
    few.choose(Facet::Kind, |chosen| chosen.toggle(quote.kind.name()));
    let none = Query { words: "-a* \"a\" zzzz*".to_owned(), ..few.clone() };
    let others = corpus.article(id).map(|reading| reading.others).unwrap_or_default();
    let other = others.into_iter().find(|other| other.words <= LONGEST.0);
    let mut views = vec![
        View::browse(few),
        View::article_at(id, key, Show::Reading),
        View::browse(none),
        View::article_at(id, key, Show::Received),
        View::quote(id, key),
        View::Compare(CompareView::default()),
    ];
    views.extend(other.map(|other| View::compare(id, &other.id, Some(key))));
    views.extend(quote.speaker.clone().map(View::Person));
    views.extend(quote.article.event.clone().map(View::Event));
    let lines =
        Query { words: first_word(&quote), lines: Some(LineOrder::Right), ..Query::default() };
    views.push(View::browse(lines));
    let timeline = BrowseView { display: Display::Timeline, ..BrowseView::default() };
    views.push(View::Browse(timeline));
    views.extend([View::Unknown(id.to_owned()), View::start()]);
    views
}

/// Among how many quotations one is looked for that has most to show.
const SOME: usize = 60;

/// An article of more words or more quotations is nothing to rehearse with.
const LONGEST: (usize, usize) = (20_000, 1_000);

/// A quotation that has most to show: a speaker, in an article that is not alone.
fn some_quote(corpus: &Engine, quotes: &Query) -> Option<QuoteCard> {
    let cards = corpus.first(quotes, SOME).hits.into_iter().filter_map(|hit| match hit.item {
        Item::Quote(quote) => Some(quote),
        Item::Article(..) | Item::Utterance(..) => None,
    });
    let short = |quote: &QuoteCard| {
        let (words, quotations) = LONGEST;
        quote.article.words <= words && quote.article.quotations <= quotations
    };
    cards.filter(short).max_by_key(|quote| {
        let alike = corpus.variants(&quote.article.id, &quote.key).len();
        (alike > 0, quote.speaker.is_some(), quote.full_name.is_some())
    })
}

fn first_word(quote: &QuoteCard) -> String {
    let words = quote.parts.iter().flat_map(|part| &part.words.pieces);
    let mut words = words.flat_map(|piece| piece.text.split(' '));
    words.next().unwrap_or_default().to_owned()
}

/// Properties of [`Stage`].
#[derive(Clone, PartialEq, Properties)]
struct StageProps {
    corpus: Corpus,
    navigator: Navigator,
    place: Place,
}

/// A view that nobody sees.
#[component]
fn Stage(props: &StageProps) -> Html {
    let StageProps { corpus, navigator, place } = props;
    scene(corpus, navigator, place, Head::default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use parallax_engine::{article::Document, build, ingest::Sidecar};

    const SOUTH: &str = "Anna Berg: a fresh start\n\nSouth News | 20 November 2010\n\n\
        \u{201c}We have made a fresh start with our partners,\u{201d} said Anna Berg on Saturday.\n";
    const NORTH: &str = "Two sides meet\n\nNorth News | 20 November 2010\n\n\
        Anna Berg said: \u{201c}We have made a fresh start with our partners.\u{201d}\n";

    fn engine(texts: &[&str]) -> Engine {
        let talks = Sidecar { about: Some("Talks".to_owned()), ..Sidecar::default() };
        let document = |(at, text): (usize, &&str)| Document {
            id: format!("report-{at}"),
            text: (*text).to_owned(),
            sidecar: Some(talks.clone()),
            ..Document::default()
        };
        let documents: Vec<_> = texts.iter().enumerate().map(document).collect();
        Engine::open(build(&documents).unwrap().pack).unwrap()
    }

    #[test]
    fn every_kind_of_view_is_rehearsed() {
        let views = repertoire(&engine(&[SOUTH, NORTH]));
        let has = |kind: fn(&View) -> bool| assert!(views.iter().any(kind), "{views:?}");
        has(|view| matches!(view, View::Browse(view) if view.query.unit == Unit::Quote));
        has(|view| matches!(view, View::Browse(view) if view.query.is_open()));
        has(|view| matches!(view, View::Article(view) if view.show == Show::Received));
        has(|view| matches!(view, View::Compare(view) if view.at.is_some()));
        has(|view| matches!(view, View::Quote(_)));
        has(|view| matches!(view, View::Person(_)));
        has(|view| matches!(view, View::Event(_)));
        has(|view| matches!(view, View::Browse(view) if view.query.lines.is_some()));
        has(|view| matches!(view, View::Unknown(_)));
    }

    #[test]
    fn the_views_have_something_to_show() {
        let engine = engine(&[SOUTH, NORTH]);
        let queries = repertoire(&engine).into_iter().filter_map(|view| match view {
            View::Browse(view) => Some(engine.count(&view.query)),
            _ => None,
        });
        assert_eq!(queries.collect::<Vec<_>>(), [2, 0, 2, 2, 2]);
    }

    #[test]
    fn a_corpus_without_quotations_needs_none() {
        assert_eq!(repertoire(&engine(&["Nothing was said.\n"])), []);
    }
}
