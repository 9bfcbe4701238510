//! Learns the weights of the ranker from annotated articles, and writes them into the engine.
//!
//! `cargo run -p parallax-learn -- [--gold FOLDER] [--folds N]`. The annotations are outside data;
//! where they are absent it says so. The same data give the same weights. With `--folds` nothing
//! is written: each part of the articles is judged by what the others teach.

mod fit;
mod gold;
mod label;
mod model;
mod random;
mod tally;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use fit::fit;
use gold::Article;
use model::Settings;
use tally::Tally;

/// Chosen by folds over the training articles.
const SETTINGS: Settings = Settings {
    epochs: 14,
    rate: 0.004,
    decay: 0.3,
    dropout: 0.3,
    absent: 0.3,
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
    let settings = settings(&mut arguments)?;
    let train = annotated(&folder.join("polnear-train.jsonl.gz"))?;
    if folds > 1 {
        in_folds(&train, folds, &settings);
        return Ok(());
    }
    let dev = annotated(&folder.join("polnear-dev.jsonl"))?;
    let network = fit(&train.iter().collect::<Vec<_>>(), &settings);
    let tally = Tally::of(&dev.iter().collect::<Vec<_>>(), &network);
    println!("on the articles held out: {}\n{}", tally.line(), tally.reliability().join("\n"));
    let path = root.join("crates/engine/src/quote/weights.bin");
    std::fs::write(&path, network.write(ORIGIN)).with_context(|| path.display().to_string())
}

fn annotated(path: &Path) -> Result<Vec<Article>> {
    gold::read(path).with_context(|| {
        let path = path.display();
        format!("{path}: the annotated articles are not here; --gold FOLDER says where they are")
    })
}

/// The settings, with what the command line sets otherwise.
fn settings(arguments: &mut pico_args::Arguments) -> Result<Settings> {
    let mut settings = SETTINGS;
    let named = [
        ("--rate", &mut settings.rate),
        ("--decay", &mut settings.decay),
        ("--dropout", &mut settings.dropout),
        ("--absent", &mut settings.absent),
        ("--nobody", &mut settings.nobody),
    ];
    for (name, value) in named {
        if let Some(given) = arguments.opt_value_from_str(name)? {
            *value = given;
        }
    }
    if let Some(given) = arguments.opt_value_from_str("--epochs")? {
        settings.epochs = given;
    }
    if let Some(given) = arguments.opt_value_from_str("--seed")? {
        settings.seed = given;
    }
    Ok(settings)
}

/// Judges each part of the articles by what the others teach.
fn in_folds(articles: &[Article], folds: usize, settings: &Settings) {
    let mut total = Tally::default();
    for fold in 0..folds {
        let part = |held: bool| -> Vec<&Article> {
            let numbered = articles.iter().enumerate();
            numbered.filter(|(at, _)| (at % folds == fold) == held).map(|(_, one)| one).collect()
        };
        let tally = Tally::of(&part(true), &fit(&part(false), settings));
        println!("fold {fold}: {}", tally.line());
        total.add(&tally);
    }
    println!("all folds: {}\n{}", total.line(), total.reliability().join("\n"));
}
