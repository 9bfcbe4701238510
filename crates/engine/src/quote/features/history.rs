//! The features of a candidate that tell who spoke before, and of whom the article speaks.

use super::Facts;
use crate::quote::candidates::Mentioned;

impl Facts<'_, '_, '_> {
    /// How far back the fragment is that somebody spoke last.
    pub(super) fn how_far_back(&self) -> usize {
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
            Some(last) if last.who.is(who) => 1 + self.since_last,
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

    /// Who is named in the block between the fragment that spoke last and this one.
    pub(super) fn named_between(&self) -> Named {
        let last = self.last.and_then(|last| self.stage.fragments.get(last.fragment));
        let Some(last) = last.filter(|last| last.scene == self.fragment.scene) else {
            return Named::Nobody;
        };
        let end = self.stage.place(last).map_or(0, |(_, outer)| outer.tokens.end);
        let scene = self.scene;
        let from = scene.chunks.partition_point(|chunk| chunk.start < end);
        let between = scene.chunks.get(from..).unwrap_or_default().iter();
        let between = between.take_while(|chunk| chunk.end <= self.outer.tokens.start).take(8);
        let names = between.map(|chunk| chunk.last_name).filter(|name| *name > 0);
        names.fold(Named::Nobody, |named, name| match named {
            Named::Nobody => Named::One(name),
            Named::One(known) if known == name => named,
            _ => Named::Several,
        })
    }

    /// Whether somebody else is named between the last quotation and this one.
    pub(super) fn others_named(&self, who: &Mentioned<'_>, person: u64) -> bool {
        who.scene <= self.fragment.scene
            && match self.named {
                Named::Nobody => false,
                Named::One(named) => named != person,
                Named::Several => true,
            }
    }

    /// Whether the rules take the candidate for the speaker of the fragment before or behind.
    pub(super) fn neighbours(&self, who: &Mentioned<'_>) -> usize {
        let [before, behind] =
            self.neighbours.map(|place| place == Some((who.scene, who.chunk.start)));
        usize::from(before) + 2 * usize::from(behind)
    }

    /// Whom the first rule that proposes takes for the speaker of a fragment: the block, and the
    /// first token.
    pub(super) fn first_proposed(&self, index: Option<usize>) -> Option<(usize, usize)> {
        let fragment = self.stage.fragments.get(index?)?;
        let first = fragment.proposals.iter().flatten().next()?;
        Some((fragment.scene, first.mention.start))
    }
}

/// Who is named between two fragments, by the numbers of persons.
#[derive(Clone, Copy)]
pub(super) enum Named {
    Nobody,
    One(u64),
    Several,
}
