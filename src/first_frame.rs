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
    use parallax_engine::{article::Document, build, ingest::Sidecar};

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
    fn words_that_would_be_markup_stay_words() {
        let harm = [
            "<script>pwned=1</script>",
            "<img src=x onerror=\"pwned=1\">",
            "\" onmouseover=\"pwned=1\" x=\"",
            "' autofocus onfocus='pwned=1",
            "</textarea></title></noscript><script>pwned=1</script>",
            "<!-- --><![CDATA[ ]]>",
            "<template></div></main></body></html>",
            "javascript:pwned=1",
            "\u{202e}\u{2066}\u{200b}\0",
        ];
        let document = |(at, words): (usize, &&str)| Document {
            id: format!("{at}{words}"),
            text: format!(
                "{words}\n\nBy {words}\n\nImage: {words}\n\n“We said {words} then,” said Anna {words} Berg.\n"
            ),
            sidecar: Some(Sidecar {
                headline: Some((*words).to_owned()),
                publisher: Some((*words).to_owned()),
                author: vec![(*words).to_owned()],
                about: Some((*words).to_owned()),
                article_section: vec![(*words).to_owned()],
                ..Sidecar::default()
            }),
            ..Document::default()
        };
        let documents: Vec<_> = harm.iter().enumerate().map(document).collect();
        let html =
            render::<FirstFrame>(FirstFrameProps::open(build(&documents).unwrap().pack).unwrap());
        assert!(html.contains("&lt;script&gt;pwned=1&lt;/script&gt;"), "they are there: {html}");
        assert_eq!(html.matches("<main ").count(), 1, "{html}");
        for tag in tags(&html) {
            let name: String = tag.chars().take_while(|it| !it.is_whitespace()).collect();
            let foreign = [
                "script",
                "img",
                "template",
                "!--",
                "![CDATA[",
                "/body",
                "/html",
                "/title",
                "/textarea",
            ];
            assert!(!foreign.contains(&name.as_str()), "<{tag}>");
            let names = tag.split('"').step_by(2).flat_map(str::split_whitespace);
            let acts = |name: &str| name.starts_with("on") || name.starts_with("style=");
            assert!(!names.clone().any(acts), "<{tag}>");
            assert!(!tag.contains("href=\"javascript:"), "<{tag}>");
        }
    }

    /// What stands between each `<` and the `>` behind it, attributes read as a browser reads them.
    fn tags(html: &str) -> Vec<&str> {
        let (mut tags, mut rest) = (Vec::new(), html);
        while let Some((_, behind)) = rest.split_once('<') {
            let mut quoted = false;
            let end = behind.find(|letter| {
                quoted ^= letter == '"';
                letter == '>' && !quoted
            });
            let (tag, after) = behind.split_at(end.unwrap_or(behind.len()));
            tags.push(tag);
            rest = after;
        }
        tags
    }

    #[test]
    fn a_long_list_has_a_hundred_rows_at_most() {
        let rows = frame(130).matches("data-article=").count();
        assert!((80..=100).contains(&rows), "{rows}");
    }
}
