//! Reports without a verb: "According to Smith, …", and a headline's "Smith: …".

use super::{Content, CuePosition, MentionKind, Report, Sentence, cue::Verb, subject::Subject};
use crate::person::{chunk::Chunk, lexicon::Class, token::Kind};

impl Sentence<'_> {
    /// "According to Smith, it rains.", "It rains, according to Smith."
    pub(super) fn according_to(&self, at: usize) -> Option<Report> {
        let scene = self.scene;
        if !scene.word(at).eq_ignore_ascii_case("according") || scene.word(at + 1) != "to" {
            return None;
        }
        let chunk = self.source(at + 2)?;
        let verb = Verb::words(at..at + 2, "according to");
        let subject = Subject { chunk, beside: true, relative: None };
        let rule = "according to";
        if at == self.range.start || scene.word(at) == "According" {
            let comma = (chunk.end..self.range.end.min(chunk.end + 30))
                .find(|&at| scene.kind(at) == Some(Kind::Comma))?;
            let end = self.content_end(comma + 1);
            let part = comma + 1..end;
            let opens = scene.outer_over(comma + 1).is_none() && end > comma + 3;
            let content = Content::of(part, CuePosition::Before, rule);
            return opens.then_some(Report { content, subject, verb });
        }
        let comma = at - 1;
        let end = if scene.kind(comma) == Some(Kind::Comma) { comma } else { at };
        let content = self.around(end, chunk.end, &verb, rule)?;
        Some(Report { content, subject, verb })
    }

    /// The words that name a source, from `at` on.
    fn source(&self, at: usize) -> Option<Chunk> {
        let scene = self.scene;
        if scene.outer_over(at).is_some() {
            return None;
        }
        if let Some(chunk) = scene.chunk_from(at) {
            return Some(*chunk);
        }
        let limit = self.range.end.min(at + 6);
        let end = (at..limit).find(|&at| {
            !scene.tokens.get(at).is_some_and(crate::person::token::Token::is_word)
                || scene.is(at, Class::PREPOSITION)
        });
        let end = end.unwrap_or(limit);
        (end > at).then(|| {
            Some(Chunk {
                start: at,
                end,
                span: super::words(scene, at..end)?,
                kind: MentionKind::Indefinite,
                name: None,
                role: None,
                possessive: false,
            })
        })?
    }

    /// A headline's "Smith: No need to worry".
    pub(super) fn heading(&self) -> Option<Report> {
        let scene = self.scene;
        let chunk = *scene.chunk_from(self.range.start)?;
        let colon = chunk.end;
        let named = chunk.name.is_some() && !chunk.possessive;
        if scene.kind(colon) != Some(Kind::Colon) || !named {
            return None;
        }
        let end = self.content_end(colon + 1);
        let opens = scene.outer_over(colon + 1).is_none() && end > colon + 2;
        let verb = Verb::words(colon..colon + 1, "");
        let subject = Subject { chunk, beside: true, relative: None };
        let content = Content::of(colon + 1..end, CuePosition::Before, "name and colon");
        opens.then_some(Report { content, subject, verb })
    }
}
