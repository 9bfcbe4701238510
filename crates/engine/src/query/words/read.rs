//! Reads the search box.
//!
//! Never fails: what is malformed gets its best reading and a message that points at the place. What is asked
//! for twice is asked for once, and what would take long is bounded, so that any paste is answered at once.

use std::ops::Range;

use super::{Clause, Days, Field, Match, Message, Term, Words};
use crate::{
    query::Facet,
    span::Span,
    text::{
        near::LONGEST,
        word::{fold, words},
    },
};

/// How many things may be asked for at once: more than anyone types, few enough for any paste to be
/// answered at once.
const MOST: usize = 64;

/// How many misspelt words may be asked for at once: each is held against the whole dictionary.
const MOST_NEAR: usize = 6;

/// From how many letters on two of them may differ.
const LONG: usize = 8;

/// What stands between two things of which one is enough.
const OR: &str = "OR";

impl Words {
    /// Reads what stands in the search box. Linear in its length.
    #[must_use]
    pub fn read(typed: &str) -> Self {
        let mut reading = Reading { typed, read: Self::default(), or: None, more: false };
        let (mut at, mut terms) = (0, 0);
        while let Some(start) = next_start(typed, at) {
            if terms + reading.read.messages.len() >= MOST {
                reading.tell(
                    "This is more than can be searched at once: the rest is left out.",
                    start..typed.len(),
                );
                break;
            }
            terms += 1;
            at = reading.item(start);
        }
        reading.lonely_or();
        reading.once();
        reading.few_near();
        reading.read
    }
}

/// The search box while it is read.
struct Reading<'typed> {
    typed: &'typed str,
    read: Words,
    /// Where an OR stands that waits for what comes next.
    or: Option<Range<usize>>,
    /// Whether the last clause was given one thing more.
    more: bool,
}

