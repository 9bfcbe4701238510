//! Cutting a block into its quotations in marks and its outer sentences.
//!
//! A quotation whose closing mark is lost ends before the words that say who speaks, if these end
//! the block.

use std::ops::Range;

use super::{Outer, Scene};
use crate::{
    person::{
        chunk::Chunk,
        lexicon::{Class, words::words},
        token::{Kind, Token},
    },
    quote::{Part, marks::Marked},
    span::Span,
};

/// A quotation whose closing mark is lost.
pub(super) struct Unclosed {
    /// Its tokens, to where it ends.
    pub(super) outer: Outer,
    /// Where it ends.
    pub(super) end: usize,
}

/// Adds the stretches that stand in no other.
pub(super) fn outer(tokens: &[Token], marked: &[Marked], found: &mut Vec<Outer>) {
    let top = marked.iter().enumerate().filter(|(_, marked)| marked.inside.is_none());
    found.extend(top.map(|(index, marked)| {
        let outer = marked.part.outer;
        let start = tokens.partition_point(|token| token.span.start < outer.start);
        let end = tokens.partition_point(|token| token.span.start < outer.end);
        Outer { marked: index, tokens: start..end }
    }));
}

/// The part up to `end`; what begins behind the end is empty where it begins.
pub(super) fn ended(part: Part, end: usize) -> Part {
    let cut = |span: Span| {
        let start = span.start as usize;
        Span::new(start, (span.end as usize).min(end).max(start))
    };
    Part { span: cut(part.span), outer: cut(part.outer), ..part }
}

impl Scene<'_> {
    /// The last quotation, if its closing mark is lost before "…, said Smith." at the end of the
    /// block.
    pub(super) fn unclosed(&self) -> Option<Unclosed> {
        let outer = self.outer.last()?;
        if self.marked.get(outer.marked)?.part.closed {
            return None;
        }
        let comma = self.last_attribution(outer)?;
        let end = self.tokens.get(comma).map_or(0, |token| token.span.end as usize);
        let outer = Outer { marked: outer.marked, tokens: outer.tokens.start..comma + 1 };
        Some(Unclosed { outer, end })
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
        let speaks = chunk.name.is_some() || self.is_he(chunk);
        last && speaks && !self.is(verb.at, Class::PARTICIPLE)
    }

    /// Adds the outer sentences.
    pub(super) fn outer_sentences(&self, found: &mut Vec<Range<usize>>) {
        let (mut start, mut at) = (0, 0);
        let mut outer = self.outer.iter().peekable();
        while at < self.tokens.len() {
            // Most tokens end nothing and open nothing.
            let open = outer.peek().map_or(usize::MAX, |outer| outer.tokens.start);
            if at < open && self.kind(at) != Some(Kind::Stop) {
                at += 1;
                continue;
            }
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
    }

    /// Whether a sentence ends with the stop at `at`: "R-Ky., said" goes on, and so does "(R-Ky.) said".
    fn stops_at(&self, at: usize) -> bool {
        let next = at + 1 + usize::from(self.any(at + 1, words!(")")));
        let goes_on = matches!(self.kind(next), Some(Kind::Comma | Kind::Small));
        !(goes_on && self.any(at, words!(".")))
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

    /// Whether the chunk is "he" or "she".
    fn is_he(&self, chunk: &Chunk) -> bool {
        chunk.end == chunk.start + 1 && self.small(chunk.start, words!("he she"))
    }
}
