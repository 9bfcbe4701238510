//! Dates and times as documents write them.
//!
//! Reads days that are written out in full (20.11.2010; 22 Nov, 2010; December 17, 2009; Tuesday 3rd
//! of March 2014; 4 mars 2014; 2009-12-04), with a time and a zone beside them. Does not know which
//! date is which.

mod clock;
mod month;
mod token;

use std::ops::Range;

pub(crate) use clock::Clock;
pub(crate) use month::month;
use token::{Reader, Token, tokens};

use super::words::Phrases;
use crate::{article::Date, span::Span, text::lower};

/// A day found in a text, with its place there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// The day.
    pub(crate) date: Date,
    /// The time beside it.
    pub(crate) clock: Option<Clock>,
    /// Where the date and its time stand.
    pub(crate) range: Range<usize>,
    /// Whether day and month could be the other way round: 3/4/2014.
    pub(crate) ambiguous: bool,
}

/// The first date in `words`.
pub(crate) fn find(words: &str) -> Option<Found> {
    if !has_digit(words) {
        return None;
    }
    let tokens = tokens(words);
    (0..tokens.len()).find_map(|at| read(words, &tokens, at))
}

/// The dates in `words`, in order and apart.
pub(crate) fn find_all(words: &str) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    if !has_digit(words) {
        return found;
    }
    let tokens = tokens(words);
    let mut end = 0;
    for at in 0..tokens.len() {
        let free = tokens.get(at).is_some_and(|(_, range)| range.start >= end);
        if let Some(date) = free.then(|| read(words, &tokens, at)).flatten() {
            end = date.range.end;
            found.push(date);
        }
    }
    found
}

/// Every date has a year: without a digit there is none.
fn has_digit(words: &str) -> bool {
    words.bytes().any(|byte| byte.is_ascii_digit())
}

/// A line that is a date, or several, with what stands beside dates.
pub(crate) fn whole_line(words: &str) -> bool {
    words.len() <= LONGEST
        && begins_beside(words)
        && rest_of_dates(words).is_some_and(|rest| rest.is_empty())
}

/// Whether the first word of a line is one of a date or stands beside one: most lines are told from
/// dates by it. A date begins with a number or a month.
fn begins_beside(words: &str) -> bool {
    let first = words.trim_start_matches(|c: char| !c.is_alphanumeric());
    if !first.starts_with(char::is_alphabetic) {
        return true;
    }
    let upto = |ends: fn(char) -> bool| first.split(ends).next().unwrap_or_default();
    let belongs = |word: &str| month::is_beside(word) || month(word).is_some();
    belongs(upto(|c| !c.is_alphabetic())) || belongs(upto(|c| !c.is_alphanumeric()))
}

/// The longest line that is told by its dates, in bytes.
const LONGEST: usize = 160;

/// The words of a line beside its dates; none if there is no date, or the line is long.
pub(crate) fn rest_of_dates(words: &str) -> Option<Vec<&str>> {
    if words.len() > LONGEST {
        return None;
    }
    let found = find_all(words);
    let (first, last) = (found.first()?, found.last()?);
    let gaps = found.windows(2).map(|pair| pair[0].range.end..pair[1].range.start);
    let around = [0..first.range.start, last.range.end..words.len()];
    let rest = around.into_iter().chain(gaps).filter_map(|range| words.get(range));
    Some(rest.flat_map(beside).collect())
}

/// A line that is a time of day and nothing else: "18.22 GMT", "Updated at 6:40 p.m.".
pub(crate) fn is_clock_line(words: &str) -> bool {
    if words.len() > 60 || !has_digit(words) {
        return false;
    }
    let tokens = tokens(words);
    (0..tokens.len()).any(|at| {
        let mut reader = Reader { words, tokens: &tokens, at };
        let sure = clock::read(&mut reader).is_some_and(|clock| clock.sure);
        let start = tokens.get(at).map_or(0, |(_, range)| range.start);
        let rest = [words.get(..start), words.get(reader.end()..)];
        sure && rest.into_iter().flatten().flat_map(beside).next().is_none()
    })
}

