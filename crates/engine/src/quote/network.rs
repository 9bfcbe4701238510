//! A small network that weighs the candidates of a case, of which the first is none of them.
//!
//! One hidden layer over features that are either there or not, so its first layer is a sum of
//! rows (as in the evaluation networks of chess programs, Nasu 2018), and a softmax over the
//! candidates. All sums are of integers, in one order: natively and in the page the answer is the
//! same to the last bit. The weights are data, made by `crates/learn`. Knows no words.

/// One unit of an integer weight, as a power of two: weights are in steps of 1/32.
pub const STEP: f32 = 1.0 / 32.0;

/// What every file of weights begins with.
const MAGIC: &str = "parallax network 1";

/// The weights, each of one byte where they are kept; of the `UNITS` of the hidden layer the last one
/// is linear.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Network<const UNITS: usize> {
    /// A row for each feature of a case.
    pub shared: Vec<[i16; UNITS]>,
    /// A row for each feature of a candidate.
    pub candidate: Vec<[i16; UNITS]>,
    /// What each hidden unit counts for.
    pub output: [i16; UNITS],
}

impl<const UNITS: usize> Default for Network<UNITS> {
    fn default() -> Self {
        Self { shared: Vec::new(), candidate: Vec::new(), output: [0; UNITS] }
    }
}

impl<const UNITS: usize> Network<UNITS> {
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
        let (shared, candidate) = (sizes.next()?.ok()?, sizes.next()?.ok()?);
        let row = |row: &[u8]| -> Option<[i16; UNITS]> {
            let row: [u8; UNITS] = row.try_into().ok()?;
            Some(row.map(|byte| i16::from(i8::from_le_bytes([byte]))))
        };
        let rows: Vec<_> = rows.chunks(UNITS).map(row).collect::<Option<_>>()?;
        let (output, rows) = rows.split_last()?;
        (rows.len() == shared + candidate).then(|| Self {
            shared: rows.iter().take(shared).copied().collect(),
            candidate: rows.iter().skip(shared).copied().collect(),
            output: *output,
        })
    }

    /// The weights as a file that [`Network::parse`] reads; `origin` says where they come from.
    #[must_use]
    pub fn write(&self, origin: &str) -> Vec<u8> {
        let (shared, candidate) = (self.shared.len(), self.candidate.len());
        let mut bytes = format!("{MAGIC}\n{shared} {candidate}\n{origin}\n\n").into_bytes();
        let rows = self.shared.iter().chain(&self.candidate).chain([&self.output]);
        bytes.extend(rows.flatten().map(|weight| weight.to_le_bytes()[0]));
        bytes
    }

    /// The chance of each candidate: `shared` are the features of the case; a candidate has sums of
    /// weights that are known, and features besides.
    pub(crate) fn chances<'r>(
        &self,
        shared: &[u16],
        candidates: impl Iterator<Item = ([i16; UNITS], &'r [u16])>,
    ) -> Vec<f32> {
        let shared = sum([0; UNITS], &self.shared, shared);
        let scores: Vec<i32> =
            candidates.map(|(known, row)| self.score(both(shared, known), row)).collect();
        let top = scores.iter().copied().max().unwrap_or(0);
        let mut chances: Vec<f32> =
            scores.into_iter().map(|score| power(top.saturating_sub(score))).collect();
        let total: f32 = chances.iter().sum();
        chances.iter_mut().for_each(|chance| *chance /= total);
        chances
    }

    /// The weights of some features of a candidate, added up.
    pub(crate) fn sums(&self, row: &[u16]) -> [i16; UNITS] {
        sum([0; UNITS], &self.candidate, row)
    }

    /// A candidate's score, in steps of 1/1024.
    fn score(&self, shared: [i16; UNITS], row: &[u16]) -> i32 {
        let sums = sum(shared, &self.candidate, row);
        let weighed = sums.iter().zip(&self.output).enumerate();
        let unit = |(at, (sum, weight)): (usize, (&i16, &i16))| {
            let active = if at + 1 < UNITS { (*sum).max(0) } else { *sum };
            i32::from(active) * i32::from(*weight)
        };
        weighed.map(unit).sum()
    }
}

/// Both sums as one.
pub(super) fn both<const UNITS: usize>(
    mut sums: [i16; UNITS],
    others: [i16; UNITS],
) -> [i16; UNITS] {
    for (sum, other) in sums.iter_mut().zip(others) {
        *sum = sum.wrapping_add(other);
    }
    sums
}

/// Adds the rows of some features up: fewer than 256 of them, so that no sum overflows. Four rows at
/// a time, so that the sums are taken up and put down less often.
fn sum<const UNITS: usize>(
    mut sums: [i16; UNITS],
    table: &[[i16; UNITS]],
    row: &[u16],
) -> [i16; UNITS] {
    let weights = |feature: u16| table.get(usize::from(feature)).unwrap_or(&[0; UNITS]);
    let (fours, rest) = row.as_chunks::<4>();
    for [one, two, three, four] in fours.iter().map(|four| four.map(weights)) {
        for unit in 0..UNITS {
            let both = one[unit].wrapping_add(two[unit]);
            let others = three[unit].wrapping_add(four[unit]);
            sums[unit] = sums[unit].wrapping_add(both.wrapping_add(others));
        }
    }
    for feature in rest {
        for (sum, weight) in sums.iter_mut().zip(weights(*feature)) {
            *sum = sum.wrapping_add(*weight);
        }
    }
    sums
}

/// e to the power of minus `steps`/1024, by sums and products alone, so that it is the same on
/// every machine.
fn power(steps: i32) -> f32 {
    let binary = f64::from(steps.clamp(0, 16_384)) / 1024.0 * std::f64::consts::LOG2_E;
    let whole = binary as i32;
    let rest = (binary - f64::from(whole)) * -std::f64::consts::LN_2;
    let series = 1.0 + rest * (1.0 + rest / 2.0 * (1.0 + rest / 3.0 * (1.0 + rest / 4.0)));
    // Halved so many times, by the bits of the power of two: it is at most 23 times.
    (series * f64::from_bits((1023 - whole as u64) << 52)) as f32
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
        let network =
            Network { shared: vec![[-128; 6]; 3], candidate: vec![[127; 6]; 2], output: [1; 6] };
        let bytes = network.write("made by a test");
        assert_eq!(Network::parse(&bytes), Some(network));
        assert_eq!(Network::<6>::parse(&bytes[..bytes.len() - 1]), None);
        assert_eq!(Network::<6>::parse(b"weights"), None);
    }

    #[test]
    fn the_linear_unit_may_count_against_a_candidate() {
        let candidate = vec![[0, -16], [0, 16]];
        let network = Network { shared: vec![], candidate, output: [32; 2] };
        let rows = [([0; 2], &[0_u16][..]), ([0; 2], &[1])];
        let chances = network.chances(&[], rows.into_iter());
        assert!((chances[0] - 0.268_94).abs() < 1e-4, "{chances:?}");
    }
}
