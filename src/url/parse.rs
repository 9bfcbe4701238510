//! Reads an address. Any text at all gives a view: nothing here fails or panics.
//!
//! Does not know how a view is spelt (`spell`).

use parallax_engine::span::Span;
use percent_encoding::percent_decode_str;

use super::{
    Address, ArticleView, BrowseView, CompareView, Display, Mode, Opened, QuoteView, Show, Time,
    View, query,
};

/// The pairs after the question mark, decoded.
pub(super) type Pairs = Vec<(String, String)>;

/// The longest path, and the longest that all pairs may be, in bytes once they are decoded. What escapes an
/// address is written with does not count, so that an address spelt anew is as long as it was.
const LONGEST: usize = 16 * 1024;

/// How many pairs there may be: each choice is drawn, with a link that has all others.
const MOST: usize = 400;

impl Address {
    /// What `hash` asks for, with or without its leading `#`.
    #[must_use]
    pub fn parse(hash: &str) -> Self {
        let raw = hash.strip_prefix('#').unwrap_or(hash);
        let (path, tail) = raw.split_once('?').unwrap_or((raw, ""));
        let known = pairs(tail).filter(|_| fits(path)).and_then(|pairs| view(path, pairs));
        known.unwrap_or_else(|| View::Unknown(raw.to_owned()).into())
    }
}

/// The pairs after the question mark; none where they are more than any view of this page can need.
fn pairs(tail: &str) -> Option<Pairs> {
    let (mut pairs, mut length) = (Pairs::new(), 0);
    for (key, value) in form_urlencoded::parse(tail.as_bytes()) {
        length += key.len() + value.len();
        if length > LONGEST || pairs.len() == MOST {
            return None;
        }
        pairs.push((key.into_owned(), value.into_owned()));
    }
    Some(pairs)
}

fn fits(path: &str) -> bool {
    percent_decode_str(path).decode_utf8_lossy().len() <= LONGEST
}

fn view(path: &str, pairs: Pairs) -> Option<Address> {
    let steps: Vec<&str> = path.trim_matches('/').split('/').collect();
    match steps.as_slice() {
        ["" | "browse"] => Some(browse(pairs)),
        ["about"] => Some(Address { view: View::About, unknown: pairs }),
        ["person", who] => Some(Address { view: View::Person(name(who)?), unknown: pairs }),
        ["event", what] => Some(Address { view: View::Event(name(what)?), unknown: pairs }),
        ["article", id] => Some(article(name(id)?, pairs)),
        ["quote", id, key] => {
            let quote = QuoteView { article: name(id)?, key: name(key)?, words: None };
            Some(Address { view: View::Quote(quote), unknown: pairs })
        }
        ["quote", id, key, words] => {
            let quote = QuoteView { article: name(id)?, key: name(key)?, words: name(words) };
            Some(Address { view: View::Quote(quote), unknown: pairs })
        }
        ["compare"] => Some(compare("", pairs)),
        ["compare", names] => Some(compare(names, pairs)),
        _ => None,
    }
}

fn browse(pairs: Pairs) -> Address {
    let (query, pairs) = query::parse(pairs);
    let (mut view, mut at, mut unknown) = (BrowseView::from(query), None, Pairs::new());
    for (key, value) in pairs {
        match (key.as_str(), value.as_str()) {
            ("show", "list") => view.display = Display::List,
            ("show", "timeline") => view.display = Display::Timeline,
            ("time", "published") => view.time = Time::Published,
            ("time", "event") => view.time = Time::Event,
            ("open", id) if !id.is_empty() => view.open = Some(Opened { article: value, at: None }),
            ("at", key) if !key.is_empty() => at = Some(value),
            _ => unknown.push((key, value)),
        }
    }
    match &mut view.open {
        Some(open) => open.at = at,
        None => unknown.extend(at.map(|at| ("at".to_owned(), at))),
    }
    Address { view: View::Browse(view), unknown }
}

/// A step of the path as a name; broken escapes are kept as they can be read.
fn name(step: &str) -> Option<String> {
    let name = percent_decode_str(step).decode_utf8_lossy().into_owned();
    (!name.is_empty()).then_some(name)
}

fn article(id: String, pairs: Pairs) -> Address {
    let mut view = ArticleView { id, ..ArticleView::default() };
    let mut unknown = Pairs::new();
    for (key, value) in pairs {
        match (key.as_str(), value.as_str()) {
            ("show", "received") => view.show = Show::Received,
            ("at", at) if !at.is_empty() => view.at = Some(value),
            ("span", text) if span(text).is_some() => view.span = span(text),
            _ => unknown.push((key, value)),
        }
    }
    Address { view: View::Article(view), unknown }
}

fn span(text: &str) -> Option<Span> {
    let (start, end) = text.split_once('-')?;
    let (start, end) = (start.parse().ok()?, end.parse().ok()?);
    (start <= end).then_some(Span { start, end })
}

fn compare(names: &str, pairs: Pairs) -> Address {
    let articles = names.split(',').filter_map(name).collect();
    let mut view = CompareView { articles, ..CompareView::default() };
    let (mut unknown, mut at_span) = (Pairs::new(), None);
    for (key, value) in pairs {
        match (key.as_str(), value.as_str()) {
            ("at", at) if !at.is_empty() => view.at = Some(value),
            ("span", text) if span(text).is_some() => at_span = span(text),
            ("base", id) if view.articles.iter().any(|known| known == id) => {
                view = view.based_on(id);
            }
            ("mode", "parallel") => view.mode = Mode::Parallel,
            ("mode", "inline") => view.mode = Mode::Inline,
            ("mode", "differences") => view.mode = Mode::Differences,
            ("mode", "only") => view.mode = Mode::Apart,
            _ => unknown.push((key, value)),
        }
    }
    view.span = at_span;
    Address { view: View::Compare(view), unknown }
}
