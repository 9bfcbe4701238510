//! The page as it is before it runs: the first view and, where they are not too long, the articles' texts.
//!
//! Drawn when the page is built, natively, by the very parts that draw it in the browser, so that nothing
//! moves when the page takes over. Who runs no scripts, or has a browser that cannot run the page, reads
//! this. Does not know where it is put (`cargo xtask seal`).

use parallax_engine::{Engine, OpenError, query::Query, search::Item};
use yew::prelude::*;

use crate::{
    app::{Head, scene},
    components::{PlainBlock, plain_article},
    hooks::Corpus,
    navigator::{Arrival, Navigator, Place},
    url::View,
};

/// The longest pack whose texts are shown, in bytes: up to here it is in the page itself.
const WITH_TEXTS: usize = 1 << 20;

/// How far the list is drawn, as if it were scrolled so far, in CSS pixels: it has a hundred rows at most.
const DRAWN: f64 = 7_000.0;

/// Properties of [`FirstFrame`].
#[derive(Clone, PartialEq, Properties)]
pub struct FirstFrameProps {
    corpus: Corpus,
    with_texts: bool,
}

impl FirstFrameProps {
    /// Of the page with this pack.
    ///
    /// # Errors
    ///
    /// Says why this is no pack that can be opened.
    pub fn open(pack: Vec<u8>) -> Result<Self, OpenError> {
        let with_texts = pack.len() <= WITH_TEXTS;
        Ok(Self { corpus: Corpus::new(Engine::open(pack)?).unread(), with_texts })
    }
}

/// The page as it is before it runs.
#[component]
pub fn FirstFrame(props: &FirstFrameProps) -> Html {
    let mut place = Place::opened(&View::start().to_string());
    place.arrival = Arrival::Returned(DRAWN);
    html! {
        <>
            { scene(&props.corpus, &Navigator::nowhere(), &place, Head::default()) }
            if props.with_texts {
                <div class="plain-articles">{ for texts(&props.corpus) }</div>
            }
        </>
    }
}

/// All articles, in the order of the list.
fn texts(corpus: &Engine) -> Vec<Html> {
    let hits = corpus.first(&Query::default(), usize::MAX).hits.into_iter();
    let ids = hits.filter_map(|hit| match hit.item {
        Item::Article(article, _) => Some(article.id),
        Item::Quote(_) | Item::Utterance(..) => None,
    });
    let readings = ids.filter_map(|id| corpus.article(&id));
    let text = readings.map(|reading| {
        let blocks = reading.article.blocks.iter().filter(|block| block.kind.is_text());
        let blocks = blocks.map(|block| PlainBlock {
            kind: block.kind,
            text: block.span.of(&reading.source).to_owned(),
        });
        plain_article(&reading.card, &blocks.collect::<Vec<_>>())
    });
    text.collect()
}

#[cfg(test)]
mod tests {
    use parallax_engine::{article::Document, build};

    use super::*;
    use crate::testing::render;

    fn frame(articles: usize) -> String {
        let document = |at: usize| Document {
            id: format!("report-{at:03}"),
            text: format!(
                "Talks <go> on\n\nSouth News | 20 November 2010\n\nThe {at}th & last day.\n"
            ),
            ..Document::default()
        };
        let documents: Vec<_> = (0..articles).map(document).collect();
        render::<FirstFrame>(FirstFrameProps::open(build(&documents).unwrap().pack).unwrap())
    }

    #[test]
    fn list_and_texts_are_there_and_links_lead_to_the_texts() {
        let html = frame(2);
        assert!(html.contains("href=\"#/article/report-001\""), "{html}");
        assert!(html.contains("id=\"/article/report-001\""), "{html}");
        assert!(html.contains("The 1th &amp; last day."), "{html}");
        assert!(!html.contains("<go>"), "words are never HTML");
    }

    #[test]
    fn a_long_list_has_a_hundred_rows_at_most() {
        let rows = frame(130).matches("data-article=").count();
        assert!((80..=100).contains(&rows), "{rows}");
    }
}
