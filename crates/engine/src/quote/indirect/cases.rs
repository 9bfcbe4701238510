//! Cases: each cue of a sentence with everything that it may report.
//!
//! Proposes widely: who may speak, where the content may begin and where it may end. What of it is
//! a report, `verdict` decides. Every look is bounded.

use super::{
    Content, CuePosition, How, Report, Sentence,
    cue::Verb,
    extent::{Cut, Ends},
    frames::Frames,
    subject::Subject,
};
use crate::person::{
    lexicon::{Class, words::words},
    token::Kind,
};

/// A cue with all that it may report.
pub(super) struct Case {
    /// The words that report.
    pub(super) verb: Verb,
    /// How many cues stand before it in the sentence.
    pub(super) number: usize,
    /// What it may report.
    pub(super) reports: Vec<Report>,
}

/// The most that is proposed of one cue.
const MOST: usize = 20;

/// Where a content may begin, and what shows there.
#[derive(Clone, Copy)]
pub(super) struct Start {
    /// Its first token.
    pub(super) at: usize,
    /// What leads it in.
    pub(super) how: How,
}

impl Sentence<'_> {
    /// The cases of the sentence, in order.
    pub(super) fn cases(&self) -> Vec<Case> {
        let mut found: Vec<Case> = Vec::new();
        let mut at = self.range.start;
        while at < self.range.end {
            if !self.scene.may_cue(at) {
                at += 1;
                continue;
            }
            if let Some(outer) = self.scene.outer_over(at) {
                at = outer.tokens.end.max(at + 1);
                continue;
            }
            let before = found.iter().rev().take(2).find(|case| self.is_said(&case.verb));
            let before = before.and_then(|case| case.reports.first());
            let before = before.map(|report| &report.subject);
            let case = self.according_to(at).or_else(|| self.by_verb(self.cue(at)?, before));
            if let Some(mut case) = case.filter(|case| !case.reports.is_empty()) {
                case.number = found.len();
                found.push(case);
            }
            at += 1;
        }
        found
    }

    /// What the verb may report; `before` is who spoke before in the sentence.
    fn by_verb(&self, verb: Verb, before: Option<&Subject>) -> Option<Case> {
        let mut reports = Vec::new();
        self.inverted(&verb, &mut reports);
        let mut led_in = None;
        for subject in self.subjects(&verb, before) {
            let led = subject.chunk.start.checked_sub(1).filter(|&at| at >= self.range.start);
            if led.is_some_and(|at| self.scene.any(at, words!("if unless whether"))) {
                continue;
            }
            self.interposed(&verb, &subject, &mut reports);
            let led_in = *led_in.get_or_insert_with(|| self.introduced(&verb));
            self.behind(&verb, led_in, &subject, &mut reports);
        }
        reports.retain(|report| self.is_unmarked(&report.content));
        reports.truncate(MOST);
        Some(Case { verb, number: 0, reports })
    }

    /// Whether the words tell of speech, and not of a mind alone.
    fn is_said(&self, verb: &Verb) -> bool {
        self.scene.is(verb.at, Class::REPORT) || verb.frames == Frames::default()
    }

    /// Who may speak by the verb; the likeliest first.
    fn subjects(&self, verb: &Verb, before: Option<&Subject>) -> Vec<Subject> {
        let likeliest = self.subject(verb, before).filter(|subject| self.suits(verb, subject));
        let other = |rank| move |chunk| Subject { chunk, beside: false, relative: None, rank };
        let nearest = self.first_actor(verb.group).map(other(1));
        let first = self.opening(verb.group).map(other(3));
        let before = before.map(|subject| Subject { rank: 2, ..subject.clone() });
        let mut found: Vec<Subject> = Vec::with_capacity(4);
        for subject in [likeliest, nearest, before, first].into_iter().flatten() {
            let known = found.iter().any(|known| known.chunk.start == subject.chunk.start);
            if !known && subject.chunk.end <= verb.group {
                found.push(subject);
            }
        }
        found
    }

    /// The contents behind the verb, where a word may lead them in.
    fn behind(
        &self,
        verb: &Verb,
        led_in: Option<Start>,
        subject: &Subject,
        reports: &mut Vec<Report>,
    ) {
        let Some(start) = led_in.or_else(|| self.bare(verb, subject)) else { return };
        let ends = Ends::of(self, start.at, subject);
        for &Cut { at: end, why } in ends.found() {
            if end < start.at + 2 {
                continue;
            }
            let content = Content {
                first: start.at..end,
                rest: 0..0,
                position: CuePosition::Before,
                how: start.how,
                why,
            };
            reports.push(Report { content, subject: subject.clone() });
        }
    }

    /// "It rains, Smith said.", "It rains, as Smith said, and it snows."
    fn interposed(&self, verb: &Verb, subject: &Subject, reports: &mut Vec<Report>) {
        let before = subject.chunk.start.checked_sub(1).filter(|&at| at > self.range.start + 1);
        let Some(before) = before else { return };
        let comma = before - usize::from(self.scene.any(before, words!("as")));
        let fits = matches!(self.scene.kind(comma), Some(Kind::Comma | Kind::Dash))
            && verb.frames.is(Frames::SAY.and(Frames::CLAUSE).and(Frames::PERSON))
            && subject.relative.is_none()
            && !self.scene.any(before + 1, words!("who which that what"));
        if fits {
            self.around(comma, verb.end, verb.frames, subject, How::Before, reports);
        }
    }

    /// "It rains, said Smith."
    fn inverted(&self, verb: &Verb, reports: &mut Vec<Report>) {
        let scene = self.scene;
        let comma = verb.group.checked_sub(1).filter(|&at| at > self.range.start);
        let Some(comma) = comma else { return };
        let fits = scene.kind(comma) == Some(Kind::Comma)
            && verb.group == verb.at
            && scene.is(verb.at, Class::REPORT)
            && !scene.is(verb.at, Class::PARTICIPLE)
            && verb.frames.is(Frames::SAY.and(Frames::CLAUSE))
            && !verb.frames.is(Frames::PERSON);
        let chunk = scene.chunk_from(verb.end).filter(|chunk| fits && self.may_speak(chunk));
        let Some(chunk) = chunk else { return };
        let subject = Subject { chunk: *chunk, beside: true, relative: None, rank: 0 };
        self.around(comma, chunk.end, verb.frames, &subject, How::Inverted, reports);
    }
}
