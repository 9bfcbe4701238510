//! A report to be read: its blocks without the page around them, its quotations marked in place.

use parallax_engine::article::BlockKind;
use yew::prelude::*;

use super::written;
use crate::url::{ArticleView, Show, View};

/// A block of a report, cut at its quotations.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadingBlock {
    /// Where it begins in the document as received: its name in the list.
    pub start: u32,
    /// What it is.
    pub kind: BlockKind,
    /// Its words.
    pub pieces: Vec<ReadingPiece>,
    /// What is shown beside it.
    pub note: Option<Html>,
}

/// Some words of a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadingPiece {
    /// The words.
    pub text: String,
    /// The key of the quotation that they belong to, and who speaks.
    pub quote: Option<(String, Option<String>)>,
    /// Whether that quotation is given in the reporter's words, without marks.
    pub reported: bool,
    /// Whether they begin the quotation that the address points to.
    pub here: bool,
}

/// What [`reading_text`] shows.
#[derive(Clone, PartialEq)]
pub struct ReadingTextProps {
    /// The article's name.
    pub article: AttrValue,
    /// The blocks, in order.
    pub blocks: Vec<ReadingBlock>,
    /// The key of the quotation that is open.
    pub open: Option<String>,
    /// Whether a click on the open quotation closes it; otherwise it leads into the article.
    pub closes: bool,
}

/// A report to be read.
pub fn reading_text(props: &ReadingTextProps) -> Html {
    let blocks = props.blocks.iter().map(|block| {
        html! {
            <div key={block.start} class={classes!("reading-block", block_class(block.kind))}>
                { element(block, words(props, block)) }
                { block.note.clone() }
            </div>
        }
    });
    html! { <div class="reading-text">{ for blocks }</div> }
}

fn block_class(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Headline => "is-headline",
        BlockKind::Standfirst => "is-standfirst",
        BlockKind::Subhead => "is-subhead",
        BlockKind::AltText => "is-alt-text",
        BlockKind::Caption => "is-caption",
        BlockKind::Credit => "is-credit",
        BlockKind::Shotlist => "is-shotlist",
        BlockKind::Paragraph | BlockKind::Furniture(_) => "is-paragraph",
    }
}

fn element(block: &ReadingBlock, words: Html) -> Html {
    match block.kind {
        BlockKind::Headline => html! { <h1>{ words }</h1> },
        BlockKind::Subhead => html! { <h2>{ words }</h2> },
        BlockKind::AltText => {
            html! { <p><span class="reading-label">{ "Picture " }</span>{ words }</p> }
        }
        BlockKind::Shotlist => {
            html! { <p><span class="reading-label">{ "Shots " }</span>{ words }</p> }
        }
        _ => html! { <p>{ words }</p> },
    }
}

fn words(props: &ReadingTextProps, block: &ReadingBlock) -> Html {
    block
        .pieces
        .iter()
        .map(|piece| match &piece.quote {
            None => written(&piece.text),
            Some((key, speaker)) => quoted(props, piece, key, speaker.as_deref()),
        })
        .collect()
}

/// Quoted words: a link that opens their note, or closes it again.
fn quoted(
    props: &ReadingTextProps,
    piece: &ReadingPiece,
    key: &str,
    speaker: Option<&str>,
) -> Html {
    let open = props.open.as_deref() == Some(key);
    let to = View::Article(ArticleView {
        id: props.article.to_string(),
        show: Show::Reading,
        at: (!(open && props.closes)).then(|| key.to_owned()),
        span: None,
    });
    let kind = if piece.reported { "reported speech" } else { "quote" };
    let said_by = format!(" ({kind}, {})", speaker.unwrap_or("no speaker named"));
    html! {
        <a
            class={classes!("quoted", piece.reported.then_some("is-reported"), open.then_some("is-open"))}
            href={to.to_string()}
            aria-current={open.then_some(AttrValue::Static("true"))}
            id={piece.here.then_some(AttrValue::Static("here"))}
        >
            { written(&piece.text) }<span class="visually-hidden">{ said_by }</span>
        </a>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check_html, render_html};

    fn piece(text: &str, key: Option<&str>, here: bool) -> ReadingPiece {
        let quote = key.map(|key| (key.to_owned(), Some("Rasmussen".to_owned())));
        ReadingPiece { text: text.to_owned(), quote, reported: false, here }
    }

    fn props(open: Option<&str>) -> ReadingTextProps {
        let open = open.map(str::to_owned);
        let pieces = vec![
            piece("He said ", None, false),
            piece("“yes <b>”", Some("k1"), open.is_some()),
            piece(".", None, false),
        ];
        let block = ReadingBlock { start: 0, kind: BlockKind::Paragraph, pieces, note: None };
        ReadingTextProps { article: "a".into(), blocks: vec![block], open, closes: true }
    }

    #[test]
    fn a_quotation_is_marked_in_place_and_opens() {
        let html = check_html(
            reading_text(&props(None)),
            &["<p>He said ", "href=\"#/article/a?at=k1\"", "“yes &lt;b&gt;”", "Rasmussen", ".</p>"],
        );
        assert!(!html.contains("id=\"here\"") && !html.contains("is-open"));
    }

    #[test]
    fn an_open_quotation_is_where_the_address_points_and_closes() {
        check_html(
            reading_text(&props(Some("k1"))),
            &["href=\"#/article/a\"", "id=\"here\"", "is-open"],
        );
    }

    #[test]
    fn reported_speech_is_marked_as_such() {
        let mut props = props(None);
        props.blocks[0].pieces[1].reported = true;
        check_html(
            reading_text(&props),
            &["class=\"quoted is-reported\"", "(reported speech, Rasmussen)"],
        );
    }

    #[test]
    fn outside_the_article_an_open_quotation_leads_into_it() {
        let props = ReadingTextProps { closes: false, ..props(Some("k1")) };
        check_html(reading_text(&props), &["href=\"#/article/a?at=k1\"", "is-open"]);
    }

    #[test]
    fn a_subhead_is_a_heading() {
        let block = ReadingBlock {
            start: 0,
            kind: BlockKind::Subhead,
            pieces: vec![piece("New beginnings", None, false)],
            note: None,
        };
        let props =
            ReadingTextProps { article: "a".into(), blocks: vec![block], open: None, closes: true };
        assert!(render_html(reading_text(&props)).contains("<h2>New beginnings</h2>"));
    }
}
