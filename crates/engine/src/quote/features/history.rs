//! The features of a candidate that tell who spoke before, and of whom the article speaks.

use super::Facts;
use crate::quote::candidates::Mentioned;

impl Facts<'_, '_, '_> {
    /// How far back the fragment is that somebody spoke last.
    pub(super) fn since_last(&self) -> usize {
        let Some(last) = self.last.and_then(|last| self.stage.fragments.get(last.fragment)) else {
            return 0;
        };
        let open = self.stage.place(last).is_some_and(|(scene, outer)| {
            scene.marked.get(outer.marked).is_some_and(|marked| !marked.part.closed)
        });
        match self.fragment.scene - last.scene {
            _ if open => 5,
            0 if last.sentence == self.fragment.sentence => 1,
            0 => 2,
            1 => 3,
            _ => 4,
        }
    }

    /// Whether the candidate spoke last, and how long ago.
    pub(super) fn spoke_last(&self, who: &Mentioned<'_>, person: u64) -> usize {
        match self.last {
            None => 0,
            Some(last) if last.who.is(who) => 1 + self.since_last(),
            Some(_) if self.last_person == person => 7,
            Some(_) => 8,
        }
    }

    /// How many fragments and blocks ago the candidate spoke.
    pub(super) fn last_distance(&self, who: &Mentioned<'_>, person: u64) -> usize {
        let Some(last) = self.last else { return 0 };
        let same = last.who.is(who) || self.last_person == person;
        let Some(fragment) = self.stage.fragments.get(last.fragment).filter(|_| same) else {
            return 0;
        };
        let fragments = (self.index - last.fragment).min(2);
        1 + (self.fragment.scene - fragment.scene).min(3) * 2 + usize::from(fragments > 1)
    }

    /// The persons named in the block between the fragment that spoke last and this one.
    pub(super) fn named_between(&self) -> Vec<u64> {
        let last = self.last.and_then(|last| self.stage.fragments.get(last.fragment));
        let Some(last) = last.filter(|last| last.scene == self.fragment.scene) else {
            return Vec::new();
        };
        let end = self.stage.place(last).map_or(0, |(_, outer)| outer.tokens.end);
        let scene = self.scene;
        let from = scene.chunks.partition_point(|chunk| chunk.start < end);
        let between = scene.chunks.get(from..).unwrap_or_default().iter();
        between
            .take_while(|chunk| chunk.end <= self.outer.tokens.start)
            .take(8)
            .filter_map(|chunk| Some(chunk.last_name).filter(|name| *name > 0))
            .collect()
    }

    /// Whether somebody else is named between the last quotation and this one.
    pub(super) fn others_named(&self, who: &Mentioned<'_>, person: u64) -> bool {
        who.scene <= self.fragment.scene && self.named.iter().any(|named| *named != person)
    }

    /// Whether the rules take the candidate for the speaker of the fragment before or behind.
    pub(super) fn neighbours(&self, who: &Mentioned<'_>) -> usize {
        let proposed = |index: Option<usize>| {
            let fragment = index.and_then(|index| self.stage.fragments.get(index));
            let first = fragment
                .filter(|fragment| fragment.scene == who.scene)
                .and_then(|fragment| fragment.proposals.iter().flatten().next());
            first.is_some_and(|first| first.mention.start == who.chunk.start)
        };
        usize::from(proposed(self.index.checked_sub(1)))
            + 2 * usize::from(proposed(Some(self.index + 1)))
    }
}
