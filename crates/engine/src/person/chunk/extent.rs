//! How far a chunk reaches: its own words, and what "of" and "for" add to a role.

use crate::person::{
    lexicon::{Class, words::words},
    token::{Kind, Token},
};

/// The most words that a chunk may have: real ones are shorter, and the work stays linear.
const LONGEST: usize = 14;

/// Where the words of a chunk end, before what "of" and "for" add.
pub(super) struct Head {
    pub(super) end: usize,
    pub(super) capitals: bool,
    pub(super) possessive: bool,
}

/// The words of the chunk that begins at `from`, behind an article if it is `determined`.
pub(super) fn head(tokens: &[Token], from: usize, determined: bool) -> Head {
    let mut head = Head { end: from, capitals: false, possessive: false };
    let mut at = from;
    while let Some(token) = tokens.get(at).filter(|_| at - from < LONGEST) {
        let next = tokens.get(at + 1);
        let fits = if token.names() {
            head.capitals = true;
            true
        } else if token.kind == Kind::Small {
            small_fits(tokens, at, from, determined, head.possessive)
        } else {
            token.kind == Kind::Number && determined && next.is_some_and(Token::is_word)
        };
        if !fits {
            break;
        }
        at += 1;
        head.end = at;
        head.possessive = token.possessive;
        // A name in the genitive is a chunk of its own, unless a role or a noun belongs to it.
        if head.possessive && !next.is_some_and(owned) {
            break;
        }
    }
    head
}

/// Whether the word may be what a genitive owns.
fn owned(next: &Token) -> bool {
    next.is_word()
        && !next.is(Class::FUNCTION.and(Class::PREPOSITION).and(Class::REPORT))
        && (next.is(Class::ROLE.and(Class::GROUP)) || next.kind == Kind::Small || next.names())
}

/// Whether a word with a small letter goes on with the chunk.
fn small_fits(tokens: &[Token], at: usize, from: usize, determined: bool, genitive: bool) -> bool {
    let Some(token) = tokens.get(at) else { return false };
    if token.is(Class::FUNCTION.and(Class::PREPOSITION).and(Class::AUXILIARY).and(Class::PRONOUN)) {
        return false;
    }
    if token.is(Class::PARTICLE) && at > from {
        // "van der Leyen": up to three of them before the capital.
        let behind = tokens.get(at + 1..(at + 4).min(tokens.len())).unwrap_or_default();
        let capital = behind.iter().find(|token| !token.is(Class::PARTICLE));
        if capital.is_some_and(Token::names) {
            return true;
        }
    }
    if token.is(Class::ROLE.and(Class::GROUP)) {
        return true;
    }
    if token.is(Class::REPORT) && determined && is_told_thing(tokens, at, from) {
        return true;
    }
    if token.is(Class::REPORT) || token.is(Class::ADVERB) {
        return false;
    }
    let after_group = at
        .checked_sub(1)
        .and_then(|at| tokens.get(at))
        .is_some_and(|before| before.is(Class::GROUP) && at > from);
    if after_group {
        return false;
    }
    if determined || genitive {
        return at - from < 7 && !(token.is(Class::WEAK_REPORT) && at > from);
    }
    // Without an article, small words belong to a chunk only on the way to a role: "political
    // analyst Ann Smith".
    let near = tokens.get(at + 1..(at + 3).min(tokens.len())).unwrap_or_default();
    near.iter()
        .take_while(|token| token.is_word() && !token.is(Class::FUNCTION))
        .any(|token| token.kind == Kind::Small && token.is(Class::ROLE.and(Class::GROUP)))
}

/// Whether a reporting verb's form is a noun here, behind its article: "the report said", "a new claim is".
fn is_told_thing(tokens: &[Token], at: usize, from: usize) -> bool {
    let verb = Class::REPORT.and(Class::WEAK_REPORT).and(Class::AUXILIARY);
    let acts = || tokens.get(at + 1).is_some_and(|next| next.is(verb));
    let people = Class::ROLE.and(Class::GROUP);
    let described =
        || tokens.get(from..at).is_some_and(|before| !before.iter().any(|it| it.is(people)));
    tokens.get(at).is_some_and(Token::is_noun_form) && (at == from || (acts() && described()))
}

/// What follows a role and belongs to it: "for the ministry", "on both sides".
pub(super) fn complement(source: &str, tokens: &[Token], from: usize) -> usize {
    let Some(token) = tokens.get(from) else { return from };
    if !token.is_small(words!("of for at on in to from with familiar")) {
        return from;
    }
    let mut at = from + 1;
    while let Some(token) = tokens.get(at).filter(|_| at - from < 10) {
        let inside = token.is_word()
            && !token
                .is(Class::AUXILIARY.and(Class::PRONOUN).and(Class::REPORT).and(Class::WEEKDAY))
            && (!token.is(Class::FUNCTION) || token.is(Class::DETERMINER.and(Class::PREPOSITION)));
        if !inside {
            break;
        }
        at += 1;
        // "on both sides seemed": a plural ends what a small word could go on with.
        let ended = tokens.get(at - 1).is_some_and(|token| token.kind == Kind::Small)
            && tokens.get(at - 1).is_some_and(|token| {
                let word = token.span.of(source);
                word.ends_with('s') && !word.ends_with("ss") && !token.is(Class::FUNCTION)
            });
        if ended {
            break;
        }
    }
    while at > from
        && tokens.get(at - 1).is_some_and(|token| token.is(Class::FUNCTION.and(Class::PREPOSITION)))
    {
        at -= 1;
    }
    at.max(from)
}
