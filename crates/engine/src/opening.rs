//! Opens a pack while its bytes come in: what stands before the texts is read when it is there, and each
//! text's words are numbered as soon as the text has come. So the work is done while the network is waited
//! for, and whoever waits can be told how far it is. A pack that keeps where its words stand counts and puts
//! in order before it has any text.
//!
//! Knows packs, shelves and indexes by their entry points; does not know where bytes come from.

use std::rc::Rc;

use crate::{
    collection::Segment,
    engine::Engine,
    index::{self, Index},
    pack::{Arriving, OpenError},
    shelf::Shelf,
};

/// A pack that is coming in.
#[derive(Default)]
pub struct Opening {
    arriving: Arriving,
    read: Read,
    arrived: usize,
}

/// What was read of it.
#[derive(Default)]
enum Read {
    /// Not enough has come.
    #[default]
    Nothing,
    /// The index, which was there before all else, and the shelf that goes with it until somebody takes that.
    Early(Rc<Index>, Option<Box<Shelf>>),
    /// All before the texts; and how many of these were taken in.
    Most(Box<(Shelf, index::Opening)>, usize),
}

impl Opening {
    /// How many bytes have come.
    #[must_use]
    pub fn arrived(&self) -> usize {
        self.arrived
    }

    /// How many bytes there will be, once the first of them have come.
    #[must_use]
    pub fn length(&self) -> Option<usize> {
        self.arriving.length()
    }

    /// Takes in the next bytes. Linear in them.
    ///
    /// # Errors
    ///
    /// Says as soon as it shows whether the pack is foreign, of another version, or does not hold together.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), OpenError> {
        self.arrived += bytes.len();
        let more = self.arriving.push(bytes)?;
        let (sections, texts) = (self.arriving.sections(), self.arriving.last());
        match (&mut self.read, texts) {
            (Read::Nothing, None) if more => {
                // What is early is enough to answer, or the pack is not one of ours.
                let shelf = Shelf::early(sections)?;
                let index = index::Opening::new(sections, &shelf)?.finish()?;
                self.read = Read::Early(index.into(), Some(shelf.into()));
            }
            (Read::Nothing, Some(_)) => {
                let shelf = Shelf::expecting(sections)?;
                let index = index::Opening::new(sections, &shelf)?;
                index.take_places(sections)?;
                self.read = Read::Most(Box::new((shelf, index)), 0);
            }
            _ => {}
        }
        match (&mut self.read, texts) {
            (Read::Most(most, taken), Some(texts)) => go_on(&most.0, &mut most.1, taken, texts),
            _ => Ok(()),
        }
    }

    /// What answers while the rest is coming: totals, order and counts, of what [`Engine::answers`]. It is
    /// given once, as soon as enough is there; never of a pack that is opened as a whole.
    #[must_use]
    pub fn early(&mut self) -> Option<Engine> {
        let Read::Early(index, shelf) = &mut self.read else { return None };
        Some(Engine::of(Segment::early(*shelf.take()?, Rc::clone(index))))
    }

    /// The engine that answers from it, when all bytes have come.
    ///
    /// # Errors
    ///
    /// A pack that is damaged or cut short is refused.
    pub fn finish(self) -> Result<Engine, OpenError> {
        let sections = self.arriving.sections().clone();
        let texts = self.arriving.finish()?;
        let (shelf, index) = match self.read {
            Read::Nothing => return Err(OpenError::Damaged { section: "table" }),
            Read::Early(index, _) => {
                index.take_places(&sections)?;
                (Shelf::expecting(&sections)?, index)
            }
            Read::Most(most, _) => (most.0, most.1.finish()?.into()),
        };
        Ok(Engine::of(Segment::new(shelf.with_texts(texts)?, index)))
    }
}

