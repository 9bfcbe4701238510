//! A passage of a comparison: its words, with the differing and the quoted ones marked.
//!
//! Sees plain data only; does not know the other passage.

use parallax_engine::{
    article::BlockKind,
    compare::{ComparedPiece, Passage},
};
use yew::prelude::*;

use crate::{
    url::{ArticleView, Show, View},
    wording::block_label,
};

/// What [`compared_passage`] shows.
#[derive(Clone, PartialEq)]
pub struct ComparedPassageProps {
    /// The passage.
    pub passage: Passage,
    /// The name of its article.
    pub article: AttrValue,
    /// Its outlet, for readers who see one column.
    pub outlet: AttrValue,
}

/// A passage of a comparison.
pub fn compared_passage(props: &ComparedPassageProps) -> Html {
    let passage = &props.passage;
    let label = label(passage.block).filter(|_| passage.opens_block);
    html! {
        <div class={classes!("compared-passage", class(passage.block))}>
            <p class="compared-passage-source">
                <span class="compared-passage-outlet">{ &props.outlet }</span>
                if let Some(label) = label {
                    <span class="compared-passage-block">{ label }</span>
                }
            </p>
            <p class="compared-passage-words">
                { for passage.pieces.iter().map(piece) }
                { " " }
                <a
                    href={received(props).to_string()}
                    class="compared-passage-link"
                    aria-label={format!("Show this passage in {} as received", props.outlet)}
                >
                    { "¶" }
                </a>
            </p>
        </div>
    }
}

fn piece(piece: &ComparedPiece) -> Html {
    let class = classes!(piece.quoted.then_some("quoted"));
    if piece.differs {
        html! { <ins class={class}>{ &piece.text }</ins> }
    } else if piece.quoted {
        html! { <span class={class}>{ &piece.text }</span> }
    } else {
        html! { { &piece.text } }
    }
}

/// The words as the document has them.
fn received(props: &ComparedPassageProps) -> View {
    View::Article(ArticleView {
        id: props.article.to_string(),
        show: Show::Received,
        at: None,
        span: Some(props.passage.span),
    })
}

/// Plain paragraphs need no label.
fn label(block: BlockKind) -> Option<&'static str> {
    (block != BlockKind::Paragraph).then(|| block_label(block))
}

fn class(block: BlockKind) -> Option<&'static str> {
    match block {
        BlockKind::Headline => Some("kind-headline"),
        BlockKind::Standfirst => Some("kind-standfirst"),
        BlockKind::Subhead => Some("kind-subhead"),
        BlockKind::AltText | BlockKind::Caption | BlockKind::Credit => Some("kind-caption"),
        BlockKind::Paragraph | BlockKind::Shotlist | BlockKind::Furniture(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check_html, passage};

    fn shown(passage: Passage, expected: &[&str]) -> String {
        let (article, outlet) = ("lisbon-dw".into(), "DW".into());
        check_html(compared_passage(&ComparedPassageProps { passage, article, outlet }), expected)
    }

    #[test]
    fn what_differs_and_what_is_quoted_are_marked() {
        let differing = passage("Today marks a [true] start");
        shown(differing, &["DW", "Today marks a ", "<ins>true</ins>", " start"]);
        let mut quoted = passage("a start");
        quoted.pieces[0].quoted = true;
        shown(quoted, &["<span class=\"quoted\">a start</span>"]);
    }

    #[test]
    fn a_passage_opens_its_words_as_received() {
        let html =
            shown(passage("a start"), &["href=\"#/article/lisbon-dw?show=received&amp;span=0-7\""]);
        assert!(!html.contains("compared-passage-block"), "plain text needs no label: {html}");
    }

    #[test]
    fn a_passage_that_is_not_plain_text_says_what_it_is() {
        let caption = Passage { block: BlockKind::Caption, ..passage("Two men") };
        shown(caption, &["kind-caption", "caption</span>", "Two men"]);
    }
}
