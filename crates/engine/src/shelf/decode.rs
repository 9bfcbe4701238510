//! Decodes what a pack says: one article for a reader, or the whole corpus for a check.
//!
//! For a reader anything is answered; a check wants every value or says which section is damaged.

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::{
    BESIDE, EVENTS, FINDINGS, Layout, ORGANISATIONS, PEOPLE, PLACES, Record, SUBJECTS, Shelf,
    UTTERANCES,
    places::{Worded, whole},
    rules::{self, Ruled},
    terse,
};
use crate::{
    article::{Article, BlockKind, Rule},
    document::Beside,
    pack::{OpenError, Pack, Records, Tag},
    person::Person,
    quote::{Confidence, Part, Quotation, QuoteKind},
    story::{Analysis, Corpus, Event},
    text::sentence,
};

/// What is kept of an article beside its text, its name and its layout.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Found {
    /// Without its name and its blocks.
    pub(super) article: Article,
    /// Without their parts.
    pub(super) quotations: Vec<Quotation>,
    pub(super) utterances: Vec<u32>,
}

/// What was found in an article; nothing where that cannot be read.
pub(super) fn article(bytes: &[u8], names: &Records) -> Found {
    let mut found = postcard::from_bytes(bytes).unwrap_or_default();
    rules::complete(&mut found, names);
    found
}

/// An article, put together from what is kept of it. It has as many quotations as its layout says.
pub(super) fn record<'shelf>(
    source: &'shelf str,
    id: &str,
    layout: Layout,
    found: Found,
) -> Record<'shelf> {
    let Found { mut article, mut quotations, utterances } = found;
    article.id = id.to_owned();
    article.blocks = layout.blocks;
    quotations.resize_with(layout.quotations as usize, || unread(Vec::new()));
    for (quotation, part) in layout.parts {
        if let Some(quotation) = quotations.get_mut(quotation as usize) {
            quotation.parts.push(part);
        }
    }
    quotations.iter_mut().for_each(terse::depart);
    terse::complete(&mut article, source);
    let sentences = layout.sentences.unwrap_or_else(|| sentence::split(source, &article.blocks));
    Record { source, article, sentences, quotations, utterances }
}

/// A quotation of which nothing is known but where it stands.
pub(crate) fn unread(parts: Vec<Part>) -> Quotation {
    Quotation {
        kind: QuoteKind::Direct,
        place: BlockKind::Paragraph,
        parts,
        speaker: None,
        echoes: None,
        mention: None,
        cue: None,
        nested_in: None,
        language: None,
        rule: Rule::Borrowed(""),
        confidence: Confidence::Check,
        probability: 0,
    }
}

/// The whole corpus of a pack, as it was found, but for what columns tell of quotations. Costs what decoding all of it costs.
pub(crate) fn corpus(pack: &Pack) -> Result<Corpus, OpenError> {
    let shelf = Shelf::open(pack)?;
    let analysis = |at: usize| {
        let (mut layout, damaged) = (Layout::default(), OpenError::Damaged { section: "articles" });
        shelf.layout(at, &mut layout).ok_or_else(|| damaged.clone())?;
        let mut found = postcard::from_bytes(shelf.articles.get(at)).map_err(|_| damaged)?;
        rules::complete(&mut found, &shelf.rules);
        let record = record(shelf.text(at), shelf.id(at), layout, found);
        let Record { source, article, sentences, quotations, .. } = record;
        Ok(Analysis { source: source.to_owned(), article, sentences, quotations })
    };
    let text = |at: u32| shelf.text(at as usize);
    let people = worded(pack, PEOPLE, "people", text)?;
    let names = shelf.names.texts().map(str::to_owned);
    let person = |(person, name): (Person, String)| Person { name, ..person };
    let event = |(event, name): (Event, String)| Event { name, ..event };
    let people: Vec<Person> = people.into_iter().zip(names.clone()).map(person).collect();
    let events = ruled(all(pack, EVENTS, "events")?, &shelf.rules);
    let events = events.into_iter().zip(names.skip(people.len()));
    Ok(Corpus {
        articles: (0..shelf.len()).map(analysis).collect::<Result<_, _>>()?,
        people,
        organisations: ruled(worded(pack, ORGANISATIONS, "organisations", text)?, &shelf.rules),
        places: ruled(worded(pack, PLACES, "places", text)?, &shelf.rules),
        subjects: ruled(worded(pack, SUBJECTS, "subjects", text)?, &shelf.rules),
        events: events.map(event).collect(),
        utterances: all(pack, UTTERANCES, "utterances")?,
        findings: all(pack, FINDINGS, "findings")?,
    })
}

/// What the documents of a pack came with, article by article.
pub(crate) fn beside(pack: &Pack) -> Result<Vec<Beside>, OpenError> {
    let (shelf, mut all) = (Shelf::open(pack)?, all::<Beside>(pack, BESIDE, "sidecars")?);
    for (at, beside) in all.iter_mut().enumerate() {
        terse::marked(&mut beside.marks, shelf.text(at));
    }
    Ok(all)
}

/// All records of a section of things that are known by words.
fn worded<'texts, W: Worded + DeserializeOwned>(
    pack: &Pack,
    tag: Tag,
    name: &'static str,
    text: impl Fn(u32) -> &'texts str + Copy,
) -> Result<Vec<W>, OpenError> {
    Ok(all::<W>(pack, tag, name)?.into_iter().map(|it| whole(it, text)).collect())
}

/// The same with the names of their rules.
fn ruled<T: Ruled>(mut found: Vec<T>, names: &Records) -> Vec<T> {
    found.iter_mut().for_each(|it| rules::complete(it, names));
    found
}

/// All records of a section.
fn all<T: DeserializeOwned>(
    pack: &Pack,
    tag: Tag,
    name: &'static str,
) -> Result<Vec<T>, OpenError> {
    let records = Records::open(pack, tag, name)?;
    let decoded = (0..records.len()).map(|at| postcard::from_bytes(records.get(at)));
    decoded.collect::<Result<_, _>>().map_err(|_| OpenError::Damaged { section: name })
}
