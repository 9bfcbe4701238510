//! Contents before or around their cue: "It rains, Smith said.", "It, he said, rains."
//!
//! The content begins with its sentence, behind a dateline.

use std::ops::Range;

use super::{
    Content, CuePosition, How, LONGEST, MentionKind, Report, Sentence, frames::Frames,
    subject::Subject,
};
use crate::person::{
    chunk::Chunk,
    lexicon::{Class, words::words},
    token::Kind,
};

impl Sentence<'_> {
    /// Whether the chunk behind a verb is who speaks, and not the subject of what is said.
    pub(super) fn may_speak(&self, chunk: &Chunk) -> bool {
        let somebody =
            chunk.name.is_some() || chunk.role.is_some() || chunk.kind == MentionKind::Collective;
        let acts = self.is_verbal(chunk.end) && !self.scene.is(chunk.end, Class::ADVERB);
        somebody && !chunk.possessive && !acts
    }

    /// The content before `comma`, and with what goes on with it behind the words that report and
    /// end at `behind`.
    pub(super) fn around(
        &self,
        comma: usize,
        behind: usize,
        frames: Frames,
        subject: &Subject,
        how: How,
        reports: &mut Vec<Report>,
    ) {
        let Some(start) = self.content_start(comma) else { return };
        let first = start..comma;
        let Some(end) = self.aside(behind, frames).filter(|_| first.len() <= LONGEST) else {
            return;
        };
        let mut put = |first: Range<usize>, rest: Range<usize>, why| {
            let position = if rest.is_empty() { CuePosition::After } else { CuePosition::Between };
            let content = Content { first, rest, position, how, why };
            reports.push(Report { content, subject: subject.clone() });
        };
        let whole = !self.is_subordinate(first.clone()) && self.is_clause(first.clone());
        if whole {
            put(first.clone(), 0..0, 0);
        }
        if let Some(clause) = self.last_clause(start..comma) {
            put(clause..comma, 0..0, 1);
        }
        if self.scene.kind(end) == Some(Kind::Comma) && end + 3 < self.range.end {
            // "The bridge, he said, would close": the verb stands behind.
            let rest = self.content_end(end + 1);
            if rest > end + 2 {
                if whole || self.scene.is(end + 1, Class::AUXILIARY) {
                    put(first, end + 1..rest, 2);
                }
                put(end + 1..rest, 0..0, 3);
            }
        }
    }

    /// Where the last clause of several begins: "He left, and the bridge is closed".
    fn last_clause(&self, range: Range<usize>) -> Option<usize> {
        let scene = self.scene;
        let mut from = range.start + 2..range.end.saturating_sub(3);
        let joint = from.rfind(|&at| {
            scene.kind(at) == Some(Kind::Comma)
                && scene.any(at + 1, words!("and but so"))
                && !scene.quoted(at)
                || scene.any(at, words!(";"))
        })?;
        let word = scene.any(joint + 1, words!("and but so"));
        Some(joint + 1 + usize::from(word))
    }

    /// Where a content before `comma` begins: behind a dateline.
    fn content_start(&self, comma: usize) -> Option<usize> {
        let scene = self.scene;
        let limit = comma.min(self.range.start + 12);
        let dateline = (self.range.start..limit).find(|&at| {
            scene.kind(at) == Some(Kind::Dash)
                && at.checked_sub(1).is_some_and(|at| scene.any(at, words!(")")))
        });
        let start = dateline.map_or(self.range.start, |at| at + 1);
        (start + 1 < comma).then_some(start)
    }

    /// Behind the adverbials and the one who is told that follow a verb; none where a content
    /// begins there.
    pub(super) fn aside(&self, from: usize, frames: Frames) -> Option<usize> {
        let scene = self.scene;
        let ends = |at: usize| at >= self.range.end || scene.kind(at) == Some(Kind::Stop);
        let adverbial = Class::PREPOSITION.and(Class::WEEKDAY).and(Class::ADVERB).and(Class::MONTH);
        let told = frames.is(Frames::PERSON) && !scene.is(from, Class::PRONOUN);
        let open = ends(from)
            || scene.kind(from) == Some(Kind::Comma)
            || scene.is(from, adverbial)
            || scene.any(from, words!("last this earlier when while as here ("));
        if !open && !told {
            return None;
        }
        let limit = self.range.end.min(from + LONGEST);
        (from..limit)
            .find(|&at| ends(at) || scene.kind(at) == Some(Kind::Comma) || self.is_dash(at))
            .or((limit == self.range.end).then_some(limit))
    }
}
