//! Opens a pack while its bytes come in: what stands before the texts is read when it is there, and each
//! text's words are numbered as soon as the text has come. So the work is done while the network is waited
//! for, and whoever waits can be told how far it is.
//!
//! Knows packs, shelves and indexes by their entry points; does not know where bytes come from.

use crate::{
    collection::Segment,
    engine::Engine,
    index,
    pack::{Arriving, OpenError},
    shelf::Shelf,
};

/// A pack that is coming in.
#[derive(Default)]
pub struct Opening {
    arriving: Arriving,
    read: Option<Read>,
    arrived: usize,
}

/// What was read of it.
struct Read {
    shelf: Shelf,
    index: index::Opening,
    /// How many texts were taken in.
    texts: usize,
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
        if let Some(sections) = self.arriving.push(bytes)? {
            let shelf = Shelf::expecting(&sections)?;
            let index = index::Opening::new(&sections, &shelf)?;
            self.read = Some(Read { shelf, index, texts: 0 });
        }
        match &mut self.read {
            Some(read) => read.go_on(self.arriving.last()),
            None => Ok(()),
        }
    }

    /// The engine that answers from it, when all bytes have come.
    ///
    /// # Errors
    ///
    /// A pack that is damaged or cut short is refused.
    pub fn finish(self) -> Result<Engine, OpenError> {
        let texts = self.arriving.finish()?;
        let read = self.read.ok_or(OpenError::Damaged { section: "table" })?;
        let shelf = read.shelf.with_texts(texts)?;
        Ok(Engine::of(Segment::new(shelf, read.index.finish()?)))
    }
}

impl Read {
    /// Takes in the texts that are whole among those that have come.
    fn go_on(&mut self, texts: &[u8]) -> Result<(), OpenError> {
        while self.texts < self.shelf.len()
            && let Some(text) = texts.get(self.shelf.range(self.texts))
        {
            self.index.add(&self.shelf, text)?;
            self.texts += 1;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        article::Document,
        engine::{build, with_places},
        query::{Query, Unit},
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
        fn what_is_cut_or_changed_is_refused(length in 1..600_usize, at in any::<prop::sample::Index>()) {
            let mut pack = with_places(pack()).unwrap();
            let at = at.index(pack.len());
            prop_assert!(in_pieces(&pack[..at], length).is_err());
            pack[at] ^= 4;
            prop_assert!(in_pieces(&pack, length).is_err());
        }
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
