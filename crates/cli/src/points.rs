//! Offsets and small values as JSON.
//!
//! A place is given in Unicode code points (`start`, `end`) and in bytes (`bstart`, `bend`).

use parallax_engine::span::Span;
use serde_json::{Map, Value, json};

/// Turns byte offsets of one text into code points; each look-up is quick.
pub(crate) struct Points<'a> {
    text: &'a str,
    /// The code points before every 64th byte.
    steps: Vec<usize>,
}

const STEP: usize = 64;

impl<'a> Points<'a> {
    /// For `text`.
    pub(crate) fn of(text: &'a str) -> Self {
        let mut points = 0;
        let mut steps = Vec::with_capacity(text.len() / STEP + 1);
        for (at, byte) in text.bytes().enumerate() {
            if at % STEP == 0 {
                steps.push(points);
            }
            points += usize::from(begins(byte));
        }
        Self { text, steps }
    }

    /// The code points before the byte `at`.
    pub(crate) fn at(&self, at: usize) -> usize {
        let at = at.min(self.text.len());
        let step = at / STEP;
        let (from, points) = self.steps.get(step).map_or((0, 0), |points| (step * STEP, *points));
        let bytes = self.text.as_bytes().get(from..at).unwrap_or_default();
        points + bytes.iter().filter(|&&byte| begins(byte)).count()
    }

    /// The place of `span`: code points and bytes.
    pub(crate) fn place(&self, span: Span) -> Map<String, Value> {
        let mut place = Map::new();
        let range = span.range();
        place.insert("start".to_owned(), json!(self.at(range.start)));
        place.insert("end".to_owned(), json!(self.at(range.end)));
        place.insert("bstart".to_owned(), json!(range.start));
        place.insert("bend".to_owned(), json!(range.end));
        place
    }

    /// The place of `span`, with its words.
    pub(crate) fn quoted(&self, span: Span) -> Value {
        let mut place = self.place(span);
        place.insert("text".to_owned(), json!(span.of(self.text)));
        Value::Object(place)
    }
}

/// Whether a byte begins a code point.
fn begins(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_code_points() {
        let text = "“a” ".repeat(100);
        let points = Points::of(&text);
        for (count, (at, _)) in text.char_indices().enumerate() {
            assert_eq!(points.at(at), count);
        }
        assert_eq!(points.at(text.len()), 400);
    }
}
