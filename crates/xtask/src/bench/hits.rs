//! Whether the index finds what a plain scan of all words finds, about the harness's corpora.
//!
//! Does not know how either is done: `crates/scan` asks both.

use serde_json::Value;

use super::harness::Harness;
use crate::error::Result;
use crate::{process, root};

/// The corpora that are asked about: real rows, rows made of them, and many short rows.
const CORPORA: [&str; 3] = ["1k", "10k", "ag50k"];

const HEAD: &str = "\n## Hits against a plain scan

Queries of every kind, made by chance with a seed; totals and counts of all facets are of articles, quotations and
remarks, precision and recall of articles. Words are held against the rows themselves first.

| corpus | queries | precision | recall | articles found | exact totals | exact counts |
| --- | --- | --- | --- | --- | --- | --- |
";

/// Asks, and gives the table.
pub(super) fn table(harness: &Harness) -> Result<String> {
    println!("  building the plain scan");
    let mut cargo = process::command("cargo");
    cargo.args(["build", "--locked", "--profile", "native", "--package", "parallax-scan"]);
    cargo.args(["--example", "hits", "--target-dir"]).arg(root::root().join("target"));
    process::logged("scan", &mut cargo, "mend what is named above")?;
    let lines: Result<String> = CORPORA.into_iter().map(|corpus| line(harness, corpus)).collect();
    Ok(format!("{HEAD}{}", lines?))
}

fn line(harness: &Harness, corpus: &str) -> Result<String> {
    println!("  plain scan of {corpus}");
    harness.corpus(corpus)?;
    let hits = format!("target/native/examples/hits{}", std::env::consts::EXE_SUFFIX);
    let mut command = process::command(root::root().join(hits));
    command.arg(harness.rows(corpus));
    Ok(row(corpus, &super::told(&mut command)?))
}

fn row(corpus: &str, told: &Value) -> String {
    let ratio = |name: &str| told[name].as_f64().map_or("-".to_owned(), |it| format!("{it:.4}"));
    let whole = |name: &str| told[name].as_u64().map_or("-".to_owned(), |it| it.to_string());
    let (precision, recall) = (ratio("precision"), ratio("recall"));
    let rest = ["articles", "totals", "counts"].map(whole).join(" | ");
    format!("| {corpus} | {} | {precision} | {recall} | {rest} |\n", whole("queries"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_tells_what_was_told() {
        let told = serde_json::json!({
            "queries": 3, "precision": 1.0, "recall": 0.5, "articles": 9, "totals": 3, "counts": 2,
        });
        assert_eq!(row("1k", &told), "| 1k | 3 | 1.0000 | 0.5000 | 9 | 3 | 2 |\n");
        assert!(row("1k", &Value::Null).contains("| - |"), "what was not told");
    }
}
