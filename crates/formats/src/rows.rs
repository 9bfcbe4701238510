//! JSON Lines: one article a line, with schema.org's names, or with the plain ones of collections:
//! `title`, `text`, `outlet`, `date`, `topic`, `speaker`.
//!
//! Each row is a document; its offsets are those of the row's line. The headline is the first line of
//! its text. A plain row's text is a report that has been cut out of its page: all of it is read.

use std::collections::{BTreeMap, HashMap};

use parallax_engine::{
    article::{Document, Role},
    span::Span,
    workers::{self, Workers},
};
use serde_json::value::RawValue;

use crate::{Format, FormatError, json, json_ld, property, sheet::Sheet};

/// The names that the text of an article goes by.
const TEXTS: [&str; 4] = ["articleBody", "text", "body", "content"];

/// The plain names of what schema.org names otherwise.
const PLAIN: [(&str, &str); 2] = [("outlet", "publisher"), ("date", "datePublished")];

/// What a row may give of its article, one value or several, that schema.org has no name for.
const GIVEN: [&str; 4] = ["topic", "topics", "speaker", "speakers"];

/// The documents of the rows.
pub(crate) fn read(
    stem: &str,
    text: &str,
    workers: &dyn Workers,
) -> Result<Vec<Document>, FormatError> {
    let mut rows: Vec<(u32, &str)> = Vec::new();
    for (number, piece) in (1..).zip(text.split_inclusive('\n')) {
        let row = piece.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        if !row.is_empty() {
            rows.push((number, row));
        }
    }
    let found = workers::each(workers, &rows, |_, (number, row)| {
        article(stem, row, *number, Span::of_slice(text, row).start as usize)
    });
    let mut documents = Vec::with_capacity(rows.len());
    let mut lines: HashMap<String, u32> = HashMap::with_capacity(rows.len());
    for ((number, _), document) in rows.into_iter().zip(found) {
        let document = document?;
        if let Some(first) = lines.insert(document.id.to_lowercase(), number) {
            return Err(FormatError::Twice { line: number, first, id: document.id });
        }
        documents.push(document);
    }
    Ok(documents)
}

fn article(stem: &str, row: &str, line: u32, at: usize) -> Result<Document, FormatError> {
    let broken = |message: String| FormatError::Row { line, message };
    let mut members: BTreeMap<String, &RawValue> =
        serde_json::from_str(row).map_err(|error| broken(format!("is no article ({error})")))?;
    for (plain, name) in PLAIN {
        if let Some(value) = members.get(plain).filter(|value| value.get().starts_with('"')) {
            let value = *value;
            members.entry(name.to_owned()).or_insert(value);
        }
    }
    let body = TEXTS
        .iter()
        .filter_map(|name| members.get(*name))
        .map(|value| value.get())
        .find(|value| value.starts_with('"'));
    let headline = members.remove("headline");
    let title = members.get("title").filter(|_| headline.is_none());
    if body.is_none() && headline.is_none() && title.is_none() {
        return Err(broken("has neither `articleBody` nor `headline`".to_owned()));
    }
    let mut sheet = Sheet::default();
    json_ld::properties(&mut sheet, "row", &members, &[], (row, at));
    for name in GIVEN {
        if let Some(value) = members.get(name) {
            given(&mut sheet, name, value.get(), (row, at));
        }
    }
    sheet.gap();
    let mut write = |value: &str, role: Role| {
        let start = at + Span::of_slice(row, value).start as usize;
        json::write(&mut sheet, value, start, None, |sheet| {
            sheet.end_line(role);
        });
        sheet.end_line(role);
        sheet.gap();
    };
    if let Some(words) = headline.or(title.copied()).map(RawValue::get) {
        write(words, Role::Heading(1));
    }
    if let Some(body) = body {
        write(body, if title.is_some() { Role::Given } else { Role::Text });
    }
    Ok(sheet.document(&name(stem, &members, line), Format::JsonLines))
}

/// Writes the values that the row gives, a line each; that it gives none is a line too.
fn given(sheet: &mut Sheet, name: &str, raw: &str, (row, at): (&str, usize)) {
    let place = |raw: &str| at + Span::of_slice(row, raw).start as usize;
    let empty = json::array(raw).is_some_and(|list| list.is_empty()) || raw == "\"\"";
    if empty && name.starts_with("speaker") {
        let start = place(raw);
        property::of_words(sheet, "row", name, raw, Span::new(start, start + raw.len()));
    }
    for value in json_ld::each(raw).into_iter().filter(|value| json_ld::is_plain(value)) {
        property::of_json(sheet, "row", name, value, place(value));
    }
}

/// What the row is called: its `id`, the end of its address, or the file's name with the line.
fn name(stem: &str, members: &BTreeMap<String, &RawValue>, line: u32) -> String {
    let words = |key: &str| {
        let raw = members.get(key)?.get();
        json::string(raw).or_else(|| raw.parse::<u64>().ok().map(|number| number.to_string()))
    };
    let own = ["id", "identifier", "doc_id"].iter().find_map(|key| words(key));
    let page = || {
        let url = words("url")?;
        let path = url.split(['?', '#']).next()?.trim_end_matches('/');
        let (_, last) = path.split_once("://")?.1.rsplit_once('/')?;
        Some(last.split('.').next().unwrap_or(last).to_owned())
    };
    let plain = |name: String| {
        let fits = |c: char| if c.is_alphanumeric() || "-_.".contains(c) { c } else { '-' };
        let name: String = name.chars().map(fits).take(120).collect();
        Some(name.trim_matches(['-', '.']).to_owned()).filter(|name| !name.is_empty())
    };
    own.and_then(plain)
        .or_else(|| page().and_then(plain))
        .unwrap_or_else(|| format!("{stem}-{line}"))
}