impl Reading<'_> {
    /// Reads the item at `start`; gives the place behind it.
    fn item(&mut self, start: usize) -> usize {
        let end = self.end_of_run(start);
        if self.typed.get(start..end) == Some(OR) {
            self.lonely_or();
            self.or = Some(start..end);
            return end;
        }
        let not = self.typed[start..].starts_with('-');
        let body = if not { start + 1 } else { start };
        let (field, inner) = self.field(body);
        let before = self.read.clauses.len();
        let end = match opening_mark(&self.typed[inner..]) {
            Some(mark) => self.phrase(body, inner, mark, field, not),
            None => self.plain(body, inner, field, not),
        };
        let added = self.read.clauses.len() > before;
        if let Some(last) = self.read.clauses.last_mut().filter(|last| last.at.end < end) {
            if added {
                last.at = start..end;
            } else if self.more {
                last.at.end = end;
            }
        }
        self.more = false;
        end
    }

    /// The field that is named at `start`, and the place behind its colon.
    fn field(&self, start: usize) -> (Field, usize) {
        let run = &self.typed[start..self.end_of_run(start)];
        let named = run.split_once(':').and_then(|(name, _)| Some((Field::named(name)?, name)));
        named.map_or((Field::Anywhere, start), |(field, name)| (field, start + name.len() + 1))
    }

    /// Reads the phrase whose `mark` stands at `inner`; gives the place behind it.
    fn phrase(&mut self, start: usize, inner: usize, mark: char, field: Field, not: bool) -> usize {
        let first = inner + mark.len_utf8();
        let closing = self.typed[first..].find(['"', '“', '”']);
        let end = closing.map_or(self.typed.len(), |length| first + length);
        if closing.is_none() {
            self.tell("The closing quotation mark is missing: read to the end.", start..end);
        }
        let phrase = self.first_words(first..end);
        match phrase.len() {
            0 => self.tell("There is no word between the quotation marks.", start..end),
            _ => self.add(Match::Phrase(phrase), field, not),
        }
        self.typed[end..].chars().next().map_or(end, |mark| end + mark.len_utf8())
    }

    /// Reads the run up to the next space, from `inner`; gives the place behind it.
    fn plain(&mut self, start: usize, inner: usize, field: Field, not: bool) -> usize {
        let end = self.end_of_run(inner);
        let run = &self.typed[inner..end];
        if field == Field::Facet(Facet::Date) {
            match Days::read(run) {
                Some(days) => self.add(Match::Days(days), field, not),
                None => self.tell(
                    "This is no day: write it as 2010-11-20, 2010-11, 2010 or 2009..2010.",
                    start..end,
                ),
            }
            return end;
        }
        let mut found = self.first_words(inner..end);
        match found.len() {
            0 => self.tell("There is no word here to look for.", start..end),
            1 => {
                let find = single(found.swap_remove(0), run);
                self.add(find, field, not);
            }
            // "NATO-Russia" is one thing to the reader and several words to the index.
            _ => {
                if run.ends_with(['*', '~']) {
                    self.tell(
                        "Only a single word can be begun or misspelt: read as it is.",
                        start..end,
                    );
                }
                self.add(Match::Phrase(found), field, not);
            }
        }
        end
    }

    /// Adds a term: to the clause before where an OR stands between.
    fn add(&mut self, find: Match, field: Field, not: bool) {
        let term = Term { find, field };
        let or = self.or.take();
        match self.read.clauses.last_mut().filter(|last| last.not == not && or.is_some()) {
            Some(last) => {
                last.any.push(term);
                self.more = true;
            }
            None => {
                if let Some(at) = or {
                    self.tell("Only things that are wanted can stand beside OR.", at);
                }
                self.read.clauses.push(Clause { any: vec![term], not, at: 0..0 });
            }
        }
    }

    /// What is asked for twice is asked for once: it would not be found any better.
    fn once(&mut self) {
        for clause in &mut self.read.clauses {
            keep_first(&mut clause.any, |one, other| one == other);
        }
        keep_first(&mut self.read.clauses, |one, other| {
            (one.not, &one.any) == (other.not, &other.any)
        });
    }

    /// Misspelt words beyond the first few are read as they are, and words too long to be misspelt.
    fn few_near(&mut self) {
        let (mut near, mut from) = (0, Vec::new());
        for clause in &mut self.read.clauses {
            for term in &mut clause.any {
                let Match::Near(word, _) = &mut term.find else { continue };
                near += 1;
                if near > MOST_NEAR || word.chars().count() > LONGEST {
                    term.find = Match::Exact(std::mem::take(word));
                    from.push(clause.at.clone());
                }
            }
        }
        if let (Some(first), Some(last)) = (from.first(), from.last()) {
            let at = first.start..last.end;
            self.tell(
                "Only six words can be misspelt, none of more than 64 letters: read as it is.",
                at,
            );
        }
    }

    /// An OR with nothing behind it is told.
    fn lonely_or(&mut self) {
        if let Some(at) = self.or.take() {
            self.tell("OR stands between two things of which one is enough.", at);
        }
    }

    /// The words of a phrase, as many as can be searched.
    fn first_words(&mut self, range: Range<usize>) -> Vec<String> {
        let typed = self.typed;
        let mut words = words(typed, Span::new(range.start, range.end))
            .map(|word| fold(word.of(typed)).into_owned());
        let first: Vec<String> = words.by_ref().take(MOST).collect();
        if words.next().is_some() {
            self.tell("This phrase is longer than can be searched: its end is left out.", range);
        }
        first
    }

    /// Where the run of letters at `start` ends: at a space or a quotation mark.
    fn end_of_run(&self, start: usize) -> usize {
        let rest = &self.typed[start..];
        let ends = |letter: char| letter.is_whitespace() || matches!(letter, '"' | '“' | '”');
        start + rest.find(ends).unwrap_or(rest.len())
    }

    fn tell(&mut self, text: &str, at: Range<usize>) {
        self.read.messages.push(Message { text: text.to_owned(), at: Some(at) });
    }
}

