//! Who speaks in a report without marks: the subject of its verb.
//!
//! Looks at the tokens before a verb, a bounded number of them.

use super::{MentionKind, Sentence, cue::Verb};
use crate::{
    person::{
        chunk::Chunk,
        lexicon::{
            Class,
            words::{Words, words},
        },
        token::Kind,
    },
    quote::scene::Scene,
};

/// Who speaks.
#[derive(Clone, Debug)]
pub(super) struct Subject {
    /// The words that name who speaks.
    pub(super) chunk: Chunk,
    /// Whether they stand right beside the verb.
    pub(super) beside: bool,
    /// The token of the "who" between them and the verb.
    pub(super) relative: Option<usize>,
    /// How far down among those who may speak it stands.
    pub(super) rank: usize,
}

impl Subject {
    /// Whether both are the same words in the same part.
    pub(super) fn is(&self, other: &Self) -> bool {
        let of = |it: &Self| (it.chunk, it.rank, it.beside, it.relative);
        of(self) == of(other)
    }

    /// A report, a poll, a law: it tells, but is nobody.
    pub(super) fn is_thing(&self, scene: &Scene<'_>) -> bool {
        let chunk = &self.chunk;
        const SOME: &Words = words!("many some others several most few");
        let some = scene.any(chunk.start, SOME);
        let group = (chunk.start..chunk.end).any(|at| scene.is(at, Class::GROUP));
        !(group || some)
            && chunk.kind == MentionKind::Indefinite
            && chunk.role.is_none()
            && chunk.name.is_none()
            && chunk.end - chunk.start > 1
    }
}

/// How far a subject may stand before its verb, in tokens.
pub(super) const REACH: usize = 40;

/// The words that lead a clause in.
pub(super) const LEADERS: &Words = words!(
    "and but while as that because after when although though since if or where than which what with"
);

