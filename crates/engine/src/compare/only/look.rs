//! Looks for something that one article carries in another: widely, so that what is not found is likely not there.

use std::collections::BTreeMap;

use super::{
    Sought,
    facts::{Fact, Facts, Key},
};
use crate::{
    compare::{
        Link, Relation,
        diff::operations,
        passages::{PassageWords, is_statement},
    },
    quote::QuoteKind,
    span::Span,
};

/// A passage has a sentence if it has this part of its content words, in their order.
const PART: f32 = 0.6;

/// A word in more passages than this tells nothing by itself.
const COMMON: usize = 64;

/// Where the article has what the fact tells; `told` is the same in each article that is known to carry it, with
/// what links that article to this one.
pub(super) fn up(there: &Facts<'_>, fact: &Fact, told: Vec<(&Fact, &Vec<Link>)>) -> Vec<Span> {
    match (&fact.key, &fact.sought) {
        (Key::Day(day), _) => {
            let days = there.days.iter().filter(|(other, _)| other.agrees(day));
            days.map(|(_, span)| *span).collect()
        }
        (Key::Number(value), _) => number(there, *value),
        (_, Sought::Names(names)) => there.names.find(names),
        _ => told.into_iter().flat_map(|(fact, links)| said(there, fact, links)).collect(),
    }
}

/// Where a number of that value stands, in a day too.
fn number(there: &Facts<'_>, value: u64) -> Vec<Span> {
    let passages = there.side.passages.iter();
    let numbers = passages.flat_map(|passage| passage.numbers.iter().map(move |it| (passage, it)));
    let equal = numbers.filter(|(_, number)| number.value == value);
    equal.filter_map(|(passage, it)| passage.words.get(it.words.start)).map(|it| it.span).collect()
}

/// The passages that answer a quotation, or have most of a sentence of it.
fn said(there: &Facts<'_>, fact: &Fact, links: &[Link]) -> Vec<Span> {
    let reported = fact.kind == super::ItemKind::Quotation(QuoteKind::Indirect);
    // Two reporters retell one remark in words that need not be alike; and one may tell what the other quotes.
    let answers = |link: &&Link| {
        reported || link.relation != Relation::Related || is_told(there, fact, link.right)
    };
    let touched = |link: &&Link| fact.spans.iter().any(|span| span.overlaps(link.left));
    let linked = links.iter().filter(touched).filter(answers).map(|link| link.right);
    let having = fact.sentences.iter().flat_map(|sentence| having(there, sentence));
    let mut found: Vec<Span> = linked.chain(having).collect();
    crate::order::sort_by(&mut found, Ord::cmp);
    found.dedup();
    found
}

/// Whether most of the words that a passage shares with a quotation are the reporter's own.
fn is_told(there: &Facts<'_>, fact: &Fact, passage: Span) -> bool {
    let quotations = there.side.quotations().iter().filter(|quote| is_statement(quote));
    let said: Vec<Span> =
        quotations.flat_map(|quote| quote.parts.iter().map(|part| part.span)).collect();
    let passages = there.side.passages.iter().filter(|it| it.span == passage);
    let shared = passages.flat_map(|it| &it.words).filter(|word| {
        word.form.stem.is_some_and(|stem| fact.sentences.iter().flatten().any(|it| *it == stem))
    });
    let (told, all) = shared.fold((0, 0), |(told, all), word| {
        let quoted = said.iter().any(|span| span.contains(word.span));
        (told + usize::from(!quoted), all + 1)
    });
    told * 2 > all
}

/// The passages that have most of a sentence's content words. Only those are looked at that have enough of its rarer
/// words.
fn having(there: &Facts<'_>, sentence: &[u32]) -> Vec<Span> {
    let mut rare: BTreeMap<u32, usize> = BTreeMap::new();
    let mut common = 0;
    for stem in sentence {
        match there.stems.get(stem) {
            Some(passages) if passages.len() > COMMON => common += 1,
            Some(passages) => passages.iter().for_each(|at| *rare.entry(*at).or_default() += 1),
            None => {}
        }
    }
    let enough = |count: usize| (count + common) as f32 >= sentence.len() as f32 * PART;
    let places = rare.into_iter().filter(|(_, count)| enough(*count));
    let passages = places.filter_map(|(at, _)| there.side.passages.get(at as usize));
    let has = |passage: &&PassageWords| {
        let stems: Vec<u32> = passage.words.iter().filter_map(|word| word.form.stem).collect();
        shared(sentence, &stems)
    };
    passages.filter(has).map(|passage| passage.span).collect()
}

fn shared(sentence: &[u32], passage: &[u32]) -> bool {
    if passage.len() as f32 <= sentence.len() as f32 * PART {
        return false;
    }
    let equal = |op: &similar::DiffOp| match op {
        similar::DiffOp::Equal { len, .. } => *len,
        _ => 0,
    };
    let equal: usize = operations(sentence, passage).iter().map(equal).sum();
    equal as f32 >= sentence.len() as f32 * PART
}
