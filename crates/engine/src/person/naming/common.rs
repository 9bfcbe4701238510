//! Names that are common words with the capital letter of a sentence's first word.
//!
//! Goes by whether the document has the word with a small letter too. One pass over its words, most
//! of which are told by their first byte.

use std::borrow::Cow;

use super::Naming;
use crate::{
    person::token::{Kind, bare},
    quote::{MentionKind, Scene},
    text::{
        keyed::{Key, Map},
        word::fold,
    },
};

/// Takes back names that are common words with the capital letter of a sentence's first word.
pub(super) fn take_back(scenes: &[Scene<'_>], found: &mut Vec<Naming<'_>>) {
    let lone = |naming: &Naming<'_>| naming.kind == MentionKind::Name && naming.name.len() == 1;
    let doubtful = found.iter().filter(|naming| lone(naming) && naming.evidence <= 0);
    let doubtful = doubtful.filter_map(|naming| naming.name.first());
    // Each word, and whether it is common.
    let (mut words, mut common) = (Map::default(), Vec::new());
    let mut shapes = Shapes::default();
    for word in doubtful {
        let new = common.len();
        if *words.entry(Key::folded(word), new) as usize == new {
            common.push(false);
            shapes.add(&fold(word));
        }
    }
    if common.is_empty() {
        return;
    }
    for scene in scenes {
        let small = scene.tokens.iter().filter(|token| {
            let first = scene.source.as_bytes().get(token.span.start as usize);
            let length = Some(token.span.len()).filter(|_| !token.possessive);
            token.kind == Kind::Small && first.is_some_and(|first| shapes.begin(*first, length))
        });
        for word in small.map(|token| bare(token.span.of(scene.source))) {
            let at = shapes.has(word).then(|| words.place(Key::EMPTY.and(word))).flatten();
            if let Some(common) = at.and_then(|at| common.get_mut(at)) {
                *common = true;
            }
        }
    }
    let common = |word: &Cow<'_, str>| {
        let at = words.place(Key::folded(word));
        at.and_then(|at| common.get(at)).copied().unwrap_or(false)
    };
    found.retain(|naming| !lone(naming) || naming.evidence > 0 || !naming.name.iter().any(common));
}

/// The lengths and first bytes of some words.
struct Shapes([u64; 256]);

impl Default for Shapes {
    fn default() -> Self {
        Self([0; 256])
    }
}

impl Shapes {
    fn add(&mut self, word: &str) {
        if let Some(first) = word.bytes().next() {
            self.0[usize::from(first)] |= 1 << word.len().min(63);
        }
    }

    /// Whether one begins with the byte, and has the length if it is known.
    fn begin(&self, first: u8, length: Option<usize>) -> bool {
        let lengths = self.0[usize::from(first)];
        length.map_or(lengths != 0, |length| lengths >> length.min(63) & 1 != 0)
    }

    fn has(&self, word: &str) -> bool {
        word.bytes()
            .next()
            .is_some_and(|first| self.0[usize::from(first)] >> word.len().min(63) & 1 != 0)
    }
}
