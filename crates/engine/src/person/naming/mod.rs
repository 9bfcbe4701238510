//! Namings: each place of a document where somebody is named, titled or meant by "he".
//!
//! Gathers what the text shows at each place; who it is, `cast` decides.

mod common;
mod described;
mod evidence;
mod part;
mod role;
mod shotlist;

use std::borrow::Cow;

pub(crate) use part::Part;
pub(crate) use role::Role;

use super::{
    Gender,
    chunk::Chunk,
    lexicon::{
        Class, look_up,
        words::{Numbers, words},
    },
    token::{Token, bare, is_possessive},
};
use crate::{
    article::BlockKind,
    ingest::capitalised,
    quote::{MentionKind, Scene},
    span::Span,
    text::keyed::{Key, of_name},
};

/// A place where somebody is named, titled or meant by a pronoun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Naming<'a> {
    /// The words.
    pub(crate) span: Span,
    /// How they name.
    pub(crate) kind: MentionKind,
    /// The name's words, as they are usually written; empty if there is no name.
    pub(crate) name: Vec<Cow<'a, str>>,
    /// The name's keys.
    pub(crate) keys: Keys,
    /// Where the name stands.
    pub(crate) name_span: Span,
    /// The role's words; empty if there is none.
    pub(crate) role: Role,
    /// Where the role stands.
    pub(crate) role_span: Option<Span>,
    /// The gender that a title or a pronoun tells.
    pub(crate) gender: Option<Gender>,
    /// How far the words and their neighbours show that a person is named: above zero for, below
    /// zero against.
    pub(crate) evidence: i8,
    /// What the one named does in the sentence.
    pub(crate) part: Part,
    /// Whether it stands inside a quotation.
    pub(crate) quoted: bool,
    /// The number of its sentence in the document; a quotation is part of the sentence around it.
    pub(crate) sentence: u32,
    /// The number of its block among those that are read.
    pub(crate) block: u32,
    /// The kind of its block.
    pub(crate) place: BlockKind,
}

/// The keys of a name's words, whatever their case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Keys {
    /// Of all words.
    pub(crate) whole: Key,
    /// Of the last name; of no words if there is none.
    pub(crate) surname: Key,
}

