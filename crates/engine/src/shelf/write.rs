//! Writes a corpus into the sections that a shelf reads.
//!
//! Every value is written once: an article's record leaves out its text, its name and its places, which
//! have sections of their own, since they are read without the record, and who speaks and how, which the
//! facets' columns tell.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{
    ARTICLES, BESIDE, EVENTS, FINDINGS, IDS, LAYOUTS, LENGTHS, NAMES, ORGANISATIONS, PEOPLE,
    PLACES, RULES, SUBJECTS, TEXTS, UTTERANCES,
    decode::Found,
    layout,
    places::shortened,
    rules::{self, Ruled},
    terse,
};
use crate::{
    article::{Article, Document},
    document::Beside,
    name::Entity,
    pack::{Pack, Strings, TooLarge, records},
    person::Person,
    query::NONE,
    quote::{Quotation, QuoteKind},
    story::{Analysis, Corpus, Event},
    subject::Subject,
    text::sentence,
    workers::{self, Stage, Workers},
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
    workers: &dyn Workers,
) -> Result<(), TooLarge> {
    let articles = || corpus.articles.iter();
    let texts = || articles().map(|it| &it.source);
    pack.add(LENGTHS, records::lengths(texts()));
    let mut all = Vec::with_capacity(texts().map(String::len).sum());
    texts().for_each(|text| all.extend_from_slice(text.as_bytes()));
    pack.add_last(TEXTS, all);
    pack.add(IDS, records::write(articles().map(|it| &it.article.id)));
    let layout = |it: &Analysis| {
        let blocks = &it.article.blocks;
        let odd = sentence::split(&it.source, blocks) != it.sentences;
        layout::encode(blocks, &it.quotations, odd.then_some(&it.sentences))
    };
    let layouts = workers::each(workers, &corpus.articles, |_, it| layout(it));
    pack.add(LAYOUTS, records::write(layouts.iter()));
    // A person's name has the person's number, and the events' follow.
    corpus.people.iter().for_each(|it| names.push(&it.name));
    corpus.events.iter().for_each(|it| names.push(&it.name));
    // Whether the name tells the person.
    let mut telling =
        |(number, it): (u32, &Person)| it.name != NONE && names.number(&it.name) == number;
    let telling: Vec<bool> = (0..).zip(&corpus.people).map(&mut telling).collect();
    let utterances = utterances_of_articles(corpus);
    let found = |at: usize, it: &Analysis| {
        found(it, utterances.get(at).cloned().unwrap_or_default(), &telling)
    };
    let mut rules = Strings::default();
    let articles = workers::each(workers, &corpus.articles, found);
    pack.add(ARTICLES, lettered(workers, articles, &mut rules)?);
    let unnamed = |it: &Person| Person { name: String::new(), ..it.clone() };
    let text = |at: u32| corpus.articles.get(at as usize).map_or("", |it| it.source.as_str());
    pack.add(PEOPLE, encoded(workers, &corpus.people, |_, it| shortened(unnamed(it), text))?);
    let unnamed = |_, it: &Event| Event { name: String::new(), ..it.clone() };
    let events = workers::each(workers, &corpus.events, unnamed);
    pack.add(EVENTS, lettered(workers, events, &mut rules)?);
    pack.add(UTTERANCES, encoded(workers, &corpus.utterances, |_, it| it.clone())?);
    let short = |_, it: &Entity| shortened(it.clone(), text);
    let organisations = workers::each(workers, &corpus.organisations, short);
    pack.add(ORGANISATIONS, lettered(workers, organisations, &mut rules)?);
    let places = workers::each(workers, &corpus.places, short);
    pack.add(PLACES, lettered(workers, places, &mut rules)?);
    let short = |_, it: &Subject| shortened(it.clone(), text);
    let subjects = workers::each(workers, &corpus.subjects, short);
    pack.add(SUBJECTS, lettered(workers, subjects, &mut rules)?);
    pack.add(RULES, rules.write());
    pack.add(FINDINGS, encoded(workers, &corpus.findings, |_, it| it.clone())?);
    let given: BTreeMap<&str, &Document> =
        documents.iter().map(|document| (document.id.as_str(), document)).collect();
    let beside = |_, it: &Analysis| {
        let given = given.get(it.article.id.as_str());
        let mut beside = given.map(|it| Beside::of(it)).unwrap_or_default();
        terse::mark_steps(&mut beside.marks, &it.source);
        beside
    };
    pack.add(BESIDE, encoded(workers, &corpus.articles, beside)?);
    workers.done(Stage::Written, corpus.articles.len());
    Ok(())
}

/// The records of what `each` gives for every item.
fn encoded<I: Sync, T: Serialize>(
    workers: &dyn Workers,
    items: &[I],
    each: impl Fn(usize, &I) -> T + Sync,
) -> Result<Vec<u8>, TooLarge> {
    let record = |at: usize, item: &I| postcard::to_allocvec(&each(at, item));
    joined(workers::each(workers, items, record))
}

/// The records of these, with letters for the names of their rules.
fn lettered<T: Ruled + Serialize + Sync>(
    workers: &dyn Workers,
    mut found: Vec<T>,
    names: &mut Strings,
) -> Result<Vec<u8>, TooLarge> {
    found.iter_mut().for_each(|it| rules::shorten(it, names));
    let record = |_, it: &T| postcard::to_allocvec(it);
    joined(workers::each(workers, &found, record))
}

fn joined(records: Vec<postcard::Result<Vec<u8>>>) -> Result<Vec<u8>, TooLarge> {
    let all: Result<Vec<_>, _> = records.into_iter().collect();
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

/// What is kept of an article, beside what has sections of its own; `telling` says of each person whether
/// the name tells who it is.
fn found(analysis: &Analysis, utterances: Vec<u32>, telling: &[bool]) -> Found {
    let told = |person: u32| telling.get(person as usize).copied();
    let unplaced = |it: &Quotation| {
        let mut quotation = it.clone();
        terse::approach(&mut quotation);
        let speaker = it.speaker.filter(|person| told(*person) == Some(false));
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
