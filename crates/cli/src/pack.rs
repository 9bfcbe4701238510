//! `parallax pack`: makes a pack of documents, tells how far it is, and what came of it.
//!
//! Does not know how documents are read or what a section holds.

use std::{
    collections::BTreeMap,
    fs,
    io::{self, Write},
    path::Path,
    time::{Duration, Instant},
};

use anyhow::{Context, Result};
use indicatif::{ProgressBar, ProgressStyle};
use parallax_corpus::{Crew, Packed};
use parallax_engine::{article::Finding, pack::Pack, with_places, workers::Stage};

/// How many findings are told where not all are asked for.
const TOLD: usize = 20;

/// Makes the pack of the documents at `path`, with the places of all words if it should have them, and writes
/// it to `output`. Prints the pack's size, section by section, and the time, and on the error output what is
/// doubtful: with `all`, all of it.
pub(crate) fn run(
    path: &Path,
    output: &Path,
    places: bool,
    all: bool,
    out: &mut impl Write,
) -> Result<()> {
    let start = Instant::now();
    let bar = bar();
    let mut packed = parallax_corpus::pack(
        path,
        &Crew::default().watched(&|stage, documents| {
            show(&bar, stage, documents);
        }),
    )?;
    if places {
        packed.pack = with_places(packed.pack)?;
    }
    bar.finish_and_clear();
    fs::write(output, &packed.pack)
        .with_context(|| format!("{}: cannot be written", output.display()))?;
    let taken = start.elapsed();
    doubts(&packed.findings, if all { usize::MAX } else { TOLD }, &mut io::stderr().lock())?;
    sizes(packed, output, taken, out)
}

/// A bar on the error output, where that is a terminal; nothing where it is none.
fn bar() -> ProgressBar {
    let bar = ProgressBar::new_spinner().with_message("reading");
    bar.enable_steady_tick(Duration::from_millis(100));
    bar
}

/// Shows that so many more documents have come so far.
fn show(bar: &ProgressBar, stage: Stage, documents: usize) {
    let count = documents as u64;
    match stage {
        Stage::Read => {
            let style = "{spinner} {msg:8} {pos} of {len} documents {wide_bar} {elapsed}";
            if let Ok(style) = ProgressStyle::with_template(style) {
                bar.set_style(style);
            }
            bar.set_length(count);
            bar.set_message("analysed");
        }
        Stage::Analysed => bar.inc(count),
        Stage::Linked => bar.set_message("linked"),
        Stage::Written => bar.set_message("written"),
    }
}

/// Tells the first findings, and how many more there are of each kind.
fn doubts(findings: &[Finding], most: usize, out: &mut impl Write) -> Result<()> {
    let (told, left) = findings.split_at(most.min(findings.len()));
    told.iter().try_for_each(|finding| writeln!(out, "{finding}"))?;
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    for finding in left {
        *kinds.entry(finding.kind()).or_default() += 1;
    }
    for (kind, count) in kinds {
        writeln!(out, "{count} more: {kind}")?;
    }
    if !left.is_empty() {
        writeln!(out, "--findings tells all {}", findings.len())?;
    }
    Ok(())
}

/// Tells how large the pack is and how long it took.
fn sizes(packed: Packed, output: &Path, taken: Duration, out: &mut impl Write) -> Result<()> {
    let Packed { pack, articles, bytes, .. } = packed;
    writeln!(out, "{}: {articles} documents, {} bytes", output.display(), pack.len())?;
    for (tag, length) in Pack::open(&pack.into())?.sections() {
        writeln!(out, "{} {length:>12}", String::from_utf8_lossy(&tag))?;
    }
    let (seconds, text) = (taken.as_secs_f64(), bytes as f64 / 1e6);
    writeln!(out, "{text:.1} MB of text in {seconds:.2} s, {:.1} MB/s", text / seconds.max(1e-9))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(message: &str) -> Finding {
        let message = message.to_owned();
        Finding { document: "a.txt".to_owned(), span: None, line: Some(3), message }
    }

    #[test]
    fn what_is_not_told_is_counted_by_its_kind() {
        let findings =
            ["open", "Ann may be Ann Ash or Ann Elm", "open", "Bo may be Bo Ash", "open"];
        let findings = findings.map(finding);
        let told = |most| {
            let mut out = Vec::new();
            doubts(&findings, most, &mut out).unwrap();
            String::from_utf8(out).unwrap()
        };
        assert_eq!(
            told(1),
            "a.txt:3: open\n2 more: a name may be several people's\n2 more: open\n--findings tells all 5\n"
        );
        assert_eq!(told(9).lines().count(), 5);
    }
}
