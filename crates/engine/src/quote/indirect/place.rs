//! Reports without a verb: "According to Smith, …", and a headline's "Smith: …".

use super::{
    Content, CuePosition, How, Report, Sentence, cases::Case, cue::Verb, extent::Ends,
    subject::Subject, verdict::Held,
};
use crate::person::{
    chunk::Chunk,
    lexicon::{Class, words::words},
    token::Kind,
};

/// How surely a heading's name speaks what stands behind its colon.
const HEADING: f32 = 0.97;

impl Sentence<'_> {
    /// "According to Smith, it rains.", "It rains, according to Smith."
    pub(super) fn according_to(&self, at: usize) -> Option<Case> {
        let scene = self.scene;
        if !scene.any(at, words!("according")) || !scene.small(at + 1, words!("to")) {
            return None;
        }
        let chunk = self.source(at + 2)?;
        let verb = Verb::words(at..at + 2, "according to");
        let subject = Subject { chunk, beside: true, relative: None, rank: 0 };
        let mut reports = Vec::new();
        if at == self.range.start
            || (scene.kind(at) == Some(Kind::Capital) && scene.written(at, words!("according")))
        {
            let comma = (chunk.end..self.range.end.min(chunk.end + 30))
                .find(|&at| scene.kind(at) == Some(Kind::Comma))?;
            let first = comma + 1;
            if !scene.quoted(first) {
                let ends = Ends::of(self, first, &subject);
                let cuts = ends.found().iter().filter(|cut| cut.at > first + 2);
                reports.extend(cuts.map(|cut| Report {
                    content: Content {
                        first: first..cut.at,
                        rest: 0..0,
                        position: CuePosition::Before,
                        how: How::According,
                        why: cut.why,
                    },
                    subject: subject.clone(),
                }));
            }
        } else {
            let comma = at.checked_sub(1).filter(|&at| scene.kind(at) == Some(Kind::Comma));
            let end = comma.unwrap_or(at);
            self.around(end, chunk.end, verb.frames, &subject, How::According, &mut reports);
        }
        reports.retain(|report| self.is_unmarked(&report.content));
        Some(Case { verb, number: 0, reports })
    }

    /// The words that name a source, from `at` on.
    fn source(&self, at: usize) -> Option<Chunk> {
        let scene = self.scene;
        if scene.quoted(at) {
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
        (end > at).then(|| self.plain(at..end))?
    }

    /// A headline's "Smith: No need to worry".
    pub(super) fn heading(&self) -> Option<Held> {
        let scene = self.scene;
        let chunk = *scene.chunk_from(self.range.start)?;
        let colon = chunk.end;
        let named = chunk.name.is_some() && !chunk.possessive;
        if scene.kind(colon) != Some(Kind::Colon) || !named {
            return None;
        }
        let end = self.content_end(colon + 1);
        let opens = !scene.quoted(colon + 1) && end > colon + 2;
        let verb = Verb::words(colon..colon + 1, "");
        let subject = Subject { chunk, beside: true, relative: None, rank: 0 };
        let content = Content {
            first: colon + 1..end,
            rest: 0..0,
            position: CuePosition::Before,
            how: How::Colon,
            why: 0,
        };
        opens.then_some(Held { verb, report: Report { content, subject }, chance: HEADING })
    }
}
