//! Words as subjects count them: plain forms, and which are too general.
//!
//! A plain form is in small letters, in the singular and in one spelling. It is only ever compared,
//! so that a cut too much does no harm. Does not know phrases.

use std::sync::LazyLock;

use crate::text::{list::list, lower, table::Table};

/// How general a word is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct General(u8);

impl General {
    const NOUN: u8 = 1;
    const VERB: u8 = 2;
    const ADJECTIVE: u8 = 4;

    /// No subject by itself.
    pub(super) fn noun(self) -> bool {
        self.0 & Self::NOUN != 0
    }

    /// A verb and nothing else.
    pub(super) fn verb(self) -> bool {
        self.0 == Self::VERB
    }

    /// An adjective that says nothing of the subject: "new".
    pub(super) fn adjective(self) -> bool {
        self.0 & Self::ADJECTIVE != 0
    }

    /// Any of them.
    pub(super) fn any(self) -> bool {
        self.0 != 0
    }
}

/// A word in its plain form, as a number, and how general it is.
pub(super) fn plain(word: &str) -> (u32, General) {
    let mut buffer = [0_u8; 40];
    let Some(room) = buffer.get_mut(..word.len()).filter(|_| word.is_ascii()) else {
        return (number(lower(word).as_bytes()), General::default());
    };
    room.copy_from_slice(word.as_bytes());
    room.make_ascii_lowercase();
    let whole = general(word);
    let single = singular(room);
    // Most words are in the singular already.
    let other = if single.eq_ignore_ascii_case(word.as_bytes()) {
        whole
    } else {
        std::str::from_utf8(single).map_or_else(|_| General::default(), general)
    };
    (number(single), General(whole.0 | other.0))
}

/// The number of an acronym, which is no word's: "START" is not "start".
pub(super) fn exact(acronym: &str) -> u32 {
    number(acronym.as_bytes())
}

/// The word's number (FNV-1a).
fn number(word: &[u8]) -> u32 {
    word.iter().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

/// One number of several, in their order.
pub(super) fn together(words: &[u32]) -> u64 {
    words.iter().fold(words.len() as u64, |all, word| {
        (all.rotate_left(7) ^ u64::from(*word)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    })
}

/// The singular in American spelling, in place.
fn singular(word: &mut [u8]) -> &[u8] {
    let mut length = word.len();
    let ends = |word: &[u8], length: usize, end: &[u8]| word[..length].ends_with(end);
    if length > 4 && ends(word, length, b"ies") {
        length -= 2;
        word[length - 1] = b'y';
    } else if length > 4
        && [b"sses", b"shes", b"ches", b"xxes"].iter().any(|end| ends(word, length, *end))
    {
        length -= 2;
    } else if length > 3
        && word[length - 1] == b's'
        && !matches!(word[length - 2], b's' | b'u' | b'i')
    {
        length -= 1;
    }
    // defence, labour, organise
    if length > 5 && ends(word, length, b"fence") {
        word[length - 2] = b's';
    }
    if length > 5 && ends(word, length, b"our") {
        word[length - 2] = b'r';
        length -= 1;
    }
    if length > 8
        && let Some(at) = word[..length].windows(7).position(|part| part == b"isation")
    {
        word[at + 1] = b'z';
    }
    &word[..length]
}

fn general(word: &str) -> General {
    General(GENERAL.look_up(word) as u8)
}

static GENERAL: LazyLock<Table> = LazyLock::new(|| {
    let mut words = Table::with_room(2048);
    for (class, list) in list!("common.txt").lines().filter_map(|line| line.split_once(": ")) {
        let bit = match class {
            "noun" => General::NOUN,
            "verb" => General::VERB,
            _ => General::ADJECTIVE,
        };
        list.split(' ').for_each(|word| *words.entry(word) |= u64::from(bit));
    }
    words
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_are_one() {
        let same = [
            ("shields", "shield"),
            ("Defence", "defense"),
            ("treaties", "treaty"),
            ("labour", "labor"),
            ("organisations", "organization"),
        ];
        for (one, other) in same {
            assert_eq!(plain(one).0, plain(other).0, "{one}");
        }
        assert_ne!(plain("news").0, plain("newt").0);
    }

    #[test]
    fn general_words_are_known() {
        assert!(plain("Years").1.noun() && plain("became").1.verb() && plain("new").1.adjective());
        assert!(!plain("helicopter").1.any());
    }
}
