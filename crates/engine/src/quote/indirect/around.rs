//! Contents before or around their cue: "It rains, Smith said.", "It rains, said Smith.", "It, he
//! said, rains."
//!
//! The content begins with its sentence, behind a dateline.

use std::ops::Range;

use super::{
    Content, CuePosition, LONGEST, MentionKind, Report, Sentence, among, cue::Verb, frames::Frames,
    subject::Subject,
};
use crate::person::{chunk::Chunk, lexicon::Class, token::Kind};

/// The rule's name.
const BEFORE: &str = "clause before its speaker";

impl Sentence<'_> {
    /// "It rains, Smith said.", "It rains, Smith said, and it snows."
    pub(super) fn interposed(&self, verb: &Verb, subject: &Subject) -> Option<Content> {
        let comma = subject.chunk.start.checked_sub(1).filter(|&at| at > self.range.start)?;
        let told = Frames::SAY.and(Frames::CLAUSE).and(Frames::PERSON);
        let fits = self.scene.kind(comma) == Some(Kind::Comma)
            && self.scene.is(verb.at, Class::REPORT)
            && Frames::of(&verb.lemma).is(told)
            && !among("who which that what", &self.lower(comma + 1));
        if fits { self.around(comma, verb.end, verb, BEFORE) } else { None }
    }

    /// "It rains, said Smith."
    pub(super) fn inverted(&self, verb: &Verb) -> Option<Report> {
        let scene = self.scene;
        let comma = verb.group.checked_sub(1).filter(|&at| at > self.range.start)?;
        let frames = Frames::of(&verb.lemma);
        let fits = scene.kind(comma) == Some(Kind::Comma)
            && verb.group == verb.at
            && scene.is(verb.at, Class::REPORT)
            && !scene.is(verb.at, Class::PARTICIPLE)
            && frames.is(Frames::SAY.and(Frames::CLAUSE))
            && !frames.is(Frames::PERSON);
        let chunk = *scene.chunk_from(verb.end).filter(|chunk| fits && self.may_speak(chunk))?;
        let start = self.content_start(comma)?;
        if !self.stands_alone(start..comma) {
            return None;
        }
        let content = self
            .around(comma, chunk.end, verb, BEFORE)
            .unwrap_or_else(|| Content::of(start..comma, CuePosition::After, BEFORE));
        let subject = Subject { chunk, beside: true, relative: None };
        Some(Report { content, subject, verb: verb.clone() })
    }

    /// Whether the chunk behind a verb is who speaks, and not the subject of what is said.
    fn may_speak(&self, chunk: &Chunk) -> bool {
        let somebody =
            chunk.name.is_some() || chunk.role.is_some() || chunk.kind == MentionKind::Collective;
        let acts = self.is_verbal(chunk.end) && !self.scene.is(chunk.end, Class::ADVERB);
        somebody && !chunk.possessive && !acts
    }

    /// Whether the tokens are a clause that is no part of another.
    fn stands_alone(&self, range: Range<usize>) -> bool {
        range.len() <= LONGEST && self.is_clause(range.clone()) && !self.is_subordinate(range)
    }

    /// The content before `comma`, and what goes on with it behind the words that report and end
    /// at `behind`.
    pub(super) fn around(
        &self,
        comma: usize,
        behind: usize,
        verb: &Verb,
        rule: &'static str,
    ) -> Option<Content> {
        let first = self.content_start(comma)?..comma;
        if first.len() > LONGEST || self.is_subordinate(first.clone()) {
            return None;
        }
        let end = self.aside(behind, verb)?;
        if self.scene.kind(end) == Some(Kind::Comma) && end + 3 < self.range.end {
            // "The bridge, he said, would close": the verb stands behind.
            let split = self.scene.is(end + 1, Class::AUXILIARY);
            let rest = self.content_end(end + 1);
            let goes_on = rest > end + 3 && self.takes_up(end + 1, behind);
            if split || (goes_on && self.is_clause(first.clone())) {
                let parts = vec![first, end + 1..rest];
                return Some(Content { parts, position: CuePosition::Between, rule });
            }
        }
        let clause = self.is_clause(first.clone());
        clause.then(|| Content::of(first, CuePosition::After, rule))
    }

    /// Whether the content goes on at `at` behind the reporting words: not a description of the
    /// speaker, and not what the speaker did meanwhile.
    fn takes_up(&self, at: usize, behind: usize) -> bool {
        let word = self.lower(at);
        if self.scene.chunk_to(behind).is_some() {
            return among("and but because so if since although or though", &word);
        }
        !word.ends_with("ing") && !among("who which whose", &word)
    }

    /// Where a content before `comma` begins: behind a dateline.
    fn content_start(&self, comma: usize) -> Option<usize> {
        let scene = self.scene;
        let limit = comma.min(self.range.start + 12);
        let dateline = (self.range.start..limit).find(|&at| {
            scene.kind(at) == Some(Kind::Dash)
                && at.checked_sub(1).is_some_and(|at| scene.word(at) == ")")
        });
        let start = dateline.map_or(self.range.start, |at| at + 1);
        (start < comma).then_some(start)
    }

    /// Behind the adverbials and the one who is told that follow a verb; none where a content
    /// begins there.
    fn aside(&self, from: usize, verb: &Verb) -> Option<usize> {
        let scene = self.scene;
        let ends = |at: usize| at >= self.range.end || scene.kind(at) == Some(Kind::Stop);
        let adverbial = Class::PREPOSITION.and(Class::WEEKDAY).and(Class::ADVERB).and(Class::MONTH);
        let told = Frames::of(&verb.lemma).is(Frames::PERSON) && !scene.is(from, Class::PRONOUN);
        let open = ends(from)
            || scene.kind(from) == Some(Kind::Comma)
            || scene.is(from, adverbial)
            || among("last this earlier when while as here (", scene.word(from));
        if !open && !told {
            return None;
        }
        let limit = self.range.end.min(from + LONGEST);
        (from..limit)
            .find(|&at| ends(at) || scene.kind(at) == Some(Kind::Comma) || self.is_dash(at))
            .or((limit == self.range.end).then_some(limit))
    }
}
