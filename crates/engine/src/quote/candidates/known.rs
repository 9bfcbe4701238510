//! What is known of the mentions of an article: what each shows by itself, worked out when it is
//! first asked for and then the same for every fragment.
//!
//! The weights of what it shows are added up here too: the sum is the same for every fragment.

use super::{Mentioned, Stage};
use crate::quote::{
    features::{Beside, OwnRow, own},
    ranker::{self, UNITS},
};

/// About how many mentions stand around a fragment, and not around the one before.
const NEW: usize = 10;

/// What is known of the mentions of an article.
pub(crate) struct Known<'s> {
    /// The place of each mention's portrait, from 1, by its number in the article; 0 for none yet.
    places: Vec<u32>,
    /// The number of the first mention of each block.
    firsts: Vec<usize>,
    portraits: Vec<Portrait>,
    /// Room for the mentions around a fragment.
    pub(super) gathered: Vec<Mentioned<'s>>,
}

/// What a mention shows by itself.
pub(crate) struct Portrait {
    /// Its features.
    pub(crate) row: OwnRow,
    /// Their weights, added up.
    pub(crate) sums: [i16; UNITS],
    beside: Beside,
}

impl<'s> Known<'s> {
    /// Nothing of any mention yet.
    pub(crate) fn of(stage: &Stage<'s, '_>) -> Self {
        let mut firsts = Vec::with_capacity(stage.scenes.len());
        let mut count = 0;
        for scene in stage.scenes {
            firsts.push(count);
            count += scene.chunks.len();
        }
        let places = if stage.fragments.is_empty() { Vec::new() } else { vec![0; count] };
        let portraits = Vec::with_capacity(count.min(stage.fragments.len() * NEW));
        Self { places, firsts, portraits, gathered: Vec::new() }
    }

    /// The place of a mention's portrait.
    pub(super) fn place(
        &mut self,
        stage: &Stage<'s, '_>,
        who: &Mentioned<'s>,
        person: u64,
    ) -> usize {
        let number = who.number(stage);
        let place =
            self.firsts.get(who.scene).and_then(|first| self.places.get_mut(first + number));
        let new = self.portraits.len();
        if let Some(place) = place {
            if *place > 0 {
                return *place as usize - 1;
            }
            *place = u32::try_from(new + 1).unwrap_or(u32::MAX);
        }
        if let Some(scene) = stage.scenes.get(who.scene) {
            let (row, beside) = own(scene, who.chunk, stage.shown(person));
            self.portraits.push(Portrait { row, sums: ranker::sums(&row), beside });
        }
        new
    }

    /// The verb beside the mention whose portrait is at the place.
    pub(super) fn beside(&self, place: usize) -> Beside {
        self.portraits.get(place).map_or(Beside::NOTHING, |portrait| portrait.beside)
    }

    /// The portrait at a place.
    pub(crate) fn portrait(&self, place: usize) -> Option<&Portrait> {
        self.portraits.get(place)
    }
}
