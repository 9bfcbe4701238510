//! Indirect speech: what somebody is said to have said, in the reporter's words, without marks.
//!
//! Goes through the outer sentences of a block, verb by verb. A verb reports where it has somebody
//! who speaks and a content of the form that it takes: a clause, a question, an infinitive. What is
//! denied to be said, wished or only possible is no report. Every look around is bounded, so the
//! work stays linear. Does not know who a name or a "he" is.

mod around;
mod behind;
mod clause;
mod cue;
mod extent;
mod frames;
mod place;
mod subject;

use std::ops::Range;

use self::{cue::Verb, subject::Subject};
use super::{
    Confidence, Cue, CuePosition, Draft, Mention, MentionKind, Part, Quotation, QuoteKind, Stance,
    Who, scene::Scene,
};
use crate::{
    article::{BlockKind, Rule},
    person::{chunk::Chunk, token::bare},
    span::Span,
    text::keyed::{Key, Map},
};

/// An outer sentence that is asked for its reports.
struct Sentence<'a> {
    scene: &'a Scene<'a>,
    range: Range<usize>,
}

/// A report without marks.
struct Report {
    content: Content,
    subject: Subject,
    verb: Verb,
}

/// What is reported.
struct Content {
    /// Its tokens, in parts.
    parts: Vec<Range<usize>>,
    /// Where its cue stands.
    position: CuePosition,
    /// The rule that found it.
    rule: &'static str,
}

impl Content {
    /// A content in one part.
    fn of(part: Range<usize>, position: CuePosition, rule: &'static str) -> Self {
        Self { parts: vec![part], position, rule }
    }
}

/// The longest content, in tokens.
const LONGEST: usize = 150;

/// Whether the word is one of a list, which has a space between its words.
fn among(list: &str, word: &str) -> bool {
    let mut rest = list.as_bytes();
    while rest.len() >= word.len() && !word.is_empty() {
        let end = rest.iter().position(|byte| *byte == b' ').unwrap_or(rest.len());
        if rest.get(..end) == Some(word.as_bytes()) {
            return true;
        }
        rest = rest.get(end + 1..).unwrap_or_default();
    }
    false
}

/// The reports without marks of a block, by place; `marked` are its quotations in marks.
pub(super) fn find(scene: &Scene<'_>, marked: &[Draft]) -> Vec<Draft> {
    let mut found = Vec::new();
    for range in &scene.sentences {
        let sentence = Sentence { scene, range: range.clone() };
        let reports = outermost(sentence.reports());
        found.extend(reports.iter().filter_map(|report| draft(scene, report, marked)));
    }
    found
}

/// The reports that headings make, "Smith: No need to worry", where the text names the one before
/// the colon too.
pub(super) fn of_headings(scenes: &[Scene<'_>]) -> Vec<Draft> {
    let heads = |kind| matches!(kind, BlockKind::Headline | BlockKind::Subhead);
    let (headings, text): (Vec<_>, Vec<_>) =
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
        let report = Sentence { scene, range }.heading()?;
        let named = surname(scene, &report.subject.chunk)?;
        known.get(named).is_some().then(|| draft(scene, &report, &[])).flatten()
    };
    headings.iter().filter_map(report).collect()
}

/// Those reports that stand in no other's content.
fn outermost(mut reports: Vec<Report>) -> Vec<Report> {
    let inside = |inner: &Report, outer: &Report| {
        outer.content.parts.iter().any(|part| part.contains(&inner.verb.at))
            && !inner.content.parts.iter().any(|part| part.contains(&outer.verb.at))
    };
    let nested: Vec<bool> = reports
        .iter()
        .enumerate()
        .map(|(at, inner)| {
            let near = at.saturating_sub(NEAR)..(at + NEAR).min(reports.len());
            reports.get(near).unwrap_or_default().iter().any(|outer| inside(inner, outer))
        })
        .collect();
    let mut nested = nested.into_iter();
    reports.retain(|_| !nested.next().unwrap_or(false));
    reports
}

