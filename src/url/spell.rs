//! Spells a view as an address: `#/browse?u=quote&outlet=RT`.
//!
//! One view has one spelling. Does not know how addresses are read (`parse`).

use std::fmt;

use form_urlencoded::Serializer;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::{
    Address, ArticleView, BrowseView, CompareView, Display, Mode, Show, Time, View, query,
};

/// Everything that a step of a path does not carry as it is.
const STEP: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~').remove(b'!');

/// The pairs after the question mark, being collected.
pub(super) type Pairs = Vec<(&'static str, String)>;

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (path, pairs) = parts(&self.view);
        let mut tail = Serializer::new(String::new());
        for (key, value) in &pairs {
            tail.append_pair(key, value);
        }
        for (key, value) in &self.unknown {
            tail.append_pair(key, value);
        }
        let tail = tail.finish();
        let mark = if tail.is_empty() { "" } else { "?" };
        write!(f, "#{path}{mark}{tail}")
    }
}

impl fmt::Display for View {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Address::from(self.clone()).fmt(f)
    }
}

fn parts(view: &View) -> (String, Pairs) {
    match view {
        View::Browse(browse) => ("/browse".to_owned(), browse_pairs(browse)),
        View::Quote(quote) => {
            let steps = [&quote.article, &quote.key].into_iter().chain(&quote.words);
            let steps: Vec<String> = steps.map(|name| step(name)).collect();
            (format!("/quote/{}", steps.join("/")), Pairs::new())
        }
        View::Article(article) => {
            (format!("/article/{}", step(&article.id)), article_pairs(article))
        }
        View::Compare(compare) => (compare_path(compare), compare_pairs(compare)),
        View::Person(name) => (format!("/person/{}", step(name)), Pairs::new()),
        View::Event(name) => (format!("/event/{}", step(name)), Pairs::new()),
        View::About => ("/about".to_owned(), Pairs::new()),
        View::Unknown(raw) => (raw.clone(), Pairs::new()),
    }
}

fn browse_pairs(browse: &BrowseView) -> Pairs {
    let mut pairs = query::spell(&browse.query);
    match browse.display {
        Display::List => {}
        Display::Timeline => pairs.push(("show", "timeline".to_owned())),
    }
    match browse.time {
        Time::Published => {}
        Time::Event => pairs.push(("time", "event".to_owned())),
    }
    if let Some(open) = &browse.open {
        pairs.push(("open", open.article.clone()));
        pairs.extend(at(open.at.as_deref()));
    }
    pairs
}

fn article_pairs(article: &ArticleView) -> Pairs {
    let mut pairs = Pairs::new();
    if article.show == Show::Received {
        pairs.push(("show", "received".to_owned()));
    }
    if let Some(span) = article.span {
        pairs.push(("span", format!("{}-{}", span.start, span.end)));
    }
    pairs.extend(at(article.at.as_deref()));
    pairs
}

fn compare_path(compare: &CompareView) -> String {
    let names: Vec<String> = compare.articles.iter().map(|id| step(id)).collect();
    if names.is_empty() { "/compare".to_owned() } else { format!("/compare/{}", names.join(",")) }
}

fn compare_pairs(compare: &CompareView) -> Pairs {
    let mut pairs = Pairs::new();
    pairs.extend(compare.base.as_ref().map(|base| ("base", base.clone())));
    match compare.mode {
        Mode::Parallel => {}
        Mode::Inline => pairs.push(("mode", "inline".to_owned())),
        Mode::Differences => pairs.push(("mode", "differences".to_owned())),
        Mode::Apart => pairs.push(("mode", "only".to_owned())),
    }
    pairs.extend(compare.span.map(|span| ("span", format!("{}-{}", span.start, span.end))));
    pairs.extend(at(compare.at.as_deref()));
    pairs
}

fn at(key: Option<&str>) -> Pairs {
    key.map(|key| ("at", key.to_owned())).into_iter().collect()
}

fn step(name: &str) -> String {
    utf8_percent_encode(name, STEP).to_string()
}
