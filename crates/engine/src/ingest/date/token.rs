//! The numbers, words and marks that dates are made of.
//!
//! Does not know what they mean.

use std::ops::Range;

use super::month::month;

/// What a token is.
#[derive(Clone, Debug)]
pub(super) enum Kind {
    Number(u32),
    Letters,
    Sign(char),
}

/// A token and where it stands.
pub(super) type Token = (Kind, Range<usize>);

/// The tokens of `words`.
pub(super) fn tokens(words: &str) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut chars = words.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        let digit = c.is_ascii_digit();
        if !digit && !c.is_alphabetic() {
            if !c.is_whitespace() {
                found.push((Kind::Sign(c), start..start + c.len_utf8()));
            }
            continue;
        }
        let mut end = start + c.len_utf8();
        while let Some(&(at, next)) = chars.peek() {
            let same = if digit { next.is_ascii_digit() } else { next.is_alphabetic() };
            if !same {
                break;
            }
            end = at + next.len_utf8();
            chars.next();
        }
        let kind = if digit {
            words.get(start..end).unwrap_or_default().parse().map_or(Kind::Letters, Kind::Number)
        } else {
            Kind::Letters
        };
        found.push((kind, start..end));
    }
    found
}

/// A reader over the tokens of one date.
pub(super) struct Reader<'a> {
    pub(super) words: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) at: usize,
}

impl Reader<'_> {
    pub(super) fn number(&mut self) -> Option<u32> {
        match self.tokens.get(self.at) {
            Some((Kind::Number(value), _)) => {
                self.at += 1;
                Some(*value)
            }
            _ => None,
        }
    }

    pub(super) fn sign(&mut self, wanted: &[char]) -> Option<char> {
        match self.tokens.get(self.at) {
            Some((Kind::Sign(c), _)) if wanted.contains(c) => {
                self.at += 1;
                Some(*c)
            }
            _ => None,
        }
    }

    pub(super) fn letters(&mut self, fits: impl Fn(&str) -> bool) -> Option<&str> {
        match self.tokens.get(self.at) {
            Some((Kind::Letters, range)) if fits(&self.words[range.clone()]) => {
                self.at += 1;
                Some(&self.words[range.clone()])
            }
            _ => None,
        }
    }

    pub(super) fn month(&mut self) -> Option<i8> {
        let found = self.letters(|word| month(word).is_some()).and_then(month)?;
        self.sign(&['.']);
        Some(found)
    }

    /// Where the last token read ends.
    pub(super) fn end(&self) -> usize {
        let last = self.at.checked_sub(1).and_then(|at| self.tokens.get(at));
        last.map_or(0, |(_, range)| range.end)
    }

    /// Whether the next token follows without a space.
    pub(super) fn is_joined(&self) -> bool {
        self.tokens.get(self.at).is_some_and(|(_, range)| range.start == self.end())
    }
}