impl Sentence<'_> {
    fn reports(&self) -> Vec<Report> {
        let mut found: Vec<Report> = Vec::new();
        let mut at = self.range.start;
        while at < self.range.end {
            if let Some(outer) = self.scene.outer_over(at) {
                at = outer.tokens.end.max(at + 1);
                continue;
            }
            let before = found.last().map(|report| &report.subject);
            let report = self.according_to(at).or_else(|| {
                let verb = self.cue(at)?;
                self.by_verb(&verb, before)
            });
            found.extend(report);
            at += 1;
        }
        found
    }

    /// The report of the verb: its content before or around it, or behind it.
    fn by_verb(&self, verb: &Verb, before: Option<&Subject>) -> Option<Report> {
        if let Some(report) = self.inverted(verb) {
            return Some(report);
        }
        let subject = self.subject(verb, before).filter(|subject| self.suits(verb, subject))?;
        let before = subject.chunk.start.checked_sub(1).filter(|&at| at >= self.range.start);
        if before.is_some_and(|at| among("if unless whether", &self.lower(at))) {
            return None;
        }
        let report = |content| Report { content, subject: subject.clone(), verb: verb.clone() };
        self.introduced(verb, &subject)
            .or_else(|| self.interposed(verb, &subject))
            .or_else(|| self.bare(verb, &subject))
            .map(report)
    }
}

/// How many reports around one are asked whether it stands in their content.
const NEAR: usize = 8;

/// The most of a content that may stand in marks: what has more is a quotation in marks.
const MARKED: usize = 40;

fn draft(scene: &Scene<'_>, report: &Report, marked: &[Draft]) -> Option<Draft> {
    let parts: Vec<Span> =
        report.content.parts.iter().filter_map(|part| words(scene, part.clone())).collect();
    let whole = parts.iter().copied().reduce(Span::cover)?;
    let cue = words(scene, report.verb.at..report.verb.end)?;
    let quoted = |draft: &Draft| {
        let quotation = &draft.quotation;
        quotation.kind != QuoteKind::Scare
            && quotation.cue.as_ref().is_some_and(|known| known.span == cue)
            && quotation.parts.iter().any(|part| part.outer.overlaps(whole))
    };
    let inside = scene.outer.iter().filter_map(|outer| scene.marked.get(outer.marked));
    let length: usize = inside
        .map(|marked| marked.part.outer)
        .filter(|outer| parts.iter().any(|part| part.overlaps(*outer)))
        .map(Span::len)
        .sum();
    if length * 100 > whole.len() * MARKED || marked.iter().any(quoted) {
        return None;
    }
    let mention = report.subject.chunk;
    let who = report.subject.relative.and_then(|at| scene.tokens.get(at));
    let named = who.map_or(mention.span, |who| mention.span.cover(who.span));
    let quotation = Quotation {
        kind: QuoteKind::Indirect,
        place: scene.block.kind,
        parts: parts.into_iter().map(|span| Part { span, outer: span, closed: true }).collect(),
        speaker: None,
        echoes: None,
        mention: Some(Mention { span: named, kind: mention.kind }),
        cue: Some(Cue {
            span: cue,
            verb: report.verb.lemma.to_string(),
            stance: Stance::of(report.verb.plain()),
            position: report.content.position,
        }),
        nested_in: None,
        language: None,
        rule: Rule::Borrowed(report.content.rule),
        confidence: report.subject.confidence(),
        probability: report.subject.confidence().percent(),
    };
    let who = if report.subject.is_thing(scene) { Who::Unknown } else { Who::Chunk(mention) };
    Some(Draft { quotation, who })
}

/// The words of some tokens.
fn words(scene: &Scene<'_>, range: Range<usize>) -> Option<Span> {
    let tokens = scene.tokens.get(range)?;
    Some(tokens.first()?.span.cover(tokens.last()?.span))
}

#[cfg(test)]
mod tests;
