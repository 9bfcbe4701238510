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
    candidates::{Fragment, Last, Stage},
    scene::{Outer, Scene},
};
use crate::article::BlockKind;

pub(crate) use candidate::NOBODY;
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
        Self { row: [0; N], at: 0, base: 0 }
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
    /// The numbers of those named in the block between the fragment before and this one.
    named: Vec<u64>,
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
            named: Vec::new(),
            mentions: [before(outer.tokens.start), before(outer.tokens.end)],
            subject: None,
        };
        facts.named = facts.named_between();
        facts.subject = facts.first_subject();
        Some(facts)
    }
}

/// Which of the steps `value` is beyond.
pub(super) fn bucket(value: usize, steps: &[usize]) -> usize {
    steps.iter().take_while(|step| value > **step).count()
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
