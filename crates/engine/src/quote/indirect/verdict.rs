//! Verdicts: which of the reports that are proposed of a cue holds, and how surely.
//!
//! A small network weighs them (see `network`); its weights are data, made by `crates/learn`. Of
//! reports that share words, the likeliest holds.

use std::sync::LazyLock;

use super::{How, Report, Sentence, cases::Case, cue::Verb, frames::Frames, rows::ANY, words};
use crate::quote::{
    learning::{Choice, Example},
    network::{Network, both},
};

/// Units of the network's hidden layer.
pub const UNITS: usize = 12;

/// The least chance of a report that is told.
const LEAST: f32 = 0.52;

/// The same of what follows "said", or "asked them to": nothing reports more plainly.
const LEAST_SAID: f32 = 0.45;

/// The same where no clause says what was said, "vowed to go", "praised the plan", unless somebody
/// is asked to do it.
const LEAST_ACT: f32 = 0.8;

/// The same where a comma stands between a verb and its clause, "was keen to stress, it rains": it
/// is too rare to be learnt.
const LEAST_PAUSE: f32 = 0.2;

impl How {
    /// The least chance of such a report by `verb` that is told.
    fn least(self, verb: &Verb) -> f32 {
        match self {
            Self::Infinitive if verb.frames.is(Frames::PERSON_TO) => LEAST_SAID,
            Self::Infinitive | Self::Object => LEAST_ACT,
            Self::Pause => LEAST_PAUSE,
            Self::Behind if verb.frames.is(Frames::SAY) => LEAST_SAID,
            _ => LEAST,
        }
    }
}

/// The weights that are part of the engine.
static SHIPPED: LazyLock<Network<UNITS>> =
    LazyLock::new(|| Network::parse(include_bytes!("weights.bin")).unwrap_or_default());

/// A report that holds.
pub(super) struct Held {
    /// The words that report.
    pub(super) verb: Verb,
    /// Who reports what.
    pub(super) report: Report,
    /// How likely it is, from 0 to 1.
    pub(super) chance: f32,
}

/// The weights of the features of one kind, added up, and the place of the report they are of.
type Sums = (usize, [i16; UNITS]);

/// The sums that the reports of a case share, as far as it is gone through: reports of one speaker
/// stand together, and so do those that begin alike.
#[derive(Default)]
struct Shared {
    subject: Option<Sums>,
    begin: Option<Sums>,
    /// From which end on such a beginning makes a clause.
    clause: usize,
    ends: Vec<Sums>,
}

impl Shared {
    /// The sums of the features of the report `at`.
    fn sums(&mut self, sentence: &Sentence<'_>, case: &Case, at: usize) -> [i16; UNITS] {
        let Some(report) = case.reports.get(at) else { return [0; UNITS] };
        let (subject, content) = (&report.subject, &report.content);
        let like = |place: usize, alike: &dyn Fn(&Report) -> bool| {
            case.reports.get(place).is_some_and(alike)
        };
        let known = self.subject.filter(|known| like(known.0, &|it| it.subject.is(subject)));
        let speaks =
            known.unwrap_or_else(|| (at, SHIPPED.sums(&sentence.subject_row(&case.verb, subject))));
        let known = self.begin.filter(|known| like(known.0, &|it| it.content.begins_as(content)));
        let begins = known.unwrap_or_else(|| {
            self.clause = sentence.clause_of(content);
            (at, SHIPPED.sums(&sentence.begin_row(&case.verb, content)))
        });
        let known = self.ends.iter().find(|known| like(known.0, &|it| it.content.is(content)));
        let ends = known.copied().unwrap_or_else(|| {
            let new = (at, SHIPPED.sums(&sentence.end_row(content, self.clause)));
            self.ends.push(new);
            new
        });
        (self.subject, self.begin) = (Some(speaks), Some(begins));
        both(both(speaks.1, begins.1), ends.1)
    }
}

impl Sentence<'_> {
    /// The report of the case that holds, if one does.
    pub(super) fn judge(&self, case: Case) -> Option<Held> {
        let cue = self.cue_row(&case);
        let mut shared = Shared::default();
        let reports = (0..case.reports.len()).map(|at| (shared.sums(self, &case, at), &[ANY][..]));
        let nothing = std::iter::once(([0; UNITS], &[][..]));
        let chances = SHIPPED.chances(&cue, nothing.chain(reports));
        let chances = chances.get(1..).unwrap_or_default();
        let (best, _) =
            chances.iter().enumerate().max_by(|(_, one), (_, two)| one.total_cmp(two))?;
        let chosen = case.reports.get(best)?;
        let alike = case.reports.iter().zip(chances).filter(|(report, _)| report.is_like(chosen));
        let chance: f32 = alike.map(|(_, chance)| chance).sum();
        let Case { verb, mut reports, .. } = case;
        let report = reports.swap_remove(best);
        (chance >= report.content.how.least(&verb)).then_some(Held { verb, report, chance })
    }
}

impl Sentence<'_> {
    /// The case as the training program sees it.
    pub(super) fn example(&self, case: &Case) -> Option<Example> {
        let nothing = Choice::default();
        let scene = self.scene;
        let row = |report: &Report| {
            let begin = self.begin_row(&case.verb, &report.content);
            let subject = self.subject_row(&case.verb, &report.subject);
            let end = self.end_row(&report.content, self.clause_of(&report.content));
            [&[ANY], &subject[..], &begin, &end].concat()
        };
        let choice = |(number, report): (usize, &Report)| {
            let chunk = &report.subject.chunk;
            let who = report.subject.relative.and_then(|at| scene.tokens.get(at));
            Some(Choice {
                mention: who.map_or(chunk.span, |who| chunk.span.cover(who.span)),
                content: words(scene, report.content.whole())?,
                name: chunk.name,
                person: number as u64 + 1,
                row: row(report),
            })
        };
        let choices: Option<Vec<Choice>> = case.reports.iter().enumerate().map(choice).collect();
        Some(Example {
            quote: words(scene, case.verb.at..case.verb.end)?,
            shared: self.cue_row(case).to_vec(),
            candidates: std::iter::once(nothing).chain(choices?).collect(),
        })
    }
}

/// How many reports around one are asked whether they share words with it.
const NEAR: usize = 8;

/// Those reports that share their words with no likelier one, and stand in no other's content.
pub(super) fn apart(mut held: Vec<Held>) -> Vec<Held> {
    let inside = |inner: &Held, outer: &Held| outer.report.content.has(inner.verb.at);
    let lost = |at: usize, one: &Held| {
        let near = at.saturating_sub(NEAR)..(at + NEAR).min(held.len());
        let mut others = near.clone().zip(held.get(near).unwrap_or_default());
        others.any(|(other, two)| {
            if other == at {
                return false;
            }
            let (inner, outer) = (inside(one, two), inside(two, one));
            let shared = one.report.content.shares(&two.report.content);
            let weaker = (one.chance, other) < (two.chance, at);
            (inner && !outer) || (shared && !outer && weaker)
        })
    };
    let kept: Vec<bool> = held.iter().enumerate().map(|(at, one)| !lost(at, one)).collect();
    let mut kept = kept.into_iter();
    held.retain(|_| kept.next().unwrap_or(false));
    held
}
