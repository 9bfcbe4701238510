//! What the columns tell of a quotation, so that its record leaves it out: who speaks, and how it is quoted.
//!
//! A speaker's value has the number of the name, which is the person's number, if no other person of that
//! name comes first. Does not know how records are kept.

use super::{Column, columns::Kept, kept_columns};
use crate::{
    pack::{OpenError, Pack},
    query::{Facet, NONE, Unit},
    quote::{Quotation, QuoteKind},
    shelf::{self, Shelf},
    story::Corpus,
};

/// The columns that tell it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spoken<'index> {
    speakers: &'index Column,
    kinds: &'index Column,
    /// How many names are those of people.
    people: usize,
}

impl<'index> Spoken<'index> {
    /// Told by these columns of quotations, with so many people.
    pub(super) fn new(
        column: impl Fn(Facet) -> Option<&'index Column>,
        people: usize,
    ) -> Option<Self> {
        Some(Self { speakers: column(Facet::Speaker)?, kinds: column(Facet::Kind)?, people })
    }

    /// Puts in what the record of a quotation, which is the one of that number among all, leaves out.
    pub(crate) fn complete(self, number: usize, quotation: &mut Quotation) {
        if quotation.speaker.is_none() {
            quotation.speaker = self.speakers.of(number).find_map(|value| self.person(value));
        }
        let named = |kind: &QuoteKind| {
            self.kinds.of(number).any(|value| self.kinds.value(value) == kind.name())
        };
        if let Some(kind) = QuoteKind::ALL.into_iter().find(named) {
            quotation.kind = kind;
        }
    }

    fn person(self, value: u32) -> Option<u32> {
        let person = self.speakers.name(value)?;
        let known = (person as usize) < self.people && self.speakers.value(value) != NONE;
        known.then_some(person)
    }
}

/// The whole corpus of a pack, as it was found. Costs what decoding all of it costs.
pub(crate) fn corpus(pack: &Pack) -> Result<Corpus, OpenError> {
    let mut corpus = shelf::corpus(pack)?;
    let kept: Kept = kept_columns(pack, &Shelf::open(pack)?, Unit::Quote)?;
    let spoken = Spoken::new(|facet| kept.column(facet), corpus.people.len());
    let spoken = spoken.ok_or(OpenError::Damaged { section: "columns" })?;
    let quotations = corpus.articles.iter_mut().flat_map(|it| &mut it.quotations);
    quotations.enumerate().for_each(|(number, quotation)| spoken.complete(number, quotation));
    Ok(corpus)
}
