//! What is reported: where the content of a report begins and ends.
//!
//! The words of a content are the reporter's, from "that" (which belongs to it) or its first word
//! to the end of the sentence, or to where the reporter goes on.

use std::ops::Range;

use super::{CuePosition, MentionKind, Sentence, frames::Frames, subject::Subject};
use crate::{
    person::{
        lexicon::{Class, takes},
        token::Kind,
    },
    quote::scene::Verb,
};

/// The content in its parts, where the cue stands, and the rule.
pub(super) type Content = (Vec<Range<usize>>, CuePosition, &'static str);

/// The longest content, in tokens.
const LONGEST: usize = 150;

/// How far behind its verb a content may begin, in tokens.
const FAR: usize = 18;

/// Words that open a question that is reported.
const QUESTIONS: &[&str] =
    &["whether", "if", "why", "how", "what", "who", "where", "when", "which"];

impl Sentence<'_> {
    /// The verb at `at`, if it may report without marks here.
    pub(super) fn cue(&self, at: usize) -> Option<Verb> {
        let scene = self.scene;
        let silent = Class::SILENT_REPORT.and(Class::REPORT).and(Class::WEAK_REPORT);
        if scene.kind(at) != Some(Kind::Small) || !scene.is(at, silent) {
            return None;
        }
        if !scene.reports(at) && !scene.is(at, Class::SILENT_REPORT) {
            return None;
        }
        let helpers = Class::AUXILIARY.and(Class::ADVERB);
        let mut group = at;
        let helps =
            |at: usize| scene.is(at, helpers) || self.is_manner(at) || scene.word(at) == "here";
        while group > self.range.start && at - group < 6 && helps(group - 1) {
            group -= 1;
        }
        let mut verb = scene.verb_at(group, at);
        self.take_phrase(&mut verb);
        let frames = Frames::of(&verb.lemma);
        // "The pledged help", "two states": not verbs.
        let noun = scene.is_noun_form(at) && verb.lemma == "state";
        (frames != Frames::default() && !noun && self.is_asserted(&verb)).then_some(verb)
    }

    /// Whether the verb may have this subject: what shows or suggests may be an event, which says
    /// nothing; a report, a poll or numbers do.
    pub(super) fn suits(&self, verb: &Verb, subject: &Subject) -> bool {
        const SHOWING: &[&str] = &[
            "show",
            "find",
            "indicate",
            "confirm",
            "hint",
            "suggest",
            "prove",
            "demonstrate",
            "reveal",
            "signal",
            "explain",
            "read",
            "discover",
            "reflect",
            "hope",
            "fear",
            "promise",
            "rule",
            "imply",
            "make clear",
            "underline",
            "underscore",
        ];
        const DOCUMENTS: &[&str] = &[
            "data",
            "figures",
            "numbers",
            "records",
            "documents",
            "emails",
            "e-mails",
            "filings",
            "percent",
            "results",
            "research",
            "studies",
            "reports",
            "surveys",
            "analysis",
            "%",
            "polling",
            "polls",
            "law",
            "rules",
            "article",
            "story",
            "memo",
            "papers",
        ];
        if !SHOWING.contains(&verb.lemma.as_str()) || !subject.is_thing(self.scene) {
            return true;
        }
        let chunk = &subject.chunk;
        (chunk.start..chunk.end).any(|at| {
            self.scene.is(at, Class::ORGANIZATION.and(Class::GROUP))
                || DOCUMENTS.contains(&self.lower(at).as_str())
        })
    }

    /// "Grudgingly".
    fn is_manner(&self, at: usize) -> bool {
        self.scene.kind(at) == Some(Kind::Small)
            && self.scene.word(at).ends_with("ly")
            && self.scene.chunk_to(at + 1).is_none()
    }

    /// "Made (it) clear", "expressed (his) hope": a verb with the word that it reports by.
    fn take_phrase(&self, verb: &mut Verb) {
        const HOPES: &[&str] = &[
            "hope",
            "hopes",
            "concern",
            "concerns",
            "confidence",
            "doubt",
            "doubts",
            "fear",
            "fears",
            "regret",
            "optimism",
            "belief",
            "surprise",
            "disappointment",
        ];
        let next = self.scene.word(verb.end);
        let led = ["it", "his", "her", "their", "its", "the"].contains(&next);
        let word = verb.end + usize::from(led);
        let phrase = match (verb.lemma.as_str(), self.scene.word(word)) {
            ("make", "clear") => "make clear",
            ("express", hope) if HOPES.contains(&hope) => "express hope",
            _ => return,
        };
        verb.end = word + 1;
        phrase.clone_into(&mut verb.lemma);
    }

    /// Whether the verb says that something was said: not "would not say", "could say", "was told".
    fn is_asserted(&self, verb: &Verb) -> bool {
        const POSSIBLE: &[&str] = &[
            "not", "never", "would", "could", "might", "may", "should", "must", "can", "cannot",
            "let",
        ];
        let scene = self.scene;
        let group = verb.group..verb.at;
        let possible = group.clone().any(|at| {
            let word = self.lower(at);
            POSSIBLE.contains(&word.as_str()) || word.ends_with("n't") || word.ends_with("n’t")
        });
        let before = verb.group.checked_sub(1).filter(|&at| at >= self.range.start);
        let denied = before
            .is_some_and(|at| ["not", "never", "if", "cannot"].contains(&self.lower(at).as_str()));
        let passive = !scene.is(verb.at, Class::PARTICIPLE) && self.has_be(verb);
        !possible && !denied && !passive
    }

    /// Whether a form of "be" stands in the group of the verb.
    pub(super) fn has_be(&self, verb: &Verb) -> bool {
        (verb.group..verb.at).any(|at| is_be(self.scene.word(at)))
    }

    /// A content that a word leads in: "that …", "whether …", "to …".
    pub(super) fn introduced(&self, verb: &Verb, subject: &Subject) -> Option<Content> {
        let frames = Frames::of(&verb.lemma);
        let scene = self.scene;
        let told = Frames::PERSON.and(Frames::PERSON_TO);
        let clause = Frames::SAY.and(Frames::CLAUSE).and(Frames::THAT).and(Frames::PERSON);
        let limit = self.range.end.min(verb.end + FAR);
        let mut commas = 0;
        let mut behind_brackets = 0;
        for at in verb.end..limit {
            if at < behind_brackets {
                continue;
            }
            if scene.word(at) == "(" {
                behind_brackets = scene.after_brackets(at);
                if behind_brackets > at {
                    continue;
                }
            }
            if scene.outer_over(at).is_some() {
                return None;
            }
            let between = at - verb.end;
            let word = self.lower(at);
            let near = between == 0 || frames.is(told);
            match word.as_str() {
                "that" if frames.is(clause) && commas % 2 == 0 && self.leads_clause(verb, at) => {
                    return self.to_the_end(at, subject, "that-clause");
                }
                "to" if (between == 0 && frames.is(Frames::TO))
                    || (between > 0
                        && between < 9
                        && commas == 0
                        && frames.is(Frames::PERSON_TO)) =>
                {
                    return self.to_the_end(at, subject, "infinitive");
                }
                word if near
                    && commas == 0
                    && frames.is(Frames::WHETHER)
                    && QUESTIONS.contains(&word) =>
                {
                    return self.to_the_end(at, subject, "reported question");
                }
                _ => {}
            }
            match scene.kind(at) {
                Some(Kind::Comma) => commas += 1,
                Some(Kind::Small | Kind::Capital | Kind::Number) => {}
                _ => return None,
            }
            let verbal = Class::AUXILIARY.and(Class::REPORT).and(Class::SILENT_REPORT);
            let subject = Class::PRONOUN;
            if scene.is(at, verbal) || (scene.is(at, subject) && word != "it") {
                return None;
            }
        }
        None
    }

    /// Whether the "that" at `at` leads the clause in, and is not a pronoun of a noun before it.
    fn leads_clause(&self, verb: &Verb, at: usize) -> bool {
        let scene = self.scene;
        if at == verb.end {
            return true;
        }
        let next = at + 1;
        let relative = scene.is(next, Class::AUXILIARY)
            || (scene.kind(next) == Some(Kind::Small)
                && !scene.is(next, Class::DETERMINER.and(Class::PRONOUN).and(Class::PREPOSITION))
                && self.is_verbal(next)
                && scene.word(next).ends_with("ed"));
        let frames = Frames::of(&verb.lemma);
        let aside = scene.is(
            verb.end,
            Class::PREPOSITION.and(Class::WEEKDAY).and(Class::ADVERB).and(Class::MONTH),
        ) || ["last", "this", "earlier", "yesterday", "here", "late", "early", ","]
            .contains(&scene.word(verb.end));
        !relative && (aside || frames.is(Frames::PERSON.and(Frames::PERSON_TO)))
    }

    /// "It rains, Smith said.", "It rains, Smith said, and it snows."
    pub(super) fn interposed(&self, verb: &Verb, subject: &Subject) -> Option<Content> {
        let comma = subject.chunk.start.checked_sub(1).filter(|&at| at > self.range.start)?;
        if self.scene.kind(comma) != Some(Kind::Comma) {
            return None;
        }
        let who = ["who", "which", "that", "what"].contains(&self.lower(comma + 1).as_str());
        if who || !self.scene.is(verb.at, Class::REPORT) {
            return None;
        }
        self.around(comma, verb.end, verb, "clause before its speaker")
    }

    /// "It rains, said Smith."
    pub(super) fn inverted(&self, verb: &Verb) -> Option<super::Report> {
        let scene = self.scene;
        let comma = verb.group.checked_sub(1).filter(|&at| at > self.range.start)?;
        if scene.kind(comma) != Some(Kind::Comma)
            || verb.group != verb.at
            || scene.is(verb.at, Class::PARTICIPLE)
        {
            return None;
        }
        let chunk = *scene.chunk_from(verb.end).filter(|chunk| !chunk.possessive)?;
        let told = Frames::of(&verb.lemma).is(Frames::PERSON);
        let acts = self.is_verbal(chunk.end) && !scene.is(chunk.end, Class::ADVERB);
        if (chunk.name.is_none() && chunk.role.is_none() && chunk.kind != MentionKind::Collective)
            || told
            || acts
            || !scene.is(verb.at, Class::REPORT)
        {
            return None;
        }
        let rule = "clause before its speaker";
        let start = self.content_start(comma)?;
        if comma - start > LONGEST
            || !self.is_clause(start..comma)
            || self.is_subordinate(start..comma)
            || !Frames::of(&verb.lemma).is(Frames::SAY.and(Frames::CLAUSE))
        {
            return None;
        }
        let (parts, position, rule) = self
            .around(comma, chunk.end, verb, rule)
            .unwrap_or_else(|| (vec![start..comma], CuePosition::After, rule));
        let subject = Subject { chunk, beside: true, relative: None };
        Some(super::Report { parts, subject, verb: verb.clone(), position, rule })
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
        let told = Frames::SAY.and(Frames::CLAUSE).and(Frames::PERSON);
        if !verb.lemma.starts_with("according") && !Frames::of(&verb.lemma).is(told) {
            return None;
        }
        let start = self.content_start(comma)?;
        let first = start..comma;
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
                return Some((vec![first, end + 1..rest], CuePosition::Between, rule));
            }
        }
        self.is_clause(first.clone()).then(|| (vec![first], CuePosition::After, rule))
    }

    /// Whether the content goes on at `at` behind the reporting words: not a description of the
    /// speaker, and not what the speaker did meanwhile.
    fn takes_up(&self, at: usize, behind: usize) -> bool {
        let scene = self.scene;
        let word = self.lower(at);
        let leads = ["and", "but", "because", "so", "if", "since", "although", "or", "though"];
        let named = scene.chunk_to(behind).is_some();
        if named {
            return leads.contains(&word.as_str());
        }
        !scene.word(at).ends_with("ing") && !["who", "which", "whose"].contains(&word.as_str())
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
        let open = ends(from) || scene.kind(from) == Some(Kind::Comma);
        let told = Frames::of(&verb.lemma).is(Frames::PERSON) && !scene.is(from, Class::PRONOUN);
        let loose = ["last", "this", "earlier", "when", "while", "as", "here", "("];
        if !open && !told && !scene.is(from, adverbial) && !loose.contains(&scene.word(from)) {
            return None;
        }
        let limit = self.range.end.min(from + LONGEST);
        (from..limit)
            .find(|&at| ends(at) || scene.kind(at) == Some(Kind::Comma) || self.dash(at))
            .or((limit == self.range.end).then_some(limit))
    }

    /// A clause without "that": "He said it rains."
    pub(super) fn bare(&self, verb: &Verb, subject: &Subject) -> Option<Content> {
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
        let scene = self.scene;
        if self.asks_what(start, subject) {
            // "What he said was a bridge": the content is what it was.
            start += 1;
        }
        let fits = if frames.is(Frames::SAY) {
            self.opens_clause(start, subject)
        } else {
            !scene.is_noun_form(verb.at) && self.opens_plain_clause(start)
        };
        let end = self.fenced_end(start, subject);
        let long = frames.is(Frames::SAY) && end >= start + 4;
        if !fits || end < start + 2 || !(long || self.is_clause(start..end)) {
            return None;
        }
        Some((vec![start..end], CuePosition::Before, "clause behind its verb"))
    }

    /// Behind "on Monday", "last week", "in a statement".
    fn behind_time(&self, from: usize) -> usize {
        const SPANS: &[&str] =
            &["week", "month", "year", "night", "morning", "afternoon", "evening"];
        const OCCASIONS: &[&str] = &[
            "statement",
            "interview",
            "speech",
            "letter",
            "tweet",
            "email",
            "e-mail",
            "report",
            "post",
            "news",
            "conference",
            "release",
            "briefing",
            "call",
            "debate",
        ];
        let scene = self.scene;
        let mut at = from;
        for _ in 0..4 {
            let word = scene.word(at);
            if scene.is(at, Class::WEEKDAY)
                || ["today", "yesterday", "earlier", "recently", "later", "late", "early", "here"]
                    .contains(&word)
                || SPANS.contains(&word)
            {
                at += 1;
            } else if (word == "last" || word == "this") && SPANS.contains(&scene.word(at + 1))
                || word == "on" && scene.is(at + 1, Class::WEEKDAY)
            {
                at += 2;
            } else if ["in", "at"].contains(&word)
                && scene.is(at + 1, Class::CITY.and(Class::COUNTRY))
            {
                at += 2;
            } else if word == "in" && ["a", "an", "the"].contains(&scene.word(at + 1)) {
                let occasion = (at + 2..at + 6).find(|&at| OCCASIONS.contains(&scene.word(at)));
                let Some(occasion) = occasion else { break };
                at = occasion + 1;
            } else {
                break;
            }
        }
        at
    }

    /// Behind the one who is told at `from`.
    fn behind_told(&self, from: usize) -> usize {
        let scene = self.scene;
        if ["him", "her", "them", "me", "us", "reporters"].contains(&scene.word(from)) {
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
        let word = self.lower(start);
        if token.is(Class::AUXILIARY) {
            // "Which he said could rain": the content's subject is "which".
            let before = subject.chunk.start.checked_sub(1);
            return before.is_some_and(|at| ["which", "that", "what"].contains(&scene.word(at)));
        }
        const NEVER: &[&str] =
            &["and", "or", "but", "as", "so", "yes", "no", "than", "to", "of", "aboard"];
        match token.kind {
            Kind::Small | Kind::Capital => {
                !NEVER.contains(&word.as_str())
                    && !token.is(Class::REPORT)
                    && (!token.is(Class::PREPOSITION) || self.fronted(start))
            }
            Kind::Number => true,
            _ => ["$", "£", "€"].contains(&scene.word(start)),
        }
    }

    /// Whether an adverbial at `start` stands before its clause: "in May, it rains".
    fn fronted(&self, start: usize) -> bool {
        let scene = self.scene;
        let limit = self.range.end.min(start + 10);
        let comma = (start..limit).find(|&at| scene.kind(at) == Some(Kind::Comma));
        comma.is_some_and(|comma| self.opens_plain_clause(comma + 1))
    }

    /// Whether a subject and its verb stand at `start`.
    fn opens_plain_clause(&self, start: usize) -> bool {
        let scene = self.scene;
        let plain = ["there", "this", "these", "those", "that"];
        let word = scene.tokens.get(start).is_some_and(|token| {
            (token.is_word() || token.kind == Kind::Number) && !token.is(Class::PREPOSITION)
        });
        if !word || scene.outer_over(start).is_some() {
            return false;
        }
        let first = self.lower(start);
        let mut at = match scene.chunk_from(start) {
            Some(chunk) if chunk.possessive => return false,
            Some(chunk) => chunk.end,
            None if plain.contains(&first.as_str()) => start + 1,
            None => {
                let limit = self.range.end.min(start + 5);
                match (start..limit).find(|&at| scene.is(at, Class::AUXILIARY)) {
                    Some(at) if at > start => return true,
                    _ => return false,
                }
            }
        };
        if scene.is(start, Class::PRONOUN) && is_contracted(scene.word(start)) {
            return true;
        }
        // "The talks in Oslo failed": up to three such additions.
        for _ in 0..3 {
            let Some(chunk) = scene.chunk_from(at + 1).filter(|_| self.links(at)) else { break };
            at = chunk.end;
        }
        while scene.is(at, Class::ADVERB) && !scene.is(at, Class::WEEKDAY) {
            at += 1;
        }
        self.is_verbal(at) && !["and", "or"].contains(&scene.word(at))
    }

    fn to_the_end(&self, start: usize, subject: &Subject, rule: &'static str) -> Option<Content> {
        let end = self.fenced_end(start, subject);
        (end > start + 1).then(|| (vec![start..end], CuePosition::Before, rule))
    }

    /// The end of a content whose report may itself be a subordinate clause: "While he said it
    /// rains, it did not."
    fn fenced_end(&self, start: usize, subject: &Subject) -> usize {
        const SUBORDINATE: &[&str] = &[
            "while", "as", "if", "although", "though", "when", "after", "since", "because",
            "where", "which", "whom",
        ];
        let scene = self.scene;
        let end = self.content_end(start);
        let led = (subject.chunk.start.saturating_sub(2)..subject.chunk.start)
            .filter(|&at| at >= self.range.start)
            .any(|at| SUBORDINATE.contains(&self.lower(at).as_str()));
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
            Some(Kind::Other) => [";", "("].contains(&scene.word(at)),
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
        let joins = ["and", "but"].contains(&scene.word(at)) || comma;
        if !joins {
            return false;
        }
        let joined = comma && ["and", "but"].contains(&scene.word(at + 1));
        let mut next = at + 1 + usize::from(joined);
        while scene.is(next, Class::ADVERB) {
            next += 1;
        }
        let reports = Class::REPORT.and(Class::WEAK_REPORT).and(Class::SILENT_REPORT);
        if comma && scene.word(at + 1) == "but" && scene.word(next) != "that" {
            return true;
        }
        let verb = scene.kind(next) == Some(Kind::Small) && scene.is(next, reports);
        let participle = scene.is(next, Class::PARTICIPLE);
        if comma && !joined {
            return (verb && participle)
                || ["according", "compared", "while"].contains(&scene.word(next));
        }
        let finite = scene.word(next).ends_with("ed")
            || scene.word(next).ends_with('s')
            || ["said", "told"].contains(&scene.word(next));
        verb && !participle && finite && !takes("", scene.word(next))
    }

    pub(super) fn dash(&self, at: usize) -> bool {
        self.scene.kind(at) == Some(Kind::Dash)
    }

    /// Whether the tokens show that they are a clause: a subject and a verb behind it.
    pub(super) fn is_clause(&self, range: Range<usize>) -> bool {
        let scene = self.scene;
        let near = range.start..range.end.min(range.start + 24);
        near.clone().any(|at| {
            scene.outer_over(at).is_none()
                && (scene.is(at, Class::AUXILIARY) && at > range.start
                    || is_contracted(scene.word(at)))
        }) || scene.is(range.start, Class::PRONOUN)
            || ["there", "they", "this"].contains(&self.lower(range.start).as_str())
            || near.clone().any(|at| {
                scene.chunk_from(at).is_some_and(|chunk| {
                    chunk.end < range.end
                        && self.is_verbal(chunk.end)
                        && !["and", "or"].contains(&scene.word(chunk.end))
                })
            })
    }

    /// Whether the tokens are a subordinate clause or an adverbial alone: "If elected", "In May".
    fn is_subordinate(&self, range: Range<usize>) -> bool {
        const LEADERS: &[&str] = &[
            "if",
            "when",
            "while",
            "as",
            "after",
            "before",
            "since",
            "although",
            "though",
            "because",
            "asked",
            "in",
            "on",
            "at",
            "during",
            "with",
            "despite",
            "by",
            "for",
            "to",
            "until",
            "once",
            "of",
            "from",
            "like",
            "unlike",
            "speaking",
            "according",
            "following",
            "even",
            "still",
            "later",
            "then",
        ];
        let leads = |at: usize| LEADERS.contains(&self.lower(at).as_str());
        if !leads(range.start) {
            return false;
        }
        let last = range.clone().rev().find(|&at| self.scene.kind(at) == Some(Kind::Comma));
        match last {
            Some(comma) => leads(comma + 1) || !self.is_clause(comma + 1..range.end),
            None => !self.has_main_verb(range),
        }
    }

    /// Whether an auxiliary stands far enough behind a leading preposition to be the main verb's.
    fn has_main_verb(&self, range: Range<usize>) -> bool {
        let prepositional = self.scene.is(range.start, Class::PREPOSITION);
        prepositional && range.clone().skip(3).any(|at| self.scene.is(at, Class::AUXILIARY))
    }
}

fn is_be(word: &str) -> bool {
    ["is", "are", "was", "were", "be", "been", "being"].contains(&word)
}

/// "Don't", "we're", "they'll".
fn is_contracted(word: &str) -> bool {
    ["n't", "n’t", "'re", "’re", "'ll", "’ll", "'ve", "’ve", "'d", "’d"]
        .iter()
        .any(|end| word.ends_with(end))
}