/// Leaves the first of those that are the same.
fn keep_first<T>(all: &mut Vec<T>, same: impl Fn(&T, &T) -> bool) {
    let mut kept: Vec<T> = Vec::with_capacity(all.len());
    for one in all.drain(..) {
        if !kept.iter().any(|other| same(other, &one)) {
            kept.push(one);
        }
    }
    *all = kept;
}

/// What a single word asks for, by the signs around it.
fn single(word: String, run: &str) -> Match {
    match run.chars().last() {
        Some('*') => Match::Prefix(word),
        Some('~') => {
            let edits = if word.chars().count() < LONG { 1 } else { 2 };
            Match::Near(word, edits)
        }
        _ if run.starts_with('=') => Match::Exact(word),
        _ => Match::Word(word),
    }
}

fn next_start(typed: &str, from: usize) -> Option<usize> {
    typed[from..].find(|letter: char| !letter.is_whitespace()).map(|length| from + length)
}

fn opening_mark(rest: &str) -> Option<char> {
    rest.chars().next().filter(|first| matches!(first, '"' | '“' | '”'))
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

    /// The clauses, the alternatives of each as one list, and how many messages there are.
    fn check(typed: &str, expected: &[(&[Match], bool)], messages: usize) {
        let read = Words::read(typed);
        let found = |clause: &Clause| -> Vec<Match> {
            clause.any.iter().map(|term| term.find.clone()).collect()
        };
        let clauses: Vec<_> = read.clauses.iter().map(|it| (found(it), it.not)).collect();
        let expected: Vec<_> = expected.iter().map(|(any, not)| (any.to_vec(), *not)).collect();
        assert_eq!(clauses, expected, "{typed:?}");
        assert_eq!(read.messages.len(), messages, "{typed:?}: {:?}", read.messages);
    }

    #[test]
    fn reads_words_phrases_prefixes_and_their_opposites() {
        check("", &[], 0);
        check("  Fresh start ", &[(&[word("fresh")], false), (&[word("start")], false)], 0);
        check("\"fresh start\"", &[(&[phrase(&["fresh", "start"])], false)], 0);
        check(
            "“fresh start” x",
            &[(&[phrase(&["fresh", "start"])], false), (&[word("x")], false)],
            0,
        );
        check("-war", &[(&[word("war")], true)], 0);
        check("-\"fresh start\"", &[(&[phrase(&["fresh", "start"])], true)], 0);
        check("miss*", &[(&[Match::Prefix("miss".into())], false)], 0);
        check("NATO-Russia", &[(&[phrase(&["nato", "russia"])], false)], 0);
    }

    #[test]
    fn reads_misspelt_and_exact_words() {
        check("tretay~", &[(&[Match::Near("tretay".into(), 1)], false)], 0);
        check("relatoins~", &[(&[Match::Near("relatoins".into(), 2)], false)], 0);
        check("=Talks", &[(&[Match::Exact("talks".into())], false)], 0);
        check("NATO-Russia~", &[(&[phrase(&["nato", "russia"])], false)], 1);
    }

    #[test]
    fn reads_alternatives() {
        check(
            "war OR peace talks",
            &[(&[word("war"), word("peace")], false), (&[word("talks")], false)],
            0,
        );
        check("a OR b OR c", &[(&[word("a"), word("b"), word("c")], false)], 0);
        check(
            "war or peace",
            &[(&[word("war")], false), (&[word("or")], false), (&[word("peace")], false)],
            0,
        );
        check("OR war", &[(&[word("war")], false)], 1);
        check("war OR", &[(&[word("war")], false)], 1);
        check("war OR -peace", &[(&[word("war")], false), (&[word("peace")], true)], 1);
    }

    #[test]
    fn clauses_know_where_they_stand() {
        let typed = "  a -\"b c\" ?! d OR headline:e* date:2010 ";
        let read = Words::read(typed);
        let at: Vec<_> = read.clauses.iter().map(|clause| &typed[clause.at.clone()]).collect();
        assert_eq!(at, ["a", "-\"b c\"", "d OR headline:e*", "date:2010"]);
    }

    #[test]
    fn reads_fields() {
        let field = |typed: &str| {
            let read = Words::read(typed);
            let term = read.clauses.first().and_then(|clause| clause.any.first()).cloned();
            term.map(|term| (term.field, term.find))
        };
        assert_eq!(field("headline:war"), Some((Field::Headline, word("war"))));
        assert_eq!(
            field("quote:\"fresh start\""),
            Some((Field::Quote, phrase(&["fresh", "start"])))
        );
        assert_eq!(field("-report:miss*"), Some((Field::Report, Match::Prefix("miss".into()))));
        assert_eq!(field("speaker:Berg"), Some((Field::Facet(Facet::Speaker), word("berg"))));
        assert_eq!(field("unknown:war"), Some((Field::Anywhere, phrase(&["unknown", "war"]))));
        let days = Days::read("2010..").map(|days| (Field::Facet(Facet::Date), Match::Days(days)));
        assert_eq!(field("date:2010.."), days);
        check("date:soon", &[], 1);
        check("headline:", &[], 1);
    }

    #[test]
    fn what_is_asked_twice_counts_once_and_little_is_misspelt() {
        check("war WAR -war war OR war", &[(&[word("war")], false), (&[word("war")], true)], 0);
        check(
            "a OR b c OR a OR a",
            &[(&[word("a"), word("b")], false), (&[word("c"), word("a")], false)],
            0,
        );
        let near: String = (0..9).map(|number| format!("word{number}~ ")).collect();
        let read = Words::read(&near);
        let exact = |clause: &&Clause| matches!(clause.any[0].find, Match::Exact(_));
        assert_eq!(read.clauses.iter().filter(exact).count(), 9 - MOST_NEAR);
        assert_eq!(&near[read.messages[0].at.clone().unwrap()], "word6~ word7~ word8~");
        check(&format!("{}~", "x".repeat(65)), &[(&[Match::Exact("x".repeat(65))], false)], 1);
    }

    #[test]
    fn what_is_malformed_gets_its_best_reading_and_a_message() {
        check("\"fresh start", &[(&[phrase(&["fresh", "start"])], false)], 1);
        check("\"\" war", &[(&[word("war")], false)], 1);
        check("-", &[], 1);
        check("*** ?", &[], 2);
        let read = Words::read("war \"fresh");
        assert_eq!(read.messages[0].at, Some(4..10));
    }

    #[test]
    fn what_is_too_long_is_read_as_far_as_it_goes() {
        let many: String = (0..1000).map(|number| format!("word{number} ")).collect();
        let read = Words::read(&many);
        assert_eq!((read.clauses.len(), read.messages.len()), (MOST, 1));
        assert!(Words::read(&"* ".repeat(1000)).messages.len() <= MOST + 1);
        let phrase = Words::read(&format!("\"{}\"", "word ".repeat(1000)));
        let first = phrase.clauses.first().and_then(|clause| clause.any.first());
        assert!(
            first.is_some_and(
                |term| matches!(&term.find, Match::Phrase(words) if words.len() == MOST)
            )
        );
        assert!(phrase.messages[0].text.contains("longer"));
    }

    proptest! {
        #[test]
        fn any_typing_is_read(typed in "(\\PC|OR|[-=*~:\" ]){0,12}") {
            let read = Words::read(&typed);
            for message in read.messages {
                prop_assert!(message.at.is_some_and(|at| typed.get(at).is_some()));
            }
            prop_assert!(read.clauses.iter().all(|clause| !clause.any.is_empty()));
        }
    }
}
