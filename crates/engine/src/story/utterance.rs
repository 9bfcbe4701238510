//! Utterances: which quotations are the same words of the same speaker at the same event.
//!
//! Compares only quotations of one speaker in one event that share telling words: by the words they
//! share in one order, or, where a reporter retells, by the weight of those they share. Two
//! translations of one remark share less than half of their words; two remarks on one subject
//! share some, but few in one order.

use super::{
    Corpus, Utterance, Witness,
    overlap::{Overlap, overlap},
    paraphrase::{consistent, paraphrase},
    retelling::Text,
    terms::{Terms, Vocabulary},
};
use crate::{
    order,
    person::{Person, PersonKind},
    quote::{Quotation, QuoteKind},
    span::Span,
    text::keyed::Key,
    workers::{self, Pool, Workers},
};

/// The fewest words in the same order that show a reporter's words to be those of another.
const RETOLD: usize = 4;

/// A stem in more quotations than this of one speaker at one event tells nothing.
const COMMON: usize = 64;

/// The utterances that more than one text carries; `counted` has the words of all texts.
pub(super) fn find(
    corpus: &Corpus,
    sources: &[&str],
    counted: Pool<Vocabulary>,
    workers: &dyn Workers,
) -> Vec<Utterance> {
    let counted = counted.into_all();
    let terms = Terms::of(&counted);
    let mut places: Vec<((u32, u32), (u32, u32))> = Vec::new();
    for (at, event) in (0..).zip(&corpus.events) {
        for &article in &event.articles {
            let Some(analysis) = corpus.articles.get(article as usize) else { continue };
            for (index, quotation) in (0..).zip(&analysis.quotations) {
                if let Some(speaker) = speaker(quotation, &corpus.people) {
                    places.push(((at, speaker), (article, index)));
                }
            }
        }
    }
    let groups: Vec<Vec<(u32, u32)>> =
        order::grouped(places).into_iter().map(|(_, group)| group).collect();
    // One quotation alone shares nothing.
    let groups: Vec<_> = groups.into_iter().filter(|group| group.len() > 1).collect();
    let vocabularies = Pool::from(counted);
    let found = workers::each(workers, &groups, |_, group| {
        vocabularies.with(|vocabulary| {
            let text = |&place| text(corpus, sources, place, vocabulary);
            let texts: Vec<Text> = group.iter().filter_map(text).collect();
            utterances(&terms, &texts)
        })
    });
    let mut found: Vec<Utterance> = found.into_iter().flatten().collect();
    order::sort_by_key(&mut found, |found| {
        found.witnesses.first().map(|first| (first.article, first.quotation))
    });
    found
}

/// What the quotation at a place tells.
fn text(
    corpus: &Corpus,
    sources: &[&str],
    place: (u32, u32),
    vocabulary: &mut Vocabulary,
) -> Option<Text> {
    let analysis = corpus.articles.get(place.0 as usize)?;
    let (source, quotation) =
        (sources.get(place.0 as usize)?, analysis.quotations.get(place.1 as usize)?);
    Some(Text::of((source, &analysis.sentences), place, quotation, vocabulary))
}

/// What two quotations of one speaker at one event share, if it is enough to be one utterance: the
/// same words in the same order, or, where a reporter of another article retells, the same in other
/// words.
fn same(terms: &Terms, first: &Text, second: &Text) -> Option<Overlap> {
    let retold = first.retold || second.retold;
    let ordered = overlap(first, second).filter(|found| {
        !retold || (found.shared >= RETOLD && consistent(terms, first, second, found))
    });
    let elsewhere = retold && first.place.0 != second.place.0;
    ordered.or_else(|| if elsewhere { paraphrase(terms, first, second) } else { None })
}

/// The one person who speaks, where the words are a statement of that person's.
fn speaker(quotation: &Quotation, people: &[Person]) -> Option<u32> {
    let stated = !matches!(quotation.kind, QuoteKind::Scare | QuoteKind::Nested);
    let speaker = quotation.speaker.filter(|_| stated)?;
    let named = people.get(speaker as usize)?.kind != PersonKind::Unnamed;
    named.then_some(speaker)
}

