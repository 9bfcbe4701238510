//! Reports without a verb: "According to Smith, …", and a headline's "Smith: …".

use super::{CuePosition, MentionKind, Report, Sentence, subject::Subject};
use crate::{
    person::{chunk::Chunk, lexicon::Class, token::Kind},
    quote::scene::Verb,
};

impl Sentence<'_> {
    /// "According to Smith, it rains.", "It rains, according to Smith."
    pub(super) fn according_to(&self, at: usize) -> Option<Report> {
        let scene = self.scene;
        if !scene.word(at).eq_ignore_ascii_case("according") || scene.word(at + 1) != "to" {
            return None;
        }
        let chunk = self.source(at + 2)?;
        let verb = Verb { group: at, at, end: at + 2, lemma: "according to".to_owned() };
        let subject = Subject { chunk, beside: true, relative: None };
        let rule = "according to";
        if at == self.range.start || scene.word(at) == "According" {
            let comma = (chunk.end..self.range.end.min(chunk.end + 30))
                .find(|&at| scene.kind(at) == Some(Kind::Comma))?;
            let end = self.content_end(comma + 1);
            let part = comma + 1..end;
            let opens = scene.outer_over(comma + 1).is_none() && end > comma + 3;
            return opens.then(|| Report {
                parts: vec![part],
                subject,
                verb,
                position: CuePosition::Before,
                rule,
            });
        }
        let comma = at - 1;
        let end = if scene.kind(comma) == Some(Kind::Comma) { comma } else { at };
        let (parts, position, rule) = self.around(end, chunk.end, &verb, rule)?;
        Some(Report { parts, subject, verb, position, rule })
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
        let verb = Verb { group: colon, at: colon, end: colon + 1, lemma: String::new() };
        opens.then(|| Report {
            parts: vec![colon + 1..end],
            subject: Subject { chunk, beside: true, relative: None },
            verb,
            position: CuePosition::Before,
            rule: "name and colon",
        })
    }
}
