//! What the bytes of a line show at a glance: most rules of a page need a digit, a bracket or a
//! colon, and need not look at a line without one.
//!
//! One pass over a document, sixteen bytes at a time, line by line. Does not know what the signs mean
//! to a page.

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
        of_line(words, 0).unwrap_or_default().0
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

/// How many bytes of a line are looked at at once, and how many of them and those behind it takes to
/// see the beginning of a word.
const BLOCK: usize = 16;
const WINDOW: usize = BLOCK + 2;

/// What a glance at some bytes shows: signs that one byte makes, and where to look more closely.
const STOP: u8 = 1 << 6;
const CON: u8 = 1 << 7;

/// What the bytes of a block show, as bits of [`Signs`], [`STOP`] and [`CON`]. Nothing is told by a jump
/// or a table, so that all bytes are compared at once.
fn glance(window: &[u8; WINDOW]) -> u8 {
    let bit = |is: bool, sign: u8| u8::from(is).wrapping_neg() & sign;
    let letter = |byte: u8, small: u8| byte | 0x20 == small;
    let mut all = [0; BLOCK];
    for (at, place) in all.iter_mut().enumerate() {
        let (byte, second, third) = (window[at], window[at + 1], window[at + 2]);
        *place = bit(byte.wrapping_sub(b'0') < 10, Signs::DIGIT.0 as u8)
            | bit(byte == b':', Signs::COLON.0 as u8)
            | bit(byte == b'/', Signs::SLASH.0 as u8)
            | bit(byte == b'(', Signs::BRACKET.0 as u8)
            | bit(byte == b'-', Signs::HYPHEN.0 as u8)
            | bit((byte == b'"') | (byte == LAST_OF_MARK), Signs::MARK.0 as u8)
            | bit((byte == b'.') | (byte == b'!') | (byte == b'?'), STOP)
            | bit(letter(byte, b'c') & letter(second, b'o') & letter(third, b'n'), CON);
    }
    all.into_iter().fold(0, |all, one| all | one)
}

/// The signs of the line that begins at `start`, and its length with the break that ends it. None at
/// the end of the text.
pub(super) fn of_line(text: &str, start: usize) -> Option<(Signs, usize)> {
    let rest = text.get(start..).filter(|rest| !rest.is_empty())?;
    let length = rest.find('\n').map_or(rest.len(), |at| at + 1);
    let line = rest.as_bytes().get(..length)?;
    let mut signs = Signs(0);
    // Up to where the line is gone through for stops.
    let mut passed = 0;
    for at in (0..line.len()).step_by(BLOCK) {
        let shown = match line.get(at..).and_then(<[u8]>::first_chunk) {
            Some(window) => glance(window),
            None => {
                let mut window = [0; WINDOW];
                let last = line.get(at..).unwrap_or_default();
                window.iter_mut().zip(last).for_each(|(place, byte)| *place = *byte);
                glance(&window)
            }
        };
        signs = signs.and(Signs(u16::from(shown & !(STOP | CON))));
        if shown & CON != 0 {
            let words = (at..at + BLOCK).map(|at| of_letters(line, at));
            signs = words.fold(signs, Signs::and);
        }
        if shown & STOP != 0 {
            passed = passed.max(at);
            while let Some(stop) = next_stop(line, passed, at + BLOCK) {
                let (run_on, behind) = behind_stop(line, stop);
                signs = if run_on { signs.and(Signs::RUN_ON) } else { signs };
                passed = behind;
            }
        }
    }
    Some((signs, length))
}

/// The first stop from `from` on, before `end`.
fn next_stop(line: &[u8], from: usize, end: usize) -> Option<usize> {
    let bytes = line.get(from..end.min(line.len()))?;
    let stop = bytes.iter().position(|byte| matches!(byte, b'.' | b'!' | b'?'));
    stop.map(|at| from + at)
}

/// Whether a sentence begins right behind the stop at `at`, and where the marks behind it end.
fn behind_stop(line: &[u8], at: usize) -> (bool, usize) {
    let initial = at.checked_sub(1).and_then(|before| line.get(before));
    let initial = initial.is_some_and(u8::is_ascii_uppercase);
    // Closing marks, and all that is beyond ASCII.
    let rest = line.get(at + 1..).unwrap_or_default();
    let marks = rest.iter().take_while(|mark| is_closing(**mark)).count();
    let begins = |next: &u8| match marks {
        0 => next.is_ascii_uppercase(),
        _ => !next.is_ascii_whitespace(),
    };
    (!initial && rest.get(marks).is_some_and(begins), at + 1 + marks)
}

/// Whether a byte may stand between the end of a sentence and the next one.
fn is_closing(byte: u8) -> bool {
    matches!(byte, b'"' | b'\'' | b')' | b'.' | b'!' | b'?') || !byte.is_ascii()
}

/// The words that the letters "con" at `at` may be a part of.
fn of_letters(line: &[u8], at: usize) -> Signs {
    let is = |from: Option<usize>, word: &[u8]| line.get(from?..)?.get(..word.len());
    let icon = is(at.checked_sub(1), b"icon") == Some(b"icon");
    let contri = is(Some(at), b"contri").is_some_and(|part| part.eq_ignore_ascii_case(b"contri"));
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
        assert_eq!(Signs::of("Nothing of note, and no more"), Signs(0));
        assert!(!Signs::of("One. Two? the U.S.Senate").has(Signs::RUN_ON));
    }

    #[test]
    fn signs_are_seen_wherever_they_stand() {
        let samples = ["9", ":", "/", "(", "-", "\"", "”", "icon", "Contri", "a.B", "a.”b"];
        for (sample, before) in samples.into_iter().flat_map(|it| (0..40).map(move |at| (it, at))) {
            for behind in [0, 1, 2, 30] {
                let line = ["x".repeat(before), sample.to_owned(), "x".repeat(behind)].concat();
                assert_eq!(Signs::of(&line), Signs::of(sample), "{line}");
            }
        }
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
        let text = "one.\n\n2";
        assert_eq!(of_line(text, 0).map(|it| it.1), Some(5));
        assert_eq!(of_line(text, 5).map(|it| it.1), Some(1));
        assert_eq!(of_line(text, 6), Some((Signs::DIGIT, 1)));
        assert_eq!(of_line(text, 7), None);
    }
}
