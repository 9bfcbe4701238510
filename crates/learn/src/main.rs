//! Learns the weights of the ranker, and of the judge of reports without marks, from annotated
//! articles, and writes them into the engine.
//!
//! `cargo run -p parallax-learn -- [--gold FOLDER] [--folds N] [--only ranker|reports]`. The annotations are outside data;
//! where they are absent it says so. The same data give the same weights. With `--folds` nothing
//! is written: each part of the articles is judged by what the others teach.

mod fit;
mod gold;
mod label;
mod model;
mod random;
mod reports;
mod tally;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use fit::fit;
use gold::Article;
use model::Settings;
use tally::Tally;

/// Chosen by folds over the training articles.
const RANKER: Settings = Settings {
    epochs: 14,
    rate: 0.004,
    decay: 0.3,
    pruned: 0.5,
    dropout: 0.3,
    absent: 0.3,
    nobody: 1.0,
    seed: 7,
};

/// The same for reports without marks.
const REPORTS: Settings = Settings {
    epochs: 24,
    rate: 0.004,
    decay: 0.3,
    pruned: 0.0,
    dropout: 0.25,
    absent: 1.0,
    nobody: 1.0,
    seed: 7,
};

/// What the file of weights says of itself.
const ORIGIN: &str = "made by `cargo run -p parallax-learn` from the PolNeAR training articles";

fn main() -> Result<()> {
    let mut arguments = pico_args::Arguments::from_env();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folder: Option<PathBuf> = arguments.opt_value_from_str("--gold")?;
    let folder = folder.unwrap_or_else(|| root.join("../shared/gold"));
    let folds: usize = arguments.opt_value_from_str("--folds")?.unwrap_or(0);
    let only: Option<String> = arguments.opt_value_from_str("--only")?;
    let wanted = |name: &str| only.as_deref().is_none_or(|only| only == name);
    let given = overrides(&mut arguments)?;
    let (ranker, reported) = (given.over(RANKER), given.over(REPORTS));
    let train = annotated(&folder.join("polnear-train.jsonl.gz"))?;
    let train: Vec<&Article> = train.iter().collect();
    if folds > 1 {
        if wanted("ranker") {
            in_folds(&train, folds, &ranker);
        }
        if wanted("reports") {
            reports_in_folds(&train, folds, &reported);
        }
        return Ok(());
    }
    let dev = annotated(&folder.join("polnear-dev.jsonl"))?;
    let dev: Vec<&Article> = dev.iter().collect();
    let engine = root.join("crates/engine/src/quote");
    if wanted("ranker") {
        let network = fit(&train, &ranker);
        let tally = Tally::of(&dev, &network);
        println!("on the articles held out: {}\n{}", tally.line(), tally.reliability().join("\n"));
        write(&engine.join("weights.bin"), &network.write(ORIGIN))?;
    }
    if wanted("reports") {
        let network = reports::fit(&train, &reported);
        let tally = reports::Tally::of(&dev, &network);
        println!("reports of the articles held out: {}", tally.lines().join("\n"));
        write(&engine.join("indirect/weights.bin"), &network.write(ORIGIN))?;
    }
    Ok(())
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    std::fs::write(path, bytes).with_context(|| path.display().to_string())
}

fn annotated(path: &Path) -> Result<Vec<Article>> {
    gold::read(path).with_context(|| {
        let path = path.display();
        format!("{path}: the annotated articles are not here; --gold FOLDER says where they are")
    })
}

/// Settings that the command line gives.
#[derive(Debug, Default)]
struct Overrides {
    epochs: Option<usize>,
    rate: Option<f32>,
    decay: Option<f32>,
    pruned: Option<f32>,
    dropout: Option<f32>,
    nobody: Option<f32>,
    seed: Option<u64>,
}

impl Overrides {
    fn over(&self, settings: Settings) -> Settings {
        Settings {
            epochs: self.epochs.unwrap_or(settings.epochs),
            rate: self.rate.unwrap_or(settings.rate),
            decay: self.decay.unwrap_or(settings.decay),
            pruned: self.pruned.unwrap_or(settings.pruned),
            dropout: self.dropout.unwrap_or(settings.dropout),
            nobody: self.nobody.unwrap_or(settings.nobody),
            seed: self.seed.unwrap_or(settings.seed),
            ..settings
        }
    }
}

fn overrides(arguments: &mut pico_args::Arguments) -> Result<Overrides> {
    Ok(Overrides {
        epochs: arguments.opt_value_from_str("--epochs")?,
        rate: arguments.opt_value_from_str("--rate")?,
        decay: arguments.opt_value_from_str("--decay")?,
        pruned: arguments.opt_value_from_str("--pruned")?,
        dropout: arguments.opt_value_from_str("--dropout")?,
        nobody: arguments.opt_value_from_str("--nobody")?,
        seed: arguments.opt_value_from_str("--seed")?,
    })
}

/// The articles of each fold, and the others.
fn parts<'a>(
    articles: &'a [&'a Article],
    folds: usize,
) -> impl Iterator<Item = (Vec<&'a Article>, Vec<&'a Article>)> {
    (0..folds).map(move |fold| {
        let part = |held: bool| -> Vec<&Article> {
            let numbered = articles.iter().enumerate();
            numbered.filter(|(at, _)| (at % folds == fold) == held).map(|(_, one)| *one).collect()
        };
        (part(true), part(false))
    })
}

/// Judges each part of the articles by what the others teach.
fn in_folds(articles: &[&Article], folds: usize, settings: &Settings) {
    let mut total = Tally::default();
    for (number, (held, others)) in parts(articles, folds).enumerate() {
        let tally = Tally::of(&held, &fit(&others, settings));
        println!("fold {number}: {}", tally.line());
        total.add(&tally);
    }
    println!("all folds: {}\n{}", total.line(), total.reliability().join("\n"));
}

fn reports_in_folds(articles: &[&Article], folds: usize, settings: &Settings) {
    let mut total = reports::Tally::default();
    for (held, others) in parts(articles, folds) {
        total.add(&reports::Tally::of(&held, &reports::fit(&others, settings)));
    }
    println!("reports of all folds: {}", total.lines().join("\n"));
}