/// Two quotations, by index, that share words.
struct Match {
    ends: [usize; 2],
    overlap: Overlap,
}

/// The utterances among the quotations of one speaker at one event.
///
/// A long quotation may carry several utterances: matches belong together where they share a
/// stretch of a quotation, not merely the quotation.
fn utterances(terms: &Terms, texts: &[Text]) -> Vec<Utterance> {
    let matches: Vec<Match> = candidates(texts)
        .into_iter()
        .filter_map(|(first, second)| {
            let overlap = same(terms, texts.get(first)?, texts.get(second)?)?;
            Some(Match { ends: [first, second], overlap })
        })
        .collect();
    let mut stretches: Vec<(usize, Span, usize)> = Vec::new();
    for (at, found) in matches.iter().enumerate() {
        let sides = [&found.overlap.first, &found.overlap.second];
        for (text, spans) in found.ends.iter().zip(sides) {
            stretches.extend(spans.iter().map(|span| (*text, *span, at)));
        }
    }
    order::sort_by(&mut stretches, Ord::cmp);
    let mut chief: Vec<usize> = (0..matches.len()).collect();
    let mut last: Option<(usize, Span, usize)> = None;
    for (text, span, at) in stretches {
        match &mut last {
            Some((other, reach, before)) if *other == text && reach.overlaps(span) => {
                *reach = reach.cover(span);
                unite(&mut chief, *before, at);
            }
            _ => last = Some((text, span, at)),
        }
    }
    let sets = matches.into_iter().enumerate().map(|(at, found)| (root(&chief, at), found));
    order::grouped(sets.collect()).into_iter().map(|(_, set)| utterance(texts, &set)).collect()
}

fn unite(chief: &mut [usize], one: usize, other: usize) {
    let (one, other) = (root(chief, one), root(chief, other));
    if let Some(slot) = chief.get_mut(one.max(other)) {
        *slot = one.min(other);
    }
}

fn root(chief: &[usize], mut at: usize) -> usize {
    while let Some(&next) = chief.get(at).filter(|&&next| next != at) {
        at = next;
    }
    at
}

/// The pairs that share enough telling words to be worth comparing.
fn candidates(texts: &[Text]) -> Vec<(usize, usize)> {
    let mut postings: Vec<(Key, usize)> = Vec::new();
    for (at, text) in texts.iter().enumerate() {
        postings.extend(text.distinct().into_iter().map(|term| (term, at)));
    }
    let mut shared: Vec<((usize, usize), ())> = Vec::new();
    for (_, list) in order::grouped(postings).iter().filter(|(_, list)| list.len() <= COMMON) {
        for (index, &first) in list.iter().enumerate() {
            shared.extend(list.iter().skip(index + 1).map(|&second| ((first, second), ())));
        }
    }
    let shared = order::grouped(shared).into_iter();
    shared.filter(|(_, times)| times.len() >= 2).map(|(pair, _)| pair).collect()
}

fn utterance(texts: &[Text], set: &[Match]) -> Utterance {
    let mut spans: Vec<(usize, Span)> = Vec::new();
    for Match { ends: [first, second], overlap } in set {
        spans.extend(overlap.first.iter().map(|span| (*first, *span)));
        spans.extend(overlap.second.iter().map(|span| (*second, *span)));
    }
    let witnesses = order::grouped(spans).into_iter().filter_map(|(at, spans)| {
        let (article, quotation) = texts.get(at)?.place;
        Some(Witness { article, quotation, spans: united(spans) })
    });
    let best = set.iter().map(|found| &found.overlap).max_by_key(|found| found.shared);
    let reason = best.map_or_else(String::new, |best| {
        let how = if best.ordered { "in the same order" } else { "shared, retold by a reporter" };
        format!(
            "same speaker at the same event, {} of {} telling words {how}",
            best.shared, best.shorter
        )
    });
    Utterance { witnesses: witnesses.collect(), reason }
}

/// Spans in order, those that touch put together.
fn united(mut spans: Vec<Span>) -> Vec<Span> {
    order::sort_by(&mut spans, Span::cmp);
    let mut found: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match found.last_mut() {
            Some(last) if span.start <= last.end => *last = last.cover(span),
            _ => found.push(span),
        }
    }
    found
}
