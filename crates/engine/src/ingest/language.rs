//! The language of a text, by its commonest little words and its letters.
//!
//! Knows a few languages by a dozen words each; says nothing where it is not sure. After the word
//! lists of Grefenstette, "Comparing two language identification schemes" (1995).

use std::sync::LazyLock;

use crate::text::table::{self, Table};

/// Languages by their tag, their English name, and words that the others do not have.
const LANGUAGES: &[(&str, &str, &str)] = &[
    ("en", "English", "the and of to that is was for with said have by from are"),
    ("de", "German", "der die und das ist nicht von den mit sich auf für dass eine im dem"),
    ("fr", "French", "les des est une dans qui pour pas sur au avec ont par cette du et"),
    ("es", "Spanish", "los las una por con para del más como pero fue ha y el sus"),
    ("it", "Italian", "il che di della non sono gli con una nel alla più è degli"),
    ("pt", "Portuguese", "não uma com os para dos mais foi ao são pela as em da"),
    ("nl", "Dutch", "het een van niet dat zijn op voor met aan ook wordt naar bij"),
    ("sv", "Swedish", "och att det som är på för inte med av till har den ett"),
    ("pl", "Polish", "nie się na jest że do to jak przez oraz dla po był"),
];

/// Words looked at: a language shows in the first of them.
const WORDS: usize = 600;

/// After every so many of them it is asked whether the language is clear.
const CLEAR: usize = 40;

/// The longest of those words, in bytes.
const LONGEST: usize = 6;

/// The languages that each word is of, a bit each.
static LISTED: LazyLock<Table> = LazyLock::new(|| {
    let mut words = Table::with_room(256);
    for (bit, (_, _, list)) in LANGUAGES.iter().enumerate() {
        list.split(' ').for_each(|word| *words.entry(word) |= 1 << bit);
    }
    words
});

/// What the words looked at are.
#[derive(Default)]
struct Seen {
    counts: [usize; LANGUAGES.len()],
    words: usize,
    cyrillic: usize,
    ukrainian: usize,
}

impl Seen {
    /// Whether it is English beyond doubt, asked now and then: a sixth of the words are little words
    /// of it, as in any prose, and hardly any are another language's.
    fn is_clear(&self) -> bool {
        let [english, others @ ..] = &self.counts;
        self.words > 0
            && self.words.is_multiple_of(CLEAR)
            && english * 6 >= self.words
            && others.iter().all(|other| other * 4 <= *english)
    }

    fn take(&mut self, word: &str) {
        self.words += 1;
        let other = word.starts_with(|c: char| ('\u{400}'..'\u{500}').contains(&c));
        self.cyrillic += usize::from(other);
        self.ukrainian += usize::from(other && word.contains(['і', 'ї', 'є', 'ґ', 'І', 'Ї', 'Є']));
        if word.len() <= LONGEST {
            let mut bits = match word.is_ascii() {
                true => {
                    let bytes = word.bytes().rev();
                    let bytes = bytes.fold(0, |bytes, byte| bytes << 8 | u64::from(byte));
                    LISTED.number(table::key_of_one(bytes, word.len()))
                }
                false => LISTED.look_up(word),
            };
            while bits != 0 {
                self.counts[bits.trailing_zeros() as usize] += 1;
                bits &= bits - 1;
            }
        }
    }
}

/// The tag and the English name of the language that `texts` are in, if it shows. Costs a look-up a
/// word, and no more than the first two thousand words.
pub(crate) fn of<'a>(texts: impl Iterator<Item = &'a str>) -> Option<(&'static str, &'static str)> {
    let mut seen = Seen::default();
    'looked: for text in texts {
        let mut rest = text;
        while let Some(word) = next_word(&mut rest) {
            if seen.words >= WORDS || seen.is_clear() {
                break 'looked;
            }
            seen.take(word);
        }
    }
    let Seen { counts, words, cyrillic, ukrainian } = seen;
    if cyrillic * 2 > words {
        let ukrainian = ukrainian * 10 > cyrillic;
        return Some(if ukrainian { ("uk", "Ukrainian") } else { ("ru", "Russian") });
    }
    let best = counts.iter().zip(LANGUAGES).max_by_key(|(count, _)| **count)?;
    let second = counts.iter().filter(|count| *count != best.0).max().copied().unwrap_or_default();
    let shown = *best.0 >= 4 && *best.0 * 12 >= words && *best.0 > second;
    shown.then_some((best.1.0, best.1.1))
}

/// The first run of letters in `rest`, which goes on behind it.
fn next_word<'a>(rest: &mut &'a str) -> Option<&'a str> {
    let skipped = rest.bytes().take_while(|byte| byte.is_ascii() && !byte.is_ascii_alphabetic());
    let behind = rest.get(skipped.count()..)?;
    let from = match behind.bytes().next()?.is_ascii() {
        true => behind,
        false => behind.get(behind.find(char::is_alphabetic)?..)?,
    };
    let ascii = from.bytes().take_while(u8::is_ascii_alphabetic).count();
    let whole = from.as_bytes().get(ascii).is_none_or(u8::is_ascii);
    let end =
        if whole { ascii } else { from.find(|c: char| !c.is_alphabetic()).unwrap_or(from.len()) };
    let (word, behind) = from.split_at_checked(end)?;
    *rest = behind;
    Some(word)
}

/// Whether a language tag is of English.
pub(crate) fn is_english(tag: &str) -> bool {
    tag.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("en"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_shows_in_little_words() {
        let check = |text: &str, tag: Option<&str>| {
            assert_eq!(of([text].into_iter()).map(|(tag, _)| tag), tag, "{text}");
        };
        check(
            "The walkout began after the talks, and the union said that it was over.",
            Some("en"),
        );
        check("Der Fährverkehr ist nicht von der Reederei und das Eis im Hafen.", Some("de"));
        check(
            "Le phare est dans les îles, et pour une fois il ne sera pas payé par des gens.",
            Some("fr"),
        );
        check("Трамвай снова ходит по Речной улице", Some("ru"));
        check("Lorem ipsum dolor sit amet", None);
        check("", None);
    }
}
