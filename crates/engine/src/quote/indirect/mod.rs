//! Indirect speech: what somebody is said to have said, in the reporter's words, without marks.
//!
//! Goes through the outer sentences of a block, cue by cue: `cases` proposes who may have said what,
//! by the frames of the verb, and `verdict` weighs the proposals. What is denied to be said or only
//! possible is not proposed. Every look around is bounded, so the work stays linear. Does not know
//! who a name or a "he" is.

mod around;
mod behind;
mod cases;
mod clause;
mod cue;
mod extent;
mod frames;
mod phrase;
mod place;
mod rows;
mod subject;
#[cfg(test)]
mod tests;
mod verdict;

use std::ops::Range;

use self::{
    subject::Subject,
    verdict::{Held, apart},
};
use super::{
    Confidence, Cue, CuePosition, Draft, Mention, MentionKind, Part, Quotation, QuoteKind, Stance,
    Who,
    learning::Example,
    scene::{Ground, Scene},
    work,
};
use crate::{
    article::{Block, BlockKind, Rule},
    order,
    person::{chunk::Chunk, token::bare},
    span::Span,
    text::keyed::{Key, Map},
};

pub use verdict::UNITS;

/// An outer sentence that is asked for its reports.
struct Sentence<'a> {
    scene: &'a Scene<'a>,
    range: Range<usize>,
}

/// A report without marks.
#[derive(Clone)]
struct Report {
    content: Content,
    subject: Subject,
}

/// What is reported.
#[derive(Clone)]
struct Content {
    /// Its tokens.
    first: Range<usize>,
    /// Its tokens behind the words that report; empty if they stand at its edge.
    rest: Range<usize>,
    /// Where its cue stands.
    position: CuePosition,
    /// What shows that it is reported.
    how: How,
    /// What stands at its end.
    why: usize,
}

/// What shows that a content is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum How {
    That,
    Infinitive,
    Question,
    Behind,
    Pause,
    Object,
    Before,
    Inverted,
    According,
    Colon,
}

impl How {
    /// The rule's name, for a reader.
    fn name(self) -> &'static str {
        match self {
            Self::That => "that-clause",
            Self::Infinitive => "infinitive",
            Self::Question => "reported question",
            Self::Behind | Self::Pause => "clause behind its verb",
            Self::Object => "object of its verb",
            Self::Before | Self::Inverted => "clause before its speaker",
            Self::According => "according to",
            Self::Colon => "name and colon",
        }
    }
}

impl Content {
    fn parts(&self) -> impl Iterator<Item = &Range<usize>> {
        [&self.first, &self.rest].into_iter().filter(|part| !part.is_empty())
    }

    /// Whether both begin at one place, for one reason.
    fn begins_as(&self, other: &Self) -> bool {
        let of = |it: &Self| (it.first.start, it.how as usize, it.position as usize);
        of(self) == of(other)
    }

    /// Whether both have the same tokens, and end for one reason.
    fn is(&self, other: &Self) -> bool {
        self.first == other.first && self.rest == other.rest && self.why == other.why
    }

    /// Whether the token `at` is of it.
    fn has(&self, at: usize) -> bool {
        self.first.contains(&at) || self.rest.contains(&at)
    }

    /// From its first token to its last.
    fn whole(&self) -> Range<usize> {
        self.first.start..self.first.end.max(self.rest.end)
    }

    /// Whether both have a token.
    fn shares(&self, other: &Self) -> bool {
        self.parts()
            .any(|one| other.parts().any(|two| one.start.max(two.start) < one.end.min(two.end)))
    }
}

impl Report {
    /// Whether both have one speaker, and contents that are at least half alike.
    fn is_like(&self, other: &Self) -> bool {
        let (one, two) = (self.content.whole(), other.content.whole());
        let shared = one.end.min(two.end).saturating_sub(one.start.max(two.start));
        let all = one.end.max(two.end) - one.start.min(two.start);
        self.subject.chunk.start == other.subject.chunk.start && shared * 2 >= all
    }
}

/// The longest content, in tokens.
const LONGEST: usize = 150;

/// The reports without marks of a block, by place; `marked` are its quotations in marks.
pub(super) fn find(scene: &Scene<'_>, marked: &[Draft]) -> Vec<Draft> {
    let mut found = Vec::new();
    let mut cued = None;
    for range in scene.sentences {
        let sentence = Sentence { scene, range: range.clone() };
        let held: Vec<Held> =
            sentence.cases().into_iter().filter_map(|case| sentence.judge(case)).collect();
        for held in apart(held) {
            let cued = cued.get_or_insert_with(|| by_cue(marked));
            found.extend(draft(scene, &held, cued));
        }
    }
    found
}

/// The quotations in marks that somebody says, each with the start of its cue, in the order of these.
fn by_cue(marked: &[Draft]) -> Vec<(u32, &Quotation)> {
    let said = marked.iter().map(|draft| &draft.quotation);
    let said = said.filter(|quotation| quotation.kind != QuoteKind::Scare);
    let mut cued: Vec<(u32, &Quotation)> = said
        .filter_map(|quotation| Some((quotation.cue.as_ref()?.span.start, quotation)))
        .collect();
    order::sort_by_key(&mut cued, |(start, _)| *start);
    cued
}

