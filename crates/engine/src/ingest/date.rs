//! Dates and times as documents write them.
//!
//! Reads days that are written out in full (20.11.2010; 22 Nov, 2010; December 17, 2009; 5th
//! December 2009; 2009-12-04), with a time beside them. Does not know which date is which.

use std::ops::Range;

use crate::{article::Date, span::Span};

/// A day found in a text, with its place there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// The day.
    pub(crate) date: Date,
    /// The time beside it, as `HH:MM`.
    pub(crate) time: Option<String>,
    /// Where the date and its time stand.
    pub(crate) range: Range<usize>,
}

/// The month's names, as a number from 1: in full, or cut to three or four letters.
pub(crate) fn month(word: &str) -> Option<i8> {
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    if word.len() < 3 {
        return None;
    }
    let word = word.to_ascii_lowercase();
    let fits = |name: &str| name == word || (name.starts_with(&word) && word.len() <= 4);
    let at = NAMES.iter().position(|name| fits(name))?;
    i8::try_from(at + 1).ok()
}

/// The first date in `words`.
pub(crate) fn find(words: &str) -> Option<Found> {
    let tokens = tokens(words);
    (0..tokens.len()).find_map(|at| read(words, &tokens, at))
}

/// A date that is all there is in `words`, apart from a weekday, a zone and the like.
pub(crate) fn whole_line(words: &str) -> Option<Found> {
    const BESIDE: &str = "published updated posted date on at gmt utc est edt pst pdt cet cest bst \
        msk ist am pm hrs last modified monday tuesday wednesday thursday friday saturday sunday \
        mon tue tues wed thu thurs fri sat sun";
    if words.len() > 100 {
        return None;
    }
    let found = find(words)?;
    let rest = [&words[..found.range.start], &words[found.range.end..]];
    let spare = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_ascii_lowercase();
        word.is_empty()
            || BESIDE.split_whitespace().any(|known| known == word)
            || word.bytes().all(|byte| byte.is_ascii_digit() || byte == b':')
            || month(&word).is_some()
    };
    rest.iter().all(|part| part.split_whitespace().all(spare)).then_some(found)
}

/// The span of a date found in the words at `span`.
pub(crate) fn span_in(span: Span, found: &Found) -> Span {
    let start = span.start as usize;
    Span::new(start + found.range.start, start + found.range.end)
}

#[derive(Clone, Debug)]
enum Kind {
    Number(u32),
    Letters,
    Sign(char),
}

type Token = (Kind, Range<usize>);

fn tokens(words: &str) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut chars = words.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        let digit = c.is_ascii_digit();
        if !digit && !c.is_alphabetic() {
            if !c.is_whitespace() {
                found.push((Kind::Sign(c), start..start + c.len_utf8()));
            }
            continue;
        }
        let mut end = start + c.len_utf8();
        while let Some(&(at, next)) = chars.peek() {
            let same = if digit { next.is_ascii_digit() } else { next.is_alphabetic() };
            if !same {
                break;
            }
            end = at + next.len_utf8();
            chars.next();
        }
        let kind = if digit {
            words[start..end].parse().map_or(Kind::Letters, Kind::Number)
        } else {
            Kind::Letters
        };
        found.push((kind, start..end));
    }
    found
}

/// A reader over the tokens of one date.
struct Reader<'a> {
    words: &'a str,
    tokens: &'a [Token],
    at: usize,
}

impl Reader<'_> {
    fn number(&mut self) -> Option<u32> {
        match self.tokens.get(self.at) {
            Some((Kind::Number(value), _)) => {
                self.at += 1;
                Some(*value)
            }
            _ => None,
        }
    }

    fn sign(&mut self, wanted: &[char]) -> Option<char> {
        match self.tokens.get(self.at) {
            Some((Kind::Sign(c), _)) if wanted.contains(c) => {
                self.at += 1;
                Some(*c)
            }
            _ => None,
        }
    }

    fn letters(&mut self, fits: impl Fn(&str) -> bool) -> Option<&str> {
        match self.tokens.get(self.at) {
            Some((Kind::Letters, range)) if fits(&self.words[range.clone()]) => {
                self.at += 1;
                Some(&self.words[range.clone()])
            }
            _ => None,
        }
    }

    fn month(&mut self) -> Option<i8> {
        let found = self.letters(|word| month(word).is_some()).and_then(month)?;
        self.sign(&['.']);
        Some(found)
    }
}

