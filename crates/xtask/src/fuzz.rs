//! `cargo xtask fuzz`: any bytes against the targets of `crates/fuzz`, under libFuzzer.
//!
//! The coverage that libFuzzer follows is compiled in by a pass of LLVM that every toolchain has, so
//! that no other toolchain and no other program is needed but a compiler for C++.

use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::error::{At, Error, Result};
use crate::{files, process, root};

/// The targets, and the longest input that each is given.
const TARGETS: [(&str, usize); 4] =
    [("ingest", 8000), ("quotations", 3000), ("pack", 400_000), ("address", 40_000)];

/// What libFuzzer needs in the code that it tries: counters on every edge, and what is compared.
const COVERAGE: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table -Cllvm-args=-sanitizer-coverage-trace-compares \
    --cfg fuzzing -Cdebug-assertions -Coverflow-checks -Ccodegen-units=1";

/// Marks, words and markup that the rules heed.
const DICTIONARY: [&str; 50] = [
    "\\xe2\\x80\\x9c",
    "\\xe2\\x80\\x9d",
    "\\xe2\\x80\\x98",
    "\\xe2\\x80\\x99",
    "\\xc2\\xab",
    "\\xc2\\xbb",
    "\\xe2\\x80\\x9e",
    "\\xe2\\x80\\x93",
    "\\xe2\\x80\\xa6",
    "\\xef\\xbb\\xbf",
    "\\x00",
    "\\x0a\\x0a",
    "\\\"",
    "'",
    " said ",
    " said.",
    ", said ",
    "he said",
    "she ",
    "who ",
    "according to ",
    " that ",
    " told ",
    "Mr. ",
    "Ann Smith",
    "U.S.",
    "the minister",
    "Jan. 3, 2010",
    "20.11.2010",
    "12:02 GMT",
    "(SOUNDBITE)",
    "- Title:",
    "By ",
    "Image: ",
    "<p>",
    "</script>",
    "&amp;",
    "---\\x0a",
    "{\\\"@type\\\":",
    "# ",
    "#/browse?",
    "#/article/",
    "#/compare/a,b?",
    "#/quote/a/k",
    "&outlet=",
    "&not-date=",
    "&span=1-2",
    "&open=a&at=",
    "%00",
    "%F0%9F",
];

/// Runs one target, or all in turn, for so many seconds each.
pub fn run(target: Option<&str>, seconds: u32) -> Result<()> {
    let known = |name: &str| TARGETS.iter().any(|(target, _)| *target == name);
    if let Some(name) = target.filter(|name| !known(name)) {
        let names = TARGETS.map(|(target, _)| target).join(", ");
        return Err(Error::Usage(format!("there is no target `{name}`, only {names}")));
    }
    let programs = build()?;
    for (name, longest) in TARGETS.iter().filter(|(name, _)| target.is_none_or(|one| one == *name))
    {
        fuzz(&programs, name, *longest, seconds)?;
    }
    Ok(())
}

/// Builds the targets; where the programs are.
fn build() -> Result<PathBuf> {
    println!("  building the targets");
    let host = host()?;
    let folder = root::root().join("target/fuzz");
    let mut cargo = process::command("cargo");
    cargo.args(["build", "--locked", "--release", "--package", "parallax-fuzz", "--bins"]);
    // With a target named, build scripts are compiled without the flags.
    cargo.args(["--features", "libfuzzer", "--target", &host]);
    for setting in ["lto=false", "opt-level=2", "panic=\"unwind\""] {
        cargo.args(["--config", &format!("profile.release.{setting}")]);
    }
    cargo.args(["--config", "profile.release.package.parallax-engine.opt-level=2"]);
    cargo.env("RUSTFLAGS", COVERAGE).env("CARGO_TARGET_DIR", &folder);
    process::logged("fuzz-build", &mut cargo, "a compiler for C++ is needed: see the log")?;
    Ok(folder.join(host).join("release"))
}

fn host() -> Result<String> {
    let printed = process::output(process::command("rustc").arg("-vV")).unwrap_or_default();
    let host = printed.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).ok_or_else(|| Error::Missing {
        program: "rustc".to_owned(),
        remedy: "install Rust, then run this again".to_owned(),
    })
}

fn fuzz(programs: &std::path::Path, name: &str, longest: usize, seconds: u32) -> Result<()> {
    let folder = root::root().join("target/fuzz/inputs").join(name);
    let failing = root::root().join("target/fuzz/failing").join(name);
    for folder in [&folder, &failing] {
        std::fs::create_dir_all(folder).at("make", folder)?;
    }
    let dictionary = root::root().join("target/fuzz/dictionary.txt");
    files::write(&dictionary, &DICTIONARY.map(|word| format!("\"{word}\"\n")).concat())?;
    let seed = SystemTime::now().duration_since(UNIX_EPOCH).map_or(1, |time| time.as_secs() as u32);
    println!("  {name}: {seconds} s, seed {seed}");
    let mut command = process::command(programs.join(format!("fuzz-{name}")));
    command
        .arg(format!("-max_total_time={seconds}"))
        .arg(format!("-max_len={longest}"))
        .arg(format!("-seed={seed}"))
        .arg(format!("-dict={}", dictionary.display()))
        .arg(format!("-artifact_prefix={}/", failing.display()))
        .args(["-timeout=20", "-rss_limit_mb=4000", "-print_final_stats=1"])
        .arg(&folder)
        .args(seeds(name)?);
    let remedy = format!("the input is in {}: make a test of it, and mend it", failing.display());
    let run = process::into_log(&format!("fuzz-{name}"), &mut command, &remedy)?;
    if !run.status.success() {
        return Err(process::failure(&command, &run, &remedy));
    }
    let said = process::read_log(&run.log);
    let runs = said.lines().find(|line| line.starts_with("Done ")).unwrap_or("ended");
    println!("  {name}: {runs}, nothing found");
    Ok(())
}

/// Where the fuzzer begins: the documents, or packs of them, with all places and without. What addresses are
/// made of, the dictionary tells.
fn seeds(name: &str) -> Result<Vec<PathBuf>> {
    let corpus = root::root().join("corpus");
    match name {
        "pack" => {}
        "address" => return Ok(Vec::new()),
        _ => return Ok(vec![corpus]),
    }
    let folder = root::root().join("target/fuzz/packs");
    std::fs::create_dir_all(&folder).at("make", &folder)?;
    for (pack, options) in [("corpus.pack", &[][..]), ("places.pack", &["--places"])] {
        let mut cargo = process::command("cargo");
        cargo.args(["run", "--quiet", "--locked", "--package", "parallax-cli", "--", "pack"]);
        cargo.arg(&corpus).args(options).arg("-o").arg(folder.join(pack));
        process::logged("fuzz-seed", &mut cargo, "mend what is named above")?;
    }
    Ok(vec![folder])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_target_is_refused_with_the_known_ones() {
        let error = run(Some("page"), 1).unwrap_err().to_string();
        assert!(error.contains("`page`") && error.contains("quotations"), "{error}");
    }
}
