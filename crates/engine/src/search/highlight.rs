//! Which words of an article are those that were searched for.
//!
//! Looks at the words themselves, so that only what is shown is gone through. Does not know which
//! articles hold them.

use std::{borrow::Cow, collections::HashSet};

use crate::{
    article::{Block, BlockKind},
    index::Index,
    query::{Field, Match, Term, Words},
    shelf::Record,
    span::Span,
    text::word::{Stems, fold, words},
};

/// The words that were searched for.
#[derive(Clone, Debug, Default)]
pub(super) struct Highlight {
    terms: Vec<(Sought, Field)>,
}

/// What is marked.
#[derive(Clone, Debug)]
enum Sought {
    /// Any of these words, folded.
    Words(HashSet<String>),
    /// Words that begin so.
    Prefix(String),
    /// These words in this order.
    Phrase(Vec<String>),
}

impl Highlight {
    pub(super) fn new(index: &Index, asked: &Words) -> Self {
        let stems = Stems::default();
        let wanted = asked.clauses.iter().filter(|clause| !clause.not);
        let terms = wanted.flat_map(|clause| &clause.any);
        let sought = |term: &Term| Some((Sought::new(index, &stems, term)?, term.field));
        Self { terms: terms.filter_map(sought).collect() }
    }

    /// Where the words stand in the readable text of an article, in order. Linear in its length.
    pub(super) fn spans(&self, record: &Record<'_>) -> Vec<Span> {
        let mut spans = Vec::new();
        if !self.terms.is_empty() {
            let blocks = record.article.blocks.iter().filter(|block| block.kind.is_text());
            blocks.for_each(|block| self.mark(record, block, &mut spans));
        }
        spans
    }

    fn mark(&self, record: &Record<'_>, block: &Block, spans: &mut Vec<Span>) {
        let source = record.source;
        let places: Vec<Span> = words(source, block.span).collect();
        let folded: Vec<_> = places.iter().map(|place| fold(place.of(source))).collect();
        let mut marked_until = 0;
        for (at, &place) in places.iter().enumerate() {
            let here = self.terms.iter().filter(|(_, field)| is_in(*field, record, block, place));
            let length = here.map(|(sought, _)| sought.begins(&folded[at..])).max();
            marked_until = marked_until.max(at + length.unwrap_or_default());
            if at < marked_until {
                spans.push(place);
            }
        }
    }
}

impl Sought {
    fn new(index: &Index, stems: &Stems, term: &Term) -> Option<Self> {
        let words = |numbers: Vec<u32>| {
            let mut words = HashSet::new();
            for number in numbers {
                index.terms.each(number..number + 1, |word| {
                    words.insert(word.to_owned());
                });
            }
            Self::Words(words)
        };
        match &term.find {
            _ if matches!(term.field, Field::Facet(_)) => None,
            Match::Word(word) => Some(words(index.terms.forms(word, stems))),
            Match::Exact(word) => Some(Self::Words(HashSet::from([word.clone()]))),
            Match::Near(word, edits) => Some(words(index.terms.near(word, *edits))),
            Match::Prefix(start) => Some(Self::Prefix(start.clone())),
            Match::Phrase(words) => Some(Self::Phrase(words.clone())),
            Match::Days(_) => None,
        }
    }

    /// How many words at the beginning of these are to be marked.
    fn begins(&self, folded: &[Cow<'_, str>]) -> usize {
        let first = folded.first().map_or("", AsRef::as_ref);
        match self {
            Self::Words(words) => words.contains(first).into(),
            Self::Prefix(start) => first.starts_with(start.as_str()).into(),
            Self::Phrase(phrase) => {
                let run = folded.get(..phrase.len());
                run.filter(|run| *run == phrase.as_slice()).map_or(0, <[_]>::len)
            }
        }
    }
}

/// Whether a word of a block stands in the field.
fn is_in(field: Field, record: &Record<'_>, block: &Block, word: Span) -> bool {
    let quoted = || {
        let parts = record.quotations.iter().flat_map(|quote| &quote.parts);
        parts.into_iter().any(|part| part.span.contains(word))
    };
    match field {
        Field::Anywhere => true,
        Field::Headline => block.kind == BlockKind::Headline,
        Field::Text => block.kind != BlockKind::Headline,
        Field::Quote => quoted(),
        Field::Report => !quoted(),
        Field::Facet(_) => false,
    }
}
