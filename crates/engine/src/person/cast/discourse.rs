//! Salience: who is spoken of at each place of a document, so that "he" finds its person.
//!
//! After Lappin and Leass, "An algorithm for pronominal anaphora resolution" (1994): each mention
//! gives weight to its person by what it does in the sentence, the weight fades from sentence to
//! sentence, and a pronoun takes the heaviest person whose gender fits. Only the heaviest are
//! kept, so that the cost is linear.

use super::member::Member;
use crate::{
    article::BlockKind,
    person::{
        Gender,
        naming::{Naming, Part},
    },
};

/// Who is spoken of, as far as a document is read.
#[derive(Debug, Default)]
pub(super) struct Discourse {
    active: Vec<Active>,
}

/// Somebody who is spoken of.
#[derive(Clone, Copy, Debug)]
struct Active {
    who: usize,
    /// The weight when it was last added to.
    weight: f32,
    /// The weight inside quotations.
    quoted: f32,
    /// The sentence and the block of then.
    sentence: u32,
    block: u32,
    /// The sentence in which the person was last named inside a quotation.
    quoted_in: Option<u32>,
    /// The sentence in which the person last was a subject.
    acted_in: Option<u32>,
}

/// The most people who are kept in mind.
const MOST_ACTIVE: usize = 24;
/// What is left of a weight one sentence later.
const FADE: f32 = 0.4;
/// What is left of it besides, one block later.
const FADE_BLOCK: f32 = 0.75;
/// What the weight of somebody whose gender is not known counts.
const GENDER_UNKNOWN: f32 = 0.6;
/// What the weight of somebody counts who is named in the quotation beside the pronoun.
const NAMED_IN_QUOTE: f32 = 0.3;

impl Discourse {
    /// Keeps that somebody is mentioned.
    pub(super) fn note(&mut self, naming: &Naming<'_>, who: usize) {
        let gain = gain(naming);
        let at = self.active.iter().position(|active| active.who == who);
        let mut active =
            at.map_or_else(|| Active::new(who, naming), |at| self.active.swap_remove(at));
        let fade = active.fade(naming);
        (active.weight, active.quoted) = (active.weight * fade, active.quoted * fade);
        (active.sentence, active.block) = (naming.sentence, naming.block);
        if naming.quoted {
            active.quoted += gain;
            active.weight += gain * 0.05;
            active.quoted_in = Some(naming.sentence);
        } else {
            active.weight += gain;
            if matches!(naming.part, Part::Speaks | Part::Acts) {
                active.acted_in = Some(naming.sentence);
            }
        }
        self.active.push(active);
        if self.active.len() > MOST_ACTIVE {
            let weights = self.active.iter().map(|active| {
                let fade = active.fade(naming);
                active.weight * fade + active.quoted * fade
            });
            let least = weights.enumerate().min_by(|(_, left), (_, right)| left.total_cmp(right));
            if let Some(at) = least.map(|(at, _)| at) {
                self.active.swap_remove(at);
            }
        }
    }

    /// Who is meant by a pronoun.
    pub(super) fn antecedent(&self, naming: &Naming<'_>, members: &[Member]) -> Option<usize> {
        let weight = |active: &Active| {
            let known = members.get(active.who).and_then(Member::gender);
            let gender = gender(naming.gender, known)?;
            // "Smith met him": not Smith.
            if naming.part == Part::Other && active.acted_in == Some(naming.sentence) {
                return None;
            }
            let beside = naming.part == Part::Speaks
                && !naming.quoted
                && active.quoted_in == Some(naming.sentence);
            let named = if beside { NAMED_IN_QUOTE } else { 1.0 };
            Some(gender * named * active.heard(naming))
        };
        let heavy = self.active.iter().filter_map(|active| Some((active.who, weight(active)?)));
        heavy.max_by(|(_, left), (_, right)| left.total_cmp(right)).map(|(who, _)| who)
    }

    /// The heaviest of `several`, if any of them is spoken of.
    pub(super) fn most_salient(&self, naming: &Naming<'_>, several: &[usize]) -> Option<usize> {
        let spoken_of = self.active.iter().filter(|active| several.contains(&active.who));
        spoken_of
            .max_by(|left, right| left.heard(naming).total_cmp(&right.heard(naming)))
            .map(|active| active.who)
    }
}

impl Active {
    fn new(who: usize, naming: &Naming<'_>) -> Self {
        Self {
            who,
            weight: 0.0,
            quoted: 0.0,
            sentence: naming.sentence,
            block: naming.block,
            quoted_in: None,
            acted_in: None,
        }
    }

    fn fade(&self, naming: &Naming<'_>) -> f32 {
        if self.sentence == naming.sentence && self.block == naming.block {
            return 1.0;
        }
        let steps = |from: u32, to: u32| i32::try_from(to.saturating_sub(from)).unwrap_or(i32::MAX);
        FADE.powi(steps(self.sentence, naming.sentence))
            * FADE_BLOCK.powi(steps(self.block, naming.block))
    }

    /// The weight for a naming, inside or outside of a quotation.
    fn heard(&self, naming: &Naming<'_>) -> f32 {
        let fade = self.fade(naming);
        if naming.quoted {
            self.quoted * fade + self.weight * fade * 0.5
        } else {
            self.weight * fade
        }
    }
}

/// The weight that a mention gives.
fn gain(naming: &Naming<'_>) -> f32 {
    let part = match naming.part {
        Part::Speaks => 100.0,
        Part::Acts => 80.0,
        Part::Owns => 35.0,
        Part::Other => 25.0,
    };
    let place = if naming.place == BlockKind::Paragraph { 1.0 } else { 0.5 };
    part * place
}

/// What the weight of a person counts, by gender; nothing if it contradicts the pronoun.
fn gender(wanted: Option<Gender>, known: Option<Gender>) -> Option<f32> {
    match (wanted, known) {
        (None, _) => Some(1.0),
        (Some(_), None) => Some(GENDER_UNKNOWN),
        (Some(wanted), Some(known)) => (wanted == known).then_some(1.0),
    }
}
