//! Writes a corpus into the sections that a shelf reads.
//!
//! Every value is written once: an article's record leaves out its text, its name and its places, which
//! have sections of their own, since they are read without the record.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{
    ARTICLES, BESIDE, EVENTS, FINDINGS, IDS, LAYOUTS, ORGANISATIONS, PEOPLE, PEOPLE_NAMES, PLACES,
    SUBJECTS, TEXTS, UTTERANCES, decode::Found, layout,
};
use crate::{
    article::{Article, Document},
    document::Beside,
    pack::{Pack, TooLarge, records},
    person::Person,
    quote::Quotation,
    story::{Analysis, Corpus},
};

/// Adds what was found in `documents` to a pack.
///
/// # Errors
///
/// A value is larger than its format can hold.
pub(crate) fn write(
    pack: &mut Pack,
    corpus: &Corpus,
    documents: &[Document],
) -> Result<(), TooLarge> {
    let articles = || corpus.articles.iter();
    pack.add(TEXTS, records::write(articles().map(|it| &it.source)));
    pack.add(IDS, records::write(articles().map(|it| &it.article.id)));
    let layout = |it: &Analysis| layout::encode(&it.article.blocks, &it.quotations, &it.sentences);
    let layouts: Vec<_> = articles().map(layout).collect();
    pack.add(LAYOUTS, records::write(layouts.iter()));
    let links = Links::of(corpus);
    pack.add(ARTICLES, encoded((0..).zip(articles()).map(|(at, it)| links.found(at, it)))?);
    pack.add(PEOPLE_NAMES, records::write(corpus.people.iter().map(|it| &it.name)));
    let unnamed = |it: &Person| Person { name: String::new(), ..it.clone() };
    pack.add(PEOPLE, encoded(corpus.people.iter().map(unnamed))?);
    pack.add(EVENTS, encoded(corpus.events.iter())?);
    pack.add(UTTERANCES, encoded(corpus.utterances.iter())?);
    pack.add(ORGANISATIONS, encoded(corpus.organisations.iter())?);
    pack.add(PLACES, encoded(corpus.places.iter())?);
    pack.add(SUBJECTS, encoded(corpus.subjects.iter())?);
    pack.add(FINDINGS, encoded(corpus.findings.iter())?);
    let given: BTreeMap<&str, &Document> =
        documents.iter().map(|document| (document.id.as_str(), document)).collect();
    let beside = |it: &Analysis| given.get(it.article.id.as_str()).map(|it| Beside::of(it));
    pack.add(BESIDE, encoded(articles().map(|it| beside(it).unwrap_or_default()))?);
    Ok(())
}

fn encoded<T: Serialize>(values: impl Iterator<Item = T>) -> Result<Vec<u8>, TooLarge> {
    let all: Result<Vec<Vec<u8>>, _> = values.map(|value| postcard::to_allocvec(&value)).collect();
    Ok(records::write(all.map_err(|_| TooLarge)?.iter()))
}

/// Which events and utterances each article has a part in.
struct Links {
    events: BTreeMap<u32, Vec<u32>>,
    utterances: BTreeMap<u32, Vec<u32>>,
}

impl Links {
    fn of(corpus: &Corpus) -> Self {
        let (mut events, mut utterances) = (BTreeMap::new(), BTreeMap::new());
        for (number, event) in (0..).zip(&corpus.events) {
            event.articles.iter().for_each(|&article| link(&mut events, article, number));
        }
        for (number, utterance) in (0..).zip(&corpus.utterances) {
            let articles = utterance.witnesses.iter().map(|witness| witness.article);
            articles.for_each(|article| link(&mut utterances, article, number));
        }
        Self { events, utterances }
    }

    fn found(&self, article: u32, analysis: &Analysis) -> Found {
        let of = |links: &BTreeMap<u32, Vec<u32>>| links.get(&article).cloned().unwrap_or_default();
        let unplaced = |it: &Quotation| Quotation { parts: Vec::new(), ..it.clone() };
        Found {
            article: Article { id: String::new(), blocks: Vec::new(), ..analysis.article.clone() },
            quotations: analysis.quotations.iter().map(unplaced).collect(),
            events: of(&self.events),
            utterances: of(&self.utterances),
        }
    }
}

/// Adds a link, once.
fn link(links: &mut BTreeMap<u32, Vec<u32>>, article: u32, number: u32) {
    let all = links.entry(article).or_default();
    if all.last() != Some(&number) {
        all.push(number);
    }
}
