//! Reads the numbers of a passage, however they are written: "1,200", "1200", "twelve hundred"; "2.5
//! million", "2.5m"; "20th", "20".
//!
//! Does not know units, nor what a number counts. Linear in the words.

use std::ops::Range;

use super::passages::Word;
use crate::date::MONTHS;

/// The parts of spelled numbers, by value.
const UNITS: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 8] =
    ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const TIMES: [(&str, u64); 10] = [
    ("dozen", 12),
    ("hundred", 100),
    ("thousand", 1_000),
    ("million", 1_000_000),
    ("m", 1_000_000),
    ("billion", 1_000_000_000),
    ("bn", 1_000_000_000),
    ("trillion", 1_000_000_000_000),
    ("tn", 1_000_000_000_000),
    ("k", 1_000),
];

/// One, in thousandths.
pub(super) const WHOLE: u64 = 1_000;

/// What a word is in a spelled number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spelled {
    /// Below twenty.
    Unit(u64),
    /// A multiple of ten below a hundred.
    Tens(u64),
    /// Multiplies what stands before it.
    Times(u64),
    /// A month, from 1: no number, but part of a day ("20 Nov 2010").
    Month(u64),
}

impl Spelled {
    /// What a folded word is.
    pub(super) fn of(folded: &str) -> Option<Self> {
        let place = |list: &[&str]| list.iter().position(|word| *word == folded);
        let unit = place(&UNITS).map(|value| Self::Unit(value as u64));
        unit.or_else(|| place(&TENS).map(|tens| Self::Tens((tens as u64 + 2) * 10)))
            .or_else(|| times(folded).filter(|_| folded.len() > 2).map(Self::Times))
            .or_else(|| month(folded).map(Self::Month))
    }
}

/// The month of a folded name, in full or abbreviated ("nov", "sept").
fn month(folded: &str) -> Option<u64> {
    let short = if folded == "sept" { "sep" } else { folded };
    let named = |name: &str| {
        let head = if short.len() == 3 { name.get(..3).unwrap_or(name) } else { name };
        head.eq_ignore_ascii_case(short)
    };
    (1..).zip(MONTHS).find(|(_, name)| named(name)).map(|(number, _)| number)
}

fn times(folded: &str) -> Option<u64> {
    TIMES.into_iter().find(|(word, _)| *word == folded).map(|(_, value)| value)
}

/// A number and the words that state it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// In thousandths.
    pub(super) value: u64,
    /// The words, by number.
    pub(super) words: Range<usize>,
}

/// The numbers that the words of `source` state, in order.
pub(super) fn of(source: &str, words: &[Word]) -> Vec<Number> {
    let passage = Words { source, words };
    let mut numbers = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let number = passage.figures(at).or_else(|| passage.spelled(at));
        at = number.as_ref().map_or(at + 1, |number| number.words.end);
        numbers.extend(number);
    }
    numbers
}

struct Words<'text> {
    source: &'text str,
    words: &'text [Word],
}

