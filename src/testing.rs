//! Helpers for tests of views: renders a component natively and makes plain data to show.

use parallax_engine::{
    article::{BlockKind, Date},
    compare::{ComparedPiece, Comparison, Link, Pair, Passage, Relation, Row, Witness, Wording},
    quote::{Confidence, QuoteKind},
    search::{ArticleCard, Piece, QuoteCard, QuotePart, Snippet},
    span::Span,
};
use yew::{BaseComponent, LocalServerRenderer, prelude::*};

/// The HTML of component `C` with these properties.
pub(crate) fn render<C: BaseComponent>(props: C::Properties) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let local = tokio::task::LocalSet::new();
    let renderer = LocalServerRenderer::<C>::with_props(props).hydratable(false);
    local.block_on(&runtime, renderer.render())
}

/// What renders a piece of HTML by itself.
#[derive(Clone, PartialEq, Properties)]
struct ShownProps {
    html: Html,
}

#[component]
fn Shown(props: &ShownProps) -> Html {
    props.html.clone()
}

/// The text of some HTML.
pub(crate) fn render_html(html: Html) -> String {
    render::<Shown>(ShownProps { html })
}

/// The words of some HTML, without its tags.
pub(crate) fn words(html: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for letter in html.chars() {
        match letter {
            '<' => inside = true,
            '>' if inside => inside = false,
            _ if inside => {}
            _ => text.push(letter),
        }
    }
    text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"")
}

/// Asserts that the HTML of `C` has each of `expected` in this order.
#[track_caller]
pub(crate) fn check<C: BaseComponent>(props: C::Properties, expected: &[&str]) -> String {
    expect(render::<C>(props), expected)
}

/// Asserts that `html` has each of `expected` in this order.
#[track_caller]
pub(crate) fn check_html(html: Html, expected: &[&str]) -> String {
    expect(render_html(html), expected)
}

#[track_caller]
fn expect(html: String, expected: &[&str]) -> String {
    let mut rest = html.as_str();
    for part in expected {
        let Some(at) = rest.find(part) else { panic!("no {part:?}, in its place, in {html}") };
        rest = &rest[at + part.len()..];
    }
    html
}

/// Some words, those in brackets being hits: "a [fresh] start".
pub(crate) fn snippet(marked: &str) -> Snippet {
    let pieces = marked.split(['[', ']']).enumerate();
    let pieces = pieces.filter(|(_, text)| !text.is_empty());
    let pieces = pieces.map(|(at, text)| Piece { text: text.to_owned(), hit: at % 2 == 1 });
    Snippet { span: Span::new(0, marked.len()), pieces: pieces.collect() }
}

/// The card of an article.
pub(crate) fn article(id: &str, outlet: &str, headline: &str) -> ArticleCard {
    ArticleCard {
        id: id.to_owned(),
        headline: headline.to_owned(),
        outlet: Some(outlet.to_owned()),
        published: Date::new(2010, 11, 20).ok(),
        event: Some("Lisbon, 20 November 2010".to_owned()),
        speakers: vec!["Dmitry Medvedev".to_owned(), "Anders Fogh Rasmussen".to_owned()],
        quotations: 9,
        words: 431,
        ..ArticleCard::default()
    }
}

/// The card of a quotation in these parts.
pub(crate) fn quote(key: &str, parts: &[&str]) -> QuoteCard {
    let part =
        |words: &&str| QuotePart { span: Span::new(4, 9), words: snippet(words), closed: true };
    QuoteCard {
        key: key.to_owned(),
        kind: QuoteKind::Direct,
        place: BlockKind::Paragraph,
        parts: parts.iter().map(part).collect(),
        speaker: Some("Dmitry Medvedev".to_owned()),
        full_name: None,
        role: Some("Russian President".to_owned()),
        mention: Some(("Medvedev".to_owned(), Span::new(40, 48))),
        cue: Some(("said".to_owned(), Span::new(35, 39))),
        language: None,
        confidence: Confidence::Sure,
        rule: "named beside the verb".to_owned(),
        context: snippet("“Fresh,” said Medvedev."),
        before: "They met.".to_owned(),
        after: String::new(),
        article: article("lisbon-dw", "DW", "Past differences").into(),
        elsewhere: 0,
    }
}

