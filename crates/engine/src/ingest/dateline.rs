//! Datelines: the place, the agency and the day that a report's first paragraph begins with.
//!
//! LONDON (AP) —; TOLHAVEN, 4 March 2014 –; FAIRMONT, Neb. --. Reads one paragraph's beginning.

use super::{date, shotlist::capitalised, words};
use crate::{
    article::{Article, Stated},
    span::Span,
    text::part,
};

/// How far into the paragraph a dateline reaches, in bytes.
const LONGEST: usize = 100;

/// Reads the dateline of the paragraph at `span` into `article`, if it has one.
pub(crate) fn read(source: &str, span: Span, article: &mut Article) -> bool {
    let Some(head) = head(span.of(source)) else { return false };
    let end = head.find(['(', '/']).unwrap_or(head.len());
    let dated = date::find(head).map(|found| found.range.start).filter(|&at| at < end);
    let place = head.get(..dated.unwrap_or(end)).unwrap_or_default();
    // A day without its year is none to go by, but no place either.
    let day = part::split(place, ", ").skip(1).find(|part| {
        let mut words = part.split(|c: char| !c.is_alphabetic());
        part.contains(|c: char| c.is_ascii_digit()) || words.any(|word| date::month(word).is_some())
    });
    let place = day.map_or(place, |day| {
        let at = Span::of_slice(place, day).start as usize;
        place.get(..at).unwrap_or_default()
    });
    let place = place.trim_end_matches([',', ' ', '\u{a0}']);
    if !is_place(place) {
        return false;
    }
    let at = Span::of_slice(source, place);
    if article.dateline_place.is_none() {
        let value = if place.chars().any(char::is_lowercase) {
            part::split(place, ", ").map(spelt).collect::<Vec<_>>().join(", ")
        } else {
            capitalised(place)
        };
        article.dateline_place = Some(Stated::at(value, at, "dateline"));
    }
    let agency =
        head.split_once('(').and_then(|(_, rest)| rest.split_once(')')).map(|(name, _)| name);
    if let Some(name) = agency
        && let Some(known) = words::agency(name.trim())
        && !article.agencies.iter().any(|agency| agency.value == known)
    {
        let at = Span::of_slice(source, name);
        article.agencies.push(Stated::at(known.to_owned(), at, "dateline agency"));
    }
    if article.published.is_none()
        && let Some(found) = date::find(head)
    {
        let whole = Span::of_slice(source, head);
        article.published = Some(Stated::at(found.date, date::span_in(whole, &found), "dateline"));
    }
    true
}

/// The words before the dash that ends a dateline.
fn head(words: &str) -> Option<&str> {
    let mut limit = LONGEST.min(words.len());
    while !words.is_char_boundary(limit) {
        limit -= 1;
    }
    let start = words.get(..limit)?;
    // The first byte of a long dash is 0xe2.
    if !start.bytes().any(|byte| matches!(byte, b'-' | 0xe2)) {
        return None;
    }
    let dashes = [" — ", " – ", " - ", " -- ", "— ", ") -", ")—", ")–"];
    let at = dashes.iter().filter_map(|dash| {
        let at = part::find(start, dash)?;
        // What goes on behind a dash in small letters is the same sentence.
        let next = start.get(at + dash.len()..)?.trim_start().chars().next();
        let anew = next.is_none_or(|next| !next.is_lowercase());
        anew.then_some(at + usize::from(dash.starts_with(')')))
    });
    let head = start.get(..at.min()?)?;
    (!head.is_empty()).then_some(head)
}

/// Whether the words are a place as datelines shout it: the first word in capitals.
fn is_place(place: &str) -> bool {
    let mut parts = part::split(place, ", ");
    let first = parts.next().unwrap_or_default();
    let letters = first.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 3
        && first.split_whitespace().count() <= 4
        && !first.chars().any(char::is_lowercase)
        && first.chars().all(|c| c.is_alphabetic() || " .'’-".contains(c))
        && parts.clone().count() <= 2
        && parts.all(|part| {
            part.starts_with(char::is_uppercase) && part.split_whitespace().count() <= 3
        })
}

fn spelt(part: &str) -> String {
    if part.chars().any(char::is_lowercase) { part.to_owned() } else { capitalised(part) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, expected: &str) {
        let mut article = Article::default();
        read(words, Span::new(0, words.len()), &mut article);
        let place = article.dateline_place.map(|place| place.value).unwrap_or_default();
        let agency =
            article.agencies.first().map(|agency| agency.value.clone()).unwrap_or_default();
        let day = article.published.map(|day| day.value.to_string()).unwrap_or_default();
        assert_eq!(format!("{place}|{agency}|{day}"), expected, "{words}");
    }

    #[test]
    fn reads_datelines() {
        check("LONDON (AP) — Dockworkers walked out.", "London|AP|");
        check("VARNBERG (Reuters) - Six states signed.", "Varnberg|Reuters|");
        check("TOLHAVEN, 4 March 2014 – A reef was found.", "Tolhaven||2014-03-04");
        check("FAIRMONT, Neb. -- The library will lend.", "Fairmont, Neb.||");
        check("NEW HAVEN, April 3 (Xinhua) -- They met.", "New Haven|Xinhua|");
    }

    #[test]
    fn leaves_what_is_no_dateline() {
        for words in
            ["NATO - the alliance - met.", "He said - twice - no.", "", "TREND: That's it."]
        {
            check(words, "||");
        }
    }
}
