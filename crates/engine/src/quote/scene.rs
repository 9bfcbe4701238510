//! A scene: one block with its tokens, chunks and quotation marks, cut into outer sentences.
//!
//! An outer sentence takes each quotation as one word, so that "he said" belongs to the words
//! before it. Does not decide who speaks.

use std::ops::Range;

use super::{
    Cue, CuePosition, Stance,
    marks::{self, Marked},
};
use crate::{
    article::Block,
    person::{
        chunk::{Chunk, chunks},
        lexicon::{Class, takes},
        token::{Kind, Token, bare, tokens},
    },
    span::Span,
};

/// A block, ready to be asked who speaks in it.
pub(crate) struct Scene<'a> {
    /// The document.
    pub(crate) source: &'a str,
    /// The block.
    pub(crate) block: Block,
    /// Its tokens.
    pub(crate) tokens: Vec<Token>,
    /// Its noun chunks, also inside quotations.
    pub(crate) chunks: Vec<Chunk>,
    /// The stretches between marks.
    pub(crate) marked: Vec<Marked>,
    /// The stretches that stand in no other, with their tokens (marks included).
    pub(crate) outer: Vec<Outer>,
    /// The outer sentences, as ranges of tokens.
    pub(crate) sentences: Vec<Range<usize>>,
}

/// A stretch between marks that stands in no other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Outer {
    /// Its index among the marked.
    pub(crate) marked: usize,
    /// Its tokens, marks included.
    pub(crate) tokens: Range<usize>,
}

/// A reporting verb with what belongs to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Verb {
    /// The first token of the group, auxiliaries and adverbs included.
    pub(crate) group: usize,
    /// The verb's token.
    pub(crate) at: usize,
    /// The token behind the verb and its particle.
    pub(crate) end: usize,
    /// The dictionary form, without a particle; empty for a mark.
    pub(crate) lemma: &'static str,
    /// Whether the word behind the verb belongs to it ("point out").
    pub(crate) particle: bool,
}

impl Verb {
    /// A mark, or other word, that reports without being a verb.
    pub(crate) fn mark(at: usize) -> Self {
        Self { group: at, at, end: at + 1, lemma: "", particle: false }
    }
}

impl<'a> Scene<'a> {
    /// The scene of `block`.
    pub(crate) fn of(source: &'a str, block: Block) -> Self {
        let tokens = tokens(source, block.span);
        let chunks = chunks(source, &tokens);
        let marked = marks::find(source, block.span);
        let mut scene = Self {
            source,
            block,
            tokens,
            chunks,
            marked,
            outer: Vec::new(),
            sentences: Vec::new(),
        };
        scene.outer = scene.outer_stretches();
        scene.end_unclosed();
        scene.sentences = scene.outer_sentences();
        scene
    }

    fn outer_stretches(&self) -> Vec<Outer> {
        let top = self.marked.iter().enumerate().filter(|(_, marked)| marked.inside.is_none());
        top.map(|(index, marked)| {
            let outer = marked.part.outer;
            let start = self.tokens.partition_point(|token| token.span.start < outer.start);
            let end = self.tokens.partition_point(|token| token.span.start < outer.end);
            Outer { marked: index, tokens: start..end }
        })
        .collect()
    }

    /// Ends a quotation whose closing mark is lost before "…, said Smith." at the end of the block.
    fn end_unclosed(&mut self) {
        let Some(outer) = self.outer.last() else { return };
        let open = self.marked.get(outer.marked).is_some_and(|marked| !marked.part.closed);
        let Some(comma) = self.last_attribution(outer).filter(|_| open) else { return };
        let end = self.tokens.get(comma).map_or(0, |token| token.span.end as usize);
        let (index, tokens) = (outer.marked, outer.tokens.start..comma + 1);
        self.outer.pop();
        self.outer.push(Outer { marked: index, tokens });
        self.marked.retain(|marked| (marked.part.span.start as usize) <= end);
        for marked in self.marked.iter_mut().skip(index) {
            let part = &mut marked.part;
            // A stretch that begins behind the end is empty where it begins.
            let cut = |span: Span| {
                let start = span.start as usize;
                Span::new(start, (span.end as usize).min(end).max(start))
            };
            (part.span, part.outer) = (cut(part.span), cut(part.outer));
        }
    }