/// Takes in the texts that are whole among those that have come, behind those that were `taken` before.
fn go_on(
    shelf: &Shelf,
    index: &mut index::Opening,
    taken: &mut usize,
    texts: &[u8],
) -> Result<(), OpenError> {
    while *taken < shelf.len()
        && let Some(text) = texts.get(shelf.range(*taken))
    {
        index.add(shelf, text)?;
        *taken += 1;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        article::Document,
        engine::{build, with_places},
        query::{Facet, Query, Unit},
        search::Found,
    };

    fn pack() -> Vec<u8> {
        let document = |(number, text): (usize, &str)| Document {
            id: format!("document-{number}"),
            text: text.to_owned(),
            ..Document::default()
        };
        let texts = ["“A fresh start,” said Anna Berg.\n\nThe talks began.", "", "Nothing began."];
        build(&texts.into_iter().enumerate().map(document).collect::<Vec<_>>()).unwrap().pack
    }

    fn in_pieces(pack: &[u8], length: usize) -> Result<Engine, OpenError> {
        let mut opening = Opening::default();
        for piece in pack.chunks(length) {
            opening.push(piece)?;
        }
        assert_eq!(opening.arrived(), pack.len());
        opening.finish()
    }

    proptest! {
        #[test]
        fn what_comes_in_pieces_answers_as_the_whole(length in 1..600_usize, keeps in any::<bool>()) {
            let pack = if keeps { with_places(pack()).unwrap() } else { pack() };
            let engine = in_pieces(&pack, length).unwrap();
            let whole = Engine::open(pack).unwrap();
            for unit in Unit::ALL {
                for words in ["", "began", "\"fresh start\"", "berg"] {
                    let query = Query { unit, words: words.to_owned(), ..Query::default() };
                    prop_assert_eq!(engine.answer(&query), whole.answer(&query));
                }
            }
        }

        #[test]
        fn what_is_early_counts_and_orders_as_the_whole(length in 1..600_usize) {
            let pack = with_places(pack()).unwrap();
            let (mut opening, mut early) = (Opening::default(), None);
            for piece in pack.chunks(length) {
                opening.push(piece).unwrap();
                early = early.or_else(|| opening.early());
            }
            let whole = opening.finish().unwrap();
            let Some(early) = early else {
                // All came in one piece.
                prop_assert!(length > 100);
                return Ok(());
            };
            prop_assert!(whole.is_whole() && !early.is_whole());
            for unit in Unit::ALL {
                for words in ["", "began", "fre*", "nothin~", "speaker:berg", "-began", "\"fresh start\"", "headline:talks"] {
                    let query = Query { unit, words: words.to_owned(), ..Query::default() };
                    let waits = words.ends_with(['"', 's']) || unit != Unit::Article && !words.is_empty();
                    prop_assert_eq!(early.answers(&query), !waits, "{} {:?}", words, unit);
                    if waits {
                        continue;
                    }
                    let (one, other) = (early.find(&query), whole.find(&query));
                    prop_assert_eq!(one.total(), other.total());
                    prop_assert_eq!(one.facets(), other.facets());
                    let names = |found: &Found<'_>| -> Vec<String> {
                        found.first(9).iter().map(|it| found.name(it).to_owned()).collect()
                    };
                    prop_assert_eq!(names(&one), names(&other));
                }
            }
        }

        #[test]
        fn what_is_cut_or_changed_is_refused(length in 1..600_usize, at in any::<prop::sample::Index>()) {
            let mut pack = with_places(pack()).unwrap();
            let at = at.index(pack.len());
            prop_assert!(in_pieces(&pack[..at], length).is_err());
            pack[at] ^= 4;
            prop_assert!(in_pieces(&pack, length).is_err());
        }
    }

    #[test]
    fn what_needs_texts_or_findings_waits_for_them() {
        let pack = with_places(pack()).unwrap();
        let mut opening = Opening::default();
        opening.push(&pack[..pack.len() - 1]).unwrap();
        assert!(opening.early().is_none(), "the other sections came with the early ones");
        let mut opening = Opening::default();
        pack[..pack.len() - 1].iter().for_each(|byte| opening.push(&[*byte]).unwrap());
        let early = opening.early().unwrap();
        let with = |facet| {
            let mut query = Query::default();
            query.choose(facet, |selection| selection.only("said"));
            query
        };
        assert!(early.answers(&with(Facet::Speaker)) && !early.answers(&with(Facet::Verb)));
        opening.push(&pack[pack.len() - 1..]).unwrap();
        assert!(opening.finish().unwrap().answers(&with(Facet::Verb)));
    }

    #[test]
    fn says_how_far_it_is() {
        let pack = pack();
        let mut opening = Opening::default();
        assert_eq!(opening.length(), None);
        opening.push(&pack[..pack.len() / 2]).unwrap();
        assert_eq!((opening.length(), opening.arrived()), (Some(pack.len()), pack.len() / 2));
        assert!(matches!(opening.finish(), Err(OpenError::Short { .. })));
    }
}
