//! Measures how soon the built page answers clicks of each kind: the first in a visit, and with `--rounds` later ones.
//!
//! Each visit has a new, empty profile, so that nothing is compiled or kept. What is told is the page's
//! own measure `parallax.update`, from the input to the page changed, and the time that its scripts ran,
//! which a busy machine does not lengthen.

use std::process::ExitCode;

use parallax_e2e::{Browser, Site};
use pico_args::Arguments;
use serde_json::{Value, json};

const HELP: &str = "\
cargo run -p parallax-e2e --bin clicks -- [options]

  --visits N     how many visits, each with an empty profile (5)
  --rounds N     how often all is clicked in a visit (1)
  --pack FILE    with this pack beside the page, in place of its own documents
  --hurried      begin as soon as the first answer is drawn, before the rehearsal";

/// What a visitor does: its name, a script that does it, what is there afterwards.
const STEPS: &[(&str, &str, &str)] = &[
    ("from articles to quotes", CLICK_QUOTES, ".quote-card"),
    ("a facet's value", CLICK_OUTLET, ".filter-chip"),
    ("another facet's value", CLICK_SPEAKER, "li + li .filter-chip"),
    ("clear all filters", CLICK_CLEAR, ".quote-card"),
    ("a word in the search box", TYPE, "mark"),
    ("the box emptied", EMPTY, ".quote-card"),
    ("a quote in its article", CLICK_ARTICLE, ".reading-text .is-open"),
    ("as received", CLICK_RECEIVED, ".received-text"),
    ("back to reading", BACK, ".reading-text"),
    ("compare two reports", CLICK_COMPARE, ".compared-row"),
    ("back to the article", BACK, ".reading-text"),
    ("all articles", "location.hash = '#/browse'", ".results"),
];

const BACK: &str = "history.back()";
const CLICK_QUOTES: &str = "[...document.querySelectorAll('main a')]
    .find((link) => link.getAttribute('href').startsWith('#/browse?u=quote')).click()";
const CLICK_OUTLET: &str = "document.querySelector('[data-facet=outlet] [data-value] a').click()";
const CLICK_SPEAKER: &str = "document.querySelector('[data-facet=speaker] [data-value] a').click()";
const CLICK_CLEAR: &str = "document.querySelector('.filter-chips-clear').click()";
const TYPE: &str =
    "const box = document.querySelector('input[type=search]'); box.value = 'relations';
    box.dispatchEvent(new InputEvent('input', { bubbles: true }))";
const EMPTY: &str = "const box = document.querySelector('input[type=search]'); box.value = '';
    box.dispatchEvent(new InputEvent('input', { bubbles: true }))";
const CLICK_ARTICLE: &str = "[...document.querySelectorAll('.quote-card-links a')]
    .find((link) => link.innerText.includes('In the article')).click()";
const CLICK_RECEIVED: &str = "[...document.querySelectorAll('main a')]
    .find((link) => link.innerText.includes('received')).click()";
const CLICK_COMPARE: &str = "[...document.querySelectorAll('main a')]
    .find((link) => link.getAttribute('href').startsWith('#/compare/')).click()";

const UPDATES: &str =
    "return performance.getEntriesByName('parallax.update').map((e) => e.duration)";
const OPENED: &str = "return performance.getEntriesByName('parallax.open')[0].duration";
const REHEARSED: &str = "return performance.getEntriesByName('parallax.rehearsed')[0]?.startTime";

fn main() -> ExitCode {
    let mut arguments = Arguments::from_env();
    let hurried = arguments.contains("--hurried");
    let visits = arguments.opt_value_from_str("--visits").map(|visits| visits.unwrap_or(5_usize));
    let rounds = arguments.opt_value_from_str("--rounds").map(|rounds| rounds.unwrap_or(1_usize));
    let pack = arguments.opt_value_from_fn("--pack", |file| std::fs::read(file));
    match (visits, rounds, pack, arguments.finish().as_slice()) {
        (Ok(visits), Ok(rounds), Ok(pack), []) => {
            let site = pack.map_or_else(Site::serve, |pack| Site::serve_with_pack(&pack));
            let measured: Vec<_> = (0..visits).map(|_| visit(&site, hurried, rounds)).collect();
            tell(&measured);
            ExitCode::SUCCESS
        }
        _ => {
            eprintln!("{HELP}");
            ExitCode::FAILURE
        }
    }
}

