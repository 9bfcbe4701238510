//! Cuts an article into the passages that are compared, with their words in normal form.

use std::ops::Range;

use super::{
    ComparedPiece, Passage, TermKind,
    numbers::{self, Number},
    vocabulary::{Form, Vocabulary},
};
use crate::{
    article::BlockKind,
    collection::Segment,
    index::quote_keys,
    order::{places_by, sort_by, sort_numbers},
    quote::{Quotation, QuoteKind},
    shelf::Record,
    span::Span,
    story::Utterance,
    text::word::words,
};

/// The passages of one article.
pub(super) struct Side<'segment> {
    segment: &'segment Segment,
    record: Record<'segment>,
    /// The names of its quotations in addresses.
    keys: Vec<String>,
    /// The article, by index.
    pub(super) article: usize,
    /// Its passages, in order.
    pub(super) passages: Vec<PassageWords>,
}

/// A passage and its words.
pub(super) struct PassageWords {
    pub(super) span: Span,
    pub(super) block: BlockKind,
    opens_block: bool,
    /// Every word, in order.
    pub(super) words: Vec<Word>,
    /// Its numbers, in order.
    pub(super) numbers: Vec<Number>,
    /// What it says: the stems of its content words and its numbers, each once, in rising order.
    pub(super) terms: Vec<Term>,
    /// Words that stand side by side in it, the two as one number, in rising order: those of which one
    /// is a content word, and that are not both capitalised, as names and titles are.
    pub(super) neighbours: Vec<u64>,
    /// The quotations that it touches, by index.
    pub(super) quotes: Vec<usize>,
}

/// A word of a passage.
pub(super) struct Word {
    pub(super) span: Span,
    pub(super) form: Form,
    /// Whether it begins with a capital letter.
    pub(super) capitalised: bool,
}

/// Whether a quotation is what somebody said, and not an echoed word or a part of another quotation.
pub(super) fn is_statement(quotation: &Quotation) -> bool {
    let stated = !matches!(quotation.kind, QuoteKind::Scare | QuoteKind::Nested);
    stated && quotation.speaker.is_some()
}

/// A stem or a number.
#[derive(Clone, Copy)]
pub(super) struct Term {
    /// Equal for equal terms.
    pub(super) number: u32,
    /// Where the passage has it first.
    pub(super) span: Span,
    pub(super) kind: TermKind,
}

/// The passages of the article at that index: its sentences.
pub(super) fn of<'segment>(
    (segment, article): (&'segment Segment, usize),
    vocabulary: &mut Vocabulary,
) -> Side<'segment> {
    let record = segment.record(article);
    let mut blocks = record.article.blocks.iter().filter(|block| block.kind.is_text()).peekable();
    let mut passages: Vec<PassageWords> = Vec::with_capacity(record.sentences.len());
    let mut last_block = None;
    for &span in &record.sentences {
        while blocks.next_if(|block| block.span.end <= span.start).is_some() {}
        let Some(block) = blocks.peek() else { break };
        let (words, numbers, terms) = word_forms(record.source, span, vocabulary);
        passages.push(PassageWords {
            span,
            block: block.kind,
            opens_block: last_block != Some(block.span),
            terms: different(&terms),
            neighbours: neighbours(&words),
            words,
            numbers,
            quotes: Vec::new(),
        });
        last_block = Some(block.span);
    }
    for (at, quotation) in (0..).zip(&record.quotations) {
        for part in &quotation.parts {
            let touched = touching(&passages, part.span);
            for passage in passages.get_mut(touched).unwrap_or_default() {
                // All parts of one quotation come together.
                if passage.quotes.last() != Some(&at) {
                    passage.quotes.push(at);
                }
            }
        }
    }
    let keys = quote_keys(record.source, &record.quotations);
    Side { segment, record, keys, article, passages }
}

/// A word and what parts it from the next take about so many bytes, or more.
const LETTERS: usize = 5;

