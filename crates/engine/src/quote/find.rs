//! Finds the quotations of an article, with the words that name their speakers.
//!
//! Goes through the fragments in order, lets the ranker judge each, and joins the parts of one
//! quotation. Who a mention is, `person` decides.

use super::{
    Confidence, CuePosition, Mention, Part, Quotation, QuoteKind,
    candidates::{Known, Last, Mentioned, Stage},
    decision::{Decision, decide},
    indirect,
    kind::kind,
    merge::merge,
    ranker::judge,
    scene::{Outer, Scene},
    soundbite,
};
use crate::{
    article::{BlockKind, Rule},
    order,
    person::{chunk::Chunk, token::Kind},
    span::Span,
};

/// A quotation whose speaker is not resolved yet.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    /// The quotation, without a speaker.
    pub(crate) quotation: Quotation,
    /// Who is to be resolved as its speaker.
    pub(crate) who: Who,
}

/// Who speaks, as far as the words around a quotation tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Who {
    /// The one whom this chunk names.
    Chunk(Chunk),
    /// The speaker of the quotation at this index.
    Same(usize),
    /// The words do not tell.
    Unknown,
}

/// The quotations of the document whose text blocks are the scenes, by place.
pub(crate) fn find(source: &str, scenes: &[Scene<'_>]) -> Vec<Draft> {
    let stage = Stage::of(scenes);
    let mut finder = Finder {
        source,
        stage: &stage,
        known: Known::of(&stage),
        drafts: Vec::with_capacity(stage.fragments.len()),
        last: None,
        previous: None,
    };
    let (mut next, mut reported) = (0, Vec::new());
    for (index, scene) in scenes.iter().enumerate() {
        let first = finder.drafts.len();
        let shots = scene.block.kind == BlockKind::Shotlist;
        if shots {
            finder.shotlist(scene, &mut reported);
        }
        while stage.fragments.get(next).is_some_and(|fragment| fragment.scene == index) {
            finder.fragment(next);
            next += 1;
        }
        let marked = finder.drafts.get(first..).filter(|_| !shots);
        reported.extend(marked.map(|marked| indirect::find(scene, marked)).unwrap_or_default());
    }
    let drafts = finder.drafts;
    reported.extend(indirect::of_headings(scenes));
    order::sort_by_key(&mut reported, |report| report.quotation.span().start);
    merge(drafts, reported)
}

struct Finder<'s, 'a> {
    source: &'a str,
    stage: &'s Stage<'s, 'a>,
    known: Known<'s>,
    drafts: Vec<Draft>,
    /// Who spoke last.
    last: Option<Last<'s>>,
    /// The quotation before.
    previous: Option<Previous<'s>>,
}

/// The quotation before.
#[derive(Clone, Copy)]
struct Previous<'s> {
    draft: usize,
    /// Its last fragment.
    fragment: usize,
    who: Option<Mentioned<'s>>,
}

impl Finder<'_, '_> {
    fn shotlist(&mut self, scene: &Scene<'_>, reported: &mut Vec<Draft>) {
        let mut from = scene.block.span.start as usize;
        for outer in scene.outer {
            let Some(marked) = scene.marked.get(outer.marked) else { continue };
            let found =
                soundbite::introduction(self.source, from, marked.part.outer.start as usize);
            from = marked.part.outer.end as usize;
            let quotation = Quotation {
                kind: QuoteKind::Soundbite,
                place: scene.block.kind,
                parts: vec![marked.part],
                speaker: None,
                echoes: None,
                mention: found.mention.map(|chunk| Mention { span: chunk.span, kind: chunk.kind }),
                cue: found.cue,
                nested_in: None,
                language: found.language,
                rule: Rule::Borrowed("soundbite's introduction"),
                confidence: found.confidence,
                probability: found.confidence.percent(),
            };
            let who = found.mention.map_or(Who::Unknown, Who::Chunk);
            self.drafts.push(Draft { quotation, who });
            let parent = self.drafts.len() - 1;
            let words = marked.part.span;
            reported.extend(indirect::inside(self.source, scene.block, words, parent));
            self.nested(scene, outer.marked, parent);
        }
    }

    /// Takes the fragment `index` in: as a part of the quotation before, or as a new one.
    fn fragment(&mut self, index: usize) {
        let stage = self.stage;
        let Some(fragment) = stage.fragments.get(index) else { return };
        let Some((scene, outer)) = stage.place(fragment) else { return };
        let Some(case) = stage.case(index, self.last.as_ref(), &mut self.known) else { return };
        let verdict = judge(&case, &self.known);
        let decision = decide(&case, verdict, stage, fragment, self.last.as_ref());
        let draft = match self.joined(index, &decision) {
            Some(draft) => draft,
            None => {
                self.drafts.push(self.draft(scene, outer, index, &decision));
                self.drafts.len() - 1
            }
        };
        if let Some(who) = decision.who {
            self.last = Some(Last { fragment: index, who });
        }
        self.previous = Some(Previous { draft, fragment: index, who: decision.who });
        self.nested(scene, outer.marked, draft);
    }

