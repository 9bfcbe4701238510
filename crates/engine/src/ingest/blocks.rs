//! The blocks of a page: its lines put together or cut, when it is known what each is.
//!
//! Part of the layout of a page. Restores lost breaks, joins the lines of a printed column, tells
//! short lines between paragraphs apart.

use std::mem;

use super::{
    caption,
    line::{Line, ends_sentence},
    page::{Page, is_turn},
    run_on::Paragraphs,
};
use crate::{
    article::{Block, BlockKind, Furniture, Role},
    span::Span,
};

impl Page<'_> {
    /// The blocks: lost breaks restored, short lines told apart, furniture of a kind put together.
    pub(super) fn blocks(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut run: Vec<Line> = Vec::new();
        let paragraphs = Paragraphs::of(self.source);
        let last =
            (0..self.kinds.len()).rfind(|&at| self.is_open(at) && ends_sentence(self.words(at)));
        let column = self.column();
        let mut parts = self.parts.iter().peekable();
        let mut joined: Option<Span> = None;
        for (at, (line, kind)) in self.lines.iter().zip(&self.kinds).enumerate() {
            let inside = last.is_some_and(|last| at < last);
            let marked = self.roles.get(at).copied().flatten() == Some(Role::Paragraph)
                || is_turn(self.words(at));
            let short = !marked
                && !column
                && line.span.len() <= 200
                && !ends_sentence(line.span.of(self.source));
            let picture = || caption::is_picture(self.source, line);
            if kind.is_none() && ((short && inside) || (!marked && picture())) {
                run.push(*line);
                // What comes behind a picture's words is no part of the line before them.
                joined = None;
                continue;
            }
            blocks.extend(caption::label(self.source, &mem::take(&mut run)));
            if let Some((_, part)) = parts.next_if(|(line, _)| *line == at) {
                let label =
                    Span::new(line.span.start as usize, part.span.start as usize).trim(self.source);
                let kind = BlockKind::Furniture(Furniture::Fields);
                blocks.extend([Block { span: label, kind }, *part]);
                continue;
            }
            match kind {
                Some(BlockKind::Shotlist) if self.kinds.get(at.wrapping_sub(1)) == Some(kind) => {
                    if let Some(list) = blocks.last_mut() {
                        list.span = list.span.cover(line.span);
                    }
                }
                Some(BlockKind::Caption) => caption::caption(self.source, line.span, &mut blocks),
                Some(kind) => blocks.push(Block { span: line.span, kind: *kind }),
                None => {
                    // The lines of a printed column go on until one begins anew.
                    let goes_on = column && joined.is_some() && !self.begins_paragraph(at);
                    let span = joined
                        .filter(|_| goes_on)
                        .map_or(line.span, |before| before.cover(line.span));
                    if goes_on {
                        blocks.pop();
                    }
                    joined = Some(span);
                    let mut paragraph =
                        |span| blocks.push(Block { span, kind: BlockKind::Paragraph });
                    match column {
                        true => paragraph(span),
                        false => paragraphs.split(line, paragraph),
                    }
                    continue;
                }
            }
            joined = None;
        }
        blocks.extend(caption::label(self.source, &run));
        join_furniture(blocks)
    }

    /// Whether the text is set in lines of a column: most of its lines go on in the next.
    fn column(&self) -> bool {
        let open: Vec<usize> = (0..self.kinds.len()).filter(|&at| self.is_open(at)).collect();
        let long = |at: usize| (20..=100).contains(&self.span(at).len());
        let goes_on = |at: usize| {
            !ends_sentence(self.words(at))
                && self.gap(at + 1) == 0
                && self.is_open(at + 1)
                && long(at)
        };
        let count = open.iter().filter(|&&at| goes_on(at)).count();
        let marked = self.roles.iter().any(Option::is_some);
        let anew =
            open.iter().filter(|&&at| self.words(at).starts_with(char::is_lowercase)).count();
        !marked && open.len() >= 6 && count * 2 > open.len() && anew * 3 > open.len()
    }

    /// Whether a line of a column begins a paragraph: after a gap, or indented.
    fn begins_paragraph(&self, at: usize) -> bool {
        let start = self.span(at).start as usize;
        let before = self.source.get(..start).unwrap_or_default();
        let indent = before.len() - before.trim_end_matches([' ', '\t', '\u{a0}']).len();
        let after_end = at.checked_sub(1).is_some_and(|before| ends_sentence(self.words(before)));
        self.gap(at) > 0 || indent > 0 && after_end
    }
}

/// Puts neighbouring furniture of one kind together.
pub(crate) fn join_furniture(blocks: Vec<Block>) -> Vec<Block> {
    let mut joined: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks {
        match joined.last_mut() {
            Some(last) if last.kind == block.kind && !block.kind.is_text() => {
                last.span = last.span.cover(block.span);
            }
            _ => joined.push(block),
        }
    }
    joined
}
