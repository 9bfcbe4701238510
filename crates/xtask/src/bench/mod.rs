//! `cargo xtask bench`: the engine beside other search engines, in one run of one harness.
//!
//! The harness, its corpora and its queries are not of the project; they are copied into `target/peers`,
//! and the engine's adapter with them. In a browser the engine is a thin module (`crates/bench`), built
//! as the page of a large corpus is; natively, `crates/bench/native` holds it against tantivy and a plain scan.

mod harness;
mod hits;
mod module;
mod native;
mod results;
mod table;

use std::path::PathBuf;
use std::process::Command;

use harness::Harness;
use results::Measured;
use serde_json::Value;

use crate::error::{Error, Result};
use crate::setup::{Needs, set_up};
use crate::{eval, files, process, root};

/// What is measured where nothing else is asked for.
const SIZES: [&str; 3] = ["1k", "10k", "50k"];

/// The engine itself, and those that pages use today.
const ENGINES: [&str; 5] =
    [table::OURS, "minisearch", "flexsearch-all", "pagefind", "itemsjs-facets"];

/// What is asked for.
#[derive(Debug, Default)]
pub struct Options {
    /// The folder of the harness; else `PARALLAX_PEERS`, else `../shared/peers` beside the checkout.
    pub peers: Option<PathBuf>,
    /// Corpora by name.
    pub sizes: Option<Vec<String>>,
    /// Engines by name.
    pub engines: Option<Vec<String>>,
    /// Whether to keep the tables.
    pub record: bool,
}

/// Measures, prints, and keeps the table where asked.
pub fn run(options: &Options) -> Result<()> {
    let named = |names: &Option<Vec<String>>, all: &[&str]| {
        names.clone().unwrap_or_else(|| all.iter().map(|&name| name.to_owned()).collect())
    };
    let (sizes, engines) = (named(&options.sizes, &SIZES), named(&options.engines, &ENGINES));
    let harness = Harness::prepare(options.peers.as_deref())?;
    let tools = set_up(Needs::PageAndBrowser)?;
    let command = eval::command()?;
    module::build(&tools, &harness)?;
    let native = native::build()?;
    let mut tables = String::new();
    for size in &sizes {
        harness.corpus(size)?;
        let mut measured: Vec<Measured> = Vec::new();
        for engine in &engines {
            measured.push(harness.measure(engine, size, &command)?);
        }
        measured.extend(native.measure(&harness, size)?);
        tables += &table::of(size, &measured);
    }
    if options.sizes.is_none() {
        tables += &hits::table(&harness)?;
    }
    print!("\n{tables}");
    if options.record {
        keep(&tables)?;
    }
    Ok(())
}

/// What a program prints as JSON.
fn told(command: &mut Command) -> Result<Value> {
    let said = process::output(command).unwrap_or_default();
    serde_json::from_str(&said).map_err(|cause| Error::Failed {
        command: process::line(command),
        status: format!("{cause}"),
        remedy: "run it by hand to see what it says".to_owned(),
    })
}

/// Keeps the tables in the record, and there those of other corpora as they are.
fn keep(tables: &str) -> Result<()> {
    let (day, commit) = process::commit();
    let path = root::root().join("docs/bench.md");
    let record = files::text(&path)?;
    let measured = format!("Measured on {day} at {commit}.");
    files::write(&path, &table::merged(&record, tables, &measured))?;
    println!("kept in {}", files::below(root::root(), &path));
    Ok(())
}
