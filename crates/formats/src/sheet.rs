//! The text being written: lines with their marks, and the way back to the file.
//!
//! White space is squeezed as a browser does; what is not in the file is added without a run.

use parallax_engine::{
    article::{Document, Mark, Origin, Role, Run},
    span::Span,
};

use crate::Format;

/// A text in the making.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    text: String,
    pub(crate) marks: Vec<Mark>,
    runs: Vec<Run>,
    /// Where the line being written begins.
    line: usize,
    /// White space that is written once a word follows.
    space: Option<Span>,
}

impl Sheet {
    /// Writes `words`, which stand at `file`; white space in them is squeezed.
    ///
    /// Words that are as long as their place are the file's own bytes; others stand for an escape.
    pub(crate) fn words(&mut self, words: &str, file: Span) {
        let exact = words.len() == file.len();
        let mut from = 0;
        while let Some(rest) = words.get(from..).filter(|rest| !rest.is_empty()) {
            let blank = rest.starts_with(is_space);
            let end = match exact && !blank {
                // Words with a plain space between them stay as they are.
                true => plain(rest),
                false => rest.find(|c| is_space(c) != blank).unwrap_or(rest.len()),
            };
            let place = if exact {
                let start = file.start as usize + from;
                Span::new(start, start + end)
            } else {
                file
            };
            match rest.get(..end) {
                Some(_) if blank => self.blank(place),
                Some(piece) => self.piece(piece, place),
                None => {}
            }
            from += end;
        }
    }

    /// White space in the file.
    fn blank(&mut self, place: Span) {
        let place = self.space.map_or(place, |before| before.cover(place));
        self.space = Some(place);
    }

    fn piece(&mut self, piece: &str, file: Span) {
        if let Some(space) = self.space.take()
            && self.text.len() > self.line
        {
            self.push(" ", space);
        }
        self.push(piece, file);
    }

    fn push(&mut self, words: &str, file: Span) {
        let start = self.text.len();
        self.text.push_str(words);
        let text = Span::new(start, self.text.len());
        if let Some(last) = self.runs.last_mut() {
            let exact = last.text.len() == last.file.len() && text.len() == file.len();
            if exact && last.text.end == text.start && last.file.end == file.start {
                last.text.end = text.end;
                last.file.end = file.end;
                return;
            }
        }
        self.runs.push(Run { text, file });
    }

    /// Writes words of the reader's own, which stand nowhere in the file.
    pub(crate) fn add(&mut self, words: &str) {
        self.space = None;
        self.text.push_str(words);
    }

    /// The line being written.
    pub(crate) fn line(&self) -> &str {
        self.text.get(self.line..).unwrap_or_default()
    }

    /// The words of a line that is written.
    pub(crate) fn of(&self, at: usize) -> &str {
        self.marks.get(at).map_or("", |mark| mark.span.of(&self.text))
    }

    /// Ends the line; true if there was anything in it.
    pub(crate) fn end_line(&mut self, role: Role) -> bool {
        self.space = None;
        let span = Span::new(self.line, self.text.len()).trim(&self.text);
        let written = !span.is_empty();
        if written {
            self.marks.push(Mark { span, role });
            self.text.push('\n');
        } else {
            self.text.truncate(self.line);
            while self.runs.last().is_some_and(|run| run.text.end as usize > self.line) {
                self.runs.pop();
            }
        }
        self.line = self.text.len();
        written
    }

    /// A blank line, which sets what stands outside the text apart from it.
    pub(crate) fn gap(&mut self) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.line = self.text.len();
    }

    /// The document.
    pub(crate) fn document(mut self, id: &str, format: Format) -> Document {
        self.end_line(Role::Text);
        let origin = Origin { format: format.name(), runs: self.runs };
        Document {
            id: id.to_owned(),
            text: self.text,
            marks: self.marks,
            origin: Some(origin),
            ..Document::default()
        }
    }
}

/// How many bytes of `rest`, which begins with a word, are words with one space between them.
fn plain(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let space = |at: usize| match bytes.get(at) {
        None => true,
        Some(0xef) => rest.get(at..).is_some_and(|rest| rest.starts_with(is_space)),
        Some(&byte) => byte.is_ascii() && is_space(char::from(byte)),
    };
    let mut end = 0;
    while !space(end) || (bytes.get(end) == Some(&b' ') && !space(end + 1)) {
        end += 1;
    }
    end
}

/// White space that a browser squeezes, and the byte order mark.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn squeezes_white_space_and_keeps_the_way_back() {
        let file = "  one \n two&amp;  x";
        let mut sheet = Sheet::default();
        sheet.words("  one \n two", Span::new(0, 11));
        sheet.words("&", Span::new(11, 16));
        sheet.words("  x", Span::new(16, 19));
        assert!(sheet.end_line(Role::Text));
        assert!(!sheet.end_line(Role::Text));
        let document = sheet.document("d", Format::Html);
        assert_eq!(document.text, "one two& x\n");
        let place = |start, end| document.origin.as_ref().unwrap().place(Span::new(start, end));
        assert_eq!(place(0, 7).unwrap().of(file), "one \n two");
        assert_eq!(place(4, 8).unwrap().of(file), "two&amp;");
        assert_eq!(place(9, 10).unwrap().of(file), "x");
    }
}
