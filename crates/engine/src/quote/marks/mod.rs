//! Quotation marks: which open, which close, and what stands between them.
//!
//! Reads one block at a time, in one pass. Apostrophes never open a quotation, nor do the marks of
//! an attribute in markup. Knows nothing of speakers.

mod apostrophe;
#[cfg(test)]
mod tests;

use crate::{
    order,
    person::token::{Kind, Token},
    quote::Part,
    span::Span,
};

/// A stretch between quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Marked {
    /// Its words and marks.
    pub(crate) part: Part,
    /// The stretch of the same list that it stands inside of.
    pub(crate) inside: Option<usize>,
}

/// The pairs of marks, as (opening, closing).
const PAIRS: &[(char, &[char])] = &[
    ('“', &['”', '"', '“']),
    ('„', &['“', '”', '"']),
    ('«', &['»']),
    ('"', &['"', '”']),
    ('‘', &['’', '\'']),
    ('‚', &['‘', '’']),
    ('‹', &['›']),
    ('\'', &['\'', '’']),
    (DOUBLED, &[DOUBLED, '"']),
];

/// Stands for a single mark typed twice, as typewriters and wires do for a double one.
const DOUBLED: char = '″';

/// Adds the stretches between marks in the words at `span`, which are cut into `tokens`, in order of
/// their opening marks. A mark inside a word is an apostrophe.
pub(crate) fn find(source: &str, span: Span, tokens: &[Token], found: &mut Vec<Marked>) {
    let mut scan = Scan {
        words: span.of(source),
        base: span.start as usize,
        found: Vec::new(),
        open: Vec::new(),
        dropped: Vec::new(),
    };
    let mut next = 0;
    for token in tokens.iter().filter(|token| token.kind == Kind::Other) {
        let at = (token.span.start - span.start) as usize;
        if at >= next {
            next = at + scan.signs(at);
        }
    }
    found.extend(scan.finish());
}

fn is_mark(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '‘' | '’' | '‚' | '‹' | '›' | '\'')
}

/// A mark that is still open.
struct Open {
    mark: char,
    /// Its index in the stretches found.
    index: usize,
}

struct Scan<'a> {
    words: &'a str,
    base: usize,
    found: Vec<Marked>,
    open: Vec<Open>,
    /// Single marks that never closed, by index: they were no quotation.
    dropped: Vec<usize>,
}

/// Deeper than this nobody quotes; it keeps the work linear.
const DEEPEST: usize = 8;

