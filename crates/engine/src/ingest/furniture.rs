//! Page furniture that a line gives away by itself: menus, icons, players, links, rights.
//!
//! Knows the shapes and the word lists; does not know where in the page a line stands.

use super::{
    date,
    line::{ends_sentence, words_up_to},
    signs::Signs,
    words::{self, Phrases, Starts},
};
use crate::{
    article::Furniture,
    text::{lower, part},
};

/// What kind of furniture `words` are, if the line shows it by itself. Most lines are told from
/// furniture by their signs and their first letters.
pub(crate) fn kind(words: &str, signs: Signs) -> Option<Furniture> {
    if signs.has(Signs::ICON) && is_icons(words) {
        return Some(Furniture::Icons);
    }
    // Furniture is short; a paragraph that begins like a label is still a paragraph.
    if words.len() > 240 {
        return None;
    }
    let dated = signs.has(Signs::DIGIT);
    if dated && (date::whole_line(words) || date::is_clock_line(words)) {
        return Some(Furniture::Date);
    }
    let starts = Starts::of(words);
    let numbered = words.starts_with(|c: char| c.is_ascii_digit() || ".,/".contains(c));
    let consent = is_consent(words);
    let shaped = || is_rule(words) || is_recommendation(words) || is_skip_link(words);
    if !(starts.any() || numbered || consent || shaped()) {
        return None;
    }
    let lower = lower(words);
    let begins = |phrases: Phrases| starts.may(phrases) && phrases.begin(&lower);
    if is_share(&lower, starts) {
        Some(Furniture::Share)
    } else if begins(words::NOTICE_LEADS) || consent {
        Some(Furniture::Notice)
    } else if is_label(&lower) {
        Some(Furniture::Labels)
    } else if is_skip_link(&lower) {
        Some(Furniture::Navigation)
    } else if begins(words::RELATED_LEADS) && !ends_sentence(words) {
        Some(Furniture::RelatedLink)
    } else if is_link_heading(&lower, starts) {
        Some(Furniture::TeaserLinks)
    } else if is_clock(&lower)
        || (starts.may(words::PLAYER_HEADINGS) && words::PLAYER_HEADINGS.has(&lower))
    {
        Some(Furniture::Player)
    } else if begins(words::RIGHTS_LEADS) {
        Some(Furniture::Copyright)
    } else {
        None
    }
}

/// A menu's entry: a short line with a number before it.
pub(crate) fn is_menu_entry(words: &str) -> bool {
    let rest = words.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < words.len()
        && rest.starts_with([')', '.'])
        && !ends_sentence(words)
        && words_up_to(words, 12) < 12
}

/// What kind of lines follow a heading such as this one, if they do.
pub(crate) fn heads(words: &str) -> Option<Furniture> {
    if words.len() > 80 || ends_sentence(words) {
        return None;
    }
    let starts = Starts::of(words);
    if !(starts.any() || is_recommendation(words)) {
        return None;
    }
    let lower = lower(words);
    let named = |phrases: Phrases, limit: usize| {
        let is_whole = |rest: &str| !rest.starts_with(char::is_alphanumeric);
        starts.may(phrases)
            && phrases.iter().any(|lead| lower.strip_prefix(lead).is_some_and(is_whole))
            && words_up_to(words, limit) < limit
    };
    if named(words::NOTES_HEADINGS, 7) {
        Some(Furniture::Notice)
    } else if named(words::COMMENT_HEADINGS, 6) {
        Some(Furniture::Comments)
    } else if named(words::TOPIC_LEADS, 5) {
        Some(Furniture::Labels)
    } else if is_link_heading(&lower, starts) {
        Some(Furniture::TeaserLinks)
    } else {
        None
    }
}

/// What marks the end of a release.
pub(crate) fn is_end_mark(words: &str) -> bool {
    words.len() < 12
        && words::END_MARKS.may_begin(words)
        && words::END_MARKS.has(&lower(words.trim()))
}

fn is_share(lower: &str, starts: Starts) -> bool {
    let count = |unit: &str| {
        let number = lower.strip_suffix(unit).map(str::trim);
        number.is_some_and(|number| {
            !number.is_empty() && number.chars().all(|c| c.is_ascii_digit() || ".,k".contains(c))
        })
    };
    (starts.may(words::SHARE_LINES) && words::SHARE_LINES.has(lower))
        || (starts.may(words::SHARE_LEADS) && words::SHARE_LEADS.begin(lower))
        || (lower.starts_with(|c: char| c.is_ascii_digit() || c == '.' || c == ',')
            && words::SHARE_UNITS.iter().any(count))
}

/// How the words of consent begin, and what each byte may begin.
const CONSENT_FOURS: [u32; 11] = words::CONSENT_WORDS.first_fours();
static BEGINS_CONSENT: [bool; 256] = words::CONSENT_WORDS.first_bytes();

