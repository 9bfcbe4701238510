//! A count of the looks that the rules take at a text, so that a test can hold them to its length.
//!
//! Counts in tests only; elsewhere nothing is left of it.

#[cfg(test)]
thread_local! {
    static LOOKS: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}

/// Counts a look.
#[inline]
pub(super) fn look() {
    #[cfg(test)]
    LOOKS.set(LOOKS.get() + 1);
}

/// How many looks something takes.
#[cfg(test)]
pub(super) fn looks(something: impl FnOnce()) -> u64 {
    let before = LOOKS.get();
    something();
    LOOKS.get() - before
}