fn read(words: &str, tokens: &[Token], at: usize) -> Option<Found> {
    let forms = [in_numbers, day_first, month_first];
    forms.iter().find_map(|form| {
        let mut reader = Reader { words, tokens, at };
        let (year, month, day) = form(&mut reader)?;
        let date = Date::new(i16::try_from(year).ok()?, month, i8::try_from(day).ok()?).ok()?;
        let start = tokens.get(at)?.1.start;
        let day_end = tokens.get(reader.at.checked_sub(1)?)?.1.end;
        let time = time(&mut reader);
        let end = time.as_ref().map_or(day_end, |(_, end)| *end);
        Some(Found { date, time: time.map(|(time, _)| time), range: start..end })
    })
}

/// 20.11.2010, 20/11/2010, 2010-11-20.
fn in_numbers(reader: &mut Reader<'_>) -> Option<(u32, i8, u32)> {
    let first = reader.number()?;
    let between = reader.sign(&['.', '/', '-'])?;
    let second = reader.number()?;
    reader.sign(&[between])?;
    let third = reader.number()?;
    let (year, month, day) = match between {
        '-' if first >= 1000 => (first, second, third),
        // A day past the twelfth settles the order; otherwise the day comes first.
        '/' if second > 12 => (third, first, second),
        _ => (third, second, first),
    };
    plausible(year).then_some((year, i8::try_from(month).ok()?, day))
}

/// 22 Nov, 2010; 5th December 2009.
fn day_first(reader: &mut Reader<'_>) -> Option<(u32, i8, u32)> {
    let day = reader.number()?;
    reader.letters(|word| ["st", "nd", "rd", "th"].contains(&word.to_ascii_lowercase().as_str()));
    reader.letters(|word| word.eq_ignore_ascii_case("of"));
    let month = reader.month()?;
    reader.sign(&[',']);
    let year = reader.number()?;
    plausible(year).then_some((year, month, day))
}

/// December 17, 2009.
fn month_first(reader: &mut Reader<'_>) -> Option<(u32, i8, u32)> {
    let month = reader.month()?;
    let day = reader.number()?;
    reader.letters(|word| ["st", "nd", "rd", "th"].contains(&word.to_ascii_lowercase().as_str()));
    reader.sign(&[',']);
    let year = reader.number()?;
    plausible(year).then_some((year, month, day))
}

fn plausible(year: u32) -> bool {
    (1000..3000).contains(&year)
}

/// The `06:46` right after a date, and where it ends.
fn time(reader: &mut Reader<'_>) -> Option<(String, usize)> {
    reader.sign(&[',', '-', '–', '|', 'T']);
    reader.letters(|word| word.eq_ignore_ascii_case("at") || word == "T");
    let hour = reader.number().filter(|hour| *hour < 24)?;
    reader.sign(&[':'])?;
    let end = reader.tokens.get(reader.at)?.1.end;
    let minute = reader.number().filter(|minute| *minute < 60)?;
    Some((format!("{hour:02}:{minute:02}"), end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, expected: Option<(&str, &str, Option<&str>)>) {
        let found = find(words);
        let seen = found.as_ref().map(|found| {
            (found.date.to_string(), &words[found.range.clone()], found.time.as_deref())
        });
        let seen = seen.as_ref().map(|(date, place, time)| (date.as_str(), *place, *time));
        assert_eq!(seen, expected, "{words}");
    }

    #[test]
    fn reads_the_forms_that_papers_use() {
        check("| DW | 20.11.2010", Some(("2010-11-20", "20.11.2010", None)));
        check("22 Nov, 2010 06:46", Some(("2010-11-22", "22 Nov, 2010 06:46", Some("06:46"))));
        check("December 17, 2009", Some(("2009-12-17", "December 17, 2009", None)));
        check("- Date: 5th December 2009", Some(("2009-12-05", "5th December 2009", None)));
        check("(DECEMBER 4, 2009)", Some(("2009-12-04", "DECEMBER 4, 2009", None)));
        check("Sept. 3, 2016", Some(("2016-09-03", "Sept. 3, 2016", None)));
        check("on 2009-12-04T08:05Z", Some(("2009-12-04", "2009-12-04T08:05", Some("08:05"))));
        check("9/26/2016", Some(("2016-09-26", "9/26/2016", None)));
    }

    #[test]
    fn leaves_what_is_no_date() {
        for words in ["in 2008", "31.31.2010", "May 2010", "April 31, 2010", "1.2.3", ""] {
            check(words, None);
        }
    }

    #[test]
    fn a_date_line_holds_nothing_else() {
        assert!(whole_line("Published: Thursday, December 17, 2009 at 12:02 GMT").is_some());
        assert!(whole_line("The treaty of December 17, 2009 failed").is_none());
    }
}