impl Keys {
    /// The keys of the name.
    fn of(name: &[Cow<'_, str>]) -> Self {
        Self { whole: of_name(name), surname: surname(name).map_or(Key::EMPTY, Key::folded) }
    }
}

/// The last name among the words of a name.
fn surname<'n>(name: &'n [Cow<'_, str>]) -> Option<&'n str> {
    name.iter().rev().map(AsRef::as_ref).find(|word| !is_suffix(word))
}

impl Naming<'_> {
    /// The last name, as it is usually written.
    pub(crate) fn surname(&self) -> Option<&str> {
        surname(&self.name)
    }

    /// Whether the words may be more than a name: in a headline, where all words have capitals.
    pub(crate) fn is_loose(&self) -> bool {
        let given = || self.name.first().is_some_and(|word| look_up(word).class.is(Class::GIVEN));
        self.place == BlockKind::Headline && (self.name.len() > 2 || !given())
    }

    /// Keeps the words of the name from `from` to `end` only.
    pub(crate) fn narrow(&mut self, source: &str, from: usize, end: usize) {
        let words: Vec<&str> = self.name_span.of(source).split_whitespace().collect();
        let (Some(first), Some(last)) = (words.get(from), words.get(end.wrapping_sub(1))) else {
            return;
        };
        let last = Span::of_slice(source, bare(last));
        self.name_span = Span::of_slice(source, first).cover(last);
        self.name.truncate(end);
        self.name.drain(..from.min(end));
        self.keys = Keys::of(&self.name);
    }

    /// Whether more than a surname is given.
    pub(crate) fn is_full(&self) -> bool {
        self.name.len() > 1 && self.name.iter().filter(|word| !is_suffix(word)).count() > 1
    }
}

/// Jr. and the like, whatever their case.
pub(crate) fn is_suffix(word: &str) -> bool {
    const SUFFIXES: [&str; 7] = ["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"];
    word.len() <= 3 && SUFFIXES.iter().any(|suffix| word.eq_ignore_ascii_case(suffix))
}

/// The namings of a document, by place.
pub(crate) fn gather<'a>(source: &'a str, scenes: &[Scene<'_>]) -> Vec<Naming<'a>> {
    // About every second mention may be somebody.
    let mentions: usize = scenes.iter().map(|scene| scene.chunks.len()).sum();
    let mut found = Vec::with_capacity(mentions / 2);
    let mut sentence = 0;
    for (block, scene) in (0_u32..).zip(scenes) {
        let mut place = Place { source, scene, block, sentence, next: 0 };
        if scene.block.kind == BlockKind::Shotlist {
            found.extend(shotlist::names(source, scene));
            continue;
        }
        let mut chunks = scene.chunks.iter();
        let mut chunk = chunks.next();
        for (at, token) in scene.tokens.iter().enumerate() {
            if let Some(gender) = pronoun(token) {
                place.advance(at);
                found.push(place.pronoun(at, gender));
            }
            if let Some(here) = chunk.filter(|chunk| chunk.start == at) {
                place.advance(at);
                found.extend(place.naming(here));
                chunk = chunks.next();
            }
        }
        place.advance(scene.tokens.len().saturating_sub(1));
        sentence = place.sentence + 1;
    }
    common::take_back(scenes, &mut found);
    found
}

/// Where the reading stands.
struct Place<'s, 'a> {
    source: &'a str,
    scene: &'s Scene<'s>,
    block: u32,
    sentence: u32,
    /// The index of the next sentence of the scene.
    next: usize,
}

impl<'a> Place<'_, 'a> {
    fn advance(&mut self, at: usize) {
        while self.scene.sentences.get(self.next).is_some_and(|sentence| sentence.end <= at) {
            self.next += 1;
            self.sentence += 1;
        }
    }

    /// What the chunk's words show where they stand in the scene.
    fn naming(&self, chunk: &Chunk) -> Option<Naming<'a>> {
        let bare_role = chunk.name.is_none() && chunk.role.is_none();
        if (chunk.kind == MentionKind::Collective && !self.may_be_surname(chunk))
            || (chunk.kind == MentionKind::Indefinite && chunk.name.is_none())
            || (chunk.kind == MentionKind::Pronoun && !self.is_who(chunk))
            || (bare_role && chunk.kind != MentionKind::Pronoun)
        {
            return None;
        }
        let scene = self.scene;
        let mut naming = of_chunk(self.source, chunk);
        self.drop_strange_start(chunk, &mut naming);
        naming.quoted = scene.quoted(chunk.start);
        naming.part = part::of(scene, chunk);
        naming.block = self.block;
        naming.sentence = self.sentence;
        naming.place = scene.block.kind;
        if chunk.name.is_some() {
            evidence::weigh(scene, chunk, &mut naming);
            if naming.role_span.is_none()
                && let Some(role) = described::role(scene, chunk)
            {
                naming.role = Role::of(role.of(self.source));
                naming.role_span = Some(role);
                naming.evidence = naming.evidence.saturating_add(2);
            }
        }
        Some(naming)
    }

