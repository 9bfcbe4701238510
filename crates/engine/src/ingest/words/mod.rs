//! Words that page furniture is made of, by what they belong to.
//!
//! Word lists only; those who look for them know what they mean. A list is one text with bars
//! between its phrases, because a reader in a browser pays for every reference to a word.

mod agencies;
mod links;
mod notices;
mod people;

use std::sync::LazyLock;

use crate::text::table::Table;

pub(crate) use agencies::agency;
pub(crate) use links::*;
pub(crate) use notices::*;
pub(crate) use people::*;

/// Phrases, mostly in lower case.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Phrases {
    list: &'static str,
    /// Which bit of [`Starts`] stands for the list; none for those that are not looked for at the
    /// beginning of lines.
    bit: Option<u8>,
}

impl Phrases {
    /// Phrases with bars between them.
    pub(super) const fn of(list: &'static str) -> Self {
        Self { list, bit: None }
    }

    /// Phrases that are looked for at the beginning of many lines.
    const fn indexed(bit: u8, list: &'static str) -> Self {
        Self { list, bit: Some(bit) }
    }

    /// The phrases, in the order of the list.
    pub(crate) fn iter(self) -> std::str::Split<'static, char> {
        self.list.split('|')
    }

    /// Whether any of them begins with each byte.
    pub(super) const fn first_bytes(self) -> [bool; 256] {
        let list = self.list.as_bytes();
        let (mut firsts, mut at) = ([false; 256], 0);
        while at < list.len() {
            firsts[list[at] as usize] |= at == 0 || list[at - 1] == b'|';
            at += 1;
        }
        firsts
    }

    /// The first four bytes of each.
    pub(super) const fn first_fours<const N: usize>(self) -> [u32; N] {
        let list = self.list.as_bytes();
        let (mut fours, mut count, mut at) = ([0; N], 0, 0);
        while at < list.len() {
            if at == 0 || list[at - 1] == b'|' {
                fours[count] =
                    u32::from_le_bytes([list[at], list[at + 1], list[at + 2], list[at + 3]]);
                count += 1;
            }
            at += 1;
        }
        assert!(count == N, "the list has another length");
        fours
    }

    /// Whether `lower` is one of them.
    pub(crate) fn has(self, lower: &str) -> bool {
        self.iter().any(|phrase| phrase == lower)
    }

    /// Whether `lower` begins with one of them.
    pub(crate) fn begin(self, lower: &str) -> bool {
        self.iter().any(|phrase| lower.starts_with(phrase))
    }

    /// Whether `words`, large or small, may begin with one of them: a look-up.
    pub(crate) fn may_begin(self, words: &str) -> bool {
        Starts::of(words).may(self)
    }
}

/// Which lists a line may begin with a phrase of, by its first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Starts(u64);

/// How many bytes of a line are looked up, and how many the shortest phrase has.
const HEAD: usize = 6;
const SHORTEST: usize = 2;

impl Starts {
    /// What the lists say of a line's beginning, large or small: one look for most lines, a few
    /// look-ups for those that begin as a phrase does.
    pub(crate) fn of(words: &str) -> Self {
        let (beginnings, starts) = &*STARTS;
        if let Some(three) = words.as_bytes().first_chunk::<3>().filter(|three| three.is_ascii()) {
            let place = beginning(*three);
            if beginnings[place / 64] >> (place % 64) & 1 == 0 {
                return Self(0);
            }
        }
        let head = words.as_bytes().get(..HEAD).unwrap_or(words.as_bytes());
        let plain = head.iter().take_while(|byte| byte.is_ascii()).count();
        if plain < head.len() {
            // What begins with other letters is looked at; most such lines begin with a mark.
            let may = |c: char| c.is_alphabetic() || matches!(c, '©' | '–' | '—');
            if words.get(plain..).is_some_and(|rest| rest.starts_with(may)) {
                return Self(u64::MAX);
            }
        }
        let heads = (SHORTEST..=plain).filter_map(|length| words.get(..length));
        Self(heads.fold(0, |bits, head| bits | starts.look_up(head)))
    }

    /// Whether a phrase of any list may be there.
    pub(crate) fn any(self) -> bool {
        self.0 != 0
    }

    /// Whether one of `phrases` may be there.
    pub(crate) fn may(self, phrases: Phrases) -> bool {
        phrases.bit.is_none_or(|bit| self.0 >> bit & 1 != 0)
    }
}

/// The lists with a bit of their own, by it.
const INDEXED: [Phrases; 14] = [
    LINK_HEADINGS,
    SHARE_LINES,
    SHARE_LEADS,
    COMMENT_HEADINGS,
    TOPIC_LEADS,
    RELATED_LEADS,
    PLAYER_HEADINGS,
    NOTICE_LEADS,
    NOTES_HEADINGS,
    RIGHTS_LEADS,
    END_MARKS,
    CREDIT_LABELS,
    REACH_LEADS,
    agencies::AGENCIES,
];

/// The place of three letters in a list of bits, large or small: those that share one are few.
fn beginning([one, two, three]: [u8; 3]) -> usize {
    let five = |byte: u8| usize::from(byte & 0x1f);
    five(one) << 10 | five(two) << 5 | five(three)
}

/// A bit for each beginning of a phrase, and the lists' bits by the first bytes of their phrases, or
/// by the whole of short ones.
static STARTS: LazyLock<(Vec<u64>, Table)> = LazyLock::new(|| {
    let (mut beginnings, mut starts) = (vec![0; 1 << 15 >> 6], Table::with_room(256));
    let mut begins = |three: [u8; 3]| {
        let place = beginning(three);
        beginnings[place / 64] |= 1_u64 << (place % 64);
    };
    for (bit, phrases) in INDEXED.into_iter().enumerate() {
        for phrase in phrases.iter() {
            let phrase = phrase.split('=').next().unwrap_or(phrase);
            let head = phrase.as_bytes().get(..HEAD).unwrap_or(phrase.as_bytes());
            match *phrase.as_bytes() {
                [one, two] => (0..32).for_each(|three| begins([one, two, three])),
                [one, two, three, ..] => begins([one, two, three]),
                _ => {}
            }
            if let (true, Some(head)) = (head.is_ascii(), phrase.get(..head.len())) {
                *starts.entry(&head.to_ascii_lowercase()) |= 1 << bit;
            }
        }
    }
    (beginnings, starts)
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phrase_may_begin_a_line() {
        for (bit, phrases) in (0..).zip(INDEXED) {
            assert_eq!(phrases.bit, Some(bit), "{phrases:?}");
            for phrase in phrases.iter().filter_map(|phrase| phrase.split('=').next()) {
                assert!(!phrase.is_empty(), "{phrases:?}");
                for line in [phrase.to_owned(), phrase.to_uppercase()] {
                    assert!(phrases.may_begin(&line), "{line}");
                }
            }
        }
    }

    #[test]
    fn most_lines_begin_with_none() {
        for line in ["The talks ended.", "“Read more about it,” she said.", "", "12", "For you"]
        {
            assert_eq!(Starts::of(line), Starts(0), "{line}");
        }
    }
}
