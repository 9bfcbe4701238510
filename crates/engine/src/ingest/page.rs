//! The layout of a page that a crawl saved as plain text: what each line is.
//!
//! Goes by position, shape and the lines beside; the shapes are in `furniture`, `byline` and
//! `caption`. Does not read the record-like documents of `record`.

use std::mem;

use super::{
    byline, caption, date, furniture,
    line::{Line, ends_sentence, lines, words_up_to},
    run_on::Paragraphs,
};
use crate::{
    article::{Article, Block, BlockKind, Furniture, Stated},
    span::Span,
};

/// Reads `source` as a page into `article`.
pub(crate) fn read(source: &str, article: &mut Article) {
    let mut page = Page::of(source, article);
    page.title(article);
    page.headline(article);
    page.dates(article);
    page.standfirst(article);
    page.tail();
    article.blocks = page.blocks();
}

/// The lines of a page, with what is known of each so far.
struct Page<'a> {
    source: &'a str,
    lines: Vec<Line>,
    kinds: Vec<Option<BlockKind>>,
}

impl<'a> Page<'a> {
    /// The page's lines, with those labelled that show by themselves what they are.
    fn of(source: &'a str, article: &mut Article) -> Self {
        let lines = lines(source);
        let mut menu = true;
        let mut kinds = Vec::with_capacity(lines.len());
        for line in &lines {
            let words = line.span.of(source);
            menu = menu && !ends_sentence(words);
            let kind = if menu && furniture::is_menu_entry(words) {
                Some(Furniture::Navigation)
            } else if byline::read(source, line.span, article) {
                Some(Furniture::Byline)
            } else {
                furniture::kind(words)
            };
            kinds.push(kind.map(BlockKind::Furniture));
        }
        Self { source, lines, kinds }
    }

