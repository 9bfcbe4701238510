//! Where a content ends: with its sentence, or where the reporter goes on.
//!
//! Looks at most as far as the longest content.

use super::{LONGEST, Sentence, among, subject::Subject};
use crate::person::{lexicon::Class, token::Kind};

/// What makes a report a clause beside another, which goes on behind a comma.
const FENCES: &str = "while as if although though when after since because where which whom";

impl Sentence<'_> {
    /// The end of a content whose report may itself be a subordinate clause: "While he said it
    /// rains, it did not."
    pub(super) fn fenced_end(&self, start: usize, subject: &Subject) -> usize {
        let scene = self.scene;
        let end = self.content_end(start);
        let led = (subject.chunk.start.saturating_sub(2)..subject.chunk.start)
            .filter(|&at| at >= self.range.start)
            .any(|at| among(FENCES, &self.lower(at)));
        if !led && subject.relative.is_none() {
            return end;
        }
        let comma = (start..end)
            .find(|&at| scene.kind(at) == Some(Kind::Comma) && scene.outer_over(at).is_none());
        comma.unwrap_or(end)
    }

    /// Where a content that begins at `start` ends: before the sentence's stop, or before the words
    /// with which the reporter goes on.
    pub(super) fn content_end(&self, start: usize) -> usize {
        let scene = self.scene;
        let limit = self.range.end.min(start + LONGEST);
        let mut at = start;
        while at < limit {
            if let Some(outer) = scene.outer_over(at) {
                at = outer.tokens.end.max(at + 1);
                continue;
            }
            if at > start + 1 && self.goes_on_anew(at) {
                break;
            }
            at += 1;
        }
        let mut end = at.min(self.range.end);
        while end > start && self.is_edge(end - 1) {
            end -= 1;
        }
        end
    }

    fn is_edge(&self, at: usize) -> bool {
        let scene = self.scene;
        match scene.kind(at) {
            Some(Kind::Stop) => scene.outer_over(at).is_none(),
            Some(Kind::Comma | Kind::Colon | Kind::Dash) => true,
            Some(Kind::Other) => among("; (", scene.word(at)),
            _ => false,
        }
    }

    /// Whether the reporter goes on at `at`: "and called", ", adding", ", according to".
    fn goes_on_anew(&self, at: usize) -> bool {
        let scene = self.scene;
        if scene.word(at) == ";" {
            return true;
        }
        let comma = scene.kind(at) == Some(Kind::Comma);
        let joins = among("and but", scene.word(at + usize::from(comma)));
        if !joins && !comma {
            return false;
        }
        let mut next = at + usize::from(comma) + usize::from(joins);
        while scene.is(next, Class::ADVERB) {
            next += 1;
        }
        let word = scene.word(next);
        let reports = Class::REPORT.and(Class::WEAK_REPORT).and(Class::SILENT_REPORT);
        let verb = scene.kind(next) == Some(Kind::Small) && scene.is(next, reports);
        let participle = scene.is(next, Class::PARTICIPLE);
        if !joins {
            return (verb && participle) || among("according compared while", word);
        }
        let but = comma && scene.word(at + 1) == "but" && word != "that";
        let finite = word.ends_with("ed") || word.ends_with('s') || among("said told", word);
        but || (verb && !participle && finite)
    }

    pub(super) fn is_dash(&self, at: usize) -> bool {
        self.scene.kind(at) == Some(Kind::Dash)
    }
}
