//! Page furniture that a line gives away by itself: menus, icons, players, links, rights.
//!
//! Knows the shapes and the word lists; does not know where in the page a line stands.

use super::{
    date,
    line::{Firsts, begins, begins_with, ends_sentence, words_up_to},
    words,
};
use crate::article::Furniture;

/// What kind of furniture `words` are, if the line shows it by itself.
pub(crate) fn kind(words: &str) -> Option<Furniture> {
    if is_icons(words) {
        return Some(Furniture::Icons);
    }
    // Furniture is short; a paragraph that begins like a label is still a paragraph.
    if words.len() > 240 {
        return None;
    }
    let lower = words.to_lowercase();
    if date::whole_line(words) || date::is_clock_line(words) {
        Some(Furniture::Date)
    } else if is_share(&lower) {
        Some(Furniture::Share)
    } else if begins_with(&lower, words::NOTICE_LEADS) || is_consent(&lower) {
        Some(Furniture::Notice)
    } else if is_label(&lower) {
        Some(Furniture::Labels)
    } else if is_skip_link(&lower) {
        Some(Furniture::Navigation)
    } else if begins_with(&lower, words::RELATED_LEADS) && !ends_sentence(words) {
        Some(Furniture::RelatedLink)
    } else if is_link_heading(&lower) {
        Some(Furniture::TeaserLinks)
    } else if is_clock(&lower) || words::PLAYER_HEADINGS.contains(&lower.as_str()) {
        Some(Furniture::Player)
    } else if begins_with(&lower, words::RIGHTS_LEADS) {
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
    let lower = words.to_lowercase();
    let named = |list: &[&str]| {
        list.iter().any(|lead| {
            let rest = lower.get(lead.len()..).filter(|_| begins(&lower, lead));
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        })
    };
    if named(words::NOTES_HEADINGS) && words_up_to(words, 7) < 7 {
        Some(Furniture::Notice)
    } else if named(words::COMMENT_HEADINGS) && words_up_to(words, 6) < 6 {
        Some(Furniture::Comments)
    } else if named(words::TOPIC_LEADS) && words_up_to(words, 5) < 5 {
        Some(Furniture::Labels)
    } else if is_link_heading(&lower) {
        Some(Furniture::TeaserLinks)
    } else {
        None
    }
}

/// What marks the end of a release.
pub(crate) fn is_end_mark(words: &str) -> bool {
    words.len() < 12 && words::END_MARKS.contains(&words.trim().to_lowercase().as_str())
}

fn is_share(lower: &str) -> bool {
    let count = |unit: &str| {
        let number = lower.strip_suffix(unit).map(str::trim);
        number.is_some_and(|number| {
            !number.is_empty() && number.chars().all(|c| c.is_ascii_digit() || ".,k".contains(c))
        })
    };
    words::SHARE_LINES.contains(&lower)
        || begins_with(lower, words::SHARE_LEADS)
        || words::SHARE_UNITS.iter().any(|unit| count(unit))
}

/// A notice about cookies: two of its words, or one in a short line.
fn is_consent(lower: &str) -> bool {
    const FIRSTS: Firsts = Firsts::of(words::CONSENT_WORDS);
    let mut found = [false; words::CONSENT_WORDS.len()];
    for (at, byte) in lower.bytes().enumerate().filter(|(_, byte)| FIRSTS.may(*byte)) {
        let rest = lower.as_bytes().get(at..).unwrap_or_default();
        for (found, word) in found.iter_mut().zip(words::CONSENT_WORDS) {
            *found |= word.as_bytes().first() == Some(&byte) && rest.starts_with(word.as_bytes());
        }
    }
    let count = found.into_iter().filter(|found| *found).count();
    count >= 2 || (count == 1 && lower.contains("we ") && lower.contains("partners"))
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
    let signs = lower.len() < 60 && !lower.contains(char::is_alphanumeric);
    minutes || pictures || number || signs
}

/// The outlet that a skip link names: "Skip to more X sites".
pub(crate) fn outlet_of_skip_link(words: &str) -> Option<&str> {
    let (_, rest) = words.split_once(" more ")?;
    let name = rest.strip_suffix(" sites")?.trim();
    let named = name.chars().next().is_some_and(char::is_uppercase);
    (named && words_up_to(name, 4) < 4).then_some(name)
}

/// Names of icons that a crawl read as words, run together ("chevron downicon").
fn is_icons(words: &str) -> bool {
    if !words.as_bytes().windows(4).any(|part| part == b"icon") {
        return false;
    }
    let count = words_up_to(words, 400);
    if count < 5 {
        return false;
    }
    let icons = words.split_whitespace().take(400).filter(|word| word.contains("icon")).count();
    icons * 4 >= count
}

fn is_skip_link(lower: &str) -> bool {
    let rest = lower.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ' ');
    rest.starts_with("skip to ") || rest.starts_with("jump to ")
}

fn is_link_heading(lower: &str) -> bool {
    words_up_to(lower, 10) < 10
        && !ends_sentence(lower)
        && (begins_with(lower, words::LINK_HEADINGS)
            || (lower.ends_with(" recommends") && words_up_to(lower, 4) < 4))
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
        assert_eq!(kind(words), expected, "{words}");
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
