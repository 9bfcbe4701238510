//! Which words of an article are those that were searched for.
//!
//! Looks at the words themselves, so that only what is shown is gone through: a hash for each word, as the
//! index takes them in, and a look for it among those that are sought. Does not know which articles hold
//! them.

use std::ops::Range;

use crate::{
    article::{Block, BlockKind},
    index::Index,
    order::sort_by,
    query::{Field, Match, Term, Words},
    shelf::Record,
    span::Span,
    text::{
        token::{Hash, each_word},
        word::{Stems, fold},
    },
};

/// The words that were searched for.
#[derive(Clone, Debug, Default)]
pub(super) struct Highlight {
    terms: Vec<(Sought, Field)>,
}

/// What is marked; words are known by their hashes, which two words share once in 10^19.
#[derive(Clone, Debug)]
enum Sought {
    /// Any of these words; in order.
    Words(Vec<Hash>),
    /// Words that begin so.
    Prefix(String),
    /// These words in this order.
    Phrase(Vec<Hash>),
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
        self.each_block(record, |places, found| {
            let mut marked_until = 0;
            for (at, length) in found {
                let end = at + length;
                spans.extend_from_slice(places.get(marked_until.max(at)..end).unwrap_or_default());
                marked_until = end.max(marked_until);
            }
        });
        spans
    }

    /// Calls `each` with the places of all words of a block, and the range of those that stand together as
    /// they were asked for: the longest that begins at a word, and none that overlaps one before. Linear in
    /// the length of the article.
    pub(super) fn hits(&self, record: &Record<'_>, mut each: impl FnMut(&[Span], Range<usize>)) {
        self.each_block(record, |places, found| {
            let mut free_from = 0;
            for (at, length) in found {
                if at >= free_from {
                    free_from = at + length;
                    each(places, at..free_from);
                }
            }
        });
    }

    /// Calls `each` for every block with the places of its words, and where what was asked for begins, each
    /// with how many words the longest of it has.
    fn each_block(&self, record: &Record<'_>, mut each: impl FnMut(&[Span], Vec<(usize, usize)>)) {
        if self.terms.is_empty() {
            return;
        }
        for block in record.article.blocks.iter().filter(|block| block.kind.is_text()) {
            let mut words: Vec<(Hash, Range<usize>)> = Vec::new();
            each_word(block.span.of(record.source), SEED, |hash, place| words.push((hash, place)));
            let start = block.span.start as usize;
            let place =
                |(_, at): &(Hash, Range<usize>)| Span::new(start + at.start, start + at.end);
            let places: Vec<Span> = words.iter().map(place).collect();
            let length = |at: usize| self.length(record, block, &words[at..], places[at]);
            let found = (0..words.len()).map(|at| (at, length(at))).filter(|found| found.1 > 0);
            each(&places, found.collect());
        }
    }

    /// How many words the longest that was asked for has, of those that begin a stretch of a block.
    fn length(
        &self,
        record: &Record<'_>,
        block: &Block,
        words: &[(Hash, Range<usize>)],
        place: Span,
    ) -> usize {
        let text = block.span.of(record.source);
        let lengths = self.terms.iter().map(|(sought, field)| {
            let length = sought.begins(text, words);
            if length > 0 && is_in(*field, record, block, place) { length } else { 0 }
        });
        lengths.max().unwrap_or_default()
    }
}

/// What the hashes of words begin with here.
const SEED: Hash = Hash::start(0);

impl Sought {
    fn new(index: &Index, stems: &Stems, term: &Term) -> Option<Self> {
        let hash = |word: &str| SEED.of(word.as_bytes());
        let words = |numbers: Vec<u32>| {
            let mut words = Vec::new();
            for number in numbers {
                index.terms.each(number..number + 1, |word| words.push(hash(word)));
            }
            sort_by(&mut words, Ord::cmp);
            Self::Words(words)
        };
        match &term.find {
            _ if matches!(term.field, Field::Facet(_)) => None,
            Match::Word(word) => Some(words(index.terms.forms(word, stems))),
            Match::Exact(word) => Some(Self::Words(vec![hash(word)])),
            Match::Near(word, edits) => Some(words(index.terms.near(word, *edits))),
            Match::Prefix(start) => Some(Self::Prefix(start.clone())),
            Match::Phrase(words) => {
                Some(Self::Phrase(words.iter().map(|word| hash(word)).collect()))
            }
            Match::Days(_) => None,
        }
    }

    /// How many words at the beginning of these words of `text` are to be marked.
    fn begins(&self, text: &str, words: &[(Hash, Range<usize>)]) -> usize {
        let Some((first, place)) = words.first() else { return 0 };
        match self {
            Self::Words(sought) => sought.binary_search(first).is_ok().into(),
            Self::Prefix(start) => {
                let word = text.get(place.clone()).unwrap_or_default();
                fold(word).starts_with(start.as_str()).into()
            }
            Self::Phrase(phrase) => {
                let run = words.get(..phrase.len()).unwrap_or_default();
                let same = run.iter().map(|(hash, _)| hash).eq(phrase);
                if same { phrase.len() } else { 0 }
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
