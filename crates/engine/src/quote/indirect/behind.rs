//! Contents behind their verb: "said that …", "asked whether …", "urged them to …", "said it …".
//!
//! The content begins with the word that leads it in. Looks a bounded way behind the verb.

use super::{
    Content, CuePosition, Sentence, among,
    cue::{Verb, is_be},
    frames::Frames,
    subject::Subject,
};
use crate::person::{lexicon::Class, token::Kind};

/// How far behind its verb a content may begin, in tokens.
const FAR: usize = 18;

/// Words that open a question that is reported.
const QUESTIONS: &str = "whether if why how what who where when which";

/// Words that open what stands between a verb and its "that".
const ASIDES: &str = "last this earlier yesterday here late early ,";

/// When something is said.
const TIMES: &str = "week month year night morning afternoon evening today yesterday earlier \
                     recently later late early here";

/// What something is said in.
const OCCASIONS: &str = "statement interview speech letter tweet email e-mail report post news \
                         conference release briefing call debate";

impl Sentence<'_> {
    /// A content that a word leads in: "that …", "whether …", "to …".
    pub(super) fn introduced(&self, verb: &Verb, subject: &Subject) -> Option<Content> {
        let scene = self.scene;
        let limit = self.range.end.min(verb.end + FAR);
        let (mut at, mut commas) = (verb.end, 0_usize);
        while at < limit && scene.outer_over(at).is_none() {
            if let Some(rule) = self.led_in(verb, at, commas) {
                return self.to_the_end(at, subject, rule);
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
            if scene.is(at, verbal) || (scene.is(at, Class::PRONOUN) && scene.word(at) != "it") {
                return None;
            }
            at += 1;
        }
        None
    }

    /// The rule by which the token `at` leads in what the verb reports, with so many commas between.
    fn led_in(&self, verb: &Verb, at: usize, commas: usize) -> Option<&'static str> {
        let frames = Frames::of(&verb.lemma);
        let clause = Frames::SAY.and(Frames::CLAUSE).and(Frames::THAT).and(Frames::PERSON);
        let told = frames.is(Frames::PERSON.and(Frames::PERSON_TO));
        let between = at - verb.end;
        let beside = between == 0;
        let word = self.lower(at);
        if word == "that" {
            let leads =
                frames.is(clause) && commas.is_multiple_of(2) && self.leads_clause(verb, at);
            return leads.then_some("that-clause");
        }
        if word == "to" {
            let asked = !beside && between < 9 && commas == 0 && frames.is(Frames::PERSON_TO);
            return (asked || beside && frames.is(Frames::TO)).then_some("infinitive");
        }
        let asks = frames.is(Frames::WHETHER) && commas == 0 && (beside || told);
        (asks && among(QUESTIONS, &word)).then_some("reported question")
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
        let aside = scene.is(verb.end, aside) || among(ASIDES, scene.word(verb.end));
        let frames = Frames::of(&verb.lemma);
        !relative && (aside || frames.is(Frames::PERSON.and(Frames::PERSON_TO)))
    }

    /// A clause without "that": "He said it rains."
    pub(super) fn bare(&self, verb: &Verb, subject: &Subject) -> Option<Content> {
        let frames = Frames::of(&verb.lemma);
        let start = self.bare_start(verb, subject)?;
        let fits = if frames.is(Frames::SAY) {
            self.opens_clause(start, subject)
        } else {
            !self.scene.is_noun_form(verb.at) && self.opens_plain_clause(start)
        };
        let end = self.fenced_end(start, subject);
        let long = frames.is(Frames::SAY) && end >= start + 4;
        if !fits || end < start + 2 || !(long || self.is_clause(start..end)) {
            return None;
        }
        Some(Content::of(start..end, CuePosition::Before, "clause behind its verb"))
    }

    /// Where a clause without "that" would begin: behind times, places and the one who is told.
    fn bare_start(&self, verb: &Verb, subject: &Subject) -> Option<usize> {
        let frames = Frames::of(&verb.lemma);
        if !frames.is(Frames::SAY.and(Frames::CLAUSE).and(Frames::PERSON)) {
            return None;
        }
        let mut start = self.behind_time(verb.end);
        let comma = start == verb.end && self.scene.kind(start) == Some(Kind::Comma);
        if comma && self.opens_plain_clause(start + 1) {
            // "He was keen to stress, the bridge is safe."
            start += 1;
        }
        if frames.is(Frames::PERSON) {
            let behind = self.behind_told(start);
            if behind == start && !frames.is(Frames::CLAUSE) {
                return None;
            }
            start = self.behind_time(behind);
        }
        // "What he said was a bridge": the content is what it was.
        Some(start + usize::from(self.asks_what(start, subject)))
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
        let (word, next) = (scene.word(at), scene.word(at + 1));
        let place = Class::CITY.and(Class::COUNTRY);
        if scene.is(at, Class::WEEKDAY) || among(TIMES, word) {
            return 1;
        }
        let spans = (word == "last" || word == "this") && among(TIMES, next);
        let day = word == "on" && scene.is(at + 1, Class::WEEKDAY);
        let town = among("in at", word) && scene.is(at + 1, place);
        if spans || day || town {
            return 2;
        }
        let led = word == "in" && among("a an the", next);
        let occasion = (at + 2..at + 6).find(|&at| led && among(OCCASIONS, scene.word(at)));
        occasion.map_or(0, |occasion| occasion + 1 - at)
    }

    /// Behind the one who is told at `from`.
    fn behind_told(&self, from: usize) -> usize {
        let scene = self.scene;
        if among("him her them me us reporters", scene.word(from)) {
            return from + 1;
        }
        scene.chunk_from(from).filter(|chunk| !chunk.possessive).map_or(from, |chunk| chunk.end)
    }

    /// Whether a form of "be" at `start` stands behind "what he said".
    fn asks_what(&self, start: usize, subject: &Subject) -> bool {
        let before = subject.chunk.start.checked_sub(1).filter(|&at| at >= self.range.start);
        before.is_some_and(|at| self.lower(at) == "what") && is_be(self.scene.word(start))
    }

    /// Whether a clause may begin at `start`, behind "said".
    fn opens_clause(&self, start: usize, subject: &Subject) -> bool {
        let scene = self.scene;
        let Some(token) = scene.tokens.get(start).filter(|_| scene.outer_over(start).is_none())
        else {
            return false;
        };
        if token.is(Class::AUXILIARY) {
            // "Which he said could rain": the content's subject is "which".
            let before = subject.chunk.start.checked_sub(1);
            return before.is_some_and(|at| among("which that what", scene.word(at)));
        }
        match token.kind {
            Kind::Small | Kind::Capital => {
                !among("and or but as so yes no than to of aboard", &self.lower(start))
                    && !token.is(Class::REPORT)
                    && (!token.is(Class::PREPOSITION) || self.fronted(start))
            }
            Kind::Number => true,
            _ => among("$ £ €", scene.word(start)),
        }
    }

    /// Whether an adverbial at `start` stands before its clause: "in May, it rains".
    fn fronted(&self, start: usize) -> bool {
        let scene = self.scene;
        let limit = self.range.end.min(start + 10);
        let comma = (start..limit).find(|&at| scene.kind(at) == Some(Kind::Comma));
        comma.is_some_and(|comma| self.opens_plain_clause(comma + 1))
    }

    fn to_the_end(&self, start: usize, subject: &Subject, rule: &'static str) -> Option<Content> {
        let end = self.fenced_end(start, subject);
        (end > start + 1).then(|| Content::of(start..end, CuePosition::Before, rule))
    }
}
