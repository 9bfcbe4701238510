//! `cargo xtask test`: every check in turn, a line for each as it ends, and a summary to close.
//!
//! A check that fails does not hide the next, unless the next needs what it should have made.

use std::process::Command;
use std::time::{Duration, Instant};

use crate::error::{Error, Result};
use crate::setup::{self, Needs, Toolbox};
use crate::{browsers, build, eval, process, root, rules, single, size};

/// One part of the suite.
struct Stage {
    name: &'static str,
    needs_page: bool,
    run: fn(&Toolbox) -> Result<()>,
}

const STAGES: [Stage; 10] = [
    Stage { name: "formatting", needs_page: false, run: formatting },
    Stage { name: "rules", needs_page: false, run: |_| rules::check() },
    Stage { name: "lints", needs_page: false, run: lints },
    Stage { name: "lints of the page", needs_page: false, run: page_lints },
    Stage { name: "tests", needs_page: false, run: tests },
    Stage { name: "measures", needs_page: false, run: |_| eval::short() },
    Stage { name: "page", needs_page: false, run: page },
    Stage { name: "size", needs_page: true, run: |_| size::check(&root::dist()) },
    Stage { name: "browsers", needs_page: true, run: |_| browsers::check() },
    Stage { name: "journeys", needs_page: true, run: journeys },
];

/// What came of a stage.
enum Outcome {
    Passed,
    Failed(String),
    Skipped,
}

/// Sets up, runs every stage and sums up.
pub fn run() -> Result<()> {
    let tools = setup::set_up(Needs::PageAndBrowser)?;
    let mut outcomes = Vec::new();
    let mut page_is_there = true;
    for stage in &STAGES {
        println!("\n== {}", stage.name);
        let start = Instant::now();
        let outcome = if stage.needs_page && !page_is_there {
            Outcome::Skipped
        } else {
            (stage.run)(&tools)
                .map_or_else(|e| Outcome::Failed(e.to_string()), |()| Outcome::Passed)
        };
        if let Outcome::Failed(error) = &outcome {
            eprintln!("error: {error}");
            page_is_there &= stage.name != "page";
        }
        outcomes.push((stage.name, outcome, start.elapsed()));
    }
    sum_up(&outcomes)
}

fn sum_up(outcomes: &[(&str, Outcome, Duration)]) -> Result<()> {
    println!("\n== summary");
    for (name, outcome, time) in outcomes {
        println!("  {name:<18} {:>6.1} s  {}", time.as_secs_f32(), outcome.in_words());
    }
    let failed = outcomes.iter().filter(|(_, outcome, _)| !outcome.is_fine());
    match failed.map(|(name, ..)| *name).collect::<Vec<_>>() {
        names if names.is_empty() => Ok(()),
        names => Err(Error::Suite(names.join(", "))),
    }
}

impl Outcome {
    fn is_fine(&self) -> bool {
        matches!(self, Self::Passed)
    }

    fn in_words(&self) -> &str {
        match self {
            Self::Passed => "holds",
            Self::Failed(error) => error.lines().next().unwrap_or("failed"),
            Self::Skipped => "not tried: the page could not be built",
        }
    }
}

fn cargo(tools: &Toolbox, arguments: &[&str], remedy: &str) -> Result<()> {
    process::show(tools.command("cargo").args(arguments), remedy)
}

fn formatting(tools: &Toolbox) -> Result<()> {
    for part in ["fmt", "clippy"] {
        if process::output(tools.command("cargo").args([part, "--version"])).is_none() {
            return Err(Error::Missing {
                program: format!("cargo {part}"),
                remedy: "type `rustup component add rustfmt clippy`, then run this again"
                    .to_owned(),
            });
        }
    }
    cargo(tools, &["fmt", "--all", "--check"], "type `cargo fmt --all`")
}

fn lints(tools: &Toolbox) -> Result<()> {
    let mut arguments = vec!["clippy", "--workspace", "--all-targets", "--quiet"];
    let version = process::output(tools.command("cargo").args(["clippy", "--version"]));
    arguments.extend(denied(version.as_deref()));
    cargo(tools, &arguments, "mend what is named above")
}

