//! Sentence bounds, by hand-written rules that also hold where a crawl lost the space.
//!
//! Knows abbreviations and closing marks; does not know what a sentence says. One pass, linear in
//! the length of the text.

use super::stop::Little;
use crate::{article::Block, span::Span};

/// The sentences of all text blocks, in order.
///
/// None crosses a block, and together they cover all of each block but the white space between
/// them. Sentences inside quotations are sentences too.
#[must_use]
pub fn split(source: &str, blocks: &[Block]) -> Vec<Span> {
    let text = blocks.iter().filter(|block| block.kind.is_text());
    text.flat_map(|block| of_span(source, block.span)).collect()
}

/// The sentences of the words at `span`, in order.
pub(crate) fn of_span(source: &str, span: Span) -> impl Iterator<Item = Span> {
    let base = span.start as usize;
    let words = span.of(source);
    let mut start = 0;
    ends(words).chain([words.len()]).filter_map(move |end| {
        let sentence = Span::new(base + start, base + end).trim(source);
        start = end;
        (!sentence.is_empty()).then_some(sentence)
    })
}

/// The longest word that may be an abbreviation, in bytes.
const LONGEST_ABBREVIATION: usize = 12;

/// Whether a full stop after `word` belongs to the word, if `next` are the words behind it.
pub(crate) fn is_abbreviation(word: &str, next: &str) -> bool {
    if word.is_empty() || word.len() > LONGEST_ABBREVIATION {
        return false;
    }
    let mut chars = word.chars();
    if let (Some(first), None) = (chars.next(), chars.next()) {
        return first.is_uppercase();
    }
    let little = Little::of(word);
    if little.is(Little::ABBREVIATION) {
        let number = || next.trim_start().starts_with(|c: char| c.is_ascii_digit());
        return !little.is(Little::BEFORE_NUMBERS) || number();
    }
    let dotted = word.contains('.') && word.chars().all(|c| c.is_uppercase() || c == '.');
    (little.is(Little::ENDING) || dotted) && !next.trim_start().is_empty() && !begins_anew(next)
}

/// Whether the words begin as a sentence does, and not as a name.
fn begins_anew(next: &str) -> bool {
    let word = next.trim_start().trim_start_matches(is_opening);
    let word = word.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    word.starts_with(char::is_uppercase) && Little::of(word).is(Little::STARTER)
}

fn is_opening(c: char) -> bool {
    matches!(c, '“' | '"' | '‘' | '\'' | '«' | '„' | '(' | '[' | '‚' | '‹')
}

fn is_closing(c: char) -> bool {
    matches!(c, '”' | '"' | '’' | '\'' | '»' | ')' | ']' | '›')
}

/// What ends a sentence.
const STOPS: [char; 4] = ['.', '!', '?', '…'];

/// Where the first of the stops stands.
fn stop(words: &str) -> Option<usize> {
    const ELLIPSIS: &[u8] = "…".as_bytes();
    let (bytes, mut from) = (words.as_bytes(), 0);
    loop {
        let begins = |byte: &u8| matches!(byte, b'.' | b'!' | b'?') || *byte == ELLIPSIS[0];
        let at = from + bytes.get(from..)?.iter().position(begins)?;
        if bytes[at].is_ascii() || bytes[at..].starts_with(ELLIPSIS) {
            return Some(at);
        }
        from = at + 1;
    }
}

/// Where sentences end inside `words`, as byte offsets; the end of the words is not among them.
fn ends(words: &str) -> impl Iterator<Item = usize> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let at = from + stop(words.get(from..)?)?;
            let (before, stop) = words.split_at_checked(at)?;
            let stops = stop.trim_start_matches(STOPS);
            let run = stop.get(..stop.len() - stops.len())?;
            let rest = closed(stops);
            from = words.len() - rest.len();
            if !rest.is_empty() && ends_here(before, run, stops, rest) {
                return Some(from);
            }
        }
    })
}

/// What is left after the marks that close at the end of a sentence.
fn closed(words: &str) -> &str {
    let rest = words.trim_start_matches(is_closing);
    let taken = words.get(..words.len() - rest.len()).unwrap_or_default();
    // A straight mark may also open the next quotation: the last one of a run with nothing between
    // it and the next word does, if another closes.
    match (taken.chars().last(), rest.chars().next()) {
        (Some(mark @ ('"' | '\'')), Some(next)) if next.is_alphanumeric() => {
            words.get(taken.len() - mark.len_utf8()..).unwrap_or(rest)
        }
        _ => rest,
    }
}

