//! Words and their normal forms.
//!
//! A word is a maximal run of letters and digits. It is looked up folded (lower case) or stemmed
//! (Porter's second English stemmer). Nothing here knows sentences.

use std::borrow::Cow;

use rust_stemmers::{Algorithm, Stemmer};

use crate::span::Span;

/// The words of `source` within `span`, in order. Linear in the span's length.
pub fn words(source: &str, span: Span) -> impl Iterator<Item = Span> + '_ {
    let base = span.start as usize;
    let (text, mut at) = (span.of(source), 0);
    std::iter::from_fn(move || {
        while let (length, false) = letter(text, at)? {
            at += length;
        }
        let start = at;
        while let Some((length, true)) = letter(text, at) {
            at += length;
        }
        Some(Span::new(base + start, base + at))
    })
}

/// How many bytes the character at `at` takes, and whether it is a letter or a digit.
#[inline]
fn letter(text: &str, at: usize) -> Option<(usize, bool)> {
    let byte = *text.as_bytes().get(at)?;
    if byte.is_ascii() {
        return Some((1, byte.is_ascii_alphanumeric()));
    }
    text.get(at..)?.chars().next().map(|letter| (letter.len_utf8(), letter.is_alphanumeric()))
}

/// The words in lower case, letter by letter.
///
/// The library's own also tells a Greek sigma at the end of a word from others, which costs the page
/// four kilobytes; two spellings of one word are better one here.
#[inline(never)]
#[must_use]
pub fn lower(words: &str) -> String {
    if words.is_ascii() {
        return words.to_ascii_lowercase();
    }
    words.chars().flat_map(char::to_lowercase).map(|c| if c == 'ς' { 'σ' } else { c }).collect()
}

/// The word in lower case, borrowed where it is so already.
#[must_use]
pub fn fold(word: &str) -> Cow<'_, str> {
    if word.chars().any(|c| c.is_uppercase() || c == 'ς') {
        Cow::Owned(lower(word))
    } else {
        Cow::Borrowed(word)
    }
}

/// Finds the stems of folded English words.
pub struct Stems(Stemmer);

impl Default for Stems {
    fn default() -> Self {
        Self(Stemmer::create(Algorithm::English))
    }
}

impl Stems {
    /// The stem of a folded word: "relations" and "related" share one.
    #[must_use]
    pub fn of<'word>(&self, folded: &'word str) -> Cow<'word, str> {
        self.0.stem(folded)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(source: &str, expected: &[&str]) {
        let found: Vec<_> =
            words(source, Span::new(0, source.len())).map(|word| word.of(source)).collect();
        assert_eq!(found, expected, "{source:?}");
    }

    #[test]
    fn splits_at_everything_but_letters_and_digits() {
        check("", &[]);
        check("NATO-Russia: don’t “stop”", &["NATO", "Russia", "don", "t", "stop"]);
        check("arms.Leaders 2010", &["arms", "Leaders", "2010"]);
        check("Zürich—Łódź", &["Zürich", "Łódź"]);
    }

    #[test]
    fn starts_where_the_span_starts() {
        let source = "one two three";
        let found: Vec<_> = words(source, Span::new(4, 7)).collect();
        assert_eq!(found, [Span::new(4, 7)]);
    }

    #[test]
    fn words_are_made_small() {
        for (words, small) in
            [("", ""), ("NATO", "nato"), ("Élysée 3", "élysée 3"), ("ΟΔΟΣ", "οδοσ")]
        {
            assert_eq!(lower(words), small);
        }
        assert_eq!(lower("οδος"), lower("ΟΔΟΣ"));
    }

    #[test]
    fn forms_of_a_word_share_a_stem() {
        let stems = Stems::default();
        assert_eq!(stems.of("relations"), stems.of("relation"));
        assert_ne!(stems.of("relation"), stems.of("nation"));
    }

    proptest! {
        #[test]
        fn words_hold_every_letter_once(source in "\\PC*") {
            let joined: String =
                words(&source, Span::new(0, source.len())).map(|word| word.of(&source)).collect();
            let letters: String = source.chars().filter(|c| c.is_alphanumeric()).collect();
            prop_assert_eq!(joined, letters);
        }
    }
}
