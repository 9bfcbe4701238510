//! One article: to be read, or as received.

use std::rc::Rc;

use parallax_engine::{Reading, search::QuoteCard, span::Span};
use yew::prelude::*;

use super::{
    echoes::Echoes,
    not_found::NoArticle,
    reading_blocks::{has_headline, reading_blocks},
    recheck::Recheck,
};
use crate::{
    components::{
        ReadingTextProps, ReceivedTextProps, article_facts, article_head, facts, notice,
        other_reports, quote_note, quoted_people, reading_text, received_text, who_is_quoted,
        written,
    },
    hooks::{use_engine, use_note, use_title},
    reading::{fitting, stretches},
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
    let text = ReadingTextProps {
        article: view.id.clone().into(),
        blocks: reading_blocks(reading, at, note),
        open: view.at.clone(),
        closes: true,
    };
    html! {
        <div class="article-page-text">
            if !has_headline(reading) { <h1>{ written(&reading.card.headline) }</h1> }
            { reading_text(&text) }
        </div>
    }
}

fn received(view: &ArticleView, reading: &Reading) -> Html {
    let pointed = view.span.and_then(|span| fitting(span, &reading.source));
    let open = view.at.as_deref();
    let open = open.and_then(|key| reading.quotes.iter().position(|quote| quote.key == key));
    let whole = Span::new(0, reading.source.len());
    let text = ReceivedTextProps {
        article: view.id.clone().into(),
        source: reading.source.clone().into(),
        stretches: stretches(whole, &reading.article.blocks, &reading.marks, pointed),
        keys: reading.quotes.iter().map(|quote| quote.key.clone()).collect(),
        open,
    };
    html! {
        <div class="article-page-text">
            <h1 class="article-page-received-title">{ written(&reading.card.headline) }</h1>
            <p class="article-page-received-line">
                { "The document as received, byte for byte. What the reading leaves out is dimmed and labelled." }
            </p>
            { received_text(&text) }
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
