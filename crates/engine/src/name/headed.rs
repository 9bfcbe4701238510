//! Names whose head word says what they name: "Justice Department", "University of Tartu".
//!
//! The last head word of a run decides; "of", "for" and "on" add what follows. Names that the lists
//! know inside a longer run are cut on their own.

use super::{
    cut::{Candidate, Cutter, Shape, cover},
    gazetteer::{Kind, Mark, known, longest, mark},
    run::{Word, is_acronym, is_place, run, starts},
    setting::Votes,
};
use crate::person::lexicon::Class;

impl Cutter<'_> {
    /// A name whose last word says what it names, with what "of" adds.
    pub(super) fn headed(&mut self, words: &[Word], end: &mut usize) -> Option<usize> {
        let source = self.setting.scene.source;
        let word = |at: usize| words[at].span.of(source);
        let head = (0..words.len()).rev().find(|&at| mark(word(at)).is(Mark::HEAD))?;
        let kind = mark(word(head));
        if head == 0 {
            return self.lone_head(words, kind, end);
        }
        // "Bush White House": a listed name inside, behind words that are no part of it.
        let inner = (1..head).find(|&at| {
            known(cover(&words[at..=head]).of(source)).is_some()
                && !words[..at].iter().all(|word| qualifies(source, word))
        });
        if let Some(inner) = inner {
            // What stands before it is cut on its own.
            return self
                .listed(&words[..inner], false)
                .or_else(|| self.skipped(words))
                .or_else(|| Some(self.unknown(&words[..inner], true)));
        }
        // "White House National Security Council", "Senator Ann Smith's Foundation".
        if let Some(first) = self.separate(words, head) {
            return Some(first);
        }
        let name = &words[..=head];
        let numeral = words.get(head + 1).is_some_and(|word| is_numeral(word.span.of(source)));
        if let Some(known) = known(cover(name).of(source)) {
            self.push(name, Shape::Known(known), Votes::default());
        } else if kind.is(Mark::MATTER) || numeral {
            self.push(&words[..=(head + usize::from(numeral))], Shape::Matter, Votes::default());
        } else {
            let shape = shape_of(kind);
            self.push(name, shape, Votes::default());
            if head + 1 == words.len() {
                *end = self.complement(words[head].token, words[head].owns).max(*end);
                self.topics_before(words);
            }
        }
        Some(head + 1 + usize::from(numeral))
    }

    /// A head word that stands first: "Ministry of Defence", "the Council".
    fn lone_head(&mut self, words: &[Word], kind: Mark, end: &mut usize) -> Option<usize> {
        let source = self.setting.scene.source;
        let first = words[0];
        if words.len() > 1 || first.part {
            return None;
        }
        if let Some(known) = known(first.span.of(source)) {
            self.push(words, Shape::Known(known), Votes::default());
            return Some(1);
        }
        if kind.is(Mark::MATTER) && !kind.is(Mark::BODY.or(Mark::SITE)) {
            return Some(1);
        }
        let behind = self.links(first.token, first.owns);
        if let Some(last) = behind {
            self.push(words, shape_of(kind), Votes::default());
            *end = self.complement(first.token, first.owns).max(last);
        } else if kind.is(Mark::BODY) && self.setting.definite(first.token) {
            self.push(words, Shape::Head, Votes::default());
        }
        Some(1)
    }

    /// A listed body or an office before another name, which is cut on its own.
    fn separate(&mut self, words: &[Word], head: usize) -> Option<usize> {
        let source = self.setting.scene.source;
        if words[0].class.is(Class::HONORIFIC)
            || head > 1 && OFFICES.contains(&words[0].span.of(source))
        {
            return Some(1);
        }
        let (count, known) = self.longest_known(words, false)?;
        let office = words.get(head + 1).is_some_and(|word| word.class.is(Class::ROLE));
        let body = known.kind == Kind::Body && count > 1 && (head > count || office);
        body.then(|| {
            self.push(&words[..count], Shape::Known(known), Votes::default());
            count
        })
    }

    /// Whether "of" or "for" and a name follow the head at the token; gives the token behind "of".
    fn links(&self, head: usize, owns: bool) -> Option<usize> {
        let scene = self.setting.scene;
        let link = scene.word(head + 1);
        if owns || !["of", "for", "on"].contains(&link) {
            return None;
        }
        let named = head + 2 + usize::from(scene.word(head + 2) == "the");
        let capital = scene.tokens.get(named).is_some_and(starts);
        let month = scene.is(named, Class::MONTH.and(Class::HONORIFIC));
        (capital && !month).then_some(named)
    }

    /// Adds what "of" gives to the name that ends with the head at the token; gives the next token.
    fn complement(&mut self, head: usize, owns: bool) -> usize {
        let Some(named) = self.links(head, owns) else { return 0 };
        let scene = self.setting.scene;
        let link = scene.word(head + 1);
        let (mut words, mut end) = run(scene.source, scene.tokens, named);
        if self.person_in(&words).is_some() {
            return 0;
        }
        let Some(mut last) = words.last().copied() else { return 0 };
        let mut wide = link != "of";
        while !last.owns && end < scene.tokens.len() {
            let joins = match scene.word(end) {
                "and" => !is_place(last.class) && !self.is_name(end + 1),
                "of" => true,
                "in" => wide && scene.is(end + 1, Class::COUNTRY),
                _ => false,
            };
            if !joins || !scene.tokens.get(end + 1).is_some_and(starts) || end > head + 12 {
                break;
            }
            wide |= scene.word(end) == "and";
            (words, end) = run(scene.source, scene.tokens, end + 1);
            last = words.last().copied().unwrap_or(last);
        }
        if let Some(candidate) = self.found.last_mut() {
            candidate.span = candidate.span.cover(last.span);
            if link == "for" {
                candidate.shape = Shape::Body;
            }
            if let Some(known) = known(candidate.span.of(scene.source)) {
                candidate.shape = Shape::Known(known);
            }
        }
        end
    }

    /// Whether a name by itself stands at the token: a listed one, a place, or one with its head.
    fn is_name(&self, at: usize) -> bool {
        let scene = self.setting.scene;
        let (words, _) = run(scene.source, scene.tokens, at);
        let Some((first, last)) = words.first().zip(words.last()) else { return false };
        let headed = words.len() > 1 && mark(last.span.of(scene.source)).is(Mark::HEAD);
        let first_head = scene.word(at + 1) == "of";
        is_place(first.class)
            || is_acronym(first.span.of(scene.source))
            || longest(first.span.of(scene.source)) == 1
            || headed
            || first_head
    }

    /// "Food and" before "Drug Administration".
    fn topics_before(&mut self, words: &[Word]) {
        let scene = self.setting.scene;
        let first = words[0].token;
        let topic = |at: usize| mark(scene.word(at)).is(Mark::TOPIC);
        let listed = known(cover(words).of(scene.source)).is_some();
        if first < 2 || scene.word(first - 1) != "and" || listed || words.len() > 3 {
            return;
        }
        let before = scene.tokens.get(first - 2).filter(|token| starts(token));
        let Some(before) = before.filter(|_| topic(first - 2)) else { return };
        let Some(last) = self.found.pop() else { return };
        self.found.pop_if(|candidate| candidate.span.overlaps(before.span));
        self.found.push(Candidate { span: before.span.cover(last.span), ..last });
    }
}

/// Offices that are never the first word of a body's name.
const OFFICES: &[&str] = &[
    "President",
    "Secretary",
    "Minister",
    "Chancellor",
    "Senator",
    "Sen.",
    "Rep.",
    "Gov.",
    "Governor",
    "Mayor",
    "Chairman",
    "Chairwoman",
    "Director",
    "Spokesman",
    "Spokeswoman",
    "CEO",
    "Judge",
    "Ambassador",
    "Representative",
    "Congressman",
    "Congresswoman",
];

fn shape_of(kind: Mark) -> Shape {
    if kind.is(Mark::BODY) {
        Shape::Body
    } else if kind.is(Mark::SITE) {
        Shape::Site("head word of a place")
    } else {
        Shape::Matter
    }
}

/// Whether the word before a name only says whose it is: "US Senate", "Russian".
fn qualifies(source: &str, word: &Word) -> bool {
    is_place(word.class)
        || word.class.is(Class::DEMONYM)
        || known(word.span.of(source)).is_some_and(|known| known.kind == Kind::Place)
}

fn is_numeral(word: &str) -> bool {
    word.len() < 5 && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
}
