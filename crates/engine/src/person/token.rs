//! Tokens: the words, numbers and marks of a text, each with its classes.
//!
//! Abbreviations and initials keep their full stop; a possessive is part of its word. Does not
//! know sentences.

use super::lexicon::{Class, look_up};
use crate::{span::Span, text::sentence::is_abbreviation};

/// A word, a number or a mark.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    /// Where it stands in the document.
    pub(crate) span: Span,
    /// What it is.
    pub(crate) kind: Kind,
    /// Its word classes.
    pub(crate) class: Class,
    /// The dictionary form, if it is a reporting verb.
    pub(crate) lemma: &'static str,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A word with a small first letter.
    Small,
    /// A word with a capital first letter.
    Capital,
    /// A number.
    Number,
    /// A full stop, question mark, exclamation mark or ellipsis.
    Stop,
    /// A comma.
    Comma,
    /// A colon.
    Colon,
    /// A dash.
    Dash,
    /// Any other mark.
    Other,
}

impl Token {
    /// Whether it is a word.
    pub(crate) fn is_word(&self) -> bool {
        matches!(self.kind, Kind::Small | Kind::Capital)
    }

    /// Whether it is in any of the classes.
    pub(crate) fn is(&self, class: Class) -> bool {
        self.class.is(class)
    }

    /// Whether it is a word that could be part of a name.
    pub(crate) fn names(&self) -> bool {
        self.kind == Kind::Capital
            && !self.is(Class::FUNCTION.and(Class::WEEKDAY))
            && (!self.is(Class::PREPOSITION.and(Class::ADVERB)) || self.is(Class::GIVEN))
    }
}

/// The words of `word` without a possessive ending.
pub(crate) fn bare(word: &str) -> &str {
    let word = ["'s", "’s"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    word.trim_end_matches(['\'', '’'])
}

/// Whether `word` is a possessive.
pub(crate) fn is_possessive(word: &str) -> bool {
    bare(word).len() < word.len()
}

/// Cuts the words at `span` into tokens. One pass: ASCII letters, most of any text, byte by byte.
pub(crate) fn tokens(source: &str, span: Span) -> Vec<Token> {
    let words = span.of(source);
    let base = span.start as usize;
    let mut found = Vec::with_capacity(words.len() / 5);
    let mut at = 0;
    while let Some(&byte) = words.as_bytes().get(at) {
        if byte.is_ascii_whitespace() {
            at += 1;
            continue;
        }
        let first = if byte.is_ascii() { char::from(byte) } else { char_at(words, at) };
        let end = if first.is_alphabetic() {
            word_end(words, at)
        } else if first.is_ascii_digit() {
            number_end(words, at)
        } else {
            at + first.len_utf8()
        };
        if !first.is_whitespace() {
            found.push(token(&words[at..end], first, Span::new(base + at, base + end)));
        }
        at = end;
    }
    found
}

/// The character that begins at the byte `at`.
fn char_at(words: &str, at: usize) -> char {
    words.get(at..).and_then(|rest| rest.chars().next()).unwrap_or('\0')
}

fn token(word: &str, first: char, span: Span) -> Token {
    let kind = match first {
        c if c.is_alphabetic() => {
            if c.is_uppercase() {
                Kind::Capital
            } else {
                Kind::Small
            }
        }
        c if c.is_ascii_digit() => Kind::Number,
        '.' | '!' | '?' | '…' => Kind::Stop,
        ',' => Kind::Comma,
        ':' => Kind::Colon,
        '–' | '—' | '-' | '―' => Kind::Dash,
        _ => Kind::Other,
    };
    if !matches!(kind, Kind::Small | Kind::Capital) {
        return Token { span, kind, class: Class::default(), lemma: "" };
    }
    let word = bare(word);
    let mut entry = look_up(word);
    // "Co-anchor", "ex-wife".
    if entry.class == Class::default()
        && let Some((_, last)) = word.rsplit_once('-')
    {
        entry.class = look_up(last)
            .class
            .only(Class::ROLE.and(Class::GROUP).and(Class::FEMALE).and(Class::MALE));
    }
    // "I've", "They'll".
    if entry.class == Class::default()
        && let Some((first, _)) = word.split_once(['\'', '’'])
    {
        entry.class = look_up(first).class.only(Class::FUNCTION);
    }
    // "US" and "WHO" in capitals are names.
    let shouted = kind == Kind::Capital
        && word.len() > 1
        && word.chars().all(|c| c.is_uppercase() || c == '.');
    let small = Class::FUNCTION.and(Class::PRONOUN).and(Class::PREPOSITION).and(Class::DETERMINER);
    let class = if shouted { entry.class.without(small) } else { entry.class };
    Token { span, kind, class, lemma: entry.lemma }
}

/// Where the word ends that begins at `start`.
fn word_end(words: &str, start: usize) -> usize {
    let bytes = words.as_bytes();
    let mut at = start;
    while let Some(byte) = bytes.get(at) {
        if byte.is_ascii_alphanumeric() {
            at += 1;
            continue;
        }
        if byte.is_ascii() && !b"-'&.".contains(byte) {
            break;
        }
        let c = char_at(words, at);
        if !(c.is_alphanumeric() || joins(words, start, at, c)) {
            break;
        }
        at += c.len_utf8();
    }
    let word = &words[start..at];
    let rest = &words[at..];
    if rest.starts_with('.') && is_abbreviation(word, &rest[1..]) { at + 1 } else { at }
}

/// Whether the mark `c` at the byte `at` is inside the word that begins at `start`.
fn joins(words: &str, start: usize, at: usize, c: char) -> bool {
    let next = || words.get(at + c.len_utf8()..).and_then(|rest| rest.chars().next());
    match c {
        '-' | '‑' | '\'' | '’' | '&' => next().is_some_and(char::is_alphanumeric),
        '.' => {
            at - start <= 3 && single(&words[start..at]) && next().is_some_and(char::is_alphabetic)
        }
        _ => false,
    }
}

/// Whether the letters are single ones with full stops between them: "U", "U.S".
fn single(word: &str) -> bool {
    word.split('.').all(|part| part.chars().count() == 1)
}

fn number_end(words: &str, start: usize) -> usize {
    let rest = &words[start..];
    let digit = |c: char| c.is_alphanumeric() || matches!(c, ',' | '.' | '-' | ':');
    let run = rest.split(|c| !digit(c)).next().unwrap_or_default();
    start + run.trim_end_matches([',', '.', '-', ':']).len().max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, expected: &[&str]) {
        let found = tokens(words, Span::new(0, words.len()));
        let seen: Vec<_> = found.iter().map(|token| token.span.of(words)).collect();
        assert_eq!(seen, expected);
    }

    #[test]
    fn keeps_together_what_belongs_together() {
        check("NATO's U.S. envoy, Mr. O’Hara", &["NATO's", "U.S.", "envoy", ",", "Mr.", "O’Hara"]);
        check("George W. Bush left.", &["George", "W.", "Bush", "left", "."]);
        check("“co-operate” at 3.5%", &["“", "co-operate", "”", "at", "3.5", "%"]);
        check("said.“It", &["said", ".", "“", "It"]);
        check("leaders' 'reset'", &["leaders", "'", "'", "reset", "'"]);
    }
}
