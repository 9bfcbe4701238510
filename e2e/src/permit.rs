//! At most two journeys have a browser at a time: more would starve each other on a small machine,
//! and a journey that is starved fails for no fault of the page.

use std::cell::Cell;
use std::marker::PhantomData;
use std::sync::{Condvar, Mutex, PoisonError};

const MOST: usize = 2;

static TAKEN: Mutex<usize> = Mutex::new(0);
static GIVEN_BACK: Condvar = Condvar::new();

thread_local! {
    /// How many browsers this journey has. Only the first waits: one that waited for its own
    /// second while another did the same would wait for ever.
    static HELD: Cell<usize> = const { Cell::new(0) };
}

/// Leave to run a browser. Stays on its thread, which is counted.
#[derive(Debug)]
pub(crate) struct Permit(PhantomData<*const ()>);

impl Permit {
    /// Waits for leave.
    pub(crate) fn wait() -> Self {
        if HELD.replace(HELD.get() + 1) == 0 {
            let taken = TAKEN.lock().unwrap_or_else(PoisonError::into_inner);
            let free = GIVEN_BACK.wait_while(taken, |taken| *taken >= MOST);
            *free.unwrap_or_else(PoisonError::into_inner) += 1;
        }
        Self(PhantomData)
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        if HELD.replace(HELD.get() - 1) == 1 {
            *TAKEN.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
            GIVEN_BACK.notify_one();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;

    #[test]
    fn no_more_than_two_journeys_run_and_each_may_have_several_browsers() {
        let running = AtomicUsize::new(0);
        thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    let _first = Permit::wait();
                    let _second = Permit::wait();
                    assert!(running.fetch_add(1, Ordering::SeqCst) < MOST);
                    thread::sleep(std::time::Duration::from_millis(5));
                    running.fetch_sub(1, Ordering::SeqCst);
                });
            }
        });
    }
}
