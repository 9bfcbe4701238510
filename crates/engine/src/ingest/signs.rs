//! What the bytes of a line show at a glance: most rules of a page need a digit, a bracket or a
//! colon, and need not look at a line without one.
//!
//! One table for all bytes, and one pass over a document, which finds its lines on the way. Does not
//! know what the signs mean to a page.

/// What stands in a line, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Signs(u16);

impl Signs {
    /// A digit: every date and time has one.
    pub(crate) const DIGIT: Self = Self(1);
    /// A colon.
    pub(crate) const COLON: Self = Self(1 << 1);
    /// A slash.
    pub(crate) const SLASH: Self = Self(1 << 2);
    /// An opening bracket.
    pub(crate) const BRACKET: Self = Self(1 << 3);
    /// A hyphen.
    pub(crate) const HYPHEN: Self = Self(1 << 4);
    /// A closing quotation mark, or a straight one.
    pub(crate) const MARK: Self = Self(1 << 5);
    /// A full stop right before what begins a sentence: a space may be lost there, or a paragraph.
    pub(crate) const RUN_ON: Self = Self(1 << 6);
    /// The letters "icon".
    pub(crate) const ICON: Self = Self(1 << 7);
    /// The letters "contri", large or small.
    pub(crate) const CONTRI: Self = Self(1 << 8);
    /// Where the line is looked at more closely: its end, a full stop, the letter n.
    const CLOSER: Self = Self(1 << 15);

    /// Whether any of `signs` is there.
    pub(crate) const fn has(self, signs: Self) -> bool {
        self.0 & signs.0 != 0
    }

    const fn and(self, signs: Self) -> Self {
        Self(self.0 | signs.0)
    }

    /// The signs of `words`, all of them one line.
    #[cfg(test)]
    pub(crate) fn of(words: &str) -> Self {
        of_line(words.as_bytes(), 0).unwrap_or_default().0
    }
}

/// The last byte of `”`.
const LAST_OF_MARK: u8 = 0x9d;

/// The first place from `from` on of a straight quotation mark, or of what may be the last byte of a
/// closing one. Eight bytes are looked at at once.
pub(super) fn next_close(text: &[u8], from: usize) -> Option<usize> {
    const EVERY: u64 = u64::MAX / 255;
    // The high bit of a byte is set where it is `byte`, and above that perhaps of others.
    let is = |bytes: u64, byte: u8| {
        let differs = bytes ^ (EVERY * u64::from(byte));
        differs.wrapping_sub(EVERY) & !differs & (EVERY * 0x80)
    };
    let mut at = from;
    while let Some(eight) = text.get(at..)?.first_chunk() {
        let eight = u64::from_le_bytes(*eight);
        let found = is(eight, b'"') | is(eight, LAST_OF_MARK);
        if found != 0 {
            return Some(at + found.trailing_zeros() as usize / 8);
        }
        at += 8;
    }
    let rest = text.get(at..)?.iter();
    rest.clone().position(|byte| matches!(*byte, b'"' | LAST_OF_MARK)).map(|place| at + place)
}

/// What each byte shows.
static OF_BYTE: [Signs; 256] = {
    let mut signs = [Signs(0); 256];
    let mut byte = 0;
    while byte < signs.len() {
        signs[byte] = match byte as u8 {
            b'0'..=b'9' => Signs::DIGIT,
            b':' => Signs::COLON,
            b'/' => Signs::SLASH,
            b'(' => Signs::BRACKET,
            b'-' => Signs::HYPHEN,
            b'"' | LAST_OF_MARK => Signs::MARK,
            b'\n' | b'.' | b'!' | b'?' | b'n' | b'N' => Signs::CLOSER,
            _ => Signs(0),
        };
        byte += 1;
    }
    signs
};

/// The signs of the line that begins at `start`, and its length with the break that ends it. None at
/// the end of the text.
pub(super) fn of_line(text: &[u8], start: usize) -> Option<(Signs, usize)> {
    let mut signs = Signs(0);
    let mut at = start;
    while let Some(&byte) = text.get(at) {
        at += 1;
        let shown = OF_BYTE[usize::from(byte)];
        signs = signs.and(shown);
        if !shown.has(Signs::CLOSER) {
            continue;
        }
        match byte {
            b'\n' => break,
            b'n' | b'N' => signs = signs.and(of_letter(text, at - 1)),
            _ => {
                let initial = at.checked_sub(2).and_then(|before| text.get(before));
                let initial = initial.is_some_and(u8::is_ascii_uppercase);
                let behind = at;
                // Closing marks, and all that is beyond ASCII.
                while let Some(&mark) = text.get(at).filter(|mark| is_closing(**mark)) {
                    signs = signs.and(OF_BYTE[usize::from(mark)]);
                    at += 1;
                }
                let begins = |next: &u8| match at == behind {
                    true => next.is_ascii_uppercase(),
                    false => !next.is_ascii_whitespace(),
                };
                if !initial && text.get(at).is_some_and(begins) {
                    signs = signs.and(Signs::RUN_ON);
                }
            }
        }
    }
    (at > start).then_some((signs, at - start))
}

/// Whether a byte may stand between the end of a sentence and the next one.
fn is_closing(byte: u8) -> bool {
    matches!(byte, b'"' | b'\'' | b')' | b'.' | b'!' | b'?') || !byte.is_ascii()
}

/// The words that the letter n at `at` may be a part of.
fn of_letter(text: &[u8], at: usize) -> Signs {
    let is = |from: usize, word: &[u8]| {
        at.checked_sub(from).and_then(|from| text.get(from..)?.get(..word.len()))
    };
    let icon = is(3, b"icon") == Some(b"icon");
    let contri = is(2, b"contri").is_some_and(|part| part.eq_ignore_ascii_case(b"contri"));
    Signs(if icon { Signs::ICON.0 } else { 0 } | if contri { Signs::CONTRI.0 } else { 0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_shows_its_signs() {
        for (line, signs) in [
            ("At 9", Signs::DIGIT),
            ("no: no", Signs::COLON),
            ("ab/afp", Signs::SLASH),
            ("(l.)", Signs::BRACKET),
            ("a - b", Signs::HYPHEN),
            ("“yes”", Signs::MARK),
            ("bookmarkicon", Signs::ICON),
            ("Ann Smith CONTRIBUTED", Signs::CONTRI),
            ("open arms.Leaders met", Signs::RUN_ON),
            ("“historic”.“Today", Signs::RUN_ON),
            ("said.\"We", Signs::RUN_ON),
        ] {
            assert!(Signs::of(line).has(signs), "{line}");
        }
        assert_eq!(Signs::of("Nothing of note, and no more"), Signs(0).and(Signs::CLOSER));
        assert!(!Signs::of("One. Two? the U.S.Senate").has(Signs::RUN_ON));
    }

    #[test]
    fn marks_are_found_wherever_they_stand() {
        for before in 0..20 {
            let text = ["a".repeat(before), "”, \"".to_owned()].concat();
            assert_eq!(next_close(text.as_bytes(), 0), Some(before + 2));
            assert_eq!(next_close(text.as_bytes(), before + 3), Some(before + 5));
            assert_eq!(next_close(text.as_bytes(), before + 6), None);
        }
    }

    #[test]
    fn lines_end_behind_their_breaks() {
        let text = b"one.\n\n2";
        assert_eq!(of_line(text, 0).map(|it| it.1), Some(5));
        assert_eq!(of_line(text, 5).map(|it| it.1), Some(1));
        assert_eq!(of_line(text, 6), Some((Signs::DIGIT, 1)));
        assert_eq!(of_line(text, 7), None);
    }
}