/// The words of a passage, its numbers, and its terms: one for each number and for each content word outside
/// numbers.
fn word_forms(
    source: &str,
    span: Span,
    vocabulary: &mut Vocabulary,
) -> (Vec<Word>, Vec<Number>, Vec<Term>) {
    let words = formed(source, span, vocabulary);
    let mut terms = Vec::with_capacity(words.len());
    let found = numbers::of(source, &words);
    let mut numbers = found.iter().peekable();
    for (at, word) in (0..).zip(&words) {
        if let Some(number) = numbers.next_if(|number| number.words.end == at + 1) {
            let span = words[number.words.start].span.cover(word.span);
            let number = vocabulary.value(number.value);
            terms.push(Term { number, span, kind: TermKind::Number });
        } else if numbers.peek().is_none_or(|number| at < number.words.start) {
            let kind = if word.capitalised && at > 0 { TermKind::Name } else { TermKind::Word };
            terms.extend(word.form.stem.map(|number| Term { number, span: word.span, kind }));
        }
    }
    (words, found, terms)
}

/// The words of a passage, in a list that need not grow, which would cost more than the words.
fn formed(source: &str, span: Span, vocabulary: &mut Vocabulary) -> Vec<Word> {
    let mut formed = Vec::with_capacity(span.len() / LETTERS + 1);
    for span in words(source, span) {
        let word = span.of(source);
        formed.push(Word { span, form: vocabulary.form(word), capitalised: is_capitalised(word) });
    }
    formed
}

/// Whether a word begins with a capital letter.
fn is_capitalised(word: &str) -> bool {
    match word.as_bytes().first() {
        Some(byte) if byte.is_ascii() => byte.is_ascii_uppercase(),
        _ => word.starts_with(char::is_uppercase),
    }
}

fn different(terms: &[Term]) -> Vec<Term> {
    let rising = places_by(terms.len(), |at| terms[at].number);
    let mut rising: Vec<Term> = rising.map(|at| terms[at]).collect();
    rising.dedup_by_key(|term| term.number);
    rising
}

fn neighbours(words: &[Word]) -> Vec<u64> {
    let mut neighbours = Vec::with_capacity(words.len());
    for (one, other) in words.iter().zip(words.iter().skip(1)) {
        let is_content = one.form.stem.is_some() || other.form.stem.is_some();
        if is_content && !(one.capitalised && other.capitalised) {
            neighbours.push(u64::from(one.form.folded) << 32 | u64::from(other.form.folded));
        }
    }
    sort_numbers(&mut neighbours);
    neighbours.dedup();
    neighbours
}

/// The passages, by index, that have some of the span. Costs a binary search.
pub(super) fn touching(passages: &[PassageWords], span: Span) -> Range<usize> {
    let start = passages.partition_point(|passage| passage.span.end <= span.start);
    let end = passages.partition_point(|passage| passage.span.start < span.end);
    start..end.max(start)
}

impl<'segment> Side<'segment> {
    /// The article as received.
    pub(super) fn source(&self) -> &str {
        self.record.source
    }

    /// The article's quotations, in order.
    pub(super) fn quotations(&self) -> &[Quotation] {
        &self.record.quotations
    }

    /// The utterances that it carries, by number.
    pub(super) fn utterances(&self) -> &[u32] {
        &self.record.utterances
    }

    /// The name of a quotation in addresses.
    pub(super) fn key(&self, quote: usize) -> Option<&str> {
        self.keys.get(quote).map(String::as_str)
    }

