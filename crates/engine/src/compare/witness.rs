//! The quotations that carry one utterance, each with its words as its document has them.
//!
//! Knows which witness's words lead; does not know how words are put opposite each other.

use std::{cmp::Reverse, ops::Range};

use super::vocabulary::Vocabulary;
use crate::{
    collection::Segment,
    index::quote_keys,
    order::sort_by_key,
    quote::QuoteKind,
    search::{ArticleCard, Cards},
    span::Span,
    text::word::words,
};

/// A quotation that carries an utterance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witness {
    /// The article it stands in.
    pub article: ArticleCard,
    /// The quotation's own name inside its article.
    pub key: String,
    /// How it is quoted.
    pub kind: QuoteKind,
    /// The quoted stretches, in order, by where they stand in the document as received.
    pub parts: Vec<Span>,
    /// The words of its parts as they stand there, one behind the other.
    pub text: String,
    /// Its words, in order, by their bytes in `text`.
    pub words: Vec<Range<usize>>,
}

/// The witnesses of an utterance, the one whose words lead first, the others from the earliest to the latest.
///
/// Those lead that stand in marks as whole clauses, or else any in marks, and of these the longest; of equally
/// long ones the earliest published, then the first by the article's name.
pub(crate) fn all(segment: &Segment, places: &[(usize, usize)]) -> Vec<Witness> {
    let cards = Cards::new(segment);
    let mut found: Vec<Witness> =
        places.iter().filter_map(|&(at, quotation)| of(segment, &cards, at, quotation)).collect();
    sort_by_key(&mut found, |it| {
        let published = it.article.published;
        (published.is_none(), published, it.article.id.clone(), it.parts.first().copied())
    });
    let first = (0..).zip(&found).min_by_key(|(_, it)| (rank(it.kind), Reverse(it.words.len())));
    let first: usize = first.map_or(0, |(at, _)| at);
    if let Some(found) = found.get_mut(..=first) {
        found.rotate_right(1);
    }
    found
}

/// How near to the speaker's own words a kind is: the lower, the nearer.
fn rank(kind: QuoteKind) -> u8 {
    match kind {
        QuoteKind::Direct | QuoteKind::Soundbite | QuoteKind::Headline => 0,
        QuoteKind::Mixed | QuoteKind::Nested | QuoteKind::Scare => 1,
        QuoteKind::Indirect => 2,
    }
}

fn of(segment: &Segment, cards: &Cards<'_>, article: usize, quotation: usize) -> Option<Witness> {
    let record = segment.record(article);
    let quote = record.quotations.get(quotation)?;
    let key = quote_keys(record.source, &record.quotations).into_iter().nth(quotation)?;
    let parts = quote.parts.iter().map(|part| part.span).collect();
    Some(Witness::new(cards.article(article), key, quote.kind, (record.source, parts)))
}

impl Witness {
    pub(super) fn new(
        article: ArticleCard,
        key: String,
        kind: QuoteKind,
        (source, parts): (&str, Vec<Span>),
    ) -> Self {
        let (mut text, mut within) = (String::new(), Vec::new());
        for part in &parts {
            let moved = |word: Span| {
                let start = word.start as usize - part.start as usize + text.len();
                start..start + word.len()
            };
            within.extend(words(source, *part).map(moved));
            text.push_str(part.of(source));
        }
        if within.is_empty() && !text.is_empty() {
            // What has no word is one, so that nothing of it is lost.
            within.push(0..text.len());
        }
        Self { article, key, kind, parts, text, words: within }
    }

    /// Some of its words, with all that stands before the next one; the first comes with all before it.
    pub(super) fn stretch(&self, words: Range<usize>) -> &str {
        self.text.get(self.cut(words.start)..self.cut(words.end)).unwrap_or_default()
    }

    /// Where a word begins, and what stands before the first of all.
    fn cut(&self, word: usize) -> usize {
        let start = self.words.get(word).map_or(self.text.len(), |word| word.start);
        if word == 0 && !self.words.is_empty() { 0 } else { start }
    }

    /// Where some of its words stand in the document: a stretch in each part that has some of them.
    pub(super) fn spans(&self, range: Range<usize>) -> Vec<Span> {
        let Some(words) = self.words.get(range) else { return Vec::new() };
        let (Some(first), Some(last)) = (words.first(), words.last()) else { return Vec::new() };
        let (mut before, mut spans) = (0, Vec::new());
        for part in &self.parts {
            let within = before..before + part.len();
            let (start, end) = (first.start.max(within.start), last.end.min(within.end));
            if start < end {
                let at = part.start as usize;
                let span = Span::new(at + start - before, at + end - before);
                spans.push(self.trimmed(span, start..end));
            }
            before = within.end;
        }
        spans
    }

    /// The span without what is no word at its edges, where a stretch ends with its part.
    fn trimmed(&self, span: Span, within: Range<usize>) -> Span {
        let inside = |word: &&Range<usize>| within.start <= word.start && word.end <= within.end;
        let first = self.words.iter().find(inside);
        let last = self.words.iter().rfind(inside);
        let Some((first, last)) = first.zip(last) else { return span };
        let start = span.start as usize;
        Span::new(start + first.start - within.start, start + last.end - within.start)
    }

    /// What stands in a stretch of its document that one of its parts has; nothing of any other.
    #[must_use]
    pub fn words_at(&self, span: Span) -> &str {
        let mut before = 0;
        for part in &self.parts {
            if part.contains(span) {
                let start = before + (span.start - part.start) as usize;
                return self.text.get(start..start + span.len()).unwrap_or_default();
            }
            before += part.len();
        }
        ""
    }

    /// Its words as numbers, equal for words that differ in case alone.
    pub(super) fn numbers(&self, vocabulary: &mut Vocabulary) -> Vec<u32> {
        let words = self.words.iter().filter_map(|word| self.text.get(word.clone()));
        words.map(|word| vocabulary.form(word).folded).collect()
    }
}
