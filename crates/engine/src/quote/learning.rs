//! What the training program sees of an article: the features and candidates of each fragment in
//! marks, and of each cue that may report without.
//!
//! The walk is the one that extraction makes, with the trainer's judgement in the place of the
//! ranker's. Knows no gold and no weights.

pub use super::indirect::UNITS as REPORT_UNITS;
use super::{
    candidates::{Last, Stage},
    indirect,
    scene::Scene,
};
use crate::{article::Document, ingest, span::Span};

/// One fragment, or one cue, as its network sees it.
#[derive(Clone, Debug)]
pub struct Example {
    /// The fragment's words, or the cue's.
    pub quote: Span,
    /// Its features.
    pub shared: Vec<u16>,
    /// Its candidates; the first is nobody, or nothing.
    pub candidates: Vec<Choice>,
}

/// One candidate.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    /// The words that name who speaks; empty for nobody.
    pub mention: Span,
    /// What a cue reports; empty for a fragment, whose words are known.
    pub content: Span,
    /// The name in these words.
    pub name: Option<Span>,
    /// The same number for mentions of surely one person.
    pub person: u64,
    /// Their features.
    pub row: Vec<u16>,
}

/// Walks through the fragments of a document; `judge` says which candidate speaks.
pub fn walk(document: &Document, mut judge: impl FnMut(Example) -> usize) {
    let (article, _) = ingest::read(document);
    let text = article.blocks.iter().filter(|block| block.kind.is_text());
    let scenes: Vec<Scene<'_>> = text.map(|block| Scene::of(&document.text, *block)).collect();
    let stage = Stage::of(&scenes);
    let mut last: Option<Last<'_>> = None;
    for index in 0..stage.fragments.len() {
        let Some(case) = stage.case(index, last.as_ref()) else { continue };
        let quote = stage.fragments.get(index).and_then(|fragment| stage.place(fragment));
        let quote = quote.and_then(|(scene, outer)| scene.marked.get(outer.marked));
        let example = Example {
            quote: quote.map(|marked| marked.part.span).unwrap_or_default(),
            shared: case.fragment.to_vec(),
            candidates: case
                .candidates
                .iter()
                .map(|candidate| Choice {
                    mention: candidate.who.map(|who| who.chunk.span).unwrap_or_default(),
                    content: Span::default(),
                    name: candidate.who.and_then(|who| who.chunk.name),
                    person: candidate.person,
                    row: candidate.row.to_vec(),
                })
                .collect(),
        };
        let chosen = judge(example);
        if let Some(who) = case.candidates.get(chosen).and_then(|candidate| candidate.who) {
            last = Some(Last { fragment: index, who });
        }
    }
}

/// Walks through the cues of a document that may report without marks.
pub fn reports(document: &Document, mut see: impl FnMut(Example)) {
    let (article, _) = ingest::read(document);
    let text = article.blocks.iter().filter(|block| block.kind.is_text());
    for block in text {
        indirect::examples(&Scene::of(&document.text, *block), &mut see);
    }
}
