//! Decisions: what the ranker's verdict on a fragment means, with the words that report.
//!
//! Turns chances into confidence, and names the rule for a reader. Does not weigh candidates.

use super::{
    Confidence, Cue, CuePosition,
    candidates::{Case, Fragment, Last, Mentioned, Stage},
    features::verb_of,
    ranker::Verdict,
};

/// Who speaks a fragment, and how that is known.
pub(crate) struct Decision {
    /// The mention that names the speaker; none if nobody speaks.
    pub(crate) who: Option<Mentioned>,
    /// The words that report.
    pub(crate) cue: Option<Cue>,
    /// The rule, for a reader.
    pub(crate) rule: &'static str,
    /// How likely the decision is right, in percent.
    pub(crate) percent: u8,
}

/// From how many percent on a speaker is sure: on articles that the ranker has not seen, at least
/// 95 of 100 such speakers are right.
const SURE: u8 = 90;

/// From how many percent on a speaker is likely.
const LIKELY: u8 = 60;

impl Decision {
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
pub(crate) fn decide(
    case: &Case,
    verdict: Verdict,
    stage: &Stage<'_, '_>,
    fragment: &Fragment,
    last: Option<&Last>,
) -> Decision {
    let percent = (verdict.chance * 100.0) as u8;
    let chosen = verdict.choice.and_then(|at| case.candidates.get(at));
    let Some((chosen, who)) = chosen.and_then(|chosen| Some((chosen, chosen.who?))) else {
        return Decision { who: None, cue: None, rule: "nobody's words", percent };
    };
    let scene = stage.scenes.get(who.scene);
    if let Some((proposal, scene)) = chosen.proposal.zip(scene) {
        let cue = Some(scene.cue(&proposal.verb, proposal.position));
        return Decision { who: Some(who), cue, rule: proposal.by.name(), percent };
    }
    if last.is_some_and(|last| last.who == who) {
        return Decision {
            who: Some(who),
            cue: None,
            rule: "goes on from the quotation before",
            percent,
        };
    }
    let here = who.scene == fragment.scene && fragment.sentence.contains(&who.chunk.start);
    let place = stage.place(fragment).map_or(0, |(_, outer)| outer.tokens.start);
    let verb =
        scene.filter(|_| here).and_then(|scene| Some((scene, verb_of(scene, &who.chunk).0?)));
    let cue = verb.map(|(scene, verb)| {
        let after = verb.at >= place;
        scene.cue(&verb, if after { CuePosition::After } else { CuePosition::Before })
    });
    let rule = match (here, who.scene == fragment.scene) {
        (true, _) => "most likely in the sentence",
        (_, true) => "most likely in the paragraph",
        _ => "most likely in the paragraph beside",
    };
    Decision { who: Some(who), cue, rule, percent }
}
