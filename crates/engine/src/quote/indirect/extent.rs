//! Where a content ends: with its sentence, or where the reporter goes on.
//!
//! Looks at most as far as the longest content.

use super::{LONGEST, Sentence, among, subject::Subject};
use crate::person::{lexicon::Class, token::Kind};

/// What makes a report a clause beside another, which goes on behind a comma.
const FENCES: &str = "while as if although though when after since because where which whom";

/// Words that open a clause that may be the reporter's own.
const SIDES: &str = "while as after before since because when although though if even until despite \
                     unless so where following during amid";

/// A place where a content may end.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Cut {
    /// Behind its last token.
    pub(super) at: usize,
    /// What stands there.
    pub(super) why: usize,
}

/// The most places where one content may end.
const MOST: usize = 6;

/// The places where one content may end; the likeliest by rule first.
pub(super) struct Ends {
    found: [Cut; MOST],
    count: usize,
}

impl Ends {
    /// Where a content that begins at `start` may end.
    pub(super) fn of(sentence: &Sentence<'_>, start: usize, subject: &Subject) -> Self {
        let mut ends = Self { found: [Cut::default(); MOST], count: 0 };
        let limit = sentence.range.end.min(start + LONGEST);
        let (end, fenced) = sentence.fenced_end(start, subject);
        let last = sentence.without_edge(start, limit);
        ends.put(
            end,
            if fenced {
                12
            } else if end < last {
                13
            } else {
                0
            },
        );
        let limit = if fenced { end } else { limit };
        ends.put(sentence.without_edge(start, limit), 1);
        let mut at = start + 1;
        while at < limit && ends.count < MOST {
            if let Some(outer) = sentence.scene.outer_over(at) {
                at = outer.tokens.end.max(at + 1);
                continue;
            }
            let why = sentence.pauses(at);
            if why > 0 {
                ends.put(sentence.without_edge(start, at), 1 + why);
            }
            at += 1;
        }
        ends
    }

    fn put(&mut self, at: usize, why: usize) {
        let known = self.found().iter().any(|cut| cut.at == at);
        if let Some(place) = self.found.get_mut(self.count).filter(|_| !known) {
            *place = Cut { at, why };
            self.count += 1;
        }
    }

    /// Only the first ones.
    pub(super) fn keep(&mut self, most: usize) {
        self.count = self.count.min(most);
    }

    /// All of them.
    pub(super) fn found(&self) -> &[Cut] {
        self.found.get(..self.count).unwrap_or_default()
    }
}

impl Sentence<'_> {
    /// Which word goes on behind a content that ends at `at`, with or without a comma; 0 if none of
    /// those that often do.
    pub(super) fn joint(&self, at: usize) -> usize {
        let comma = usize::from(self.scene.kind(at) == Some(Kind::Comma));
        let word = self.scene.word(at + comma);
        let listed = SIDES.split_whitespace().chain(["and", "but", "which", "who", "with"]);
        listed.zip(1..).find(|(one, _)| *one == word).map_or(0, |(_, number)| number)
    }

    /// What stands at a place where a content may end; 0 if it may not.
    fn pauses(&self, at: usize) -> usize {
        let scene = self.scene;
        let word = scene.word(at);
        match scene.kind(at) {
            Some(Kind::Comma) => {}
            Some(Kind::Dash) => return 8,
            Some(Kind::Other) => return if word == ";" { 9 } else { 0 },
            Some(Kind::Small) if among(SIDES, word) && !among("if so where even", word) => {
                return 7;
            }
            Some(Kind::Small) if word == "and" || word == "but" => {
                return 10 * usize::from(self.is_verbal(at + 1));
            }
            _ => return 0,
        }
        let next = scene.word(at + 1);
        let joined = scene.word(at + 2) == "that";
        match next {
            "and" | "but" | "or" if joined => 0,
            "and" | "but" | "or" => 1,
            "which" | "who" | "whose" | "whom" => 2,
            _ if among(SIDES, next) => 3,
            _ if next.ends_with("ing") || next == "according" => 4,
            _ if scene.chunk_from(at + 1).is_some() => 5,
            _ => 6,
        }
    }

    /// The end of a content whose report may itself be a subordinate clause: "While he said it
    /// rains, it did not." Whether it ends there because of that.
    fn fenced_end(&self, start: usize, subject: &Subject) -> (usize, bool) {
        let scene = self.scene;
        let end = self.content_end(start);
        let led = (subject.chunk.start.saturating_sub(2)..subject.chunk.start)
            .filter(|&at| at >= self.range.start)
            .any(|at| among(FENCES, scene.word(at)));
        if !led && subject.relative.is_none() {
            return (end, false);
        }
        let comma = (start..end)
            .find(|&at| scene.kind(at) == Some(Kind::Comma) && scene.outer_over(at).is_none());
        (comma.unwrap_or(end), comma.is_some())
    }

    /// Where a content that begins at `start` ends by rule: before the sentence's stop, or before
    /// the words with which the reporter goes on.
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
        self.without_edge(start, at.min(self.range.end))
    }

    /// The end of the tokens between `start` and `end` without the signs that end a clause.
    fn without_edge(&self, start: usize, end: usize) -> usize {
        let mut end = end;
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
