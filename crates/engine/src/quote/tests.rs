//! Quotations from whole paragraphs: kinds, parts, speakers and verbs, on sentences of our own; and
//! what must hold of any text.

use proptest::prelude::*;

use super::{Draft, Ground, QuoteKind, find, work};
use crate::{
    article::{Block, BlockKind},
    span::Span,
};

/// The drafts of a text whose paragraphs are split by empty lines.
fn drafts(text: &str) -> (Vec<Block>, Vec<Draft>) {
    let blocks: Vec<Block> = text
        .split("\n\n")
        .map(|words| Span::of_slice(text, words).trim(text))
        .filter(|span| !span.is_empty())
        .map(|span| Block { span, kind: BlockKind::Paragraph })
        .collect();
    let mut ground = Ground::default();
    ground.cut(text, blocks.iter().copied());
    let drafts = find(text, &ground.scenes(text));
    (blocks, drafts)
}

/// Each quotation as `kind mention, stance: part|part`.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let seen: Vec<String> = drafts(text)
        .1
        .iter()
        .map(|Draft { quotation, .. }| {
            let mention = quotation.mention.map_or("-", |mention| mention.span.of(text));
            let stance = quotation.cue.as_ref().map_or("-", |cue| cue.stance.name());
            let parts: Vec<&str> = quotation.parts.iter().map(|part| part.span.of(text)).collect();
            format!("{} {mention}, {stance}: {}", quotation.kind.name(), parts.join("|"))
        })
        .collect();
    assert_eq!(seen, expected, "{text}");
}

#[test]
fn marks_of_every_country_quote() {
    for (open, close) in
        [("“", "”"), ("\"", "\""), ("„", "“"), ("«", "»"), ("‘", "’"), ("''", "''")]
    {
        check(
            &format!("{open}We met in May and talked for hours,{close} said Ann Smith."),
            &["direct Ann Smith, neutral: We met in May and talked for hours,"],
        );
    }
}

#[test]
fn parts_around_the_verb_are_one_quotation() {
    check(
        "“We met in May,” Ann Smith said. “We talked for hours.”",
        &["direct Ann Smith, neutral: We met in May,|We talked for hours."],
    );
    check(
        "“We met,” the minister said on Monday, “and talked for hours.”",
        &["direct the minister, neutral: We met,|and talked for hours."],
    );
    check(
        "“We met,” said Ann Smith, the minister, “and talked for hours.”",
        &["direct Ann Smith, neutral: We met,|and talked for hours."],
    );
    check(
        "“We met and talked for hours,” said Ann Smith, who had called it “a farce”.",
        &["direct Ann Smith, neutral: We met and talked for hours,", "mixed who, neutral: a farce"],
    );
}

#[test]
fn a_quotation_runs_over_paragraphs() {
    check(
        "Ann Smith said: “We met in May. It rained all day.\n\n“Then we left for home.”",
        &["direct Ann Smith, neutral: We met in May. It rained all day.|Then we left for home."],
    );
}

#[test]
fn the_lost_mark_is_found() {
    // Also where another mark opens behind, and never closes.
    for rest in ["", " “"] {
        check(
            &format!("\"We met in May and talked for hours, said Ann Smith.{rest}"),
            &["direct Ann Smith, neutral: We met in May and talked for hours,"],
        );
    }
}

#[test]
fn fragments_are_mixed_and_terms_are_nobodys() {
    check(
        "Ann Smith claimed that the plan was “a very bad idea”.",
        &["mixed Ann Smith, distancing: a very bad idea"],
    );
    check("The train stops at the “old” station every day.", &["scare -, -: old"]);
}

#[test]
fn a_name_beside_a_description_is_the_speaker() {
    check(
        "Her rival, Tom Peake, said the plan was “a very bad idea”.",
        &["mixed Tom Peake, neutral: a very bad idea"],
    );
}

#[test]
fn a_paper_speaks_too() {
    check(
        "“The bridge needs repair and has needed it for years,” the report said.",
        &["direct the report, neutral: The bridge needs repair and has needed it for years,"],
    );
    check(
        "A new report said: “The bridge needs repair and has needed it for years.”",
        &["direct A new report, neutral: The bridge needs repair and has needed it for years."],
    );
}

#[test]
fn apostrophes_quote_nothing() {
    check("'Tis the dogs' home of the '90s, and Smith's, Ann Smith said.", &[]);
}

#[test]
fn what_is_quoted_inside_is_nested() {
    check(
        "“They said ‘never again’ to us,” Ann Smith told reporters.",
        &["direct Ann Smith, neutral: They said ‘never again’ to us,", "nested -, -: never again"],
    );
}

#[test]
fn the_work_is_linear_in_the_text() {
    for (unit, count) in [
        ("\"a\" said 'b “ ", 4_000),
        ("Ann Smith (R-Ohio), ", 4_000),
        ("he said that Ann said, and ", 2_000),
        ("“It rains,” he said, ", 2_000),
        ("the dogs' home 's ", 1_000),
        ("“It rains,” he said. Bo Peake said that the bridge was closed. ", 300),
        ("(", 20_000),
        ("according to Ann, ", 3_000),
    ] {
        let looks = |count: usize| work::looks(|| drop(drafts(&unit.repeat(count))));
        let (short, long) = (looks(count), looks(4 * count));
        assert!(long < 5 * short, "{unit:?}: {short} looks, {long} for four times the text");
    }
}

proptest! {
    #[test]
    fn any_soup_gives_parts_in_order(
        text in "([a-zA-Zé ]{0,6}[\"“”‘’'„«».,:\\n]|Ann Smith |said |he |“){0,40}",
    ) {
        let (blocks, drafts) = drafts(&text);
        for Draft { quotation, .. } in &drafts {
            prop_assert!(!quotation.parts.is_empty());
            for part in &quotation.parts {
                prop_assert!(part.outer.contains(part.span));
                prop_assert!(text.get(part.outer.range()).is_some());
                prop_assert!(text.get(part.span.range()).is_some());
                prop_assert!(blocks.iter().any(|block| block.span.contains(part.outer)));
            }
            prop_assert!(quotation.parts.windows(2).all(|two| two[0].outer.end <= two[1].outer.start));
            if let Some(mention) = quotation.mention {
                prop_assert!(text.get(mention.span.range()).is_some());
            }
            prop_assert!(quotation.kind != QuoteKind::Nested || quotation.nested_in.is_some());
        }
    }
}
