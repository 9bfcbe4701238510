//! The tables of a run: an engine a column, a measure a row, and behind them how the best of the others
//! compares.

use super::results::{KINDS, Measured};

const HEAD: &str = "# Beside other engines

What `cargo xtask bench --record` found last. Milliseconds; p50 and p99 are across queries, of each query's median
over the passes. Engines in a browser (Chromium) but for the last two, which are native: tantivy, and a scan of all
text. Of each measure the smallest of the other engines in a browser is divided by ours: above 1, ours is ahead.
";

/// What the kinds of queries are called here.
const NAMES: [&str; KINDS.len()] =
    ["one word", "two words", "prefix", "phrase", "one edit", "query and counts of all facets"];

/// The engine that the others are held against.
pub(super) const OURS: &str = "parallax";

/// Engines that are not in a browser.
pub(super) const NATIVE: [&str; 2] = ["tantivy", "scan"];

/// The table of one corpus.
pub(super) fn of(size: &str, measured: &[Measured]) -> String {
    let names = measured.iter().map(|one| one.engine.clone());
    let head = row("", names, "others / ours");
    let rule = row("---", measured.iter().map(|_| "---".to_owned()), "---");
    let lines: String = rows(measured).into_iter().map(|it| line(&it, measured)).collect();
    format!("\n## {size}\n\n{head}{rule}{lines}")
}

/// The record with `tables` in it, each below a line that says when it was `measured`: a table takes the place of the one
/// of its name.
pub(super) fn merged(record: &str, tables: &str, measured: &str) -> String {
    let owned = |(name, table): (&str, &str)| (name.to_owned(), table.to_owned());
    let mut all: Vec<(String, String)> = named(record).map(owned).collect();
    for (name, table) in named(tables) {
        let table = format!("\n{measured}\n{table}");
        match all.iter_mut().find(|(known, _)| known == name) {
            Some(place) => place.1 = table,
            None => all.push((name.to_owned(), table)),
        }
    }
    let all: String = all.iter().map(|(name, table)| format!("\n## {name}\n{table}")).collect();
    format!("{HEAD}{all}")
}

/// Each table's name, and what stands below it.
fn named(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.split("\n## ").skip(1).filter_map(|table| table.split_once('\n'))
}

/// A measure, how it is written, and its value of each engine.
struct Row {
    name: String,
    digits: usize,
    values: Vec<Option<f64>>,
}

fn rows(measured: &[Measured]) -> Vec<Row> {
    let of = |name: &str, digits: usize, value: &dyn Fn(&Measured) -> Option<f64>| Row {
        name: name.to_owned(),
        digits,
        values: measured.iter().map(value).collect(),
    };
    let million = |bytes: Option<f64>| bytes.map(|bytes| bytes / 1e6);
    let mut rows = vec![
        of("fetched and opened, to the first answer", 0, &|it| it.open),
        of("all that is fetched is there", 0, &|it| it.fetched),
    ];
    for (at, name) in NAMES.iter().enumerate() {
        rows.push(of(&format!("{name}, p50"), 3, &|it| it.times[at].map(|times| times.0)));
        rows.push(of(&format!("{name}, p99"), 3, &|it| it.times[at].map(|times| times.1)));
    }
    rows.push(of("memory of the browser's process, MB more than empty", 0, &|it| it.process));
    rows.push(of("WebAssembly memory, MB", 1, &|it| million(it.wasm)));
    rows.push(of("WebAssembly memory / pack", 2, &|it| Some(it.wasm? / it.pack?)));
    rows.push(of("fetched, MB", 1, &|it| million(it.raw)));
    rows.push(of("fetched as brotli, MB", 2, &|it| million(it.brotli)));
    rows.retain(|row| row.values.iter().any(Option::is_some));
    rows
}

fn line(row_of: &Row, measured: &[Measured]) -> String {
    let digits = row_of.digits;
    let shown = |value: &Option<f64>| {
        value.map_or_else(|| "–".to_owned(), |value| format!("{value:.digits$}"))
    };
    let values = || measured.iter().map(|one| one.engine.as_str()).zip(&row_of.values);
    let others = values().filter(|(name, _)| *name != OURS && !NATIVE.contains(name));
    let best = others.filter_map(|(_, value)| *value).reduce(f64::min);
    let ours = values().find(|(name, _)| *name == OURS).and_then(|(_, value)| *value);
    let ratio = best.zip(ours.filter(|&ours| ours > 0.0)).map(|(best, ours)| best / ours);
    let ratio = ratio.map_or_else(String::new, |ratio| format!("{ratio:.2}"));
    row(&row_of.name, row_of.values.iter().map(shown), &ratio)
}

fn row(name: &str, cells: impl Iterator<Item = String>, last: &str) -> String {
    let cells: String = cells.map(|cell| format!("{cell} | ")).collect();
    format!("| {name} | {cells}{last} |\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_takes_the_place_of_the_one_of_its_name() {
        let record = merged("", "\n## 1k\n\nold\n\n## 10k\n\nold\n", "Then.");
        let record = merged(&record, "\n## 10k\n\nnew\n\n## 50k\n\nnew\n", "Now.");
        let tables = record.strip_prefix(HEAD).unwrap_or_default();
        let told = "\n## 1k\n\nThen.\n\nold\n\n## 10k\n\nNow.\n\nnew\n\n## 50k\n\nNow.\n\nnew\n";
        assert_eq!(tables, told);
    }

    #[test]
    fn the_best_of_the_others_is_held_against_ours() {
        let one = |engine: &str, open: Option<f64>| Measured {
            engine: engine.to_owned(),
            open,
            ..Measured::default()
        };
        let all = [one("parallax", Some(100.0)), one("a", Some(250.0)), one("b", Some(400.0))];
        let table = of("1k", &all);
        assert!(table.contains("| 100 | 250 | 400 | 2.50 |"), "{table}");
        assert_eq!(table.lines().filter(|line| line.starts_with("| ")).count(), 3);
        let last = [one("a", Some(250.0)), one("parallax", Some(100.0))];
        assert!(of("1k", &last).contains("| 250 | 100 | 2.50 |"));
        let native = [one("parallax", Some(100.0)), one("tantivy", Some(1.0)), one("a", None)];
        assert!(of("1k", &native).contains("| 100 | 1 | – |  |"));
    }
}
