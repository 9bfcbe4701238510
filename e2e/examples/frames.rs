//! Measures how two long reports are laid beside each other in the built page, and how smoothly they scroll.
//!
//! The reports are made by chance, always the same ones, of a thousand sentences each. What is told is how long
//! the step to the comparison takes at first and once it was taken some times, then the time between frames and the longest tasks while the page scrolls
//! by 120 pixels a frame.

use std::process::ExitCode;

use parallax_e2e::{Browser, Site};

const HELP: &str = "\
cargo run -p parallax-e2e --example frames -- [options]

  --sentences N  how many sentences each report has (1000)
  --visits N     how many visits, each with an empty profile (3)
  --again N      how many times more each visit takes the step (10)";

const REHEARSED: &str =
    "return performance.getEntriesByName('parallax.rehearsed')[0]?.startTime ?? null";
const STEP: &str = "const last = (name) => performance.getEntriesByName(name).pop()?.duration;
    return `the step takes ${last('parallax.update')}, of it pairing ${last('parallax.compare')}`";

const AGAIN: &str = "const times = performance.getEntriesByName('parallax.compare')
        .slice(1).map((it) => it.duration).sort((one, other) => one - other);
    return `pairing again: least ${times[0]}, median ${times[Math.floor(times.length / 2)]}`";

/// Scrolls through the page, and gives the time between frames and the longest tasks, in milliseconds.
const SCROLL: &str = "return new Promise((done) => {
    const frames = [], tasks = [];
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map((it) => it.duration)))
        .observe({ type: 'longtask' });
    let last = performance.now(), count = 0;
    const frame = (now) => {
        frames.push(now - last);
        last = now;
        scrollBy(0, 120);
        if (++count < 480) return requestAnimationFrame(frame);
        frames.sort((one, other) => one - other);
        const at = (part) => Math.round(frames[Math.floor(frames.length * part)] * 10) / 10;
        tasks.sort((one, other) => other - one);
        done(`frames: median ${at(0.5)}, 95 % ${at(0.95)}, longest ${at(0.999)}; `
            + `tasks over 50: ${tasks.length}, longest ${tasks[0] ?? 'none'}; at ${Math.round(scrollY)}`);
    };
    requestAnimationFrame(frame);
})";

fn main() -> ExitCode {
    let mut arguments = pico_args::Arguments::from_env();
    let mut number =
        |name, usual| arguments.opt_value_from_str(name).map(|value| value.unwrap_or(usual)).ok();
    let (Some(sentences), Some(visits), Some(again)) =
        (number("--sentences", 1_000), number("--visits", 3), number("--again", 10))
    else {
        eprintln!("{HELP}");
        return ExitCode::FAILURE;
    };
    let case = parallax_scan::long_case(sentences, 5);
    let names = [case.report.id.clone(), case.retold.id.clone()].join(",");
    let Ok(built) = parallax_engine::build(&[case.report, case.retold]) else {
        return ExitCode::FAILURE;
    };
    let site = Site::serve_with_pack(&built.pack);
    for _ in 0..visits {
        let browser = Browser::start(&site);
        browser.goto("#/browse");
        browser.wait_until("the rehearsal to end", || browser.script(REHEARSED).is_number());
        compare(&browser, &names);
        println!("{}", browser.script(STEP).as_str().unwrap_or("nothing"));
        for _ in 0..again {
            browser.script("location.hash = '#/browse'");
            browser.wait_gone(".compared-row");
            compare(&browser, &names);
        }
        println!("{}", browser.script(AGAIN).as_str().unwrap_or("nothing"));
        println!("{}", browser.script(SCROLL).as_str().unwrap_or("nothing"));
    }
    ExitCode::SUCCESS
}

/// Takes the step to the comparison, and waits until it is drawn.
fn compare(browser: &Browser, names: &str) {
    browser.script(&format!("location.hash = '#/compare/{names}'"));
    browser.wait_for(".compared-row");
}
