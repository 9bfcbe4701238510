//! The ranker: who of a fragment's candidates speaks, and how surely.
//!
//! Lets a network weigh the candidates, and adds up the chances of the mentions of one person.

use std::sync::LazyLock;

use super::{candidates::Case, network::Network};

/// Units of the network's hidden layer.
pub const UNITS: usize = 24;

/// The ranker that is part of the engine.
static SHIPPED: LazyLock<Network<UNITS>> =
    LazyLock::new(|| Network::parse(include_bytes!("weights.bin")).unwrap_or_default());

/// Who speaks.
pub(crate) fn judge(case: &Case<'_>) -> Verdict {
    let rows = case.candidates.iter().map(|candidate| &candidate.row[..]);
    verdict(case, &SHIPPED.chances(&case.fragment, rows))
}

/// What the ranker says of a fragment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Verdict {
    /// The best candidate; none if nobody speaks.
    pub(crate) choice: Option<usize>,
    /// How likely it is that the choice is right, from 0 to 1.
    pub(crate) chance: f32,
}

/// The most likely person, by the mention that fits best.
fn verdict(case: &Case<'_>, chances: &[f32]) -> Verdict {
    let nobody = chances.first().copied().unwrap_or(1.0);
    let mut best = Verdict { choice: None, chance: 0.0 };
    let mut best_alone = 0.0;
    for (index, candidate) in case.candidates.iter().enumerate().skip(1) {
        let same = case.candidates.iter().zip(chances);
        let chance = same
            .filter(|(other, _)| other.person == candidate.person)
            .map(|(_, chance)| chance)
            .sum();
        let alone = chances.get(index).copied().unwrap_or(0.0);
        if (chance, alone) > (best.chance, best_alone) {
            best = Verdict { choice: Some(index), chance };
            best_alone = alone;
        }
    }
    if nobody >= 0.5 || best.choice.is_none() {
        return Verdict { choice: None, chance: nobody };
    }
    best
}
