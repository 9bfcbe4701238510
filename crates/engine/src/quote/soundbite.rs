//! Soundbites: who speaks, in which language, in a broadcaster's list of shots.
//!
//! "(SOUNDBITE) (English) MINISTER ANN SMITH SAYING: …" — shouted, so the rules for running text
//! do not hold. Does not know who the name is.

use super::{Confidence, Cue, CuePosition, MentionKind, Stance};
use crate::{
    person::{
        chunk::Chunk,
        lexicon::Class,
        token::{Token, tokens},
    },
    span::Span,
};

/// What introduces a soundbite.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Introduction {
    /// The words that name the speaker.
    pub(crate) mention: Option<Chunk>,
    /// The verb.
    pub(crate) cue: Option<Cue>,
    /// The language in brackets.
    pub(crate) language: Option<String>,
    /// How far to trust it.
    pub(crate) confidence: Confidence,
}

/// Reads what stands between `from` and the quotation that begins at `quote`.
pub(crate) fn introduction(source: &str, from: usize, quote: usize) -> Introduction {
    let words = source.get(from..quote).unwrap_or_default();
    let shown = words.rfind('(').zip(words.rfind(')')).filter(|(open, close)| open < close);
    let language = shown.and_then(|(open, close)| words.get(open + 1..close)).map(str::trim);
    let start = shown.map_or(0, |(_, close)| close + 1);
    let tokens = tokens(source, Span::new(from + start, quote));
    let verb =
        tokens.iter().position(|token| token.is(Class::REPORT) && token.is(Class::PARTICIPLE));
    let cue = verb.and_then(|at| tokens.get(at)).map(|token| Cue {
        span: token.span,
        verb: token.lemma.word().to_owned(),
        stance: Stance::of(token.lemma.word()),
        position: CuePosition::Before,
    });
    let mention = verb.and_then(|at| speaker(tokens.get(..at).unwrap_or_default()));
    Introduction {
        language: language.filter(|name| is_language(name)).map(str::to_owned),
        confidence: if mention.is_some() { Confidence::Sure } else { Confidence::Check },
        mention,
        cue,
    }
}

/// The speaker before the verb: what follows the title is the name.
fn speaker(tokens: &[Token]) -> Option<Chunk> {
    let cover = |tokens: &[Token]| Some(tokens.first()?.span.cover(tokens.last()?.span));
    let words: Vec<Token> = tokens.iter().filter(|token| token.is_word()).copied().collect();
    let span = cover(&words)?;
    let behind = words.iter().rposition(|token| token.is(Class::ROLE)).map_or(0, |at| at + 1);
    let (role, name) = words.split_at(behind.min(words.len()));
    let kind = match (role.is_empty(), name.is_empty()) {
        (false, false) => MentionKind::TitledName,
        (true, false) => MentionKind::Name,
        _ => MentionKind::Role,
    };
    Some(Chunk {
        start: 0,
        end: 0,
        span,
        kind,
        name: cover(name),
        role: cover(role),
        last_name: 0,
        possessive: false,
    })
}

fn is_language(name: &str) -> bool {
    !name.is_empty()
        && name.starts_with(char::is_uppercase)
        && name.chars().skip(1).all(|c| c.is_lowercase() || c == ' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, mention: &str, name: &str, verb: &str, language: Option<&str>) {
        let found = introduction(words, 0, words.len());
        let of = |span: Option<Span>| span.map_or("", |span| span.of(words));
        assert_eq!(of(found.mention.map(|chunk| chunk.span)), mention);
        assert_eq!(of(found.mention.and_then(|chunk| chunk.name)), name);
        assert_eq!(found.cue.map(|cue| cue.verb).unwrap_or_default(), verb);
        assert_eq!(found.language.as_deref(), language);
    }

    #[test]
    fn reads_speaker_verb_and_language() {
        check(
            "MAN (SOUNDBITE) (Russian ) FOREIGN MINISTER SERGEI LAVROV SAYING: ",
            "FOREIGN MINISTER SERGEI LAVROV",
            "SERGEI LAVROV",
            "say",
            Some("Russian"),
        );
        check(
            "(SOUNDBITE) (English) JOURNALIST ASKING LAVROV: ",
            "JOURNALIST",
            "",
            "ask",
            Some("English"),
        );
        check("LEADERS SHAKING HANDS", "", "", "", None);
    }
}
