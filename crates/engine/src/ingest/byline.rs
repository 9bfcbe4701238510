//! Bylines: who wrote and edited a report, from where, and with which agencies.
//!
//! Reads the words of one line; does not know where in the page it stands.

use super::{line::ends_sentence, words};
use crate::{
    article::{Article, Stated},
    span::Span,
};

/// What one part of a byline is.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Credit {
    Name,
    Place,
    Initials,
    Agency(&'static str),
}

/// Reads the line at `span` into `article` if it is a byline.
pub(crate) fn read(source: &str, span: Span, article: &mut Article) -> bool {
    let words = span.of(source);
    if words.len() > 160 || ends_sentence(words.trim_end_matches("Jr.")) {
        return false;
    }
    if let Some(rest) = after_label(words, words::EDITOR_LABELS) {
        let name = Span::of_slice(source, rest).trim(source);
        let named = looks_like_name(name.of(source));
        if named {
            article.editor = Some(Stated::at(name.of(source).to_owned(), name, "editor label"));
        }
        return named;
    }
    if let Some(rest) = after_label(words, words::AUTHOR_LABELS) {
        return credits(source, Span::of_slice(source, rest).trim(source), article);
    }
    is_credit_line(words) && credits(source, span, article)
}

/// What follows one of the `labels` at the start of a line: "Author: X", "By X".
fn after_label<'a>(words: &'a str, labels: &[&str]) -> Option<&'a str> {
    labels.iter().find_map(|label| {
        let head = words.get(..label.len())?;
        let rest = words.get(label.len()..)?;
        let fits = head.eq_ignore_ascii_case(label);
        let spelt_by = *label == "by" || label.ends_with(" by");
        match rest.strip_prefix(':') {
            Some(rest) if fits => Some(rest),
            None if fits && spelt_by && rest.starts_with(' ') => Some(rest),
            _ => None,
        }
    })
}

/// A line of initials and agencies alone, with a slash between: "ab/afp/dpa".
fn is_credit_line(words: &str) -> bool {
    words.contains('/')
        && !words.contains("://")
        && parts(words)
            .all(|part| !part.is_empty() && (words::agency(part).is_some() || is_initials(part)))
        && parts(words).any(|part| words::agency(part).is_some())
}

fn parts(words: &str) -> impl Iterator<Item = &str> {
    words.split([',', '/', ';']).flat_map(|part| part.split(" and ")).map(str::trim)
}

/// Reads a list of names, places, initials and agencies; false if there is something else in it.
fn credits(source: &str, span: Span, article: &mut Article) -> bool {
    let found: Vec<_> = parts(span.of(source))
        .filter(|part| !part.is_empty())
        .map(|part| (credit(part), Span::of_slice(source, part)))
        .collect();
    if found.is_empty() || found.iter().any(|(credit, _)| credit.is_none()) {
        return false;
    }
    for (credit, at) in found {
        let words = at.of(source).to_owned();
        match credit {
            Some(Credit::Name) => article.authors.push(Stated::at(words, at, "byline name")),
            Some(Credit::Place) if article.dateline_place.is_none() => {
                article.dateline_place = Some(Stated::at(words, at, "byline place"));
            }
            Some(Credit::Initials) => article.initials.push(Stated::at(words, at, "initials")),
            // A credit line is read as a whole: its evidence is the line.
            Some(Credit::Agency(name)) => {
                article.agencies.push(Stated::at(name.to_owned(), span, "agency credit"));
            }
            Some(Credit::Place) | None => {}
        }
    }
    true
}

fn credit(part: &str) -> Option<Credit> {
    if let Some(name) = words::agency(part) {
        Some(Credit::Agency(name))
    } else if is_initials(part) {
        Some(Credit::Initials)
    } else if looks_like_name(part) {
        Some(if part.contains(' ') { Credit::Name } else { Credit::Place })
    } else {
        None
    }
}

fn is_initials(part: &str) -> bool {
    (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// One to five words, each with a capital (or a particle such as "de"), and no digits.
fn looks_like_name(part: &str) -> bool {
    let mut count = 0;
    for word in part.split_whitespace() {
        count += 1;
        let capital = word.chars().next().is_some_and(char::is_uppercase);
        if !(capital || ["de", "van", "von", "der", "al", "bin", "la", "del"].contains(&word))
            || word.chars().any(|c| c.is_ascii_digit() || c == ':')
        {
            return false;
        }
    }
    (1..=5).contains(&count) && part.chars().next().is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: &str) {
        let mut article = Article::default();
        let found = read(line, Span::new(0, line.len()), &mut article);
        let list = |values: &[Stated<String>]| {
            values.iter().map(|stated| stated.value.as_str()).collect::<Vec<_>>().join("+")
        };
        let one = |value: &Option<Stated<String>>| {
            value.as_ref().map(|stated| stated.value.clone()).unwrap_or_default()
        };
        let seen = format!(
            "{found} {}|{}|{}|{}|{}",
            list(&article.authors),
            list(&article.initials),
            list(&article.agencies),
            one(&article.dateline_place),
            one(&article.editor),
        );
        assert_eq!(seen, expected, "{line}");
    }

    #[test]
    fn reads_names_places_initials_and_agencies() {
        check("Author: Ann Smith, Lisbon/nt, ji", "true Ann Smith|nt+ji||Lisbon|");
        check("rri/afp/dpa/rtr", "true |rri|AFP+dpa+Reuters||");
        check("Editor: Sean Sinico", "true ||||Sean Sinico");
        check("By Ann Smith and Bo van Dyke", "true Ann Smith+Bo van Dyke||||");
    }

    #[test]
    fn leaves_what_is_no_byline() {
        for line in
            ["By the time they met", "and/or", "Author: see below at 5", "By 2020 it ended."]
        {
            check(line, "false ||||");
        }
    }
}
