//! Two passages as one text: the base text's words, with the other's put in where they differ.
//!
//! The words that both have are the same but for case and marks, so the two texts are kept in step by the
//! letters and digits that they share.

use parallax_engine::compare::{ComparedPiece, Passage};

/// Some words of the merged text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// Who has them.
    pub source: Source,
    /// Whether they stand inside quotation marks.
    pub quoted: bool,
}

/// Who has some words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Both texts; spelt as in the base text.
    Both,
    /// The base text alone.
    Base,
    /// The other text alone.
    Other,
}

/// The two passages as one text. Linear in their lengths.
#[must_use]
pub fn merged(base: &Passage, other: &Passage) -> Vec<Run> {
    let mut added = additions(&other.pieces).into_iter().peekable();
    let mut merger = Merger::default();
    for piece in &base.pieces {
        if piece.differs {
            merger.push(piece, &piece.text, Source::Base);
            while let Some((_, other)) = added.next_if(|(at, _)| *at <= merger.shared) {
                merger.insert(other);
            }
            continue;
        }
        let mut rest = piece.text.as_str();
        while let Some((at, other)) = added.next_if(|(at, _)| *at < merger.shared + letters(rest)) {
            let cut = word_after(rest, at.saturating_sub(merger.shared));
            let (before, behind) = rest.split_at(cut);
            merger.push(piece, before, Source::Both);
            merger.insert(other);
            rest = behind;
        }
        merger.push(piece, rest, Source::Both);
    }
    added.for_each(|(_, other)| merger.insert(other));
    merger.runs
}

/// What the other text has alone, each with how many shared letters stand before it.
fn additions(pieces: &[ComparedPiece]) -> Vec<(usize, &ComparedPiece)> {
    let mut at = 0;
    let mut added = Vec::new();
    for piece in pieces {
        if piece.differs {
            added.push((at, piece));
        } else {
            at += letters(&piece.text);
        }
    }
    added
}

#[derive(Default)]
struct Merger {
    runs: Vec<Run>,
    /// How many shared letters there have been.
    shared: usize,
}

impl Merger {
    fn push(&mut self, piece: &ComparedPiece, text: &str, source: Source) {
        if text.is_empty() {
            return;
        }
        if source == Source::Both {
            self.shared += letters(text);
        }
        self.runs.push(Run { text: text.to_owned(), source, quoted: piece.quoted });
    }

    /// Puts other words in, with a space on either side.
    fn insert(&mut self, other: &ComparedPiece) {
        let replaces = self.runs.last().is_some_and(|run| run.source != Source::Both);
        let opens = |letter: char| letter.is_whitespace() || "“‘\"(".contains(letter);
        if self.runs.last().is_some_and(|run| !run.text.ends_with(opens)) {
            self.space();
        }
        self.push(other, &other.text, Source::Other);
        if !replaces {
            self.space();
        }
    }

    fn space(&mut self) {
        self.runs.push(Run { text: " ".to_owned(), source: Source::Both, quoted: false });
    }
}

fn letters(text: &str) -> usize {
    text.chars().filter(|letter| letter.is_alphanumeric()).count()
}

/// Where the next word begins behind so many letters.
fn word_after(text: &str, letters: usize) -> usize {
    let mut seen = 0;
    for (at, letter) in text.char_indices() {
        if letter.is_alphanumeric() {
            if seen == letters {
                return at;
            }
            seen += 1;
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::passage;

    /// The merged text, `-`what only the base text has`-` and `+`what only the other has`+`.
    fn check(base: &str, other: &str, expected: &str) {
        let shown = |run: Run| match run.source {
            Source::Both => run.text,
            Source::Base => format!("-{}-", run.text),
            Source::Other => format!("+{}+", run.text),
        };
        let runs = merged(&passage(base), &passage(other));
        assert_eq!(runs.into_iter().map(shown).collect::<String>(), expected);
    }

    #[test]
    fn the_others_words_stand_where_they_differ() {
        check("a start", "a [true] start", "a +true+ start");
        check("a [fresh] start", "a start", "a -fresh- start");
        check("a [fresh] start", "a [new] start", "a -fresh- +new+ start");
        check("It ended.", "It ended [on Friday].", "It ended. +on Friday+ ");
        check("[Then] it ended", "it ended", "-Then- it ended");
        check("it ended", "[Then] it ended", "+Then+ it ended");
    }

    #[test]
    fn case_and_marks_do_not_bring_the_texts_out_of_step() {
        check(
            "“NATO,” he said [today]",
            "Nato he [also] said [now]",
            "“NATO,” he +also+ said -today- +now+",
        );
    }
}
