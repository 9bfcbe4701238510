//! The ranker: a small network that says who of the candidates speaks, and how surely.
//!
//! One hidden layer over features that are either there or not, so its first layer is a sum of
//! rows (as in the evaluation networks of chess programs, Nasu 2018), and a softmax over the
//! candidates. All sums are of integers, in one order: natively and in the page the answer is the
//! same to the last bit. The weights are data, made by `crates/learn`. Knows no words.

use std::sync::LazyLock;

use super::{candidates::Case, features::CandidateRow};

/// Units of the hidden layer; the last one is linear.
pub const UNITS: usize = 24;

/// One unit of an integer weight, as a power of two: weights are in steps of 1/32.
pub const STEP: f32 = 1.0 / 32.0;

/// What every file of weights begins with.
const MAGIC: &str = "parallax ranker 1";

/// The weights.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Network {
    /// A row for each feature of a fragment.
    pub fragment: Vec<[i8; UNITS]>,
    /// A row for each feature of a candidate.
    pub candidate: Vec<[i8; UNITS]>,
    /// What each hidden unit counts for.
    pub output: [i8; UNITS],
}

static SHIPPED: LazyLock<Network> =
    LazyLock::new(|| Network::parse(include_bytes!("weights.bin")).unwrap_or_default());

impl Network {
    /// The network that is part of the engine.
    #[must_use]
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// Reads weights: a line with the format's name, a line with the numbers of rows, lines that say
    /// where they come from, an empty line, then the rows. None if they are not whole.
    #[must_use]
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let end = bytes.windows(2).position(|pair| pair == b"\n\n")?;
        let (header, rows) = (bytes.get(..end)?, bytes.get(end + 2..)?);
        let mut lines = std::str::from_utf8(header).ok()?.lines();
        if lines.next()? != MAGIC {
            return None;
        }
        let mut sizes = lines.next()?.split_whitespace().map(str::parse::<usize>);
        let (fragment, candidate) = (sizes.next()?.ok()?, sizes.next()?.ok()?);
        let row = |row: &[u8]| -> Option<[i8; UNITS]> {
            let row: [u8; UNITS] = row.try_into().ok()?;
            Some(row.map(|byte| i8::from_le_bytes([byte])))
        };
        let rows: Vec<_> = rows.chunks(UNITS).map(row).collect::<Option<_>>()?;
        let (output, rows) = rows.split_last()?;
        (rows.len() == fragment + candidate).then(|| Self {
            fragment: rows.iter().take(fragment).copied().collect(),
            candidate: rows.iter().skip(fragment).copied().collect(),
            output: *output,
        })
    }

    /// The weights as a file that [`Network::parse`] reads; `origin` says where they come from.
    #[must_use]
    pub fn write(&self, origin: &str) -> Vec<u8> {
        let (fragment, candidate) = (self.fragment.len(), self.candidate.len());
        let mut bytes = format!("{MAGIC}\n{fragment} {candidate}\n{origin}\n\n").into_bytes();
        let rows = self.fragment.iter().chain(&self.candidate).chain([&self.output]);
        bytes.extend(rows.flatten().map(|weight| weight.to_le_bytes()[0]));
        bytes
    }

    /// Who speaks.
    pub(crate) fn judge(&self, case: &Case) -> Verdict {
        let shared = sum([0; UNITS], &self.fragment, &case.fragment);
        let scores = case.candidates.iter().map(|candidate| self.score(shared, &candidate.row));
        let chances = softmax(&scores.collect::<Vec<_>>());
        verdict(case, &chances)
    }

    fn score(&self, shared: [i16; UNITS], row: &CandidateRow) -> i32 {
        let sums = sum(shared, &self.candidate, row);
        let last = UNITS - 1;
        let hidden = sums.iter().zip(&self.output).take(last);
        hidden.map(|(sum, weight)| i32::from((*sum).max(0)) * i32::from(*weight)).sum::<i32>()
            + i32::from(sums[last]) * i32::from(self.output[last])
    }
}

/// Adds the rows of some features up: fewer than 256 of them, so that no sum overflows.
fn sum(mut sums: [i16; UNITS], table: &[[i8; UNITS]], row: &[u16]) -> [i16; UNITS] {
    for feature in row {
        let Some(weights) = table.get(usize::from(*feature)) else { continue };
        for (sum, weight) in sums.iter_mut().zip(weights) {
            *sum = sum.wrapping_add(i16::from(*weight));
        }
    }
    sums
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
fn verdict(case: &Case, chances: &[f32]) -> Verdict {
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

/// The chances of scores that are in steps of 1/1024.
fn softmax(scores: &[i32]) -> Vec<f32> {
    let top = scores.iter().copied().max().unwrap_or(0);
    let powers: Vec<f32> = scores.iter().map(|score| power(top - score)).collect();
    let total: f32 = powers.iter().sum();
    powers.iter().map(|power| power / total).collect()
}

/// e to the power of minus `steps`/1024, by sums and products alone, so that it is the same on
/// every machine.
fn power(steps: i32) -> f32 {
    let binary = f64::from(steps.clamp(0, 16_384)) / 1024.0 * std::f64::consts::LOG2_E;
    let whole = binary as i32;
    let rest = (binary - f64::from(whole)) * -std::f64::consts::LN_2;
    let series = 1.0 + rest * (1.0 + rest / 2.0 * (1.0 + rest / 3.0 * (1.0 + rest / 4.0)));
    (0..whole).fold(series, |value, _| value / 2.0) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_fall_from_one_to_nothing() {
        for (steps, expected) in [(0, 1.0), (1024, 0.367_879), (5120, 0.006_738), (i32::MAX, 0.0)] {
            assert!((power(steps) - expected).abs() < 1e-4, "{steps}: {}", power(steps));
        }
    }

    #[test]
    fn weights_are_read_as_they_are_written() {
        let network = Network {
            fragment: vec![[-128; UNITS]; 3],
            candidate: vec![[127; UNITS]; 2],
            output: [1; UNITS],
        };
        let bytes = network.write("made by a test");
        assert_eq!(Network::parse(&bytes), Some(network));
        assert_eq!(Network::parse(&bytes[..bytes.len() - 1]), None);
        assert_eq!(Network::parse(b"weights"), None);
    }
}
