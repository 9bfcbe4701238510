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
    fn comments_and_blank_lines_are_left_out() {
        const FILE: &str = "# Words.\none two\n\n# More.\nthree: é\n#\n";
        let kept: [u8; length(FILE)] = lines(FILE);
        assert_eq!(std::str::from_utf8(&kept).unwrap(), "one two\nthree: é");
        assert_eq!(length(""), 0);
        assert_eq!(length("# None."), 0);
    }
}
