//! Sets texts in one column or in two, by the width that letters take on a screen.
//!
//! Knows nothing of what the texts say.

use unicode_width::UnicodeWidthStr;

/// The sign stands in so many letters between two columns, or before one.
const SIGN: usize = 4;

/// Two columns need at least so many letters each.
const LEAST: usize = 36;

/// How wide a column is where a line has so many letters; none where there is no room for two.
pub(super) fn room(width: usize) -> Option<usize> {
    let room = width.saturating_sub(SIGN) / 2;
    (room >= LEAST).then_some(room)
}

/// The words in lines of at most so many letters. A word that is longer has a line of its own.
pub(super) fn wrapped(words: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.width() + 1 + word.width() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// Two texts beside each other, the sign between their first lines.
pub(super) fn beside(left: &str, sign: &str, right: &str, room: usize) -> Vec<String> {
    let (left, right) = (wrapped(left, room), wrapped(right, room));
    let line = |at: usize| {
        let one = left.get(at).map_or("", String::as_str);
        let other = right.get(at).map_or("", String::as_str);
        let sign = if at == 0 { sign } else { "" };
        let pad = " ".repeat(room.saturating_sub(one.width()));
        format!("{one}{pad} {sign:<3}{other}").trim_end().to_owned()
    };
    (0..left.len().max(right.len())).map(line).collect()
}

/// One text, the sign before its first line.
pub(super) fn below(sign: &str, words: &str, width: usize) -> Vec<String> {
    let lines = wrapped(words, width.saturating_sub(SIGN).max(1));
    let signed = |(at, line): (usize, &String)| {
        let sign = if at == 0 { sign } else { "" };
        format!("{sign:<SIGN$}{line}")
    };
    (0..).zip(&lines).map(signed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_straight_whatever_the_letters() {
        let lines = beside("Zürich 東京 and more", "~", "left and right", 10);
        assert_eq!(lines, ["Zürich     ~  left and", "東京 and      right", "more"]);
        let second = |line: &String| line[..line.find(['l', 'r']).unwrap()].width();
        assert_eq!(lines[..2].iter().map(second).max(), Some(14));
    }

    #[test]
    fn a_long_word_has_a_line_of_its_own() {
        assert_eq!(wrapped("a considerable b", 4), ["a", "considerable", "b"]);
        assert_eq!(below("<", "one two", 8), ["<   one", "    two"]);
        assert_eq!(wrapped(" ", 4), [""; 0]);
    }

    #[test]
    fn there_is_room_for_two_columns_or_not() {
        assert_eq!((room(75), room(76), room(0)), (None, Some(36), None));
    }
}
