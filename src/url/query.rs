//! The part of an address that says what is asked of the corpus: `u=quote&outlet=RT&q=...`.
//!
//! Does not know paths.

use parallax_engine::query::{Choice, Facet, LineOrder, Query, Sort, Unit};

use super::{parse, spell};

/// What stands before a facet's name when its value is excluded.
const NOT: &str = "not-";

/// The query as pairs, always in the same order.
pub(super) fn spell(query: &Query) -> spell::Pairs {
    let mut pairs = spell::Pairs::new();
    if query.unit != Unit::default() {
        pairs.push(("u", query.unit.name().to_owned()));
    }
    for facet in Facet::ALL {
        let chosen = query.selection(facet);
        pairs.extend(chosen.include.iter().map(|value| (facet.name(), value.clone())));
        pairs.extend(chosen.exclude.iter().map(|value| (excluded(facet), value.clone())));
    }
    if !query.words.is_empty() {
        pairs.push(("q", query.words.clone()));
    }
    if query.exact {
        pairs.push(("forms", "exact".to_owned()));
    }
    if query.sort != Sort::default() {
        pairs.push(("sort", query.sort.name().to_owned()));
    }
    pairs.extend(query.lines.map(|order| ("lines", order.name().to_owned())));
    pairs
}

fn excluded(facet: Facet) -> &'static str {
    match facet {
        Facet::Outlet => "not-outlet",
        Facet::Event => "not-event",
        Facet::Topic => "not-topic",
        Facet::Speaker => "not-speaker",
        Facet::Kind => "not-kind",
        Facet::Date => "not-date",
        Facet::Month => "not-month",
        Facet::Person => "not-person",
        Facet::Organisation => "not-organisation",
        Facet::Place => "not-place",
        Facet::Subject => "not-subject",
        Facet::Verb => "not-verb",
        Facet::Confidence => "not-confidence",
        Facet::Agency => "not-agency",
        Facet::Happened => "not-happened",
    }
}

/// The query that `pairs` ask for, and the pairs that say nothing to it.
pub(super) fn parse(pairs: parse::Pairs) -> (Query, parse::Pairs) {
    let mut query = Query::default();
    let mut unknown = parse::Pairs::new();
    for (key, value) in pairs {
        if !take(&mut query, &key, &value) {
            unknown.push((key, value));
        }
    }
    (query, unknown)
}

fn take(query: &mut Query, key: &str, value: &str) -> bool {
    match (key, value) {
        ("forms", "exact") => query.exact = true,
        ("forms", "any") => query.exact = false,
        ("q", words) => words.clone_into(&mut query.words),
        ("u", name) => return unit(query, name),
        ("lines", name) => return lines(query, name),
        ("sort", name) => return sort(query, name),
        _ => return choose(query, key, value),
    }
    true
}

fn unit(query: &mut Query, name: &str) -> bool {
    let unit = Unit::named(name);
    query.unit = unit.unwrap_or(query.unit);
    unit.is_some()
}

fn lines(query: &mut Query, name: &str) -> bool {
    let order = LineOrder::named(name);
    query.lines = order.or(query.lines);
    order.is_some()
}

fn sort(query: &mut Query, name: &str) -> bool {
    let sort = Sort::named(name);
    query.sort = sort.unwrap_or(query.sort);
    sort.is_some()
}

/// Chooses the value of a facet; saying the same twice changes nothing.
fn choose(query: &mut Query, key: &str, value: &str) -> bool {
    let (name, wanted) = match key.strip_prefix(NOT) {
        Some(name) => (name, Choice::Excluded),
        None => (key, Choice::Included),
    };
    let Some(facet) = Facet::named(name) else { return false };
    if value.is_empty() {
        return false;
    }
    if query.selection(facet).choice(value) != wanted {
        query.choose(facet, |chosen| match wanted {
            Choice::Excluded => chosen.toggle_exclude(value),
            _ => chosen.toggle(value),
        });
    }
    true
}
