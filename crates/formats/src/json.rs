//! Values of JSON with their place in the file.
//!
//! `serde_json` reads; its raw values are slices of the file, so their offsets are known.

use std::collections::BTreeMap;

use parallax_engine::span::Span;
use serde_json::value::RawValue;

use crate::{html::entity::Entities, sheet::Sheet};

/// The members of an object; none if `raw` is something else.
pub(crate) fn object(raw: &str) -> Option<BTreeMap<String, &RawValue>> {
    if !raw.trim_start().starts_with('{') {
        return None;
    }
    serde_json::from_str(raw).ok()
}

/// The elements of an array; none if `raw` is something else.
pub(crate) fn array(raw: &str) -> Option<Vec<&RawValue>> {
    if !raw.trim_start().starts_with('[') {
        return None;
    }
    serde_json::from_str(raw).ok()
}

/// The words of a string; none if `raw` is something else.
pub(crate) fn string(raw: &str) -> Option<String> {
    if !raw.trim_start().starts_with('"') {
        return None;
    }
    serde_json::from_str(raw).ok()
}

/// Writes the string or number `raw`, which stands at `at` in the file. With `entities`, character
/// references of HTML in it are read too. `line_end` is called at every line break.
pub(crate) fn write(
    sheet: &mut Sheet,
    raw: &str,
    at: usize,
    entities: Option<&mut Entities>,
    mut line_end: impl FnMut(&mut Sheet),
) {
    let inner = raw.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    let at = at + usize::from(inner.is_some());
    let words = inner.unwrap_or(raw);
    let mut entities = entities;
    let mut from = 0;
    while let Some(rest) = words.get(from..).filter(|rest| !rest.is_empty()) {
        let (length, decoded) = match rest.strip_prefix('\\') {
            Some(_) => escape(rest),
            None => (rest.find('\\').unwrap_or(rest.len()), None),
        };
        let piece = rest.get(..length).unwrap_or(rest);
        let place = Span::new(at + from, at + from + piece.len());
        match decoded {
            Some('\n') => line_end(sheet),
            Some(c) => sheet.words(c.encode_utf8(&mut [0; 4]), place),
            None => match entities.as_deref_mut() {
                Some(entities) => entities.write(sheet, piece, at + from),
                None => sheet.words(piece, place),
            },
        }
        from += piece.len();
    }
}

/// The length of the escape that `rest` begins with, and what it stands for.
fn escape(rest: &str) -> (usize, Option<char>) {
    let unit = |at: usize| {
        let digits = rest.get(at..at + 4)?;
        u32::from_str_radix(digits, 16).ok()
    };
    let c = match rest.as_bytes().get(1) {
        Some(b'n' | b'r') => '\n',
        Some(b't' | b'b' | b'f') => ' ',
        Some(b'u') => {
            let high = unit(2).unwrap_or(0xfffd);
            let low = rest.get(6..8).filter(|lead| *lead == "\\u").and_then(|_| unit(8));
            return match low {
                Some(low) if (0xd800..0xdc00).contains(&high) && low & 0xfc00 == 0xdc00 => {
                    let code = 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
                    (12, char::from_u32(code))
                }
                _ => (6, Some(char::from_u32(high).unwrap_or('\u{fffd}'))),
            };
        }
        // The escape of any other letter is the letter itself.
        _ => {
            let c = rest.chars().nth(1);
            return (1 + c.map_or(0, char::len_utf8), Some(c.unwrap_or('\\')));
        }
    };
    (2, Some(c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Format;
    use parallax_engine::article::Role;

    #[test]
    fn writes_what_escapes_stand_for_and_where_they_stand() {
        let raw = r#""a \u201cb\u201d\n\ud83d\ude00 \"c\" &amp;""#;
        let mut sheet = Sheet::default();
        write(&mut sheet, raw, 0, Some(&mut Entities::default()), |sheet| {
            sheet.end_line(Role::Text);
        });
        let document = sheet.document("d", Format::JsonLines);
        assert_eq!(document.text, "a “b”\n😀 \"c\" &\n");
        let origin = document.origin.unwrap();
        assert_eq!(origin.place(Span::new(2, 5)).unwrap().of(raw), "\\u201c");
        assert_eq!(origin.place(Span::new(2, 6)).unwrap().of(raw), "\\u201cb");
    }

    #[test]
    fn values_are_slices() {
        let raw = r#"{"a": ["x", {"b": 1}]}"#;
        let members = object(raw).unwrap();
        let list = array(members["a"].get()).unwrap();
        assert_eq!(Span::of_slice(raw, list[0].get()).of(raw), "\"x\"");
        assert!(object(&"{\"a\":".repeat(100_000)).is_none());
    }
}
