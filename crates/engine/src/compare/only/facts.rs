//! What an article carries that others may lack: who is quoted, what was said, numbers, days, names.
//!
//! Does not know what other articles have.

use std::collections::BTreeMap;

use super::{ItemKind, Sought, names};
use crate::{
    collection::Segment,
    compare::{
        days::{self, Day},
        numbers::{Number, Spelled},
        passages::{self, PassageWords, Side, is_statement},
        vocabulary::Vocabulary,
    },
    person::{Person, PersonKind},
    quote::Quotation,
    span::Span,
    text::{lower, word::words},
};

/// So many content words tell a sentence.
const TELLING: usize = 4;

/// An article and what it carries.
pub(super) struct Facts<'segment> {
    pub(super) side: Side<'segment>,
    pub(super) all: Vec<Fact>,
    /// The days that it states.
    pub(super) days: Vec<(Day, Span)>,
    /// Its names, with where each stands.
    pub(super) names: names::Names,
    /// For each content word the passages that have it, in order.
    pub(super) stems: BTreeMap<u32, Vec<u32>>,
}

/// Something that an article carries.
pub(super) struct Fact {
    pub(super) key: Key,
    pub(super) kind: ItemKind,
    pub(super) words: String,
    pub(super) sought: Sought,
    pub(super) spans: Vec<Span>,
    pub(super) quote_key: Option<String>,
    /// The content words of each sentence of a quotation.
    pub(super) sentences: Vec<Vec<u32>>,
}

/// Equal for what is one thing, in whichever article.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    Speaker(String),
    /// An utterance of a pack, which is told by one of the articles.
    Utterance(usize, u32),
    /// A quotation that shares nothing: its article, and its number there.
    Quotation(usize, usize),
    Number(u64),
    Day(Day),
    Name(Vec<u32>),
}

/// What each of the articles carries.
pub(super) fn of<'segment>(articles: &[(&'segment Segment, usize)]) -> Vec<Facts<'segment>> {
    let mut vocabulary = Vocabulary::default();
    let sides: Vec<Side<'segment>> =
        articles.iter().map(|&article| passages::of(article, &mut vocabulary)).collect();
    let people = speakers(&sides);
    let mut all = Vec::with_capacity(sides.len());
    for (at, side) in sides.into_iter().enumerate() {
        // Articles of one pack know their utterances by the same numbers.
        let same = |&(segment, _): &(&Segment, usize)| std::ptr::eq(segment, side.segment());
        let pack = articles.iter().position(same).unwrap_or(at);
        let mut facts = quoted(&side, (at, pack), &people, &mut vocabulary);
        let names = names::of(&side, &people);
        let days = stated(&side, &mut facts);
        names.facts(&side, &mut facts);
        let stems = stems(&side);
        all.push(Facts { side, all: facts, days, names, stems });
    }
    all
}

/// For each content word the passages that have it.
fn stems(side: &Side<'_>) -> BTreeMap<u32, Vec<u32>> {
    let mut stems: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for (at, passage) in (0..).zip(&side.passages) {
        for stem in passage.words.iter().filter_map(|word| word.form.stem) {
            let places = stems.entry(stem).or_default();
            if places.last() != Some(&at) {
                places.push(at);
            }
        }
    }
    stems
}