/// What makes warnings errors, for the compiler that the project is kept clean with. A newer one has
/// lints of its own: what it warns of is shown, and stops nobody.
fn denied(version: Option<&str>) -> &'static [&'static str] {
    let known = minor(env!("CARGO_PKG_RUST_VERSION"));
    if version.and_then(minor) > known {
        println!(
            "  (this compiler is newer than the project: its warnings are shown, not counted)"
        );
        return &[];
    }
    &["--", "-D", "warnings"]
}

/// The number that rises with every release: 95 in "1.95" and in "clippy 0.1.95 (5980761 2026-04-14)".
fn minor(version: &str) -> Option<u32> {
    let numbers = version.split_whitespace().find(|word| word.contains('.'))?;
    let mut numbers = numbers.split('.').skip_while(|number| *number == "0");
    numbers.nth(1)?.parse().ok()
}

/// The page once more, for the browser: code for that target alone is not seen natively.
fn page_lints(tools: &Toolbox) -> Result<()> {
    let mut command = tools.wasm_command("cargo");
    // Debian's compiler comes without clippy: its own warnings are what can be had.
    let version = process::output(clippy(tools).arg("--version"));
    command.arg(if version.is_some() { "clippy" } else { "check" });
    command.args(["--package", "parallax-page", "--package", "parallax-recheck"]);
    command.args(["--target", "wasm32-unknown-unknown", "--quiet"]);
    if version.is_some() {
        command.args(denied(version.as_deref()));
    } else {
        println!("  (checked without clippy, which this compiler lacks)");
    }
    process::show(&mut command, "mend what is named above")
}

fn clippy(tools: &Toolbox) -> Command {
    let mut command = tools.wasm_command("cargo");
    command.arg("clippy");
    command
}

fn tests(tools: &Toolbox) -> Result<()> {
    let arguments = ["test", "--workspace", "--exclude", "parallax-e2e", "--quiet"];
    cargo(tools, &arguments, "mend what is named above")
}

/// The page, and the page as one file.
fn page(tools: &Toolbox) -> Result<()> {
    build::page(tools)?;
    single::write(&root::dist(), None).map(drop)
}

fn journeys(tools: &Toolbox) -> Result<()> {
    let arguments = ["test", "--package", "parallax-e2e", "--no-fail-fast"];
    cargo(tools, &arguments, "pictures of failed journeys are in target/e2e")
}

/// The long form of what the journeys do again and again, or one part of it.
pub fn soak(tools: &Toolbox, part: Option<&str>) -> Result<()> {
    let mut arguments = vec!["run", "--quiet", "--package", "parallax-e2e", "--bin", "soak"];
    arguments.extend(part.into_iter().flat_map(|part| ["--", part]));
    cargo(tools, &arguments, "pictures of failed journeys are in target/e2e")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_newer_compiler_only_warns() {
        assert_eq!(minor("clippy 0.1.95 (5980761 2026-04-14)"), Some(95));
        assert_eq!(minor("1.95"), Some(95));
        assert_eq!(denied(Some("clippy 0.1.95 (5980761 2026-04-14)")).len(), 3);
        assert!(denied(Some("clippy 0.1.99 (5f94df4 2026-08-27)")).is_empty());
        assert_eq!(denied(None).len(), 3);
    }

    #[test]
    fn the_summary_names_what_failed() {
        let failed = Outcome::Failed("cannot\nmore".to_owned());
        let outcomes = [
            ("formatting", Outcome::Passed, Duration::ZERO),
            ("page", failed, Duration::ZERO),
            ("size", Outcome::Skipped, Duration::ZERO),
        ];
        let error = sum_up(&outcomes).unwrap_err().to_string();
        assert!(error.starts_with("not all holds: page, size"), "{error}");
        assert_eq!(outcomes[1].1.in_words(), "cannot");
    }

    #[test]
    fn all_is_well_when_every_stage_holds() {
        assert!(sum_up(&[("size", Outcome::Passed, Duration::ZERO)]).is_ok());
    }
}
