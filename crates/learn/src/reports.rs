//! Reports without marks: fitting the network that judges them, and how often it is right.
//!
//! Counts as the scoring does, but that it knows last names only, not persons.

use parallax_engine::quote::{
    learning::{Choice, Example, REPORT_UNITS, reports},
    network::Network,
};

use crate::{
    fit::{document, learnt},
    gold::Article,
    label::{Label, meets, report_label},
    model::{Settings, Weights},
};

/// The network that the articles teach.
pub(crate) fn fit(articles: &[&Article], settings: &Settings) -> Network<REPORT_UNITS> {
    let mut examples: Vec<(Example, Label)> = Vec::new();
    for article in articles {
        reports(&document(article), |example| {
            let (label, _) = report_label(article, &example);
            if label != Label::Unknown {
                examples.push((example, label));
            }
        });
    }
    let right = examples.iter().filter(|(_, label)| matches!(label, Label::Right(_))).count();
    println!("{} cues that may report, {right} that do", examples.len());
    learnt::<REPORT_UNITS>(&examples, settings).network()
}

/// The chance that somebody says about what the candidate `best` has them say, as the engine adds
/// it up.
fn alike(example: &Example, chances: &[f32], best: usize) -> f32 {
    let (chosen, all) = (&example.candidates[best], example.candidates.iter().zip(chances));
    let like = |other: &Choice| {
        let shared = other.content.end.min(chosen.content.end);
        let shared = shared.saturating_sub(other.content.start.max(chosen.content.start));
        let whole = other.content.cover(chosen.content);
        other.mention.start == chosen.mention.start && shared as usize * 2 >= whole.len()
    };
    all.skip(1).filter(|(other, _)| like(other)).map(|(_, chance)| chance).sum()
}

/// What a network tells of articles, by chance.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    /// The chance of each report, and whether it is right.
    told: Vec<(f32, bool)>,
    /// How many the annotators have, and how many of them some candidate meets.
    gold: usize,
    reachable: usize,
}

impl Tally {
    /// How often `network` is right on the articles.
    pub(crate) fn of(articles: &[&Article], network: &Network<REPORT_UNITS>) -> Self {
        let weights = Weights::of(network);
        let mut tally = Self::default();
        for article in articles {
            tally.article(article, &weights);
        }
        tally
    }

    fn article(&mut self, article: &Article, weights: &Weights<REPORT_UNITS>) {
        let mut told: Vec<(f32, (usize, usize), Option<usize>)> = Vec::new();
        let mut reachable = vec![false; article.reported.len()];
        reports(&document(article), |example| {
            let (label, number) = report_label(article, &example);
            if let Some(number) = number {
                reachable[number] = true;
            }
            if label == Label::Unknown {
                return;
            }
            let chances = weights.chances(&example);
            let all = 1..chances.len();
            let Some(best) = all.max_by(|one, two| chances[*one].total_cmp(&chances[*two])) else {
                return;
            };
            let chosen = &example.candidates[best];
            let span = (chosen.content.start as usize, chosen.content.end as usize);
            told.push((alike(&example, &chances, best), span, meets(article, chosen)));
        });
        told.sort_by(|one, two| two.0.total_cmp(&one.0));
        let mut kept: Vec<(usize, usize)> = Vec::new();
        let mut met = vec![false; article.reported.len()];
        for (chance, span, number) in told {
            if kept.iter().any(|other| other.0 < span.1 && span.0 < other.1) {
                continue;
            }
            kept.push(span);
            let right = number.is_some_and(|number| !std::mem::replace(&mut met[number], true));
            self.told.push((chance, right));
        }
        self.gold += article.reported.iter().filter(|one| one.unmarked).count();
        self.reachable += reachable.into_iter().filter(|met| *met).count();
    }

    /// Adds what is told of other articles.
    pub(crate) fn add(&mut self, other: &Self) {
        self.told.extend(&other.told);
        self.gold += other.gold;
        self.reachable += other.reachable;
    }

    /// For each least chance, how many are right and how many of the annotators' are found.
    pub(crate) fn lines(&self) -> Vec<String> {
        let percent = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
        let line = |least: f32| {
            let fitting = self.told.iter().filter(|(chance, _)| *chance >= least);
            let (count, right) = fitting
                .fold((0, 0), |(count, right), (_, hit)| (count + 1, right + usize::from(*hit)));
            format!(
                "from {:.0} %: {:.1} % right, {:.1} % found, {count} in all",
                least * 100.0,
                percent(right, count),
                percent(right, self.gold)
            )
        };
        let steps = [0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8, 0.9, 0.95, 0.97, 0.98];
        let reach = format!(
            "{:.1} % of {} met by a candidate",
            percent(self.reachable, self.gold),
            self.gold
        );
        std::iter::once(reach).chain(steps.into_iter().map(line)).collect()
    }
}
