//! The whole analysis: documents in, corpus out, one way.
//!
//! Calls the other parts in order, and decides nothing itself. What stands in one document is found
//! document by document, by as many workers as there are; what documents share, when all are read.

use super::{
    Analysis, Corpus, affiliation,
    event::{self, Told},
    terms::Vocabulary,
    utterance,
};
use crate::{
    article::{Article, Document, Finding},
    ingest,
    name::{self, Candidate, Names},
    order,
    person::{
        cast::{Cast, Seen},
        naming::{self, Naming},
    },
    quote::{self, Draft, Ground, Quotation, QuoteKind, Who},
    span::Span,
    subject,
    text::sentence,
    workers::{self, Alone, Pool, SHARE, Stage, Workers},
};

/// Analyses the documents; never fails, but says what is doubtful.
#[must_use]
pub fn analyse(documents: &[Document]) -> Corpus {
    alone::<WHOLE>(documents)
}

/// What stands in the documents, who is quoted, and nothing of what the documents share but people:
/// no sentences, no events, no
/// utterances, no organisations, places and affiliations. Never fails, but says what is doubtful.
#[must_use]
pub fn extract(documents: &[Document]) -> Corpus {
    alone::<QUOTATIONS>(documents)
}

/// Analyses the documents, by as many workers as there are, and takes their texts out of them; and does something
/// else with what is quoted in them, as soon as they are read: `each` with every share of them, and `all` with
/// what that gave, while it is found out what the documents share. The corpus is the same whoever works.
pub(crate) fn analyse_by<E: Send, A: Default + Send>(
    workers: &dyn Workers,
    documents: &mut [Document],
    each: impl Fn(&Share<'_>) -> E + Sync,
    all: impl FnOnce(Vec<E>) -> A + Send,
) -> (Corpus, A) {
    order::sort_by(documents, |left, right| left.id.cmp(&right.id));
    // What leads back to the files is no part of a pack.
    documents.iter_mut().for_each(|document| document.origin = None);
    let lent: Vec<&Document> = documents.iter().collect();
    let (read, beside) = read::<WHOLE, E>(&lent, workers, each);
    let (mut corpus, all) =
        workers::both(workers, || linked::<WHOLE>(&lent, read, workers), || all(beside));
    for (analysis, document) in corpus.articles.iter_mut().zip(documents) {
        analysis.source = std::mem::take(&mut document.text);
    }
    (corpus, all)
}

/// How much of the documents is read: the quotations and who said them, or also the sentences,
/// organisations, places and subjects. Known when the program is built, so that one that asks for
/// quotations alone has nothing of the rest in it.
type Depth = bool;
const QUOTATIONS: Depth = false;
const WHOLE: Depth = true;

fn alone<const DEPTH: Depth>(documents: &[Document]) -> Corpus {
    let mut documents: Vec<&Document> = documents.iter().collect();
    order::sort_by(&mut documents, |left, right| left.id.cmp(&right.id));
    let (read, _) = read::<DEPTH, ()>(&documents, &Alone, |_| ());
    let mut corpus = linked::<DEPTH>(&documents, read, &Alone);
    for (analysis, document) in corpus.articles.iter_mut().zip(documents) {
        analysis.source.clone_from(&document.text);
    }
    corpus
}

/// Some of the documents, and what was found in each.
pub(crate) struct Share<'s> {
    documents: &'s [&'s Document],
    part: &'s Part<'s>,
}

impl Share<'_> {
    /// The text of each, what it is made of, and what is quoted in it.
    pub(crate) fn articles(
        &self,
    ) -> impl Iterator<Item = (&str, &Article, impl Iterator<Item = &Quotation>)> {
        let drafts = self.part.drafts.iter();
        let quotations = drafts.map(|drafts| drafts.iter().map(|draft| &draft.quotation));
        let articles = self.part.articles.iter().zip(quotations);
        let texts = self.documents.iter().map(|document| document.text.as_str());
        texts.zip(articles).map(|(text, (article, quotations))| (text, article, quotations))
    }
}

/// What stands in all documents, and how their words were counted.
type Read<'a> = (Part<'a>, Pool<Vocabulary>);

/// What stands in the documents, which are in order; and what `each` gives for every share of them.
fn read<'a, const DEPTH: Depth, E: Send>(
    documents: &'a [&'a Document],
    workers: &dyn Workers,
    each: impl Fn(&Share<'_>) -> E + Sync,
) -> (Read<'a>, Vec<E>) {
    let (grounds, counted) = (Pool::default(), Pool::default());
    let parts = workers::shares(workers, SHARE, documents, |share| {
        let part = grounds.with(|ground| Part::of::<DEPTH>(share, ground, &counted));
        let beside = each(&Share { documents: share, part: &part });
        workers.done(Stage::Analysed, share.len());
        (part, beside)
    });
    let mut all = Part { articles: Vec::with_capacity(documents.len()), ..Part::default() };
    let beside = parts.into_iter().map(|(part, beside)| {
        all.add(part);
        beside
    });
    let beside = beside.collect();
    ((all, counted), beside)
}

