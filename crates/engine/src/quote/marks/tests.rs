//! Stretches between marks of every kind, and what must hold of any text.

use super::*;
use crate::person::token::tokens;
use proptest::prelude::*;

fn marked(words: &str) -> Vec<Marked> {
    let span = Span::new(0, words.len());
    let mut found = Vec::new();
    find(words, span, &tokens(words, span), &mut found);
    found
}

/// Each stretch as its words, with a tilde before those that do not close, indented by depth.
#[track_caller]
fn check(words: &str, expected: &[&str]) {
    let found = marked(words);
    let seen: Vec<_> = found
        .iter()
        .map(|marked| {
            let inside = if marked.inside.is_some() { "> " } else { "" };
            let open = if marked.part.closed { "" } else { "~" };
            format!("{inside}{open}{}", marked.part.span.of(words))
        })
        .collect();
    assert_eq!(seen, expected, "{words}");
}

#[test]
fn finds_marks_of_every_kind() {
    check("\"A,\" he said. \"B.\"", &["A,", "B."]);
    check("“A,” he said. “B.”", &["A,", "B."]);
    check("„A“ and «B» and ‘C’ here", &["A", "B", "C"]);
    check("said.“It is.”The end", &["It is."]);
    check("''A,'' he said. ``B.''", &["A,", "B."]);
    check("'''Jeopardy,''' he said", &["'Jeopardy,'", "> Jeopardy,"]);
    check("He calls it ‹so›, ‚so‘ or 'so'.", &["so", "so", "so"]);
}

#[test]
fn marks_that_do_not_match_still_close() {
    check("calls it “so“ and “not so”", &["so", "not so"]);
    check("calls it “so\" and \"not so”", &["so", "not so"]);
}

#[test]
fn attributes_of_markup_are_no_quotations() {
    check("<b id=\"77\" class='x'>He said \"no\"</b>", &["no"]);
}

#[test]
fn apostrophes_open_nothing() {
    check("Russia's leaders' plans in the '90s don't change", &[]);
    check("everyone’s ‘plan’ and the leaders’ plans", &["plan"]);
    check("rock 'n' roll", &[]);
    check("wants to 'reset' ties", &["reset"]);
    check("‘The dogs’ home is ours,’ he said", &["The dogs’ home is ours,"]);
    check("the ‘towers’ were, he said", &["towers"]);
}

#[test]
fn quotations_stand_inside_others() {
    check(
        "\"the 'open door' policy, we don't\"",
        &["the 'open door' policy, we don't", "> open door"],
    );
    check("“He said ‘no’ to me”", &["He said ‘no’ to me", "> no"]);
    check("“too “loud” here”", &["too “loud” here", "> loud"]);
}

#[test]
fn an_unclosed_mark_runs_to_the_end() {
    check("\"Our aim was, said X.", &["~Our aim was, said X."]);
    check("say “A” and “B", &["A", "~B"]);
}

#[test]
fn a_mark_that_sets_a_paragraph_apart_is_none() {
    check("\"He typed “no” there.", &["no"]);
}

proptest! {
    #[test]
    fn stretches_stay_in_their_text(words in "[a-z “”\"'’‘„«».,]{0,60}") {
        for marked in marked(&words) {
            prop_assert!(marked.part.outer.contains(marked.part.span));
            prop_assert!(words.get(marked.part.span.range()).is_some());
            prop_assert!(words.get(marked.part.outer.range()).is_some());
        }
    }
}
