//! HTML as a browser saves it: what the page says of itself, then its lines.
//!
//! `head` reads what stands outside the text, `walk` the text and its elements, and `region`
//! decides which of it is the report.

mod element;
pub(crate) mod entity;
mod head;
mod region;
mod tree;
mod walk;

use parallax_engine::article::{Document, Role};

use crate::{Format, sheet::Sheet};

/// The page as a document.
pub(crate) fn read(id: &str, source: &str) -> Document {
    let mut sheet = Sheet::default();
    let titles = head::write(source, &mut sheet);
    sheet.gap();
    let first = sheet.marks.len();
    let mut walk = walk::Walk::of(source, sheet);
    let roles = {
        let words = (first..walk.sheet.marks.len()).map(|at| walk.sheet.of(at)).collect();
        let page = region::Page { seen: &walk.seen, elements: &walk.elements, words, titles };
        page.roles()
    };
    for (mark, role) in walk.sheet.marks.iter_mut().skip(first).zip(roles) {
        mark.role = role;
    }
    walk.sheet.document(id, Format::Html)
}

/// Writes the words between the tags of a fragment, which stands at `at`, a line for each.
pub(crate) fn fragment(source: &str, at: usize, sheet: &mut Sheet) {
    let mut entities = entity::Entities::default();
    for token in walk::tokens(source) {
        if let html5gum::Token::String(words) = token
            && let Some(raw) = source.get(words.span.start..words.span.end)
        {
            entities.write(sheet, raw, at + words.span.start);
            sheet.end_line(Role::Text);
        }
    }
}
