//! Leaves measures in the browser's performance timeline, for anyone to see.
//!
//! `parallax.open`: navigation to first answer drawn. `parallax.answer`: the engine's time for one
//! query, `parallax.compare` for laying two to four articles beside each other. `parallax.update`: from an input to the page changed. `parallax.rehearsed` marks when every
//! kind of view has been rehearsed. Knows nothing of what is timed; outside a browser it does nothing.

use web_sys::Performance;

const INPUT: &str = "parallax.input";
const ASKED: &str = "parallax.asked";

fn performance() -> Option<Performance> {
    // Tests render natively, where there is no window to ask for.
    if cfg!(target_arch = "wasm32") { web_sys::window()?.performance() } else { None }
}

/// Runs `ask` and leaves its time as `parallax.answer`.
pub(crate) fn answer<T>(ask: impl FnOnce() -> T) -> T {
    measured("parallax.answer", ask)
}

/// Runs `ask` and leaves its time as `parallax.compare`.
pub(crate) fn compare<T>(ask: impl FnOnce() -> T) -> T {
    measured("parallax.compare", ask)
}

fn measured<T>(name: &str, ask: impl FnOnce() -> T) -> T {
    mark(ASKED);
    let answer = ask();
    measure_since(name, ASKED);
    answer
}

/// An input has just arrived.
pub(crate) fn input() {
    mark(INPUT);
}

/// The page shows what the last input asked for.
pub(crate) fn updated() {
    measure_since("parallax.update", INPUT);
}

/// The first answer is drawn.
pub(crate) fn opened() {
    if let Some(performance) = performance() {
        // Without a start it counts from navigation. A full timeline is no reason to stop.
        let _ = performance.measure("parallax.open");
    }
}

/// Every kind of view has been drawn once where nobody sees it.
pub(crate) fn rehearsed() {
    mark("parallax.rehearsed");
}

/// The time since the visit began, in milliseconds.
pub(crate) fn now() -> f64 {
    performance().map_or(0.0, |performance| performance.now())
}

fn mark(name: &str) {
    if let Some(performance) = performance() {
        let _ = performance.mark(name);
    }
}

fn measure_since(name: &str, start: &str) {
    if let Some(performance) = performance() {
        // The start is absent when there was no input yet: then there is nothing to measure.
        let _ = performance.measure_with_start_mark(name, start);
        performance.clear_marks_with_mark_name(start);
    }
}
