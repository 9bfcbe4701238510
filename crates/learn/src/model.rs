//! A network in floating point, its gradients, and how it becomes integers.
//!
//! The shape is the engine's: rows of features summed, one hidden layer, a softmax over the
//! candidates. Learns by AdamW (Loshchilov and Hutter 2019). Knows no words.

use parallax_engine::quote::{
    learning::Example,
    network::{Network, STEP},
};

use crate::{label::Label, random::Random};

/// One row of weights.
type Row<const UNITS: usize> = [f32; UNITS];

/// The weights.
#[derive(Clone, Debug)]
pub(crate) struct Weights<const UNITS: usize> {
    /// Rows of the fragments' features, then of the candidates', then the hidden units' own.
    rows: Vec<Row<UNITS>>,
    shared: usize,
}

/// How the weights are learnt.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Settings {
    /// How often all examples are seen.
    pub(crate) epochs: usize,
    /// The length of the first steps.
    pub(crate) rate: f32,
    /// How strongly weights are drawn to nothing.
    pub(crate) decay: f32,
    /// The share of weights that is taken out.
    pub(crate) pruned: f32,
    /// The share of features that are hidden at each step.
    pub(crate) dropout: f32,
    /// How much a fragment counts whose speaker is not among the candidates.
    pub(crate) absent: f32,
    /// How much a fragment counts that nobody speaks.
    pub(crate) nobody: f32,
    /// What chance begins with.
    pub(crate) seed: u64,
}

impl Settings {
    /// How what is left is learnt again where weights were taken out: half as long, in shorter steps.
    pub(crate) fn again(&self) -> Self {
        Self { epochs: self.epochs / 2, rate: self.rate / 2.0, ..*self }
    }
}

/// Examples that go into one step.
const BATCH: usize = 32;

impl<const UNITS: usize> Weights<UNITS> {
    /// Weights for `shared` and `candidate` features, by chance.
    pub(crate) fn new(shared: usize, candidate: usize, random: &mut Random) -> Self {
        let mut rows = vec![[0.0; UNITS]; shared + candidate + 1];
        for weight in rows.iter_mut().flatten() {
            *weight = (random.unit() - 0.5) * 0.3;
        }
        if let Some(output) = rows.last_mut() {
            for weight in output.iter_mut() {
                *weight = (random.unit() - 0.5) * 1.0;
            }
            output[UNITS - 1] = 1.0;
        }
        Self { rows, shared }
    }

    /// The weights in whole steps, as the engine reads them.
    pub(crate) fn network(&self) -> Network<UNITS> {
        let whole = |row: &Row<UNITS>| {
            row.map(|weight| (weight / STEP).round().clamp(-127.0, 127.0) as i16)
        };
        let candidate = self.rows.len() - 1;
        Network {
            shared: self.rows[..self.shared].iter().map(whole).collect(),
            candidate: self.rows[self.shared..candidate].iter().map(whole).collect(),
            output: whole(&self.rows[candidate]),
        }
    }

    /// The weights that `network` holds.
    pub(crate) fn of(network: &Network<UNITS>) -> Self {
        let real = |row: &[i16; UNITS]| row.map(|weight| f32::from(weight) * STEP);
        let rows = network.shared.iter().chain(&network.candidate).chain([&network.output]);
        Self { rows: rows.map(real).collect(), shared: network.shared.len() }
    }

    fn sum(&self, mut sum: Row<UNITS>, features: &[u16], base: usize, kept: &[bool]) -> Row<UNITS> {
        for (feature, _) in features.iter().zip(kept).filter(|(_, kept)| **kept) {
            for (sum, weight) in sum.iter_mut().zip(&self.rows[base + usize::from(*feature)]) {
                *sum += weight;
            }
        }
        sum
    }

    /// The chances of the candidates, and the hidden units of each.
    fn forward(&self, example: &Example, kept: &Kept) -> (Vec<f32>, Vec<Row<UNITS>>) {
        let shared = self.sum([0.0; UNITS], &example.shared, 0, &kept.shared);
        let output = self.rows[self.rows.len() - 1];
        let hidden: Vec<Row<UNITS>> = example
            .candidates
            .iter()
            .map(|one| self.sum(shared, &one.row, self.shared, &kept.candidate))
            .collect();
        let score = |row: &Row<UNITS>| -> f32 {
            let units = row.iter().zip(&output).take(UNITS - 1);
            units.map(|(unit, weight)| unit.max(0.0) * weight).sum::<f32>() + row[UNITS - 1]
        };
        let scores: Vec<f32> = hidden.iter().map(score).collect();
        let top = scores.iter().copied().fold(f32::MIN, f32::max);
        let powers: Vec<f32> = scores.iter().map(|score| (score - top).exp()).collect();
        let total: f32 = powers.iter().sum();
        (powers.into_iter().map(|power| power / total).collect(), hidden)
    }

    /// The chances of the candidates.
    pub(crate) fn chances(&self, example: &Example) -> Vec<f32> {
        self.forward(example, &Kept::all()).0
    }

    /// Takes the smallest weights out, so many of all, and leaves nothing in their places: what is
    /// learnt again with the rest is as often right, and the page has less to fetch (Han, Pool, Tran
    /// and Dally 2015).
    pub(crate) fn prune(&mut self, share: f32) {
        let output = self.rows.len() - 1;
        let all = self.rows[..output].iter_mut().flatten();
        let mut all: Vec<&mut f32> = all.collect();
        all.sort_by(|one, two| one.abs().total_cmp(&two.abs()));
        let pruned = (all.len() as f32 * share) as usize;
        all.into_iter().take(pruned).for_each(|weight| *weight = 0.0);
    }

