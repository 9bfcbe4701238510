//! Names that are common words with the capital letter of a sentence's first word.
//!
//! Goes by whether the document has the word with a small letter too. One pass over its words, most
//! of which are told by their first byte.

use std::borrow::Cow;

use super::Naming;
use crate::{
    order,
    person::token::{Kind, bare},
    quote::{MentionKind, Scene},
};

/// Takes back names that are common words with the capital letter of a sentence's first word.
pub(super) fn take_back(scenes: &[Scene<'_>], found: &mut Vec<Naming<'_>>) {
    let lone = |naming: &Naming<'_>| naming.kind == MentionKind::Name && naming.name.len() == 1;
    let doubtful = found.iter().filter(|naming| lone(naming) && naming.evidence <= 0);
    let doubtful = doubtful.filter_map(|naming| naming.name.first());
    let mut words: Vec<(String, bool)> =
        doubtful.map(|word| (word.to_lowercase(), false)).collect();
    if words.is_empty() {
        return;
    }
    order::sort_by(&mut words, Ord::cmp);
    words.dedup();
    // Most words are passed by their length and first byte.
    let mut shapes = Shapes::default();
    words.iter().for_each(|(word, _)| shapes.add(word));
    for scene in scenes {
        let small = scene.tokens.iter().filter(|token| {
            let first = scene.source.as_bytes().get(token.span.start as usize);
            token.kind == Kind::Small && first.is_some_and(|first| shapes.begin(*first))
        });
        for word in small.map(|token| bare(token.span.of(scene.source))) {
            if shapes.has(word)
                && let Ok(at) = words.binary_search_by(|(known, _)| known.as_str().cmp(word))
                && let Some((_, common)) = words.get_mut(at)
            {
                *common = true;
            }
        }
    }
    let common = |word: &Cow<'_, str>| {
        let lower = word.to_lowercase();
        let at = words.binary_search_by(|(known, _)| known.cmp(&lower));
        at.ok().and_then(|at| words.get(at)).is_some_and(|(_, common)| *common)
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

    fn begin(&self, first: u8) -> bool {
        self.0[usize::from(first)] != 0
    }

    fn has(&self, word: &str) -> bool {
        word.bytes()
            .next()
            .is_some_and(|first| self.0[usize::from(first)] >> word.len().min(63) & 1 != 0)
    }
}