    fn words(&self, at: usize) -> &'a str {
        self.lines.get(at).map_or("", |line| line.span.of(self.source))
    }

    /// The first line from `from` on that is not labelled yet.
    fn open(&self, from: usize) -> Option<usize> {
        (from..self.kinds.len()).find(|&at| self.kinds.get(at) == Some(&None))
    }

    fn label(&mut self, at: usize, kind: BlockKind) {
        if let Some(slot) = self.kinds.get_mut(at) {
            *slot = Some(kind);
        }
    }

    fn is(&self, at: usize, kind: Furniture) -> bool {
        self.kinds.get(at) == Some(&Some(BlockKind::Furniture(kind)))
    }

    /// The browser window's title: sections between bars, the headline first, the outlet last.
    fn title(&mut self, article: &mut Article) {
        for (at, kind) in self.kinds.iter().enumerate() {
            if *kind == Some(BlockKind::Furniture(Furniture::Navigation)) {
                let words = self.words(at);
                if let Some(name) = furniture::outlet_of_skip_link(words) {
                    let span = Span::of_slice(self.source, name);
                    article.outlet = Some(Stated::at(name.to_owned(), span, "skip link"));
                }
            }
        }
        let Some(first) = self.open(0) else { return };
        let words = self.words(first);
        if words.len() > 300 || !words.contains('|') || ends_sentence(words) {
            return;
        }
        self.label(first, BlockKind::Furniture(Furniture::PageTitle));
        let name = words.split('|').skip(1).map(str::trim).filter(|part| {
            !part.is_empty() && date::find(part).is_none() && words_up_to(part, 5) < 5
        });
        if let Some(name) = name.last() {
            let span = Span::of_slice(self.source, name);
            article.outlet = Some(Stated::at(name.to_owned(), span, "page title"));
        }
    }

    /// The headline: what the page's title repeats, or else the first line that is none of the
    /// furniture, if it is short.
    fn headline(&mut self, article: &mut Article) {
        let title = (0..self.kinds.len())
            .find(|&at| self.is(at, Furniture::PageTitle))
            .and_then(|at| self.words(at).split('|').next())
            .map(str::trim);
        let Some(first) = self.open(0) else { return };
        let repeated = title.and_then(|title| {
            (first..self.kinds.len().min(first + 20)).find(|&at| self.words(at) == title)
        });
        let at = repeated.unwrap_or(first);
        let words = self.words(at);
        let alone = self.open(at + 1).is_none();
        if words.len() > 200 || (alone && ends_sentence(words)) {
            return;
        }
        self.label(at, BlockKind::Headline);
        let span = self.lines.get(at).map(|line| line.span).unwrap_or_default();
        let rule = if repeated.is_some() { "repeats the page title" } else { "first line" };
        article.headline = Some(Stated::at(words.to_owned(), span, rule));
        if let Some(next) = self.open(at + 1).filter(|&next| self.words(next) == words) {
            self.label(next, BlockKind::Furniture(Furniture::DuplicateTitle));
        }
    }

    /// The day of publication: a line that is a date, or a date in the page's title.
    fn dates(&self, article: &mut Article) {
        for wanted in [Furniture::Date, Furniture::PageTitle] {
            let Some(at) = (0..self.kinds.len()).find(|&at| self.is(at, wanted)) else { continue };
            let Some(found) = date::find(self.words(at)) else { continue };
            let line = self.lines.get(at).map(|line| line.span).unwrap_or_default();
            let span = date::span_in(line, &found);
            let rule =
                if wanted == Furniture::Date { "date line" } else { "date in the page title" };
            article.published = Some(Stated::at(found.date, span, rule));
            article.published_time = found.time.map(|time| Stated::at(time, span, rule));
            return;
        }
    }

    /// On a page with furniture, the first paragraph sums the report up if others follow it.
    fn standfirst(&mut self, article: &mut Article) {
        let Some(first) = self.open(0) else { return };
        let words = self.words(first);
        let shown_as_page =
            (0..first).any(|at| matches!(self.kinds.get(at), Some(Some(BlockKind::Furniture(_)))));
        let next = self
            .open(first + 1)
            .is_some_and(|next| (next..self.kinds.len()).any(|at| ends_sentence(self.words(at))));
        if shown_as_page && next && ends_sentence(words) && words.len() <= 400 {
            self.label(first, BlockKind::Standfirst);
            let span = self.lines.get(first).map(|line| line.span).unwrap_or_default();
            article.standfirst =
                Some(Stated::at(words.to_owned(), span, "paragraph below the headline"));
        }
    }

    /// Short lines after the end of the report are links to others, once furniture has begun.
    fn tail(&mut self) {
        let last = (0..self.kinds.len())
            .rfind(|&at| self.kinds.get(at) == Some(&None) && ends_sentence(self.words(at)));
        let Some(last) = last else { return };
        let mut begun = false;
        for at in last + 1..self.kinds.len() {
            match self.kinds.get(at) {
                Some(Some(BlockKind::Furniture(_))) => begun = true,
                Some(None) if begun => {
                    self.label(at, BlockKind::Furniture(Furniture::TeaserLinks));
                }
                _ => {}
            }
        }
    }

    /// The blocks: lost breaks restored, short lines told apart, furniture of a kind put together.
    fn blocks(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut run: Vec<Line> = Vec::new();
        let paragraphs = Paragraphs::of(self.source);
        let last = (0..self.kinds.len())
            .rfind(|&at| self.kinds.get(at) == Some(&None) && ends_sentence(self.words(at)));
        for (at, (line, kind)) in self.lines.iter().zip(&self.kinds).enumerate() {
            let inside = last.is_some_and(|last| at < last);
            let short = line.span.len() <= 200 && !ends_sentence(line.span.of(self.source));
            if kind.is_none() && short && (inside || caption::is_picture(self.source, line.span)) {
                run.push(*line);
                continue;
            }
            blocks.extend(caption::label(self.source, &mem::take(&mut run)));
            match kind {
                Some(kind) => blocks.push(Block { span: line.span, kind: *kind }),
                None => blocks.extend(
                    paragraphs
                        .split(line.span)
                        .into_iter()
                        .map(|span| Block { span, kind: BlockKind::Paragraph }),
                ),
            }
        }
        blocks.extend(caption::label(self.source, &run));
        join_furniture(blocks)
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
