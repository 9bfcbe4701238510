//! Tokens: the words, numbers and marks of a text, each with its classes.
//!
//! Abbreviations and initials keep their full stop; a possessive is part of its word. Does not
//! know sentences.

use super::lexicon::{
    Class, Entry, Lemma, look_up, look_up_key, takes,
    words::{Word, Words},
};
use crate::{
    span::Span,
    text::{sentence::is_abbreviation, table},
};

/// A word, a number or a mark.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    /// Where it stands in the document.
    pub(crate) span: Span,
    /// Its word classes.
    pub(crate) class: Class,
    /// The dictionary form, if it is a reporting verb.
    pub(crate) lemma: Lemma,
    /// The word or mark itself, if rules ask for it by name; whatever its case.
    pub(crate) word: Word,
    /// What it is.
    pub(crate) kind: Kind,
    /// Whether it is a possessive.
    pub(crate) possessive: bool,
    /// Whether it is a word of several letters, all of them capitals.
    pub(crate) shouted: bool,
    /// Whether a verb is shortened in it: "don't", "we're", "they'll".
    pub(crate) contracted: bool,
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
    /// A mark of no kind.
    const MARK: Self = Self {
        span: Span { start: 0, end: 0 },
        class: Class::NONE,
        lemma: Lemma::NONE,
        word: Word::NONE,
        kind: Kind::Other,
        possessive: false,
        shouted: false,
        contracted: false,
    };

    /// Whether it is a form of a reporting verb that is a noun's too: "claims", "state".
    pub(crate) fn is_noun_form(&self) -> bool {
        self.is(Class::NOUN_FORM) || (self.possessive && self.lemma.is_noun())
    }

    /// Whether it is one of the words, in small letters.
    pub(crate) fn is_small(&self, words: &Words) -> bool {
        self.kind == Kind::Small && words.has(self.word)
    }

    /// Whether it is one of the words, in small letters or with a capital.
    pub(crate) fn is_written(&self, words: &Words) -> bool {
        !self.shouted && words.has(self.word)
    }

    /// Whether it is the particle of that verb, as "out" of "point".
    pub(crate) fn belongs_to(&self, verb: Lemma) -> bool {
        self.kind == Kind::Small && takes(verb, self.word)
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

/// The tokens of the words at `span`.
pub(crate) fn tokens(source: &str, span: Span) -> Vec<Token> {
    let mut found = Vec::with_capacity(span.len() / 4);
    tokens_into(source, span, &mut found);
    found
}

/// Cuts the words at `span` into tokens. One pass; words of ASCII letters, most of any text, eight
/// bytes at a time.
pub(crate) fn tokens_into(source: &str, span: Span, found: &mut Vec<Token>) {
    let end = (span.end as usize).min(source.len());
    // Nothing behind the span is looked at.
    let text = source.get(..end).unwrap_or_default();
    let mut at = span.start as usize;
    while let Some(&byte) = text.as_bytes().get(at) {
        let kind = match SORTS[usize::from(byte)] {
            Sort::Blank => {
                at += 1;
                continue;
            }
            Sort::Token(kind) | Sort::Joint(kind) => kind,
            Sort::Wide => match wide(char_at(text, at)) {
                Some(kind) => kind,
                None => {
                    at += char_at(text, at).len_utf8();
                    continue;
                }
            },
        };
        let word_begins = matches!(kind, Kind::Small | Kind::Capital);
        let plain = if word_begins { plain_word(source, end, at) } else { None };
        if let Some((end, key)) = plain {
            let Entry { class, lemma, word } = look_up_key(key);
            let span = Span { start: at as u32, end: end as u32 };
            found.push(Token { span, class, lemma, word, kind, ..Token::MARK });
            // Behind most words stands one space.
            at = end + usize::from(source.as_bytes().get(end) == Some(&b' '));
            continue;
        }
        let token = if word_begins { word(source, text, at, kind) } else { mark(text, at, kind) };
        at = token.span.end as usize;
        found.push(token);
    }
}

/// Where the word ends that begins at `start`, and its key; none if it does not begin with a letter
/// of ASCII, or has more than sixteen letters and digits, or something behind could be a part of it,
/// or it is shouted.
#[inline(always)]
fn plain_word(source: &str, limit: usize, start: usize) -> Option<(usize, u64)> {
    let first = eight(source, start)?;
    let mut length = plain_length(first);
    let key = if length < 8 {
        table::key_of_one(first, length)
    } else {
        let second = eight(source, start + 8)?;
        let more = plain_length(second);
        length = 8 + more;
        match more {
            0 => table::key_of_one(first, 8),
            1..8 => table::key_of_two(first, second, more),
            _ => return None,
        }
    };
    let end = start + length;
    let ended = match source.as_bytes().get(end) {
        _ if end >= limit => end == limit,
        Some(b' ') => true,
        Some(b'.') => length > LONGEST_ABBREVIATION,
        Some(byte) => !matches!(SORTS[usize::from(*byte)], Sort::Joint(_) | Sort::Wide),
        None => false,
    };
    // Both of the first two letters are capitals.
    let shouted = length > 1 && first & 0x2020 == 0;
    (ended && !shouted).then_some((end, key))
}

/// Eight bytes of the text, the first one lowest.
#[inline(always)]
fn eight(source: &str, at: usize) -> Option<u64> {
    source.as_bytes().get(at..)?.first_chunk().map(|bytes| u64::from_le_bytes(*bytes))
}

/// How many of the bytes are letters and digits of ASCII, from the first on. All eight are looked at
/// at once.
#[inline(always)]
fn plain_length(bytes: u64) -> usize {
    const EVERY: u64 = u64::MAX / 255;
    const HIGH: u64 = EVERY * 0x80;
    // The high bit of each byte says whether it is between the two; those beyond ASCII are cut off.
    let between = |bytes: u64, first: u8, last: u8| {
        let bytes = bytes & !HIGH;
        (bytes + EVERY * u64::from(0x80 - first)) & !(bytes + EVERY * u64::from(0x7f - last))
    };
    let letters = between(bytes | (EVERY * 0x20), b'a', b'z');
    let plain = (letters | between(bytes, b'0', b'9')) & !bytes & HIGH;
    (!plain & HIGH).trailing_zeros() as usize / 8
}

/// What a byte that begins a character is.
#[derive(Clone, Copy)]
enum Sort {
    /// White space.
    Blank,
    /// The first of a token.
    Token(Kind),
    /// The same, where it may also stand inside a word.
    Joint(Kind),
    /// Not of ASCII.
    Wide,
}

/// What each byte is.
const SORTS: [Sort; 256] = {
    let mut sorts = [Sort::Wide; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        sorts[byte as usize] = match byte {
            b' ' | b'\t' | b'\n' | 0x0c | b'\r' | 0x0b => Sort::Blank,
            b'a'..=b'z' => Sort::Token(Kind::Small),
            b'A'..=b'Z' => Sort::Token(Kind::Capital),
            b'0'..=b'9' => Sort::Token(Kind::Number),
            b'.' => Sort::Joint(Kind::Stop),
            b'!' | b'?' => Sort::Token(Kind::Stop),
            b',' => Sort::Token(Kind::Comma),
            b':' => Sort::Token(Kind::Colon),
            b'-' => Sort::Joint(Kind::Dash),
            b'\'' | b'&' => Sort::Joint(Kind::Other),
            _ => Sort::Token(Kind::Other),
        };
        byte += 1;
    }
    sorts
};

/// The character that begins at the byte `at`.
fn char_at(words: &str, at: usize) -> char {
    words.get(at..).and_then(|rest| rest.chars().next()).unwrap_or('\0')
}

/// What a token is that begins with a character beyond ASCII; none for white space.
fn wide(first: char) -> Option<Kind> {
    Some(match first {
        '…' => Kind::Stop,
        '–' | '—' | '―' => Kind::Dash,
        '“' | '”' | '‘' | '’' => Kind::Other,
        c if c.is_uppercase() && c.is_alphabetic() => Kind::Capital,
        c if c.is_alphabetic() => Kind::Small,
        c if c.is_whitespace() => return None,
        _ => Kind::Other,
    })
}

/// The mark or number that begins at `start`.
fn mark(text: &str, start: usize, kind: Kind) -> Token {
    let first = char_at(text, start);
    let end = match kind {
        Kind::Number => number_end(text, start),
        _ => start + first.len_utf8(),
    };
    let word = match first {
        ',' => const { Word::of(",") },
        '(' => const { Word::of("(") },
        ')' => const { Word::of(")") },
        ';' => const { Word::of(";") },
        '%' => const { Word::of("%") },
        '$' => const { Word::of("$") },
        '£' => const { Word::of("£") },
        '€' => const { Word::of("€") },
        '.' => const { Word::of(".") },
        _ => Word::default(),
    };
    Token { span: Span::new(start, end), word, kind, ..Token::MARK }
}

/// The word that begins at `start`.
fn word(source: &str, text: &str, start: usize, kind: Kind) -> Token {
    let (end, plain) = word_end(text, start);
    let span = Span::new(start, end);
    let mut token = if plain {
        let Entry { class, lemma, word } = look_up(span.of(source));
        Token { span, class, lemma, word, kind, ..Token::MARK }
    } else {
        joined(text.get(start..end).unwrap_or_default(), span, kind)
    };
    // "US" and "WHO" in capitals are names.
    let next = text.as_bytes().get(start + 1);
    if kind == Kind::Capital && !next.is_some_and(u8::is_ascii_lowercase) {
        token.shouted = is_shouted(bare(span.of(text)));
    }
    if token.shouted {
        const SMALL: Class =
            Class::FUNCTION.and(Class::PRONOUN).and(Class::PREPOSITION).and(Class::DETERMINER);
        token.class = token.class.without(SMALL);
    }
    token
}

/// A word that has more than letters and digits of ASCII.
fn joined(words: &str, span: Span, kind: Kind) -> Token {
    let core = bare(words);
    let possessive = core.len() < words.len();
    let Entry { mut class, lemma, word } = look_up(core);
    if class == Class::default() {
        class = class_of_part(core);
    }
    let word = if possessive { Word::default() } else { word };
    let contracted = !possessive && is_contracted(words);
    Token { span, class, lemma, word, kind, possessive, contracted, ..Token::MARK }
}

/// "Don't", "we're", "they'll".
fn is_contracted(word: &str) -> bool {
    ["n't", "n’t", "'re", "’re", "'ll", "’ll", "'ve", "’ve", "'d", "’d"]
        .iter()
        .any(|end| word.ends_with(end))
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
        && !word.as_bytes()[1].is_ascii_lowercase()
        && word.chars().all(|c| c.is_uppercase() || c == '.')
}

/// Where the word ends that begins at `start`, and whether it has letters and digits of ASCII only.
fn word_end(text: &str, start: usize) -> (usize, bool) {
    let bytes = text.as_bytes();
    let (mut at, mut plain) = (start, true);
    loop {
        while bytes.get(at).is_some_and(|byte| PLAIN[usize::from(*byte)]) {
            at += 1;
        }
        let c = match bytes.get(at).map(|byte| (*byte, SORTS[usize::from(*byte)])) {
            Some((byte, Sort::Joint(_))) => char::from(byte),
            Some((_, Sort::Wide)) => char_at(text, at),
            _ => break,
        };
        if !(c.is_alphanumeric() || joins(text, start, at, c)) {
            break;
        }
        plain = false;
        at += c.len_utf8();
    }
    let short = !plain || at - start <= LONGEST_ABBREVIATION;
    if bytes.get(at) == Some(&b'.')
        && short
        && is_abbreviation(part(text, start, at), part(text, at + 1, text.len()))
    {
        (at + 1, false)
    } else {
        (at, plain)
    }
}

/// The longest abbreviation of letters alone: "messrs".
const LONGEST_ABBREVIATION: usize = 6;

/// The words from `start` to `end`.
fn part(words: &str, start: usize, end: usize) -> &str {
    words.get(start..end).unwrap_or_default()
}

/// Whether each byte is a letter or a digit of ASCII.
const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        plain[byte as usize] = byte.is_ascii_alphanumeric();
        byte += 1;
    }
    plain
};

