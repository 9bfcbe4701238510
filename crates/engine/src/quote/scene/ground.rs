//! The ground of a document: the tokens, chunks and marks of all its blocks, in one list of each kind.
//!
//! A block is cut once, in order, and whoever asks takes its stretch of the lists as a `Scene`. The
//! lists are used again for the next document, so that nothing is allocated for a block.

use std::ops::Range;

use super::{
    Outer, Scene,
    cut::{self, Unclosed},
    note::{self, Note},
};
use crate::{
    article::Block,
    person::{
        chunk::{Chunk, chunks},
        token::{Token, tokens_into},
    },
    quote::marks::{self, Marked},
};

/// What the blocks of a document are cut into.
#[derive(Default)]
pub(crate) struct Ground {
    tokens: Vec<Token>,
    notes: Vec<Note>,
    chunks: Vec<Chunk>,
    marked: Vec<Marked>,
    outer: Vec<Outer>,
    sentences: Vec<Range<usize>>,
    free: Vec<u32>,
    /// The blocks, each with where its stretches end.
    blocks: Vec<(Block, Place)>,
}

/// A place in each list.
#[derive(Clone, Copy, Default)]
struct Place {
    tokens: usize,
    chunks: usize,
    marked: usize,
    outer: usize,
    sentences: usize,
    free: usize,
}

impl Ground {
    /// Cuts the blocks of a document; what was there of another is gone.
    pub(crate) fn cut(&mut self, source: &str, blocks: impl Iterator<Item = Block>) {
        self.tokens.clear();
        self.notes.clear();
        self.chunks.clear();
        self.marked.clear();
        self.outer.clear();
        self.sentences.clear();
        self.free.clear();
        self.blocks.clear();
        for block in blocks {
            self.take(source, block);
        }
    }

    /// The scenes of the blocks.
    pub(crate) fn scenes<'a>(&'a self, source: &'a str) -> Vec<Scene<'a>> {
        let mut from = Place::default();
        let scene = |(block, to): &(Block, Place)| {
            let from = std::mem::replace(&mut from, *to);
            self.scene(source, *block, from, *to)
        };
        self.blocks.iter().map(scene).collect()
    }

    fn scene<'a>(&'a self, source: &'a str, block: Block, from: Place, to: Place) -> Scene<'a> {
        Scene {
            source,
            block,
            tokens: self.tokens.get(from.tokens..to.tokens).unwrap_or_default(),
            chunks: self.chunks.get(from.chunks..to.chunks).unwrap_or_default(),
            marked: self.marked.get(from.marked..to.marked).unwrap_or_default(),
            outer: self.outer.get(from.outer..to.outer).unwrap_or_default(),
            sentences: self.sentences.get(from.sentences..to.sentences).unwrap_or_default(),
            notes: self.notes.get(from.tokens..to.tokens).unwrap_or_default(),
            free: self.free.get(from.free..to.free).unwrap_or_default(),
        }
    }

    /// Where the lists end.
    fn end(&self) -> Place {
        Place {
            tokens: self.tokens.len(),
            chunks: self.chunks.len(),
            marked: self.marked.len(),
            outer: self.outer.len(),
            sentences: self.sentences.len(),
            free: self.free.len(),
        }
    }

    /// Cuts a block, behind those before.
    fn take(&mut self, source: &str, block: Block) {
        let from = self.end();
        tokens_into(source, block.span, &mut self.tokens);
        let tokens = self.tokens.get(from.tokens..).unwrap_or_default();
        chunks(source, tokens, &mut self.chunks);
        let chunks = self.chunks.get(from.chunks..).unwrap_or_default();
        note::of(tokens, chunks, &mut self.notes);
        marks::find(source, block.span, tokens, &mut self.marked);
        let marked = self.marked.get(from.marked..).unwrap_or_default();
        cut::outer(tokens, marked, &mut self.outer);
        if let Some(unclosed) = self.scene(source, block, from, self.end()).unclosed() {
            self.close(from, unclosed);
        }
        let notes = self.notes.get_mut(from.tokens..).unwrap_or_default();
        let outer = self.outer.get(from.outer..).unwrap_or_default();
        for outer in outer {
            notes.get_mut(outer.tokens.clone()).into_iter().flatten().for_each(Note::quote);
        }
        let quoted = |at: usize| notes.get(at).is_some_and(|note| note.is(Note::QUOTED));
        let numbered = self.chunks.get(from.chunks..).unwrap_or_default().iter().zip(0..);
        let free = numbered.filter(|(chunk, _)| !quoted(chunk.start));
        self.free.extend(free.map(|(_, number)| number));
        let mut sentences = std::mem::take(&mut self.sentences);
        self.scene(source, block, from, self.end()).outer_sentences(&mut sentences);
        self.sentences = sentences;
        self.blocks.push((block, self.end()));
    }

    /// Ends the last quotation of the block whose lists begin at `from`.
    fn close(&mut self, from: Place, unclosed: Unclosed) {
        let Unclosed { outer, end } = unclosed;
        let first = from.marked + outer.marked;
        self.outer.pop();
        self.outer.push(outer);
        let marked = self.marked.split_off(from.marked);
        let kept = marked.into_iter().filter(|marked| marked.part.span.start as usize <= end);
        self.marked.extend(kept);
        for marked in self.marked.iter_mut().skip(first) {
            marked.part = cut::ended(marked.part, end);
        }
    }
}
