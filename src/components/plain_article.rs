//! An article's words alone, for those whose browser does not run the page.

use parallax_engine::{article::BlockKind, search::ArticleCard};
use yew::prelude::*;

use super::{date_line, written};
use crate::url::View;

/// A block of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlainBlock {
    /// What it is.
    pub kind: BlockKind,
    /// Its words.
    pub text: String,
}

/// An article's words. The page's own links to the article lead here while the page does not run.
pub fn plain_article(article: &ArticleCard, blocks: &[PlainBlock]) -> Html {
    let address = View::article(&article.id).to_string();
    let blocks = blocks.iter().filter(|block| block.kind != BlockKind::Headline);
    html! {
        <article class="plain-article" id={address.trim_start_matches('#').to_owned()}>
            <h2>{ written(&article.headline) }</h2>
            { date_line(article, true) }
            { for blocks.map(element) }
        </article>
    }
}

fn element(block: &PlainBlock) -> Html {
    let text = written(&block.text);
    match block.kind {
        BlockKind::Subhead => html! { <h3>{ text }</h3> },
        BlockKind::AltText | BlockKind::Caption | BlockKind::Credit => {
            html! { <p class="plain-article-aside">{ text }</p> }
        }
        _ => html! { <p>{ text }</p> },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{article, check_html};

    #[test]
    fn the_words_stand_in_order_and_the_headline_once() {
        let block = |kind, text: &str| PlainBlock { kind, text: text.to_owned() };
        let html = check_html(
            plain_article(
                &article("a", "DW", "Past differences"),
                &[
                    block(BlockKind::Headline, "Past differences"),
                    block(BlockKind::Caption, "Leaders in Lisbon"),
                    block(BlockKind::Subhead, "Next"),
                    block(BlockKind::Paragraph, "They <met>."),
                ],
            ),
            &[
                "id=\"/article/a\"",
                "<h2>Past differences</h2>",
                "DW",
                "20 November 2010",
                "plain-article-aside",
                "<h3>Next</h3>",
                "<p>They &lt;met&gt;.</p>",
            ],
        );
        assert_eq!(html.matches("Past differences").count(), 1);
    }
}