/// What one visit took, in milliseconds: each step from the input to the page changed, beside the
/// script that ran for it by the clock of its thread.
fn visit(site: &Site, hurried: bool, rounds: usize) -> Vec<(&'static str, f64, f64)> {
    let browser = Browser::start(site);
    browser.goto("#/browse");
    browser.wait_for(".results");
    browser.devtools("Performance.enable", &json!({ "timeDomain": "threadTicks" }));
    let mut times = vec![("the page is open", number(&browser.script(OPENED)), f64::NAN)];
    if !hurried {
        browser.wait_until("the rehearsal to end", || browser.script(REHEARSED).is_number());
        times.push(("the rehearsal is over", number(&browser.script(REHEARSED)), f64::NAN));
    }
    for step in STEPS.iter().cycle().take(rounds * STEPS.len()) {
        // From where nothing led to there is no way back.
        let back = step.1 == BACK && times.last().is_some_and(|last| last.1.is_nan());
        times.push(if back { nothing(step.0) } else { timed(&browser, step) });
    }
    times
}

fn timed(browser: &Browser, step: &(&'static str, &str, &str)) -> (&'static str, f64, f64) {
    let (what, script, shown) = step;
    let updates = || browser.script(UPDATES).as_array().cloned().unwrap_or_default();
    let (before, ran) = (updates().len(), script_time(browser));
    // A corpus need not have everything: then there is nothing to click, and nothing to tell.
    if browser.script(&format!("try {{ {script} }} catch {{ return 'none' }}")) == "none" {
        return nothing(what);
    }
    // Most steps are over when the script is. Back is heard a moment later.
    let mut script = script_time(browser) - ran;
    browser.wait_until(&format!("an update: {what}"), || updates().len() > before);
    if script < 1.0 {
        script = script_time(browser) - ran;
    }
    browser.wait_for(shown);
    // What follows in later frames, such as a list that grows, is not to fall into the next step.
    std::thread::sleep(std::time::Duration::from_millis(300));
    (what, updates().get(before).map_or(f64::NAN, number), script)
}

/// A step that the corpus has no place for.
fn nothing(what: &'static str) -> (&'static str, f64, f64) {
    (what, f64::NAN, f64::NAN)
}

/// How long scripts have run in the page, in milliseconds of their thread's own clock.
fn script_time(browser: &Browser) -> f64 {
    let metrics = browser.devtools("Performance.getMetrics", &json!({}));
    let metrics = metrics["metrics"].as_array().cloned().unwrap_or_default();
    let script = metrics.iter().find(|metric| metric["name"] == "ScriptDuration");
    script.map_or(f64::NAN, |metric| number(&metric["value"]) * 1000.0)
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or(f64::NAN)
}

/// Prints the median and the worst of each step, and how long nineteen of twenty clicks took at most.
fn tell(visits: &[Vec<(&str, f64, f64)>]) {
    println!("{:<28}{:>16}{:>18}", "", "until it shows", "script");
    println!("{:<28}{:>8}{:>8}{:>10}{:>8}", "milliseconds", "median", "worst", "median", "worst");
    let all: Vec<&(&str, f64, f64)> = visits.iter().flatten().collect();
    let mut told: Vec<&str> = Vec::new();
    for (what, ..) in &all {
        if told.contains(what) {
            continue;
        }
        told.push(what);
        let of = |part: fn(&(&str, f64, f64)) -> f64| {
            let of_step = all.iter().filter(|it| it.0 == *what);
            let times = rising(of_step.map(|it| part(it)));
            (at(&times, 0.5), at(&times, 1.0))
        };
        let ((shown, worst), (ran, most)) = (of(|time| time.1), of(|time| time.2));
        println!("{what:<28}{shown:>8.1}{worst:>8.1}{ran:>10.1}{most:>8.1}");
    }
    let scripts = rising(all.iter().map(|it| it.2));
    println!("nineteen of twenty clicks: {:.1} ms of script at most", at(&scripts, 0.95));
}

/// The times that there are, in rising order.
fn rising(times: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut times: Vec<f64> = times.filter(|time| !time.is_nan()).collect();
    times.sort_by(f64::total_cmp);
    times
}

/// The time at this part of the way from the shortest to the longest.
fn at(rising: &[f64], part: f64) -> f64 {
    let place = (rising.len().saturating_sub(1)) as f64 * part;
    rising.get(place.round() as usize).copied().unwrap_or(f64::NAN)
}
