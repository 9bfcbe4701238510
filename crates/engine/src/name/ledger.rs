//! The ledger of names: which are one organisation's or one place's, over all documents.
//!
//! Merges by the usual form of listed names, by spelling, by acronyms that a text explains, and by
//! short forms after the full name. Works through hash tables, never over all pairs.

use super::{
    Entity, Form,
    cut::{Candidate, Shape},
    decide::{Polls, Verdict},
    gazetteer::{Kind, head_of, heads_of, known},
    run::{is_acronym, is_place, shout_down},
    spelling::{key, stands_for},
};
use crate::{
    article::Rule,
    order,
    person::{
        Person, PersonKind,
        lexicon::{Class, look_up},
    },
    quote::Confidence,
    span::Span,
    text::keyed::{Key, Map},
    workers::{self, Pool, Workers},
};

/// The organisations and places of a corpus.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    pub(crate) organisations: Vec<Entity>,
    pub(crate) places: Vec<Entity>,
}

/// Merges the candidates of all documents; what a person is named by is no other's name.
pub(crate) fn merge(
    sources: &[&str],
    found: &[Vec<Candidate>],
    people: &[Person],
    workers: &dyn Workers,
) -> Names {
    let claimed = claimed(sources.len(), people);
    let surnames = surnames(people);
    let counted: Pool<Polls> = Pool::default();
    let kept = workers::turn(workers, claimed, |document, people| {
        let (source, candidates) = (sources.get(document), found.get(document));
        let free = free(candidates.map_or(&[], Vec::as_slice), people);
        counted.with(|polls| {
            for candidate in &free {
                let words = source.map_or("", |source| candidate.span.of(source));
                if surnames.get(Key::EMPTY.and(words)).is_none() {
                    polls.add(words, candidate);
                }
            }
        });
        free
    });
    let mut polls = Polls::default();
    counted.into_all().iter().for_each(|counted| polls.join(counted));
    let mut ledger = Ledger { polls, ..Ledger::default() };
    for (source, candidates) in sources.iter().zip(&kept) {
        ledger.define(source, candidates);
    }
    for ((document, source), candidates) in (0..).zip(sources).zip(&kept) {
        ledger.document(document, source, candidates);
    }
    ledger.names(workers)
}

/// The candidates of a document that name no person; `people` is where people are named there.
fn free(candidates: &[Candidate], mut people: Vec<Span>) -> Vec<Candidate> {
    order::sort_by(&mut people, Span::cmp);
    candidates.iter().filter(|candidate| is_free(candidate, &people)).copied().collect()
}

/// Where people are named, by document and place.
fn claimed(documents: usize, people: &[Person]) -> Vec<Vec<Span>> {
    let mut claimed = vec![Vec::new(); documents];
    let named = people.iter().filter(|person| person.kind == PersonKind::Named);
    for (document, span) in named.flat_map(|it| &it.aliases).flat_map(|alias| &alias.places) {
        if let Some(spans) = claimed.get_mut(*document as usize) {
            spans.push(*span);
        }
    }
    claimed
}

/// The last names of people: "the Smith campaign" names no body.
fn surnames(people: &[Person]) -> Map {
    let named = people.iter().filter(|person| person.kind == PersonKind::Named);
    let mut surnames = Map::default();
    for surname in named.filter_map(|person| person.name.rsplit(' ').next()) {
        surnames.insert(Key::EMPTY.and(surname), 0);
    }
    surnames
}

/// Whether no person is named by the candidate's words; a name with its head word is free.
fn is_free(candidate: &Candidate, people: &[Span]) -> bool {
    let before = people.partition_point(|span| span.start < candidate.span.end);
    let near = people.get(before.saturating_sub(2)..before).unwrap_or_default();
    let taken = near.iter().any(|span| span.overlaps(candidate.span));
    let listed = matches!(candidate.shape, Shape::Known(known) if known.kind == Kind::Body);
    !taken || listed || matches!(candidate.shape, Shape::Body | Shape::Site(_))
}

