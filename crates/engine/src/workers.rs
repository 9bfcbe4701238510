//! Work that can be done side by side: the engine says what the jobs are, its caller how they are run.
//!
//! The engine starts no thread, since it also runs where there are none. Jobs are stretches of a corpus
//! that do not depend on how many work on them, and their results are put together in order, so that the
//! outcome is the same to the last bit. Does not know what a job does.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// How many documents a job takes: enough that words recur, few enough that no worker waits long for
/// another.
pub(crate) const SHARE: usize = 64;

/// Runs jobs, perhaps several at a time, and may be told how far the work is.
pub trait Workers: Sync {
    /// Calls `job` once with each number below `count`, in any order.
    fn run(&self, count: usize, job: &(dyn Fn(usize) + Sync));

    /// So many more documents have come so far.
    fn done(&self, stage: Stage, documents: usize) {
        let _ = (stage, documents);
    }
}

/// How far a document can have come on its way into a pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// It is a text with what its file says of it.
    Read,
    /// What stands in it is found.
    Analysed,
    /// It is known whom, what and which events it shares with others.
    Linked,
    /// It is written.
    Written,
}

/// One after the other, in order.
#[derive(Clone, Copy, Debug, Default)]
pub struct Alone;

impl Workers for Alone {
    fn run(&self, count: usize, job: &(dyn Fn(usize) + Sync)) {
        (0..count).for_each(job);
    }
}

/// What `each` gives for every number below `count`, in order.
pub(crate) fn map<T: Send>(
    workers: &dyn Workers,
    count: usize,
    each: impl Fn(usize) -> T + Sync,
) -> Vec<T> {
    let found: Vec<Mutex<Option<T>>> = (0..count).map(|_| Mutex::new(None)).collect();
    workers.run(count, &|at| {
        if let Some(place) = found.get(at) {
            let result = each(at);
            *held(place) = Some(result);
        }
    });
    let taken =
        |place: Mutex<Option<T>>| place.into_inner().unwrap_or_else(PoisonError::into_inner);
    let numbered = found.into_iter().enumerate();
    // A job that nobody ran is done here.
    numbered.map(|(at, place)| taken(place).unwrap_or_else(|| each(at))).collect()
}

/// What both give, which do not depend on each other.
pub(crate) fn both<A: Default + Send, B: Default + Send>(
    workers: &dyn Workers,
    one: impl FnOnce() -> A + Send,
    other: impl FnOnce() -> B + Send,
) -> (A, B) {
    let (one, other) = (Once::new(one), Once::new(other));
    workers.run(2, &|at| if at == 0 { one.run() } else { other.run() });
    (one.finish(), other.finish())
}

/// A job that is done once, and what it gave.
struct Once<F, T>(Mutex<Option<F>>, Mutex<T>);

impl<T: Default, F: FnOnce() -> T> Once<F, T> {
    fn new(job: F) -> Self {
        Self(Mutex::new(Some(job)), Mutex::default())
    }

    fn run(&self) {
        let job = held(&self.0).take();
        if let Some(job) = job {
            *held(&self.1) = job();
        }
    }

