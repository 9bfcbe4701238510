//! Tokens: the words, numbers and marks of a text, each with its classes.
//!
//! Abbreviations and initials keep their full stop; a possessive is part of its word. Does not
//! know sentences.

use super::lexicon::{Class, Lemma, look_up};
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
    pub(crate) lemma: Lemma,
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

/// Reporting verbs whose plain forms are nouns too.
const NOUNS: &[&str] = &[
    "accuse", "answer", "call", "caution", "charge", "claim", "comment", "cry", "estimate",
    "label", "note", "offer", "pledge", "post", "praise", "promise", "protest", "question",
    "quote", "read", "remark", "reply", "report", "request", "show", "state", "tweet", "vow",
];

impl Token {
    /// Whether it is a form of a reporting verb that is a noun's too: "claims", "state".
    pub(crate) fn is_noun_form(&self, source: &str) -> bool {
        let (word, lemma) = (self.span.of(source), self.lemma.word());
        (word == lemma || (word.ends_with('s') && word != "says")) && NOUNS.contains(&lemma)
    }

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

/// The words of `word` without a possessive ending. Most words are told by their last byte.
pub(crate) fn bare(word: &str) -> &str {
    match word.as_bytes() {
        // The last byte of "’" is 0x99.
        [.., b'\'' | 0x99, b's'] | [.., b'\'' | 0x99] => without_possessive(word),
        _ => word,
    }
}

#[inline(never)]
fn without_possessive(word: &str) -> &str {
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
    let bytes = words.as_bytes();
    let base = span.start as usize;
    let mut found = Vec::with_capacity(words.len() / 4);
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if byte.is_ascii_whitespace() {
            at += 1;
            continue;
        }
        let first = if byte.is_ascii() { char::from(byte) } else { char_at(words, at) };
        let kind = kind(first);
        let end = match kind {
            Kind::Small | Kind::Capital => word_end(words, at),
            Kind::Number => number_end(words, at),
            _ => at + first.len_utf8(),
        };
        if !first.is_whitespace() {
            let span = Span::new(base + at, base + end);
            found.push(match kind {
                Kind::Small | Kind::Capital => word(&words[at..end], kind, span),
                _ => Token { span, kind, class: Class::default(), lemma: Lemma::default() },
            });
        }
        at = end;
    }
    found
}

/// The character that begins at the byte `at`.
fn char_at(words: &str, at: usize) -> char {
    words.get(at..).and_then(|rest| rest.chars().next()).unwrap_or('\0')
}

fn kind(first: char) -> Kind {
    match first {
        'a'..='z' => Kind::Small,
        'A'..='Z' => Kind::Capital,
        '0'..='9' => Kind::Number,
        '.' | '!' | '?' | '…' => Kind::Stop,
        ',' => Kind::Comma,
        ':' => Kind::Colon,
        '–' | '—' | '-' | '―' => Kind::Dash,
        c if c.is_uppercase() && c.is_alphabetic() => Kind::Capital,
        c if c.is_alphabetic() => Kind::Small,
        _ => Kind::Other,
    }
}

fn word(word: &str, kind: Kind, span: Span) -> Token {
    let word = bare(word);
    let mut entry = look_up(word);
    if entry.class == Class::default() {
        entry.class = class_of_part(word);
    }
    // "US" and "WHO" in capitals are names.
    if kind == Kind::Capital && is_shouted(word) {
        const SMALL: Class =
            Class::FUNCTION.and(Class::PRONOUN).and(Class::PREPOSITION).and(Class::DETERMINER);
        entry.class = entry.class.without(SMALL);
    }
    Token { span, kind, class: entry.class, lemma: entry.lemma }
}

/// What a part of a word that no list knows says of the whole: "co-anchor", "ex-wife"; "I've",
/// "They'll".
fn class_of_part(word: &str) -> Class {
    let mut class = Class::default();
    let bytes = word.as_bytes();
    if let Some(at) = bytes.iter().rposition(|byte| *byte == b'-') {
        const PEOPLE: Class = Class::ROLE.and(Class::GROUP).and(Class::FEMALE).and(Class::MALE);
        class = look_up(word.get(at + 1..).unwrap_or_default()).class.only(PEOPLE);
    }
    // The first byte of "’" is 0xe2.
    if class == Class::default()
        && bytes.iter().any(|byte| matches!(byte, b'\'' | 0xe2))
        && let Some((first, _)) = word.split_once(['\'', '’'])
    {
        class = look_up(first).class.only(Class::FUNCTION);
    }
    class
}

fn is_shouted(word: &str) -> bool {
    word.len() > 1
        && !word.bytes().any(|byte| byte.is_ascii_lowercase())
        && word.chars().all(|c| c.is_uppercase() || c == '.')
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
        if byte.is_ascii() && !matches!(byte, b'-' | b'\'' | b'&' | b'.') {
            break;
        }
        let c = char_at(words, at);
        if !(c.is_alphanumeric() || joins(words, start, at, c)) {
            break;
        }
        at += c.len_utf8();
    }
    let ends = bytes.get(at) == Some(&b'.') && is_abbreviation(&words[start..at], &words[at + 1..]);
    if ends { at + 1 } else { at }
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