#[derive(Default)]
struct Ledger<'a> {
    polls: Polls,
    entries: Vec<Entry<'a>>,
    /// By the kind and the key.
    by_key: Map,
    /// By the kind and the words as they are written, so that a key is made once for them.
    by_words: Map,
    /// What an acronym stands for, where a text explains it; nothing if that is neither a body nor
    /// a place.
    acronyms: Map,
    explained: Vec<Option<usize>>,
}

struct Entry<'a> {
    kind: Kind,
    usual: Option<&'static str>,
    mentions: Vec<Named<'a>>,
}

struct Named<'a> {
    words: &'a str,
    shouted: bool,
    verdict: Verdict,
    document: u32,
    span: Span,
}

/// What short forms stand for in one document.
#[derive(Default)]
struct Near {
    /// By the head word, or the last two words, in small letters: the latest body named.
    heads: Map,
    /// By the last word behind the name of a place: "US Senate".
    qualified: Map,
    /// By the first word of a body's name.
    firsts: Map,
}

impl<'a> Ledger<'a> {
    /// Takes in the acronyms that a document explains: "European Free Trade Association (EFTA)".
    fn define(&mut self, source: &'a str, candidates: &[Candidate]) {
        for pair in candidates.windows(2) {
            let [full, short] = pair else { continue };
            let (long, acronym) = (full.span.of(source), short.span.of(source));
            let between = source.get(full.span.end as usize..short.span.start as usize);
            let explained =
                between.is_some_and(|between| matches!(between, " (" | " (the " | ", or "));
            if !explained || !is_acronym(acronym) || !stands_for(acronym, long) {
                continue;
            }
            let known = match full.shape {
                Shape::Matter => None,
                Shape::Unknown => Some(Verdict::likely(Kind::Body, "explained acronym")),
                _ => self.polls.decide(long, full),
            };
            let entry = known.map(|verdict| self.entry(long, full, verdict));
            self.acronyms.insert(Key::EMPTY.and(acronym), self.explained.len());
            self.explained.push(entry);
        }
    }

    fn document(&mut self, document: u32, source: &'a str, candidates: &[Candidate]) {
        let mut near = Near::default();
        for candidate in candidates {
            let words = candidate.span.of(source);
            let Some((index, verdict)) = self.meant(words, candidate, &near) else { continue };
            let Some(entry) = self.entries.get_mut(index) else { continue };
            let shouted = candidate.shouted
                && (!is_acronym(words) || matches!(candidate.shape, Shape::Place(_)));
            entry.mentions.push(Named { words, shouted, verdict, document, span: candidate.span });
            if entry.kind == Kind::Body && candidate.shape != Shape::Head {
                near.note(words, entry.usual, index);
            }
        }
    }

    /// Which entity the candidate means, and why.
    fn meant(
        &mut self,
        words: &str,
        candidate: &Candidate,
        near: &Near,
    ) -> Option<(usize, Verdict)> {
        let short = |rule| Verdict::likely(Kind::Body, rule);
        match candidate.shape {
            Shape::Head => {
                let index = near.heads.place(Key::folded(words))?;
                return Some((index, short("head word of a body named before")));
            }
            Shape::Acronym => {
                let known = self.acronyms.place(Key::EMPTY.and(words));
                if let Some(known) = known.and_then(|known| self.explained.get(known)) {
                    return known.map(|index| (index, short("explained acronym")));
                }
            }
            Shape::Unknown => {
                if let Some(index) = near.firsts.place(Key::EMPTY.and(words)) {
                    return Some((index, short("first word of a body named before")));
                }
            }
            Shape::Body if words.split(' ').count() == 2 => {
                if let Some(index) = near.heads.place(Key::folded(words)) {
                    return Some((index, short("end of a body's name said before")));
                }
            }
            Shape::Known(known) if known.kind == Kind::Body && !words.contains(' ') => {
                if let Some(index) = near.qualified.place(Key::EMPTY.and(words)) {
                    return Some((index, short("end of a body's name said before")));
                }
            }
            _ => {}
        }
        let explained = self.polls.decide(words, candidate)?;
        Some((self.entry(words, candidate, explained), explained))
    }

