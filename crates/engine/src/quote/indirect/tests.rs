//! Sentences with reports, and sentences that only look like it.

use super::{super::find, Ground, LONGEST, QuoteKind};
use crate::{
    article::{Block, BlockKind},
    span::Span,
};

/// The reports in one paragraph, each as `speaker | cue | content`, parts joined by a bar.
fn reports(words: &str) -> Vec<String> {
    let block = Block { span: Span::new(0, words.len()), kind: BlockKind::Paragraph };
    let mut ground = Ground::default();
    ground.cut(words, std::iter::once(block));
    let drafts = find(words, &ground.scenes(words));
    let indirect = drafts.iter().filter(|draft| draft.quotation.kind == QuoteKind::Indirect);
    indirect
        .map(|draft| {
            let quotation = &draft.quotation;
            let mention = quotation.mention.map(|mention| mention.span.of(words));
            let cue = quotation.cue.as_ref().map(|cue| cue.span.of(words));
            let parts: Vec<&str> = quotation.parts.iter().map(|part| part.span.of(words)).collect();
            let (mention, cue) = (mention.unwrap_or_default(), cue.unwrap_or_default());
            format!("{mention} | {cue} | {}", parts.join(" | "))
        })
        .collect()
}

#[track_caller]
fn check(words: &str, expected: &[&str]) {
    assert_eq!(reports(words), expected, "{words}");
}

#[test]
fn a_clause_behind_its_verb() {
    check(
        "Ann Smith said that the bridge would close in May.",
        &["Ann Smith | said | that the bridge would close in May"],
    );
    check(
        "The mayor said on Friday the bridge was safe.",
        &["The mayor | said | the bridge was safe"],
    );
    check(
        "Smith told reporters on Monday that she had resigned.",
        &["Smith | told | that she had resigned"],
    );
    check(
        "Residents here say the river smells of oil.",
        &["Residents | say | the river smells of oil"],
    );
    check(
        "The engineer, who built the bridge, warned that it was old.",
        &["The engineer | warned | that it was old"],
    );
}

#[test]
fn a_clause_before_its_speaker() {
    check("The bridge is safe, officials said.", &["officials | said | The bridge is safe"]);
    check(
        "The bridge is safe, said Ann Smith, the mayor of the town.",
        &["Ann Smith | said | The bridge is safe"],
    );
    check(
        "The bridge, she said on Friday, would be closed for a year.",
        &["she | said | The bridge | would be closed for a year"],
    );
    check(
        "The bridge is safe, according to Ann Smith.",
        &["Ann Smith | according to | The bridge is safe"],
    );
    check(
        "According to the ministry, the bridge is safe.",
        &["the ministry | According to | the bridge is safe"],
    );
}

#[test]
fn questions_and_requests() {
    check(
        "Reporters asked whether the bridge was safe.",
        &["Reporters | asked | whether the bridge was safe"],
    );
    check(
        "Ann Smith urged the council to close the bridge.",
        &["Ann Smith | urged | to close the bridge"],
    );
}

#[test]
fn what_somebody_binds_themselves_to() {
    check(
        "The mayor vowed to repair the bridge before the summer.",
        &["The mayor | vowed | to repair the bridge before the summer"],
    );
    check("Smith declined to say whether the bridge was safe.", &[]);
}

#[test]
fn speakers_that_are_hard_to_see() {
    check(
        "Sen. Ann Smith (R-Ky.) said the bridge was safe.",
        &["Sen. Ann Smith | said | the bridge was safe"],
    );
    check(
        "Engineers of the railway also declined to comment, saying that the bridge was safe.",
        &["Engineers | saying | that the bridge was safe"],
    );
    check(
        "Current officials at the ministry and at the railway have said the bridge was not safe.",
        &["Current officials at the ministry | said | the bridge was not safe"],
    );
    check(
        "The bridge was never safe, as Ann Smith noted on Monday.",
        &["Ann Smith | noted | The bridge was never safe"],
    );
}

#[test]
fn the_reporter_goes_on() {
    check(
        "Smith said the bridge was safe, adding that trains would stop.",
        &["Smith | said | the bridge was safe", "Smith | adding | that trains would stop"],
    );
    check(
        "While Smith says the bridge is safe, engineers close it.",
        &["Smith | says | the bridge is safe"],
    );
}

#[test]
fn what_is_not_said_is_no_report() {
    for words in [
        "Smith would not say whether the bridge was safe.",
        "Smith did not say that the bridge was safe.",
        "Nobody could say that it was safe.",
        "Smith was told that the bridge was safe.",
        "If Smith says it is safe, we go.",
        "Smith said so.",
        "The new state that they founded is small.",
        "Smith said “the bridge is safe” to reporters.",
    ] {
        check(words, &[]);
    }
}

#[test]
fn a_report_inside_a_report_is_its_content() {
    check(
        "The paper reported that Smith said the bridge was safe.",
        &["The paper | reported | that Smith said the bridge was safe"],
    );
}

#[test]
fn a_word_in_marks_does_not_make_it_a_quotation() {
    check(
        "Smith said that the town was also seeking to “reset” its long relations with the railway.",
        &[
            "Smith | said | that the town was also seeking to “reset” its long relations with the railway",
        ],
    );
}

#[test]
fn no_look_around_is_longer_than_a_content_may_be() {
    let found = reports(&"he said that ".repeat(1_000));
    assert!(!found.is_empty());
    for report in found {
        assert!(report.split(' ').count() <= LONGEST + 8, "{report}");
    }
}
