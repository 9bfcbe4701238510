//! Proposals: whom the rules take for the speaker of a quotation, by the words around it.
//!
//! Looks at one outer sentence. Each rule proposes for itself; which proposal holds, the ranker
//! decides. Does not know who a name or a "he" is.

use std::ops::Range;

use super::{
    CuePosition, MentionKind,
    scene::{Outer, Scene, Verb},
};
use crate::person::{
    chunk::Chunk,
    lexicon::{
        Class, Lemma,
        words::{Words, words},
    },
    token::Kind,
};

/// Whom a rule takes for the speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Proposal {
    /// The words that name the speaker.
    pub(crate) mention: Chunk,
    /// The words that report.
    pub(crate) verb: Verb,
    /// Where they stand.
    pub(crate) position: CuePosition,
    /// The rule.
    pub(crate) by: Proposer,
}

/// The rules that propose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Proposer {
    VerbAndSpeakerAfter,
    SpeakerAndVerbAfter,
    DescribedAfter,
    NameAfterDash,
    AccordingTo,
    NameAndColon,
    SpeakerAndVerbBefore,
    WhoBefore,
    DescribedBefore,
    SubjectBefore,
    AtTheEnd,
}

impl Proposer {
    /// The rule's name, for a reader.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::VerbAndSpeakerAfter => "verb and speaker after",
            Self::SpeakerAndVerbAfter => "speaker and verb after",
            Self::DescribedAfter => "speaker, who is described, and verb after",
            Self::NameAfterDash => "name after a dash",
            Self::AccordingTo => "according to",
            Self::NameAndColon => "name and colon",
            Self::SpeakerAndVerbBefore => "speaker and verb before",
            Self::WhoBefore => "who and verb before",
            Self::DescribedBefore => "speaker, who is described, and verb before",
            Self::SubjectBefore => "subject of the sentence",
            Self::AtTheEnd => "speaker and verb at the end",
        }
    }
}

/// Verbs of thinking: where somebody says what somebody thinks, the one who says it speaks.
const THOUGHTS: &[&str] = &["believe", "consider", "feel", "find", "hope", "think", "wonder"];

/// How far from a quotation a verb in the same sentence may stand, in tokens.
const REACH: usize = 60;

/// How many rules propose.
pub(crate) const RULES: usize = 6;

/// What each rule proposes for the quotation `outer` of the outer sentence `sentence`; those that
/// are right most often come first.
pub(crate) fn proposals(
    scene: &Scene<'_>,
    sentence: &Range<usize>,
    outer: &Outer,
) -> [Option<Proposal>; RULES] {
    let asker = Asker { scene, sentence: sentence.clone(), quote: outer.tokens.clone() };
    [
        asker.right_after(),
        asker.according_to(),
        asker.colon(),
        asker.before(8),
        asker.at_the_end(),
        asker.before(REACH),
    ]
}

struct Asker<'a> {
    scene: &'a Scene<'a>,
    sentence: Range<usize>,
    quote: Range<usize>,
}

