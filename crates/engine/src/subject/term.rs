//! The places of one document that may name a subject.
//!
//! Cuts chunks of content words out of the tokens and gives their parts of one to four words, and
//! the nouns that are bound to a name. Does not know how often a term recurs.

use super::word::{General, exact, plain, together};
use crate::{
    article::BlockKind,
    name::{Candidate, Shape},
    person::{
        lexicon::Class,
        naming::Naming,
        token::{Kind, Token, bare},
    },
    quote::Scene,
    span::Span,
};

/// The most words of a term.
pub(super) const LONGEST: usize = 4;

/// A place that may name a subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Term {
    /// The number of its words together.
    pub(super) key: u64,
    /// Where.
    pub(super) span: Span,
    /// The numbers of its words; zeros behind the last.
    pub(super) words: [u32; LONGEST],
    /// Where its last word stands, or the noun that is bound.
    pub(super) head: u32,
    /// What kind of term it is.
    pub(super) form: TermForm,
}

/// How a term is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TermForm {
    /// Words side by side.
    Phrase,
    /// A noun bound to a name.
    Bound,
}

/// What one document has.
#[derive(Clone, Debug, Default)]
pub(crate) struct Terms {
    pub(super) list: Vec<Term>,
    /// An explained acronym, and the words that it stands for.
    pub(super) acronyms: Vec<Explained>,
}

/// An acronym with the words that it stands for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Explained {
    /// The acronym's number.
    pub(super) acronym: u32,
    /// The number of its words together.
    pub(super) full: u64,
    /// The last of them.
    pub(super) head: u32,
}

/// A content word of a chunk.
#[derive(Clone, Copy)]
struct Item {
    key: u32,
    span: Span,
    general: General,
    /// Whether it only says whose or which: "European".
    adjective: bool,
    /// Whether it is the name of an organisation or a place.
    name: bool,
    /// Whether it ends as a participle does: no term by itself.
    verbal: bool,
}

/// The terms of a document, by place. `named` are the candidates for names.
pub(crate) fn gather(scenes: &[Scene<'_>], named: &[Candidate], people: &[Naming<'_>]) -> Terms {
    let mut terms = Terms::default();
    let mut walk = Walk { named, people, terms: &mut terms, chunk: Vec::new(), head: None };
    for scene in scenes.iter().filter(|scene| scene.block.kind != BlockKind::Credit) {
        walk.block(scene);
    }
    terms.list.shrink_to_fit();
    terms
}

struct Walk<'a> {
    named: &'a [Candidate],
    people: &'a [Naming<'a>],
    terms: &'a mut Terms,
    chunk: Vec<Item>,
    /// The head of the chunk before a preposition, with the preposition's token.
    head: Option<(Item, usize)>,
}

