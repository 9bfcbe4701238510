//! Reads the search box: words, "phrases", prefix* and -not.
//!
//! Never fails: what is malformed gets its best reading and a message that points at the place.
//! Does not know the index.

use std::ops::Range;

use crate::{
    span::Span,
    text::word::{fold, words},
};

/// How many things may be asked for at once: more than anyone types, few enough for any paste to be
/// answered at once.
const MOST: usize = 64;

/// What the search box asks for: every clause must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// The clauses, in the order typed.
    pub clauses: Vec<Clause>,
    /// What could not be read as typed.
    pub messages: Vec<Message>,
}

/// One thing asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// What to look for.
    pub find: Match,
    /// Whether results must be without it.
    pub not: bool,
}

/// What to look for; all words are folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Match {
    /// A word, in any of its forms.
    Word(String),
    /// Words in this order, side by side, as they are.
    Phrase(Vec<String>),
    /// Any word that begins so.
    Prefix(String),
}

/// Something to tell about a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// What was done, in words for a reader.
    pub text: String,
    /// The bytes of the search box it is about, if it is about them.
    pub at: Option<Range<usize>>,
}

impl Words {
    /// Reads what stands in the search box. Linear in its length.
    #[must_use]
    pub fn read(typed: &str) -> Self {
        let mut read = Self::default();
        let mut at = 0;
        while let Some(start) = next_start(typed, at) {
            if read.clauses.len() + read.messages.len() >= MOST {
                read.tell(
                    "This is more than can be searched at once: the rest is left out.",
                    start..typed.len(),
                );
                break;
            }
            let (not, body) = match typed[start..].strip_prefix('-') {
                Some(_) => (true, start + 1),
                None => (false, start),
            };
            at = match opening_mark(&typed[body..]) {
                Some(mark) => read.phrase(typed, body, mark, not),
                None => read.plain(typed, body, not),
            };
        }
        read
    }

    /// Reads the phrase whose `mark` stands at `start`; gives the place behind it.
    fn phrase(&mut self, typed: &str, start: usize, mark: char, not: bool) -> usize {
        let inner = start + mark.len_utf8();
        let closing = typed[inner..].find(['"', '“', '”']);
        let end = closing.map_or(typed.len(), |length| inner + length);
        if closing.is_none() {
            self.tell("The closing quotation mark is missing: read to the end.", start..end);
        }
        let phrase = self.first_words(typed, inner..end);
        match phrase.len() {
            0 => self.tell("There is no word between the quotation marks.", start..end),
            _ => self.clauses.push(Clause { find: Match::Phrase(phrase), not }),
        }
        typed[end..].chars().next().map_or(end, |mark| end + mark.len_utf8())
    }

    /// Reads the run up to the next space, from `start`; gives the place behind it.
    fn plain(&mut self, typed: &str, start: usize, not: bool) -> usize {
        let rest = &typed[start..];
        let end = start + rest.find([' ', '\t', '\n', '"', '“', '”']).unwrap_or(rest.len());
        let mut found = self.first_words(typed, start..end);
        let find = match found.len() {
            0 => {
                self.tell("There is no word here to look for.", start..end);
                return end;
            }
            1 => {
                let word = found.swap_remove(0);
                if typed[..end].ends_with('*') { Match::Prefix(word) } else { Match::Word(word) }
            }
            // "NATO-Russia" is one thing to the reader and several words to the index.
            _ => Match::Phrase(found),
        };
        self.clauses.push(Clause { find, not });
        end
    }

    /// The words of a phrase, as many as can be searched.
    fn first_words(&mut self, typed: &str, range: Range<usize>) -> Vec<String> {
        let mut words = folded(typed, range.clone());
        let first: Vec<String> = words.by_ref().take(MOST).collect();
        if words.next().is_some() {
            self.tell("This phrase is longer than can be searched: its end is left out.", range);
        }
        first
    }

    fn tell(&mut self, text: &str, at: Range<usize>) {
        self.messages.push(Message { text: text.to_owned(), at: Some(at) });
    }
}

fn next_start(typed: &str, from: usize) -> Option<usize> {
    typed[from..].find(|letter: char| !letter.is_whitespace()).map(|length| from + length)
}

fn opening_mark(rest: &str) -> Option<char> {
    rest.chars().next().filter(|first| matches!(first, '"' | '“' | '”'))
}

fn folded(typed: &str, range: Range<usize>) -> impl Iterator<Item = String> + '_ {
    words(typed, Span::new(range.start, range.end)).map(|word| fold(word.of(typed)).into_owned())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn word(word: &str) -> Match {
        Match::Word(word.to_owned())
    }

    fn phrase(words: &[&str]) -> Match {
        Match::Phrase(words.iter().map(|&word| word.to_owned()).collect())
    }

    fn check(typed: &str, expected: &[(Match, bool)], messages: usize) {
        let read = Words::read(typed);
        let clauses: Vec<_> =
            read.clauses.into_iter().map(|clause| (clause.find, clause.not)).collect();
        assert_eq!(clauses, expected, "{typed:?}");
        assert_eq!(read.messages.len(), messages, "{typed:?}: {:?}", read.messages);
    }

    #[test]
    fn reads_words_phrases_prefixes_and_their_opposites() {
        check("", &[], 0);
        check("  Fresh start ", &[(word("fresh"), false), (word("start"), false)], 0);
        check("\"fresh start\"", &[(phrase(&["fresh", "start"]), false)], 0);
        check("“fresh start” x", &[(phrase(&["fresh", "start"]), false), (word("x"), false)], 0);
        check("-war", &[(word("war"), true)], 0);
        check("-\"fresh start\"", &[(phrase(&["fresh", "start"]), true)], 0);
        check("miss*", &[(Match::Prefix("miss".into()), false)], 0);
        check("NATO-Russia", &[(phrase(&["nato", "russia"]), false)], 0);
    }

    #[test]
    fn what_is_malformed_gets_its_best_reading_and_a_message() {
        check("\"fresh start", &[(phrase(&["fresh", "start"]), false)], 1);
        check("\"\" war", &[(word("war"), false)], 1);
        check("-", &[], 1);
        check("*** ?", &[], 2);
        let read = Words::read("war \"fresh");
        assert_eq!(read.messages[0].at, Some(4..10));
    }

    #[test]
    fn what_is_too_long_is_read_as_far_as_it_goes() {
        let read = Words::read(&"word ".repeat(1000));
        assert_eq!((read.clauses.len(), read.messages.len()), (MOST, 1));
        assert_eq!(Words::read(&"* ".repeat(1000)).messages.len(), MOST + 1);
        let phrase = Words::read(&format!("\"{}\"", "word ".repeat(1000)));
        assert!(matches!(&phrase.clauses[0].find, Match::Phrase(words) if words.len() == MOST));
        assert!(phrase.messages[0].text.contains("longer"));
    }

    proptest! {
        #[test]
        fn any_typing_is_read(typed in "\\PC*") {
            let read = Words::read(&typed);
            for message in read.messages {
                prop_assert!(message.at.is_some_and(|at| typed.get(at).is_some()));
            }
        }
    }
}
