//! What documents share: who is named in them, events, and utterances that several carry.

use std::fmt::Write as _;

use serde_json::Value;

use super::{
    super::report::{Report, list, plain},
    escaped,
};

/// Who and what is named, each with all its names.
pub(super) fn casts(report: &Report<'_>) -> String {
    let mut html = String::new();
    for (name, cast) in report.casts() {
        let items: String = cast.iter().map(one_of_cast).collect();
        let _ = write!(
            html,
            "<section class=\"cast\"><h2>{}</h2>\n<ul>\n{items}</ul></section>\n",
            escaped(&capitalised(name))
        );
    }
    html
}

fn one_of_cast(named: &Value) -> String {
    let words = |key: &str| {
        let all = list(&named[key]).iter();
        let told = all.map(|words| {
            format!(
                "{} <small>{}×</small>",
                escaped(&plain(&words["words"])),
                list(&words["spans"]).len()
            )
        });
        told.collect::<Vec<_>>().join(", ")
    };
    let roles = words("roles");
    let roles = if roles.is_empty() { roles } else { format!("<br><i>{roles}</i>") };
    format!("<li><b>{}</b><br>{}{roles}</li>\n", escaped(&plain(&named["name"])), words("aliases"))
}

/// Events and utterances.
pub(super) fn html(report: &Report<'_>) -> String {
    let mut html = String::new();
    let events: String = report.list("events").iter().map(event).collect();
    let _ = write!(html, "<section class=\"shared\"><h2>Events</h2>\n{events}</section>\n");
    let links: String = report.list("links").iter().map(link).collect();
    if !links.is_empty() {
        let head = "<section class=\"shared\"><h2>One utterance in several texts</h2>";
        let _ = write!(html, "{head}\n{links}</section>\n");
    }
    html
}

fn event(event: &Value) -> String {
    let reports: Vec<String> = list(&event["primary"]).iter().map(plain).collect();
    let (name, reason) = (plain(&event["name"]), plain(&event["reason"]));
    format!(
        "<h3>{}</h3>\n<p>Reported by {}.<br><small>{}</small></p>\n",
        escaped(&name),
        escaped(&reports.join(", ")),
        escaped(&reason)
    )
}

fn link(link: &Value) -> String {
    let places = list(&link["spans"]).iter().map(|place| {
        let (document, words) = (plain(&place["doc"]), plain(&place["text"]));
        format!("<li>{}<br><small>{}</small></li>\n", escaped(&words), escaped(&document))
    });
    format!(
        "<h3>{}</h3>\n<p><small>{}</small></p>\n<ul>\n{}</ul>\n",
        escaped(&plain(&link["speaker"])),
        escaped(&plain(&link["reason"])),
        places.collect::<String>()
    )
}

fn capitalised(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
