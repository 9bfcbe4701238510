//! One quotation, with everything known about it.

use parallax_engine::{
    Engine, Reading,
    compare::{Apparatus, Clip, Ladder},
    search::{ArticleCard, QuoteCard},
};
use yew::prelude::*;

use super::{not_found::NoArticle, reading_blocks::surroundings};
use crate::{
    citation::nearest,
    components::{
        ReadingBlock, ReadingTextProps, apparatus, clip, date_line, ladder, quote_card, quote_note,
        quoted_words, reading_text, written,
    },
    hooks::{use_engine, use_title},
    url::{QuoteView, View},
    wording,
};

/// Properties of [`QuotePage`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct QuotePageProps {
    /// Which quotation.
    pub(crate) view: QuoteView,
}

/// One quotation.
#[component]
pub(crate) fn QuotePage(props: &QuotePageProps) -> Html {
    let view = &props.view;
    let found = use_found(view);
    let speaker = found.quote.as_ref().and_then(|quote| quote.speaker.as_deref());
    use_title(&wording::title(&View::Quote(view.clone()), speaker));
    match (&found.quote, &found.reading) {
        (Some(quote), reading) => {
            let others = reading.as_ref().map(|reading| reading.others.as_slice());
            quote_shown(quote, &found, others.unwrap_or_default())
        }
        (None, Some(reading)) => quote_gone(&reading.card, &reading.quotes, view.words.as_deref()),
        (None, None) => html! { <NoArticle id={view.article.clone()} /> },
    }
}

/// What the engine finds for an address.
#[derive(Default, PartialEq)]
struct Found {
    quote: Option<QuoteCard>,
    /// The utterance in all reports that carry it, if others do.
    witnessed: Option<Witnessed>,
    /// The blocks around it.
    place: Vec<ReadingBlock>,
    reading: Option<Reading>,
}

/// An utterance that has several witnesses.
#[derive(PartialEq)]
struct Witnessed {
    apparatus: Apparatus,
    clip: Clip,
    ladder: Ladder,
}

impl Witnessed {
    fn of(engine: &Engine, article: &str, key: &str) -> Option<Self> {
        let apparatus = engine.apparatus(article, key)?;
        (!apparatus.witnesses.is_empty()).then_some(())?;
        let (clip, ladder) = (engine.clip(article, key)?, engine.ladder(article, key)?);
        Some(Self { apparatus, clip, ladder })
    }
}

#[hook]
fn use_found(view: &QuoteView) -> std::rc::Rc<Found> {
    let corpus = use_engine();
    use_memo((view.article.clone(), view.key.clone()), move |(article, key)| {
        let reading = corpus.as_ref().and_then(|corpus| corpus.article(article));
        Found {
            quote: reading
                .as_ref()
                .and_then(|reading| reading.quotes.iter().find(|quote| quote.key == *key).cloned()),
            witnessed: corpus.and_then(|corpus| Witnessed::of(&corpus, article, key)),
            place: reading.as_ref().map(|reading| surroundings(reading, key)).unwrap_or_default(),
            reading,
        }
    })
}

/// A quotation that is there.
fn quote_shown(quote: &QuoteCard, found: &Found, others: &[ArticleCard]) -> Html {
    let place = ReadingTextProps {
        article: quote.article.id.clone().into(),
        blocks: found.place.clone(),
        open: Some(quote.key.clone()),
        closes: false,
    };
    let by = quote.speaker.clone().unwrap_or_else(|| "no speaker named".to_owned());
    html! {
        <article class="quote-page">
            <h1 class="visually-hidden">{ format!("Quote: {by}") }</h1>
            <div class="quote-page-words">
                { date_line(&quote.article, true) }
                { quoted_words(quote, "is-large") }
                <section class="quote-page-context">
                    <h2>{ "In its place" }</h2>
                    { reading_text(&place) }
                    <p class="quote-page-from">
                        { "From " }
                        <a href={View::article(&quote.article.id).to_string()}>
                            { written(&quote.article.headline) }
                        </a>
                    </p>
                </section>
            </div>
            { quote_note(quote, &[], others, false) }
            { for found.witnessed.as_ref().map(in_other_reports) }
        </article>
    }
}

