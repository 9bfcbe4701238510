//! An event: who reported it and when, who is quoted where, what only one report carries, and how the reports' words and
//! names differ.

use parallax_engine::{
    Unknown,
    compare::Contrast,
    coverage::{Coverage, Told},
};
use yew::prelude::*;

use super::{compare::MOST_WORDS, not_found::use_named};
use crate::{
    components::{event_names, event_only, event_reports, event_words, quote_matrix},
    hooks::Corpus,
    url::View,
    wording::{self, outlets_apart},
};

/// Of so many reports, the first, it is told what sets each apart from all others.
const APART: usize = 12;

/// Properties of [`EventPage`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct EventPageProps {
    /// The event's name.
    pub(crate) name: String,
}

/// How the event was reported.
struct Found {
    coverage: Coverage,
    /// What each report alone carries, where there are few enough.
    contrast: Option<Contrast>,
}

/// An event.
#[component]
pub(crate) fn EventPage(props: &EventPageProps) -> Html {
    use_named(&props.name, "No event here has that name", View::Event, find, shown)
}

fn find(corpus: &Corpus, name: &str) -> Result<Found, Unknown> {
    let coverage = corpus.event(name)?;
    let words: usize = coverage.reports.iter().map(|report| report.words).sum();
    let few = (2..=APART).contains(&coverage.reports.len()) && words <= MOST_WORDS;
    let contrast = few.then(|| corpus.contrast_reports(name)).flatten();
    Ok(Found { coverage, contrast })
}

fn shown(found: &Found) -> Html {
    let coverage = &found.coverage;
    let several = coverage.reports.len() > 1;
    html! {
        <article class="event-page">
            <header class="event-page-head">
                <h1>{ coverage.name.clone() }</h1>
                { for coverage.told.iter().map(told) }
            </header>
            { event_reports(&coverage.reports) }
            <section>
                <h2>{ "Who is quoted where" }</h2>
                if coverage.quoted.rows.is_empty() {
                    <p>{ "No quote was found in these reports." }</p>
                } else {
                    <p class="event-page-note">
                        { "Quotes and reported speech by speaker and outlet; each number leads to them. A remark that several \
                           reports carry counts once among the remarks." }
                    </p>
                    { quote_matrix(&coverage.quoted) }
                }
            </section>
            if several { { apart(found) } }
        </article>
    }
}

/// What tells the reports apart.
fn apart(found: &Found) -> Html {
    let Found { coverage, contrast } = found;
    let names = outlets_apart(&coverage.reports);
    let all = coverage.reports.len();
    let first = all.min(APART);
    html! {
        <>
            if let Some(contrast) = contrast {
                <section>
                    <h2>{ "What only one report carries" }</h2>
                    <p class="event-page-note">
                        { "Looked for in every report of the event and found in one. That nothing was found is all that can be \
                           said of the others." }
                    </p>
                    { event_only(contrast, &names) }
                </section>
            }
            <section>
                <h2>{ "Words that set the reports apart" }</h2>
                <p class="event-page-note">
                    { "Words that a report uses more often than the others do, beyond what chance would make likely: \
                       log-likelihood G² of 3.84 and more (p < 0.05 for each word by itself; Dunning 1993, Rayson and Garside \
                       2000), at least twice, without function words and figures. In short reports a few such words are \
                       chance too. Each number opens a place." }
                    if first < all {
                        { format!(" Shown for the first {first} of {all} reports, each against all others.") }
                    }
                </p>
                { event_words(&coverage.reports[..first], &coverage.keywords[..first], &names[..first]) }
            </section>
            <section>
                <h2>{ "Names given to the same thing" }</h2>
                <p class="event-page-note">
                    { "Forms that some reports use and others, which name the same thing, do not. Forms that all use are left \
                       out." }
                </p>
                if coverage.names.is_empty() {
                    <p>{ "The reports use the same names." }</p>
                } else {
                    { event_names(&coverage.reports, &coverage.names, &names) }
                }
            </section>
        </>
    }
}