    /// The entity of that name, known or new.
    fn entry(&mut self, words: &str, candidate: &Candidate, verdict: Verdict) -> usize {
        let usual = match candidate.shape {
            Shape::Known(known) => Some(known.name),
            _ => None,
        };
        let words = usual.unwrap_or(words);
        let of_kind = |name: &str| Key::EMPTY.and(name).mixed(verdict.kind as u64);
        if let Some(known) = self.by_words.place(of_kind(words)) {
            return known;
        }
        let name = key(words);
        let index = self.entries.len();
        let known = *self.by_key.entry(of_kind(&name), index) as usize;
        self.by_words.insert(of_kind(words), known);
        if known < index {
            return known;
        }
        self.entries.push(Entry { kind: verdict.kind, usual, mentions: Vec::new() });
        // "Organisation for Security and Cooperation" leaves out "in Europe".
        if let Some((shorter, _)) = name.split_once(" in ") {
            self.by_key.entry(of_kind(shorter), index);
        }
        index
    }

    fn names(self, workers: &dyn Workers) -> Names {
        let mut names = Names::default();
        let entities = workers::turn(workers, self.entries, |_, it| (it.kind, it.entity()));
        for (kind, entity) in entities {
            let list = match kind {
                Kind::Body => &mut names.organisations,
                Kind::Place => &mut names.places,
            };
            list.extend(entity);
        }
        names
    }
}

impl Near {
    /// Keeps what the body may be called for short.
    fn note(&mut self, words: &str, usual: Option<&'static str>, index: usize) {
        for head in usual.map(heads_of).unwrap_or_default() {
            self.heads.insert(Key::EMPTY.and(head), index);
        }
        let mut parts = words.rsplit(' ');
        let (last, before) = (parts.next().unwrap_or_default(), parts.next());
        let Some(before) = before else { return };
        self.heads.insert(Key::folded(head_of(words)), index);
        if words.strip_suffix(last).is_some_and(|place| is_place_of(place.trim_end())) {
            self.qualified.insert(Key::EMPTY.and(last), index);
        }
        if parts.next().is_some() {
            let ending = Key::folded(before).and(" ").and_folded(last);
            self.heads.insert(ending, index);
        }
        let first = words.split(' ').next().unwrap_or_default();
        self.firsts.insert(Key::EMPTY.and(first), index);
    }
}

/// Whether the words only say whose a body is.
fn is_place_of(words: &str) -> bool {
    known(words).is_some_and(|known| known.kind == Kind::Place)
        || is_place(look_up(words).class)
        || look_up(words).class.is(Class::DEMONYM)
}

impl Entry<'_> {
    fn entity(self) -> Option<Entity> {
        let forms = self.mentions.iter().map(|named| ((named.words, named.verdict.rule), named));
        let forms = order::grouped(forms.collect());
        let name = self.usual.map(str::to_owned).or_else(|| self.name())?;
        let mut forms: Vec<Form> =
            forms.into_iter().map(|((words, rule), all)| form(words, rule, &all)).collect();
        order::sort_by_key(&mut forms, |form| std::cmp::Reverse(form.places.len()));
        (!forms.is_empty()).then_some(Entity { name, forms })
    }

    /// The most frequent of the longer forms.
    fn name(&self) -> Option<String> {
        let mentions = self.mentions.iter().map(|named| (named.words, named)).collect();
        let counts = order::grouped(mentions).into_iter().map(|(words, all)| {
            let is_short = |named: &Named<'_>| {
                is_acronym(named.words) || named.verdict.rule.contains("before")
            };
            let full = all.iter().any(|named| !is_short(named));
            (full, words.contains(" in "), all.iter().filter(|named| !named.shouted).count(), words)
        });
        let best =
            counts.max_by_key(|(full, within, count, words)| (*full, *within, *count, words.len()));
        let (_, _, count, words) = best?;
        Some(if count == 0 { shout_down(words) } else { words.to_owned() })
    }
}

fn form(words: &str, rule: &'static str, all: &[&Named<'_>]) -> Form {
    let first = all.first().map(|named| named.verdict);
    Form {
        words: words.to_owned(),
        rule: Rule::Borrowed(rule),
        confidence: first.map_or(Confidence::Check, |verdict| verdict.confidence),
        doubt: first.and_then(|verdict| verdict.doubt).map(Rule::Borrowed),
        places: all.iter().map(|named| (named.document, named.span)).collect(),
    }
}
