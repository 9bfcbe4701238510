//! Character references ("&rsquo;") in a stretch of HTML text, each with its place.
//!
//! The tokenizer decodes each one by itself; what was decoded once is kept.

use std::collections::HashMap;

use html5gum::{Token, Tokenizer};
use parallax_engine::span::Span;

use crate::sheet::Sheet;

/// The longest name of a character reference, with its `&` and `;`.
const LONGEST: usize = 40;

/// The character references decoded so far.
#[derive(Debug, Default)]
pub(crate) struct Entities {
    known: HashMap<String, String>,
}

impl Entities {
    /// Writes the text `raw`, which stands at `at` in the file.
    pub(crate) fn write(&mut self, sheet: &mut Sheet, raw: &str, at: usize) {
        let mut from = 0;
        while let Some(rest) = raw.get(from..).filter(|rest| !rest.is_empty()) {
            let length = match rest.strip_prefix('&') {
                Some(name) => 1 + reference(name),
                None => rest.find('&').unwrap_or(rest.len()),
            };
            let piece = rest.get(..length).unwrap_or(rest);
            let place = Span::new(at + from, at + from + piece.len());
            if piece.starts_with('&') && piece.len() > 1 {
                sheet.words(self.decoded(piece), place);
            } else {
                sheet.words(piece, place);
            }
            from += piece.len();
        }
    }

    fn decoded(&mut self, piece: &str) -> &str {
        self.known.entry(piece.to_owned()).or_insert_with(|| {
            let mut words = String::new();
            for token in Tokenizer::new(piece) {
                let Ok(token) = token;
                if let Token::String(string) = token {
                    words.push_str(&String::from_utf8_lossy(&string.value));
                }
            }
            words
        })
    }
}

/// The length of the reference's name, which follows the `&`; 0 if there is none.
fn reference(rest: &str) -> usize {
    let name = rest
        .bytes()
        .take(LONGEST)
        .take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#')
        .count();
    name + usize::from(name > 0 && rest.as_bytes().get(name) == Some(&b';'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decodes_what_browsers_decode() {
        let mut entities = Entities::default();
        for (raw, words) in [
            ("a &amp; b", "a & b"),
            ("&ldquo;x&rdquo;&#8217;&#x2014;", "“x”’—"),
            ("AT&T & co &bogus; &", "AT&T & co &bogus; &"),
            ("&ampfoo", "&foo"),
        ] {
            let mut sheet = Sheet::default();
            entities.write(&mut sheet, raw, 0);
            assert_eq!(sheet.line(), words);
        }
    }
}