/// The words that do not belong beside a date.
fn beside(words: &str) -> impl Iterator<Item = &str> {
    words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .filter(|word| !month::is_beside(word) && month(word).is_none())
        .filter(|word| !word.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The span of a date found in the words at `span`.
pub(crate) fn span_in(span: Span, found: &Found) -> Span {
    let start = span.start as usize;
    Span::new(start + found.range.start, start + found.range.end)
}

fn read(words: &str, tokens: &[Token], at: usize) -> Option<Found> {
    // A time may stand before the day: "14:02, 3 March 2014".
    let mut reader = Reader { words, tokens, at };
    if let Some(clock) = clock::read(&mut reader) {
        reader.sign(&[',', '-', '–', '|', '·']);
        // "15:20, UK, Tuesday 11 January 2011"
        reader.letters(is_short_country);
        reader.sign(&[',']);
        reader.letters(month::is_beside);
        reader.sign(&[',']);
        if let Some(mut found) = day(words, tokens, reader.at)
            && found.clock.is_none()
        {
            found.clock = Some(clock);
            found.range.start = tokens.get(at)?.1.start;
            return Some(found);
        }
    }
    day(words, tokens, at)
}

/// A country's short name, which tells whose time it is.
fn is_short_country(word: &str) -> bool {
    ["UK", "US", "USA", "UAE", "EU"].contains(&word)
}

fn day(words: &str, tokens: &[Token], at: usize) -> Option<Found> {
    let forms = [in_numbers, day_first, month_first];
    forms.iter().find_map(|form| {
        let mut reader = Reader { words, tokens, at };
        let (year, month, day, ambiguous) = form(&mut reader)?;
        let date = Date::new(i16::try_from(year).ok()?, month, i8::try_from(day).ok()?).ok()?;
        let start = tokens.get(at)?.1.start;
        let day_end = reader.end();
        let clock = time(&mut reader);
        let end = if clock.is_some() { reader.end() } else { day_end };
        Some(Found { date, clock, range: start..end, ambiguous })
    })
}

/// 20.11.2010, 20/11/2010, 2010-11-20.
fn in_numbers(reader: &mut Reader<'_>) -> Option<(u32, i8, u32, bool)> {
    let first = reader.number()?;
    let between = reader.sign(&['.', '/', '-'])?;
    let second = reader.number()?;
    reader.sign(&[between])?;
    let third = reader.number()?;
    let (year, month, day) = match between {
        _ if first >= 1000 => (first, second, third),
        // A day past the twelfth settles the order; otherwise the day comes first.
        '/' | '-' if second > 12 => (third, first, second),
        _ => (third, second, first),
    };
    let ambiguous = between == '/' && first <= 12 && second <= 12 && first != second;
    plausible(year).then_some((year, i8::try_from(month).ok()?, day, ambiguous))
}

/// 22 Nov, 2010; 5th December 2009; 4 de marzo de 2014; 4. März 2014.
fn day_first(reader: &mut Reader<'_>) -> Option<(u32, i8, u32, bool)> {
    let day = reader.number()?;
    ordinal(reader);
    reader.sign(&['.', '-']);
    reader.letters(|word| ["of", "de", "di"].iter().any(|of| word.eq_ignore_ascii_case(of)));
    let month = reader.month()?;
    reader.sign(&[',', '-']);
    reader.letters(|word| word.eq_ignore_ascii_case("de"));
    let year = reader.number()?;
    plausible(year).then_some((year, month, day, false))
}

/// December 17, 2009.
fn month_first(reader: &mut Reader<'_>) -> Option<(u32, i8, u32, bool)> {
    let month = reader.month()?;
    let day = reader.number()?;
    ordinal(reader);
    reader.sign(&[',']);
    let year = reader.number()?;
    plausible(year).then_some((year, month, day, false))
}

fn ordinal(reader: &mut Reader<'_>) {
    const ENDINGS: Phrases = Phrases::of("st|nd|rd|th|er|º|ª");
    reader.letters(|word| ENDINGS.has(&lower(word)));
}

fn plausible(year: u32) -> bool {
    (1000..3000).contains(&year)
}

/// The time right after a date.
fn time(reader: &mut Reader<'_>) -> Option<Clock> {
    const LEADS: Phrases = Phrases::of("at|t|um|à|kl|om|alle|às|o|в|г");
    reader.sign(&[',', '-', '–', '—', '|', '/', '·', '•']);
    reader.letters(|word| LEADS.has(&lower(word)));
    reader.sign(&['.', ',']);
    clock::read(reader)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, expected: Option<(&str, &str, Option<&str>)>) {
        let found = find(words);
        let seen = found.as_ref().map(|found| {
            (
                found.date.to_string(),
                &words[found.range.clone()],
                found.clock.as_ref().map(|clock| clock.time.as_str()),
            )
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
        check(
            "15:20, UK, Tuesday 11 January 2011",
            Some(("2011-01-11", "15:20, UK, Tuesday 11 January 2011", Some("15:20"))),
        );
        check("(DECEMBER 4, 2009)", Some(("2009-12-04", "DECEMBER 4, 2009", None)));
        check("Sept. 3, 2016", Some(("2016-09-03", "Sept. 3, 2016", None)));
        check("on 2009-12-04T08:05Z", Some(("2009-12-04", "2009-12-04T08:05Z", Some("08:05"))));
        check("14:02, 3 March 2014", Some(("2014-03-03", "14:02, 3 March 2014", Some("14:02"))));
        check("Tuesday 3rd of March 2014", Some(("2014-03-03", "3rd of March 2014", None)));
        check("4 mars 2014 à 18h30", Some(("2014-03-04", "4 mars 2014 à 18h30", Some("18:30"))));
        check("4 марта 2014, 09:15", Some(("2014-03-04", "4 марта 2014, 09:15", Some("09:15"))));
        check("4 de marzo de 2014", Some(("2014-03-04", "4 de marzo de 2014", None)));
        check(
            "Mar. 4, 2014, 8:15 p.m.",
            Some(("2014-03-04", "Mar. 4, 2014, 8:15 p.m.", Some("20:15"))),
        );
        check("4 Mar 2014 19.05 GMT", Some(("2014-03-04", "4 Mar 2014 19.05 GMT", Some("19:05"))));
        check("3/4/2014 12:30 AM", Some(("2014-04-03", "3/4/2014 12:30 AM", Some("00:30"))));
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
        assert!(whole_line("Published: Thursday, December 17, 2009 at 12:02 GMT"));
        assert!(whole_line("March 3, 2014 / 9:41 AM / Updated 2 years ago"));
        assert!(!whole_line("The treaty of December 17, 2009 failed"));
        assert!(is_clock_line("18.22 GMT") && is_clock_line("Updated at 6:40 p.m."));
        assert!(!is_clock_line("22:18") && !is_clock_line("They met at 6 p.m."));
    }

    #[test]
    fn zones_are_kept_as_they_are_written() {
        for (words, zone) in [
            ("2014-03-03T22:17:05.123+01:00", "+01:00"),
            ("2014-03-04 21:30:00 +0100", "+0100"),
            ("March 4, 2014 - 7:10 a.m. ET", "ET"),
            ("10:00 CET, 5 March 2014", "CET"),
            ("5 March 2014 10:00 (UTC+3)", "UTC+3"),
        ] {
            let clock = find(words).and_then(|found| found.clock);
            assert_eq!(clock.and_then(|clock| clock.zone).unwrap().0, zone, "{words}");
        }
    }
}
