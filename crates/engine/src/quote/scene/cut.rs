//! Cutting a block into its quotations in marks and its outer sentences.
//!
//! A quotation whose closing mark is lost ends before the words that say who speaks, if these end
//! the block.

use std::ops::Range;

use super::{Note, Outer, Scene};
use crate::{
    person::{
        chunk::Chunk,
        lexicon::{Class, words::words},
        token::{Kind, Token},
    },
    span::Span,
};

impl Scene<'_> {
    /// Finds the outer stretches and the outer sentences.
    pub(super) fn cut(&mut self) {
        self.outer = self.outer_stretches();
        self.end_unclosed();
        for outer in &self.outer {
            self.notes.get_mut(outer.tokens.clone()).into_iter().flatten().for_each(Note::quote);
        }
        let mut free = Vec::with_capacity(self.chunks.len());
        let outside = |chunk: &Chunk| !self.quoted(chunk.start);
        let numbered = self.chunks.iter().zip(0..).filter(|(chunk, _)| outside(chunk));
        free.extend(numbered.map(|(_, number)| number));
        self.free = free;
        self.sentences = self.outer_sentences();
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
        let speaks = chunk.name.is_some() || self.is_he(chunk);
        last && speaks && !self.is(verb.at, Class::PARTICIPLE)
    }

    fn outer_sentences(&self) -> Vec<Range<usize>> {
        let mut found = Vec::with_capacity(self.tokens.len() / 24 + 1);
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
        found
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