impl Walk<'_> {
    fn block(&mut self, scene: &Scene<'_>) {
        self.head = None;
        let mut at = 0;
        while let Some(token) = scene.tokens.get(at) {
            self.people = behind(self.people, |naming| naming.span.end <= token.span.start);
            self.named = behind(self.named, |name| name.span.end <= token.span.start);
            if let Some(end) = self.person(scene, at) {
                self.close(scene, at);
                at = end;
            } else if let Some(end) = self.name(scene, at) {
                at = end;
            } else {
                if !self.word(scene, at) {
                    self.close(scene, at);
                }
                at += 1;
            }
        }
        self.close(scene, scene.tokens.len());
    }

    /// Behind the person who is named at the token, title included.
    fn person(&self, scene: &Scene<'_>, at: usize) -> Option<usize> {
        let token = scene.tokens.get(at)?;
        let naming =
            self.people.first().filter(|naming| naming.evidence > 0 && !naming.name.is_empty())?;
        naming.name_span.overlaps(token.span).then(|| {
            let rest = scene.tokens[at..].iter();
            at + rest.take_while(|token| token.span.start < naming.name_span.end).count().max(1)
        })
    }

    /// Takes the name of an organisation or a place at the token in; gives what is behind it.
    fn name(&mut self, scene: &Scene<'_>, at: usize) -> Option<usize> {
        let token = scene.tokens.get(at)?;
        let here = |name: &&Candidate| name.span.start < token.span.end;
        let names: Vec<Candidate> = self.named.iter().take(4).take_while(here).copied().collect();
        let first = names.first()?;
        match first.shape {
            Shape::Matter => {
                self.explain(scene);
                return None;
            }
            Shape::Acronym => return None,
            Shape::Unknown if first.initial => return None,
            Shape::Unknown | Shape::Head => {
                self.close(scene, at);
                return Some(self.behind(scene, at, first.span));
            }
            _ => {}
        }
        let mut end = at + 1;
        for name in &names {
            let (key, _) = plain(name_of(name, scene.source));
            let none = General::default();
            let item = Item {
                key,
                span: name.span,
                general: none,
                adjective: true,
                name: true,
                verbal: false,
            };
            self.chunk.push(item);
            end = self.behind(scene, at, name.span).max(end);
        }
        if self.chunk.iter().all(|item| item.name) {
            self.bind_behind(scene);
        }
        // "NATO's offer", "US-backed": the name ends what stands before it.
        let text = scene.word(end - 1);
        let whole = scene
            .tokens
            .get(end - 1)
            .is_some_and(|last| names.last().is_some_and(|name| name.span.end == last.span.end));
        if bare(text).len() < text.len() || !whole {
            self.close(scene, end);
        }
        Some(end)
    }

    fn behind(&self, scene: &Scene<'_>, at: usize, span: Span) -> usize {
        at + scene.tokens[at..]
            .iter()
            .take_while(|token| token.span.start < span.end)
            .count()
            .max(1)
    }

    /// Takes in an acronym that stands in brackets behind the full words.
    fn explain(&mut self, scene: &Scene<'_>) {
        let [full, short, ..] = self.named else { return };
        let between = scene.source.get(full.span.end as usize..short.span.start as usize);
        if between != Some(" (") || short.shape != Shape::Acronym {
            return;
        }
        let words: Vec<&str> = full.span.of(scene.source).split([' ', '-']).collect();
        if words.len() > LONGEST || !spells(short.span.of(scene.source), &words) {
            return;
        }
        let numbers: Vec<u32> = words.iter().map(|word| plain(word).0).collect();
        let head = numbers.last().copied().unwrap_or_default();
        let acronym = exact(short.span.of(scene.source));
        let full = together(&numbers);
        self.terms.acronyms.push(Explained { acronym, full, head });
    }

    /// Takes the token in, if it is a content word.
    fn word(&mut self, scene: &Scene<'_>, at: usize) -> bool {
        let Some(token) = scene.tokens.get(at) else { return false };
        if !token.is_word() || token.is(CLOSED) {
            return false;
        }
        let text = bare(token.span.of(scene.source));
        if has_apostrophe(text) {
            // "don't", "O'Neill": no term.
            return false;
        }
        let acronym = is_capitals(text);
        let beside =
            || is_capitals(scene.word(at + 1)) || at > 0 && is_capitals(scene.word(at - 1));
        if acronym && beside() || self.is_name_alone(scene, at) {
            return false;
        }
        let reports = token.is(Class::REPORT.and(Class::WEAK_REPORT)) && token.kind == Kind::Small;
        if reports && !text.ends_with('s') && (self.chunk.is_empty() || !plain(text).1.noun()) {
            return false;
        }
        if at > 0
            && scene.word(at - 1) == "to"
            && token.kind == Kind::Small
            && self.chunk.is_empty()
        {
            // An infinitive, or a place to go to: too seldom a term.
            return false;
        }
        let start = token.span.start as usize;
        for part in text.split(['-', '‑']).filter(|part| !part.is_empty()) {
            let offset = part.as_ptr() as usize - text.as_ptr() as usize;
            let span = Span::new(start + offset, start + offset + part.len());
            let (key, general) =
                if acronym { (exact(part), General::default()) } else { plain(part) };
            if general.verb() || part.ends_with("ly") && token.kind == Kind::Small {
                return false;
            }
            self.chunk.push(Item {
                key,
                span,
                general,
                adjective: is_adjective(part, token),
                name: false,
                verbal: is_verbal(part),
            });
        }
        // A genitive ends a chunk: "the country's borders".
        text.len() == token.span.len() && self.chunk.len() < 8
    }

    /// Whether a sentence begins with what is a name rather than a word: a verb follows.
    fn is_name_alone(&self, scene: &Scene<'_>, at: usize) -> bool {
        let Some(token) = scene.tokens.get(at).filter(|token| token.kind == Kind::Capital) else {
            return false;
        };
        let unknown =
            |name: &Candidate| name.shape == Shape::Unknown && name.span.overlaps(token.span);
        let next = scene.tokens.get(at + 1).filter(|next| {
            let text = next.span.of(scene.source);
            let acts = Class::REPORT.and(Class::WEAK_REPORT);
            let verb = next.is(acts) || text.ends_with("ed") || plain(text).1.verb();
            next.kind == Kind::Small && !next.is(CLOSED) && !verb
        });
        self.named.first().is_some_and(unknown) && next.is_none()
    }

    /// Gives the terms of the chunk that ends before the token.
    fn close(&mut self, scene: &Scene<'_>, at: usize) {
        let chunk = std::mem::take(&mut self.chunk);
        self.end(scene, at, &chunk);
        // Its room is used again.
        self.chunk = chunk;
        self.chunk.clear();
    }

    /// Gives the terms of a chunk, which ends before the token.
    fn end(&mut self, scene: &Scene<'_>, at: usize, chunk: &[Item]) {
        let from = chunk.iter().take_while(|item| !item.name && is_loose(item)).count();
        let items = chunk.get(from..).unwrap_or_default();
        let length = items.len()
            - items.iter().rev().take_while(|item| !item.name && !heads(item, scene)).count();
        let items = items.get(..length).unwrap_or_default();
        let before = self.head.take();
        if let Some(last) = items.last().filter(|item| !item.name) {
            self.phrases(items);
            self.bind_before(items);
            if let Some((head, preposition)) = before {
                self.of(scene, head, preposition, items);
            }
            let linked = scene.is(at, Class::PREPOSITION);
            self.head = linked.then_some((*last, at));
            return;
        }
        // "between Russia and NATO": the head waits for the second name.
        let goes_on = scene.word(at) == "and" || scene.is(at, Class::DETERMINER);
        self.head = before.filter(|(_, preposition)| goes_on && at < preposition + 6);
    }

    fn phrases(&mut self, items: &[Item]) {
        let count = items.len();
        let several = items.iter().filter(|item| !item.name).count() > 1;
        for start in 0..count {
            for end in start + 1..=count.min(start + LONGEST) {
                let part = &items[start..end];
                let last = &part[part.len() - 1];
                let single = part.len() == 1 && (several || last.general.any() || last.verbal);
                let partial = part.len() == LONGEST && count > LONGEST;
                let general = part.iter().all(|item| item.general.any());
                let named = part.iter().any(|item| item.name);
                let led = part[0].general.adjective() && part.len() > 1;
                if !(single || partial || general || led || named || last.adjective) {
                    self.push(part, TermForm::Phrase);
                }
            }
        }
    }

    fn push(&mut self, part: &[Item], form: TermForm) {
        let Some((first, last)) = part.first().zip(part.last()) else { return };
        let mut words = [0; LONGEST];
        words.iter_mut().zip(part).for_each(|(word, item)| *word = item.key);
        let key = together(&words[..part.len().min(LONGEST)]);
        let (span, head) = (first.span.cover(last.span), last.span.start);
        self.terms.list.push(Term { key, span, words, head, form });
    }

    /// "weapons of mass destruction".
    fn of(&mut self, scene: &Scene<'_>, head: Item, preposition: usize, items: &[Item]) {
        let beside = scene.tokens.get(preposition + 1).map(|token| token.span.start);
        let near = items.first().map(|item| item.span.start);
        if scene.word(preposition) == "of" && beside == near && items.len() <= 2 {
            let (of, _) = plain("of");
            let link = Item { key: of, name: false, ..head };
            let part: Vec<Item> = [head, link].into_iter().chain(items.iter().copied()).collect();
            if items.iter().any(|item| !item.general.any()) {
                self.push(&part, TermForm::Phrase);
            }
        }
    }

    /// "NATO-Russia relations": names right before a noun.
    fn bind_before(&mut self, items: &[Item]) {
        let Some(head) = items.last() else { return };
        let names = items.iter().rev().skip(1).take_while(|item| item.name);
        let bound: Vec<Item> = names.copied().collect();
        for name in bound {
            self.bind(*head, name, name.span.cover(head.span));
        }
    }

    /// "war with Georgia": a noun, a preposition and a name.
    fn bind_behind(&mut self, scene: &Scene<'_>) {
        let Some((head, preposition)) = self.head else { return };
        let link = scene.word(preposition);
        if BINDING.contains(&link)
            && let Some(name) = self.chunk.last().copied()
        {
            self.bind(head, name, head.span.cover(name.span));
        }
    }

    fn bind(&mut self, head: Item, name: Item, span: Span) {
        if head.general.any() {
            return;
        }
        let words = [head.key, name.key, 0, 0];
        let key = together(&[head.key, name.key]).rotate_left(1);
        let form = TermForm::Bound;
        self.terms.list.push(Term { key, span, words, head: head.span.start, form });
    }
}

