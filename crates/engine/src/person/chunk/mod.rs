//! Chunks: the names, titles, pronouns and groups that a sentence speaks of.
//!
//! Cuts tokens into noun chunks by shape and word class; does not know who a chunk is.

mod extent;
mod parts;

use extent::{complement, head};
use parts::{Parts, kind};

use super::{
    lexicon::{Class, words::words},
    token::{Kind, Token},
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
    /// A number that stands for the last name: even, and the same for the same word; 0 for none.
    pub(crate) last_name: u64,
    /// Whether it is a possessive ("Smith's"), so that it names but does not act.
    pub(crate) possessive: bool,
}

/// Adds the chunks of `tokens`, in order; none overlaps the next.
pub(crate) fn chunks(source: &str, tokens: &[Token], found: &mut Vec<Chunk>) {
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if !may_begin(tokens, at, token) {
            at += 1;
            continue;
        }
        match chunk(source, tokens, at) {
            Some(chunk) => {
                at = chunk.end;
                found.push(chunk);
            }
            None => at += 1,
        }
    }
}

/// Whether a chunk may begin with the token: most of a text's words are told by their classes.
fn may_begin(tokens: &[Token], at: usize, token: &Token) -> bool {
    const BEGINS: Class = Class::PRONOUN.and(Class::DETERMINER).and(Class::ROLE).and(Class::GROUP);
    const NEVER: Class = Class::FUNCTION
        .and(Class::PREPOSITION)
        .and(Class::AUXILIARY)
        .and(Class::REPORT)
        .and(Class::ADVERB);
    match token.kind {
        Kind::Capital => token.names() || token.is(BEGINS),
        Kind::Small if token.is(BEGINS) => true,
        Kind::Small if token.is(NEVER) => false,
        // "Political analyst".
        Kind::Small => {
            let near = tokens.get(at + 1..tokens.len().min(at + 3)).unwrap_or_default();
            near.iter().any(|token| token.is(Class::ROLE.and(Class::GROUP)))
        }
        _ => false,
    }
}

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
            last_name: 0,
            possessive: false,
        });
    }
    let determined = first.is_word() && first.is(Class::DETERMINER);
    let from = if determined { start + 1 } else { start };
    let head = head(tokens, from, determined);
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
        last_name: name.map_or(0, |name| parts::last_name(name.of(source))),
        possessive: head.possessive,
    })
}

/// "Others", "some", "many": a determiner that stands by itself.
fn bare_determiner(source: &str, tokens: &[Token], start: usize) -> Option<Chunk> {
    let token = tokens.get(start)?;
    let alone = words!("some many others several most another one");
    alone.has(token.word).then(|| {
        let end = complement(source, tokens, start + 1);
        Chunk {
            start,
            end,
            span: token.span.cover(tokens[end - 1].span),
            kind: MentionKind::Indefinite,
            name: None,
            role: None,
            last_name: 0,
            possessive: false,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::person::token::tokens;

    /// Each chunk as `words/kind/name`.
    #[track_caller]
    fn check(words: &str, expected: &[(&str, MentionKind, &str)]) {
        let tokens = tokens(words, Span::new(0, words.len()));
        let mut found = Vec::new();
        chunks(words, &tokens, &mut found);
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
        check("The report said", &[("The report", Indefinite, "")]);
        check("The mayor claims that", &[("The mayor", Title, "")]);
        check(
            "dispute which Moscow's envoy to the military alliance had said",
            &[("Moscow's envoy to the military alliance", Title, "")],
        );
    }
}