    /// What was found across documents of its pack.
    pub(super) fn segment(&self) -> &'segment Segment {
        self.segment
    }

    /// The name of the person who is quoted in both passages, if it is one. Who is one person is known
    /// within a pack only.
    pub(super) fn same_speaker(
        &self,
        passage: usize,
        other: &Self,
        answering: usize,
    ) -> Option<&'segment str> {
        let speaker = self.speaker(passage).filter(|_| self.is_packed_with(other))?;
        self.segment.shelf.name(speaker).filter(|_| other.speaker(answering) == Some(speaker))
    }

    fn speaker(&self, passage: usize) -> Option<u32> {
        let quotes = self.passages[passage].quotes.iter();
        quotes.into_iter().find_map(|&quote| self.record.quotations[quote].speaker)
    }

    /// Whether one pack has both articles: what was found across documents is known within a pack only.
    pub(super) fn is_packed_with(&self, other: &Self) -> bool {
        std::ptr::eq(self.segment, other.segment)
    }

    /// Whether somebody's statement, in marks or reported, has some of the passage.
    pub(super) fn states(&self, passage: usize) -> bool {
        let quotes = self.passages[passage].quotes.iter();
        let mut quotes = quotes.filter_map(|&quote| self.record.quotations.get(quote));
        quotes.any(is_statement)
    }

    /// Who said the quotation.
    fn name_of(&self, quote: usize) -> Option<&'segment str> {
        self.segment.shelf.name(self.record.quotations.get(quote)?.speaker?)
    }

    /// Some of the article's words, as it spells them.
    pub(super) fn words_of(&self, span: Span) -> &str {
        span.of(self.record.source)
    }

    /// The utterances of the two articles' pack that both carry; none if they are of two packs.
    pub(super) fn utterances_with(&self, other: &Self) -> Vec<Utterance> {
        if !self.is_packed_with(other) {
            return Vec::new();
        }
        let mut theirs = other.record.utterances.clone();
        sort_by(&mut theirs, Ord::cmp);
        let ours = self.record.utterances.iter();
        let both = ours.filter(|utterance| theirs.binary_search(utterance).is_ok());
        both.filter_map(|&utterance| self.segment.shelf.utterance(utterance)).collect()
    }

    /// The passage without anything marked as differing.
    pub(super) fn whole(&self, passage: usize) -> Passage {
        self.compared(passage, &[])
    }

    /// The passage with the words of these numbers marked as differing.
    pub(super) fn compared(&self, passage: usize, differing: &[Range<usize>]) -> Passage {
        let found = &self.passages[passage];
        let differing: Vec<Span> = differing
            .iter()
            .filter_map(|range| {
                Some((found.words.get(range.start)?, found.words.get(range.end - 1)?))
            })
            .map(|(first, last)| first.span.cover(last.span))
            .collect();
        Passage {
            span: found.span,
            block: found.block,
            opens_block: found.opens_block,
            pieces: self.pieces(found, &differing),
            quotes: found.quotes.iter().map(|&quote| self.named(quote)).collect(),
        }
    }

    fn named(&self, quote: usize) -> (String, Option<String>) {
        let key = self.keys.get(quote).cloned().unwrap_or_default();
        (key, self.name_of(quote).map(str::to_owned))
    }

    /// Cuts the passage wherever a quotation or a difference begins or ends.
    fn pieces(&self, passage: &PassageWords, differing: &[Span]) -> Vec<ComparedPiece> {
        let quotations = passage.quotes.iter().map(|&quote| &self.record.quotations[quote]);
        let quoted: Vec<Span> =
            quotations.flat_map(|quote| quote.parts.iter().map(|part| part.outer)).collect();
        let edges = quoted.iter().chain(differing).flat_map(|span| [span.start, span.end]);
        let within = |at: &u32| passage.span.start < *at && *at < passage.span.end;
        let mut cuts: Vec<u32> = edges.filter(within).collect();
        cuts.extend([passage.span.start, passage.span.end]);
        sort_by(&mut cuts, Ord::cmp);
        cuts.dedup();
        let within = |spans: &[Span], piece: Span| spans.iter().any(|span| span.contains(piece));
        cuts.windows(2)
            .map(|ends| Span { start: ends[0], end: ends[1] })
            .map(|span| ComparedPiece {
                span,
                text: span.of(self.record.source).to_owned(),
                differs: within(differing, span),
                quoted: within(&quoted, span),
            })
            .collect()
    }
}
