//! The page's words for what the engine finds: plain English, in one place.
//!
//! Pure. It labels texts and passages, never outlets.

mod dates;
mod filters;
mod kinds;
mod reporting;
mod titles;

pub use dates::{day, day_and_time, days, iso_day, period, short_day};
pub use filters::{facet_label, filter_label, value_label};
pub use kinds::{
    block_label, confidence_label, furniture_label, kind_label, kind_meaning, reporting_words,
    thing_label,
};
pub use reporting::{rung_label, rung_meaning, stance_meaning};
pub use titles::{outlet_or_none, outlets_apart, title};

use parallax_engine::query::{Sort, Unit};

/// A number with the right form of its noun: "1 quote", "7 quotes".
#[must_use]
pub fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", grouped(number), if number == 1 { one } else { many })
}

/// A number of results: "7 quotes".
#[must_use]
pub fn results(number: usize, unit: Unit) -> String {
    let one = match unit {
        Unit::Article => "article",
        Unit::Quote => "quote",
        Unit::Utterance => "remark",
    };
    counted(number, one, plural(unit))
}

/// An order of results.
#[must_use]
pub fn order_label(sort: Sort) -> &'static str {
    match sort {
        Sort::Relevance => "Best match",
        Sort::Newest => "Newest first",
        Sort::Oldest => "Oldest first",
        Sort::Outlet => "By outlet",
        Sort::Longest => "Longest first",
        Sort::Shortest => "Shortest first",
    }
}

/// What results are, many of them: "quotes".
#[must_use]
pub fn plural(unit: Unit) -> &'static str {
    match unit {
        Unit::Article => "articles",
        Unit::Quote => "quotes",
        Unit::Utterance => "remarks",
    }
}

/// A number with its thousands set apart: "12,345".
#[must_use]
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// The text, or its first letters and "…" where it has more of them than that.
#[must_use]
pub fn cut(text: &str, letters: usize) -> String {
    match text.char_indices().nth(letters) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// Names as a list in a sentence: "A", "A and B", "A, B and C".
#[must_use]
pub fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_nouns_agree() {
        assert_eq!(counted(1, "quote", "quotes"), "1 quote");
        assert_eq!(counted(0, "quote", "quotes"), "0 quotes");
        assert_eq!(counted(12_345, "article", "articles"), "12,345 articles");
        assert_eq!(grouped(123_456), "123,456");
    }

    #[test]
    fn what_is_long_is_cut_between_letters() {
        assert_eq!(cut("„Łódź“", 3), "„Łó…");
        assert_eq!(cut("Łódź", 4), "Łódź");
    }

    #[test]
    fn names_are_listed_as_in_a_sentence() {
        let names = ["A", "B", "C"].map(str::to_owned);
        assert_eq!(listed(&names), "A, B and C");
        assert_eq!(listed(&names[..2]), "A and B");
        assert_eq!(listed(&[]), "");
    }
}
