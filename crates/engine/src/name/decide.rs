//! Decides what a candidate names, by its own words and by the votes of all its mentions.
//!
//! Does not know which names are one entity's.

use super::{
    cut::{Candidate, Shape},
    gazetteer::{Kind, Mark, mark},
    setting::Votes,
};
use crate::{
    person::lexicon::{Class, look_up},
    quote::Confidence,
    text::keyed::{Key, Map},
};

/// What a candidate names, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Verdict {
    pub(super) kind: Kind,
    pub(super) rule: &'static str,
    pub(super) confidence: Confidence,
    pub(super) doubt: Option<&'static str>,
}

impl Verdict {
    fn sure(kind: Kind, rule: &'static str) -> Self {
        Self { kind, rule, confidence: Confidence::Sure, doubt: None }
    }

    pub(super) fn likely(kind: Kind, rule: &'static str) -> Self {
        Self { confidence: Confidence::Likely, ..Self::sure(kind, rule) }
    }
}

/// The votes for each unknown name, over all documents.
#[derive(Default)]
pub(super) struct Polls {
    by_name: Map,
    votes: Vec<(Key, Votes)>,
}

impl Polls {
    /// Counts the votes for one mention.
    pub(super) fn add(&mut self, words: &str, candidate: &Candidate) {
        let unsaid = matches!(candidate.shape, Shape::Unknown | Shape::Acronym);
        if unsaid && (!candidate.initial || candidate.votes.place > 1) {
            self.count(Key::EMPTY.and(words), candidate.votes);
        }
    }

    /// Adds what others counted.
    pub(super) fn join(&mut self, others: &Self) {
        others.votes.iter().for_each(|(name, votes)| self.count(*name, *votes));
    }

    fn count(&mut self, name: Key, votes: Votes) {
        let at = *self.by_name.entry(name, self.votes.len()) as usize;
        if at == self.votes.len() {
            self.votes.push((name, Votes::default()));
        }
        if let Some((_, sum)) = self.votes.get_mut(at) {
            sum.place = sum.place.saturating_add(votes.place);
            sum.body = sum.body.saturating_add(votes.body);
        }
    }

    /// What the candidate names; nothing if that is neither organisation nor place, or not known.
    pub(super) fn decide(&self, words: &str, candidate: &Candidate) -> Option<Verdict> {
        match candidate.shape {
            Shape::Known(known) if known.kind == Kind::Place => {
                Some(Verdict { doubt: doubt(words, look_up(words).class), ..listed(known.kind) })
            }
            Shape::Known(known) => Some(listed(known.kind)),
            Shape::Place(class) => {
                Some(Verdict { doubt: doubt(words, class), ..listed(Kind::Place) })
            }
            Shape::Body => Some(Verdict::sure(Kind::Body, "head word of a body")),
            Shape::Site(rule) => Some(Verdict::likely(Kind::Place, rule)),
            Shape::Matter | Shape::Head => None,
            Shape::Acronym if mark(words).is(Mark::PLAIN) => None,
            Shape::Acronym => {
                let votes = self.votes(words).unwrap_or_default();
                (votes.body > 0)
                    .then(|| Verdict::likely(Kind::Body, "capitals used as a body's name"))
            }
            Shape::Unknown => self.polled(words),
        }
    }

    fn votes(&self, words: &str) -> Option<Votes> {
        self.votes.get(self.by_name.place(Key::EMPTY.and(words))?).map(|(_, votes)| *votes)
    }

    fn polled(&self, words: &str) -> Option<Verdict> {
        let votes = self.votes(words)?;
        if votes.body > votes.place && votes.body > 1 {
            Some(Verdict::likely(Kind::Body, "beside what a body has"))
        } else if votes.place > 1 {
            Some(Verdict::likely(Kind::Place, "where a place's name stands"))
        } else if votes.place == 1 {
            let rule = "where a place's name stands, once";
            Some(Verdict { confidence: Confidence::Check, ..Verdict::likely(Kind::Place, rule) })
        } else {
            None
        }
    }
}

fn listed(kind: Kind) -> Verdict {
    match kind {
        Kind::Body => Verdict::sure(kind, "list of bodies"),
        Kind::Place => Verdict::sure(kind, "list of places"),
    }
}

/// What else a listed place's name may name.
fn doubt(words: &str, class: Class) -> Option<&'static str> {
    let both = |one: Class, other: Class| class.is(one) && class.is(other);
    if words == "Washington" {
        Some("a city, a state and a surname share this name")
    } else if both(Class::COUNTRY, Class::REGION) {
        Some("a country and a state share this name")
    } else if both(Class::CITY, Class::REGION) {
        Some("a city and a state share this name")
    } else if class.is(Class::GIVEN) {
        Some("a given name too")
    } else {
        None
    }
}