/// The reports inside the quotation in marks at `span`, which is the `parent`th of its list.
pub(super) fn inside(source: &str, block: Block, span: Span, parent: usize) -> Vec<Draft> {
    let mut ground = Ground::default();
    ground.cut(source, std::iter::once(Block { span, ..block }));
    let scenes = ground.scenes(source);
    let mut found: Vec<Draft> = scenes.iter().flat_map(|scene| find(scene, &[])).collect();
    for draft in &mut found {
        draft.quotation.nested_in = u32::try_from(parent).ok();
    }
    found
}

/// The cases of a block, as the training program sees them.
pub(super) fn examples(scene: &Scene<'_>, see: &mut impl FnMut(Example)) {
    for range in scene.sentences {
        let sentence = Sentence { scene, range: range.clone() };
        sentence.cases().iter().filter_map(|case| sentence.example(case)).for_each(&mut *see);
    }
}

/// The reports that headings make, "Smith: No need to worry", where the text names the one before
/// the colon too.
pub(super) fn of_headings(scenes: &[Scene<'_>]) -> Vec<Draft> {
    let heads = |kind| matches!(kind, BlockKind::Headline | BlockKind::Subhead);
    let (headings, text): (Vec<&Scene<'_>>, Vec<_>) =
        scenes.iter().partition(|scene| heads(scene.block.kind));
    let surname = |scene: &Scene<'_>, chunk: &Chunk| {
        let name = chunk.name?.of(scene.source);
        name.split_whitespace().next_back().map(|word| Key::folded(bare(word)))
    };
    if headings.is_empty() {
        return Vec::new();
    }
    let mut known = Map::default();
    for scene in text {
        let named = scene
            .chunks
            .iter()
            .filter(|chunk| matches!(chunk.kind, MentionKind::Name | MentionKind::TitledName));
        for surname in named.filter_map(|chunk| surname(scene, chunk)) {
            known.insert(surname, 0);
        }
    }
    let report = |scene: &&Scene<'_>| {
        let range = scene.sentences.first()?.clone();
        let held = Sentence { scene, range }.heading()?;
        let named = surname(scene, &held.report.subject.chunk)?;
        known.get(named).is_some().then(|| draft(scene, &held, &[])).flatten()
    };
    headings.iter().filter_map(report).collect()
}

/// The most of a content that may stand in marks: what has more is a quotation in marks.
const MARKED: usize = 40;

impl Sentence<'_> {
    /// Whether little of the content stands in marks.
    fn is_unmarked(&self, content: &Content) -> bool {
        let scene = self.scene;
        let (mut marked, mut all) = (0, 0);
        for part in content.parts() {
            let Some(span) = words(scene, part.clone()) else { return false };
            all += span.len();
            let from = scene.outer.partition_point(|outer| outer.tokens.end <= part.start);
            let inside = scene.outer.get(from..).unwrap_or_default().iter();
            let inside = inside.take_while(|outer| outer.tokens.start < part.end);
            let outers = inside.filter_map(|outer| scene.marked.get(outer.marked));
            marked += outers.map(|marked| marked.part.outer.len()).sum::<usize>();
        }
        marked * 100 <= all * MARKED
    }
}

/// From how many percent on a report is sure: on articles that the network has not seen, at least
/// 95 of 100 such reports are right.
const SURE: u8 = 95;

/// From how many percent on a report is likely.
const LIKELY: u8 = 70;

fn confidence(percent: u8) -> Confidence {
    match percent {
        SURE.. => Confidence::Sure,
        LIKELY.. => Confidence::Likely,
        _ => Confidence::Check,
    }
}

fn draft(scene: &Scene<'_>, held: &Held, cued: &[(u32, &Quotation)]) -> Option<Draft> {
    let Held { verb, report, chance } = held;
    let parts: Vec<Span> =
        report.content.parts().filter_map(|part| words(scene, part.clone())).collect();
    let whole = parts.iter().copied().reduce(Span::cover)?;
    let cue = words(scene, verb.at..verb.end)?;
    let quoted = |quotation: &Quotation| {
        work::look();
        quotation.cue.as_ref().is_some_and(|known| known.span == cue)
            && quotation.parts.iter().any(|part| part.outer.overlaps(whole))
    };
    let from = cued.partition_point(|(start, _)| *start < cue.start);
    let mut cued = cued.get(from..)?.iter().take_while(|(start, _)| *start == cue.start);
    if cued.any(|(_, quotation)| quoted(quotation)) {
        return None;
    }
    let mention = report.subject.chunk;
    let who = report.subject.relative.and_then(|at| scene.tokens.get(at));
    let named = who.map_or(mention.span, |who| mention.span.cover(who.span));
    let percent = (chance * 100.0) as u8;
    let quotation = Quotation {
        kind: QuoteKind::Indirect,
        place: scene.block.kind,
        parts: parts.into_iter().map(|span| Part { span, outer: span, closed: true }).collect(),
        speaker: None,
        echoes: None,
        mention: Some(Mention { span: named, kind: mention.kind }),
        cue: Some(Cue {
            span: cue,
            verb: verb.lemma.to_owned(),
            stance: Stance::of(verb.plain()),
            position: report.content.position,
        }),
        nested_in: None,
        language: None,
        rule: Rule::Borrowed(report.content.how.name()),
        confidence: confidence(percent),
        probability: percent,
    };
    let who = if report.subject.is_thing(scene) { Who::Unknown } else { Who::Chunk(mention) };
    Some(Draft { quotation, who })
}

/// The words of some tokens.
fn words(scene: &Scene<'_>, range: Range<usize>) -> Option<Span> {
    let tokens = scene.tokens.get(range)?;
    Some(tokens.first()?.span.cover(tokens.last()?.span))
}
