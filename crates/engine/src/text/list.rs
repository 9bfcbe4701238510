//! Word lists that stand in files: without their comments, which a reader in a browser need not load.
//!
//! A comment is a line that begins with `#`. It is left out when the program is built. Does not know
//! what a list's lines say.

/// The text of a file without its comments and its blank lines, made when the program is built.
macro_rules! list {
    ($file:literal) => {{
        const FILE: &str = include_str!($file);
        const LINES: [u8; $crate::text::list::length(FILE)] = $crate::text::list::lines(FILE);
        const LIST: &str = match std::str::from_utf8(&LINES) {
            Ok(list) => list,
            Err(_) => "",
        };
        LIST
    }};
}
pub(crate) use list;

/// The same of a file of words by the alphabet, each word without what it has in common with the word
/// before: the number of these bytes, as a capital letter, stands in the place of the space. To be
/// read by [`expanded`].
macro_rules! shortened {
    ($file:literal) => {{
        const LIST: &str = $crate::text::list::list!($file);
        const BYTES: [u8; $crate::text::list::shorten(LIST, &mut [])] = {
            let mut bytes = [0; $crate::text::list::shorten(LIST, &mut [])];
            $crate::text::list::shorten(LIST, &mut bytes);
            bytes
        };
        &BYTES
    }};
}
pub(crate) use shortened;

/// Puts the words of a list, each shortened, into `kept`, as far as there is room; gives the length.
pub(crate) const fn shorten(list: &str, kept: &mut [u8]) -> usize {
    let list = list.as_bytes();
    let (mut at, mut length, mut before) = (0, 0, 0);
    while at < list.len() {
        if list[at] != b' ' {
            put(kept, length, list[at]);
            (at, length) = (at + 1, length + 1);
            continue;
        }
        at += 1;
        let mut same = 0;
        while same < 25 && before > 0 && at + same < list.len() && is_inside(list[at + same]) {
            if list[before + same] != list[at + same] {
                break;
            }
            same += 1;
        }
        put(kept, length, b'A' + same as u8);
        length += 1;
        (before, at) = (at, at + same);
    }
    length
}

/// Whether a byte is inside a word.
const fn is_inside(byte: u8) -> bool {
    byte != b' ' && byte != b'\n'
}

/// The list that was shortened.
pub(crate) fn expanded(shortened: &[u8]) -> String {
    let mut text = Vec::with_capacity(shortened.len() * 2);
    let mut before = 0;
    for byte in shortened {
        if !byte.is_ascii_uppercase() {
            text.push(*byte);
            continue;
        }
        text.push(b' ');
        let start = text.len();
        for at in before..before + usize::from(byte - b'A') {
            text.extend(text.get(at).copied());
        }
        before = start;
    }
    String::from_utf8(text).unwrap_or_default()
}

/// The length of what [`lines`] gives.
pub(crate) const fn length(file: &str) -> usize {
    copy(file.as_bytes(), &mut [])
}

/// The lines of a file but for comments and blank ones, with a break between them.
pub(crate) const fn lines<const LENGTH: usize>(file: &str) -> [u8; LENGTH] {
    let mut kept = [0; LENGTH];
    copy(file.as_bytes(), &mut kept);
    kept
}

/// Copies what is kept of `file` into `kept`, as far as there is room; gives its length.
const fn copy(file: &[u8], kept: &mut [u8]) -> usize {
    let (mut at, mut length) = (0, 0);
    while at < file.len() {
        let comment = file[at] == b'#' || file[at] == b'\n';
        if !comment && length > 0 {
            put(kept, length, b'\n');
            length += 1;
        }
        while at < file.len() && file[at] != b'\n' {
            if !comment {
                put(kept, length, file[at]);
                length += 1;
            }
            at += 1;
        }
        at += 1;
    }
    length
}

const fn put(kept: &mut [u8], at: usize, byte: u8) {
    if at < kept.len() {
        kept[at] = byte;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shortened_words_are_found_again() {
        for list in
            ["", "a", "women: ana anabel anna andrée andréa\nmen: an and andr", "a: b\nc: b"]
        {
            let mut bytes = vec![0; shorten(list, &mut [])];
            shorten(list, &mut bytes);
            assert_eq!(expanded(&bytes), list);
        }
    }

    #[test]
    fn comments_and_blank_lines_are_left_out() {
        const FILE: &str = "# Words.\none two\n\n# More.\nthree: é\n#\n";
        let kept: [u8; length(FILE)] = lines(FILE);
        assert_eq!(std::str::from_utf8(&kept).unwrap(), "one two\nthree: é");
        assert_eq!(length(""), 0);
        assert_eq!(length("# None."), 0);
    }
}
