//! Threads that share the engine's work, as many as the machine runs at a time.
//!
//! Jobs are taken in order from one counter by scoped threads of the standard library: a job is
//! milliseconds long and there are hundreds, so that no more is needed for all to end together. Does not
//! know what a job does.

use std::{
    fmt,
    num::NonZero,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

use parallax_engine::workers::{Stage, Workers};

/// Is told that so many more documents have come so far; called by any thread.
type Watch<'w> = dyn Fn(Stage, usize) + Sync + 'w;

/// Some threads, and who watches their work.
pub struct Crew<'w> {
    threads: usize,
    watch: &'w Watch<'w>,
}

impl Crew<'_> {
    /// So many threads.
    #[must_use]
    pub fn of(threads: usize) -> Self {
        Self { threads, watch: &|_, _| {} }
    }
}

impl<'w> Crew<'w> {
    /// The same threads, and `watch` is told how far they are.
    #[must_use]
    pub fn watched(self, watch: &'w Watch<'w>) -> Self {
        Self { watch, ..self }
    }
}

/// As many threads as the machine runs at a time.
impl Default for Crew<'_> {
    fn default() -> Self {
        Self::of(thread::available_parallelism().map_or(1, NonZero::get))
    }
}

impl fmt::Debug for Crew<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Crew").field("threads", &self.threads).finish_non_exhaustive()
    }
}

impl Workers for Crew<'_> {
    fn run(&self, count: usize, job: &(dyn Fn(usize) + Sync)) {
        let next = AtomicUsize::new(0);
        let take = || Some(next.fetch_add(1, Ordering::Relaxed)).filter(|at| *at < count);
        let work = || std::iter::from_fn(take).for_each(job);
        thread::scope(|scope| {
            for _ in 1..self.threads.min(count) {
                scope.spawn(work);
            }
            work();
        });
    }

    fn done(&self, stage: Stage, documents: usize) {
        (self.watch)(stage, documents);
    }
}