impl Scan<'_> {
    /// The words before `at`.
    fn before(&self, at: usize) -> &str {
        self.words.get(..at).unwrap_or_default()
    }

    /// The words from `at` on.
    fn behind(&self, at: usize) -> &str {
        self.words.get(at..).unwrap_or_default()
    }

    /// Takes in the mark at `at`, or the run of single marks there; how many bytes that were.
    fn signs(&mut self, at: usize) -> usize {
        let rest = self.behind(at);
        let Some(c) = rest.chars().next() else { return 1 };
        if !matches!(c, '\'' | '`') {
            if is_mark(c) {
                self.mark(at, c, c.len_utf8());
            }
            return c.len_utf8();
        }
        let run = rest.len() - rest.trim_start_matches(c).len();
        match (c, run) {
            ('\'', 1) => self.mark(at, c, 1),
            (_, 2) => self.mark(at, DOUBLED, 2),
            ('\'', 3) if blank(self.before(at).chars().next_back()) => {
                self.mark(at, DOUBLED, 2);
                self.mark(at + 2, c, 1);
            }
            ('\'', 3) => {
                self.mark(at, c, 1);
                self.mark(at + 1, DOUBLED, 2);
            }
            _ => {}
        }
        run
    }

    /// Takes in the mark `c`, which is `length` bytes long.
    fn mark(&mut self, at: usize, c: char, length: usize) {
        let before = self.before(at).chars().next_back();
        let after = self.behind(at + length).chars().next();
        let single = matches!(c, '\'' | '’' | '‘' | '‚');
        if single && letter(before) && letter(after) {
            return;
        }
        if self.closes(c, at + length, before, after) {
            self.close(at, c, length);
        } else if self.open.len() < DEEPEST && self.opens(at, c, before, after) {
            let inside = self.open.last().map(|open| open.index);
            let start = self.base + at;
            let inner = start + length;
            let part = Part {
                span: Span::new(inner, inner),
                outer: Span::new(start, inner),
                closed: false,
            };
            self.open.push(Open { mark: c, index: self.found.len() });
            self.found.push(Marked { part, inside });
        }
    }

    /// Whether `c` closes the innermost quotation that it can close.
    fn closes(&self, c: char, end: usize, before: Option<char>, after: Option<char>) -> bool {
        let Some(at) = self.pair(c) else { return false };
        match c {
            '"' | DOUBLED => !(blank(before) && solid(after)) || self.open.len() > at + 1,
            '\'' | '’' => {
                let owns = before == Some('s') && self.owns(end);
                !(blank(before) || letter(after) || owns)
            }
            // Typed for the closing one: “so“.
            '“' if self.open.last().is_some_and(|open| open.mark == '“') => {
                !blank(before) && !letter(after)
            }
            '“' | '‘' => self.open.last().is_some_and(|open| matches!(open.mark, '„' | '‚')),
            _ => true,
        }
    }

    /// The place among the open marks of the innermost that `c` can close.
    fn pair(&self, c: char) -> Option<usize> {
        self.open.iter().rposition(|open| {
            PAIRS.iter().any(|(opening, closing)| *opening == open.mark && closing.contains(&c))
        })
    }

    fn close(&mut self, at: usize, c: char, length: usize) {
        let Some(place) = self.pair(c) else { return };
        let end = self.base + at;
        // What was opened inside and never closed was no quotation, or lost its mark: single marks
        // go, double ones end here.
        for (depth, open) in self.open.drain(place..).enumerate() {
            if depth > 0 && is_single(open.mark) {
                self.dropped.push(open.index);
            } else if let Some(marked) = self.found.get_mut(open.index) {
                let start = marked.part.span.start as usize;
                marked.part.span = Span::new(start, end.max(start));
                marked.part.outer = marked.part.outer.cover(Span::new(end, end + length));
                marked.part.closed = true;
            }
        }
    }

    fn opens(&self, at: usize, c: char, before: Option<char>, after: Option<char>) -> bool {
        match c {
            '“' | '„' | '«' | '‹' | '‚' => true,
            '"' | DOUBLED => solid(after) && !letter(before) && before != Some('='),
            '‘' => !letter(before) && solid(after),
            '\'' => {
                !letter(before)
                    && !matches!(before, Some('"' | '='))
                    && letter(after)
                    && self.single_closes(at + 1)
            }
            _ => false,
        }
    }

    /// Whether an open mark only sets its paragraph apart, as each paragraph of an extract begins
    /// with one: it begins the block, and marks of its own rank open and close inside.
    fn sets_apart(&self, open: &Open) -> bool {
        let begins = |marked: &Marked| marked.part.outer.start as usize == self.base;
        let double = |marked: &Marked| {
            let sign = self.words.get(marked.part.outer.start as usize - self.base..);
            sign.is_some_and(|sign| sign.starts_with(['"', '“']))
        };
        self.found.get(open.index).is_some_and(begins)
            && self.found.iter().skip(open.index + 1).take(DEEPEST).any(|marked| {
                marked.inside == Some(open.index) && marked.part.closed && double(marked)
            })
    }

    /// Quotations still open run to the end of the words; single marks that never close were none.
    fn finish(mut self) -> Vec<Marked> {
        let end = self.base + self.words.len();
        for open in std::mem::take(&mut self.open) {
            if is_single(open.mark) || self.sets_apart(&open) {
                self.dropped.push(open.index);
            } else if let Some(marked) = self.found.get_mut(open.index) {
                marked.part.span = Span::new(marked.part.span.start as usize, end);
                marked.part.outer = Span::new(marked.part.outer.start as usize, end);
            }
        }
        order::sort_by(&mut self.dropped, Ord::cmp);
        without(self.found, &self.dropped)
    }
}

/// `found` without those at the indices `dropped`.
fn without(found: Vec<Marked>, dropped: &[usize]) -> Vec<Marked> {
    if dropped.is_empty() {
        return found;
    }
    let moved = |index: usize| index - dropped.partition_point(|gone| *gone < index);
    let parents: Vec<_> = found.iter().map(|marked| marked.inside).collect();
    let standing = |mut index: Option<usize>| {
        while let Some(at) = index.filter(|at| dropped.binary_search(at).is_ok()) {
            index = parents.get(at).copied().flatten();
        }
        index.map(moved)
    };
    found
        .into_iter()
        .enumerate()
        .filter(|(index, _)| dropped.binary_search(index).is_err())
        .map(|(_, marked)| Marked { inside: standing(marked.inside), ..marked })
        .collect()
}

fn is_single(mark: char) -> bool {
    matches!(mark, '\'' | '‘' | '‚' | '‹')
}

fn letter(c: Option<char>) -> bool {
    c.is_some_and(char::is_alphanumeric)
}

fn blank(c: Option<char>) -> bool {
    c.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '–' | '—' | '-' | '/'))
}

fn solid(c: Option<char>) -> bool {
    c.is_some_and(|c| !c.is_whitespace())
}
