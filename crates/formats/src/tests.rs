//! What must hold for any file, and what the formats come to.

use parallax_engine::{
    article::{Document, Role, Stated},
    ingest,
    span::Span,
};
use proptest::prelude::*;

use crate::{Format, FormatError, read};

const ALL: [Format; 3] = [Format::Html, Format::Markdown, Format::JsonLines];

/// Marks and runs lie in order, on character boundaries, and lead to the same words in the file.
fn assert_sound(file: &str, document: &Document) {
    let text = &document.text;
    let mut at = 0;
    for mark in &document.marks {
        assert!(mark.span.start >= at && !mark.span.of(text).is_empty(), "{mark:?} in {text:?}");
        at = mark.span.end;
    }
    let mut at = 0;
    for run in document.origin.iter().flat_map(|origin| &origin.runs) {
        assert!(run.text.start >= at && run.text.end as usize <= text.len(), "{run:?}");
        assert!(file.get(run.file.range()).is_some(), "{run:?} of {file:?}");
        if run.text.len() == run.file.len() && run.text.len() > 1 {
            let plain = |words: &str| words.replace(['\n', '\r', '\t', '\u{c}'], " ");
            assert_eq!(run.text.of(text), plain(run.file.of(file)), "{run:?}");
        }
        at = run.text.end;
    }
}

/// Blocks follow each other, and between them is only white space.
fn assert_covered(document: &Document) {
    let (article, _) = ingest::read(document);
    let text = &document.text;
    let mut at = 0;
    for block in &article.blocks {
        let range = block.span.range();
        assert!(range.start >= at && text.get(range.clone()).is_some(), "{block:?} in {text:?}");
        assert!(text[at..range.start].trim().is_empty(), "lost {:?}", &text[at..range.start]);
        at = range.end;
    }
    assert!(text[at..].trim().is_empty(), "lost {:?}", &text[at..]);
}

fn assert_reads(file: &str) {
    for format in ALL {
        for document in read(format, "d", file).unwrap_or_default() {
            assert_sound(file, &document);
            assert_covered(&document);
        }
    }
}

#[test]
fn a_word_behind_markup_leads_back_to_the_file() {
    let file = "<title>A title</title><h1>A &lsquo;title&rsquo;</h1><p>One  <b>two</b>\nthree.";
    let document = read(Format::Html, "d", file).unwrap().remove(0);
    let at = document.text.find("two three.").unwrap();
    let place = document.origin.unwrap().place(Span::new(at, at + 10)).unwrap();
    assert_eq!(place.of(file), "two</b>\nthree.");
}

#[test]
fn a_broken_row_is_named_by_its_line() {
    let file = "{\"headline\": \"H\", \"articleBody\": \"B.\"}\n\n{\"headline\": ";
    let error = read(Format::JsonLines, "d", file).unwrap_err();
    assert!(matches!(error, FormatError::Row { line: 3, .. }), "{error:?}");
    let file = "{\"id\": \"a\", \"headline\": \"H\"}\n{\"id\": \"A\", \"headline\": \"H\"}";
    let error = read(Format::JsonLines, "d", file).unwrap_err();
    assert_eq!(error.line(), Some(2), "{error}");
    assert!(read(Format::JsonLines, "d", "{\"x\": 1}").is_err());
    let error = read(Format::Markdown, "d", "+++\na = \"b\"\nc\n+++\nText.").unwrap_err();
    assert_eq!(error.line(), Some(3), "{error}");
    assert_eq!(read(Format::Html, "d", "<p> </p>"), Err(FormatError::Empty));
}

#[test]
fn a_plain_row_is_read_whole() {
    let file = concat!(
        r#"{"id": 7, "title": "Two sides meet", "text": "Share this page\n\nCopyright 2004 North.", "#,
        r#""outlet": "North", "date": "2004-03-02", "topic": "talks", "#,
        r#""speaker": ["Anna Berg", "Bo \u0041. Holm"]}"#
    );
    let document = read(Format::JsonLines, "d", file).unwrap().remove(0);
    assert_eq!(document.id, "7");
    let (article, _) = ingest::read(&document);
    let value = |stated: &Option<Stated<String>>| stated.as_ref().map(|it| it.value.clone());
    assert_eq!(value(&article.headline).as_deref(), Some("Two sides meet"));
    assert_eq!(value(&article.outlet).as_deref(), Some("North"));
    assert_eq!(article.published.map(|day| day.value.to_string()).as_deref(), Some("2004-03-02"));
    assert_eq!(article.topics.iter().map(|it| it.value.as_str()).collect::<Vec<_>>(), ["talks"]);
    let given = article.speakers.unwrap();
    assert_eq!(given.value, ["Anna Berg", "Bo A. Holm"]);
    let place = |span: &Span| document.origin.as_ref().unwrap().place(*span).unwrap().of(file);
    let places: Vec<_> = given.spans.iter().map(place).collect();
    assert_eq!(places, ["Anna Berg", r"Bo \u0041. Holm"]);
    let read = article.blocks.iter().filter(|block| block.kind.is_text());
    let words: Vec<_> = read.map(|block| block.span.of(&document.text)).collect();
    assert_eq!(words, ["Two sides meet", "Share this page", "Copyright 2004 North."]);
}