/// A passage of a comparison, the words in brackets differing: "a [true] start".
pub(crate) fn passage(marked: &str) -> Passage {
    let mut at = 0;
    let piece = |(number, text): (usize, &str)| {
        let span = Span::new(at, at + text.len());
        at = span.end as usize;
        ComparedPiece { span, text: text.to_owned(), differs: number % 2 == 1, quoted: false }
    };
    let pieces: Vec<_> = marked
        .split(['[', ']'])
        .enumerate()
        .filter(|(_, text)| !text.is_empty())
        .map(piece)
        .collect();
    Passage {
        span: Span::new(0, at),
        block: BlockKind::Paragraph,
        opens_block: true,
        pieces,
        quotes: Vec::new(),
    }
}

/// Two passages that answer each other.
pub(crate) fn pair(left: &str, right: &str, wording: Wording) -> Pair {
    Pair {
        left: passage(left),
        right: passage(right),
        score: 0.8,
        reasons: vec!["both quote Anna Berg".to_owned()],
        wording,
        moved: false,
    }
}

/// A passage that begins at this byte of its document.
pub(crate) fn passage_at(marked: &str, at: u32) -> Passage {
    let moved = |span: Span| Span { start: span.start + at, end: span.end + at };
    let mut passage = passage(marked);
    passage.span = moved(passage.span);
    passage.pieces.iter_mut().for_each(|piece| piece.span = moved(piece.span));
    passage
}

/// Two passages in the same words, by where they begin.
pub(crate) fn pair_at(left: (&str, u32), right: (&str, u32)) -> Pair {
    let (left, right) = (passage_at(left.0, left.1), passage_at(right.0, right.1));
    Pair { left, right, ..pair("", "", Wording::Same) }
}

/// Says that two passages answer each other.
pub(crate) fn link_between(left: (&str, u32), right: (&str, u32)) -> Link {
    let pair = pair_at(left, right);
    Link {
        left: pair.left.span,
        right: pair.right.span,
        relation: Relation::Wording,
        score: 0.8,
        reasons: Vec::new(),
        moved: false,
        disagreements: Vec::new(),
    }
}

/// Two articles compared with this result.
pub(crate) fn comparison(rows: Vec<Row>, links: Vec<Link>) -> Comparison {
    let (left, right) = (article("a", "DW", "One"), article("b", "RT", "Two"));
    Comparison { left, right, rows, links }
}

/// Two texts that are compared.
pub(crate) fn sides() -> [crate::components::Side; 2] {
    let side = |article: &'static str, outlet: &'static str, column| crate::components::Side {
        article: article.into(),
        outlet: outlet.into(),
        column,
    };
    [side("a", "DW", 0), side("b", "RT", 1)]
}

/// A passage of which nothing is to be said.
pub(crate) fn told(passage: Passage) -> crate::compared::Told {
    crate::compared::Told { passage, notes: Vec::new(), disputed: Vec::new() }
}

/// A way to the passage of a column that begins with these words.
pub(crate) fn note(column: usize, words: &str) -> crate::compared::Note {
    crate::compared::Note { column, words: words.to_owned(), at: 5, above: true, start: 0 }
}

/// What answers "a fresh start".
pub(crate) fn answer(words: &str, wording: Wording) -> crate::compared::Answer {
    crate::compared::Answer {
        told: told(passage(words)),
        base: passage("a fresh start"),
        wording,
        moved: false,
        reasons: vec!["both quote Anna Berg".to_owned()],
        related: false,
        details: Vec::new(),
    }
}

/// A witness of an utterance in these parts, which stand a byte apart from the document's beginning.
pub(crate) fn witness(id: &str, outlet: &str, parts: &[&str]) -> Witness {
    let (mut at, mut spans, mut words, text) = (0, Vec::new(), Vec::new(), parts.concat());
    for part in parts {
        spans.push(Span::new(at, at + part.len()));
        at += part.len() + 1;
    }
    for word in text.split(|letter: char| !letter.is_alphanumeric()).filter(|it| !it.is_empty()) {
        words.push(Span::of_slice(&text, word).range());
    }
    let article = article(id, outlet, "A headline");
    Witness { article, key: "k1".to_owned(), kind: QuoteKind::Direct, parts: spans, text, words }
}
