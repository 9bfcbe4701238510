//! Which names can be one person's: given names and initials, and surnames one letter apart.

/// Whether two full names of one surname can be one person's: given names are equal, are
/// initials of each other, or are left out in one.
pub(super) fn agree(known: &[String], other: &[String]) -> bool {
    let (Some((_, known)), Some((_, other))) = (known.split_last(), other.split_last()) else {
        return false;
    };
    match (known.first(), other.first()) {
        (Some(known), Some(other)) => {
            let (known, other) = (known.to_lowercase(), other.to_lowercase());
            let initial = |short: &str, long: &str| {
                short.trim_end_matches('.').chars().count() == 1
                    && long.starts_with(short.trim_end_matches('.'))
            };
            known == other || initial(&known, &other) || initial(&other, &known)
        }
        _ => true,
    }
}

/// The word with each of its letters left out in turn.
pub(super) fn clipped(word: &str) -> Vec<String> {
    let without = |(at, c): (usize, char)| format!("{}{}", &word[..at], &word[at + c.len_utf8()..]);
    if word.len() > 30 { Vec::new() } else { word.char_indices().map(without).collect() }
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
