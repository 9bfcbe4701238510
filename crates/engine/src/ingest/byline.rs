//! Bylines: who wrote and edited a report, from where, and with which agencies.
//!
//! Reads the words of one line; does not know where in the page it stands.

use super::{
    date,
    line::{Line, ends_sentence},
    signs::Signs,
    words::{self, Phrases},
};
use crate::{
    article::{Article, Stated},
    span::Span,
    text::{lower, part},
};

/// What one part of a byline is.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Credit {
    Name,
    Place,
    Initials,
    Agency(&'static str),
    /// What somebody is ("Education Editor"), or which paper for: no name.
    Role,
}

/// Reads the line at `span` into `article` if it is a byline.
pub(crate) fn read(source: &str, line: Line, article: &mut Article) -> bool {
    let Line { span, signs, .. } = line;
    let words = span.of(source);
    if words.len() > 240 {
        return false;
    }
    if is_closing_note(words, signs) {
        return true;
    }
    if let Some(inner) = words.strip_prefix('(').and_then(|rest| rest.trim_end().strip_suffix(')'))
    {
        let pieces = inner.split(';');
        let read = pieces.map(|piece| piece_of_credits(source, piece.trim(), article));
        return read.fold(false, |any, read| any | read);
    }
    if words.len() > 160 || ends_sentence(words.strip_suffix("Jr.").unwrap_or(words)) {
        return false;
    }
    labelled(source, words, article)
        || (signs.has(Signs::SLASH) && is_credit_line(words) && credits(source, span, article))
        || agency_alone(source, span, article)
        || agency_and_date(source, span, article)
}

/// One part of "(Reporting by A in B and C; Editing by D)".
fn piece_of_credits(source: &str, piece: &str, article: &mut Article) -> bool {
    let known = article.authors.len();
    let lower = lower(piece);
    if !part::has(&lower, "by ") {
        return false;
    }
    // A name may stand with the place that it reports from, and was named above perhaps.
    if let Some(rest) = after_label(piece, words::EDITOR_LABELS) {
        if let Some((name, at)) = names(source, Span::of_slice(source, rest)).into_iter().next() {
            article.editor.get_or_insert(Stated::at(name, at, "editor label"));
        }
        return true;
    }
    let by = part::find(&lower, "by ").map_or(0, |at| at + 3);
    if known == 0
        && lower.starts_with("reporting by")
        && let Some(rest) = piece.get(by..)
    {
        for (name, at) in names(source, Span::of_slice(source, rest)) {
            article.authors.push(Stated::at(name, at, "byline name"));
        }
    }
    lower.starts_with("reporting")
        || lower.starts_with("writing")
        || lower.starts_with("additional")
}

/// A line that begins with "By" or another such label.
fn labelled(source: &str, words: &str, article: &mut Article) -> bool {
    if let Some(rest) = after_label(words, words::EDITOR_LABELS) {
        let name = Span::of_slice(source, rest).trim(source);
        let named = looks_like_name(name.of(source));
        if named {
            article.editor = Some(Stated::at(name.of(source).to_owned(), name, "editor label"));
        }
        return named;
    }
    let Some(rest) = after_label(words, words::AUTHOR_LABELS) else {
        return false;
    };
    credits(source, bare(source, rest), article)
}

/// The names in a line that other things show to be a byline: a class, or its place in the page.
pub(crate) fn read_names(source: &str, span: Span, article: &mut Article) -> bool {
    if labelled(source, span.of(source), article) {
        return true;
    }
    let found = names(source, span);
    let named = !found.is_empty();
    for (name, at) in found {
        if !article.authors.iter().any(|known| known.value == name) {
            article.authors.push(Stated::at(name, at, "byline name"));
        }
    }
    named
}

