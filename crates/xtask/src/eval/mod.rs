//! `cargo xtask eval`: how good the extraction is, against annotations that are not of the project.
//!
//! Builds the command as it is installed, runs it over the gold's texts, scores what it prints, and
//! shows every figure beside its goal. The gold is read where it lies; nothing of it is kept.

mod errors;
mod indirect;
mod inputs;
mod last_name;
mod names;
mod parallax;
mod quotes;
mod rows;
mod score_py;
mod seeds;
mod size;
mod spans;
mod speed;
mod table;

use std::path::PathBuf;

use errors::{CLASSES, Listed};
use inputs::Inputs;
use parallax::Parallax;
use rows::{FoundRow, GoldRow};
use seeds::Seeds;
use table::Figure;

use crate::error::{Error, Result};
use crate::{files, process, root};

/// What is asked for.
#[derive(Debug, Default)]
pub struct Options {
    /// The folder of the gold; else `PARALLAX_GOLD`, else `../shared/gold` beside the checkout.
    pub gold: Option<PathBuf>,
    /// A finished `parallax` to measure instead of building one.
    pub binary: Option<PathBuf>,
    /// The class of errors to list.
    pub errors: Option<String>,
    /// Whether to add the figures to the committed table.
    pub record: bool,
}

/// Measures, prints, and keeps the figures where asked.
pub fn run(options: &Options) -> Result<()> {
    if let Some(class) = options.errors.as_deref().filter(|class| !CLASSES.contains(class)) {
        let known = CLASSES.join(", ");
        return Err(Error::Usage(format!("there is no class `{class}` of errors, only {known}")));
    }
    let inputs = Inputs::find(options.gold.as_deref())?;
    let parallax = Parallax::of(options.binary.as_deref())?;
    let mut list = |listed: Listed| {
        if options.errors.as_deref() == Some(listed.class) {
            println!("{listed}\n");
        }
    };
    let mut figures = five(&inputs, &parallax, &mut list)?;
    figures.extend(articles(&inputs, &parallax, &mut list)?);
    if options.errors.is_none() || options.record {
        figures.extend(names::figures()?);
        figures.extend(size::figures()?);
        figures.extend(speed::figures(&inputs, &parallax)?);
    }
    print!("{}", table::printed(&figures));
    if options.record {
        keep(&figures)?;
    }
    Ok(())
}

/// The short form: the five documents only, by the command as the tests built it. Where there is no gold
/// it says so, for the project does not need it.
pub fn short() -> Result<()> {
    let inputs = match Inputs::find(None) {
        Ok(inputs) => inputs,
        Err(missing) => {
            println!("  not tried: {missing}");
            return Ok(());
        }
    };
    let figures = five(&inputs, &Parallax::unoptimised()?, &mut |_| ())?;
    print!("{}", table::printed(&figures));
    Ok(())
}

/// The command, built as it is installed.
pub fn command() -> Result<PathBuf> {
    Ok(Parallax::of(None)?.path().to_owned())
}

/// The project's own five documents.
fn five(
    inputs: &Inputs,
    parallax: &Parallax,
    list: &mut impl FnMut(Listed),
) -> Result<Vec<Figure>> {
    let rows: Vec<GoldRow> = rows::read(&inputs.seeds_quotes)?;
    let found = parallax.rows("seeds", &rows)?;
    let mut figures = score_py::persons(inputs, &found.path)?;
    let corpus = root::root().join("corpus");
    let gold = inputs::value(&inputs.seeds)?;
    let seeds = Seeds::of(gold, parallax.documents(&corpus)?, &rows, &corpus)?;
    figures.extend(seeds.figures(list));
    Ok(figures)
}

/// News that the project has never seen.
fn articles(
    inputs: &Inputs,
    parallax: &Parallax,
    list: &mut impl FnMut(Listed),
) -> Result<Vec<Figure>> {
    let gold: Vec<GoldRow> = rows::read(&inputs.dev)?;
    let output = parallax.rows("dev", &gold)?;
    let found: Vec<FoundRow> = rows::read(&output.path)?;
    let mut figures = score_py::quotes(inputs, &output.path)?;
    figures.extend(score_py::pronouns(inputs, &output.path)?);
    let indirect = indirect::count(&gold, &found, list);
    let percent = |name, share: f64, least| Figure::at_least(name, share * 100.0, least, " %");
    figures.push(percent("indirect: precision", indirect.precision(), 80.0));
    figures.push(percent("indirect: recall", indirect.recall(), 30.0));
    let counts = quotes::count(&gold, &found, list);
    figures.push(percent("sure: right", counts.sure_precision(), 95.0));
    figures.push(percent("sure: share", counts.sure_share(), 60.0));
    Ok(figures)
}

fn keep(figures: &[Figure]) -> Result<()> {
    let (day, commit) = process::commit();
    let path = root::root().join("docs/measures.md");
    table::record(&path, &day, &commit, figures)?;
    println!("kept in {}", files::below(root::root(), &path));
    Ok(())
}
