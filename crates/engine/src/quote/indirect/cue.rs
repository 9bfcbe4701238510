//! Which verbs report: those with a frame, where they assert that something was said.
//!
//! Knows a verb and the words of its group; not what it reports.

use std::ops::Range;

use super::{
    Sentence,
    frames::{self, Frames},
    subject::Subject,
};
use crate::person::{
    lexicon::{
        Class,
        words::{Words, words},
    },
    token::Kind,
};

/// What makes a report of a verb one that is only possible, or denied.
const POSSIBLE: &Words = words!("not never would could might may should must can cannot let");

/// What one expresses with "that" or "to" behind it.
const HOPES: &Words = words!(
    "hope hopes concern concerns confidence doubt doubts fear fears regret optimism \
                     belief surprise disappointment"
);

/// Things that tell without being anybody.
const DOCUMENTS: &Words = words!(
    "data figures numbers records documents emails e-mails filings percent \
                         results research studies reports surveys analysis % polling polls law \
                         rules article story memo papers"
);

/// A verb that reports, with what belongs to it.
#[derive(Clone, Debug)]
pub(super) struct Verb {
    /// The first token of its group, auxiliaries and adverbs included.
    pub(super) group: usize,
    /// The verb's token.
    pub(super) at: usize,
    /// The token behind the verb and its particle.
    pub(super) end: usize,
    /// The dictionary form, with the particle.
    pub(super) lemma: &'static str,
    /// What it takes.
    pub(super) frames: Frames,
    /// Its number among the words that report.
    pub(super) number: u16,
}

impl Verb {
    /// Words that report without being a verb.
    pub(super) fn words(range: Range<usize>, lemma: &'static str) -> Self {
        let Range { start, end } = range;
        Self { group: start, at: start, end, lemma, frames: Frames::default(), number: 1 }
    }

    /// The verb without its particle.
    pub(super) fn plain(&self) -> &str {
        self.lemma.split(' ').next().unwrap_or_default()
    }
}

impl Sentence<'_> {
    /// The verb at `at`, if it may report without marks here.
    pub(super) fn cue(&self, at: usize) -> Option<Verb> {
        let scene = self.scene;
        if scene.kind(at) != Some(Kind::Small) || scene.any(at, words!("according")) {
            return None;
        }
        let helpers = Class::AUXILIARY.and(Class::ADVERB);
        let mut group = at;
        let helps = |at: usize| {
            scene.is(at, helpers) || self.is_manner(at) || scene.small(at, words!("here"))
        };
        while group > self.range.start && at - group < 6 && helps(group - 1) {
            group -= 1;
        }
        let found = scene.verb_at(group, at);
        let (end, listed) = self.phrase(at).or_else(|| {
            let verb = found.lemma.word();
            let with = found.particle.then(|| [verb, " ", scene.word(at + 1)].concat());
            let listed = frames::look_up(with.as_deref().unwrap_or(verb))?;
            Some((found.end, listed))
        })?;
        let frames::Listed { lemma, frames, number } = listed;
        let verb = Verb { group, at, end, lemma, frames, number };
        // "The pledged help", "two states": not verbs.
        let noun = scene.is_noun_form(at) && verb.lemma == "state";
        (!noun && self.is_asserted(&verb)).then_some(verb)
    }

    /// "Grudgingly".
    fn is_manner(&self, at: usize) -> bool {
        self.scene.kind(at) == Some(Kind::Small)
            && self.scene.word(at).ends_with("ly")
            && self.scene.chunk_to(at + 1).is_none()
    }

    /// "Made (it) clear", "expressed (his) hope": the verb at `at` with the word that it reports by,
    /// and where they end.
    fn phrase(&self, at: usize) -> Option<(usize, frames::Listed)> {
        let scene = self.scene;
        let led = scene.any(at + 1, words!("it his her their its the"));
        let word = at + 1 + usize::from(led);
        let phrase = match scene.lemma(at).word() {
            "make" if scene.small(word, words!("clear")) => "make clear",
            "express" if scene.any(word, HOPES) => "express hope",
            _ => return None,
        };
        Some((word + 1, frames::look_up(phrase)?))
    }

    /// Whether the verb says that something was said: not "would not say", "could say", "was told".
    fn is_asserted(&self, verb: &Verb) -> bool {
        let possible = (verb.group..verb.at).any(|at| {
            let denied = || self.scene.word(at).ends_with('t');
            self.scene.any(at, POSSIBLE) || (self.scene.contracted(at) && denied())
        });
        let before = verb.group.checked_sub(1).filter(|&at| at >= self.range.start);
        let denied = before.is_some_and(|at| {
            let declined = self.scene.any(at, words!("to"))
                && at
                    .checked_sub(1)
                    .map(|at| self.scene.lemma(at).word())
                    .is_some_and(|lemma| matches!(lemma, "decline" | "refuse" | "fail"));
            declined || self.scene.any(at, words!("not never if cannot"))
        });
        let passive = !self.scene.is(verb.at, Class::PARTICIPLE) && self.has_be(verb);
        !possible && !denied && !passive
    }

    /// Whether a form of "be" stands in the group of the verb.
    pub(super) fn has_be(&self, verb: &Verb) -> bool {
        (verb.group..verb.at).any(|at| self.scene.any(at, BE))
    }

    /// Whether the verb may have this subject: what shows or suggests may be an event, which says
    /// nothing; a report, a poll or numbers do.
    pub(super) fn suits(&self, verb: &Verb, subject: &Subject) -> bool {
        let scene = self.scene;
        if !verb.frames.is(Frames::SHOWING) || !subject.is_thing(scene) {
            return true;
        }
        (subject.chunk.start..subject.chunk.end).any(|at| {
            scene.is(at, Class::ORGANIZATION.and(Class::GROUP)) || scene.any(at, DOCUMENTS)
        })
    }
}

/// The forms of "be".
pub(super) const BE: &Words = words!("is are was were be been being");
