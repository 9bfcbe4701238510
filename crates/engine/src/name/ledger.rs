//! The ledger of names: which are one organisation's or one place's, over all documents.
//!
//! Merges by the usual form of listed names, by spelling, by acronyms that a text explains, and by
//! short forms after the full name. Works through hash tables, never over all pairs.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{
    Entity, Form,
    cut::{Candidate, Shape},
    decide::{Polls, Verdict},
    gazetteer::{Kind, head_of, heads_of, known},
    run::{is_acronym, is_place, shout_down},
};
use crate::{
    article::Rule,
    person::{
        Person, PersonKind,
        lexicon::{Class, look_up},
    },
    quote::Confidence,
    span::Span,
};

/// The organisations and places of a corpus.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    pub(crate) organisations: Vec<Entity>,
    pub(crate) places: Vec<Entity>,
}

/// Merges the candidates of all documents; what a person is named by is no other's name.
pub(crate) fn merge(sources: &[&str], found: &[Vec<Candidate>], people: &[Person]) -> Names {
    let claimed = claimed(sources.len(), people);
    let surnames = surnames(people);
    let mut polls = Polls::default();
    let mut kept: Vec<Vec<Candidate>> = Vec::with_capacity(found.len());
    for ((source, candidates), people) in sources.iter().zip(found).zip(&claimed) {
        let free = candidates.iter().filter(|candidate| is_free(candidate, people));
        let free: Vec<_> = free.copied().collect();
        for candidate in &free {
            let words = candidate.span.of(source);
            if !surnames.contains(words) {
                polls.add(words, candidate);
            }
        }
        kept.push(free);
    }
    let mut ledger = Ledger { polls, ..Ledger::default() };
    for (source, candidates) in sources.iter().zip(&kept) {
        ledger.define(source, candidates);
    }
    for ((document, source), candidates) in (0..).zip(sources).zip(&kept) {
        ledger.document(document, source, candidates);
    }
    ledger.names()
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
    claimed.iter_mut().for_each(|spans| spans.sort_unstable());
    claimed
}

/// The last names of people: "the Smith campaign" names no body.
fn surnames(people: &[Person]) -> HashSet<&str> {
    let named = people.iter().filter(|person| person.kind == PersonKind::Named);
    named.filter_map(|person| person.name.rsplit(' ').next()).collect()
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
    polls: Polls<'a>,
    entries: Vec<Entry<'a>>,
    by_key: HashMap<(Kind, String), usize>,
    /// What an acronym stands for, where a text explains it; nothing if that is neither a body nor
    /// a place.
    acronyms: HashMap<&'a str, Option<usize>>,
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
    heads: HashMap<String, usize>,
    /// By the last word behind the name of a place: "US Senate".
    qualified: HashMap<String, usize>,
    /// By the first word of a body's name.
    firsts: HashMap<String, usize>,
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
            self.acronyms.insert(acronym, entry);
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
                let index = near.heads.get(&words.to_lowercase())?;
                return Some((*index, short("head word of a body named before")));
            }
            Shape::Acronym => {
                if let Some(known) = self.acronyms.get(words) {
                    return known.map(|index| (index, short("explained acronym")));
                }
            }
            Shape::Unknown => {
                if let Some(index) = near.firsts.get(words) {
                    return Some((*index, short("first word of a body named before")));
                }
            }
            Shape::Body if words.split(' ').count() == 2 => {
                if let Some(index) = near.heads.get(&words.to_lowercase()) {
                    return Some((*index, short("end of a body's name said before")));
                }
            }
            Shape::Known(known) if known.kind == Kind::Body && !words.contains(' ') => {
                if let Some(index) = near.qualified.get(words) {
                    return Some((*index, short("end of a body's name said before")));
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
        let key = (verdict.kind, key(usual.unwrap_or(words)));
        if let Some(index) = self.by_key.get(&key) {
            return *index;
        }
        let index = self.entries.len();
        self.entries.push(Entry { kind: verdict.kind, usual, mentions: Vec::new() });
        // "Organisation for Security and Cooperation" leaves out "in Europe".
        if let Some((shorter, _)) = key.1.split_once(" in ") {
            let shorter = (key.0, shorter.to_owned());
            self.by_key.entry(shorter).or_insert(index);
        }
        self.by_key.insert(key, index);
        index
    }

    fn names(self) -> Names {
        let mut names = Names::default();
        for entry in self.entries {
            let list = match entry.kind {
                Kind::Body => &mut names.organisations,
                Kind::Place => &mut names.places,
            };
            list.extend(entry.entity());
        }
        names
    }
}

