//! A broadcaster's list of shots: place, day and agency at its start.
//!
//! Its soundbites are quotations, which `quote` finds.

use super::{date, words};
use crate::{
    article::{Article, Stated},
    span::Span,
    text::part,
};

/// Whether the words at `span` are a list of shots; reads its start into `article` if so.
pub(crate) fn read(source: &str, span: Span, article: &mut Article) -> bool {
    let words = span.of(source);
    let Some((place, rest)) = words.split_once('(') else { return false };
    let shouted = place.chars().any(char::is_alphabetic) && !place.chars().any(char::is_lowercase);
    if !shouted || place.len() > 80 {
        return part::has(words, "(SOUNDBITE)");
    }
    let Some((inside, after)) = rest.split_once(')') else { return false };
    let opening =
        Span::new(span.start as usize, span.start as usize + place.len() + inside.len() + 2);
    article.dateline_place =
        Some(Stated::at(capitalised(place.trim()), opening, "shotlist opening"));
    if let Some(found) = date::find(inside) {
        article.event_date = Some(Stated::at(found.date, opening, "shotlist opening"));
    }
    agency(source, after, article);
    true
}

/// Whether a line opens a list of shots: a place in capitals, then a day in brackets.
pub(crate) fn opens(words: &str) -> bool {
    let Some((place, rest)) = words.split_once('(') else { return false };
    let Some((inside, _)) = rest.split_once(')') else { return false };
    let shouted = place.chars().any(char::is_alphabetic) && !place.chars().any(char::is_lowercase);
    shouted && place.len() <= 80 && inside.len() <= 80 && date::find(inside).is_some()
}

/// Whether a line goes on with a list of shots: a number before shouted words, or a soundbite.
pub(crate) fn goes_on(words: &str) -> bool {
    let rest = words.trim_start_matches(|c: char| c.is_ascii_digit() || ".) ".contains(c));
    let numbered = rest.len() < words.len();
    let told = rest.split('"').next().unwrap_or(rest);
    let shouted = told.contains(char::is_alphabetic) && !told.contains(char::is_lowercase);
    part::has(words, "(SOUNDBITE)") || (shouted && (numbered || words.len() > 12))
}

/// The text behind "STORY:", which stands between a list of shots and the story.
pub(crate) fn after_story_label(words: &str) -> Option<&str> {
    let rest = ["STORY:", "STORYLINE:", "Story:", "STORY TEXT:"]
        .iter()
        .find_map(|l| words.strip_prefix(l))?;
    Some(rest.trim()).filter(|rest| !rest.is_empty())
}

/// The agency in brackets right after the place and the day.
fn agency(source: &str, after: &str, article: &mut Article) {
    let after = after.trim_start();
    let name = after.strip_prefix('(').and_then(|rest| Some(rest.split_once(')')?.0));
    let Some(name) = name.filter(|name| name.len() <= 30 && *name != "SOUNDBITE") else { return };
    let span = Span::of_slice(source, after.get(..name.len() + 2).unwrap_or(after));
    let value = words::agency(name).map_or_else(|| name.to_owned(), str::to_owned);
    article.agencies.push(Stated::at(value, span, "shotlist agency"));
}

/// The capital of a letter: alphabets have it a fixed step before the small one. (The library's table
/// of capitals has no other use here, and every reader would have to load it.)
fn capital(c: char) -> char {
    let steps = [0x20, 1, 0x50, 0x30].into_iter();
    let before = steps.filter_map(|step| char::from_u32(u32::from(c).checked_sub(step)?));
    let is = |capital: &char| capital.is_uppercase() && capital.to_lowercase().eq([c]);
    if c.is_lowercase() { before.into_iter().find(is).unwrap_or(c) } else { c }
}

/// Shouted words as they are written otherwise.
pub(crate) fn capitalised(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut first = true;
    for c in words.chars() {
        if first {
            out.push(capital(c));
        } else {
            out.extend(c.to_lowercase());
        }
        first = !c.is_alphanumeric() && c != '\'' && c != '’';
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_opening() {
        let source = "OSLO, NORWAY (MAY 4, 2009) (AFP) MAN WAVING";
        let mut article = Article::default();
        assert!(read(source, Span::new(0, source.len()), &mut article));
        let place = article.dateline_place.unwrap();
        assert_eq!((place.value.as_str(), place.spans[0].end), ("Oslo, Norway", 26));
        assert_eq!(article.event_date.unwrap().value.to_string(), "2009-05-04");
        assert_eq!(article.agencies[0].value, "AFP");
    }

    #[test]
    fn a_bracket_that_never_closes_names_no_agency() {
        let source = "OSLO, NORWAY (MAY 4, 2009) (AFP MAN WAVING";
        let mut article = Article::default();
        assert!(read(source, Span::new(0, source.len()), &mut article));
        assert_eq!(article.agencies, []);
    }

    #[test]
    fn a_summary_in_sentences_is_no_list_of_shots() {
        let source = "The ministers (all four) met.";
        assert!(!read(source, Span::new(0, source.len()), &mut Article::default()));
    }
}
