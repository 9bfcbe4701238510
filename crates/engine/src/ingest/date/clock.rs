//! Times of day as documents write them: 06:46, 8:15 p.m. ET, 19.05 GMT, 18h30, T22:17:05+01:00.
//!
//! Reads a time and its zone; does not know which day it is of.

use std::ops::Range;

use super::token::Reader;

/// A time of day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Clock {
    /// As `HH:MM`, counted to 24.
    pub(crate) time: String,
    /// The zone as it is written, and where.
    pub(crate) zone: Option<(String, Range<usize>)>,
    /// Whether a zone, a half of the day or seconds show that it is no length of a film.
    pub(crate) sure: bool,
}

const ZONES: &[&str] = &[
    "GMT", "UTC", "BST", "CET", "CEST", "EET", "EEST", "WET", "WEST", "EST", "EDT", "CST", "CDT",
    "MST", "MDT", "PST", "PDT", "ET", "CT", "MT", "PT", "MSK", "MEZ", "MESZ", "IST", "AEST",
    "AEDT", "NZST", "NZDT", "JST", "HKT", "SGT", "SAST", "Z",
];

/// Reads a time, if the next tokens are one.
pub(super) fn read(reader: &mut Reader<'_>) -> Option<Clock> {
    let hour = reader.number().filter(|hour| *hour < 25)?;
    let between = reader.sign(&[':', '.']);
    let french = between.is_none() && reader.letters(|word| word == "h" || word == "H").is_some();
    let minute = if between.is_some() || french {
        reader.number().filter(|minute| *minute < 60)
    } else {
        None
    };
    if between.is_some() && minute.is_none() {
        return None;
    }
    let seconds = between == Some(':') && seconds(reader);
    let half = half(reader);
    reader.letters(|word| word == "Uhr" || word == "uur");
    let zone = zone(reader);
    let sure = half.is_some() || zone.is_some() || seconds || french;
    // A full stop, or no minutes at all, may be any number.
    if (between == Some('.') || minute.is_none()) && !sure {
        return None;
    }
    let hour = match half {
        Some(_) if hour > 12 => return None,
        Some(true) => hour % 12 + 12,
        Some(false) => hour % 12,
        None => hour,
    };
    let minute = minute.unwrap_or_default();
    (hour < 24).then(|| Clock { time: format!("{hour:02}:{minute:02}"), zone, sure })
}

/// Skips `:05` and `.123`.
fn seconds(reader: &mut Reader<'_>) -> bool {
    let at = reader.at;
    let found = reader.sign(&[':']).is_some() && reader.number().is_some_and(|second| second < 61);
    if !found {
        reader.at = at;
        return false;
    }
    let at = reader.at;
    if !(reader.is_joined() && reader.sign(&['.', ',']).is_some() && reader.number().is_some()) {
        reader.at = at;
    }
    true
}

/// Whether the time is of the second half of the day, where it says so.
fn half(reader: &mut Reader<'_>) -> Option<bool> {
    let at = reader.at;
    let is = |word: &str, wanted: &[&str]| wanted.iter().any(|w| word.eq_ignore_ascii_case(w));
    let first = reader.letters(|word| is(word, &["am", "pm", "a", "p"]))?.to_ascii_lowercase();
    if first.len() == 1 {
        let whole =
            reader.sign(&['.']).is_some() && reader.letters(|word| is(word, &["m"])).is_some();
        if !whole {
            reader.at = at;
            return None;
        }
        reader.sign(&['.']);
    }
    Some(first.starts_with('p'))
}

/// A zone by its name ("GMT", "UTC+3") or its distance ("+01:00", "+0100").
fn zone(reader: &mut Reader<'_>) -> Option<(String, Range<usize>)> {
    let at = reader.at;
    let before = reader.end();
    reader.sign(&['(']);
    let start = reader.tokens.get(reader.at)?.1.start;
    let named = reader.letters(|word| ZONES.contains(&word)).is_some();
    let end = reader.end();
    let joined = reader.is_joined();
    let distance =
        if named && !joined { false } else { distance(reader, named || start == before) };
    if !named && !distance {
        reader.at = at;
        return None;
    }
    let end = if distance { reader.end() } else { end };
    let words = reader.words.get(start..end)?.to_owned();
    reader.sign(&[')']);
    Some((words, start..end))
}

/// `+01:00`, `+0100`, `+3`; a minus that stands apart is a dash.
fn distance(reader: &mut Reader<'_>, joined: bool) -> bool {
    let at = reader.at;
    let sign = reader.sign(if joined { &['+', '-', '−'] } else { &['+'] });
    let found = sign.is_some()
        && reader.is_joined()
        && reader.number().is_some_and(|hours| hours < 15 || (100..=1400).contains(&hours));
    if !found {
        reader.at = at;
        return false;
    }
    let minutes = reader.at;
    if !(reader.sign(&[':']).is_some() && reader.number().is_some_and(|number| number < 60)) {
        reader.at = minutes;
    }
    true
}
