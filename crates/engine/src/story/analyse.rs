//! The whole analysis: documents in, corpus out, one way.
//!
//! Calls the other parts in order, and decides nothing itself.

use super::{Analysis, Corpus, affiliation, event, utterance};
use crate::{
    article::{Article, Document, Finding},
    ingest,
    name::{self, Names},
    order,
    person::{
        cast::{Cast, Seen},
        naming,
    },
    quote::{self, Draft, Ground, Quotation, QuoteKind, Who},
    span::Span,
    subject,
    text::sentence,
};

/// Analyses the documents; never fails, but says what is doubtful.
#[must_use]
pub fn analyse(documents: &[Document]) -> Corpus {
    let mut corpus = read(documents, Depth::Whole);
    corpus.events = event::find(&corpus.articles, &corpus.people);
    corpus.utterances = utterance::find(&corpus.articles, &corpus.people, &corpus.events);
    corpus
}

/// What stands in the documents, who is quoted, and nothing of what the documents share but people:
/// no sentences, no events, no
/// utterances, no organisations, places and affiliations. Never fails, but says what is doubtful.
#[must_use]
pub fn extract(documents: &[Document]) -> Corpus {
    read(documents, Depth::Quotations)
}

/// How much of the documents is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Depth {
    /// The quotations and who said them.
    Quotations,
    /// Also the sentences, organisations, places and subjects.
    Whole,
}

fn read(documents: &[Document], depth: Depth) -> Corpus {
    let mut documents: Vec<&Document> = documents.iter().collect();
    order::sort_by(&mut documents, |left, right| left.id.cmp(&right.id));
    let mut findings = Vec::new();
    let (mut articles, mut drafts, mut namings) = (Vec::new(), Vec::new(), Vec::new());
    let (mut named, mut terms) = (Vec::new(), Vec::new());
    let mut ground = Ground::default();
    for document in &documents {
        let (article, doubts) = ingest::read(document);
        findings.extend(doubts);
        ground.cut(&document.text, article.text_blocks());
        let scenes = ground.scenes(&document.text);
        let found = quote::find(&document.text, &scenes);
        let people = naming::gather(&document.text, &scenes);
        if depth == Depth::Whole {
            let names = name::gather(&scenes, &people);
            terms.push(subject::gather(&scenes, &names, &people));
            named.push(names);
        }
        namings.push(people);
        drafts.push(found);
        articles.push(article);
    }
    let sources: Vec<&str> = documents.iter().map(|document| document.text.as_str()).collect();
    let (mut cast, seen) = Cast::of(&sources, &namings);
    let mut articles: Vec<Analysis> = sources
        .iter()
        .zip(articles)
        .zip(drafts.into_iter().zip(&seen))
        .map(|((source, article), (drafts, seen))| {
            analysis(source, article, drafts, &mut cast, seen, &mut findings)
        })
        .collect();
    let people = cast.people();
    let mut corpus = Corpus { people, findings, ..Corpus::default() };
    if depth == Depth::Whole {
        for analysis in &mut articles {
            analysis.sentences = sentence::split(&analysis.source, &analysis.article.blocks);
        }
        let names = name::merge(&sources, &named, &corpus.people);
        affiliation::add(&sources, &mut corpus.people, &names);
        let Names { organisations, places } = names;
        (corpus.organisations, corpus.places) = (organisations, places);
        corpus.subjects = subject::find(&sources, &terms, &corpus.people);
    }
    corpus.articles = articles;
    corpus
}

fn analysis(
    source: &str,
    article: Article,
    drafts: Vec<Draft>,
    cast: &mut Cast,
    seen: &Seen,
    findings: &mut Vec<Finding>,
) -> Analysis {
    let quotations = resolved(source, drafts, cast, seen);
    let doubts = unclosed(&quotations).chain(cast.doubts(seen)).collect();
    findings.extend(placed(source, &article.id, doubts));
    Analysis { source: source.to_owned(), article, sentences: Vec::new(), quotations }
}

/// What is doubtful about quotations without a closing mark.
fn unclosed(quotations: &[Quotation]) -> impl Iterator<Item = (Span, String)> {
    let outer = quotations.iter().filter(|quotation| quotation.nested_in.is_none());
    let parts = outer.flat_map(|quotation| &quotation.parts).filter(|part| !part.closed);
    parts.map(|part| {
        (part.outer, "the quotation has no closing mark; its end is a guess".to_owned())
    })
}

/// The doubts as findings, by place.
fn placed(source: &str, id: &str, mut doubts: Vec<(Span, String)>) -> Vec<Finding> {
    order::sort_by_key(&mut doubts, |(span, _)| (span.start, span.end));
    // Lines are counted on from the place before: one pass over the document.
    let (mut at, mut line) = (0, 1);
    let mut findings = Vec::with_capacity(doubts.len());
    for (span, message) in doubts {
        let start = span.start as usize;
        let between = source.get(at.min(start)..start).unwrap_or_default();
        line += u32::try_from(between.matches('\n').count()).unwrap_or_default();
        at = start;
        findings.push(Finding {
            document: id.to_owned(),
            span: Some(span),
            line: Some(line),
            message,
        });
    }
    findings
}

/// The quotations with their speakers.
fn resolved(source: &str, drafts: Vec<Draft>, cast: &mut Cast, seen: &Seen) -> Vec<Quotation> {
    let mut quotations: Vec<Quotation> = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let Draft { mut quotation, who } = draft;
        let speaker = match who {
            Who::Chunk(chunk) => {
                cast.speaker(source, &chunk, seen).and_then(|index| u32::try_from(index).ok())
            }
            Who::Same(index) => {
                quotations.get(index).and_then(|quotation| quotation.speaker.or(quotation.echoes))
            }
            Who::Unknown => None,
        };
        if quotation.kind == QuoteKind::Scare {
            quotation.echoes = speaker;
        } else {
            quotation.speaker = speaker;
        }
        quotations.push(quotation);
    }
    quotations
}