/// A notice about cookies: two of its words, or one in a short line.
fn is_consent(words: &str) -> bool {
    let bytes = words.as_bytes();
    let mut found = 0_u32;
    for (at, four) in bytes.windows(4).enumerate() {
        let &[first, second, third, fourth] = four else { break };
        if !BEGINS_CONSENT[usize::from(first | 0x20)] {
            continue;
        }
        let four = u32::from_le_bytes([first, second, third, fourth]) | 0x2020_2020;
        let before = at.checked_sub(1).and_then(|before| bytes.get(before));
        if !CONSENT_FOURS.contains(&four) || before.is_some_and(u8::is_ascii_alphanumeric) {
            continue;
        }
        for (bit, phrase) in words::CONSENT_WORDS.iter().enumerate() {
            let part = bytes.get(at..at + phrase.len());
            let is = part.is_some_and(|part| part.eq_ignore_ascii_case(phrase.as_bytes()));
            found |= u32::from(is) << bit;
        }
    }
    found.count_ones() >= 2 || (found != 0 && is_of_partners(&lower(words)))
}

fn is_of_partners(lower: &str) -> bool {
    part::has(lower, "we ") && part::has(lower, "partners")
}

/// A count of minutes or pictures, a rule of signs: nothing that is read.
fn is_label(lower: &str) -> bool {
    let minutes = lower.starts_with(|c: char| c.is_ascii_digit())
        && (lower.ends_with("min read")
            || lower.ends_with("minute read")
            || lower.ends_with("minutes to read"));
    let pictures = lower.len() < 10
        && lower.contains('/')
        && lower.chars().all(|c| c.is_ascii_digit() || c == '/' || c == ' ');
    let number = lower.len() <= 6 && lower.bytes().all(|byte| byte.is_ascii_digit());
    minutes || pictures || number || is_rule(lower)
}

/// A line of signs alone.
fn is_rule(words: &str) -> bool {
    words.len() < 60 && !words.contains(char::is_alphanumeric)
}

/// The outlet that a skip link names: "Skip to more X sites".
pub(crate) fn outlet_of_skip_link(words: &str) -> Option<&str> {
    let (_, rest) = part::split_once(words, " more ")?;
    let name = rest.strip_suffix(" sites")?.trim();
    let named = name.chars().next().is_some_and(char::is_uppercase);
    (named && words_up_to(name, 4) < 4).then_some(name)
}

/// Names of icons that a crawl read as words, run together ("chevron downicon").
fn is_icons(words: &str) -> bool {
    let count = words_up_to(words, 400);
    if count < 5 {
        return false;
    }
    let icons = words.split_whitespace().take(400).filter(|word| part::has(word, "icon")).count();
    icons * 4 >= count
}

/// A way over the menus: "1. Skip to content".
fn is_skip_link(words: &str) -> bool {
    let rest = words.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ' ');
    let lead = rest.as_bytes().get(..8).unwrap_or_default();
    lead.eq_ignore_ascii_case(b"skip to ") || lead.eq_ignore_ascii_case(b"jump to ")
}

fn is_link_heading(lower: &str, starts: Starts) -> bool {
    let led = || starts.may(words::LINK_HEADINGS) && words::LINK_HEADINGS.begin(lower);
    words_up_to(lower, 10) < 10 && !ends_sentence(lower) && (led() || is_recommendation(lower))
}

/// What a site calls the links that it chose: "DW recommends".
fn is_recommendation(words: &str) -> bool {
    const END: &[u8] = b" recommends";
    let end = words.len().checked_sub(END.len()).and_then(|at| words.as_bytes().get(at..));
    end.is_some_and(|end| end.eq_ignore_ascii_case(END)) && words_up_to(words, 4) < 4
}

/// A player's time: "22:18".
fn is_clock(lower: &str) -> bool {
    lower.len() <= 8
        && lower.contains(':')
        && lower.starts_with(|c: char| c.is_ascii_digit())
        && lower.chars().all(|c| c.is_ascii_digit() || c == ':')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, expected: Option<Furniture>) {
        assert_eq!(kind(words, Signs::of(words)), expected, "{words}");
    }

    #[test]
    fn knows_furniture_by_its_shape() {
        check("icon bookmark-bicon bookmarkicon cameraicon check fm", Some(Furniture::Icons));
        check("22 Nov, 2010 06:46", Some(Furniture::Date));
        check("1. Skip to content", Some(Furniture::Navigation));
        check("Skip next section Explore more", Some(Furniture::TeaserLinks));
        check("DW recommends", Some(Furniture::TeaserLinks));
        check("Podcasts", Some(Furniture::Player));
        check("22:18", Some(Furniture::Player));
        check("Read also – A Chief Arrives", Some(Furniture::RelatedLink));
        check("© 2016 The Paper", Some(Furniture::Copyright));
    }

    #[test]
    fn leaves_what_is_read() {
        for words in ["New beginnings", "The committee recommends a vote.", "He has an iconic hat."]
        {
            check(words, None);
        }
    }

    #[test]
    fn a_menu_entry_is_numbered_and_short() {
        assert!(is_menu_entry("6. Choose from 30 Languages"));
        assert!(!is_menu_entry("6. He chose the sixth way and explained why at length."));
        assert_eq!(outlet_of_skip_link("3. Skip to more DW sites"), Some("DW"));
        assert_eq!(outlet_of_skip_link("3. Skip to more sites"), None);
    }
}
