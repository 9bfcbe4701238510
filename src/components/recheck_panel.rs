//! Lets a reader find everything again in their own browser, and tells what came of it.

use parallax_engine::verify::{Difference, Subject, Verification, Verified};
use yew::prelude::*;

use crate::{url::View, wording};

/// How far a check has come.
#[derive(Clone, Debug, PartialEq)]
pub enum RecheckState {
    /// Nobody asked for it.
    Offered,
    /// It runs.
    Running,
    /// It has ended.
    Done(Outcome),
    /// It could not run, and why.
    Failed(String),
}

/// What came of a check, for one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// What came of it here.
    pub verified: Verified,
    /// Whether all documents gave the same again, to the last value.
    pub same: bool,
    /// The names of the other articles that differ.
    pub elsewhere: Vec<String>,
    /// How long it took, in seconds.
    pub seconds: f64,
}

impl Outcome {
    /// The outcome for the article `id`; none where the check does not tell of it.
    #[must_use]
    pub fn of(verification: &Verification, id: &str, seconds: f64) -> Option<Self> {
        let others = verification.articles.iter().filter(|it| it.id != id);
        let differing = others.filter(|it| !it.differences.is_empty());
        Some(Self {
            verified: verification.of(id)?.clone(),
            same: verification.same,
            elsewhere: differing.map(|it| it.id.clone()).collect(),
            seconds,
        })
    }
}

/// The offer of a check of the article `id`, whose document is `source`, and its outcome.
pub fn recheck_panel(
    id: &str,
    source: &str,
    state: &RecheckState,
    on_check: &Callback<()>,
) -> Html {
    let busy = *state == RecheckState::Running;
    html! {
        <section class="recheck-panel no-print">
            <h2>{ "Check it yourself" }</h2>
            <p class="recheck-panel-what">
                { "What this page says of the report was found when the page was made. Your browser can find it again, from the document as received, and compare." }
            </p>
            <button
                type="button"
                class="recheck-panel-button"
                aria-disabled={if busy { "true" } else { "false" }}
                onclick={on_check.reform(|_: MouseEvent| ())}
            >
                { if busy { "Checking…" } else { "Check this in my browser" } }
            </button>
            <div class="recheck-panel-outcome" role="status">
                { match state {
                    RecheckState::Offered => Html::default(),
                    RecheckState::Running => html! { <p>{ "Reading the documents again…" }</p> },
                    RecheckState::Done(outcome) => done(id, source, outcome),
                    RecheckState::Failed(reason) => failed(reason),
                } }
            </div>
        </section>
    }
}

fn failed(reason: &str) -> Html {
    html! {
        <p class="recheck-panel-verdict is-differing">
            { format!("The check could not run: {reason}. Reload the page, with a network, and try again.") }
        </p>
    }
}

fn done(id: &str, source: &str, outcome: &Outcome) -> Html {
    let Verified { again, differences, .. } = &outcome.verified;
    let class =
        classes!("recheck-panel-verdict", if outcome.same { "is-same" } else { "is-differing" },);
    html! {
        <>
            <p {class}>{ verdict(outcome) }</p>
            if !differences.is_empty() {
                <ul class="recheck-panel-differences">
                    { for differences.iter().map(|it| html! { <li>{ difference(id, source, it) }</li> }) }
                </ul>
            }
            <ul class="recheck-panel-again">
                { for again.iter().map(|(subject, count)| html! {
                    <li key={*subject as u32}>{ about(*subject, *count as usize) }</li>
                }) }
            </ul>
        </>
    }
}

/// What came of it, in a sentence or two.
fn verdict(outcome: &Outcome) -> String {
    let count = outcome.verified.count() as usize;
    let facts = wording::counted(count, "fact", "facts");
    let time = format!("in {:.1} seconds, in this browser", outcome.seconds.max(0.1));
    let differing = outcome.verified.differences.len();
    if differing > 0 {
        let differ = wording::counted(differing, "fact differs", "facts differ");
        return format!(
            "Not the same: {differ}, and {facts} of this report were found again {time}."
        );
    }
    let found = format!("all {facts} of this report were found again {time}.");
    if outcome.same {
        return format!("The same: {found}");
    }
    let where_else = match outcome.elsewhere.as_slice() {
        [] => "something that is not listed as a fact".to_owned(),
        names => wording::listed(names),
    };
    format!("The same here: {found} Not the same elsewhere: {where_else}.")
}

