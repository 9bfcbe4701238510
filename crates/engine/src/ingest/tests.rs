//! Whole documents in, blocks and metadata out; and what must hold for any text.

use proptest::prelude::*;

use super::{line::is_blank, read};
use crate::article::{Article, BlockKind, Document};

fn article(text: &str) -> Article {
    read(&Document { id: "d".to_owned(), text: text.to_owned(), ..Document::default() }).0
}

/// Every block lies after the one before, on character boundaries, and between them is white space.
fn assert_covered(text: &str, article: &Article) {
    let mut at = 0;
    for block in &article.blocks {
        let range = block.span.range();
        assert!(range.start >= at && range.end <= text.len(), "{block:?} at {at} in {text:?}");
        assert!(!block.span.of(text).is_empty(), "{block:?} is empty in {text:?}");
        assert!(text[at..range.start].chars().all(is_blank), "{:?}", &text[at..range.start]);
        at = range.end;
    }
    assert!(text[at..].chars().all(is_blank), "left over: {:?}", &text[at..]);
}

#[test]
fn clean_text_loses_nothing() {
    let text = "A short headline\n\nThe first paragraph, said to matter.\n\nAnd the second.";
    let article = article(text);
    assert!(article.blocks.iter().all(|block| block.kind.is_text()));
    assert_eq!(article.headline.unwrap().value, "A short headline");
    assert_eq!(article.blocks[1].kind, BlockKind::Paragraph);
}

#[test]
fn a_script_is_read_by_its_labels() {
    let text = "- Title: OSLO: Talks\n- Date: 5th May 2009\n- Summary: OSLO, NORWAY (MAY 4, 2009) \
        (AFP) MAN\n- Keywords:\n- Agency ID: X1\n- Story Text: They met.\nThey left. - Copyright \
        Holder: POOL";
    let article = article(text);
    assert_covered(text, &article);
    assert_eq!(article.headline.unwrap().value, "OSLO: Talks");
    assert_eq!(article.outlet.unwrap().value, "Agency");
    assert_eq!(article.published.unwrap().value.to_string(), "2009-05-05");
    let body: Vec<_> = article
        .blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Paragraph)
        .map(|block| block.span.of(text))
        .collect();
    assert_eq!(body, ["They met.", "They left."]);
}

#[test]
fn a_picture_in_a_printed_column_parts_its_lines() {
    let line = "the ministers met in the old town hall and talked for";
    let column = [line; 5].join("\n");
    let text = format!(
        "A headline of four words\n\n{column}\nthe town hall. Photos: Ann Smith\n{column}\nhours.\n"
    );
    let article = article(&text);
    assert_covered(&text, &article);
    assert!(article.blocks.iter().any(|block| block.kind == BlockKind::Credit));
}

proptest! {
    #[test]
    fn any_text_is_covered(text in "\\PC{0,80}(\n{0,3}\\PC{0,60}){0,6}") {
        assert_covered(&text, &article(&text));
    }

    #[test]
    fn any_page_is_covered(pieces in prop::collection::vec(piece(), 0..14)) {
        let text = pieces.concat();
        assert_covered(&text, &article(&text));
    }
}

/// Pieces of which pages are made.
fn piece() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "\n",
        "\n\n",
        " ",
        "- Title: X",
        "- Date: 5th May 2009",
        "- Summary: OSLO (MAY 4, 2009)",
        "(SOUNDBITE)",
        " - Copyright Holder: ",
        "Skip to content",
        "1. Menu",
        "A | B | 20.11.2010",
        "Author: Ann Smith/dpa",
        "Image: AP",
        "They met.",
        "They met.They left.",
        "“Yes”.“No",
        "Editor: ",
        "0:00",
        "Podcasts",
        "DW recommends",
        "22 Nov, 2010 06:46",
        "\u{feff}",
        "\r\n",
    ])
}