impl Sentence<'_> {
    /// The subject of `verb`; `before` is who spoke before in the sentence.
    pub(super) fn subject(&self, verb: &Verb, before: Option<&Subject>) -> Option<Subject> {
        let scene = self.scene;
        let beside = |chunk| Some(Subject { chunk, beside: true, relative: None, rank: 0 });
        let apart = |chunk| Some(Subject { chunk, beside: false, relative: None, rank: 0 });
        if scene.is(verb.at, Class::PARTICIPLE) && !self.has_be(verb) {
            return self.of_participle(verb, before);
        }
        let group = self.before_time(self.matrix(verb)?);
        let group = scene.before_brackets(group);
        if let Some(chunk) = self.acting(group) {
            if self.scene.any(chunk.start, words!("who which that")) {
                return self.antecedent(chunk.start);
            }
            return self.head(chunk).and_then(beside);
        }
        let last = group.checked_sub(1).filter(|&at| at >= self.range.start)?;
        if scene.kind(last) == Some(Kind::Comma) {
            return self.described(last).and_then(apart);
        }
        if scene.small(last, words!("which that")) {
            return self.antecedent(last);
        }
        if scene.small(last, words!("and but then")) {
            let earlier = before.map(|subject| subject.chunk).filter(|chunk| chunk.end < last);
            return earlier.or_else(|| self.first_actor(last)).and_then(apart);
        }
        self.noun_phrase(group).and_then(beside)
    }

    /// Where the group of the verb that rules `verb` begins: "went on to say", "was keen to stress".
    fn matrix(&self, verb: &Verb) -> Option<usize> {
        const RULING: &Words = words!(
            "on seemed seems appeared appears keen quick careful continued continues began rushed paused used"
        );
        let to = verb.group.checked_sub(1).filter(|&at| at > self.range.start);
        let Some(to) = to.filter(|&at| self.scene.small(at, words!("to"))) else {
            return Some(verb.group);
        };
        if !self.scene.any(to - 1, RULING) {
            return None;
        }
        let mut group = to - 1;
        let helpers = Class::AUXILIARY.and(Class::ADVERB);
        if self.scene.small(group, words!("on")) {
            group = group.checked_sub(1)?;
        }
        while group > self.range.start && self.scene.is(group - 1, helpers) {
            group -= 1;
        }
        Some(group)
    }

    /// Before "on Thursday evening", "last month" that end right before `at`.
    fn before_time(&self, at: usize) -> usize {
        const SPANS: &Words = words!("week month year night morning afternoon evening later");
        let mut start = at;
        for _ in 0..4 {
            let Some(last) = start.checked_sub(1).filter(|&at| at > self.range.start) else {
                break;
            };
            let spans = self.scene.any(last, SPANS)
                || (start < at && self.scene.any(last, words!("on last this late early")));
            if !spans && !self.scene.is(last, Class::WEEKDAY) {
                break;
            }
            start = last;
        }
        start
    }

    /// ", adding that …": who spoke before, or the first who acts.
    fn of_participle(&self, verb: &Verb, before: Option<&Subject>) -> Option<Subject> {
        let last = verb.group.checked_sub(1).filter(|&at| at >= self.range.start);
        let after_comma = last.is_some_and(|at| {
            matches!(self.scene.kind(at), Some(Kind::Comma | Kind::Dash))
                || self.scene.quoted(at)
                || self.scene.any(at, words!("and by while in after before"))
        });
        if !after_comma {
            // "With 30 percent of voters saying that …".
            let group = verb.group;
            let chunk = self.noun_phrase(group).or_else(|| self.acting(group))?;
            let with = chunk.start.checked_sub(1).filter(|&at| at >= self.range.start)?;
            let led = self.scene.any(with, words!("with show shows showed found"));
            return led.then_some(Subject { chunk, beside: true, relative: None, rank: 0 });
        }
        let earlier = before.map(|subject| subject.chunk);
        let chunk = earlier.or_else(|| self.first_actor(verb.group))?;
        Some(Subject { chunk, beside: false, relative: None, rank: 0 })
    }

    /// The chunk that ends before `at` and may act.
    pub(super) fn acting(&self, at: usize) -> Option<Chunk> {
        let chunk = self.scene.chunk_to(at)?;
        let named = (chunk.start..chunk.end)
            .any(|at| !self.scene.is(at, Class::MONTH.and(Class::WEEKDAY).and(Class::PREPOSITION)));
        let fits = !chunk.possessive
            && named
            && !self.scene.is(chunk.start, Class::PREPOSITION)
            && chunk.start >= self.range.start
            && !self.scene.quoted(chunk.start);
        fits.then_some(*chunk)
    }

    /// The chunk that acts: not "the streets" in "protesters in the streets say".
    fn head(&self, chunk: Chunk) -> Option<Chunk> {
        let mut head = chunk;
        for _ in 0..4 {
            let before = head.start.checked_sub(1).filter(|&at| at >= self.range.start);
            let Some(link) = before.filter(|&at| self.links(at)) else {
                return self.led(&head).or(Some(head));
            };
            match self.acting(link) {
                Some(chunk) => head = chunk,
                None => return self.noun_phrase(link).or_else(|| self.first_actor(link)),
            }
        }
        Some(head)
    }

    /// Who stands before plain words that a preposition leads: "some commentators" in "some
    /// commentators in member states".
    fn led(&self, group: &Chunk) -> Option<Chunk> {
        if !matches!(group.kind, MentionKind::Collective | MentionKind::Indefinite) {
            return None;
        }
        let first = group.start.saturating_sub(3).max(self.range.start + 1);
        for at in (first..group.start).rev() {
            // A name may have taken the preposition in: "commentators in Oslo | member states".
            let joined = self.acting(at).filter(|chunk| {
                (chunk.start..chunk.end).any(|at| self.scene.is(at, Class::PREPOSITION))
            });
            if joined.is_some() {
                return joined;
            }
            if self.links(at) {
                return self.acting(at).or_else(|| self.noun_phrase(at));
            }
            if !self.is_nominal(at) {
                return None;
            }
        }
        None
    }

    /// Whether a preposition at `at` joins a noun to the one before.
    pub(super) fn links(&self, at: usize) -> bool {
        self.scene.is(at, Class::PREPOSITION)
            && !self.scene.any(at, words!("after before since until like"))
    }

    /// Before "who" at `at`.
    fn antecedent(&self, at: usize) -> Option<Subject> {
        let comma = at.checked_sub(1).filter(|&at| self.scene.kind(at) == Some(Kind::Comma));
        let end = self.scene.before_brackets(comma.unwrap_or(at));
        let chunk = self.acting(end).or_else(|| self.noun_phrase(end))?;
        Some(Subject { chunk, beside: false, relative: Some(at), rank: 0 })
    }

    /// Before a description between commas, the second of which is at `comma`.
    fn described(&self, comma: usize) -> Option<Chunk> {
        let scene = self.scene;
        let first = comma.saturating_sub(REACH).max(self.range.start);
        for at in (first..comma).rev() {
            if scene.kind(at) != Some(Kind::Comma) || scene.quoted(at) {
                continue;
            }
            let end = scene.before_brackets(at);
            let Some(chunk) = self.acting(end).filter(|chunk| chunk.kind != MentionKind::Pronoun)
            else {
                continue;
            };
            let linked = chunk
                .start
                .checked_sub(1)
                .is_some_and(|at| at >= self.range.start && scene.is(at, Class::PREPOSITION));
            let head = if linked { self.head(chunk) } else { Some(chunk) };
            let head = head.filter(|head| !linked || self.begins_clause(head.start));
            if head.is_some() {
                return head;
            }
        }
        None
    }

    /// Whether a clause begins with the token `at`.
    pub(super) fn begins_clause(&self, at: usize) -> bool {
        let before = at.checked_sub(1).filter(|&at| at >= self.range.start);
        before.is_none_or(|at| self.scene.any(at, LEADERS) || self.is_dash(at))
    }

    /// The chunk before `limit` that acts in the nearest clause, or first in the sentence.
    pub(super) fn first_actor(&self, limit: usize) -> Option<Chunk> {
        let chunks = &self.scene.chunks;
        let from = chunks.partition_point(|chunk| chunk.start < self.range.start);
        let to = chunks.partition_point(|chunk| chunk.end <= limit);
        let inside = chunks.get(from..to)?.iter().filter(|chunk| self.may_act(chunk));
        let nearest = inside.clone().rev().take(REACH);
        let nearest = nearest.into_iter().find(|chunk| self.begins_clause(chunk.start));
        nearest.or_else(|| inside.take(REACH).next()).copied()
    }

    /// Whether a chunk is a subject by what stands around it.
    fn may_act(&self, chunk: &Chunk) -> bool {
        let scene = self.scene;
        let who = self.scene.any(chunk.start, words!("who which that"));
        let led = chunk.start.checked_sub(1).is_some_and(|at| {
            at >= self.range.start
                && scene.is(at, Class::PREPOSITION)
                && !self.begins_clause(at + 1)
        });
        let acts = self.is_verbal(chunk.end) || scene.kind(chunk.end) == Some(Kind::Comma);
        !chunk.possessive
            && !who
            && !led
            && acts
            && !scene.quoted(chunk.start)
            && (chunk.name.is_some() || chunk.kind != MentionKind::Indefinite)
    }
}
