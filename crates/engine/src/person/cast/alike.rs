//! Which names can be one person's: middle names and initials, and surnames one letter apart.

use crate::text::keyed::Key;

/// Whether the first middle names are equal, or one is the other's initial.
pub(super) fn same_middle(left: &[String], right: &[String]) -> bool {
    let (Some(left), Some(right)) = (left.first(), right.first()) else { return true };
    let initial = |short: &str, long: &str| {
        let short = short.trim_end_matches('.');
        short.chars().count() == 1 && long.starts_with(short)
    };
    left == right || initial(left, right) || initial(right, left)
}

/// The keys of a word in lower case behind `led`: with each of its letters left out in turn, and
/// whole.
pub(super) fn clipped(led: Key, word: &str) -> impl Iterator<Item = Key> {
    let letters = if word.len() > 30 { "" } else { word };
    let without = move |(at, c): (usize, char)| {
        let (before, behind) = (word.get(..at), word.get(at + c.len_utf8()..));
        led.and(before.unwrap_or_default()).and(behind.unwrap_or_default())
    };
    letters.char_indices().map(without).chain([led.and(word)])
}

/// Whether one letter more, less or other makes `left` of `right`.
pub(super) fn one_edit(left: &str, right: &str) -> bool {
    let (left, right): (Vec<char>, Vec<char>) = (left.chars().collect(), right.chars().collect());
    if left.len().abs_diff(right.len()) > 1 || left == right {
        return false;
    }
    let start = left.iter().zip(&right).take_while(|(l, r)| l == r).count();
    let end = left.iter().rev().zip(right.iter().rev()).take_while(|(l, r)| l == r).count();
    let longer = left.len().max(right.len());
    start + end + 1 >= longer
}
