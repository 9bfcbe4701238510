//! Links: utterances that several texts carry, and remarks that must stay apart.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Listed, Seeds, list, stretch};
use crate::eval::{spans::Stretch, table::Figure};

/// A link's stretches, each with the gold's name of its document.
type Places = Vec<(String, Stretch)>;

/// The links found with all their members, and the related remarks that were merged.
pub(super) fn figures(seeds: &Seeds, errors: &mut impl FnMut(Listed)) -> [Figure; 2] {
    let ours: Vec<(String, Places)> = list(&seeds.found["links"])
        .iter()
        .map(|link| (link["relation"].as_str().unwrap_or_default().to_owned(), places(seeds, link)))
        .collect();
    let (mut found, mut wanted, mut merged, mut apart) = (0, 0, 0, 0);
    let same: Vec<BTreeSet<&str>> = list(&seeds.gold["links"])
        .iter()
        .filter(|gold| gold["relation"] != "related_not_same")
        .map(names)
        .collect();
    for gold in list(&seeds.gold["links"]) {
        let relation = gold["relation"].as_str().unwrap_or_default();
        let members = members(seeds, gold);
        let covered = |link: &Places| -> BTreeSet<&str> {
            let touched = members.iter().filter(|(_, places)| touches(link, places));
            touched.map(|(name, _)| *name).collect()
        };
        if relation == "related_not_same" {
            apart += 1;
            // Two of its members may be one utterance by another link.
            let wrong = |both: BTreeSet<&str>| {
                both.len() > 1 && !same.iter().any(|link| link.is_superset(&both))
            };
            if ours.iter().any(|(_, link)| wrong(covered(link))) {
                merged += 1;
                errors(Listed::line("merged", told(gold)));
            }
        } else {
            wanted += 1;
            let mut same = ours.iter().filter(|(kind, _)| kind == relation);
            if same.any(|(_, link)| covered(link).len() == members.len()) {
                found += 1;
            } else {
                errors(Listed::line("links", told(gold)));
            }
        }
    }
    [
        Figure::of("five: links", found, wanted).with(&format!("{} in all", ours.len())),
        Figure::of("five: related, merged", merged, apart).expecting(0),
    ]
}

fn told(gold: &Value) -> String {
    format!("{} {} {}: {}", gold["id"], gold["relation"], gold["members"], gold["note"])
}

fn names(link: &Value) -> BTreeSet<&str> {
    list(&link["members"]).iter().filter_map(Value::as_str).collect()
}

/// The members of a link, each with its stretches.
fn members<'a>(seeds: &Seeds, link: &'a Value) -> Vec<(&'a str, Places)> {
    let member = |name: &'a str| {
        let (document, _) = name.split_once('.')?;
        let told = &seeds.gold["documents"][document];
        let mut quoted = list(&told["quotes"]).iter().chain(list(&told["indirect"]));
        let whole = quoted.find(|quote| quote["id"] == *name).and_then(content)?;
        let mut own = places(seeds, link);
        own.retain(|(other, span)| other == document && span.shared(whole) > 0);
        Some((name, own))
    };
    names(link).into_iter().filter_map(member).collect()
}

/// All that a quotation gives: a mixed one's clause around its marks too.
fn content(quote: &Value) -> Option<Stretch> {
    stretch(&quote["content"]).or_else(|| stretch(quote))
}

fn places(seeds: &Seeds, link: &Value) -> Places {
    let spans = list(&link["spans"]).iter();
    spans
        .filter_map(|span| {
            let document = seeds.gold_name(span["doc"].as_str()?).to_owned();
            Some((document, stretch(span)?))
        })
        .collect()
}

/// Whether a link has words of a member.
fn touches(link: &Places, member: &Places) -> bool {
    member.iter().any(|(document, span)| {
        link.iter().any(|(other, place)| document == other && span.shared(*place) > 0)
    })
}