    /// Adds the fragment to the quotation before, if it goes on with it; its index if so.
    fn joined(&mut self, index: usize, decision: &Decision<'_>) -> Option<usize> {
        let previous = self.previous.filter(|previous| previous.fragment + 1 == index)?;
        let stage = self.stage;
        let fragment = stage.fragments.get(index)?;
        let before = stage.fragments.get(previous.fragment)?;
        let (scene, outer) = stage.place(fragment)?;
        let part = scene.marked.get(outer.marked)?.part;
        let draft = self.drafts.get_mut(previous.draft)?;
        if decision.who.is_none() || decision.who != previous.who {
            return None;
        }
        let old = draft.quotation.cue.as_ref().map(|cue| cue.span);
        let goes_on = if fragment.scene == before.scene {
            // "A," he said, "B": the cue found for B is the one that follows A.
            let same = decision.cue.as_ref().map(|cue| cue.span) == old && old.is_some();
            // "A," he said. "B."
            let leads = outer.tokens.start == fragment.sentence.start;
            let after = old.is_some_and(|old| old.start > draft.quotation.span().end)
                && before.sentence.end == outer.tokens.start;
            // "A," said she, "b.": the sentence goes on to its end in the same marks.
            let aside = fragment.sentence == before.sentence
                && outer.tokens.end == fragment.sentence.end
                && old.is_some_and(|old| old.start > draft.quotation.span().end)
                && follows_comma(scene, outer);
            same || ((leads && after || aside) && decision.cue.is_none())
        } else {
            // “A. ¶ “B.”: the mark is opened again, and not closed before.
            let open = draft.quotation.parts.last().is_some_and(|part| !part.closed);
            open && outer.tokens.start == 0 && fragment.scene == before.scene + 1
        };
        if !goes_on {
            return None;
        }
        let quotation = &mut draft.quotation;
        let end = quotation.span().end;
        if let Some(cue) = quotation.cue.as_mut().filter(|cue| cue.span.start > end) {
            cue.position = CuePosition::Between;
        }
        quotation.parts.push(part);
        quotation.probability = quotation.probability.min(decision.percent);
        quotation.confidence = quotation.confidence.max(decision.confidence());
        Some(previous.draft)
    }

    fn draft(
        &self,
        scene: &Scene<'_>,
        outer: &Outer,
        index: usize,
        decision: &Decision<'_>,
    ) -> Draft {
        let part = scene.marked.get(outer.marked).map_or(EMPTY, |marked| marked.part);
        let leads = self
            .stage
            .fragments
            .get(index)
            .is_some_and(|fragment| fragment.sentence.start == outer.tokens.start);
        let kind = kind(scene, outer, leads, decision);
        let who = decision.mention;
        let goes_on = self.previous.filter(|previous| {
            decision.cue.is_none() && who.is_some() && previous.who == decision.who
        });
        Draft {
            quotation: Quotation {
                kind,
                place: scene.block.kind,
                parts: vec![part],
                speaker: None,
                echoes: None,
                mention: who.map(|chunk| Mention { span: chunk.span, kind: chunk.kind }),
                cue: decision.cue.clone(),
                nested_in: None,
                language: None,
                rule: Rule::Borrowed(decision.rule),
                confidence: decision.confidence(),
                probability: decision.percent,
            },
            who: match (goes_on, who) {
                (Some(previous), _) => Who::Same(previous.draft),
                (None, Some(chunk)) => Who::Chunk(chunk),
                (None, None) => Who::Unknown,
            },
        }
    }

    /// The stretches inside the stretch `outer`, as quotations nested in the draft `parent`.
    fn nested(&mut self, scene: &Scene<'_>, outer: usize, parent: usize) {
        let next = scene.marked.get(outer + 1);
        if next.is_none_or(|next| next.inside.is_none()) {
            return;
        }
        let mut parents = vec![(outer, parent)];
        for (index, marked) in scene.marked.iter().enumerate().skip(outer + 1) {
            let Some(inside) = marked.inside else { break };
            let Some(&(_, parent)) = parents.iter().find(|(at, _)| *at == inside) else { continue };
            parents.push((index, self.drafts.len()));
            self.drafts.push(Draft {
                quotation: Quotation {
                    kind: QuoteKind::Nested,
                    place: scene.block.kind,
                    parts: vec![marked.part],
                    speaker: None,
                    echoes: None,
                    mention: None,
                    cue: None,
                    nested_in: u32::try_from(parent).ok(),
                    language: None,
                    rule: Rule::Borrowed("inside a quotation"),
                    confidence: Confidence::Likely,
                    probability: Confidence::Likely.percent(),
                },
                who: Who::Same(parent),
            });
        }
    }
}

/// Whether the stretch stands right behind a comma.
fn follows_comma(scene: &Scene<'_>, outer: &Outer) -> bool {
    outer.tokens.start.checked_sub(1).is_some_and(|at| scene.kind(at) == Some(Kind::Comma))
}

const EMPTY: Part =
    Part { span: Span { start: 0, end: 0 }, outer: Span { start: 0, end: 0 }, closed: false };
