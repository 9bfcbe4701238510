//! `hits ROWS [COUNT] [SEED]`: asks the index and a plain scan the same queries about some rows, and prints how
//! far they agree, as JSON.
//!
//! The words that are scanned are first held against the rows themselves: all runs of letters and digits of
//! each title and text. Does not know where the rows are from.

use std::{fs, path::PathBuf};

use anyhow::{Context as _, Result, ensure};
use parallax_corpus::{Crew, read_files};
use parallax_engine::{Engine, build_by, story};
use parallax_scan::{Hits, World, queries};
use serde_json::{Value, json};

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let rows = PathBuf::from(arguments.next().context("name the rows")?);
    let count = arguments.next().map_or(Ok(300), |count| count.parse())?;
    let seed = arguments.next().map_or(Ok(1), |seed| seed.parse())?;
    let documents = read_files(std::slice::from_ref(&rows))?;
    let world = World::of(&story::analyse(&documents));
    for line in fs::read_to_string(&rows)?.lines() {
        let row: Value = serde_json::from_str(line)?;
        let text = |name: &str| row[name].as_str().unwrap_or_default();
        let id = row["id"].as_str().map_or_else(|| row["id"].to_string(), str::to_owned);
        ensure!(world.says(&id, &[text("title"), text("text")]), "row {id} has other words");
    }
    let engine = Engine::open(build_by(&Crew::default(), documents)?.pack)?;
    let mut hits = Hits::default();
    queries(&world, count, seed).iter().for_each(|asked| hits.ask(&engine, &world, asked));
    let ratio = |all: usize| hits.both as f64 / all.max(1) as f64;
    let told = json!({
        "queries": hits.asked,
        "precision": ratio(hits.found),
        "recall": ratio(hits.wanted),
        "articles": hits.wanted,
        "totals": hits.totals,
        "counts": hits.counts,
        "differ": hits.differ,
    });
    println!("{told}");
    Ok(())
}
