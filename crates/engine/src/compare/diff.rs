//! Where the words of two paired passages differ.
//!
//! Myers' algorithm over folded words, so case and punctuation make no difference. Differences with
//! only function words between them are one; where marks would outnumber what is shared, there are
//! none, and both passages are shown whole.

use std::ops::Range;

use similar::{
    DiffOp,
    algorithms::{Capture, myers},
};

use super::{
    Wording,
    passages::{PassageWords, Word},
};

/// Below this part of shared words, marks confuse.
const SHARED: f32 = 0.3;

/// There is at most one mark for so many words.
const WORDS_PER_MARK: usize = 3;

/// So many words on both sides together are compared word by word: more is no sentence.
pub(super) const MOST: usize = 4_000;

/// The differing words of two passages, as runs of word numbers.
pub(super) struct Diff {
    pub(super) wording: Wording,
    pub(super) left: Vec<Range<usize>>,
    pub(super) right: Vec<Range<usize>>,
}

/// Compares the words of two passages. Costs their length times the number of differences, up to
/// a length of [`MOST`] words.
pub(super) fn words(left: &PassageWords, right: &PassageWords) -> Diff {
    let (a, b) = (numbers(left), numbers(right));
    let whole = |wording| Diff { wording, left: Vec::new(), right: Vec::new() };
    if a == b {
        return whole(Wording::Same);
    }
    if a.len() + b.len() > MOST {
        return whole(Wording::Reworded);
    }
    let ops = operations(&a, &b);
    let changes = changes(&ops, &left.words);
    let equal: usize = ops.iter().filter_map(equal_words).sum();
    let shared = 2.0 * equal as f32 / (a.len() + b.len()).max(1) as f32;
    let crowded = changes.len() * WORDS_PER_MARK > a.len().max(b.len()).max(WORDS_PER_MARK);
    match (changes.is_empty(), shared < SHARED || crowded) {
        (true, _) => whole(Wording::Same),
        (_, true) => whole(Wording::Reworded),
        _ => {
            let (left, right): (Vec<_>, Vec<_>) = changes.into_iter().unzip();
            let some = |ranges: Vec<Range<usize>>| {
                ranges.into_iter().filter(|range| !range.is_empty()).collect()
            };
            Diff { wording: Wording::Differs, left: some(left), right: some(right) }
        }
    }
}

/// The words as numbers, equal for equal words: so the algorithm is compiled for one small type only.
fn numbers(passage: &PassageWords) -> Vec<u32> {
    passage.words.iter().map(|word| word.form.folded).collect()
}

/// What makes `b` of `a` (Myers 1986). Costs their length times the number of differences.
pub(super) fn operations(a: &[u32], b: &[u32]) -> Vec<DiffOp> {
    let mut capture = Capture::new();
    // A capture never refuses an operation.
    let _ = myers::diff(&mut capture, a, 0..a.len(), b, 0..b.len());
    capture.into_ops()
}

fn equal_words(op: &DiffOp) -> Option<usize> {
    match op {
        DiffOp::Equal { len, .. } => Some(*len),
        _ => None,
    }
}

/// The runs that differ, left and right, with those merged that only function words part.
fn changes(ops: &[DiffOp], left: &[Word]) -> Vec<(Range<usize>, Range<usize>)> {
    let mut changes: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    for op in ops.iter().filter(|op| equal_words(op).is_none()) {
        let (old, new) = (op.old_range(), op.new_range());
        match changes.last_mut() {
            Some((last_old, last_new)) if thin(&left[last_old.end..old.start]) => {
                last_old.end = old.end;
                last_new.end = new.end;
            }
            _ => changes.push((old, new)),
        }
    }
    changes
}

/// Whether so little stands between two differences that they read as one.
fn thin(between: &[Word]) -> bool {
    between.len() <= 1 && between.iter().all(|word| word.form.stem.is_none())
}