impl Near {
    /// Keeps what the body may be called for short.
    fn note(&mut self, words: &str, usual: Option<&'static str>, index: usize) {
        for head in usual.map(heads_of).unwrap_or_default() {
            self.heads.insert(head.clone(), index);
        }
        let mut parts = words.rsplit(' ');
        let (last, before) = (parts.next().unwrap_or_default(), parts.next());
        let Some(before) = before else { return };
        self.heads.insert(head_of(words).to_lowercase(), index);
        if words.strip_suffix(last).is_some_and(|place| is_place_of(place.trim_end())) {
            self.qualified.insert(last.to_owned(), index);
        }
        if parts.next().is_some() {
            self.heads.insert(format!("{before} {last}").to_lowercase(), index);
        }
        let first = words.split(' ').next().unwrap_or_default();
        self.firsts.insert(first.to_owned(), index);
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
        let mut forms: BTreeMap<(&str, &str), Vec<&Named<'_>>> = BTreeMap::new();
        for named in &self.mentions {
            forms.entry((named.words, named.verdict.rule)).or_default().push(named);
        }
        let name = self.usual.map(str::to_owned).or_else(|| self.name())?;
        let mut forms: Vec<Form> =
            forms.into_iter().map(|((words, rule), all)| form(words, rule, &all)).collect();
        forms.sort_by_key(|form| std::cmp::Reverse(form.places.len()));
        (!forms.is_empty()).then_some(Entity { name, forms })
    }

    /// The most frequent of the longer forms.
    fn name(&self) -> Option<String> {
        let mut counts: BTreeMap<&str, (bool, usize)> = BTreeMap::new();
        for named in &self.mentions {
            let short = is_acronym(named.words) || named.verdict.rule.contains("before");
            let count = counts.entry(named.words).or_default();
            *count = (count.0 || !short, count.1 + usize::from(!named.shouted));
        }
        let best = counts.iter().max_by_key(|(words, (full, count))| {
            (*full, words.contains(" in "), *count, words.len())
        })?;
        let shouted = best.1.1 == 0;
        Some(if shouted { shout_down(best.0) } else { (*best.0).to_owned() })
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

/// A name as it is compared: small letters, one spelling, and the body behind its field.
fn key(words: &str) -> String {
    let lower = words
        .to_lowercase()
        .replace("iz", "is")
        .replace("centre", "center")
        .replace("defence", "defense");
    let lower = lower.trim_start_matches("the ");
    let plain = COMPANY.iter().find_map(|end| lower.strip_suffix(end)).unwrap_or(lower);
    let plain = plain.trim_end_matches(',');
    if let Some((head, field)) = plain.split_once(" of ")
        && matches!(head, "department" | "ministry")
    {
        let field = field.trim_start_matches("the ");
        return format!("{field} {head}");
    }
    if let Some((pair, rest)) = plain.split_once(' ')
        && let Some((one, other)) = pair.split_once('-')
    {
        return format!("{}-{} {rest}", one.min(other), one.max(other));
    }
    plain.to_owned()
}

/// What companies write behind their names.
const COMPANY: &[&str] = &[
    " inc",
    " inc.",
    " corp",
    " corp.",
    " corporation",
    " co",
    " co.",
    " ltd",
    " ltd.",
    " llc",
    " plc",
];

/// Whether the acronym is made of the first letters of the words, small ones left out or not.
fn stands_for(acronym: &str, words: &str) -> bool {
    let wanted: Vec<char> = acronym.chars().filter(|c| c.is_alphabetic()).collect();
    let parts = || words.split([' ', '-']).filter(|word| !word.is_empty());
    let first = |word: &str| word.chars().next().unwrap_or(' ');
    let all = parts().map(|word| first(word).to_ascii_uppercase());
    let large = parts().map(first).filter(|c| c.is_uppercase());
    all.eq(wanted.iter().copied()) || large.eq(wanted.iter().copied())
}
