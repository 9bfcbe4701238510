//! `cargo xtask lighthouse`: what Lighthouse says about the built page, as a good host sends it.
//!
//! The median of several runs, on a desk and on a phone of the middle range, as Lighthouse imagines them. It
//! knows nothing of the page.

use std::path::PathBuf;

use serde_json::Value;

use crate::error::{At, Error, Result};
use crate::serve::{Options, Server};
use crate::setup::{self, Needs};
use crate::{process, root};

/// How often each is measured.
const RUNS: usize = 5;

/// What is measured, and the least that it may have, of 100.
const CATEGORIES: [(&str, f64); 4] =
    [("performance", 95.0), ("accessibility", 100.0), ("best-practices", 100.0), ("seo", 100.0)];

/// What Lighthouse imagines, and how it is told so.
const PRESETS: [(&str, &[&str]); 2] = [("desk", &["--preset=desktop"]), ("phone", &[])];

/// Measures, prints, and says what misses.
pub fn run() -> Result<()> {
    let tools = setup::set_up(Needs::PageAndBrowser)?;
    let lighthouse = setup::lighthouse(&tools)?;
    let options = Options { folder: root::dist(), port: 0, prefix: "/".to_owned() };
    let server = Server::start_compressing(options)?;
    let mut missed = Vec::new();
    for (preset, flags) in PRESETS {
        let runs = (0..RUNS).map(|_| scores(&tools, &lighthouse, &server.url(), flags));
        let runs: Vec<[f64; 4]> = runs.collect::<Result<_>>()?;
        for (at, (category, least)) in CATEGORIES.iter().enumerate() {
            let score = median(runs.iter().map(|run| run[at]).collect());
            println!("  {preset:<6} {category:<15} {score:>4.0} of {least}");
            if score < *least {
                missed.push(format!("{category} on a {preset}"));
            }
        }
    }
    match missed.is_empty() {
        true => Ok(()),
        false => Err(Error::Content {
            path: root::dist(),
            problem: format!("misses {}: {} tells why", missed.join(", "), report().display()),
        }),
    }
}

/// The report of the last run.
fn report() -> PathBuf {
    root::root().join("target/lighthouse.json")
}

fn scores(
    tools: &setup::Toolbox,
    lighthouse: &std::path::Path,
    page: &str,
    flags: &[&str],
) -> Result<[f64; 4]> {
    let mut node = tools.command("node");
    node.arg(lighthouse).arg(page).args(flags).arg("--quiet").arg("--output=json");
    node.arg(format!("--output-path={}", report().display()));
    node.arg("--chrome-flags=--headless --no-sandbox --disable-gpu");
    if let Some(browser) = setup::find_browser() {
        node.env("CHROME_PATH", browser);
    }
    process::logged("lighthouse", &mut node, "see what is said above")?;
    let text = std::fs::read_to_string(report()).at("read", &report())?;
    let report: Value = serde_json::from_str(&text).unwrap_or_default();
    Ok(CATEGORIES.map(|(name, _)| {
        report["categories"][name]["score"].as_f64().map_or(0.0, |score| score * 100.0)
    }))
}

fn median(mut scores: Vec<f64>) -> f64 {
    scores.sort_by(f64::total_cmp);
    scores.get(scores.len() / 2).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_in_the_middle() {
        assert!((median(vec![3.0, 1.0, 2.0]) - 2.0).abs() < f64::EPSILON);
        assert!(median(Vec::new()).abs() < f64::EPSILON);
    }
}