/// The names in a list of people, without labels, roles, places and addresses.
pub(crate) fn names(source: &str, span: Span) -> Vec<(String, Span)> {
    let words = span.of(source);
    let rest = after_label(words, words::AUTHOR_LABELS).unwrap_or(words);
    let pieces = parts(bare(source, rest).of(source)).map(|part| {
        let part = part::before(part, " in ");
        let part = part::before(part, " (");
        part.trim_matches(|c: char| c.is_whitespace() || c == '.')
    });
    let named = pieces.filter(|part| part.contains(' ') && credit(part) == Some(Credit::Name));
    named.map(|part| (part.to_owned(), Span::of_slice(source, part))).collect()
}

/// The part of a byline that holds names: before a bar, a date, an address, "for the Outlet".
fn bare(source: &str, rest: &str) -> Span {
    let cuts = [" | ", " • ", " · ", " for ", " FOR ", " – ", " — ", " on "];
    let cut = cuts.iter().filter_map(|cut| part::find(rest, cut)).min().unwrap_or(rest.len());
    let dated = date::find(rest).map_or(cut, |found| found.range.start);
    let words = rest.get(..cut.min(dated)).unwrap_or(rest);
    // A weekday before the date is the date's.
    let words = words.trim_end_matches(|c: char| c.is_whitespace() || ",;|-–—".contains(c));
    Span::of_slice(source, words).trim(source)
}

/// Who else worked on it, and where to write to them: the lines that close a report.
fn is_closing_note(words: &str, signs: Signs) -> bool {
    let contributed = signs.has(Signs::CONTRI);
    let reach = words::REACH_LEADS.may_begin(words);
    if !(contributed || reach) {
        return false;
    }
    let lower = lower(words);
    let ends = contributed && words::CONTRIBUTIONS.iter().any(|note| part::has(&lower, note));
    let reach = reach && words::REACH_LEADS.begin(&lower);
    let address = lower.contains('@') || part::has(&lower, "twitter") || part::has(&lower, "http");
    ends || (reach && address)
}

/// An agency's full name alone, as it stands below a byline.
fn agency_alone(source: &str, span: Span, article: &mut Article) -> bool {
    let words = span.of(source);
    let Some(name) = words::agency(words).filter(|_| words.len() > 6) else { return false };
    if !article.agencies.iter().any(|agency| agency.value == name) {
        article.agencies.push(Stated::at(name.to_owned(), span, "agency credit"));
    }
    true
}

/// An agency and when it sent the report: "AFP - 20/11/2010 at 18:32".
fn agency_and_date(source: &str, span: Span, article: &mut Article) -> bool {
    let words = span.of(source);
    let Some((head, rest)) = words.split_once(|c: char| c.is_whitespace() || c == ',') else {
        return false;
    };
    let Some(name) = words::agency(head) else { return false };
    let dated = rest.contains(|c: char| c.is_ascii_digit()) && date::whole_line(rest);
    if dated && !article.agencies.iter().any(|agency| agency.value == name) {
        let at = Span::of_slice(source, head);
        article.agencies.push(Stated::at(name.to_owned(), at, "agency before the date"));
    }
    dated
}

/// What follows one of the `labels` at the start of a line: "Author: X", "By X".
fn after_label(words: &str, labels: Phrases) -> Option<&str> {
    labels.iter().find_map(|label| {
        let head = words.get(..label.len())?;
        let rest = words.get(label.len()..)?;
        let fits = head.eq_ignore_ascii_case(label);
        let spelt_by = label.ends_with("by") || words::SHORT_LABELS.has(label);
        match rest.strip_prefix(':') {
            Some(rest) if fits => Some(rest),
            None if fits && spelt_by && rest.starts_with([' ', '\u{a0}']) => Some(rest),
            _ => None,
        }
    })
}

/// A line of initials and agencies alone, with a slash between: "ab/afp/dpa".
fn is_credit_line(words: &str) -> bool {
    !part::has(words, "://")
        && parts(words)
            .all(|part| !part.is_empty() && (words::agency(part).is_some() || is_initials(part)))
        && parts(words).any(|part| words::agency(part).is_some())
}

