//! One article: to be read, or as received.

use std::rc::Rc;

use parallax_engine::{Reading, search::QuoteCard, span::Span};
use yew::prelude::*;

use super::{
    echoes::Echoes,
    long_list::Entries,
    not_found::NoArticle,
    portions::{self, Portions},
    reading_blocks::{has_headline, reading_blocks},
    recheck::Recheck,
};
use crate::{
    components::{
        ReadingBlock, ReadingTextProps, ReceivedTextProps, article_facts, article_head, facts,
        notice, other_reports, quote_note, quoted_people, reading_text, received_text,
        who_is_quoted, written,
    },
    hooks::{use_engine, use_note, use_title},
    reading::{Stretch, fitting, stretches},
    url::{ArticleView, Show, View},
    wording,
};

/// Properties of [`ArticlePage`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ArticlePageProps {
    /// Which article, in which form, at which place.
    pub(crate) view: ArticleView,
}

/// One article.
#[component]
pub(crate) fn ArticlePage(props: &ArticlePageProps) -> Html {
    let view = &props.view;
    let corpus = use_engine();
    let reading = use_memo(view.id.clone(), {
        let corpus = corpus.clone();
        move |id| corpus.and_then(|corpus| corpus.article(id)).map(Rc::new)
    });
    let variants = use_memo((view.id.clone(), view.at.clone()), move |(id, at)| {
        let at = at.as_deref();
        corpus.zip(at).map(|(corpus, key)| corpus.variants(id, key)).unwrap_or_default()
    });
    use_note(&view.id, view.at.as_deref().filter(|_| view.show == Show::Reading));
    let headline = reading.as_ref().as_ref().map(|reading| reading.card.headline.as_str());
    use_title(&wording::title(&View::Article(view.clone()), headline));
    match reading.as_ref() {
        None => html! { <NoArticle id={view.id.clone()} /> },
        Some(reading) => article_shown(view, reading, &variants),
    }
}

/// An article that is there.
fn article_shown(view: &ArticleView, reading: &Rc<Reading>, variants: &[QuoteCard]) -> Html {
    html! {
        <article class="article-page">
            { article_head(&reading.card, view) }
            { gone(view, reading) }
            { match view.show {
                Show::Reading => text(view, reading, variants),
                Show::Received => received(view, reading),
            } }
            <div class="article-page-side">
                { other_reports(&reading.card, &reading.others) }
                <Echoes key={view.id.clone()} article={view.id.clone()} others={reading.others.len()} />
                { who_is_quoted(&view.id, &quoted_people(&reading.quotes)) }
                { article_facts(&view.id, &facts(&reading.article)) }
                <Recheck key={view.id.clone()} reading={Rc::clone(reading)} />
            </div>
        </article>
    }
}

fn text(view: &ArticleView, reading: &Reading, variants: &[QuoteCard]) -> Html {
    let at = view.at.as_deref();
    let quote = at.and_then(|key| reading.quotes.iter().find(|quote| quote.key == key));
    let note = quote.map(|quote| quote_note(quote, variants, &reading.others, true));
    let portions = portions::of_blocks(reading_blocks(reading, at, note));
    let here = |block: &ReadingBlock| block.pieces.iter().any(|piece| piece.here);
    let first = portions.iter().position(|portion| portion.iter().any(here));
    let (article, open) = (AttrValue::from(view.id.clone()), view.at.clone());
    let draw = move |blocks: &Vec<ReadingBlock>| {
        let (article, blocks, open) = (article.clone(), blocks.clone(), open.clone());
        reading_text(&ReadingTextProps { article, blocks, open, closes: true })
    };
    html! {
        <div class="article-page-text">
            if !has_headline(reading) { <h1>{ written(&reading.card.headline) }</h1> }
            { in_portions(view, portions, first, draw) }
        </div>
    }
}

/// The portions of an article, or all of it where it is one.
fn in_portions<T: 'static>(
    view: &ArticleView,
    portions: Vec<T>,
    first: Option<usize>,
    draw: impl Fn(&T) -> Html + 'static,
) -> Html {
    if let [whole] = portions.as_slice() {
        return draw(whole);
    }
    let entries =
        Entries::new(portions.len(), move |at| portions.get(at).map(&draw).unwrap_or_default());
    // Another place in it is another beginning.
    let key = View::Article(view.clone()).to_string();
    html! { <Portions {key} {entries} first={first.unwrap_or_default()} /> }
}

fn received(view: &ArticleView, reading: &Rc<Reading>) -> Html {
    let pointed = view.span.and_then(|span| fitting(span, &reading.source));
    let open = view.at.as_deref();
    let open = open.and_then(|key| reading.quotes.iter().position(|quote| quote.key == key));
    let whole = Span::new(0, reading.source.len());
    let all = stretches(whole, &reading.article.blocks, &reading.marks, pointed);
    let portions = portions::of_stretches(&all, &reading.source);
    let here = |it: &Stretch| it.pointed || (open.is_some() && it.quote == open);
    let first = portions.iter().position(|portion| portion.iter().any(here));
    let (article, reading_of) = (AttrValue::from(view.id.clone()), Rc::clone(reading));
    let source = AttrValue::from(reading.source.clone());
    let draw = move |stretches: &Vec<Stretch>| {
        let keys = reading_of.quotes.iter().map(|quote| quote.key.clone()).collect();
        let (article, source) = (article.clone(), source.clone());
        received_text(&ReceivedTextProps {
            article,
            source,
            stretches: stretches.clone(),
            keys,
            open,
        })
    };
    html! {
        <div class="article-page-text">
            <h1 class="article-page-received-title">{ written(&reading.card.headline) }</h1>
            <p class="article-page-received-line">
                { "The document as received, byte for byte. What the reading leaves out is dimmed and labelled." }
            </p>
            { in_portions(view, portions, first, draw) }
        </div>
    }
}

/// Says so when the address points to something that is not there.
fn gone(view: &ArticleView, reading: &Reading) -> Html {
    let no_quote =
        view.at.as_deref().is_some_and(|key| reading.quotes.iter().all(|q| q.key != key));
    let no_span = view.span.is_some_and(|span| fitting(span, &reading.source).is_none());
    html! {
        <>
            if no_quote {
                { notice(html! { <>
                    { "The quote that this link points to is not in this article any more. " }
                    <a href={View::article(&view.id).to_string()}>{ "Read the article" }</a>
                </> }) }
            }
            if no_span {
                { notice(html! { { "The place that this link points to lies beyond the end of the document." } }) }
            }
        </>
    }
}
