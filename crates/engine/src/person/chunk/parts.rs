//! What is name and what is role in a chunk, and how the chunk names somebody.

use crate::{
    person::{
        lexicon::Class,
        token::{Kind, Token, bare},
    },
    quote::MentionKind,
    span::Span,
};

/// What the words of a chunk are to each other.
pub(super) struct Parts {
    pub(super) name: Option<Span>,
    pub(super) role: Option<Span>,
    pub(super) has_role: bool,
    pub(super) has_group: bool,
    pub(super) title_first: bool,
    pub(super) collective: bool,
}

impl Parts {
    /// Tells name from role in the tokens from `from` to `end`.
    pub(super) fn of(source: &str, tokens: &[Token], from: usize, end: usize) -> Self {
        let words = tokens.get(from..end).unwrap_or_default();
        let office = Class::ROLE.and(Class::HONORIFIC);
        // Most chunks have no office and no group in them, and begin small.
        let all = words.iter().fold(Class::NONE, |all, token| all.and(token.class));
        let is_office = |token: &Token| {
            token.is(office) && !(token.kind == Kind::Capital && token.is(Class::GIVEN))
        };
        let last_office = if all.is(office) { words.iter().rposition(is_office) } else { None };
        let has_group = all.is(Class::GROUP)
            && (words.iter().any(|token| token.is(Class::GROUP) && token.kind == Kind::Small)
                || words.len() == 1);
        let after = last_office.map_or(0, |at| at + 1);
        let behind = words.get(after..).unwrap_or_default();
        let genitive = || behind.iter().rev().skip(1).any(|token| token.possessive);
        let named = behind.first().is_some_and(Token::names)
            && !has_group
            && behind.iter().all(|token| token.names() || token.is(Class::PARTICLE))
            && !genitive();
        let cover = |tokens: &[Token]| match tokens {
            [first, .., last] => Some(first.span.cover(last.span)),
            [only] => Some(only.span),
            [] => None,
        };
        let role_words = words.get(..after).unwrap_or_default();
        let honorific_only = role_words.iter().all(|token| token.is(Class::HONORIFIC));
        let name =
            if named { cover(behind).map(|span| without_genitive(source, span)) } else { None };
        let bodies = Class::ORGANIZATION.and(Class::COUNTRY).and(Class::CITY);
        let collective = named
            && (behind.iter().any(|token| token.is(bodies))
                || matches!(behind, [only] if is_acronym(only.span.of(source))));
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

/// A number that stands for the last name of `name`: even, and the same for the same word; 0 where
/// there is none.
pub(super) fn last_name(name: &str) -> u64 {
    const SUFFIXES: [&[u8]; 5] = [b"Jr", b"Jr.", b"Sr.", b"II", b"III"];
    let mut rest = bare(name).as_bytes();
    loop {
        let parts = |at: &usize| match rest.get(*at) {
            // The second byte of a space that does not break.
            Some(0xa0) => rest.get(at.wrapping_sub(1)) == Some(&0xc2),
            byte => matches!(byte, Some(b' ' | b'\n')),
        };
        let start = (0..rest.len()).rev().find(parts);
        let word = rest.get(start.map_or(0, |at| at + 1)..).unwrap_or_default();
        if word.len() > 1 && !SUFFIXES.contains(&word) {
            return hash(word) << 1;
        }
        let Some(start) = start else { return 0 };
        let wide = usize::from(rest.get(start) == Some(&0xa0));
        rest = rest.get(..start.saturating_sub(wide)).unwrap_or_default();
    }
}

/// FNV-1a of the bytes, those of ASCII in small letters.
fn hash(word: &[u8]) -> u64 {
    word.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0000_01b3)
    })
}

/// Capitals only, as bodies are called for short.
fn is_acronym(word: &str) -> bool {
    let word = bare(word);
    word.len() > 1 && word.chars().all(|c| c.is_uppercase() || c == '.' || c == '&')
}

fn without_genitive(source: &str, span: Span) -> Span {
    let name = bare(span.of(source));
    Span::new(span.start as usize, span.start as usize + name.len())
}

/// How a chunk of these parts names.
pub(super) fn kind(
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
