//! Runs of capitals: what a name can be cut from.
//!
//! A run is made of words; a token with a hyphen gives several where its parts are names of their
//! own ("NATO-Russia"). Knows tokens; does not know what a name names.

use super::gazetteer::known;
use crate::{
    person::{
        lexicon::{Class, look_up},
        token::{Kind, Token, bare, is_possessive},
    },
    span::Span,
    text::lower,
};

/// A capitalised word of a run.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// Where, without a genitive ending.
    pub(super) span: Span,
    /// The index of its token.
    pub(super) token: usize,
    /// Its classes.
    pub(super) class: Class,
    /// Whether it is part of a token with a hyphen.
    pub(super) part: bool,
    /// Whether a genitive ending follows.
    pub(super) owns: bool,
}

/// The most words that a run may have: real ones are shorter, and the work stays linear.
const LONGEST: usize = 24;

/// The run that begins with the token `at`, and the index of the token behind it.
pub(super) fn run(source: &str, tokens: &[Token], at: usize) -> (Vec<Word>, usize) {
    let mut words = Vec::new();
    let mut next = at;
    while let Some(token) = tokens.get(next).filter(|token| starts(token)) {
        let joined = next == at || joined(source, tokens, next);
        if !joined || words.len() >= LONGEST {
            break;
        }
        let whole = push(source, token, next, &mut words);
        next += 1;
        let owns = words.last().is_some_and(|word| word.owns);
        if !whole || (owns && !owns_on(source, &words)) {
            break;
        }
        if is_ampersand(source, tokens, next) {
            next += 1;
        }
    }
    (words, next.max(at + 1))
}

/// Whether a run may hold the token.
pub(super) fn starts(token: &Token) -> bool {
    token.kind == Kind::Capital
        && !token.is(Class::FUNCTION.and(Class::WEEKDAY).and(Class::PREPOSITION))
}

/// "&" between two capitals.
fn is_ampersand(source: &str, tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.span.of(source) == "&")
        && tokens.get(at + 1).is_some_and(starts)
}

/// Whether only a space stands before the token.
fn joined(source: &str, tokens: &[Token], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| tokens.get(at)).map(|token| token.span.end);
    let between = before.and_then(|end| source.get(end as usize..tokens[at].span.start as usize));
    between.is_some_and(|space| space == " " || space.is_empty())
}

/// Adds the token's words; tells whether the run may go on behind them.
fn push(source: &str, token: &Token, at: usize, words: &mut Vec<Word>) -> bool {
    let text = token.span.of(source);
    let name = bare(text);
    let owns = is_possessive(text);
    let start = token.span.start as usize;
    let span = Span::new(start, start + name.len());
    let parts = if name.contains(['-', '‑']) { parts(name) } else { Vec::new() };
    if parts.is_empty() {
        words.push(Word { span, token: at, class: token.class, part: false, owns });
        return true;
    }
    let last = parts.len() - 1;
    let mut whole = true;
    for (index, part) in parts.into_iter().enumerate() {
        let span = Span::new(start + part.0, start + part.0 + part.1.len());
        whole = part.1.starts_with(char::is_uppercase);
        if whole {
            let class = look_up(part.1).class;
            words.push(Word { span, token: at, class, part: true, owns: owns && index == last });
        }
    }
    whole
}

/// The parts of a word with hyphens, each with its offset, if they are names of their own.
fn parts(name: &str) -> Vec<(usize, &str)> {
    if known(name).is_some() {
        return Vec::new();
    }
    let cut: Vec<(usize, &str)> = name
        .split(['-', '‑'])
        .map(|part| (part.as_ptr() as usize - name.as_ptr() as usize, part))
        .collect();
    let names = |part: &str| known(part).is_some() || is_place(look_up(part).class);
    let mut all = cut.iter();
    let first = all.next().is_some_and(|(_, part)| names(part));
    let rest = all.all(|(_, part)| names(part) || part.starts_with(char::is_lowercase));
    if first && rest { cut } else { Vec::new() }
}

/// Countries, states and cities.
pub(super) fn is_place(class: Class) -> bool {
    class.is(Class::COUNTRY.and(Class::CITY).and(Class::REGION))
}

/// Whether a name goes on behind a genitive: "People's Party", but not "Russia's Foreign Ministry".
fn owns_on(source: &str, words: &[Word]) -> bool {
    let [word] = words else { return false };
    let text = word.span.of(source);
    let plural = ["men", "women", "people", "children"];
    plural.contains(&lower(text).as_str()) && !is_acronym(text)
}

/// Capitals only, as bodies are called for short.
pub(super) fn is_acronym(word: &str) -> bool {
    (2..=8).contains(&word.len())
        && word.chars().all(|c| c.is_uppercase() || matches!(c, '.' | '&' | '-') || c.is_numeric())
        && word.chars().filter(|c| c.is_uppercase()).count() > 1
}

/// Shouted words as they are usually written.
pub(super) fn shout_down(words: &str) -> String {
    let mut begins = true;
    words
        .chars()
        .map(|c| {
            let upper = begins;
            begins = !c.is_alphanumeric();
            if upper { c } else { c.to_lowercase().next().unwrap_or(c) }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::person::token::tokens;

    #[track_caller]
    fn check(words: &str, expected: &[&str]) {
        let tokens = tokens(words, Span::new(0, words.len()));
        let (found, _) = run(words, &tokens, 0);
        let found: Vec<_> = found.iter().map(|word| word.span.of(words)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn runs_end_where_names_end() {
        check("Justice Department officials", &["Justice", "Department"]);
        check("Russia's Foreign Ministry", &["Russia"]);
        check("People's Party", &["People", "Party"]);
        check("NATO-Russia Council", &["NATO", "Russia", "Council"]);
        check("US-backed forces", &["US"]);
        check("Coca-Cola Co. said", &["Coca-Cola", "Co."]);
        check("Jones, Smith", &["Jones"]);
        check("Smith & Wesson", &["Smith", "Wesson"]);
    }
}
