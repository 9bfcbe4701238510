//! The words that rules ask for by name ("that", "according"), each with a number, and sets of them.
//!
//! A text's words get their numbers when it is cut into tokens; a rule's list is a set of numbers that
//! is made when the program is built, so that to ask whether a word is of a list is one look at a bit.
//! Knows no word classes.

/// A word that some rule asks for, by its number; 0 is any other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Word(u16);

impl Word {
    /// Any word that no rule asks for.
    pub(crate) const NONE: Self = Self(0);

    /// The word, or mark, that is written so in small letters.
    pub(crate) const fn of(word: &str) -> Self {
        match find(word.as_bytes(), 0, word.len()) {
            Some(at) => Self(at as u16 + 1),
            None => Self(0),
        }
    }

    /// The word of that number.
    pub(crate) fn numbered(number: u16) -> Self {
        Self(number)
    }

    /// Its number, below [`ROOM`].
    pub(crate) const fn number(self) -> usize {
        self.0 as usize % ROOM
    }
}

/// How many numbers there is room for.
pub(crate) const ROOM: usize = 512;

/// A set of words.
#[derive(Debug)]
pub(crate) struct Words([u64; ROOM / 64]);

impl Words {
    /// The words of a list, which has a space between them; each must be one of [`ALL`].
    pub(crate) const fn of(list: &str) -> Self {
        let mut set = [0; ROOM / 64];
        let mut rest = Rest::of(list);
        while let Some((word, next)) = rest.next(list) {
            set[word.number() / 64] |= 1 << (word.number() % 64);
            rest = next;
        }
        Self(set)
    }

    /// Whether the word is one of them.
    pub(crate) const fn has(&self, word: Word) -> bool {
        self.0[word.number() / 64] >> (word.number() % 64) & 1 != 0
    }
}

/// A set of words, made when the program is built.
macro_rules! words {
    ($list:expr) => {
        const { &$crate::person::lexicon::words::Words::of($list) }
    };
}
pub(crate) use words;

/// A number for each of some words, made when the program is built; 0 for any other word.
pub(crate) struct Numbers([u8; ROOM]);

impl Numbers {
    /// The numbers of the words of each list.
    pub(crate) const fn of(lists: &[(&str, u8)]) -> Self {
        let mut numbers = [0; ROOM];
        let mut at = 0;
        while at < lists.len() {
            let (list, number) = lists[at];
            let mut rest = Rest::of(list);
            while let Some((word, next)) = rest.next(list) {
                numbers[word.number()] = number;
                rest = next;
            }
            at += 1;
        }
        Self(numbers)
    }

    /// The numbers of the words of one list by their places in it, from 1.
    pub(crate) const fn by_place(list: &str) -> Self {
        let mut numbers = [0; ROOM];
        let mut rest = Rest::of(list);
        let mut place = 1;
        while let Some((word, next)) = rest.next(list) {
            if numbers[word.number()] == 0 {
                numbers[word.number()] = place;
            }
            place += 1;
            rest = next;
        }
        Self(numbers)
    }

    /// The number of the word.
    pub(crate) const fn get(&self, word: Word) -> usize {
        self.0[word.number()] as usize
    }
}

/// What is left of a list, from a byte on.
struct Rest(usize);

impl Rest {
    const fn of(_: &str) -> Self {
        Self(0)
    }

    /// The next word of the list, and what is left then.
    const fn next(&self, list: &str) -> Option<(Word, Self)> {
        let bytes = list.as_bytes();
        let mut start = self.0;
        while start < bytes.len() && bytes[start] == b' ' {
            start += 1;
        }
        let mut end = start;
        while end < bytes.len() && bytes[end] != b' ' {
            end += 1;
        }
        if start == end {
            return None;
        }
        match find(bytes, start, end) {
            Some(at) => Some((Word(at as u16 + 1), Self(end))),
            None => panic!("a list has a word that is not among ALL"),
        }
    }
}

/// The place among [`ALL`] of the word from `start` to `end`.
const fn find(bytes: &[u8], start: usize, end: usize) -> Option<usize> {
    let (mut low, mut high) = (0, ALL.len());
    while low < high {
        let middle = usize::midpoint(low, high);
        let known = ALL[middle].as_bytes();
        let (mut at, mut order) = (0, 0_i32);
        while order == 0 && (at < known.len() || start + at < end) {
            let left = if at < known.len() { known[at] as i32 } else { -1 };
            let right = if start + at < end { bytes[start + at] as i32 } else { -1 };
            order = left - right;
            at += 1;
        }
        match order {
            0 => return Some(middle),
            ..0 => low = middle + 1,
            1.. => high = middle,
        }
    }
    None
}

/// The words by their numbers, from 1: one text, because a reader in a browser pays for every
/// reference to a word.
pub(crate) fn all() -> impl Iterator<Item = &'static str> {
    const TEXT: &str = match std::str::from_utf8(&BYTES) {
        Ok(text) => text,
        Err(_) => "",
    };
    TEXT.split(' ')
}

/// [`ALL`] with a space between its words.
const BYTES: [u8; length()] = {
    let mut bytes = [b' '; length()];
    let (mut at, mut word) = (0, 0);
    while word < ALL.len() {
        let mut letter = 0;
        while letter < ALL[word].len() {
            bytes[at + letter] = ALL[word].as_bytes()[letter];
            letter += 1;
        }
        at += letter + 1;
        word += 1;
    }
    bytes
};

