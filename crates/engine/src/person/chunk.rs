//! Chunks: the names, titles, pronouns and groups that a sentence speaks of.
//!
//! Cuts tokens into noun chunks by shape and word class; does not know who a chunk is.

use super::{
    lexicon::Class,
    token::{Kind, Token, is_possessive},
};
use crate::{quote::MentionKind, span::Span};

/// A noun chunk that may name a speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Chunk {
    /// The index of its first token.
    pub(crate) start: usize,
    /// The index behind its last token.
    pub(crate) end: usize,
    /// Its words.
    pub(crate) span: Span,
    /// How it names.
    pub(crate) kind: MentionKind,
    /// The name in it.
    pub(crate) name: Option<Span>,
    /// The title or role in it, without an article.
    pub(crate) role: Option<Span>,
    /// Whether it is a possessive ("Smith's"), so that it names but does not act.
    pub(crate) possessive: bool,
}

/// The chunks of `tokens`, in order; none overlaps the next.
pub(crate) fn chunks(source: &str, tokens: &[Token]) -> Vec<Chunk> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match chunk(source, tokens, at) {
            Some(chunk) => {
                at = chunk.end;
                found.push(chunk);
            }
            None => at += 1,
        }
    }
    found
}

/// The most words that a chunk may have: real ones are shorter, and the work stays linear.
const LONGEST: usize = 14;

fn chunk(source: &str, tokens: &[Token], start: usize) -> Option<Chunk> {
    let first = tokens.get(start)?;
    if first.is(Class::PRONOUN) {
        return Some(Chunk {
            start,
            end: start + 1,
            span: first.span,
            kind: MentionKind::Pronoun,
            name: None,
            role: None,
            possessive: false,
        });
    }
    let determined = first.is_word() && first.is(Class::DETERMINER);
    let from = if determined { start + 1 } else { start };
    let head = head(source, tokens, from, determined);
    if head.end == from {
        return determined.then(|| bare_determiner(source, tokens, start)).flatten();
    }
    let parts = Parts::of(source, tokens, from, head.end);
    let name = parts.name;
    if name.is_none() && !determined && !parts.has_role && !parts.has_group && !head.capitals {
        return None;
    }
    let kind = kind(tokens, start, from, determined, &parts);
    let mut end = head.end;
    if name.is_none() && !head.possessive && (parts.has_role || parts.has_group) {
        end = complement(source, tokens, end);
    }
    Some(Chunk {
        start,
        end,
        span: tokens[start].span.cover(tokens[end - 1].span),
        kind,
        name,
        role: parts.role,
        possessive: head.possessive,
    })
}

/// "Others", "some", "many": a determiner that stands by itself.
fn bare_determiner(source: &str, tokens: &[Token], start: usize) -> Option<Chunk> {
    let token = tokens.get(start)?;
    let word = token.span.of(source).to_lowercase();
    let alone = ["some", "many", "others", "several", "most", "another", "one"];
    alone.contains(&word.as_str()).then(|| {
        let end = complement(source, tokens, start + 1);
        Chunk {
            start,
            end,
            span: token.span.cover(tokens[end - 1].span),
            kind: MentionKind::Indefinite,
            name: None,
            role: None,
            possessive: false,
        }
    })
}

/// Where the words of a chunk end, before what "of" and "for" add.
struct Head {
    end: usize,
    capitals: bool,
    possessive: bool,
}

