//! Where a content ends: with its sentence, or where the reporter goes on.
//!
//! Looks at most as far as the longest content.

use super::{LONGEST, Sentence, subject::Subject};
use crate::person::{
    lexicon::{
        Class,
        words::{Numbers, Words, words},
    },
    token::Kind,
};

/// What makes a report a clause beside another, which goes on behind a comma.
const FENCES: &Words =
    words!("while as if although though when after since because where which whom");

/// Words that open a clause that may be the reporter's own.
const SIDES: &Words = words!(
    "while as after before since because when although though if even until despite \
                     unless so where following during amid"
);

/// Those of them that open one without a comma, too.
const LONE_SIDES: &Words = words!(
    "while as after before since because when although though until despite unless following \
     during amid"
);

/// The words that often go on behind a content, each with its number.
const JOINTS: Numbers = Numbers::by_place(
    "while as after before since because when although though if even until despite unless so \
     where following during amid and but which who with",
);

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
    /// Where a content that begins at `start` may end; of one whom the verb hardly belongs to, the
    /// first two places.
    pub(super) fn of(sentence: &Sentence<'_>, start: usize, subject: &Subject) -> Self {
        let most = if subject.rank > 0 { 2 } else { MOST };
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
        while at < limit && ends.count < most {
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
        let token = self.scene.tokens.get(at + comma).filter(|token| token.kind == Kind::Small);
        token.map_or(0, |token| JOINTS.get(token.word))
    }

    /// What stands at a place where a content may end; 0 if it may not.
    fn pauses(&self, at: usize) -> usize {
        let scene = self.scene;
        match scene.kind(at) {
            Some(Kind::Comma) => {}
            Some(Kind::Dash) => return 8,
            Some(Kind::Other) => return if scene.any(at, words!(";")) { 9 } else { 0 },
            Some(Kind::Small) if scene.any(at, LONE_SIDES) => return 7,
            Some(Kind::Small) if scene.any(at, words!("and but")) => {
                return 10 * usize::from(self.is_verbal(at + 1));
            }
            _ => return 0,
        }
        let next = at + 1;
        if scene.small(next, words!("and but or")) {
            return usize::from(!scene.small(at + 2, words!("that")));
        }
        match () {
            () if scene.small(next, words!("which who whose whom")) => 2,
            () if scene.any(next, SIDES) => 3,
            () if scene.word(next).ends_with("ing") || scene.small(next, words!("according")) => 4,
            () if scene.chunk_from(next).is_some() => 5,
            () => 6,
        }
    }

    /// The end of a content whose report may itself be a subordinate clause: "While he said it
    /// rains, it did not." Whether it ends there because of that.
    fn fenced_end(&self, start: usize, subject: &Subject) -> (usize, bool) {
        let scene = self.scene;
        let end = self.content_end(start);
        let led = (subject.chunk.start.saturating_sub(2)..subject.chunk.start)
            .filter(|&at| at >= self.range.start)
            .any(|at| scene.any(at, FENCES));
        if !led && subject.relative.is_none() {
            return (end, false);
        }
        let comma =
            (start..end).find(|&at| scene.kind(at) == Some(Kind::Comma) && !scene.quoted(at));
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
            Some(Kind::Stop) => !scene.quoted(at),
            Some(Kind::Comma | Kind::Colon | Kind::Dash) => true,
            Some(Kind::Other) => scene.any(at, words!("; (")),
            _ => false,
        }
    }

    /// Whether the reporter goes on at `at`: "and called", ", adding", ", according to".
    fn goes_on_anew(&self, at: usize) -> bool {
        let scene = self.scene;
        if scene.any(at, words!(";")) {
            return true;
        }
        let comma = scene.kind(at) == Some(Kind::Comma);
        let joins = scene.any(at + usize::from(comma), words!("and but"));
        if !joins && !comma {
            return false;
        }
        let mut next = at + usize::from(comma) + usize::from(joins);
        while scene.is(next, Class::ADVERB) {
            next += 1;
        }
        let reports = Class::REPORT.and(Class::WEAK_REPORT).and(Class::SILENT_REPORT);
        let verb = scene.kind(next) == Some(Kind::Small) && scene.is(next, reports);
        let participle = scene.is(next, Class::PARTICIPLE);
        if !joins {
            return (verb && participle) || scene.any(next, words!("according compared while"));
        }
        let but = comma && scene.small(at + 1, words!("but")) && !scene.small(next, words!("that"));
        let word = scene.word(next);
        let finite =
            || word.ends_with("ed") || word.ends_with('s') || scene.any(next, words!("said told"));
        but || (verb && !participle && finite())
    }

    pub(super) fn is_dash(&self, at: usize) -> bool {
        self.scene.kind(at) == Some(Kind::Dash)
    }
}
