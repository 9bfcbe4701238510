//! One document of the corpus with what is needed to tell of it: its analysis and its offsets.
//!
//! Does not know what is told.

use parallax_engine::{
    span::Span,
    story::{Analysis, Corpus},
};
use serde_json::Value;

use crate::points::Points;

/// A document, its analysis, and the code points of its bytes.
pub(super) struct Source<'a> {
    pub(super) corpus: &'a Corpus,
    pub(super) analysis: &'a Analysis,
    /// The article's index in the corpus.
    pub(super) index: u32,
    pub(super) points: Points<'a>,
}

impl<'a> Source<'a> {
    /// All documents of the corpus, by the articles' indices.
    pub(super) fn all(corpus: &'a Corpus) -> Vec<Self> {
        let numbered = (0_u32..).zip(&corpus.articles);
        numbered
            .map(|(index, analysis)| Self {
                corpus,
                analysis,
                index,
                points: Points::of(&analysis.source),
            })
            .collect()
    }

    /// The document's name.
    pub(super) fn id(&self) -> &'a str {
        &self.analysis.article.id
    }

    /// The place of `span` with its words.
    pub(super) fn quoted(&self, span: Span) -> Value {
        self.points.quoted(span)
    }

    /// The place of `span` with its words, and the document that they stand in.
    pub(super) fn quoted_here(&self, span: Span) -> Value {
        let mut quoted = self.points.quoted(span);
        if let Value::Object(place) = &mut quoted {
            place.insert("doc".to_owned(), Value::from(self.id()));
        }
        quoted
    }
}