/// Whether the mark `c` at the byte `at` is inside the word that begins at `start`.
fn joins(words: &str, start: usize, at: usize, c: char) -> bool {
    let next = || words.get(at + c.len_utf8()..).and_then(|rest| rest.chars().next());
    match c {
        '-' | '‑' | '\'' | '’' | '&' => next().is_some_and(char::is_alphanumeric),
        '.' => {
            at - start <= 3
                && single(part(words, start, at))
                && next().is_some_and(char::is_alphabetic)
        }
        _ => false,
    }
}

/// Whether the letters are single ones with full stops between them: "U", "U.S".
fn single(word: &str) -> bool {
    word.split('.').all(|part| part.chars().count() == 1)
}

fn number_end(words: &str, start: usize) -> usize {
    let rest = part(words, start, words.len());
    let digit = |c: char| c.is_alphanumeric() || matches!(c, ',' | '.' | '-' | ':');
    let run = rest.split(|c| !digit(c)).next().unwrap_or_default();
    start + run.trim_end_matches([',', '.', '-', ':']).len().max(1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_plain_word_is_what_a_word_is(text in "[a-zA-Z][a-zA-Z0-9é’'.&-]{0,20}[ ,.;a-zé’]{0,9}") {
            let kind = if text.starts_with(char::is_uppercase) { Kind::Capital } else { Kind::Small };
            for limit in (1..=text.len()).filter(|&limit| text.is_char_boundary(limit)) {
                let slow = word(&text, &text[..limit], 0, kind);
                if let Some((end, key)) = plain_word(&text, limit, 0) {
                    let Entry { class, lemma, word } = look_up_key(key);
                    prop_assert_eq!((end, class, lemma, word), (slow.span.len(), slow.class, slow.lemma, slow.word));
                    prop_assert!(!slow.possessive && !slow.shouted && !slow.contracted);
                }
            }
        }
    }

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
