//! Writes a corpus into the sections that a shelf reads.
//!
//! Every value is written once: an article's record leaves out its text, its name and its places, which
//! have sections of their own, since they are read without the record, and who speaks and how, which the
//! facets' columns tell.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{
    ARTICLES, BESIDE, EVENTS, FINDINGS, IDS, LAYOUTS, NAMES, ORGANISATIONS, PEOPLE, PLACES,
    SUBJECTS, TEXTS, UTTERANCES, decode::Found, layout, places::shortened, terse,
};
use crate::{
    article::{Article, Document},
    document::Beside,
    pack::{Pack, Strings, TooLarge, records},
    person::Person,
    query::NONE,
    quote::{Quotation, QuoteKind},
    story::{Analysis, Corpus, Event},
    text::sentence,
};

/// Adds the names of people and events, and whatever others there are, to a pack.
pub(crate) fn write_names(pack: &mut Pack, names: &Strings) {
    pack.add(NAMES, names.write());
}

/// Adds what was found in `documents` to a pack, but for the names, which are put in `names`.
///
/// # Errors
///
/// A value is larger than its format can hold.
pub(crate) fn write(
    pack: &mut Pack,
    corpus: &Corpus,
    documents: &[Document],
    names: &mut Strings,
) -> Result<(), TooLarge> {
    let articles = || corpus.articles.iter();
    pack.add(TEXTS, records::write(articles().map(|it| &it.source)));
    pack.add(IDS, records::write(articles().map(|it| &it.article.id)));
    let layout = |it: &Analysis| {
        let blocks = &it.article.blocks;
        let odd = sentence::split(&it.source, blocks) != it.sentences;
        layout::encode(blocks, &it.quotations, odd.then_some(&it.sentences))
    };
    let layouts: Vec<_> = articles().map(layout).collect();
    pack.add(LAYOUTS, records::write(layouts.iter()));
    // A person's name has the person's number, and the events' follow.
    corpus.people.iter().for_each(|it| names.push(&it.name));
    corpus.events.iter().for_each(|it| names.push(&it.name));
    let mut told = |quotation: &Quotation| {
        let person = quotation.speaker?;
        let name = &corpus.people.get(person as usize)?.name;
        Some(name != NONE && names.number(name) == person)
    };
    let found = articles()
        .zip(utterances_of_articles(corpus))
        .map(|(it, links)| found(it, links, &mut told))
        .collect::<Vec<_>>();
    pack.add(ARTICLES, encoded(found.into_iter())?);
    let unnamed = |it: &Person| Person { name: String::new(), ..it.clone() };
    let text = |at: u32| corpus.articles.get(at as usize).map_or("", |it| it.source.as_str());
    pack.add(PEOPLE, encoded(corpus.people.iter().map(|it| shortened(unnamed(it), text)))?);
    let unnamed = |it: &Event| Event { name: String::new(), ..it.clone() };
    pack.add(EVENTS, encoded(corpus.events.iter().map(unnamed))?);
    pack.add(UTTERANCES, encoded(corpus.utterances.iter())?);
    pack.add(
        ORGANISATIONS,
        encoded(corpus.organisations.iter().map(|it| shortened(it.clone(), text)))?,
    );
    pack.add(PLACES, encoded(corpus.places.iter().map(|it| shortened(it.clone(), text)))?);
    pack.add(SUBJECTS, encoded(corpus.subjects.iter().map(|it| shortened(it.clone(), text)))?);
    pack.add(FINDINGS, encoded(corpus.findings.iter())?);
    let given: BTreeMap<&str, &Document> =
        documents.iter().map(|document| (document.id.as_str(), document)).collect();
    let beside = |it: &Analysis| {
        let given = given.get(it.article.id.as_str());
        let mut beside = given.map(|it| Beside::of(it)).unwrap_or_default();
        terse::mark_steps(&mut beside.marks, &it.source);
        beside
    };
    pack.add(BESIDE, encoded(articles().map(beside))?);
    Ok(())
}

fn encoded<T: Serialize>(values: impl Iterator<Item = T>) -> Result<Vec<u8>, TooLarge> {
    let all: Result<Vec<Vec<u8>>, _> = values.map(|value| postcard::to_allocvec(&value)).collect();
    Ok(records::write(all.map_err(|_| TooLarge)?.iter()))
}

/// For each article the utterances that it carries.
fn utterances_of_articles(corpus: &Corpus) -> Vec<Vec<u32>> {
    let mut utterances = vec![Vec::new(); corpus.articles.len()];
    for (number, utterance) in (0..).zip(&corpus.utterances) {
        for witness in &utterance.witnesses {
            let of = utterances.get_mut(witness.article as usize);
            if let Some(of) = of.filter(|of| of.last() != Some(&number)) {
                of.push(number);
            }
        }
    }
    utterances
}

/// What is kept of an article, beside what has sections of its own; `told` says whether the name of who
/// speaks tells the person.
fn found(
    analysis: &Analysis,
    utterances: Vec<u32>,
    told: &mut impl FnMut(&Quotation) -> Option<bool>,
) -> Found {
    let unplaced = |it: &Quotation| {
        let mut quotation = it.clone();
        terse::approach(&mut quotation);
        let speaker = it.speaker.filter(|_| told(it) == Some(false));
        Quotation { parts: Vec::new(), speaker, kind: QuoteKind::Direct, ..quotation }
    };
    let mut article = analysis.article.clone();
    terse::shorten(&mut article, &analysis.source);
    Found {
        article: Article { id: String::new(), blocks: Vec::new(), ..article },
        quotations: analysis.quotations.iter().map(unplaced).collect(),
        utterances,
    }
}
