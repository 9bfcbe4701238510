//! Search engines outside a browser, measured with the queries that are asked inside one: tantivy with exact
//! totals, and a scan of all text.
//!
//! `native ROWS QUERIES` prints for each engine the milliseconds that half of the queries stay below, and 99
//! of 100, as JSON in the harness's own shape. Each query's time is the median of its passes.

mod scan;
mod tantivy_index;

use std::time::Instant;

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::{Value, json};

/// How often each query is asked.
const PASSES: usize = 7;

/// What is read of a row.
#[derive(Deserialize)]
pub(crate) struct Row {
    title: String,
    text: String,
}

/// The queries, kind by kind.
#[derive(Deserialize)]
struct Queries {
    w1: Vec<String>,
    w2: Vec<String>,
    prefix: Vec<String>,
    phrase: Vec<String>,
    typo: Vec<String>,
}

/// How a query's words are meant.
#[derive(Clone, Copy)]
pub(crate) enum Kind {
    Words,
    Prefix,
    Phrase,
    Typo,
}

/// Something that is searched.
pub(crate) trait Engine {
    /// How many rows the query finds; nothing if it cannot be asked.
    fn total(&self, kind: Kind, query: &str) -> Option<usize>;
}

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let rows = arguments.next().context("name the rows")?;
    let queries = arguments.next().context("name the queries")?;
    let rows = std::fs::read_to_string(&rows).context(rows)?;
    let rows = rows.lines().map(serde_json::from_str).collect::<Result<Vec<Row>, _>>()?;
    let queries = std::fs::read_to_string(&queries).context(queries)?;
    let queries: Queries = serde_json::from_str(&queries)?;
    let tantivy = tantivy_index::Index::of(&rows)?;
    let scan = scan::Texts::of(&rows);
    println!("{}", json!({ "tantivy": measured(&tantivy, &queries), "scan": measured(&scan, &queries) }));
    Ok(())
}

fn measured(engine: &dyn Engine, queries: &Queries) -> Value {
    let of = |kind, queries: &[String]| times(engine, kind, queries);
    json!({ "q": {
        "w1": of(Kind::Words, &queries.w1),
        "w2": of(Kind::Words, &queries.w2),
        "prefix": of(Kind::Prefix, &queries.prefix),
        "phrase": of(Kind::Phrase, &queries.phrase),
        "typo": of(Kind::Typo, &queries.typo),
    } })
}

fn times(engine: &dyn Engine, kind: Kind, queries: &[String]) -> Value {
    let mut medians = Vec::new();
    for query in queries {
        let mut passes = Vec::new();
        for _ in 0..PASSES {
            let start = Instant::now();
            if std::hint::black_box(engine.total(kind, query)).is_none() {
                return Value::Null;
            }
            passes.push(start.elapsed().as_secs_f64() * 1e3);
        }
        medians.push(at(&mut passes, 0.5));
    }
    json!({ "p50": at(&mut medians, 0.5), "p99": at(&mut medians, 0.99) })
}

/// The value that such a share stays below or at.
fn at(values: &mut [f64], share: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    let place = (share * values.len() as f64).ceil() as usize;
    values.get(place.saturating_sub(1)).copied().unwrap_or_default()
}