fn head(source: &str, tokens: &[Token], from: usize, determined: bool) -> Head {
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
        head.possessive = is_possessive(token.span.of(source));
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

/// What the words of a chunk are to each other.
struct Parts {
    name: Option<Span>,
    role: Option<Span>,
    has_role: bool,
    has_group: bool,
    title_first: bool,
    collective: bool,
}

impl Parts {
    fn of(source: &str, tokens: &[Token], from: usize, end: usize) -> Self {
        let words = tokens.get(from..end).unwrap_or_default();
        let office = Class::ROLE.and(Class::HONORIFIC);
        let last_office = words.iter().rposition(|token| {
            token.is(office) && !(token.kind == Kind::Capital && token.is(Class::GIVEN))
        });
        let has_group =
            words.iter().any(|token| token.is(Class::GROUP) && token.kind == Kind::Small)
                || matches!(words, [only] if only.is(Class::GROUP));
        let after = last_office.map_or(0, |at| at + 1);
        let behind = words.get(after..).unwrap_or_default();
        let genitive =
            behind.iter().rev().skip(1).any(|token| is_possessive(token.span.of(source)));
        let named = !behind.is_empty()
            && !has_group
            && !genitive
            && behind.first().is_some_and(Token::names)
            && behind.iter().all(|token| token.names() || token.is(Class::PARTICLE));
        let cover = |tokens: &[Token]| match tokens {
            [first, .., last] => Some(first.span.cover(last.span)),
            [only] => Some(only.span),
            [] => None,
        };
        let role_words = words.get(..after).unwrap_or_default();
        let honorific_only = role_words.iter().all(|token| token.is(Class::HONORIFIC));
        let name =
            if named { cover(behind).map(|span| without_genitive(source, span)) } else { None };
        let collective = named
            && behind
                .iter()
                .any(|token| token.is(Class::ORGANIZATION.and(Class::COUNTRY).and(Class::CITY)))
            || matches!(behind, [only] if is_acronym(only.span.of(source)));
        Self {
            name,
            role: if honorific_only { None } else { cover(role_words) },
            has_role: last_office.is_some(),
            has_group,
            title_first: named && !role_words.is_empty(),
            collective,
        }
    }
}

/// Capitals only, as bodies are called for short.
fn is_acronym(word: &str) -> bool {
    let word = super::token::bare(word);
    word.len() > 1 && word.chars().all(|c| c.is_uppercase() || c == '.' || c == '&')
}

fn without_genitive(source: &str, span: Span) -> Span {
    let name = super::token::bare(span.of(source));
    Span::new(span.start as usize, span.start as usize + name.len())
}

fn kind(
    tokens: &[Token],
    start: usize,
    from: usize,
    determined: bool,
    parts: &Parts,
) -> MentionKind {
    let office = tokens.get(from..).unwrap_or_default().first();
    match parts {
        Parts { name: Some(_), title_first: true, .. } => MentionKind::TitledName,
        Parts { name: Some(_), collective: true, .. } => MentionKind::Collective,
        Parts { name: Some(_), .. } => MentionKind::Name,
        Parts { has_group: true, .. } => MentionKind::Collective,
        Parts { has_role: true, .. } => {
            let one_of_many = determined
                && tokens.get(start).is_some_and(|token| {
                    token.span.len() < 3 || !token.is(Class::PRONOUN) && token.span.len() > 4
                });
            let capital = office.is_some_and(|token| token.kind == Kind::Capital);
            match (determined, one_of_many, capital) {
                (true, true, _) => MentionKind::Indefinite,
                (true, false, _) | (false, _, true) => MentionKind::Title,
                (false, _, false) => MentionKind::Role,
            }
        }
        _ => MentionKind::Indefinite,
    }
}

/// What follows a role and belongs to it: "for the ministry", "on both sides".
fn complement(source: &str, tokens: &[Token], from: usize) -> usize {
    let Some(token) = tokens.get(from) else { return from };
    let links = ["of", "for", "at", "on", "in", "to", "from", "with", "familiar"];
    if !links.contains(&token.span.of(source)) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::person::token::tokens;

    /// Each chunk as `words/kind/name`.
    #[track_caller]
    fn check(words: &str, expected: &[(&str, MentionKind, &str)]) {
        let tokens = tokens(words, Span::new(0, words.len()));
        let found = chunks(words, &tokens);
        let seen: Vec<_> = found
            .iter()
            .map(|chunk| {
                let name = chunk.name.map_or("", |name| name.of(words));
                (chunk.span.of(words), chunk.kind, name)
            })
            .collect();
        assert_eq!(seen, expected, "{words}");
    }

    #[test]
    fn names_with_and_without_titles() {
        use MentionKind::{Name, TitledName};
        check("Rasmussen said", &[("Rasmussen", Name, "Rasmussen")]);
        check(
            "NATO Secretary General Anders Fogh Rasmussen said",
            &[(
                "NATO Secretary General Anders Fogh Rasmussen",
                TitledName,
                "Anders Fogh Rasmussen",
            )],
        );
        check(
            "says political analyst Thomas Klau.",
            &[("political analyst Thomas Klau", TitledName, "Thomas Klau")],
        );
        check(
            "to NATO's Secretary General Rasmussen, who",
            &[
                ("NATO's Secretary General Rasmussen", TitledName, "Rasmussen"),
                ("who", MentionKind::Pronoun, ""),
            ],
        );
        check(
            "US president Barack Obama said",
            &[("US president Barack Obama", TitledName, "Barack Obama")],
        );
        check(
            "said Ursula von der Leyen.",
            &[("Ursula von der Leyen", Name, "Ursula von der Leyen")],
        );
        check("Mr. Smith said", &[("Mr. Smith", TitledName, "Smith")]);
    }

    #[test]
    fn titles_and_groups() {
        use MentionKind::{Collective, Indefinite, Title};
        check("The Russian president said", &[("The Russian president", Title, "")]);
        check("NATO Secretary General said", &[("NATO Secretary General", Title, "")]);
        check("Russian officials say", &[("Russian officials", Collective, "")]);
        check("Leaders on both sides seemed", &[("Leaders on both sides", Collective, "")]);
        check(
            "a spokesman for the ministry said",
            &[("a spokesman for the ministry", Indefinite, "")],
        );
        check(
            "dispute which Moscow's envoy to the military alliance had said",
            &[("Moscow's envoy to the military alliance", Title, "")],
        );
    }
}