fn parts(words: &str) -> impl Iterator<Item = &str> {
    let joined = [" and ", " AND ", " & ", " und ", " et ", " y "];
    words
        .split([',', '/', ';'])
        .flat_map(move |piece| {
            let at = joined.iter().find(|word| part::has(piece, word));
            at.map_or_else(|| vec![piece], |word| part::split(piece, word).collect())
        })
        .map(str::trim)
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
            Some(Credit::Place | Credit::Role) | None => {}
        }
    }
    true
}

fn credit(part: &str) -> Option<Credit> {
    if let Some(name) = words::agency(part) {
        Some(Credit::Agency(name))
    } else if is_initials(part) {
        Some(Credit::Initials)
    } else if is_role(part) {
        Some(Credit::Role)
    } else if looks_like_name(part) {
        Some(if part.contains(' ') { Credit::Name } else { Credit::Place })
    } else {
        None
    }
}

/// Whether the words say what somebody does.
fn is_role(part: &str) -> bool {
    let lower = lower(part);
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    part.len() < 80 && words.any(|word| words::BYLINE_ROLES.has(word))
}

/// Whether a line is nothing but names and what those people are.
pub(crate) fn is_names(words: &str) -> bool {
    let mut named = false;
    let fits = parts(words).all(|part| {
        let part = part::before(part, " in ");
        let part = part::before(part, " (").trim();
        let name = part.contains(' ') && part.split(' ').count() <= 4 && looks_like_name(part);
        named |= name && !is_role(part);
        name || is_role(part)
    });
    fits && named
}

/// Whether a line says what the people in the byline above are.
pub(crate) fn is_role_line(words: &str) -> bool {
    words.len() <= 80 && !ends_sentence(words) && is_role(words)
}

fn is_initials(part: &str) -> bool {
    (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// One to five words, each with a capital (or a particle such as "de"), and no digits.
fn looks_like_name(part: &str) -> bool {
    // "The Daily Paper" is no person.
    if part.starts_with("The ") {
        return false;
    }
    let mut count = 0;
    for word in part.split_whitespace() {
        count += 1;
        let capital =
            word.starts_with(|c: char| c.is_uppercase() || c == 'd' && word.contains('’'));
        if !(capital || ["de", "van", "von", "der", "al", "bin", "la", "del"].contains(&word))
            || word.chars().any(|c| c.is_ascii_digit() || ":@!?\"“”|".contains(c))
        {
            return false;
        }
    }
    (1..=5).contains(&count) && part.chars().next().is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::line::lines;

    #[track_caller]
    fn check(line: &str, expected: &str) {
        let mut article = Article::default();
        let found = lines(line).first().is_some_and(|&it| read(line, it, &mut article));
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
        check("Von Anke Reimers", "true Anke Reimers||||");
        check("By ANN SMITH FOR THE DAILY PAPER", "true ANN SMITH||||");
        check("By Ann Smith, 12 September 2013", "true Ann Smith||||");
        check("By Ann Smith, Education Editor", "true Ann Smith||||");
        check("By A. Miller | amiller@paper.example", "true A. Miller||||");
        check("By OUR MUNICIPAL CORRESPONDENT", "true ||||");
        check(
            "(Reporting by Ann Smith in Oslo and Bo Berg; Editing by Cy Dale)",
            "true Ann Smith+Bo Berg||||Cy Dale",
        );
        check("Associated Press writer Ann Smith contributed to this report.", "true ||||");
        check("Associated Press", "true ||AP||");
        check("AFP - 20/11/2010 at 18:32", "true ||AFP||");
    }

    #[test]
    fn leaves_what_is_no_byline() {
        for line in [
            "By the time they met",
            "and/or",
            "Author: see below at 5",
            "By 2020 it ended.",
            "Von der Leyen kommt",
            "By far the best",
            "AFP reported 20 dead on 3 May 2010",
        ] {
            check(line, "false ||||");
        }
    }
}