    fn finish(self) -> T {
        // A job that nobody ran is done here.
        self.run();
        self.1.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What `each` gives for every share of so many items, in order.
pub(crate) fn shares<'i, I: Sync, T: Send>(
    workers: &dyn Workers,
    size: usize,
    items: &'i [I],
    each: impl Fn(&'i [I]) -> T + Sync,
) -> Vec<T> {
    let shares: Vec<&'i [I]> = items.chunks(size).collect();
    map(workers, shares.len(), |at| each(shares.get(at).copied().unwrap_or_default()))
}

/// What `each` gives for every item, in order; it is told the item's number.
pub fn each<I: Sync, T: Send>(
    workers: &dyn Workers,
    items: &[I],
    each: impl Fn(usize, &I) -> T + Sync,
) -> Vec<T> {
    let numbered = map(workers, items.len().div_ceil(SHARE), |at| -> Vec<T> {
        let share = items.iter().enumerate().skip(at * SHARE).take(SHARE);
        share.map(|(at, item)| each(at, item)).collect()
    });
    let mut all = Vec::with_capacity(items.len());
    numbered.into_iter().for_each(|share| all.extend(share));
    all
}

/// As [`each`], for items that are used up.
pub(crate) fn turn<I: Send, T: Send>(
    workers: &dyn Workers,
    items: Vec<I>,
    each: impl Fn(usize, I) -> T + Sync,
) -> Vec<T> {
    let (count, mut items) = (items.len(), items.into_iter());
    let share = |_| Mutex::new(items.by_ref().take(SHARE).collect::<Vec<I>>());
    let shares: Vec<_> = (0..count.div_ceil(SHARE)).map(share).collect();
    let turned = map(workers, shares.len(), |at| -> Vec<T> {
        let share = shares.get(at).map(|share| std::mem::take(&mut *held(share)));
        let numbered = (at * SHARE..).zip(share.unwrap_or_default());
        numbered.map(|(at, item)| each(at, item)).collect()
    });
    turned.into_iter().flatten().collect()
}

/// Things that jobs use one after the other, as many as work at a time: what one leaves in them may only
/// make the next one quicker, or be added up in any order.
#[derive(Debug, Default)]
pub(crate) struct Pool<T>(Mutex<Vec<T>>);

impl<T> From<Vec<T>> for Pool<T> {
    fn from(all: Vec<T>) -> Self {
        Self(Mutex::new(all))
    }
}

impl<T: Default> Pool<T> {
    /// Calls `work` with one that nobody else uses.
    pub(crate) fn with<R>(&self, work: impl FnOnce(&mut T) -> R) -> R {
        let free = held(&self.0).pop();
        let mut own = free.unwrap_or_default();
        let result = work(&mut own);
        held(&self.0).push(own);
        result
    }

    /// All of them.
    pub(crate) fn into_all(self) -> Vec<T> {
        self.0.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What is locked, even if somebody gave up while holding it.
fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// Many at a time, the last job first.
    pub(crate) struct Crowd;

    impl Workers for Crowd {
        fn run(&self, count: usize, job: &(dyn Fn(usize) + Sync)) {
            let next = Mutex::new(count);
            let take = || {
                let mut next = held(&next);
                let job = next.checked_sub(1)?;
                *next = job;
                Some(job)
            };
            let work = || std::iter::from_fn(take).for_each(job);
            std::thread::scope(|scope| (0..4).for_each(|_| drop(scope.spawn(work))));
        }
    }

    /// Does nothing.
    struct Idle;

    impl Workers for Idle {
        fn run(&self, _: usize, _: &(dyn Fn(usize) + Sync)) {}
    }

    #[test]
    fn results_come_in_order_whoever_works() {
        let items: Vec<usize> = (0..1000).collect();
        for workers in [&Alone as &dyn Workers, &Crowd, &Idle] {
            let found = each(workers, &items, |at, item| at + item);
            assert!(found.into_iter().eq((0..1000).map(|at| 2 * at)));
            let turned = turn(workers, items.clone(), |at, item| at + item);
            assert!(turned.into_iter().eq((0..1000).map(|at| 2 * at)));
        }
    }

    #[test]
    fn both_jobs_are_done_once_whoever_works() {
        for workers in [&Alone as &dyn Workers, &Crowd, &Idle] {
            let (one, other) = (vec![1, 3], vec![2, 4]);
            let found = both(workers, || one, || other.into_iter().sum::<usize>());
            assert_eq!(found, (vec![1, 3], 6));
        }
    }

    #[test]
    fn a_pool_has_no_more_than_work_at_a_time() {
        let pool: Pool<usize> = Pool::default();
        Alone.run(9, &|at| pool.with(|sum| *sum += at));
        assert_eq!(pool.into_all(), [36]);
    }
}
