//! What a page says of itself in its head: JSON-LD, meta and Open Graph properties, its address.
//!
//! Writes each as a statement; what the names mean, the engine knows.

use html5gum::{StartTag, Token};
use parallax_engine::span::Span;

use super::walk::{attribute, tokens};
use crate::{json_ld, property, sheet::Sheet};

/// How the names of meta properties begin that say something of an article.
const NAMES: &[&str] = &[
    "og:title",
    "og:site_name",
    "og:url",
    "og:description",
    "og:article:",
    "og:updated_time",
    "og:locale",
    "article:published_time",
    "article:modified_time",
    "article:author",
    "article:section",
    "article:publisher",
    "author",
    "byl",
    "byline",
    "citation_author",
    "citation_publication_date",
    "creator",
    "cxenseparse:recs:publishtime",
    "date",
    "dateModified",
    "datePublished",
    "dc.",
    "dcterms.",
    "description",
    "headline",
    "language",
    "last-modified",
    "news_keywords",
    "parsely-author",
    "parsely-pub-date",
    "parsely-title",
    "pubdate",
    "publish-date",
    "publisher",
    "sailthru.author",
    "sailthru.date",
    "title",
    "twitter:title",
];

/// Writes what the page says of itself; gives back the titles that it names.
pub(crate) fn write(source: &str, sheet: &mut Sheet) -> Vec<String> {
    let mut titles = Vec::new();
    let mut script = false;
    let mut title = false;
    let mut told = false;
    for token in tokens(source) {
        match token {
            Token::StartTag(tag) => {
                script = false;
                match tag.name.as_slice() {
                    b"html" => linked(source, &tag, "html", "lang", sheet),
                    b"meta" => meta(source, &tag, sheet, &mut titles),
                    b"link" if is(source, &tag, "rel", "canonical") => {
                        linked(source, &tag, "canonical", "href", sheet);
                    }
                    b"script" => script = is(source, &tag, "type", "application/ld+json"),
                    b"title" => title = titles.len() < 8,
                    _ => {}
                }
            }
            Token::String(words) if script => {
                let at = words.span.start;
                if let Some(raw) = source.get(at..words.span.end).filter(|_| !told) {
                    let before = sheet.marks.len();
                    told = json_ld::write(sheet, "JSON-LD", raw, at);
                    let named = (before..sheet.marks.len())
                        .filter_map(|mark| sheet.of(mark).strip_prefix("JSON-LD headline: "));
                    titles.extend(named.map(str::to_owned).collect::<Vec<_>>());
                }
            }
            Token::String(words) if title => {
                let words = String::from_utf8_lossy(&words.value).into_owned();
                titles.push(words.split_whitespace().collect::<Vec<_>>().join(" "));
            }
            Token::EndTag(_) => (script, title) = (false, false),
            _ => {}
        }
    }
    titles
}

fn is(source: &str, tag: &StartTag<usize>, name: &str, wanted: &str) -> bool {
    attribute(source, tag, name).is_some_and(|(words, _)| words.trim().eq_ignore_ascii_case(wanted))
}

fn linked(source: &str, tag: &StartTag<usize>, name: &str, key: &str, sheet: &mut Sheet) {
    if let Some((words, place)) = attribute(source, tag, key) {
        put(
            sheet,
            if name == "html" { "html" } else { "link" },
            if name == "html" { "lang" } else { name },
            &words,
            place,
        );
    }
}

fn meta(source: &str, tag: &StartTag<usize>, sheet: &mut Sheet, titles: &mut Vec<String>) {
    let name = ["property", "name", "itemprop"].iter().find_map(|key| attribute(source, tag, key));
    let (Some((name, _)), Some((words, place))) = (name, attribute(source, tag, "content")) else {
        return;
    };
    let name = name.trim();
    let known = |lead: &&&str| {
        let head = name.get(..lead.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(lead))
            && (lead.ends_with(['.', ':']) || name.len() == lead.len())
    };
    if NAMES.iter().any(|lead| known(&lead)) {
        if name.to_ascii_lowercase().ends_with("title") {
            titles.push(words.split_whitespace().collect::<Vec<_>>().join(" "));
        }
        put(sheet, "meta", name, &words, place);
    }
}

fn put(sheet: &mut Sheet, place: &str, name: &str, words: &str, file: Span) {
    if !words.trim().is_empty() {
        property::of_words(sheet, place, name, words, file);
    }
}
