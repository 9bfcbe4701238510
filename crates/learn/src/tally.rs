//! Tallies: how often a ranker is right on articles, and how far its chances may be trusted.
//!
//! Counts as the scoring does (end to end, a hit must name the right speaker), over the fragments
//! that extraction finds.

use parallax_engine::quote::{learning::walk, network::Network, ranker::UNITS};

use crate::{
    fit::{choose, document},
    gold::Article,
    label::{Label, label},
    model::Weights,
};

/// How often the ranker is right.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tally {
    direct: Counts,
    all: Counts,
    /// The chance of each speaker, and whether it is the right one.
    chances: Vec<(f32, bool)>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    right: usize,
    found: usize,
    hit: usize,
    gold: usize,
    absent: usize,
}

impl Counts {
    fn add(&mut self, other: Self) {
        self.right += other.right;
        self.found += other.found;
        self.hit += other.hit;
        self.gold += other.gold;
        self.absent += other.absent;
    }

    fn line(self) -> String {
        let percent = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
        format!(
            "{:.1} end to end (at best {:.1}), {:.1} found",
            percent(2 * self.right, self.found + self.gold),
            percent(self.gold - self.absent, self.gold),
            percent(2 * self.hit, self.found + self.gold)
        )
    }
}

impl Tally {
    /// How often `network` is right on the articles.
    pub(crate) fn of(articles: &[&Article], network: &Network<UNITS>) -> Self {
        let weights = Weights::of(network);
        let mut tally = Self::default();
        for article in articles {
            walk(&document(article), |example| {
                let (found, direct) = label(article, &example);
                let (chosen, chance) = choose(&example, &weights.chances(&example));
                tally.count(&found, direct, chosen, chance);
                chosen
            });
        }
        tally
    }

    fn count(&mut self, found: &Label, direct: bool, chosen: usize, chance: f32) {
        if *found == Label::Unknown {
            return;
        }
        let right = matches!(found, Label::Right(right) if right.contains(&chosen));
        let counts = Counts {
            right: usize::from(right),
            found: usize::from(chosen > 0),
            hit: usize::from(chosen > 0 && *found != Label::Nobody),
            gold: usize::from(*found != Label::Nobody),
            absent: usize::from(*found == Label::Absent),
        };
        self.all.add(counts);
        if direct || *found == Label::Nobody {
            self.direct.add(counts);
        }
        if chosen > 0 {
            self.chances.push((chance, right));
        }
    }

    /// Adds the counts of other articles.
    pub(crate) fn add(&mut self, other: &Self) {
        self.direct.add(other.direct);
        self.all.add(other.all);
        self.chances.extend(&other.chances);
    }

    /// One line for a terminal.
    pub(crate) fn line(&self) -> String {
        format!(
            "direct {}; direct and mixed {} of {}",
            self.direct.line(),
            self.all.line(),
            self.all.gold
        )
    }

    /// For each least chance, the share of speakers that have it, and how many of them are right.
    pub(crate) fn reliability(&self) -> Vec<String> {
        let steps = [0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97, 0.99];
        let line = |least: f32| {
            let fitting = self.chances.iter().filter(|(chance, _)| *chance >= least);
            let (count, right) = fitting
                .fold((0, 0), |(count, right), (_, hit)| (count + 1, right + usize::from(*hit)));
            let percent = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
            format!(
                "from {:.0} %: {:.1} % of all, {:.1} % right",
                least * 100.0,
                percent(count, self.chances.len()),
                percent(right, count)
            )
        };
        steps.into_iter().map(line).collect()
    }
}