    /// Learns from labelled examples; weights of nothing stay so. The weights are the mean of those
    /// on the second half of the way (Polyak and Juditsky 1992), which depends less on chance than the
    /// last ones.
    pub(crate) fn learn(&mut self, examples: &[(Example, Label)], settings: &Settings) {
        let mut random = Random::new(settings.seed);
        let mut adam = Adam::<UNITS>::new(self.rows.len());
        let mut order: Vec<usize> = (0..examples.len()).collect();
        let steps = (examples.len().div_ceil(BATCH) * settings.epochs).max(1);
        let (mut step, mut taken) = (0, 0_u16);
        let mut mean = vec![[0.0; UNITS]; self.rows.len()];
        for _ in 0..settings.epochs {
            random.shuffle(&mut order);
            for batch in order.chunks(BATCH) {
                let mut gradient = vec![[0.0; UNITS]; self.rows.len()];
                for &at in batch {
                    let (example, label) = &examples[at];
                    let kept = Kept::by_chance(settings.dropout, &mut random);
                    self.backward(example, label, &kept, settings, &mut gradient);
                }
                let rate = settings.rate * (1.0 - step as f32 / steps as f32);
                adam.step(&mut self.rows, &gradient, rate, settings.decay);
                step += 1;
                if step * 2 > steps && step % 16 == 0 {
                    taken += 1;
                    mean.iter_mut().zip(&self.rows).for_each(|(sum, row)| add(sum, row));
                }
            }
        }
        if taken > 0 {
            mean.iter_mut().flatten().for_each(|weight| *weight /= f32::from(taken));
            self.rows = mean;
        }
    }

    fn backward(
        &self,
        example: &Example,
        label: &Label,
        kept: &Kept,
        settings: &Settings,
        gradient: &mut [Row<UNITS>],
    ) {
        let (chances, hidden) = self.forward(example, kept);
        let right = |at: usize| match label {
            Label::Unknown => false,
            Label::Nobody => at == 0,
            Label::Absent => at > 0,
            Label::Right(right) => right.contains(&at),
        };
        let weight = match label {
            Label::Absent => settings.absent,
            Label::Nobody => settings.nobody,
            _ => 1.0,
        };
        let total: f32 =
            chances.iter().enumerate().filter(|(at, _)| right(*at)).map(|(_, chance)| chance).sum();
        let output = self.rows.len() - 1;
        let mut shared = [0.0; UNITS];
        for (at, (candidate, chance)) in example.candidates.iter().zip(&chances).enumerate() {
            let wanted = if right(at) { chance / total.max(1e-9) } else { 0.0 };
            let slope = (chance - wanted) * weight / BATCH as f32;
            let mut back = [0.0; UNITS];
            for unit in 0..UNITS - 1 {
                if hidden[at][unit] > 0.0 {
                    gradient[output][unit] += slope * hidden[at][unit];
                    back[unit] = slope * self.rows[output][unit];
                }
            }
            back[UNITS - 1] = slope;
            for (feature, _) in candidate.row.iter().zip(&kept.candidate).filter(|(_, kept)| **kept)
            {
                add(&mut gradient[self.shared + usize::from(*feature)], &back);
            }
            add(&mut shared, &back);
        }
        for (feature, _) in example.shared.iter().zip(&kept.shared).filter(|(_, kept)| **kept) {
            add(&mut gradient[usize::from(*feature)], &shared);
        }
    }
}

fn add<const UNITS: usize>(sum: &mut Row<UNITS>, row: &Row<UNITS>) {
    for (sum, value) in sum.iter_mut().zip(row) {
        *sum += value;
    }
}

/// The templates whose features are seen.
struct Kept {
    shared: [bool; 64],
    candidate: [bool; 64],
}

impl Kept {
    fn all() -> Self {
        Self { shared: [true; 64], candidate: [true; 64] }
    }

    fn by_chance(dropout: f32, random: &mut Random) -> Self {
        let mut kept = Self::all();
        for flag in kept.shared.iter_mut().chain(&mut kept.candidate) {
            *flag = random.unit() >= dropout;
        }
        kept
    }
}

struct Adam<const UNITS: usize> {
    first: Vec<Row<UNITS>>,
    second: Vec<Row<UNITS>>,
    time: i32,
}

impl<const UNITS: usize> Adam<UNITS> {
    fn new(rows: usize) -> Self {
        Self { first: vec![[0.0; UNITS]; rows], second: vec![[0.0; UNITS]; rows], time: 0 }
    }

    fn step(&mut self, rows: &mut [Row<UNITS>], gradient: &[Row<UNITS>], rate: f32, decay: f32) {
        self.time += 1;
        let (bias, spread) = (1.0 - 0.9_f32.powi(self.time), 1.0 - 0.999_f32.powi(self.time));
        let last = rows.len() - 1;
        let moments = self.first.iter_mut().zip(&mut self.second);
        for (at, ((row, slope), (first, second))) in
            rows.iter_mut().zip(gradient).zip(moments).enumerate()
        {
            for unit in 0..UNITS {
                if (at == last && unit == UNITS - 1) || row[unit] == 0.0 {
                    continue;
                }
                first[unit] = 0.9 * first[unit] + 0.1 * slope[unit];
                second[unit] = 0.999 * second[unit] + 0.001 * slope[unit] * slope[unit];
                let step = first[unit] / bias / ((second[unit] / spread).sqrt() + 1e-8);
                row[unit] -= rate * (step + decay * row[unit]);
            }
        }
    }
}
