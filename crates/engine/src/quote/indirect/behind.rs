//! Contents behind their verb: "said that …", "asked whether …", "urged them to …", "said it …".
//!
//! The content begins with the word that leads it in. Looks a bounded way behind the verb.

use super::{
    How, Sentence,
    cases::Start,
    cue::{BE, Verb},
    frames::Frames,
    subject::Subject,
};
use crate::person::{
    lexicon::{
        Class,
        words::{Words, words},
    },
    token::Kind,
};

/// How far behind its verb a content may begin, in tokens.
const FAR: usize = 18;

/// Words that open a question that is reported.
const QUESTIONS: &Words = words!("whether if why how what who where when which");

/// Words that open what stands between a verb and its "that".
const ASIDES: &Words = words!("last this earlier yesterday here late early ,");

/// When something is said.
const TIMES: &Words = words!(
    "week month year night morning afternoon evening today yesterday earlier \
                     recently later late early here"
);

/// What something is said in.
const OCCASIONS: &Words = words!(
    "statement interview speech letter tweet email e-mail report post news \
                         conference release briefing call debate"
);

impl Sentence<'_> {
    /// A content that a word leads in: "that …", "whether …", "to …".
    pub(super) fn introduced(&self, verb: &Verb) -> Option<Start> {
        let scene = self.scene;
        let limit = self.range.end.min(verb.end + FAR);
        let (mut at, mut commas) = (verb.end, 0_usize);
        while at < limit && !scene.quoted(at) {
            if let Some(how) = self.led_in(verb, at, commas) {
                return Some(Start { at, how });
            }
            let behind = scene.after_brackets(at);
            if behind > at {
                at = behind;
                continue;
            }
            match scene.kind(at) {
                Some(Kind::Comma) => commas += 1,
                Some(Kind::Small | Kind::Capital | Kind::Number) => {}
                _ => return None,
            }
            let verbal = Class::AUXILIARY.and(Class::REPORT).and(Class::SILENT_REPORT);
            if scene.is(at, verbal)
                || (scene.is(at, Class::PRONOUN) && !scene.small(at, words!("it")))
            {
                return None;
            }
            at += 1;
        }
        None
    }

    /// The rule by which the token `at` leads in what the verb reports, with so many commas between.
    fn led_in(&self, verb: &Verb, at: usize, commas: usize) -> Option<How> {
        let frames = verb.frames;
        let clause = Frames::SAY.and(Frames::CLAUSE).and(Frames::THAT).and(Frames::PERSON);
        let told = frames.is(Frames::PERSON.and(Frames::PERSON_TO));
        let between = at - verb.end;
        let beside = between == 0;
        let scene = self.scene;
        if scene.small(at, words!("that")) {
            let leads =
                frames.is(clause) && commas.is_multiple_of(2) && self.leads_clause(verb, at);
            return leads.then_some(How::That);
        }
        if scene.small(at, words!("to")) {
            // "Declined to say": nothing is said.
            let silent = matches!(verb.lemma, "decline" | "refuse")
                && scene.is(at + 1, Class::REPORT.and(Class::WEAK_REPORT));
            let asked = !beside && between < 9 && commas == 0 && frames.is(Frames::PERSON_TO);
            return (asked || beside && !silent && frames.is(Frames::TO))
                .then_some(How::Infinitive);
        }
        let asks = frames.is(Frames::WHETHER) && commas == 0 && (beside || told);
        (asks && scene.any(at, QUESTIONS)).then_some(How::Question)
    }

    /// Whether the "that" at `at` leads the clause in, and is not a pronoun of a noun before it.
    fn leads_clause(&self, verb: &Verb, at: usize) -> bool {
        let scene = self.scene;
        if at == verb.end {
            return true;
        }
        let next = at + 1;
        let named = Class::DETERMINER.and(Class::PRONOUN).and(Class::PREPOSITION);
        let past = scene.kind(next) == Some(Kind::Small)
            && !scene.is(next, named)
            && scene.word(next).ends_with("ed");
        let relative = scene.is(next, Class::AUXILIARY) || past;
        let aside = Class::PREPOSITION.and(Class::WEEKDAY).and(Class::ADVERB).and(Class::MONTH);
        let aside = scene.is(verb.end, aside) || scene.any(verb.end, ASIDES);
        !relative && (aside || verb.frames.is(Frames::PERSON.and(Frames::PERSON_TO)))
    }

    /// A clause without "that", "He said it rains", or an object, "He praised it".
    pub(super) fn bare(&self, verb: &Verb, subject: &Subject) -> Option<Start> {
        let frames = verb.frames;
        let clause = Frames::SAY.and(Frames::CLAUSE).and(Frames::PERSON).and(Frames::THAT);
        let clause = frames.is(clause);
        if !clause && !frames.is(Frames::OBJECT) {
            return None;
        }
        let led = self.scene.any(verb.end, words!("for to on about against of"));
        let mut start =
            if clause { self.behind_time(verb.end) } else { verb.end + usize::from(led) };
        let comma = start == verb.end && self.scene.kind(start) == Some(Kind::Comma);
        let pause = comma && self.opens_plain_clause(start + 1);
        if pause {
            // "He was keen to stress, the bridge is safe."
            start += 1;
        }
        if frames.is(Frames::PERSON) {
            let behind = self.behind_told(start);
            if behind == start && !frames.is(Frames::CLAUSE.and(Frames::THAT)) {
                return None;
            }
            start = self.behind_time(behind);
        }
        // "What he said was a bridge": the content is what it was.
        let at = start + usize::from(self.asks_what(start, subject));
        let how = match clause {
            true if pause => How::Pause,
            true => How::Behind,
            false => How::Object,
        };
        self.opens(at, subject).then_some(Start { at, how })
    }

    /// Behind "on Monday", "last week", "in Oslo", "in a statement".
    fn behind_time(&self, from: usize) -> usize {
        let mut at = from;
        for _ in 0..4 {
            match self.time(at) {
                0 => break,
                length => at += length,
            }
        }
        at
    }

    /// How many tokens at `at` tell when, where or on what occasion something was said.
    fn time(&self, at: usize) -> usize {
        let scene = self.scene;
        let place = Class::CITY.and(Class::COUNTRY);
        if scene.is(at, Class::WEEKDAY) || scene.any(at, TIMES) {
            return 1;
        }
        let spans = scene.small(at, words!("last this")) && scene.any(at + 1, TIMES);
        let day = scene.small(at, words!("on")) && scene.is(at + 1, Class::WEEKDAY);
        let town = scene.any(at, words!("in at")) && scene.is(at + 1, place);
        if spans || day || town {
            return 2;
        }
        let led = scene.small(at, words!("in")) && scene.any(at + 1, words!("a an the"));
        let occasion = (at + 2..at + 6).find(|&at| led && scene.any(at, OCCASIONS));
        occasion.map_or(0, |occasion| occasion + 1 - at)
    }

    /// Behind the one who is told at `from`.
    fn behind_told(&self, from: usize) -> usize {
        let scene = self.scene;
        if scene.any(from, words!("him her them me us reporters")) {
            return from + 1;
        }
        scene.chunk_from(from).filter(|chunk| !chunk.possessive).map_or(from, |chunk| chunk.end)
    }

    /// Whether a form of "be" at `start` stands behind "what he said".
    fn asks_what(&self, start: usize, subject: &Subject) -> bool {
        let before = subject.chunk.start.checked_sub(1).filter(|&at| at >= self.range.start);
        before.is_some_and(|at| self.scene.any(at, words!("what"))) && self.scene.any(start, BE)
    }

    /// Whether a content may begin at `start`.
    fn opens(&self, start: usize, subject: &Subject) -> bool {
        let scene = self.scene;
        let Some(token) = scene.tokens.get(start).filter(|_| !scene.quoted(start)) else {
            return false;
        };
        if start >= self.range.end {
            return false;
        }
        if token.is(Class::AUXILIARY) {
            // "Which he said could rain": the content's subject is "which".
            let before = subject.chunk.start.checked_sub(1);
            return before.is_some_and(|at| scene.any(at, words!("which that what")));
        }
        match token.kind {
            Kind::Small | Kind::Capital => {
                !scene.any(start, words!("and or but as so yes no aboard"))
            }
            Kind::Number => true,
            _ => scene.any(start, words!("$ £ €")),
        }
    }
}
