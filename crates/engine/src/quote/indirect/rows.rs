//! Rows: what the network sees of a cue and of each report that is proposed of it: of who speaks, of
//! where the content begins, and of where it ends, which reports share.
//!
//! A row holds one number for each template, in the order in which they are put. Does not weigh
//! anything.

use super::{Content, Sentence, cases::Case, cue::Verb, subject::Subject};
use crate::{
    person::{
        lexicon::{
            Class,
            words::{Numbers, words},
        },
        token::Kind,
    },
    quote::features::{
        Row, bucket,
        mention::{mention, nature},
        of_block,
        words::{WORD_CLASSES, word_class},
    },
};

/// How many templates describe a cue.
const CUE_TEMPLATES: usize = 17;
/// The features of a cue.
pub(super) type CueRow = [u16; CUE_TEMPLATES];

/// The features of who speaks.
pub(super) type SubjectRow = [u16; 8];
/// The features of where a content begins.
pub(super) type BeginRow = [u16; 8];
/// The features of a content by its words and its end.
pub(super) type EndRow = [u16; 12];

/// Where the numbers of each kind of row begin; the first is that of any report.
pub(super) const ANY: u16 = 0;
const SUBJECT: u16 = ANY + 1;
const BEGIN: u16 = SUBJECT + 16 + 8 + 4 + 8 + 12 + 2 * WORD_CLASSES + 5;
/// Where those of the content's clause begin, between those of its beginning.
const CLAUSE: u16 = BEGIN + 16 + 4 + 3 * WORD_CLASSES + 6 + 2;

/// The most verbs that are told from each other.
const VERBS: u16 = 320;