#[test]
fn a_row_may_say_that_nobody_is_quoted() {
    for (says, expected) in [
        (r#""speaker": []"#, Some(vec![])),
        (r#""speaker": """#, Some(vec![])),
        (r#""speaker": "Bo Holm""#, Some(vec!["Bo Holm".to_owned()])),
        (r#""speakers": ["Bo Holm"], "topics": ["a", "b"]"#, Some(vec!["Bo Holm".to_owned()])),
        (r#""speaker": null"#, None),
    ] {
        let file = format!(r#"{{"title": "Two sides meet", "text": "They met.", {says}}}"#);
        let document = read(Format::JsonLines, "d", &file).unwrap().remove(0);
        let (article, _) = ingest::read(&document);
        assert_eq!(article.speakers.map(|given| given.value), expected, "{says}");
        assert_eq!(article.topics.len(), if says.contains("topics") { 2 } else { 0 });
    }
}

#[test]
fn scripts_and_styles_are_no_words() {
    let file = "<p>One.</p><script>two()</script><style>p{}</style><!-- three --><p>Four.</p>";
    let document = read(Format::Html, "d", file).unwrap().remove(0);
    assert_eq!(document.text.split_whitespace().collect::<Vec<_>>(), ["One.", "Four."]);
    assert!(document.marks.iter().all(|mark| mark.role == Role::Paragraph));
}

#[test]
fn what_is_large_or_deep_or_broken_is_read_once() {
    let many = 5_000;
    for file in [
        "<div>".repeat(many) + "deep",
        "<b>".repeat(many) + &"<div>".repeat(many) + &"</b>".repeat(many),
        "<b>".repeat(many) + &"x<br><br>".repeat(many),
        "<p>a.</p>".repeat(many),
        "<a href=x>".repeat(many),
        "&amp;&bogus".repeat(many),
        "<p".repeat(many),
        "</div>".repeat(many),
        "word ".repeat(many * 5),
        format!("<script type='application/ld+json'>{}</script>x", "[".repeat(many)),
        format!("<script type='application/ld+json'>{}</script>x", "{\"@graph\":".repeat(many)),
        "> ".repeat(many / 10) + "deep",
        "{\"headline\":\"".to_owned() + &"\\u201c".repeat(many) + "\"}",
    ] {
        assert_reads(&file);
    }
}

proptest! {
    #[test]
    fn any_soup_is_read(pieces in prop::collection::vec(piece(), 0..30)) {
        assert_reads(&pieces.concat());
    }

    #[test]
    fn any_text_is_read(file in "\\PC{0,200}") {
        assert_reads(&file);
    }
}

/// Pieces of which files are made.
fn piece() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "<p>",
        "</p>",
        "<div class=byline>",
        "</div>",
        "<article>",
        "</article>",
        "<h1>",
        "</h1>",
        "<br>",
        "<a href=x>",
        "</a>",
        "<b>",
        "</b>",
        "<nav>",
        "</nav>",
        "<li>",
        "<table><tr><td>",
        "<script>",
        "</script>",
        "<script type=application/ld+json>",
        "<title>",
        "</title>",
        "<meta property=og:title content='A &amp; B'>",
        "<figure><img alt='x &quot;y'>",
        "<figcaption>",
        "<time datetime=2014-03-03>",
        "</time>",
        "&rsquo;",
        "&",
        "\n",
        "\r\n",
        "\u{feff}",
        " ",
        "é",
        "They met.",
        "By Ann Smith",
        "3 March 2014",
        "“Yes,” she said.",
        "\0",
        "---\n",
        "+++\n",
        "title: A title\n",
        "a = \"b\"\n",
        "# ",
        "> ",
        "- ",
        "**",
        "![x](y \"z\")",
        "{\"headline\":\"",
        "\"}",
        "\\u201c",
        "{\"@type\":\"NewsArticle\",\"headline\":\"A\\n\\\"B\"}",
        "<!--",
        "-->",
    ]);
    prop_oneof![4 => known.prop_map(str::to_owned), 1 => "\\PC{0,8}"]
}
