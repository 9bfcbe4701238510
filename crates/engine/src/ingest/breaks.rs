//! Lost paragraph breaks: places where a crawl ran one paragraph into the next.
//!
//! Reads one line; knows sentence ends and quotation marks, but not what the paragraphs say.

use super::{line::Line, signs::Signs};
use crate::span::Span;

/// Cuts the line where a sentence ends and the next begins without a space, and gives the pieces.
///
/// Inside a quotation a lost space is a slip of the writer's, not a lost break.
pub(crate) fn restore(source: &str, line: &Line, mut found: impl FnMut(Span)) {
    let span = line.span;
    if !line.signs.has(Signs::RUN_ON) {
        return found(span);
    }
    let words = span.of(source);
    let base = span.start as usize;
    let mut piece = |start: usize, end: usize| {
        let span = Span::new(base + start, base + end).trim(source);
        if !span.is_empty() {
            found(span);
        }
    };
    let (mut start, mut open) = (0, 0_u32);
    let mut before = Before::default();
    let mut at = 0;
    while let Some(&byte) = words.as_bytes().get(at) {
        if before.passes(byte) {
            at += 1;
            continue;
        }
        let rest = words.get(at..).unwrap_or_default();
        let Some(c) = rest.chars().next() else { break };
        if at > start && open == 0 && before.ends_sentence() && begins_sentence(rest) {
            piece(start, at);
            start = at;
        }
        open = open_after(c, open, before.last);
        before.push(c);
        at += c.len_utf8();
    }
    piece(start, words.len());
}

/// How many quotations are open after `c`, when `open` were before it.
fn open_after(c: char, open: u32, last: Option<char>) -> u32 {
    match c {
        '“' | '«' => open + 1,
        '”' | '»' => open.saturating_sub(1),
        '"' if open > 0 && last.is_some_and(|last| !last.is_whitespace()) => open - 1,
        '"' if open == 0 => 1,
        _ => open,
    }
}

/// The last characters read.
#[derive(Default)]
struct Before {
    last: Option<char>,
    /// Lower-case letters at the end of the last word.
    letters: u32,
    /// Whether a full stop after a word of some length, and at most closing marks, came last.
    stopped: bool,
}

impl Before {
    /// Takes in what most of any text is, ASCII letters and spaces inside a sentence; whether it did.
    fn passes(&mut self, byte: u8) -> bool {
        let small = byte.is_ascii_lowercase();
        if self.stopped || !(small || byte == b' ') {
            return false;
        }
        self.letters = if small { self.letters + 1 } else { 0 };
        self.last = Some(char::from(byte));
        true
    }

    fn push(&mut self, c: char) {
        match c {
            '.' | '!' | '?' => {
                let closing = matches!(self.last, Some('"' | '”' | '’' | ')' | '»'));
                self.stopped = self.letters >= 2 || closing;
                self.letters = 0;
            }
            '"' | '”' | '’' | ')' | '»' => self.letters = 0,
            c if c.is_lowercase() || c.is_ascii_digit() => {
                self.letters += 1;
                self.stopped = false;
            }
            _ => {
                self.letters = 0;
                self.stopped = false;
            }
        }
        self.last = Some(c);
    }

    fn ends_sentence(&self) -> bool {
        self.stopped
    }
}

/// Whether `rest` begins with a capital letter that a word or a space follows, or with an opening
/// mark. A web address ("example.Com/") is no sentence.
fn begins_sentence(rest: &str) -> bool {
    let mut chars = rest.chars();
    match chars.next() {
        Some('“' | '«') => true,
        Some('"') => chars.next().is_some_and(char::is_alphanumeric),
        Some(c) if c.is_uppercase() => {
            let word: &str = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
            let after = rest.get(word.len()..).and_then(|rest| rest.chars().next());
            matches!(after, Some(' ' | ',' | '’' | '\'' | '-' | '\u{a0}')) || word.len() > 4
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::line::lines;

    #[track_caller]
    fn check(words: &str, expected: &[&str]) {
        let mut found = Vec::new();
        restore(words, &lines(words)[0], |span| found.push(span));
        let seen: Vec<_> = found.iter().map(|span| span.of(words)).collect();
        assert_eq!(seen, expected, "{words}");
    }

    #[test]
    fn cuts_where_the_space_is_lost() {
        check("with open arms.Leaders met.", &["with open arms.", "Leaders met."]);
        check("as “historic”.“Today is”, he said.", &["as “historic”.", "“Today is”, he said."]);
        check("“We met.”The talks ended.", &["“We met.”", "The talks ended."]);
        check("Klau said.\"We met.\"", &["Klau said.", "\"We met.\""]);
        check("\"We met.\"The talks", &["\"We met.\"", "The talks"]);
    }

    #[test]
    fn leaves_what_belongs_together() {
        for words in [
            "One. Two.",
            "the U.S.Senate",
            "“One.Two”, he said.",
            "at example.Com/x",
            "3.5 Billion",
            "said \"no.\" Then",
        ] {
            check(words, &[words]);
        }
    }
}