/// The corpus of the documents, without their texts.
fn linked<'a, const DEPTH: Depth>(
    documents: &'a [&'a Document],
    (read, counted): Read<'a>,
    workers: &dyn Workers,
) -> Corpus {
    let sources: Vec<&str> = documents.iter().map(|document| document.text.as_str()).collect();
    let Part { mut findings, articles, drafts, sentences, namings, named, terms, told } = read;
    let (mut cast, seen) = Cast::of(&sources, &namings, workers);
    drop(namings);
    let drafts = sources.iter().zip(drafts).zip(&seen);
    let quotations =
        drafts.map(|((source, drafts), seen)| resolved(source, drafts, &mut cast, seen));
    let articles = articles.into_iter().zip(quotations);
    let mut articles: Vec<Analysis> = articles
        .map(|(article, quotations)| Analysis { article, quotations, ..Analysis::default() })
        .collect();
    let doubts = seen.into_iter().map(Seen::into_doubts).collect();
    let doubts = workers::turn(workers, doubts, |at, doubts: Vec<_>| {
        let Some((analysis, source)) = articles.get(at).zip(sources.get(at)) else {
            return Vec::new();
        };
        let doubts = unclosed(&analysis.quotations).chain(doubts).collect();
        placed(source, &analysis.article.id, doubts)
    });
    findings.extend(doubts.into_iter().flatten());
    for (analysis, sentences) in articles.iter_mut().zip(sentences) {
        analysis.sentences = sentences;
    }
    let mut corpus = Corpus { articles, people: cast.people(), findings, ..Corpus::default() };
    if DEPTH == WHOLE {
        let names = name::merge(&sources, &named, &corpus.people, workers);
        affiliation::add(&sources, &mut corpus.people, &names, workers);
        let Names { organisations, places } = names;
        (corpus.organisations, corpus.places) = (organisations, places);
        corpus.subjects = subject::find(&sources, &terms, &corpus.people);
        drop((named, terms));
        corpus.events = event::find(&corpus.articles, told, &corpus.people);
        corpus.utterances = utterance::find(&corpus, &sources, counted, workers);
    }
    workers.done(Stage::Linked, documents.len());
    corpus
}

/// What stands in some documents, before it is known what they share.
#[derive(Default)]
struct Part<'a> {
    findings: Vec<Finding>,
    articles: Vec<Article>,
    drafts: Vec<Vec<Draft>>,
    sentences: Vec<Vec<Span>>,
    namings: Vec<Vec<Naming<'a>>>,
    named: Vec<Vec<Candidate>>,
    terms: Vec<subject::Terms>,
    told: Vec<Told>,
}

impl<'a> Part<'a> {
    fn of<const DEPTH: Depth>(
        documents: &[&'a Document],
        ground: &mut Ground,
        counted: &Pool<Vocabulary>,
    ) -> Self {
        let mut part = Self::default();
        for document in documents {
            part.read::<DEPTH>(document, ground);
        }
        if DEPTH == WHOLE {
            counted.with(|counted| {
                for (document, sentences) in documents.iter().zip(&part.sentences) {
                    sentences.iter().for_each(|sentence| counted.count(&document.text, *sentence));
                }
            });
        }
        part
    }

    fn read<const DEPTH: Depth>(&mut self, document: &'a Document, ground: &mut Ground) {
        let (article, doubts) = ingest::read(document);
        self.findings.extend(doubts);
        ground.cut(&document.text, article.text_blocks());
        let scenes = ground.scenes(&document.text);
        self.drafts.push(quote::find(&document.text, &scenes));
        let mut people = naming::gather(&document.text, &scenes);
        people.shrink_to_fit();
        if DEPTH == WHOLE {
            let names = name::gather(&scenes, &people);
            self.terms.push(subject::gather(&scenes, &names, &people));
            self.named.push(names);
            self.told.push(Told::of(&article, &scenes));
            self.sentences.push(sentence::split(&document.text, &article.blocks));
        }
        self.namings.push(people);
        self.articles.push(article);
    }

    /// Puts what stands in the documents behind these.
    fn add(&mut self, behind: Self) {
        self.findings.extend(behind.findings);
        self.articles.extend(behind.articles);
        self.drafts.extend(behind.drafts);
        self.sentences.extend(behind.sentences);
        self.namings.extend(behind.namings);
        self.named.extend(behind.named);
        self.terms.extend(behind.terms);
        self.told.extend(behind.told);
    }
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
