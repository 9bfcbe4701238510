//! Apostrophes and single marks: which of the two a straight sign, or one behind an "s", is.
//!
//! Looks a bounded way ahead, for what would close the quotation.

use super::{Scan, letter};
use crate::quote::work;

impl Scan<'_> {
    /// Whether a single mark that ends at `from`, behind an "s", is the apostrophe of "the dogs'
    /// home": the quotation closes further on, behind the end of a clause.
    pub(super) fn owns(&self, from: usize) -> bool {
        let mut chars = self.behind(from).chars().take(300);
        let Some((' ', mut before)) = chars.next().zip(chars.next()) else { return false };
        if !before.is_lowercase() {
            return false;
        }
        for c in chars {
            work::look();
            match c {
                '’' | '\'' if matches!(before, '.' | ',' | '!' | '?' | '…') => return true,
                '‘' | '"' | '“' | '”' | '\n' => return false,
                '\'' if before == ' ' => return false,
                _ => before = c,
            }
        }
        false
    }

    /// Whether a straight single mark at `from` is closed not far behind, and is no apostrophe.
    pub(super) fn single_closes(&self, from: usize) -> bool {
        let rest = self.behind(from);
        let word = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let clipped = ["em", "til", "tis", "twas", "cause", "n", "bout", "round"];
        if clipped.contains(&word.to_ascii_lowercase().as_str()) {
            return false;
        }
        let mut before = ' ';
        let mut chars = rest.chars().take(300).peekable();
        while let Some(c) = chars.next() {
            work::look();
            if matches!(c, '\'' | '’') && !before.is_whitespace() && !letter(chars.peek().copied())
            {
                return true;
            }
            if matches!(c, '"' | '“' | '”' | '\n') {
                return false;
            }
            before = c;
        }
        false
    }
}