impl Words<'_> {
    fn text(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| word.span.of(self.source))
    }

    /// What stands between a word and the one before it.
    fn gap(&self, at: usize) -> &str {
        let ends =
            at.checked_sub(1).and_then(|before| self.words.get(before)).zip(self.words.get(at));
        let gap = ends.map(|(one, other)| one.span.end as usize..other.span.start as usize);
        gap.and_then(|gap| self.source.get(gap)).unwrap_or_default()
    }

    fn spelling(&self, at: usize) -> Option<Spelled> {
        self.words.get(at)?.form.spelled
    }

    /// A number that begins with figures.
    fn figures(&self, start: usize) -> Option<Number> {
        let (mut value, suffix) = leading(self.text(start))?;
        let mut end = start + 1;
        if suffix.is_empty() {
            while let Some(group) = self.thousands(end) {
                value = value.saturating_mul(1_000).saturating_add(group);
                end += 1;
            }
        }
        value = value.saturating_mul(WHOLE);
        let mut factor = times(suffix);
        let decimals =
            leading(self.text(end)).filter(|_| suffix.is_empty() && self.gap(end) == ".");
        if let Some((decimals, rest)) =
            decimals.filter(|it| it.1.is_empty() || times(it.1).is_some())
        {
            let places = u32::try_from(self.text(end).len() - rest.len()).unwrap_or(u32::MAX);
            let whole = 10_u64.saturating_pow(places);
            value = value.saturating_add(decimals.saturating_mul(WHOLE) / whole);
            factor = times(rest);
            end += 1;
        }
        let ordinal = ["", "st", "nd", "rd", "th"].contains(&suffix);
        if let Some(Spelled::Times(times)) = self.spelling(end).filter(|_| suffix.is_empty()) {
            factor = Some(times);
            end += 1;
        }
        (ordinal || factor.is_some())
            .then(|| Number { value: value.saturating_mul(factor.unwrap_or(1)), words: start..end })
    }

    /// Three figures alone, right behind a comma.
    fn thousands(&self, at: usize) -> Option<u64> {
        let word = self.text(at);
        let (value, rest) = leading(word).filter(|_| word.len() == 3 && self.gap(at) == ",")?;
        rest.is_empty().then_some(value)
    }

    /// A number in words; "one" alone counts nothing.
    fn spelled(&self, start: usize) -> Option<Number> {
        let (mut total, mut current, mut end) = (0_u64, 0_u64, start);
        while let Some(part) = self.spelling(end) {
            if end > start && self.gap(end).len() != 1 {
                break;
            }
            match part {
                Spelled::Unit(value) if follows(current, value) => current += value,
                Spelled::Tens(value) if current % 100 == 0 => current += value,
                Spelled::Times(times) if times < 1_000 => {
                    current = current.max(1).saturating_mul(times);
                }
                Spelled::Times(times) => {
                    total = total.saturating_add(current.max(1).saturating_mul(times));
                    current = 0;
                }
                Spelled::Unit(_) | Spelled::Tens(_) | Spelled::Month(_) => break,
            }
            end += 1;
            // "Two hundred and five."
            let and = current % 100 == 0 && self.text(end) == "and";
            end += usize::from(and && matches!(self.spelling(end + 1), Some(Spelled::Unit(_))));
        }
        let value = total.saturating_add(current).saturating_mul(WHOLE);
        (end > start && (value != WHOLE || end > start + 1))
            .then_some(Number { value, words: start..end })
    }
}

/// Whether a number below twenty can stand behind what was read: "twenty-five", "hundred fifteen".
fn follows(current: u64, value: u64) -> bool {
    current.is_multiple_of(100) || current.is_multiple_of(10) && current % 100 > 10 && value < 10
}

/// The number that a word begins with, and the rest of it.
fn leading(word: &str) -> Option<(u64, &str)> {
    // Most words begin with a letter.
    word.as_bytes().first().filter(|byte| byte.is_ascii_digit())?;
    let end = word.bytes().take_while(u8::is_ascii_digit).count();
    let (figures, rest) = word.split_at_checked(end)?;
    Some((figures.parse().ok()?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{compare::vocabulary::Vocabulary, span::Span, text::word::words};

    fn check(source: &str, expected: &[u64]) {
        let mut vocabulary = Vocabulary::default();
        let word = |span: Span| {
            let form = vocabulary.form(span.of(source));
            Word { span, form, capitalised: false }
        };
        let words: Vec<Word> = words(source, Span::new(0, source.len())).map(word).collect();
        let found: Vec<u64> = of(source, &words).into_iter().map(|number| number.value).collect();
        assert_eq!(found, expected, "{source:?}");
    }

    #[test]
    fn a_number_is_the_same_however_it_is_written() {
        check("1,200 men, 1200 men, twelve hundred men", &[1_200_000; 3]);
        check("2.5 million or 2,500,000 or 2.5m", &[2_500_000_000; 3]);
        check("twenty-five, 25 and the 25th", &[25_000; 3]);
        check("two hundred and five; 205", &[205_000; 2]);
        check("three thousand four hundred and twelve, 3,412", &[3_412_000; 2]);
        check("Two dozen are 24, a hundred is 100", &[24_000, 24_000, 100_000, 100_000]);
    }

    #[test]
    fn numbers_that_follow_each_other_are_several() {
        check("twenty fifteen", &[20_000, 15_000]);
        check("4, 500 and 1,50", &[4_000, 500_000, 1_000, 50_000]);
        check("five six", &[5_000, 6_000]);
    }

    #[test]
    fn what_counts_nothing_is_no_number() {
        check("one of the G8, 4x4, a tense 90s k", &[]);
        check("99999999999999999999999 00000", &[0]);
        check("million million million million", &[4_000_000_000]);
    }
}
