//! A document as received, byte for byte, with what the engine made of it marked.
//!
//! Labels are drawn by the style sheet, so that the text of the element is the document.

use parallax_engine::article::BlockKind;
use yew::prelude::*;

use super::written;
use crate::{
    reading::Stretch,
    url::{Show, View},
    wording,
};

/// What [`received_text`] shows.
#[derive(Clone, PartialEq)]
pub struct ReceivedTextProps {
    /// The article's name.
    pub article: AttrValue,
    /// The document.
    pub source: AttrValue,
    /// The whole document, cut.
    pub stretches: Vec<Stretch>,
    /// The keys of its quotations, by index.
    pub keys: Vec<String>,
    /// The quotation that the address points to.
    pub open: Option<usize>,
}

/// A document as received.
pub fn received_text(props: &ReceivedTextProps) -> Html {
    let here = props.stretches.iter().position(|stretch| is_here(props, stretch));
    let stretches = props
        .stretches
        .iter()
        .enumerate()
        .map(|(at, stretch)| shown(props, stretch, here == Some(at)));
    html! { <div class="received-text" translate="no">{ for stretches }</div> }
}

fn is_here(props: &ReceivedTextProps, stretch: &Stretch) -> bool {
    stretch.pointed || (stretch.quote.is_some() && stretch.quote == props.open)
}

fn shown(props: &ReceivedTextProps, stretch: &Stretch, here: bool) -> Html {
    let id = here.then_some(AttrValue::Static("here"));
    let words = written(stretch.span.of(&props.source));
    let words = if stretch.pointed {
        html! { <mark>{ words }</mark> }
    } else {
        words
    };
    let opens = stretch.block.filter(|kind| stretch.opens_block && *kind != BlockKind::Paragraph);
    let label = opens.map(wording::block_label);
    let furniture = stretch.block.is_some_and(|kind| !kind.is_text());
    let class = classes!(
        "received-stretch",
        furniture.then_some("is-furniture"),
        is_here(props, stretch).then_some("is-here"),
    );
    let key = stretch.quote.and_then(|quote| props.keys.get(quote));
    let words = match key {
        None => words,
        Some(key) => html! {
            <a class="quoted" href={View::article_at(&props.article, key, Show::Received).to_string()}>
                { words }
            </a>
        },
    };
    html! {
        <span key={stretch.span.start} {id} {class} data-label={label} tabindex={here.then_some("-1")}>
            { words }
        </span>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        reading::stretches,
        testing::{render_html, words},
    };
    use parallax_engine::{
        ReadingMark,
        article::{Block, Furniture},
        span::Span,
    };

    const SOURCE: &str = "1. Menu <a>\n\n  He said “yes” & left.\n\n";

    fn shown(open: Option<usize>, pointed: Option<Span>) -> String {
        let start = SOURCE.find("“yes”").unwrap();
        let marks = [ReadingMark { outer: Span::new(start, start + "“yes”".len()), quote: 0 }];
        let menu = BlockKind::Furniture(Furniture::Navigation);
        let text = Span::new(SOURCE.find("He").unwrap(), SOURCE.len() - 2);
        let blocks = [
            Block { span: Span::new(0, 11), kind: menu },
            Block { span: text, kind: BlockKind::Paragraph },
        ];
        render_html(received_text(&ReceivedTextProps {
            article: "a".into(),
            source: SOURCE.into(),
            stretches: stretches(Span::new(0, SOURCE.len()), &blocks, &marks, pointed),
            keys: vec!["k1".to_owned()],
            open,
        }))
    }

    #[test]
    fn its_text_is_the_document_byte_for_byte() {
        for pointed in [None, Some(Span::new(3, 22))] {
            assert_eq!(words(&shown(Some(0), pointed)), SOURCE);
        }
    }

    #[test]
    fn furniture_is_labelled_outside_the_text() {
        let html = shown(None, None);
        assert!(html.contains("data-label=\"menu\"") && html.contains("is-furniture"));
        assert!(!html.contains("id=\"here\""));
    }

    #[test]
    fn the_place_pointed_to_is_marked_once() {
        for html in [shown(Some(0), None), shown(None, Some(Span::new(3, 22)))] {
            assert_eq!(html.matches("id=\"here\"").count(), 1, "{html}");
        }
        assert!(shown(None, Some(Span::new(3, 7))).contains("<mark>Menu</mark>"));
    }
}
