//! Parts of a text: whether and where some given words stand in it, and what stands around them.
//!
//! The standard library's search takes time that grows with the text alone, whatever is looked for,
//! which is four kilobytes of code in a reader's browser. What is looked for here are short words of
//! our own lists, so the plain search does, in time that grows with the text times their length. Does
//! not know what the words mean.

/// Where `part` first stands in `words`; none for an empty part.
#[inline(never)]
pub(crate) fn find(words: &str, part: &str) -> Option<usize> {
    let (part, first) = (part.as_bytes(), part.as_bytes().first());
    let is = |window: &[u8]| window.first() == first && window == part;
    words.as_bytes().windows(part.len().max(1)).position(is)
}

/// Where `part` last stands in `words`; none for an empty part.
pub(crate) fn find_last(words: &str, part: &str) -> Option<usize> {
    let part = part.as_bytes();
    words.as_bytes().windows(part.len().max(1)).rposition(|window| window == part)
}

/// Whether `part` stands in `words`.
pub(crate) fn has(words: &str, part: &str) -> bool {
    find(words, part).is_some()
}

/// What stands before the first `part` of `words`, and behind it.
pub(crate) fn split_once<'w>(words: &'w str, part: &str) -> Option<(&'w str, &'w str)> {
    let at = find(words, part)?;
    Some((words.get(..at)?, words.get(at + part.len()..)?))
}

/// What stands before the first `part` of `words`; all of them if it is not there.
pub(crate) fn before<'w>(words: &'w str, part: &str) -> &'w str {
    split_once(words, part).map_or(words, |(before, _)| before)
}

/// The stretches of `words` between one `part` and the next.
pub(crate) fn split<'w>(words: &'w str, part: &'w str) -> impl Iterator<Item = &'w str> + Clone {
    let mut rest = Some(words);
    std::iter::from_fn(move || {
        let words = rest?;
        let (piece, behind) =
            split_once(words, part).map_or((words, None), |(piece, behind)| (piece, Some(behind)));
        rest = behind;
        Some(piece)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn finds_what_the_standard_library_finds(words in "[ab“ ]{0,12}", part in "[ab“ ]{1,3}") {
            prop_assert_eq!(find(&words, &part), words.find(&part));
            prop_assert_eq!(find_last(&words, &part), words.rfind(&part));
            prop_assert_eq!(has(&words, &part), words.contains(&part));
            prop_assert_eq!(split_once(&words, &part), words.split_once(&part));
            prop_assert!(split(&words, &part).eq(words.split(&part)));
            prop_assert_eq!(Some(before(&words, &part)), words.split(&part).next());
        }
    }

    #[test]
    fn nothing_is_found_nowhere() {
        assert_eq!((find("a", ""), find_last("a", ""), split("a", "").count()), (None, None, 1));
        assert!(!has("", "a"));
    }
}
