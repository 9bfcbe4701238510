//! Writes the facet columns of a corpus.

use std::borrow::Cow;

use super::{kept, width};
use crate::{
    bytes,
    pack::{Strings, records},
    query::{Facet, NONE, Unit},
    quote::Quotation,
    story::{Analysis, Corpus},
};

/// The records of the columns that are kept for all units of that kind; their values are numbers of
/// `names`. Linear in the corpus.
pub(in crate::index) fn write(corpus: &Corpus, unit: Unit, names: &mut Strings) -> Vec<u8> {
    let column = |facet| encode(&held(corpus, unit, facet), names);
    let all: Vec<_> = kept(unit).iter().copied().flat_map(column).collect();
    records::write(all.iter())
}

/// The values of a unit.
type Values<'corpus> = Vec<Cow<'corpus, str>>;

/// The values of the facet that each unit has.
fn held(corpus: &Corpus, unit: Unit, facet: Facet) -> Vec<Values<'_>> {
    let held: Vec<Values<'_>> = match unit {
        Unit::Article => held_by_articles(corpus, facet),
        Unit::Quote | Unit::Utterance => {
            let quotes = corpus.articles.iter().flat_map(|analysis| &analysis.quotations);
            quotes.map(|quote| held_by_quote(corpus, quote, facet)).collect()
        }
    };
    held.into_iter().map(or_none).collect()
}

/// Writes the three records of a column. Its values stand in the order of their names' numbers, so that
/// those of neighbours are alike.
pub(super) fn encode(held: &[Values<'_>], names: &mut Strings) -> [Vec<u8>; 3] {
    let numbers: Vec<u32> = held.iter().flatten().map(|value| names.number(value)).collect();
    let mut different = numbers.clone();
    different.sort_unstable();
    different.dedup();
    let (mut values, mut last) = (Vec::new(), 0);
    for &number in &different {
        bytes::write(&mut values, number - last);
        last = number;
    }
    let mut counts = Vec::new();
    if !held.iter().all(|values| values.len() == 1) {
        held.iter().for_each(|values| bytes::write(&mut counts, values.len() as u32));
    }
    let width = width(different.len());
    let mut all = Vec::with_capacity(numbers.len() * width);
    for number in numbers {
        let place = different.partition_point(|other| *other < number) as u32;
        all.extend_from_slice(&place.to_le_bytes()[..width]);
    }
    [values, counts, all]
}

fn held_by_articles(corpus: &Corpus, facet: Facet) -> Vec<Values<'_>> {
    if facet == Facet::Event {
        return events_of_articles(corpus);
    }
    corpus.articles.iter().map(|analysis| held_by_article(corpus, analysis, facet)).collect()
}

fn events_of_articles(corpus: &Corpus) -> Vec<Values<'_>> {
    let mut events = vec![Vec::new(); corpus.articles.len()];
    for event in &corpus.events {
        for &article in &event.articles {
            if let Some(names) = events.get_mut(article as usize) {
                names.push(Cow::from(&event.name));
            }
        }
    }
    events
}

fn held_by_article<'corpus>(
    corpus: &'corpus Corpus,
    analysis: &'corpus Analysis,
    facet: Facet,
) -> Values<'corpus> {
    let (article, quotations) = (&analysis.article, analysis.quotations.iter());
    match facet {
        Facet::Outlet => article.outlet.iter().map(|outlet| Cow::from(&outlet.value)).collect(),
        Facet::Topic => article.topics.iter().map(|topic| Cow::from(&topic.value)).collect(),
        Facet::Date => article.published.iter().map(|day| day.value.to_string().into()).collect(),
        Facet::Speaker => match &article.speakers {
            Some(given) => given.value.iter().map(Cow::from).collect(),
            None => quotations.filter_map(|quote| speaker(corpus, quote)).collect(),
        },
        Facet::Kind => quotations.map(|quote| Cow::from(quote.kind.name())).collect(),
        _ => Vec::new(),
    }
}

/// What a quotation has of its own; all else it has from its article.
fn held_by_quote<'corpus>(
    corpus: &'corpus Corpus,
    quote: &Quotation,
    facet: Facet,
) -> Values<'corpus> {
    match facet {
        Facet::Speaker => speaker(corpus, quote).into_iter().collect(),
        Facet::Kind => vec![quote.kind.name().into()],
        _ => Vec::new(),
    }
}

fn speaker<'corpus>(corpus: &'corpus Corpus, quote: &Quotation) -> Option<Cow<'corpus, str>> {
    corpus.people.get(quote.speaker? as usize).map(|person| Cow::from(&person.name))
}

/// Each value once, and "none" where there is none.
pub(super) fn or_none(mut values: Values<'_>) -> Values<'_> {
    if values.is_empty() {
        values.push(NONE.into());
    }
    values.sort_unstable();
    values.dedup();
    values
}