/// Whether a sentence ends between `before`, the `stop`s with their closing marks, and `rest`.
fn ends_here(before: &str, stop: &str, stops: &str, rest: &str) -> bool {
    let closers = stops.len() > rest.len() || before.ends_with(is_closing);
    let next = rest.trim_start();
    let Some(first) = next.chars().next() else { return true };
    let word = last_word(before);
    if rest.len() == next.len() {
        return lost_space(word, stop, closers, next);
    }
    if !(first.is_uppercase()
        || first.is_numeric()
        || is_opening(first)
        || !first.is_alphanumeric())
    {
        return false;
    }
    if matches!(first, '–' | '—' | '-' | ',' | ';' | ':' | '/' | '&') {
        return false;
    }
    stop != "." || closers || !is_abbreviation(word, next)
}

/// The last word of `before`, with the full stops inside it; of a longer one than any language has,
/// the end, so that the cost of a stop does not grow with what is before it.
fn last_word(before: &str) -> &str {
    const LONGEST: usize = 64;
    let letters = before.chars().rev().take(LONGEST);
    let length: usize =
        letters.take_while(|c| c.is_alphanumeric() || *c == '.').map(char::len_utf8).sum();
    before.get(before.len() - length..).unwrap_or_default().trim_start_matches('.')
}

/// Whether a sentence ends although no space follows: "arms.Leaders".
fn lost_space(word: &str, stop: &str, closers: bool, next: &str) -> bool {
    let mut letters = next.chars();
    let first = letters.next().unwrap_or(' ');
    let second = letters.as_str();
    let begins = first.is_uppercase() || matches!(first, '“' | '«' | '"');
    let whole = word.len() >= 2 && !word.contains('.') && word.chars().all(char::is_alphanumeric);
    let web = next.chars().skip(1).take_while(|c| c.is_alphanumeric()).count() < 1
        && !second.starts_with([' ', '’', '\''])
        && first.is_uppercase();
    begins && !web && (closers || stop != "." || whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::BlockKind;
    use proptest::prelude::*;

    fn sentences(words: &str) -> Vec<&str> {
        let block = Block { span: Span::new(0, words.len()), kind: BlockKind::Paragraph };
        split(words, &[block]).into_iter().map(|span| span.of(words)).collect()
    }

    /// The sentences are given with a bar between them.
    #[track_caller]
    fn check(marked: &str) {
        let expected: Vec<_> = marked.split('|').map(str::trim).collect();
        let words = marked.replace('|', "");
        assert_eq!(sentences(&words), expected);
    }

    #[test]
    fn ends_where_a_reader_ends() {
        check("One. |Two! |Three? |Four… |Five");
        check("“We met.” |The talks ended.");
        check("“We met,” he said. |“They left.”");
        check("How? |If at all? |The problem is that.");
        check("“Really?” he asked.");
    }

    #[test]
    fn abbreviations_end_nothing() {
        check("Mr. Smith met Sen. Jones on Nov. 29. |They left.");
        check("George W. Bush spoke.");
        check("The U.S. Senate voted. |It moved to the U.S. |The vote failed.");
        check("It began at 5 p.m. |He left at 6 p.m. on Friday.");
        check("He said no. |They left.");
        check("It costs 3.5 million.");
    }

    #[test]
    fn a_lost_space_ends_a_sentence_too() {
        check("with open arms.|Leaders met.");
        check("as “historic”.|“Today we begin,” he said.|“It is good.”|The talks ended.");
        check("He said.|\"We met.\"");
        check("See example.org now.");
    }

    #[test]
    fn a_run_of_stops_costs_no_more_than_its_length() {
        // Looking back to the start at each stop would take minutes.
        let words = "a.".repeat(1_000_000);
        assert!(!sentences(&words).is_empty());
    }

    proptest! {
        #[test]
        fn sentences_cover_any_text(words in "[A-Za-z.!?“”\"' \\n…é]{0,120}") {
            let found = sentences(&words);
            let squeezed = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(squeezed(&found.concat()), squeezed(&words));
        }
    }
}
