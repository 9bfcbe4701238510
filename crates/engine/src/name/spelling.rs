//! How names are compared: spellings and word orders that are one, and what an acronym stands for.
//!
//! Knows words only, not where they stand.

use crate::text::lower;

/// A name as it is compared: small letters, one spelling, and the body behind its field.
pub(super) fn key(words: &str) -> String {
    let lower =
        lower(words).replace("iz", "is").replace("centre", "center").replace("defence", "defense");
    let lower = lower.trim_start_matches("the ");
    let plain = COMPANY.iter().find_map(|end| lower.strip_suffix(end)).unwrap_or(lower);
    let plain = plain.trim_end_matches(',');
    if let Some((head, field)) = plain.split_once(" of ")
        && matches!(head, "department" | "ministry")
    {
        let field = field.trim_start_matches("the ");
        return format!("{field} {head}");
    }
    if let Some((pair, rest)) = plain.split_once(' ')
        && let Some((one, other)) = pair.split_once('-')
    {
        return format!("{}-{} {rest}", one.min(other), one.max(other));
    }
    plain.to_owned()
}

/// What companies write behind their names.
const COMPANY: &[&str] = &[
    " inc",
    " inc.",
    " corp",
    " corp.",
    " corporation",
    " co",
    " co.",
    " ltd",
    " ltd.",
    " llc",
    " plc",
];

/// Whether the acronym is made of the first letters of the words, small ones left out or not.
pub(super) fn stands_for(acronym: &str, words: &str) -> bool {
    let wanted: Vec<char> = acronym.chars().filter(|c| c.is_alphabetic()).collect();
    let parts = || words.split([' ', '-']).filter(|word| !word.is_empty());
    let first = |word: &str| word.chars().next().unwrap_or(' ');
    let all = parts().map(|word| first(word).to_ascii_uppercase());
    let large = parts().map(first).filter(|c| c.is_uppercase());
    all.eq(wanted.iter().copied()) || large.eq(wanted.iter().copied())
}