/// The length of all words with a space between them.
const fn length() -> usize {
    let (mut length, mut word) = (ALL.len() - 1, 0);
    while word < ALL.len() {
        length += ALL[word].len();
        word += 1;
    }
    length
}

/// All words that rules ask for by name, in the order of their bytes; asked only while the program is
/// built.
const ALL: [&str; 265] = [
    "$",
    "%",
    "(",
    ")",
    ",",
    ".",
    ";",
    "a",
    "aboard",
    "about",
    "according",
    "account",
    "after",
    "afternoon",
    "against",
    "although",
    "amid",
    "an",
    "analysis",
    "and",
    "another",
    "appeared",
    "appears",
    "are",
    "around",
    "article",
    "as",
    "asked",
    "at",
    "back",
    "be",
    "because",
    "been",
    "before",
    "began",
    "being",
    "belief",
    "between",
    "book",
    "briefing",
    "but",
    "by",
    "call",
    "called",
    "calling",
    "calls",
    "campaign",
    "can",
    "cannot",
    "careful",
    "clear",
    "column",
    "compared",
    "concern",
    "concerns",
    "conference",
    "confidence",
    "continued",
    "continues",
    "could",
    "data",
    "debate",
    "despite",
    "did",
    "disappointment",
    "do",
    "documents",
    "does",
    "doubt",
    "doubts",
    "dubbed",
    "during",
    "e-mail",
    "e-mails",
    "earlier",
    "early",
    "email",
    "emails",
    "entitled",
    "even",
    "evening",
    "familiar",
    "fear",
    "fears",
    "few",
    "figures",
    "filings",
    "film",
    "following",
    "for",
    "found",
    "from",
    "had",
    "has",
    "hashtag",
    "have",
    "he",
    "headline",
    "her",
    "here",
    "hers",
    "herself",
    "him",
    "himself",
    "his",
    "hope",
    "hopes",
    "host",
    "how",
    "i",
    "i'm",
    "if",
    "in",
    "interview",
    "into",
    "is",
    "it",
    "its",
    "i’m",
    "keen",
    "last",
    "late",
    "later",
    "law",
    "let",
    "letter",
    "level",
    "like",
    "many",
    "marked",
    "may",
    "me",
    "memo",
    "might",
    "month",
    "more",
    "morning",
    "most",
    "movement",
    "movie",
    "must",
    "my",
    "named",
    "near",
    "never",
    "news",
    "nicknamed",
    "night",
    "no",
    "not",
    "numbers",
    "of",
    "on",
    "once",
    "one",
    "optimism",
    "or",
    "others",
    "our",
    "out",
    "over",
    "papers",
    "paused",
    "percent",
    "phrase",
    "podcast",
    "polling",
    "polls",
    "post",
    "program",
    "quick",
    "recently",
    "records",
    "regret",
    "release",
    "report",
    "reporters",
    "reports",
    "research",
    "results",
    "rules",
    "rushed",
    "said",
    "saying",
    "seemed",
    "seems",
    "self-described",
    "series",
    "several",
    "she",
    "should",
    "show",
    "showed",
    "shows",
    "sign",
    "signs",
    "since",
    "slogan",
    "so",
    "so-called",
    "some",
    "song",
    "speaking",
    "speech",
    "star",
    "statement",
    "still",
    "story",
    "studies",
    "such",
    "surprise",
    "surveys",
    "term",
    "than",
    "that",
    "the",
    "their",
    "them",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "though",
    "titled",
    "to",
    "today",
    "told",
    "tour",
    "tweet",
    "under",
    "unless",
    "unlike",
    "until",
    "up",
    "us",
    "used",
    "very",
    "was",
    "we",
    "week",
    "were",
    "what",
    "when",
    "where",
    "whether",
    "which",
    "while",
    "who",
    "whom",
    "whose",
    "why",
    "will",
    "with",
    "word",
    "words",
    "would",
    "year",
    "yes",
    "yesterday",
    "you",
    "your",
    "£",
    "€",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_have_their_words_and_no_others() {
        const SET: &Words = words!("that according ;");
        let seen: Vec<&str> = ALL.into_iter().filter(|word| SET.has(Word::of(word))).collect();
        assert_eq!(seen, [";", "according", "that"]);
        assert!(!SET.has(Word::of("nothing that is listed")));
        assert!(ALL.is_sorted() && ALL.len() < ROOM);
        assert!(all().eq(ALL));
    }

    #[test]
    fn numbers_are_by_list_or_by_place() {
        const BY_LIST: Numbers = Numbers::of(&[("a an", 3), ("the", 4)]);
        const BY_PLACE: Numbers = Numbers::by_place("the a");
        let number = |numbers: &Numbers, word| numbers.get(Word::of(word));
        assert_eq!(
            [number(&BY_LIST, "an"), number(&BY_LIST, "the"), number(&BY_LIST, "that")],
            [3, 4, 0]
        );
        assert_eq!(
            [number(&BY_PLACE, "the"), number(&BY_PLACE, "a"), number(&BY_PLACE, "an")],
            [1, 2, 0]
        );
    }
}
