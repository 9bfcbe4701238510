//! A passage of a comparison: its words, with the differing, the quoted and the disputed ones marked, and
//! what it answers elsewhere.
//!
//! Sees plain data only; does not know the other passage.

use parallax_engine::{article::BlockKind, compare::ComparedPiece};
use yew::prelude::*;

use super::written;
use crate::{
    compared::{Note, Told, marked},
    url::View,
    wording::block_label,
};

/// What a passage needs to know of its article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// The article's name.
    pub article: AttrValue,
    /// Its outlet, or words for none; with the day where that is not enough.
    pub outlet: AttrValue,
    /// Its column.
    pub column: usize,
}

impl Side {
    /// The class that gives it its colour.
    #[must_use]
    pub fn class(&self) -> Classes {
        classes!(format!("text-{}", self.column))
    }
}

/// A passage of the article `side`; what else it answers is told by the names of `sides`.
pub fn compared_passage(told: &Told, side: &Side, sides: &[Side]) -> Html {
    let pieces = marked(&told.passage.pieces, &told.disputed);
    let words = html! { { for pieces.iter().map(|(it, disputed)| piece(it, *disputed)) } };
    framed_passage(told, side, sides, words)
}

/// The same around words that are marked otherwise.
pub fn framed_passage(told: &Told, side: &Side, sides: &[Side], words: Html) -> Html {
    let passage = &told.passage;
    let label = label(passage.block).filter(|_| passage.opens_block);
    html! {
        <div class={classes!("compared-passage", side.class(), class(passage.block))}>
            <p class="compared-passage-source">
                <span class="compared-passage-outlet">{ &side.outlet }</span>
                if let Some(label) = label {
                    <span class="compared-passage-block">{ label }</span>
                }
            </p>
            <p class="compared-passage-words">
                { words }
                { " " }
                <a
                    href={View::received(&side.article, told.passage.span).to_string()}
                    class="compared-passage-link"
                    aria-label={format!("Show this passage in {} as received", side.outlet)}
                >
                    { "¶" }
                </a>
            </p>
            { for told.notes.iter().map(|note| also(note, sides)) }
        </div>
    }
}

/// A way to another passage that this one answers too.
fn also(note: &Note, sides: &[Side]) -> Html {
    html! { <p class="compared-passage-also">{ "Also matches " }{ jump(note, sides) }</p> }
}

/// A button that goes to a passage: "RT: The first words … ↓".
pub fn jump(note: &Note, sides: &[Side]) -> Html {
    let outlet = sides.get(note.column).map(|side| side.outlet.clone()).unwrap_or_default();
    let (arrow, place) = if note.above { ("↑", "above") } else { ("↓", "below") };
    html! {
        <button type="button" class="compared-jump" data-to={note.at.to_string()}>
            { format!("{outlet}: ") }
            <span class="compared-jump-words">{ &note.words }</span>
            { " " }
            <span aria-hidden="true">{ arrow }</span>
            <span class="visually-hidden">{ place }</span>
        </button>
    }
}

fn piece(piece: &ComparedPiece, disputed: bool) -> Html {
    let words = written(&piece.text);
    let words = if disputed {
        html! { <em class="disputed">{ words }</em> }
    } else {
        words
    };
    let class = classes!(piece.quoted.then_some("quoted"));
    if piece.differs {
        html! { <ins {class}>{ words }</ins> }
    } else if piece.quoted {
        html! { <span {class}>{ words }</span> }
    } else {
        words
    }
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
    use parallax_engine::{compare::Passage, span::Span};

    use super::*;
    use crate::testing::{check_html, passage, sides, told};

    fn shown(told: &Told, expected: &[&str]) -> String {
        let sides = sides();
        check_html(compared_passage(told, &sides[0], &sides), expected)
    }

    #[test]
    fn what_differs_is_quoted_or_disputed_is_marked() {
        let differing = told(passage("Today marks a [true] start"));
        shown(&differing, &["DW", "Today marks a ", "<ins>true</ins>", " start"]);
        let mut quoted = passage("a start");
        quoted.pieces[0].quoted = true;
        shown(&told(quoted), &["<span class=\"quoted\">a start</span>"]);
        let disputed = Told { disputed: vec![Span::new(5, 10)], ..told(passage("some 2,500 men")) };
        shown(&disputed, &["some ", "<em class=\"disputed\">2,500</em>", " men"]);
    }

    #[test]
    fn a_passage_opens_its_words_as_received() {
        let expected = ["href=\"#/article/a?show=received&amp;span=0-7\""];
        let html = shown(&told(passage("a start")), &expected);
        assert!(!html.contains("compared-passage-block"), "plain text needs no label: {html}");
    }

    #[test]
    fn a_passage_that_is_not_plain_text_says_what_it_is() {
        let caption = Passage { block: BlockKind::Caption, ..passage("Two men") };
        shown(&told(caption), &["kind-caption", "caption</span>", "Two men"]);
    }

    #[test]
    fn what_a_passage_also_answers_is_a_way_there() {
        let note = Note { column: 1, words: "The halls".into(), at: 7, above: false, start: 0 };
        let also = Told { notes: vec![note], ..told(passage("a start")) };
        shown(&also, &["Also matches ", "data-to=\"7\"", "RT: ", "The halls", "below"]);
    }
}
