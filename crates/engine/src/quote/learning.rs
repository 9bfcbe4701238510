//! What the training program sees of an article: the features and candidates of each fragment in
//! marks, and of each cue that may report without.
//!
//! The walk is the one that extraction makes, with the trainer's judgement in the place of the
//! ranker's. Knows no gold and no weights.

pub use super::indirect::UNITS as REPORT_UNITS;
use super::{
    candidates::{Candidate, Known, Last, Stage},
    features::{NOBODY, joined},
    indirect,
    scene::Ground,
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
    let mut ground = Ground::default();
    ground.cut(&document.text, article.text_blocks());
    let scenes = ground.scenes(&document.text);
    let stage = Stage::of(&scenes);
    let mut known = Known::of(&stage);
    let mut last: Option<Last<'_>> = None;
    for index in 0..stage.fragments.len() {
        let Some(case) = stage.case(index, last.as_ref(), &mut known) else { continue };
        let quote = stage.fragments.get(index).and_then(|fragment| stage.place(fragment));
        let quote = quote.and_then(|(scene, outer)| scene.marked.get(outer.marked));
        let example = Example {
            quote: quote.map(|marked| marked.part.span).unwrap_or_default(),
            shared: case.fragment.to_vec(),
            candidates: std::iter::once(Choice { row: NOBODY.to_vec(), ..Choice::default() })
                .chain(case.candidates.iter().map(|one| choice(one, &known)))
                .collect(),
        };
        let chosen = judge(example);
        let chosen = chosen.checked_sub(1).and_then(|chosen| case.candidates.get(chosen));
        if let Some(who) = chosen.map(|chosen| chosen.who) {
            last = Some(Last { fragment: index, who });
        }
    }
}

fn choice(candidate: &Candidate<'_>, known: &Known<'_>) -> Choice {
    let chunk = candidate.who.chunk;
    let portrait = known.portrait(candidate.portrait);
    Choice {
        mention: chunk.span,
        content: Span::default(),
        name: chunk.name,
        person: candidate.person,
        row: portrait.map_or(Vec::new(), |own| joined(&own.row, &candidate.row).to_vec()),
    }
}

/// Walks through the cues of a document that may report without marks.
pub fn reports(document: &Document, mut see: impl FnMut(Example)) {
    let (article, _) = ingest::read(document);
    let mut ground = Ground::default();
    ground.cut(&document.text, article.text_blocks());
    for scene in ground.scenes(&document.text) {
        indirect::examples(&scene, &mut see);
    }
}
