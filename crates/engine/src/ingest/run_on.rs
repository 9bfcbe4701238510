//! Paragraphs that a crawl ran together without even a full stop: "…," said Smith The talks ended.
//!
//! Goes by how the document uses the name elsewhere: where it always ends a name, the word after
//! it begins something new. Knows no names of its own.

use std::cell::OnceCell;

use super::{
    breaks,
    line::Line,
    signs::{self, Signs},
};
use crate::{
    span::Span,
    text::keyed::{Key, Map},
};

/// Restores lost paragraph breaks in the lines of one document.
pub(crate) struct Paragraphs<'a> {
    source: &'a str,
    /// How each capitalised word is used; counted when it is first needed.
    uses: OnceCell<Uses>,
}

/// How a document uses a capitalised word.
#[derive(Clone, Copy, Debug, Default)]
struct Use {
    /// How often a word with a small letter, or a mark, follows it.
    last: u32,
    /// How often a word with a capital follows it.
    inside: u32,
    /// How often a word with a capital stands before it.
    led: u32,
}

impl<'a> Paragraphs<'a> {
    /// For the document `source`.
    pub(crate) fn of(source: &'a str) -> Self {
        Self { source, uses: OnceCell::new() }
    }

    /// Gives the paragraphs in the line.
    pub(crate) fn split(&self, line: &Line, mut found: impl FnMut(Span)) {
        let marked = line.signs.has(Signs::MARK);
        breaks::restore(self.source, line, |span| match marked {
            true => self.cut(span).for_each(&mut found),
            false => found(span),
        });
    }

    /// The paragraph at `span`, or the two that it is.
    fn cut(&self, span: Span) -> impl Iterator<Item = Span> {
        let words = span.of(self.source);
        let mut from = 0;
        let ends = std::iter::from_fn(|| {
            from = signs::next_close(words.as_bytes(), from)? + 1;
            Some(from)
        });
        // Before a space, and the whole of a mark.
        let at = ends.filter(|&end| {
            words.as_bytes().get(end) == Some(&b' ')
                && words.get(..end).is_some_and(|before| before.ends_with(['"', '”']))
        });
        let at = at.into_iter().find_map(|end| self.speaker_then_more(words, end));
        let (start, end) = (span.start as usize, span.end as usize);
        let middle = at.map_or(end, |at| start + at);
        let pieces = [Some(Span::new(start, middle)), at.map(|_| Span::new(middle, end))];
        pieces.into_iter().flatten().map(|piece| piece.trim(self.source))
    }

    /// Where something new begins, if `words` go on from `at` as "said Smith The talks".
    fn speaker_then_more(&self, words: &'a str, at: usize) -> Option<usize> {
        let rest = words.get(at..)?.strip_prefix(' ')?;
        if !is_small(rest) {
            return None;
        }
        let mut next = rest.split(' ').skip(1);
        let name = next.next().filter(|name| is_capital(name))?;
        let begins = next.next().filter(|begins| is_capital(begins))?;
        next.next().filter(|goes_on| is_small(goes_on))?;
        let used = self.uses.get_or_init(|| Uses::of(self.source)).get(name)?;
        // Here it is followed by a capital once; elsewhere it never is, and it ends a longer name.
        let always_last = used.inside == 1 && used.last >= 2 && used.led > 0;
        always_last.then(|| begins.as_ptr() as usize - words.as_ptr() as usize)
    }
}

/// How a document uses its capitalised words.
#[derive(Default)]
struct Uses {
    by_word: Map,
    list: Vec<Use>,
}

impl Uses {
    fn of(source: &str) -> Self {
        let mut uses = Self::default();
        let mut words = source.split_whitespace().peekable();
        let mut led = false;
        while let Some(word) = words.next() {
            // Most words begin small.
            if !word.starts_with(char::is_uppercase) {
                led = false;
                continue;
            }
            let name =
                word.split(|c: char| !c.is_alphanumeric() && c != '-').next().unwrap_or_default();
            let whole = name.len() == word.len();
            let capital = is_capital(name);
            if capital {
                let inside =
                    whole && words.peek().is_some_and(|next| next.starts_with(char::is_uppercase));
                uses.count(name, inside, led);
            }
            led = whole && capital && name.len() > 3;
        }
        uses
    }

    fn count(&mut self, name: &str, inside: bool, led: bool) {
        let at = *self.by_word.entry(Key::EMPTY.and(name), self.list.len()) as usize;
        if at == self.list.len() {
            self.list.push(Use::default());
        }
        let used = &mut self.list[at];
        used.inside += u32::from(inside);
        used.last += u32::from(!inside);
        used.led += u32::from(led);
    }

    fn get(&self, name: &str) -> Option<&Use> {
        self.list.get(self.by_word.place(Key::EMPTY.and(name))?)
    }
}

fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphanumeric() || c == '-')
}

fn is_small(word: &str) -> bool {
    word.starts_with(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::line::lines;

    #[track_caller]
    fn check(source: &str, expected: &[&str]) {
        let mut spans = Vec::new();
        Paragraphs::of(source).split(&lines(source)[0], |span| spans.push(span));
        let seen: Vec<_> = spans.iter().map(|span| span.of(source)).collect();
        assert_eq!(seen, expected);
    }

    #[test]
    fn a_name_that_always_ends_a_name_ends_the_paragraph() {
        check(
            "Minister Sergei Lavrov agreed, and Lavrov left. \"Yes,\" said Lavrov NATO froze the talks.",
            &[
                "Minister Sergei Lavrov agreed, and Lavrov left. \"Yes,\" said Lavrov",
                "NATO froze the talks.",
            ],
        );
    }

    #[test]
    fn a_longer_name_stays_whole() {
        let source = "\"Yes,\" said Jeremy Corbyn when Jeremy Corbyn left. Jeremy smiled.";
        check(source, &[source]);
        let source = "The British left, as the British do. \"Yes,\" said British Airways today.";
        check(source, &[source]);
    }
}