/// Prepositions that bind a noun to a name.
const BINDING: &[&str] = &["with", "in", "between", "over", "on", "against"];

/// Words that no term holds.
const CLOSED: Class = Class::FUNCTION
    .and(Class::PREPOSITION)
    .and(Class::AUXILIARY)
    .and(Class::PRONOUN)
    .and(Class::DETERMINER)
    .and(Class::WEEKDAY)
    .and(Class::MONTH)
    .and(Class::HONORIFIC)
    .and(Class::ROLE)
    .and(Class::GROUP)
    .and(Class::ADVERB);

/// Whether the letters are the first of each word in turn, one or more of each.
fn spells(letters: &str, words: &[&str]) -> bool {
    let Some((word, rest)) = words.split_first() else { return letters.is_empty() };
    let most = letters
        .char_indices()
        .zip(word.chars())
        .take_while(|((_, letter), of)| letter.eq_ignore_ascii_case(of))
        .take(3);
    most.map(|((at, letter), _)| at + letter.len_utf8())
        .any(|end| letters.get(end..).is_some_and(|behind| spells(behind, rest)))
}

fn has_apostrophe(word: &str) -> bool {
    word.contains('\'') || !word.is_ascii() && word.contains('’')
}

fn is_capitals(word: &str) -> bool {
    // Most words have a small letter of ASCII right behind the first.
    let small = word.as_bytes().get(1).is_none_or(u8::is_ascii_lowercase);
    !small && word.chars().all(char::is_uppercase)
}

