//! The ranker: who of a fragment's candidates speaks, and how surely.
//!
//! Lets a network weigh the candidates, and adds up the chances of the mentions of one person.

use std::sync::LazyLock;

use super::{
    candidates::{Candidate, Case, Known},
    features::NOBODY,
    network::Network,
};

/// Units of the network's hidden layer.
pub const UNITS: usize = 24;

/// The ranker that is part of the engine, and the weights of nobody's features, added up.
static SHIPPED: LazyLock<(Network<UNITS>, [i16; UNITS])> = LazyLock::new(|| {
    let network = Network::parse(include_bytes!("weights.bin")).unwrap_or_default();
    let nobody = network.sums(&NOBODY);
    (network, nobody)
});

/// The weights of some features of a candidate, added up.
pub(crate) fn sums(row: &[u16]) -> [i16; UNITS] {
    SHIPPED.0.sums(row)
}

/// Who speaks.
pub(crate) fn judge(case: &Case<'_>, known: &Known<'_>) -> Verdict {
    let (network, nobody) = &*SHIPPED;
    let somebody = |candidate: &Candidate<'_>| {
        let portrait = known.portrait(candidate.portrait);
        portrait.map_or([0; UNITS], |portrait| portrait.sums)
    };
    let rows = case.candidates.iter().map(|one| (somebody(one), &one.row[..]));
    let all = std::iter::once((*nobody, &[][..])).chain(rows);
    verdict(case, &network.chances(&case.fragment, all))
}

/// What the ranker says of a fragment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Verdict {
    /// The best candidate; none if nobody speaks.
    pub(crate) choice: Option<usize>,
    /// How likely it is that the choice is right, from 0 to 1.
    pub(crate) chance: f32,
}

/// The most likely person, by the mention that fits best; the first of the chances is nobody's.
fn verdict(case: &Case<'_>, chances: &[f32]) -> Verdict {
    let Some((&nobody, chances)) = chances.split_first() else {
        return Verdict { choice: None, chance: 1.0 };
    };
    let mut best = Verdict { choice: None, chance: 0.0 };
    let mut best_alone = 0.0;
    for (index, (candidate, &alone)) in case.candidates.iter().zip(chances).enumerate() {
        let same = case.candidates.iter().zip(chances);
        let chance = same
            .filter(|(other, _)| other.person == candidate.person)
            .map(|(_, chance)| chance)
            .sum();
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