/// When and where it was, with the words that say so, and why its reports are put together.
fn told(told: &Told) -> Html {
    let day = told.day.as_ref().map(|(day, article)| {
        fact(
            "Day",
            &wording::day(day.value),
            day.spans.first().copied(),
            article.as_deref(),
            &day.rule,
        )
    });
    let place = told.place.as_ref().map(|(place, article)| {
        fact("Place", &place.value, place.spans.first().copied(), article.as_deref(), &place.rule)
    });
    html! {
        <dl class="event-page-facts">
            { for day }
            { for place }
            if !told.reason.is_empty() {
                <div><dt>{ "Put together because" }</dt><dd>{ told.reason.clone() }</dd></div>
            }
        </dl>
    }
}

fn fact(
    label: &'static str,
    value: &str,
    span: Option<parallax_engine::span::Span>,
    article: Option<&str>,
    rule: &str,
) -> Html {
    let value = match span.zip(article) {
        Some((span, article)) => html! {
            <a
                href={View::received(article, span).to_string()}
                aria-label={format!("{label}: {value}, show the words it came from")}
            >
                { value.to_owned() }
            </a>
        },
        None => html! { { value.to_owned() } },
    };
    html! {
        <div>
            <dt>{ label }</dt>
            <dd>{ value }<span class="event-page-rule">{ rule.to_owned() }</span></dd>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, render};
    use parallax_engine::{Engine, article::Document, build, ingest::Sidecar};

    const NORTH: &str = "Talks in Lisbon\n\nNorth News | 20 November 2010\n\n\
        \u{201c}The harbour bridge will close for repairs in April,\u{201d} said Mayor Anna Berg on Saturday.\n\n\
        The rust is old, the rust is deep, the rust is red, rust on rust.\n";
    const SOUTH: &str = "Talks in Lisbon again\n\nSouth News | 21 November 2010\n\n\
        Anna Berg said: \u{201c}The harbour bridge will close for repairs in April.\u{201d}\n\n\
        Some people at the market in town were quite angry about what they heard there.\n";

    #[derive(Clone, PartialEq, Properties)]
    struct WithinProps {
        texts: Vec<(&'static str, &'static str)>,
        name: String,
    }

    #[component]
    fn Within(props: &WithinProps) -> Html {
        let corpus = use_memo(props.texts.clone(), |texts| {
            let document = |(id, text): &(&str, &str)| Document {
                id: (*id).to_owned(),
                text: (*text).to_owned(),
                sidecar: Some(Sidecar { about: Some("Bridge".to_owned()), ..Sidecar::default() }),
                ..Document::default()
            };
            let documents: Vec<_> = texts.iter().map(document).collect();
            Corpus::new(Engine::open(build(&documents).unwrap().pack).unwrap())
        });
        html! {
            <ContextProvider<Corpus> context={(*corpus).clone()}>
                <EventPage name={props.name.clone()} />
            </ContextProvider<Corpus>>
        }
    }

    fn page(texts: &[(&'static str, &'static str)], name: &str) -> String {
        render::<Within>(WithinProps { texts: texts.to_vec(), name: name.to_owned() })
    }

    #[test]
    fn a_page_tells_who_reported_who_is_quoted_and_what_tells_reports_apart() {
        let texts = vec![("north", NORTH), ("south", SOUTH)];
        check::<Within>(
            WithinProps { texts, name: "Bridge".to_owned() },
            &[
                "<h1>Bridge",
                "their sidecars name the same event",
                "#/compare/north,south",
                "Who is quoted where",
                "#/person/Anna%20Berg",
                "What only one report carries",
                "Words that set the reports apart",
                "rust",
                "5 here, 0 elsewhere",
                "#/article/north?show=received",
                "Names given to the same thing",
            ],
        );
    }

    #[test]
    fn a_single_report_has_nothing_to_be_set_apart_from() {
        let html = page(&[("north", NORTH)], "Bridge");
        assert!(
            html.contains("only report of it") && !html.contains("set the reports apart"),
            "{html}"
        );
    }

    #[test]
    fn a_name_that_no_event_has_leads_to_the_nearest() {
        let html = page(&[("north", NORTH)], "Bridges");
        assert!(html.contains("No event here has that name") && html.contains("#/event/Bridge\""));
    }
}