/// What is left of `list` behind those that are done.
fn behind<T>(list: &[T], done: impl Fn(&T) -> bool) -> &[T] {
    let count = list.iter().take_while(|it| done(it)).count();
    list.get(count..).unwrap_or_default()
}

fn name_of<'a>(name: &Candidate, source: &'a str) -> &'a str {
    match name.shape {
        Shape::Known(known) => known.name,
        _ => name.span.of(source),
    }
}

/// Whether the word before a term is no part of it.
fn is_loose(item: &Item) -> bool {
    item.general.adjective() || item.verbal
}

fn is_verbal(word: &str) -> bool {
    word.len() > 3 && word.ends_with("ed") || word.len() > 4 && word.ends_with("ing")
}

/// Whether the word may be the last of a term.
fn heads(item: &Item, scene: &Scene<'_>) -> bool {
    let word = item.span.of(scene.source);
    !(item.adjective || word.len() > 4 && word.ends_with("ed"))
}

/// Whether the word is an adjective by its ending or by the lists.
fn is_adjective(word: &str, token: &Token) -> bool {
    const ENDS: &[&str] =
        &["ial", "ous", "ful", "less", "able", "ible", "ical", "ional", "ish", "ic"];
    const NOUNS: &[&str] = &[
        "trial",
        "material",
        "editorial",
        "memorial",
        "tutorial",
        "burial",
        "denial",
        "traffic",
        "topic",
        "fabric",
        "epidemic",
        "pandemic",
        "critic",
        "logic",
        "panic",
        "clinic",
        "music",
        "republic",
        "public",
        "picnic",
        "arsenic",
        "professional",
        "mosaic",
    ];
    token.is(Class::DEMONYM)
        || (word.len() > 4 && ENDS.iter().any(|end| word.ends_with(end)) && !NOUNS.contains(&word))
        || plain(word).1.adjective() && !plain(word).1.noun()
}