impl Sentence<'_> {
    /// The features of a case's cue.
    pub(super) fn cue_row(&self, case: &Case) -> CueRow {
        let (scene, verb) = (self.scene, &case.verb);
        let mut row = Row::new();
        row.put(1, 0);
        row.put(VERBS, usize::from(verb.number));
        row.put(8, self.form(verb));
        row.put(8, self.help(verb));
        row.put(
            3,
            usize::from(scene.is(verb.at, Class::REPORT)) + usize::from(scene.reports(verb.at)),
        );
        row.put(2, usize::from(verb.end > verb.at + 1));
        let before = verb.group.checked_sub(1).filter(|&at| at >= self.range.start);
        row.put(WORD_CLASSES, word_class(scene, before));
        row.put(WORD_CLASSES, word_class(scene, Some(verb.end)));
        row.put(WORD_CLASSES, word_class(scene, Some(verb.end + 1)));
        row.put(WORD_CLASSES, word_class(scene, Some(verb.end + 2)));
        row.put(4, of_block(scene.block.kind));
        row.put(8, bucket(self.range.len(), &[6, 12, 18, 24, 32, 42, 60]));
        row.put(6, bucket(verb.at - self.range.start, &[0, 2, 6, 12, 24]));
        row.put(3, case.number);
        row.put(3, case.reports.first().map_or(0, |report| 1 + usize::from(report.subject.beside)));
        row.put(5, case.reports.len().min(4));
        row.put(4, self.marks_around());
        debug_assert_eq!(row.written(), CUE_TEMPLATES);
        row.row
    }

    /// The form of the verb: "say", "says", "said", "saying"; a noun's; none.
    fn form(&self, verb: &Verb) -> usize {
        let scene = self.scene;
        let word = scene.word(verb.at);
        match scene.lemma(verb.at).word() {
            "" => 0,
            _ if scene.is(verb.at, Class::PARTICIPLE) => 1,
            _ if scene.is_noun_form(verb.at) => 2,
            lemma if word == lemma => 3,
            _ if word.ends_with('s') => 4,
            _ if word.ends_with("ed") => 5,
            _ => 6,
        }
    }

    /// What helps the verb: "has said", "is saying", "did say", "will say", "to say".
    fn help(&self, verb: &Verb) -> usize {
        if verb.group == verb.at {
            let before = verb.group.checked_sub(1);
            return usize::from(before.is_some_and(|at| self.scene.small(at, words!("to"))));
        }
        const HELPS: Numbers = Numbers::of(&[
            ("has have had", 2),
            ("is are was were be been", 3),
            ("do does did", 4),
            ("will", 5),
        ]);
        let help = |at: usize| {
            let small = self.scene.kind(at) == Some(Kind::Small);
            Some(HELPS.get(self.scene.known(at))).filter(|help| small && *help > 0)
        };
        (verb.group..verb.at).find_map(help).unwrap_or(6)
    }

    /// Whether the sentence begins or ends with a quotation in marks, or has one.
    fn marks_around(&self) -> usize {
        let scene = self.scene;
        let over = |at: usize| scene.quoted(at);
        match (over(self.range.start), over(self.range.end.saturating_sub(2))) {
            (true, _) => 1,
            (_, true) => 2,
            _ => {
                let from =
                    scene.outer.partition_point(|outer| outer.tokens.start < self.range.start);
                let inside = scene.outer.get(from);
                3 * usize::from(inside.is_some_and(|outer| outer.tokens.start < self.range.end))
            }
        }
    }

    /// The features of who speaks.
    pub(super) fn subject_row(&self, verb: &Verb, subject: &Subject) -> SubjectRow {
        let (scene, chunk) = (self.scene, &subject.chunk);
        let mut row = Row::from(SUBJECT);
        row.put(16, mention(scene, chunk));
        row.put(8, nature(scene, chunk));
        row.put(4, subject.rank);
        let relative = usize::from(subject.relative.is_some());
        let thing = usize::from(subject.is_thing(scene));
        row.put(8, usize::from(subject.beside) + 2 * relative + 4 * thing);
        let behind = chunk.start >= verb.end;
        let far =
            if behind { chunk.start - verb.end } else { verb.group.saturating_sub(chunk.end) };
        row.put(12, bucket(far, &[0, 1, 3, 7, 15]) + 6 * usize::from(behind));
        let before = chunk.start.checked_sub(1).filter(|&at| at >= self.range.start);
        row.put(WORD_CLASSES, word_class(scene, before));
        row.put(WORD_CLASSES, word_class(scene, Some(chunk.end)));
        row.put(5, (chunk.end - chunk.start).min(4));
        row.row
    }

    /// The features of where the content begins.
    pub(super) fn begin_row(&self, verb: &Verb, content: &Content) -> BeginRow {
        let (scene, start) = (self.scene, content.first.start);
        let mut row = Row::from(BEGIN);
        row.put(16, content.how as usize);
        row.put(4, content.position as usize);
        row.put(WORD_CLASSES, word_class(scene, Some(start)));
        row.put(WORD_CLASSES, word_class(scene, Some(start + 1)));
        row.put(WORD_CLASSES, word_class(scene, Some(start + 2)));
        row.put(6, bucket(start.saturating_sub(verb.end), &[0, 1, 3, 6, 10]));
        row.put(2, usize::from(self.opens_plain_clause(start)));
        let capital = scene.kind(start) == Some(Kind::Capital);
        row.skip(4);
        row.put(3, usize::from(start == self.range.start) + usize::from(capital));
        row.row
    }

    /// From which end on tokens that begin where the content does are a clause.
    pub(super) fn clause_of(&self, content: &Content) -> usize {
        self.clause_end(content.first.start, self.range.end)
    }

    /// The features of what the content is, how long it is, and where it ends; from the end `clause`
    /// on it would be a clause.
    pub(super) fn end_row(&self, content: &Content, clause: usize) -> EndRow {
        let scene = self.scene;
        let last = if content.rest.is_empty() { &content.first } else { &content.rest };
        let length = content.first.len() + content.rest.len();
        let mut row = Row::from(CLAUSE);
        let clause = clause <= content.first.end;
        let subordinate = self.is_subordinate(content.first.clone());
        row.put(4, usize::from(clause) + 2 * usize::from(subordinate));
        row.skip(3);
        row.put(10, bucket(length, &[2, 3, 4, 6, 9, 13, 18, 26, 40]));
        row.put(16, content.why);
        row.put(WORD_CLASSES, word_class(scene, Some(last.end)));
        row.put(WORD_CLASSES, word_class(scene, Some(last.end + 1)));
        row.put(WORD_CLASSES, word_class(scene, Some(last.end + 2)));
        row.put(WORD_CLASSES, word_class(scene, last.end.checked_sub(1)));
        row.put(28, self.joint(last.end));
        row.put(6, bucket(self.range.end.saturating_sub(last.end), &[1, 3, 6, 12, 24]));
        let (mut helps, mut commas) = (0, 0);
        for token in scene.tokens.get(last.clone()).unwrap_or_default().iter().take(60) {
            helps += usize::from(token.is(Class::AUXILIARY));
            commas += usize::from(token.kind == Kind::Comma);
        }
        row.put(4, helps);
        row.put(4, commas);
        let marked = scene.outer.partition_point(|outer| outer.tokens.start < last.start);
        let marked = scene.outer.get(marked).is_some_and(|outer| outer.tokens.start < last.end);
        row.put(2, usize::from(marked));
        row.row
    }
}
