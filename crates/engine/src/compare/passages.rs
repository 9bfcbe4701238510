//! Cuts an article into the passages that are compared, with their words in normal form.

use std::ops::Range;

use super::{
    ComparedPiece, Passage,
    vocabulary::{Form, Vocabulary},
};
use crate::{
    article::BlockKind, collection::Segment, index::quote_keys, order::sort_by, quote::Quotation,
    shelf::Record, span::Span, story::Utterance, text::word::words,
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
    /// The different stems of its content words, in rising order.
    pub(super) stems: Vec<u32>,
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
        let words = word_forms(record.source, span, vocabulary);
        passages.push(PassageWords {
            span,
            block: block.kind,
            opens_block: last_block != Some(block.span),
            stems: different_stems(&words),
            words,
            quotes: touching(&record.quotations, span),
        });
        last_block = Some(block.span);
    }
    let keys = quote_keys(record.source, &record.quotations);
    Side { segment, record, keys, article, passages }
}

fn word_forms(source: &str, span: Span, vocabulary: &mut Vocabulary) -> Vec<Word> {
    words(source, span)
        .map(|span| {
            let word = span.of(source);
            let capitalised = word.starts_with(char::is_uppercase);
            Word { span, form: vocabulary.form(word), capitalised }
        })
        .collect()
}

fn different_stems(words: &[Word]) -> Vec<u32> {
    let mut stems: Vec<u32> = words.iter().filter_map(|word| word.form.stem).collect();
    sort_by(&mut stems, Ord::cmp);
    stems.dedup();
    stems
}

fn touching(quotations: &[Quotation], span: Span) -> Vec<usize> {
    let touches = |quote: &Quotation| quote.parts.iter().any(|part| part.span.overlaps(span));
    (0..).zip(quotations).filter(|(_, quote)| touches(quote)).map(|(at, _)| at).collect()
}

impl<'segment> Side<'segment> {
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

    fn is_packed_with(&self, other: &Self) -> bool {
        std::ptr::eq(self.segment, other.segment)
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
        let both = self.record.utterances.iter().filter(|it| other.record.utterances.contains(it));
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
