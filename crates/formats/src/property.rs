//! A property that a file states of its article, outside the text: a line of its own.
//!
//! Written as "JSON-LD headline: words". What the names mean, the engine knows.

use parallax_engine::{article::Role, span::Span};

use crate::{html::entity::Entities, json, sheet::Sheet};

/// Writes the line of a property whose value is the JSON string or number `raw`, at `at`.
pub(crate) fn of_json(sheet: &mut Sheet, place: &str, name: &str, raw: &str, at: usize) {
    begin(sheet, place, name);
    json::write(sheet, raw, at, Some(&mut Entities::default()), |sheet| sheet.add(" "));
    sheet.end_line(Role::Statement);
}

/// Writes the line of a property whose value is `words`; `file` is where they stand.
pub(crate) fn of_words(sheet: &mut Sheet, place: &str, name: &str, words: &str, file: Span) {
    begin(sheet, place, name);
    sheet.words(words, file);
    sheet.end_line(Role::Statement);
}

fn begin(sheet: &mut Sheet, place: &str, name: &str) {
    sheet.add(place);
    sheet.add(" ");
    // A name is one word, so that the line can be read back.
    let name: String =
        name.chars().filter(|c| !c.is_whitespace() && *c != '\u{feff}').take(60).collect();
    sheet.add(&name);
    sheet.add(": ");
}
