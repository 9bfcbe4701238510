//! Statements: what a document says of itself outside its text, a property a line.
//!
//! Knows the names that schema.org, Open Graph, Dublin Core and front matter give to one thing, and
//! which of them is trusted first. Does not know the formats that they are written in.

use super::{byline, date};
use crate::{
    article::{Article, Rule, Stated},
    span::Span,
    text::{lower, part},
};

/// A property with the place of its value.
#[derive(Clone, Debug)]
pub(crate) struct Statement<'a> {
    /// Where it stands and its name, as it is written: "JSON-LD datePublished".
    rule: &'a str,
    /// The name in lower case.
    name: String,
    /// The value.
    pub(crate) value: Span,
}

const HEADLINE: &[&str] = &[
    "headline",
    "og:title",
    "parsely-title",
    "twitter:title",
    "title",
    "dc.title",
    "dcterms.title",
];
const STANDFIRST: &[&str] = &[
    "standfirst",
    "subtitle",
    "subheadline",
    "dek",
    "description",
    "og:description",
    "summary",
    "excerpt",
];
const OUTLET: &[&str] = &[
    "publisher",
    "outlet",
    "og:site_name",
    "dc.publisher",
    "dcterms.publisher",
    "publication",
    "sourceorganization",
    "provider",
    "source",
    "site",
];
const PUBLISHED: &[&str] = &[
    "datepublished",
    "article:published_time",
    "og:article:published_time",
    "published",
    "date",
    "pubdate",
    "publish-date",
    "publishdate",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "citation_publication_date",
    "datecreated",
    "dcterms.created",
];
const UPDATED: &[&str] = &[
    "datemodified",
    "article:modified_time",
    "og:article:modified_time",
    "og:updated_time",
    "updated",
    "lastmod",
    "last_modified_at",
    "last-modified",
    "modified",
    "dcterms.modified",
    "dc.date.modified",
];
const AUTHOR: &[&str] = &[
    "author",
    "authors",
    "byline",
    "byl",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "creator",
    "article:author",
];
const URL: &[&str] = &["url", "canonical", "og:url", "permalink"];
const LANGUAGE: &[&str] = &["inlanguage", "lang", "language", "dc.language", "og:locale"];
const PLACE: &[&str] = &["dateline", "locationcreated"];
const TOPIC: &[&str] = &["topic", "topics", "articlesection"];
const SPEAKER: &[&str] = &["speaker", "speakers"];

/// The statement in the line at `span`: "place name: value".
pub(crate) fn of_line(source: &str, span: Span) -> Option<Statement<'_>> {
    let (rule, value) = part::split_once(span.of(source), ": ")?;
    let (_, name) = rule.split_once(' ')?;
    let value = Span::of_slice(source, value).trim(source);
    (!value.is_empty()).then(|| Statement { rule, name: lower(name), value })
}

impl Statement<'_> {
    fn stated<T>(&self, value: T) -> Stated<T> {
        Stated { value, spans: vec![self.value], rule: Rule::Owned(self.rule.to_owned()) }
    }

    /// A time and its zone, as the statement gives them.
    fn timed(
        &self,
        clock: Option<date::Clock>,
    ) -> (Option<Stated<String>>, Option<Stated<String>>) {
        let (time, zone) = clock.map(|clock| (clock.time, clock.zone)).unzip();
        (time.map(|time| self.stated(time)), zone.flatten().map(|(zone, _)| self.stated(zone)))
    }
}

/// The first of the statements that gives one of `names`, in the order of the names.
fn first<'s, 'a>(all: &'s [Statement<'a>], names: &[&str]) -> Option<&'s Statement<'a>> {
    names.iter().find_map(|name| all.iter().find(|statement| statement.name == *name))
}