    /// The comma before a speaker and a verb that end the block.
    fn last_attribution(&self, outer: &Outer) -> Option<usize> {
        let first = outer.tokens.end.saturating_sub(16).max(outer.tokens.start);
        (first..outer.tokens.end)
            .rev()
            .find(|&at| self.kind(at) == Some(Kind::Comma) && self.ends_with_attribution(at + 1))
    }

    /// Whether a speaker and a verb stand at `at`, and nothing behind them.
    fn ends_with_attribution(&self, at: usize) -> bool {
        let inverted = self.reports(at).then(|| self.verb_at(at, at));
        let chunk = self.chunk_from(inverted.map_or(at, |verb| verb.end));
        let Some(chunk) = chunk else { return false };
        let Some(verb) = inverted.or_else(|| self.verb(chunk.end)) else { return false };
        let end = chunk.end.max(verb.end);
        let last = !self.tokens.iter().skip(end).any(Token::is_word);
        let speaks =
            chunk.name.is_some() || ["he", "she"].contains(&bare(chunk.span.of(self.source)));
        last && speaks && !self.is(verb.at, Class::PARTICIPLE)
    }

    fn outer_sentences(&self) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let (mut start, mut at) = (0, 0);
        let mut outer = self.outer.iter().peekable();
        while at < self.tokens.len() {
            let quote = outer.next_if(|outer| outer.tokens.start <= at);
            let (end, ends) = match quote {
                Some(quote) => (quote.tokens.end.max(at + 1), self.ends_after(quote)),
                None => (at + 1, self.stops_at(at)),
            };
            at = end;
            // Closing brackets and the rest of "?!" still belong to the sentence.
            if ends && !self.kind(at).is_some_and(|kind| kind == Kind::Stop) {
                found.push(start..at);
                start = at;
            }
        }
        if start < self.tokens.len() {
            found.push(start..self.tokens.len());
        }
        found
    }

    /// Whether a sentence ends with the token `at`: "R-Ky., said" goes on, and so does "(R-Ky.) said".
    fn stops_at(&self, at: usize) -> bool {
        let next = at + 1 + usize::from(self.word(at + 1) == ")");
        let goes_on = matches!(self.kind(next), Some(Kind::Comma | Kind::Small));
        self.kind(at) == Some(Kind::Stop) && !(goes_on && self.word(at) == ".")
    }

    /// Whether a sentence ends with the quotation `outer`.
    fn ends_after(&self, outer: &Outer) -> bool {
        let Some(marked) = self.marked.get(outer.marked) else { return false };
        let words = marked.part.span.of(self.source).trim_end();
        let behind = outer.tokens.end;
        let Some(next) = self.tokens.get(behind) else { return true };
        let begins = next.kind == Kind::Capital || self.outer_at(behind).is_some();
        if !begins || !words.ends_with(['.', '!', '?', '…']) {
            return false;
        }
        // "Why?" Smith asked.
        let asked = words.ends_with(['!', '?'])
            && !next.is(Class::PRONOUN)
            && self.chunk_from(behind).is_some_and(|chunk| self.verb(chunk.end).is_some());
        !asked
    }

    /// The kind of a token.
    pub(crate) fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    /// The words of a token.
    pub(crate) fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.source))
    }

    /// The words of a token, empty where there is none.
    pub(crate) fn word_at(&self, at: Option<usize>) -> &'a str {
        at.map_or("", |at| self.word(at))
    }

    /// The dictionary form of a token that is a reporting verb.
    pub(crate) fn lemma(&self, at: usize) -> &'static str {
        self.tokens.get(at).map_or("", |token| token.lemma.word())
    }

    /// Whether a token is in any of the classes.
    pub(crate) fn is(&self, at: usize, class: Class) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(class))
    }

    /// The quotation whose first token is `at`.
    pub(crate) fn outer_at(&self, at: usize) -> Option<usize> {
        self.outer.binary_search_by_key(&at, |outer| outer.tokens.start).ok()
    }

    /// The quotation that the token `at` stands in.
    pub(crate) fn outer_over(&self, at: usize) -> Option<&Outer> {
        let behind = self.outer.partition_point(|outer| outer.tokens.start <= at);
        self.outer.get(behind.checked_sub(1)?).filter(|outer| at < outer.tokens.end)
    }

    /// The chunk that begins with the token `at`.
    pub(crate) fn chunk_from(&self, at: usize) -> Option<&Chunk> {
        let index = self.chunks.binary_search_by_key(&at, |chunk| chunk.start).ok()?;
        self.chunks.get(index)
    }

    /// The chunk that ends right before the token `at`.
    pub(crate) fn chunk_to(&self, at: usize) -> Option<&Chunk> {
        let index = self.chunks.binary_search_by_key(&at, |chunk| chunk.end).ok()?;
        self.chunks.get(index)
    }

    /// Behind the brackets that open at the token `at`, if any do: "(D-Wis.)".
    pub(crate) fn after_brackets(&self, at: usize) -> usize {
        if self.word(at) != "(" {
            return at;
        }
        (at + 1..at + 12).find(|&end| self.word(end) == ")").map_or(at, |end| end + 1)
    }

    /// Before the brackets that close right before the token `at`, if any do.
    pub(crate) fn before_brackets(&self, at: usize) -> usize {
        if at == 0 || self.word(at - 1) != ")" {
            return at;
        }
        (at.saturating_sub(12)..at - 1).rev().find(|&start| self.word(start) == "(").unwrap_or(at)
    }

    /// The reporting verb whose group begins at the token `group`.
    pub(crate) fn verb(&self, group: usize) -> Option<Verb> {
        let helpers = Class::AUXILIARY.and(Class::ADVERB);
        let at = (group..group + 5).find(|&at| !self.is(at, helpers) || self.reports(at))?;
        self.reports(at).then(|| self.verb_at(group, at))
    }

    /// Whether the token is a form of a reporting verb, and not a name.
    pub(crate) fn reports(&self, at: usize) -> bool {
        self.kind(at) == Some(Kind::Small)
            && self.is(at, Class::REPORT.and(Class::WEAK_REPORT))
            && !self.is_noun(at)
    }

    /// Whether a form that is also a noun is one here: "the claims of", "his mental state is".
    fn is_noun(&self, at: usize) -> bool {
        let noun = self.is_noun_form(at);
        let next = Class::AUXILIARY.and(Class::PREPOSITION);
        let led = at.checked_sub(1).is_some_and(|at| {
            self.is(at, Class::DETERMINER.and(Class::DEMONYM).and(Class::PREPOSITION))
        });
        noun && (led || (self.is(at + 1, next) && self.word(at + 1) != "that"))
    }

    /// Whether the token has a form that is a noun's too: "claims", "state".
    pub(crate) fn is_noun_form(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is_noun_form(self.source))
    }

    /// The tokens of an object between a verb and its "that": "laid out his vision that".
    fn object(&self, at: usize) -> usize {
        let owned = ["his", "her", "their", "its"].contains(&self.word(at));
        let named = self.kind(at + 1) == Some(Kind::Small) && self.word(at + 2) == "that";
        if owned && named { 2 } else { 0 }
    }

    /// Whether the token is a verb that reports wherever it stands, alone or with its particle.
    pub(crate) fn reports_far(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        self.reports(at)
            && (token.is(Class::REPORT) || takes(token.lemma.word(), self.word(at + 1)))
    }

    /// The verb at the token `at`, whose group begins at `group`.
    pub(crate) fn verb_at(&self, group: usize, at: usize) -> Verb {
        let lemma = self.tokens.get(at).map_or("", |token| token.lemma.word());
        let particle = takes(lemma, self.word(at + 1));
        let end = if particle { at + 2 + self.object(at + 2) } else { at + 1 };
        Verb { group, at, end, lemma, particle }
    }

    /// The words that report with `verb`.
    pub(crate) fn cue(&self, verb: &Verb, position: CuePosition) -> Cue {
        let first = self.tokens.get(verb.at).map(|token| token.span).unwrap_or_default();
        let last = self.tokens.get(verb.end.saturating_sub(1)).map_or(first, |token| token.span);
        let lemma = match verb.particle {
            true => format!("{} {}", verb.lemma, self.word(verb.at + 1)),
            false => verb.lemma.to_owned(),
        };
        Cue {
            span: Span::new(first.start as usize, last.end.max(first.end) as usize),
            verb: lemma,
            stance: Stance::of(verb.lemma),
            position,
        }
    }
}
