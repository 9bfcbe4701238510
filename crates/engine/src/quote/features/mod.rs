//! Features: what the ranker sees of a fragment and of each of its candidates.
//!
//! A row holds one number for each template, in the order in which the templates are put: the
//! number of the value that holds, counted through all templates. Does not weigh anything.

mod between;
mod candidate;
mod fragment;
mod history;
mod inner;
pub(super) mod mention;
mod place;
pub(super) mod words;

use super::{
    attribute::RULES as PROPOSALS,
    candidates::{Fragment, Last, Stage},
    scene::{Outer, Scene},
};
use crate::article::BlockKind;

use between::Side;
pub(crate) use candidate::{Beside, NOBODY, OwnRow, TowardsRow, joined, own};
use history::Named;
pub(crate) use mention::verb_of;

/// How many templates describe a fragment.
pub(crate) const FRAGMENT_TEMPLATES: usize = 30;
/// How many templates describe a candidate.
pub(crate) const CANDIDATE_TEMPLATES: usize = 33;

/// The features of a fragment.
pub(crate) type FragmentRow = [u16; FRAGMENT_TEMPLATES];
/// The features of a candidate.
pub(crate) type CandidateRow = [u16; CANDIDATE_TEMPLATES];

/// The most verbs that are told from each other.
const VERBS: u16 = 220;
/// The rules that propose, and none.
const RULES: u16 = 12;

/// Writes one value for each template.
pub(super) struct Row<const N: usize> {
    /// What is written.
    pub(super) row: [u16; N],
    at: usize,
    base: u16,
}

impl<const N: usize> Row<N> {
    pub(super) fn new() -> Self {
        Self::from(0)
    }

    /// A row whose numbers begin with `base`.
    pub(super) fn from(base: u16) -> Self {
        Self { row: [0; N], at: 0, base }
    }

    /// Leaves the numbers of a template out that stands in another row.
    pub(super) fn skip(&mut self, size: u16) {
        self.base += size;
    }

    /// The value of the next template, which has `size` values. Inlined, so that all places are
    /// numbers of the program.
    #[inline(always)]
    pub(super) fn put(&mut self, size: u16, value: usize) {
        let value = value.min(usize::from(size) - 1) as u16;
        if let Some(place) = self.row.get_mut(self.at) {
            *place = self.base + value;
        }
        self.at += 1;
        self.base += size;
    }

    /// How many templates have their value.
    pub(super) fn written(&self) -> usize {
        self.at
    }

    #[inline(always)]
    fn flag(&mut self, value: bool) {
        self.put(2, usize::from(value));
    }
}

/// The place of whom a rule that proposes nobody proposes.
const NOWHERE: usize = usize::MAX;

/// What a fragment and its surroundings are.
pub(crate) struct Facts<'f, 's, 'a> {
    /// The article.
    stage: &'f Stage<'s, 'a>,
    /// The fragment's number.
    index: usize,
    /// The fragment.
    fragment: &'f Fragment,
    /// Its block.
    scene: &'s Scene<'a>,
    /// Its stretch.
    outer: &'s Outer,
    /// Who spoke last.
    last: Option<&'f Last<'s>>,
    /// The number of the person who spoke last.
    last_person: u64,
    /// Who is named in the block between the fragment before and this one.
    named: Named,
    /// How far back the fragment is that somebody spoke last.
    since_last: usize,
    /// Whom each rule proposes, by the first token, and the rule's number.
    proposed: [(usize, usize); PROPOSALS],
    /// Whom the first rule takes for the speaker of the fragment before, and of the one behind.
    neighbours: [Option<(usize, usize)>; 2],
    /// What stands before the fragment, and behind it.
    before: Side,
    behind: Side,
    /// How many mentions of the block begin before the fragment, and before its end.
    mentions: [usize; 2],
    /// Where the first mention of the sentence begins that could act.
    subject: Option<usize>,
}

impl<'f, 's, 'a> Facts<'f, 's, 'a> {
    /// The facts of the fragment `index`, if `last` spoke last; none if there is no such fragment.
    pub(crate) fn of(
        stage: &'f Stage<'s, 'a>,
        index: usize,
        last: Option<&'f Last<'s>>,
    ) -> Option<Self> {
        let fragment = stage.fragments.get(index)?;
        let (scene, outer) = stage.place(fragment)?;
        let last_person = last.map_or(0, |last| last.who.person());
        let before = |at: usize| scene.chunks.partition_point(|chunk| chunk.start < at);
        let mut facts = Self {
            stage,
            index,
            fragment,
            scene,
            outer,
            last,
            last_person,
            named: Named::Nobody,
            since_last: 0,
            proposed: [(NOWHERE, 0); PROPOSALS],
            neighbours: [None; 2],
            before: Side::new(),
            behind: Side::new(),
            mentions: [before(outer.tokens.start), before(outer.tokens.end)],
            subject: None,
        };
        for (place, proposal) in facts.proposed.iter_mut().zip(&fragment.proposals) {
            if let Some(proposal) = proposal {
                *place = (proposal.mention.start, proposal.by as usize);
            }
        }
        facts.named = facts.named_between();
        facts.since_last = facts.how_far_back();
        facts.neighbours =
            [index.checked_sub(1), Some(index + 1)].map(|at| facts.first_proposed(at));
        facts.subject = facts.first_subject();
        Some(facts)
    }
}

/// How many of the steps `value` is beyond; they rise, so all are asked and nothing is guessed.
#[inline(always)]
pub(super) fn bucket<const N: usize>(value: usize, steps: &[usize; N]) -> usize {
    steps.iter().map(|step| usize::from(value > *step)).sum()
}

/// Which of four kinds of block words stand in: headline, text, its headings, the rest.
pub(super) fn of_block(kind: BlockKind) -> usize {
    match kind {
        BlockKind::Headline => 0,
        BlockKind::Paragraph => 1,
        BlockKind::Subhead | BlockKind::Standfirst => 2,
        _ => 3,
    }
}
