//! Which words of an article are those that were searched for.
//!
//! Looks at the words themselves, so that only what is shown is gone through. Does not know which
//! articles hold them.

use std::collections::HashSet;

use crate::{
    index::Index,
    query::{Match, Words},
    span::Span,
    story::Analysis,
    text::word::{Stems, fold, words},
};

/// The words that were searched for.
#[derive(Clone, Debug, Default)]
pub(super) struct Highlight {
    /// Single words, folded, in all their forms.
    words: HashSet<String>,
    prefixes: Vec<String>,
    phrases: Vec<Vec<String>>,
}

impl Highlight {
    pub(super) fn new(index: &Index, asked: &Words) -> Self {
        let (stems, mut this) = (Stems::default(), Self::default());
        for clause in asked.clauses.iter().filter(|clause| !clause.not) {
            match &clause.find {
                Match::Word(word) => {
                    for form in index.terms.forms(word, &stems) {
                        index.terms.each(form..form + 1, |form| {
                            this.words.insert(form.to_owned());
                        });
                    }
                }
                Match::Prefix(start) => this.prefixes.push(start.clone()),
                Match::Phrase(words) => this.phrases.push(words.clone()),
            }
        }
        this
    }

    /// Where the words stand in the readable text of an article, in order. Linear in its length.
    pub(super) fn spans(&self, analysis: &Analysis) -> Vec<Span> {
        let nothing = self.words.is_empty() && self.prefixes.is_empty() && self.phrases.is_empty();
        let blocks = analysis.article.blocks.iter();
        let mut spans = Vec::new();
        for block in blocks.filter(|block| block.kind.is_text() && !nothing) {
            self.mark(&analysis.source, block.span, &mut spans);
        }
        spans
    }

    fn mark(&self, source: &str, block: Span, spans: &mut Vec<Span>) {
        let places: Vec<Span> = words(source, block).collect();
        let folded: Vec<_> = places.iter().map(|place| fold(place.of(source))).collect();
        let mut phrase_until = 0;
        for (at, word) in folded.iter().enumerate() {
            let begins = |phrase: &&Vec<String>| {
                folded.get(at..at + phrase.len()).is_some_and(|run| run.iter().eq(phrase.iter()))
            };
            let longest = self.phrases.iter().filter(begins).map(Vec::len).max();
            phrase_until = phrase_until.max(longest.map_or(0, |length| at + length));
            let prefixed = || self.prefixes.iter().any(|start| word.starts_with(start.as_str()));
            if at < phrase_until || self.words.contains(word.as_ref()) || prefixed() {
                spans.push(places[at]);
            }
        }
    }
}