/// The words of all reports that carry them: beside each other, what of them was kept, and how they are attributed.
fn in_other_reports(found: &Witnessed) -> Html {
    html! {
        <section class="quote-page-others">
            <h2>{ "In other reports" }</h2>
            { apparatus(&found.apparatus) }
            { clip(&found.clip) }
            { ladder(&found.ladder) }
        </section>
    }
}

/// A quotation that is not there any more, in an article that is.
fn quote_gone(article: &ArticleCard, quotes: &[QuoteCard], words: Option<&str>) -> Html {
    let near = words.and_then(|words| nearest(words, quotes)).map(|quote| {
        html! {
            <>
                <h2>{ "The nearest by its words" }</h2>
                <ol class="results is-quotes"><li>{ quote_card(quote, Html::default(), None) }</li></ol>
            </>
        }
    });
    let quotes = quotes.iter().map(|quote| {
        let start = quote.parts.first().map_or(0, |part| part.span.start);
        html! { <li key={start}>{ quote_card(quote, Html::default(), None) }</li> }
    });
    html! {
        <section class="plain-page is-wide">
            <h1>{ "This quote is not here any more" }</h1>
            <p>
                { "Its words in the article, or the words around them, have changed since the link was made. The article is here: " }
                <a href={View::article(&article.id).to_string()}>{ written(&article.headline) }</a>
            </p>
            { for near }
            <h2>{ "Quotes in this article" }</h2>
            <ol class="results is-quotes">{ for quotes }</ol>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        components::ReadingPiece,
        testing::{article, check_html, quote},
    };
    use parallax_engine::{
        article::{BlockKind, Document},
        build,
        ingest::Sidecar,
    };

    #[test]
    fn a_quotation_shows_its_words_in_their_place() {
        let piece = ReadingPiece {
            text: "said Medvedev.".to_owned(),
            quote: None,
            reported: false,
            here: false,
        };
        let kind = BlockKind::Paragraph;
        let block = ReadingBlock { start: 0, kind, pieces: vec![piece], note: None };
        let found = Found { place: vec![block], ..Found::default() };
        check_html(
            quote_shown(&quote("k", &["Fresh,"]), &found, &[]),
            &["“</span>Fresh,”", "said Medvedev.", "#/article/lisbon-dw", "Past differences"],
        );
    }

    /// Two reports of one event, and what the page finds for a quotation of the first that has these words.
    fn witnessed(words: &str) -> Option<Witnessed> {
        let document = |id: &str, sentence: &str| Document {
            id: id.to_owned(),
            text: format!("A report\n\nMayor Ann Smith met reporters.\n\n{sentence}\n"),
            sidecar: Some(Sidecar { about: Some("Harbour".to_owned()), ..Sidecar::default() }),
            ..Document::default()
        };
        let bridge = "“The old harbour bridge will close for repairs in April,” Smith said.";
        let museum = "“Nobody paid for the museum’s roof,” Smith said.";
        let documents = [
            document("a", &format!("{bridge}\n\n{museum}")),
            document("b", &bridge.replace("repairs", "good")),
        ];
        let engine = Engine::open(build(&documents).unwrap().pack).unwrap();
        let quotes = engine.article("a").unwrap().quotes;
        let has = |it: &QuoteCard| it.parts[0].words.pieces[0].text.contains(words);
        let key = quotes.into_iter().find(has).unwrap().key;
        Witnessed::of(&engine, "a", &key)
    }

    #[test]
    fn other_reports_of_the_words_are_shown_in_three_ways() {
        let found = Found { witnessed: witnessed("harbour"), ..Found::default() };
        check_html(
            quote_shown(&quote("k", &["Fresh,"]), &found, &[]),
            &["In other reports", "Word for word", "“good”", "How much was kept", "Who says it"],
        );
    }

    #[test]
    fn words_of_one_report_alone_have_nothing_beside_them() {
        assert!(witnessed("museum").is_none());
    }

    #[test]
    fn a_quotation_that_is_gone_offers_the_article_and_its_quotes() {
        check_html(
            quote_gone(&article("a", "DW", "One"), &[quote("k2", &["yes"])], None),
            &["not here any more", "#/article/a", "data-quote=\"k2\""],
        );
        let quotes = [quote("k2", &["no"]), quote("k3", &["a fresh start"])];
        check_html(
            quote_gone(&article("a", "DW", "One"), &quotes, Some("a-true-fresh-start")),
            &["The nearest by its words", "data-quote=\"k3\"", "Quotes in this article"],
        );
    }
}