fn about(subject: Subject, count: usize) -> String {
    let (one, many) = match subject {
        Subject::Report => ("about the report itself", "about the report itself"),
        Subject::Blocks => ("block of its text", "blocks of its text"),
        Subject::Quotations => ("about its quotes", "about its quotes"),
        Subject::People => ("name or role of a person", "names and roles of people"),
        Subject::Links => {
            ("link to its event or other reports", "links to its event and other reports")
        }
    };
    wording::counted(count, one, many)
}

fn difference(id: &str, source: &str, difference: &Difference) -> Html {
    let value = |value: &Option<String>| value.clone().unwrap_or_else(|| "nothing".to_owned());
    html! {
        <>
            <strong>{ difference.what.clone() }</strong>
            if let Some(span) = difference.span {
                { ", " }
                <a href={View::received(id, span).to_string()}>
                    { format!("“{}”", wording::cut(span.of(source), 60)) }
                </a>
            }
            { format!(": the page says {}; found again: {}", value(&difference.packed), value(&difference.found)) }
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check_html, render_html};
    use parallax_engine::span::Span;

    const SOURCE: &str = "We agree, said Anna Berg.";

    fn shown(state: &RecheckState) -> Html {
        recheck_panel("a", SOURCE, state, &Callback::noop())
    }

    fn outcome(same: bool, differences: Vec<Difference>) -> Outcome {
        let again = vec![(Subject::Report, 9), (Subject::Blocks, 1_240)];
        let verified = Verified { id: "a".to_owned(), again, differences };
        Outcome { verified, same, elsewhere: Vec::new(), seconds: 0.24 }
    }

    #[test]
    fn a_check_is_offered_and_says_what_it_does() {
        let html = check_html(
            shown(&RecheckState::Offered),
            &["from the document as received", "Check this in my browser", "role=\"status\""],
        );
        assert!(html.contains("aria-disabled=\"false\""));
    }

    #[test]
    fn a_running_check_says_so() {
        check_html(
            shown(&RecheckState::Running),
            &[
                "aria-disabled=\"true\"",
                "Checking…",
                "role=\"status\"",
                "Reading the documents again",
            ],
        );
    }

    #[test]
    fn what_was_found_again_is_counted() {
        check_html(
            shown(&RecheckState::Done(outcome(true, Vec::new()))),
            &[
                "is-same",
                "The same: all 1,249 facts of this report were found again in 0.2 seconds",
                "9 about the report itself",
                "1,240 blocks of its text",
            ],
        );
    }

    #[test]
    fn a_difference_is_shown_with_its_words_and_both_values() {
        let differing = Difference {
            what: "speaker".to_owned(),
            span: Some(Span::new(0, 8)),
            packed: Some("Ben Holm".to_owned()),
            found: None,
        };
        check_html(
            shown(&RecheckState::Done(outcome(false, vec![differing]))),
            &[
                "is-differing",
                "Not the same: 1 fact differs",
                "speaker",
                "#/article/a?show=received&amp;span=0-8",
                "“We agree”",
                "the page says Ben Holm; found again: nothing",
            ],
        );
    }

    #[test]
    fn a_difference_elsewhere_is_not_passed_over() {
        let unlisted = outcome(false, Vec::new());
        check_html(
            shown(&RecheckState::Done(unlisted.clone())),
            &[
                "is-differing",
                "The same here",
                "Not the same elsewhere: something that is not listed",
            ],
        );
        let named = Outcome { elsewhere: vec!["b".to_owned()], ..unlisted };
        check_html(shown(&RecheckState::Done(named)), &["Not the same elsewhere: b."]);
    }

    #[test]
    fn a_check_that_could_not_run_says_why() {
        let html = render_html(shown(&RecheckState::Failed("no worker".to_owned())));
        assert!(html.contains("could not run: no worker. Reload"), "{html}");
    }

    #[test]
    fn an_outcome_is_of_one_article() {
        let of =
            |id: &str, differences| Verified { id: id.to_owned(), again: Vec::new(), differences };
        let articles = vec![of("a", Vec::new()), of("b", vec![Difference::default()])];
        let verification = Verification { same: false, articles };
        let outcome = Outcome::of(&verification, "a", 1.0).unwrap();
        assert_eq!((outcome.verified.id.as_str(), outcome.elsewhere), ("a", vec!["b".to_owned()]));
        assert_eq!(Outcome::of(&verification, "c", 1.0), None);
    }
}
