//! Corpora for tests: small ones, made without reading documents, and the five documents that are shipped.

use crate::{
    article::{Article, Block, BlockKind, Document, Rule, Stated},
    collection::{Collection, Segment},
    engine::sections_with,
    ingest::Sidecar,
    person::Person,
    quote::{Confidence, Part, Quotation},
    shelf::unread,
    span::Span,
    story::{Analysis, Corpus, Event},
};

pub(crate) const BRUSSELS: &str = "reuters-2009-12-05-nato-and-russia-sign-agreement";
pub(crate) const MOSCOW: [&str; 2] =
    ["dw-2009-12-17-unfreezing-relations", "rt-2009-12-17-nato-will-never-attack-russia"];
pub(crate) const LISBON: [&str; 2] = [
    "dw-2010-11-20-nato-and-russia-seek-to-bury-past-differences",
    "rt-2010-11-22-nato-rolls-out-red-carpet-for-russia",
];

macro_rules! document {
    ($id:literal) => {
        Document {
            id: $id.to_owned(),
            text: include_str!(concat!("../../../corpus/", $id, ".txt")).to_owned(),
            ..Document::default()
        }
    };
}

/// The five documents, those of RT with what their sidecars say; the last by name first.
pub(crate) fn shipped() -> Vec<Document> {
    let sidecar = || Some(Sidecar { publisher: Some("RT".to_owned()), ..Sidecar::default() });
    vec![
        Document {
            sidecar: sidecar(),
            ..document!("rt-2010-11-22-nato-rolls-out-red-carpet-for-russia")
        },
        Document { sidecar: sidecar(), ..document!("rt-2009-12-17-nato-will-never-attack-russia") },
        document!("reuters-2009-12-05-nato-and-russia-sign-agreement"),
        document!("dw-2010-11-20-nato-and-russia-seek-to-bury-past-differences"),
        document!("dw-2009-12-17-unfreezing-relations"),
    ]
}

/// An article of one paragraph: its outlet, its day, and its text, in which `«speaker|words»` is a
/// quotation of that speaker (or of nobody: `«|words»`).
pub(crate) struct Sample<'text> {
    pub(crate) outlet: &'text str,
    pub(crate) day: &'text str,
    pub(crate) text: &'text str,
}

/// A corpus of such articles, all of one event.
pub(crate) fn corpus(samples: &[Sample<'_>]) -> Corpus {
    let mut corpus = Corpus::default();
    for (at, sample) in samples.iter().enumerate() {
        let analysis = analysis(&mut corpus.people, at, sample);
        corpus.articles.push(analysis);
    }
    let articles = (0..).take(samples.len()).collect();
    let name = "the event".to_owned();
    corpus.events.push(Event {
        name,
        date: None,
        date_in: None,
        place: None,
        place_in: None,
        articles,
        reason: String::new().into(),
    });
    corpus
}

/// The corpus, packed and opened.
pub(crate) fn opened(corpus: &Corpus) -> Collection {
    let pack = sections_with(corpus, &[], false);
    Collection::new(vec![Segment::of(&pack).unwrap().into()])
}

fn analysis(people: &mut Vec<Person>, at: usize, sample: &Sample<'_>) -> Analysis {
    let mut source = String::new();
    let mut quotations = Vec::new();
    let mut rest = sample.text;
    while let Some((before, quoted)) = rest.split_once('«') {
        let (inner, after) = quoted.split_once('»').unwrap_or((quoted, ""));
        let (speaker, words) = inner.split_once('|').unwrap_or(("", inner));
        source.push_str(before);
        let start = source.len();
        source.push_str(words);
        quotations.push(quotation(person(people, speaker), Span::new(start, source.len())));
        rest = after;
    }
    source.push_str(rest);
    let whole = Span::new(0, source.len());
    let article = Article {
        id: format!("article-{at}"),
        outlet: Some(Stated::elsewhere(sample.outlet.to_owned(), "test")),
        published: sample.day.parse().ok().map(|day| Stated::elsewhere(day, "test")),
        blocks: vec![Block { span: whole, kind: BlockKind::Paragraph }],
        ..Article::default()
    };
    Analysis { sentences: vec![whole], source, article, quotations }
}

fn person(people: &mut Vec<Person>, name: &str) -> Option<u32> {
    if name.is_empty() {
        return None;
    }
    let at = people.iter().position(|person| person.name == name).unwrap_or_else(|| {
        people.push(Person { name: name.to_owned(), ..Person::default() });
        people.len() - 1
    });
    u32::try_from(at).ok()
}

fn quotation(speaker: Option<u32>, span: Span) -> Quotation {
    Quotation {
        speaker,
        rule: Rule::Borrowed("test"),
        confidence: Confidence::Sure,
        probability: 97,
        ..unread(vec![Part { span, outer: span, closed: true }])
    }
}
