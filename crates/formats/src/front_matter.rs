//! Front matter: what a Markdown file says of itself between `---` or `+++` lines.
//!
//! Of YAML it reads what front matter is made of: `key: value`, lists, and one level of names
//! inside. TOML is read by its own parser.

use parallax_engine::span::Span;

use crate::{FormatError, property, sheet::Sheet};

const PLACE: &str = "front-matter";

/// Writes the statements of the front matter that `source` begins with; says where it ends.
pub(crate) fn write(source: &str, sheet: &mut Sheet) -> Result<usize, FormatError> {
    let start = source.len() - source.trim_start_matches(['\u{feff}', '\n', '\r']).len();
    let rest = source.get(start..).unwrap_or_default();
    for fence in ["---", "+++"] {
        let Some(inner) = rest.strip_prefix(fence).filter(|inner| inner.starts_with(['\n', '\r']))
        else {
            continue;
        };
        let Some((length, whole)) = fenced(inner, fence) else { continue };
        let inner = inner.get(..length).unwrap_or_default();
        if fence == "---" {
            yaml(source, inner, sheet);
        } else {
            toml(source, inner, sheet)?;
        }
        return Ok(start + fence.len() + whole);
    }
    Ok(start)
}

/// How long the text before the closing fence is, and with the fence.
fn fenced(inner: &str, fence: &str) -> Option<(usize, usize)> {
    let mut at = 0;
    for line in inner.split_inclusive('\n') {
        if line.trim_end() == fence || (fence == "---" && line.trim_end() == "...") {
            return Some((at, at + line.len()));
        }
        at += line.len();
    }
    None
}

/// `key: value` lines.
fn yaml(source: &str, inner: &str, sheet: &mut Sheet) {
    let mut key = "";
    for line in inner.lines() {
        let words = line.trim();
        if words.is_empty() || words.starts_with('#') {
            continue;
        }
        let indented = line.starts_with([' ', '\t']) || words.starts_with("- ");
        let item = words.strip_prefix("- ").unwrap_or(words);
        if !indented {
            let Some((name, value)) = words.split_once(':') else { continue };
            key = name.trim().trim_matches(['"', '\'']);
            yaml_value(source, key, value, sheet);
        } else if let Some(name) = item.strip_prefix("name:") {
            yaml_value(source, key, name, sheet);
        } else if words.starts_with("- ") && !item.contains(": ") {
            yaml_value(source, key, item, sheet);
        }
    }
}

/// A value, or each of a list in brackets.
fn yaml_value(source: &str, key: &str, value: &str, sheet: &mut Sheet) {
    let value = value.trim();
    let list = value.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    for item in list.map_or_else(|| vec![value], |list| list.split(',').map(str::trim).collect()) {
        let at = Span::of_slice(source, item).start as usize;
        let closed = |mark| item.len() > 1 && item.starts_with(mark) && item.ends_with(mark);
        if item.is_empty() || matches!(item, "|" | ">" | "|-" | ">-" | "{}") {
            continue;
        }
        if closed('"') {
            property::of_json(sheet, PLACE, key, item, at);
        } else {
            let words = if closed('\'') { &item[1..item.len() - 1] } else { item };
            let words = words.split(" #").next().unwrap_or(words).trim_end();
            property::of_words(sheet, PLACE, key, words, Span::of_slice(source, words));
        }
    }
}

fn toml(source: &str, inner: &str, sheet: &mut Sheet) -> Result<(), FormatError> {
    let base = Span::of_slice(source, inner).start as usize;
    let table = toml::de::DeTable::parse(inner).map_err(|error| {
        let at = base + error.span().map_or(0, |span| span.start);
        let before = source.get(..at).unwrap_or_default();
        let line = u32::try_from(before.matches('\n').count() + 1).unwrap_or(u32::MAX);
        let message = error.message().lines().next().unwrap_or_default().to_owned();
        FormatError::FrontMatter { line, message }
    })?;
    let mut values: Vec<_> = table.get_ref().iter().collect();
    values.sort_by_key(|(_, value)| value.span().start);
    for (key, value) in values {
        toml_value(source, base, key.get_ref(), value, sheet);
    }
    Ok(())
}

fn toml_value(
    source: &str,
    base: usize,
    key: &str,
    value: &toml::Spanned<toml::de::DeValue<'_>>,
    sheet: &mut Sheet,
) {
    let span = value.span();
    let raw = source.get(base + span.start..base + span.end).unwrap_or_default();
    match value.get_ref() {
        toml::de::DeValue::Array(list) => {
            for value in list.iter().filter(|value| !value.get_ref().is_array()) {
                toml_value(source, base, key, value, sheet);
            }
        }
        toml::de::DeValue::Table(table) => {
            if let Some(name) = table.get("name").filter(|name| name.get_ref().is_str()) {
                toml_value(source, base, key, name, sheet);
            }
        }
        toml::de::DeValue::String(_) if raw.starts_with('"') && !raw.starts_with("\"\"\"") => {
            property::of_json(sheet, PLACE, key, raw, base + span.start);
        }
        toml::de::DeValue::String(words) => {
            let place = Span::new(base + span.start, base + span.end);
            property::of_words(sheet, PLACE, key, words, place);
        }
        _ => property::of_words(sheet, PLACE, key, raw, Span::of_slice(source, raw)),
    }
}