    /// Drops the words before a given name that begin the sentence, or are known not to be names:
    /// "Neither John Smith", "State Ann Smith".
    fn drop_strange_start(&self, chunk: &Chunk, naming: &mut Naming<'a>) {
        let first = self.scene.sentences.get(self.next).is_some_and(|all| all.start == chunk.start);
        if naming.name.len() < 3 {
            return;
        }
        // "Secretary of State Ann Smith"
        let before = chunk.start.checked_sub(1);
        let office = before.is_some_and(|at| self.scene.small(at, words!("of for")));
        let loose = first || office || self.scene.block.kind != BlockKind::Paragraph;
        let given = |word: &Cow<'_, str>| look_up(word).class.is(Class::GIVEN);
        let strange = |word: &Cow<'_, str>| {
            !given(word)
                && (loose || look_up(word).class != Class::default())
                && !look_up(word).class.is(Class::PARTICLE)
        };
        let Some(from) = naming.name.iter().position(given) else { return };
        let leads = naming.name.get(..from).unwrap_or_default();
        if from > 0 && from + 1 < naming.name.len() && leads.iter().all(strange) {
            naming.narrow(self.scene.source, from, naming.name.len());
        }
    }

    /// Whether the chunk is one word, a place's name that may be a person's too: "Washington".
    fn may_be_surname(&self, chunk: &Chunk) -> bool {
        let places = Class::CITY.and(Class::COUNTRY).and(Class::REGION);
        chunk.name.is_some() && chunk.end == chunk.start + 1 && self.scene.is(chunk.start, places)
    }

    fn is_who(&self, chunk: &Chunk) -> bool {
        self.scene.any(chunk.start, words!("who"))
    }

    /// The pronoun at the token `at`.
    fn pronoun(&self, at: usize, gender: Gender) -> Naming<'a> {
        let scene = self.scene;
        let span = scene.tokens.get(at).map(|token| token.span).unwrap_or_default();
        Naming {
            span,
            kind: MentionKind::Pronoun,
            name: Vec::new(),
            keys: Keys { whole: Key::EMPTY, surname: Key::EMPTY },
            name_span: span,
            role: Role::default(),
            role_span: None,
            gender: Some(gender),
            evidence: 0,
            part: part::of_pronoun(scene, at),
            quoted: scene.quoted(at),
            sentence: self.sentence,
            block: self.block,
            place: scene.block.kind,
        }
    }
}

/// The gender of a pronoun.
fn pronoun(token: &Token) -> Option<Gender> {
    const GENDERS: Numbers = Numbers::of(&[("he him his himself", 1), ("she her hers herself", 2)]);
    match GENDERS.get(token.word) {
        1 => Some(Gender::Male),
        2 => Some(Gender::Female),
        _ => None,
    }
}

/// What a chunk's words show by themselves.
pub(crate) fn of_chunk<'a>(source: &'a str, chunk: &Chunk) -> Naming<'a> {
    let mut role = chunk.role.map_or_else(Role::default, |role| Role::of(role.of(source)));
    let mut name_span = chunk.name;
    let mut words = name_span.map(|span| span.of(source)).unwrap_or_default();
    // "Russian Medvedev": the title is lost, the adjective stays.
    while let Some((first, rest)) = words.split_once(char::is_whitespace)
        && look_up(first).class.is(Class::DEMONYM)
    {
        role.push(first);
        words = rest.trim_start();
        name_span = Some(Span::of_slice(source, words));
    }
    let shouted = !words.chars().any(char::is_lowercase) && words.contains(char::is_whitespace);
    let usual = |word: &'a str| {
        if shouted { Cow::Owned(capitalised(word)) } else { Cow::Borrowed(bare(word)) }
    };
    let name: Vec<Cow<'a, str>> = words.split_whitespace().map(usual).collect();
    let titled = Span { end: name_span.unwrap_or(chunk.span).start, ..chunk.span };
    Naming {
        span: chunk.span,
        kind: chunk.kind,
        gender: titled_gender(if name.is_empty() {
            chunk.span.of(source)
        } else {
            titled.of(source)
        }),
        keys: Keys::of(&name),
        name,
        name_span: name_span.unwrap_or(chunk.span),
        role,
        role_span: chunk.role,
        evidence: 0,
        part: Part::Other,
        quoted: false,
        sentence: 0,
        block: 0,
        place: BlockKind::Paragraph,
    }
}

/// The gender that a title tells: the last word that tells one decides.
fn titled_gender(title: &str) -> Option<Gender> {
    let words = title.split_whitespace().rev().filter(|word| !is_possessive(word));
    words
        .map(|word| (word, look_up(word).class))
        // "Virginia Senator Smith": only titles and common words tell.
        .filter(|(word, class)| {
            class.is(Class::ROLE.and(Class::HONORIFIC)) || word.starts_with(char::is_lowercase)
        })
        .find_map(|(_, class)| Gender::of_class(class))
}