/// The people who are quoted in any of the articles, each once, by name.
fn speakers(sides: &[Side<'_>]) -> Vec<Person> {
    let mut people: Vec<Person> = Vec::new();
    for side in sides {
        let speakers = side.quotations().iter().filter_map(|quote| quote.speaker);
        let mut speakers: Vec<u32> = speakers.collect();
        crate::order::sort_by(&mut speakers, Ord::cmp);
        speakers.dedup();
        for person in speakers.into_iter().filter_map(|it| side.segment().shelf.person(it)) {
            let known = people.iter_mut().find(|it| lower(&it.name) == lower(&person.name));
            match known {
                Some(known) => known.aliases.extend(person.aliases),
                None => people.push(person),
            }
        }
    }
    people
}

/// The names that a person is known by, the fullest first, and the last word of that.
pub(super) fn known_by(person: &Person) -> Vec<String> {
    let aliases = person.aliases.iter().map(|alias| &alias.words);
    let surname = person.name.rsplit(' ').next().map(str::to_owned);
    let mut names: Vec<String> = [&person.name].into_iter().chain(aliases).cloned().collect();
    names.extend(surname);
    let mut seen: Vec<String> = Vec::new();
    names.retain(|name| {
        let new = !seen.contains(&lower(name));
        seen.push(lower(name));
        new
    });
    names
}

/// The speakers and the quotations.
fn quoted(
    side: &Side<'_>,
    (article, pack): (usize, usize),
    people: &[Person],
    vocabulary: &mut Vocabulary,
) -> Vec<Fact> {
    let mut facts = Vec::new();
    let utterances = utterances(side);
    for (at, quote) in side.quotations().iter().enumerate().filter(|(_, it)| is_statement(it)) {
        let spans: Vec<Span> = quote.parts.iter().map(|part| part.span).collect();
        let said: Vec<&str> = spans.iter().map(|span| side.words_of(*span)).collect();
        let quote_key = side.key(at).map(str::to_owned);
        if let Some(person) = speaker(side, quote, people) {
            facts.push(Fact {
                key: Key::Speaker(lower(&person.name)),
                kind: ItemKind::Speaker,
                words: person.name.clone(),
                sought: Sought::Names(known_by(person)),
                spans: spans.clone(),
                quote_key: quote_key.clone(),
                sentences: Vec::new(),
            });
        }
        facts.push(Fact {
            key: utterances
                .get(&at)
                .map_or(Key::Quotation(article, at), |utterance| Key::Utterance(pack, *utterance)),
            kind: ItemKind::Quotation(quote.kind),
            words: said.join(" "),
            sought: Sought::Utterance,
            sentences: spans.iter().flat_map(|span| sentences(side, *span, vocabulary)).collect(),
            spans,
            quote_key,
        });
    }
    facts
}

/// The one person who speaks, if it is one with a name.
fn speaker<'people>(
    side: &Side<'_>,
    quote: &Quotation,
    people: &'people [Person],
) -> Option<&'people Person> {
    let name = lower(side.segment().shelf.name(quote.speaker?)?);
    people.iter().find(|it| it.kind == PersonKind::Named && lower(&it.name) == name)
}

/// For the quotations that carry an utterance with others the first of these.
fn utterances(side: &Side<'_>) -> BTreeMap<usize, u32> {
    let mut first = BTreeMap::new();
    for &number in side.utterances() {
        let Some(utterance) = side.segment().shelf.utterance(number) else { continue };
        let here = utterance.witnesses.iter().filter(|it| it.article as usize == side.article);
        for witness in here {
            first.entry(witness.quotation as usize).or_insert(number);
        }
    }
    first
}

/// The content words of each sentence that a quoted stretch touches, as far as it is quoted.
fn sentences(side: &Side<'_>, part: Span, vocabulary: &mut Vocabulary) -> Vec<Vec<u32>> {
    let touched = passages::touching(&side.passages, part);
    let mut stems = |passage: &PassageWords| -> Vec<u32> {
        let (start, end) = (passage.span.start.max(part.start), passage.span.end.min(part.end));
        let words = words(side.source(), Span { start, end });
        words.filter_map(|word| vocabulary.form(side.words_of(word)).stem).collect()
    };
    let all = side.passages.get(touched).unwrap_or_default().iter().map(&mut stems);
    all.filter(|stems| stems.len() >= TELLING).collect()
}

/// Adds the numbers and days that the article states, and gives the days.
fn stated(side: &Side<'_>, facts: &mut Vec<Fact>) -> Vec<(Day, Span)> {
    let mut stated = Vec::new();
    for passage in &side.passages {
        let (mut at, mut next) = (0, 0);
        while at < passage.words.len() {
            while passage.numbers.get(next).is_some_and(|number| number.words.start < at) {
                next += 1;
            }
            let rest = &passage.numbers[next..];
            let day = days::day(&passage.words, rest, at)
                .or_else(|| days::year(&passage.words, rest, at));
            if let Some((day, end)) = day {
                let span = passage.words[at].span.cover(passage.words[end - 1].span);
                facts.push(fact(side, Key::Day(day), ItemKind::Day, Sought::Day, span));
                stated.push((day, span));
                at = end;
                continue;
            }
            let number = rest.first().filter(|number| number.words.start == at);
            if let Some(number) = number.filter(|number| counts(passage, number)) {
                let last = passage.words[number.words.end - 1].span;
                let span = passage.words[at].span.cover(last);
                let key = Key::Number(number.value);
                facts.push(fact(side, key, ItemKind::Number, Sought::Value, span));
            }
            at = number.map_or(at + 1, |number| number.words.end);
        }
    }
    stated
}

/// Whether a number tells something: "two" and "one" in words mostly stand for "both" and "a".
fn counts(passage: &PassageWords, number: &Number) -> bool {
    let alone = number.words.len() == 1;
    let spelled = passage.words.get(number.words.start).and_then(|word| word.form.spelled);
    !alone || !matches!(spelled, Some(Spelled::Unit(..=2)))
}

/// Something that stands in one place.
pub(super) fn fact(side: &Side<'_>, key: Key, kind: ItemKind, sought: Sought, span: Span) -> Fact {
    Fact {
        key,
        kind,
        words: side.words_of(span).to_owned(),
        sought,
        spans: vec![span],
        quote_key: None,
        sentences: Vec::new(),
    }
}