/// The headline that the statements give.
pub(crate) fn headline(source: &str, all: &[Statement<'_>]) -> Option<Stated<String>> {
    words(source, all, HEADLINE)
}

/// The summing-up that the statements give.
pub(crate) fn standfirst(source: &str, all: &[Statement<'_>]) -> Option<Stated<String>> {
    words(source, all, STANDFIRST)
}

fn words(source: &str, all: &[Statement<'_>], names: &[&str]) -> Option<Stated<String>> {
    let found = first(all, names)?;
    Some(found.stated(found.value.of(source).to_owned()))
}

/// All statements of the first of `names` that there is.
fn every<'s, 'a>(
    all: &'s [Statement<'a>],
    names: &[&str],
) -> impl Iterator<Item = &'s Statement<'a>> {
    let name = first(all, names).map(|statement| statement.name.as_str());
    all.iter().filter(move |statement| Some(statement.name.as_str()) == name)
}

/// Who is quoted, as the statements say; `[]` and `""` say that nobody is.
fn speakers(source: &str, all: &[Statement<'_>]) -> Option<Stated<Vec<String>>> {
    let named = || every(all, SPEAKER);
    let is_nobody = |words: &&str| matches!(*words, "[]" | "[ ]" | "\"\"");
    let value = named().map(|it| it.value.of(source)).filter(|it| !is_nobody(it));
    let mut stated = named().next()?.stated(value.map(str::to_owned).collect());
    stated.spans = named().map(|statement| statement.value).collect();
    Some(stated)
}

/// Writes what the statements say into `article`, but for headline and standfirst.
pub(crate) fn apply(source: &str, all: &[Statement<'_>], article: &mut Article) {
    article.outlet = words(source, all, OUTLET);
    article.url = words(source, all, URL).filter(|url| part::has(&url.value, "://"));
    article.language = words(source, all, LANGUAGE).map(|mut tag| {
        tag.value = tag.value.replace('_', "-");
        tag
    });
    article.dateline_place = words(source, all, PLACE);
    if let Some((statement, found)) = dated(source, all, PUBLISHED) {
        article.published = Some(statement.stated(found.date));
        (article.published_time, article.published_zone) = statement.timed(found.clock);
    }
    if let Some((statement, found)) = dated(source, all, UPDATED) {
        article.updated = Some(statement.stated(found.date));
        (article.updated_time, article.updated_zone) = statement.timed(found.clock);
    }
    authors(source, all, article);
    let topic = |it: &Statement<'_>| it.stated(it.value.of(source).to_owned());
    article.topics = every(all, TOPIC).map(topic).collect();
    article.speakers = speakers(source, all);
    let kept =
        ["keywords", "news_keywords", "articlesection", "article:section", "tags", "section"];
    for statement in all.iter().filter(|statement| kept.contains(&statement.name.as_str())) {
        let value = statement.stated(statement.value.of(source).to_owned());
        article.fields.push((statement.name.clone(), value));
    }
}

fn dated<'s, 'a>(
    source: &str,
    all: &'s [Statement<'a>],
    names: &[&str],
) -> Option<(&'s Statement<'a>, date::Found)> {
    names.iter().find_map(|name| {
        all.iter()
            .filter(|statement| statement.name == *name)
            .find_map(|statement| Some((statement, date::find(statement.value.of(source))?)))
    })
}

/// The authors: all values of the first name that gives any.
fn authors(source: &str, all: &[Statement<'_>], article: &mut Article) {
    for name in AUTHOR {
        for statement in all.iter().filter(|statement| statement.name == *name) {
            for (value, span) in byline::names(source, statement.value) {
                let rule = Rule::Owned(statement.rule.to_owned());
                if !article.authors.iter().any(|known| known.value == value) {
                    article.authors.push(Stated { value, spans: vec![span], rule });
                }
            }
        }
        if !article.authors.is_empty() {
            break;
        }
    }
    article.editor = words(source, all, &["editor"]);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn applied(source: &str) -> (Article, Vec<Statement<'_>>) {
        let (mut all, mut at) = (Vec::new(), 0);
        for line in source.lines() {
            all.extend(of_line(source, Span::new(at, at + line.len())));
            at += line.len() + 1;
        }
        let mut article = Article::default();
        apply(source, &all, &mut article);
        (article, all)
    }

    #[test]
    fn topics_and_speakers_are_those_that_are_given() {
        let source = "row topic: war\nrow topic: peace\nrow articleSection: World\n\
                      row speaker: Ann Smith\nrow speaker: Bo";
        let (article, _) = applied(source);
        let topics: Vec<_> = article.topics.iter().map(|topic| topic.value.as_str()).collect();
        assert_eq!(topics, ["war", "peace"]);
        assert!(article.topics.iter().all(|it| it.spans[0].of(source) == it.value));
        let speakers = article.speakers.unwrap();
        assert_eq!(speakers.value, ["Ann Smith", "Bo"]);
        let places: Vec<_> = speakers.spans.iter().map(|span| span.of(source)).collect();
        assert_eq!(places, ["Ann Smith", "Bo"]);
        for nobody in ["row speaker: []", "row speaker: \"\""] {
            let speakers = applied(nobody).0.speakers.unwrap();
            assert_eq!((speakers.value.len(), speakers.spans.len()), (0, 1), "{nobody}");
        }
        assert_eq!(applied("row date: 2010-11-20").0.speakers, None);
    }

    #[test]
    fn names_of_one_thing_are_one() {
        let source = "meta og:title: A title\nJSON-LD author: Ann Smith\nmeta author: By Bo Berg\n\
                      meta date: 2014-03-03T10:00Z\nfront-matter lang: en_GB";
        let (article, all) = applied(source);
        let headline = headline(source, &all).unwrap();
        assert_eq!((headline.value.as_str(), headline.rule.as_ref()), ("A title", "meta og:title"));
        assert_eq!(headline.spans[0].of(source), "A title");
        let authors: Vec<_> = article.authors.iter().map(|author| author.value.as_str()).collect();
        assert_eq!(authors, ["Ann Smith", "Bo Berg"]);
        assert_eq!(article.published.unwrap().value.to_string(), "2014-03-03");
        assert_eq!(article.published_zone.unwrap().value, "Z");
        assert_eq!(article.language.unwrap().value, "en-GB");
    }
}
