//! Decisions: what the ranker's verdict on a fragment means, with the words that report.
//!
//! Turns chances into confidence, and names the rule for a reader. Does not weigh candidates.

use super::{
    Confidence, Cue, CuePosition, MentionKind,
    attribute::Proposal,
    candidates::{Case, Fragment, Last, Mentioned, Stage},
    features::verb_of,
    ranker::Verdict,
    scene::Scene,
};
use crate::person::{
    chunk::Chunk,
    token::{Kind, Token},
};

/// Who speaks a fragment, and how that is known.
pub(crate) struct Decision<'s> {
    /// The mention that was judged; none if nobody speaks.
    pub(crate) who: Option<Mentioned<'s>>,
    /// The words that name the speaker best: a name beside a description.
    pub(crate) mention: Option<Chunk>,
    /// The words that report.
    pub(crate) cue: Option<Cue>,
    /// The rule, for a reader.
    pub(crate) rule: &'static str,
    /// How likely the decision is right, in percent.
    pub(crate) percent: u8,
}

/// From how many percent on a speaker is sure: on articles that the ranker has not seen, at least
/// 95 of 100 such speakers are right.
const SURE: u8 = 89;

/// From how many percent on a speaker is likely.
const LIKELY: u8 = 60;

impl Decision<'_> {
    /// How far to trust it.
    pub(crate) fn confidence(&self) -> Confidence {
        match self.percent {
            _ if self.who.is_none() => Confidence::Check,
            SURE.. => Confidence::Sure,
            LIKELY.. => Confidence::Likely,
            _ => Confidence::Check,
        }
    }
}

/// What the verdict on a case means.
pub(crate) fn decide<'s>(
    case: &Case<'s>,
    verdict: Verdict,
    stage: &Stage<'s, '_>,
    fragment: &Fragment,
    last: Option<&Last<'_>>,
) -> Decision<'s> {
    let percent = (verdict.chance * 100.0) as u8;
    let chosen = verdict.choice.and_then(|at| case.candidates.get(at));
    let placed = chosen.and_then(|chosen| {
        let who = chosen.who;
        Some((chosen, who, stage.scenes.get(who.scene)?))
    });
    let Some((chosen, who, scene)) = placed else {
        return Decision { who: None, mention: None, cue: None, rule: "nobody's words", percent };
    };
    let goes_on = last.is_some_and(|last| last.who.is(&who));
    let (cue, rule) =
        match fragment.proposal(chosen.proposal).map(|proposal| reported(proposal, scene)) {
            Some(found) => found,
            None if goes_on => (None, "goes on from the quotation before"),
            None => guessed(&who, scene, stage, fragment),
        };
    Decision { who: Some(who), mention: Some(named(scene, *who.chunk)), cue, rule, percent }
}

/// The words that report and the rule's name, where a rule proposes the chosen one.
fn reported(proposal: &Proposal, scene: &Scene<'_>) -> (Option<Cue>, &'static str) {
    (Some(scene.cue(&proposal.verb, proposal.position)), proposal.by.name())
}

/// The verb beside one whom no rule proposes, if it stands in the sentence, and where they stand.
fn guessed(
    who: &Mentioned<'_>,
    scene: &Scene<'_>,
    stage: &Stage<'_, '_>,
    fragment: &Fragment,
) -> (Option<Cue>, &'static str) {
    if who.scene != fragment.scene {
        return (None, "most likely in the paragraph beside");
    }
    if !fragment.sentence.contains(&who.chunk.start) {
        return (None, "most likely in the paragraph");
    }
    let start = stage.place(fragment).map_or(0, |(_, outer)| outer.tokens.start);
    let cue = verb_of(scene, who.chunk).0.map(|verb| {
        let before = verb.at < start;
        scene.cue(&verb, if before { CuePosition::Before } else { CuePosition::After })
    });
    (cue, "most likely in the sentence")
}

/// The name that follows a description, as in "her rival, Tom Peake,"; the mention itself otherwise.
fn named(scene: &Scene<'_>, chunk: Chunk) -> Chunk {
    let described = chunk.name.is_none() && chunk.kind != MentionKind::Pronoun;
    if !described || scene.kind(chunk.end) != Some(Kind::Comma) {
        return chunk;
    }
    let name = scene.chunk_from(chunk.end + 1).copied().filter(|name| {
        matches!(name.kind, MentionKind::Name | MentionKind::TitledName)
            && !name.possessive
            && !scene.tokens.get(name.end).is_some_and(Token::is_word)
    });
    name.unwrap_or(chunk)
}