impl Asker<'_> {
    /// "…," Smith said; "…," said Smith; "…" – Smith.
    fn right_after(&self) -> Option<Proposal> {
        let scene = self.scene;
        let mut at = self.quote.end;
        if at >= self.sentence.end {
            return None;
        }
        let dash = scene.kind(at) == Some(Kind::Dash);
        if dash || scene.kind(at) == Some(Kind::Comma) {
            at += 1;
        }
        if let Some(found) = self.inverted(at).or_else(|| self.upright(at)) {
            return Some(found);
        }
        let chunk = scene.chunk_from(at)?;
        let rest = chunk.end..scene.tokens.len();
        let last = rest.len() <= 1 && rest.into_iter().all(|at| scene.kind(at) == Some(Kind::Stop));
        let verb = Verb::mark(self.quote.end);
        (dash && last && chunk.name.is_some())
            .then(|| found(*chunk, verb, CuePosition::After, Proposer::NameAfterDash))
    }

    /// A verb at `at`, and the speaker right behind it: "said Smith".
    fn inverted(&self, at: usize) -> Option<Proposal> {
        let verb = self.scene.reports(at).then(|| self.scene.verb_at(at, at))?;
        let chunk = self.scene.chunk_from(verb.end)?;
        if chunk.possessive {
            return None;
        }
        Some(found(*chunk, verb, CuePosition::After, Proposer::VerbAndSpeakerAfter))
    }

    /// A speaker at `at`, and the verb behind: "Smith said", "Smith, the envoy, said".
    fn upright(&self, at: usize) -> Option<Proposal> {
        let scene = self.scene;
        let chunk = scene.chunk_from(at).filter(|chunk| !chunk.possessive)?;
        let end = scene.after_brackets(chunk.end);
        let (verb, by) = match scene.verb(end) {
            Some(verb) => (verb, Proposer::SpeakerAndVerbAfter),
            None => (scene.verb(self.after_apposition(end)?)?, Proposer::DescribedAfter),
        };
        (verb.end <= self.sentence.end).then(|| found(*chunk, verb, CuePosition::After, by))
    }

    /// Behind a description between commas that begins at `at`.
    fn after_apposition(&self, at: usize) -> Option<usize> {
        if self.scene.kind(at) != Some(Kind::Comma) {
            return None;
        }
        let limit = self.sentence.end.min(at + 30);
        (at + 2..limit)
            .filter(|&end| self.scene.kind(end) == Some(Kind::Comma))
            .map(|end| end + 1)
            .find(|&behind| self.scene.verb(behind).is_some())
    }

    /// "According to Smith, …", before or after.
    fn according_to(&self) -> Option<Proposal> {
        let scene = self.scene;
        let before =
            self.quote.start.saturating_sub(REACH).max(self.sentence.start)..self.quote.start;
        let after = self.quote.end..self.sentence.end.min(self.quote.end + 20);
        before.rev().chain(after).find_map(|at| {
            let cue = scene.any(at, words!("according")) && scene.small(at + 1, words!("to"));
            if !cue || scene.quoted(at) {
                return None;
            }
            let chunk = scene.chunk_from(at + 2)?;
            let verb = Verb { end: at + 2, lemma: Lemma::ACCORDING_TO, ..Verb::mark(at) };
            let position =
                if at < self.quote.start { CuePosition::Before } else { CuePosition::After };
            Some(found(*chunk, verb, position, Proposer::AccordingTo))
        })
    }

    /// "Smith: …".
    fn colon(&self) -> Option<Proposal> {
        let colon = self.quote.start.checked_sub(1)?;
        if self.scene.kind(colon) != Some(Kind::Colon) || colon <= self.sentence.start {
            return None;
        }
        let chunk = self.scene.chunk_to(colon).filter(|chunk| chunk.name.is_some())?;
        if chunk.start > self.sentence.start {
            return None;
        }
        Some(found(*chunk, Verb::mark(colon), CuePosition::Before, Proposer::NameAndColon))
    }

    /// A verb before the quotation, at most `reach` tokens away, with its subject.
    fn before(&self, reach: usize) -> Option<Proposal> {
        let scene = self.scene;
        let first = self.quote.start.saturating_sub(reach).max(self.sentence.start);
        let mut fallback = None;
        let best = (first..self.quote.start).rev().find_map(|at| {
            let weak = !scene.reports_far(at);
            let near = self.quote.start - at <= 6;
            if !scene.reports(at) || scene.quoted(at) || (weak && !near) {
                return None;
            }
            let verb = scene.verb_at(self.group(at), at);
            let (chunk, by) = self.subject(&verb)?;
            let thing = self.is_word(&chunk, words!("it this"));
            let thought = THOUGHTS.contains(&verb.lemma.word());
            let found = found(chunk, verb, CuePosition::Before, by);
            if thing || thought {
                // "She said it shows", "he said he thought": whoever said it speaks.
                fallback.get_or_insert(found);
                return None;
            }
            Some(found)
        });
        best.or(fallback)
    }

    /// Where the group of the verb at `at` begins: before its auxiliaries and adverbs.
    fn group(&self, at: usize) -> usize {
        let helpers = Class::AUXILIARY.and(Class::ADVERB);
        let mut group = at;
        while group > self.sentence.start && self.scene.is(group - 1, helpers) {
            group -= 1;
        }
        group
    }

    /// The subject of a verb that stands before the quotation.
    fn subject(&self, verb: &Verb) -> Option<(Chunk, Proposer)> {
        let scene = self.scene;
        if scene.is(verb.at, Class::PARTICIPLE) {
            return self.first_subject(verb.group).map(|chunk| (chunk, Proposer::SubjectBefore));
        }
        let group = scene.before_brackets(verb.group);
        if let Some(chunk) = scene.chunk_to(group).filter(|chunk| !chunk.possessive) {
            if chunk.kind == MentionKind::Pronoun && self.is_word(chunk, words!("who")) {
                let behind = chunk.start.saturating_sub(1);
                let before = scene.chunk_to(behind).or_else(|| scene.chunk_to(chunk.start))?;
                return Some((*before, Proposer::WhoBefore));
            }
            return self.head(chunk).map(|chunk| (chunk, Proposer::SpeakerAndVerbBefore));
        }
        let comma = group.checked_sub(1).filter(|&at| scene.kind(at) == Some(Kind::Comma));
        if let Some(comma) = comma {
            let described = (self.sentence.start..comma)
                .rev()
                .take(30)
                .filter(|&at| scene.kind(at) == Some(Kind::Comma))
                .find_map(|at| scene.chunk_to(at));
            let chunk = described.or_else(|| scene.chunk_to(comma))?;
            return Some((*chunk, Proposer::DescribedBefore));
        }
        if group > self.sentence.start && scene.small(group - 1, words!("to")) {
            return self.first_subject(group).map(|chunk| (chunk, Proposer::SubjectBefore));
        }
        None
    }

    /// Whether the chunk is one of the words alone.
    fn is_word(&self, chunk: &Chunk, words: &Words) -> bool {
        chunk.end == chunk.start + 1 && self.scene.written(chunk.start, words)
    }

    /// The chunk that acts: not "the streets" in "protesters in the streets chanted".
    fn head(&self, chunk: &Chunk) -> Option<Chunk> {
        let mut head = *chunk;
        for _ in 0..4 {
            let before = head.start.checked_sub(1).filter(|&at| at >= self.sentence.start);
            let Some(link) = before.filter(|&at| self.scene.is(at, Class::PREPOSITION)) else {
                return Some(head);
            };
            match self.scene.chunk_to(link).filter(|chunk| !chunk.possessive) {
                Some(chunk) => head = *chunk,
                None => return self.first_subject(link),
            }
        }
        Some(head)
    }

    /// The first chunk of the sentence that could act, outside quotations and before `limit`.
    fn first_subject(&self, limit: usize) -> Option<Chunk> {
        let scene = self.scene;
        let from = scene.chunks.partition_point(|chunk| chunk.start < self.sentence.start);
        let inside = scene.chunks.get(from..)?.iter().take_while(|chunk| chunk.end <= limit);
        let acts = |chunk: &&Chunk| {
            let before = chunk.start.checked_sub(1).filter(|&at| at >= self.sentence.start);
            !chunk.possessive
                && !scene.quoted(chunk.start)
                && !before.is_some_and(|at| scene.is(at, Class::PREPOSITION))
        };
        inside.clone().take(40).find(acts).copied()
    }

    /// A speaker and a verb after a comma at the end of the sentence: "…, Smith said."
    fn at_the_end(&self) -> Option<Proposal> {
        let scene = self.scene;
        let limit = self.sentence.end.min(self.quote.end + REACH);
        let last = (self.quote.end..limit).rev().find_map(|at| {
            let here = scene.kind(at) == Some(Kind::Comma) && !scene.quoted(at);
            let from = if here { at + 1 } else { scene.outer_over(at)?.tokens.end };
            self.inverted(from).or_else(|| self.upright(from))
        })?;
        Some(Proposal { by: Proposer::AtTheEnd, ..last })
    }
}

fn found(mention: Chunk, verb: Verb, position: CuePosition, by: Proposer) -> Proposal {
    Proposal { mention, verb, position, by }
}
