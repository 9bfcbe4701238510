//! What is said of a passage beside its words: what it also answers, where it stands, and which of its words
//! another text states differently.

use std::collections::HashMap;

use parallax_engine::{
    compare::{ComparedPiece, Comparison, Link, Pair, Passage},
    span::Span,
};

use super::sheet::{Lone, Stretch};
use crate::wording;

/// So many letters of a passage name it.
const NAMED: usize = 44;

/// A way to another passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The column of the passage that is named.
    pub column: usize,
    /// Its first words.
    pub words: String,
    /// The stretch that it stands in.
    pub at: usize,
    /// Whether that is above, or here, and not below.
    pub above: bool,
    /// Where it begins in its document.
    pub start: u32,
}

impl Note {
    /// Names a passage; where it stands is filled in when all places are known.
    pub(super) fn place(passage: &Passage) -> Self {
        let words: String = passage.pieces.iter().map(|piece| piece.text.as_str()).collect();
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let words = short(&words);
        Self { column: 0, words, at: 0, above: false, start: passage.span.start }
    }
}

/// The first words, as many as name a passage.
fn short(words: &str) -> String {
    let cut = wording::cut(words, NAMED);
    match cut.rsplit_once(' ') {
        Some((whole, _)) if cut != words => format!("{whole} …"),
        _ => cut,
    }
}

/// The link that a level pair stands for. Links are ordered by their places.
pub(super) fn link<'links>(links: &'links [Link], pair: &Pair) -> Option<&'links Link> {
    let place = (pair.left.span, pair.right.span);
    let found = links.binary_search_by_key(&place, |link| (link.left, link.right));
    found.ok().and_then(|at| links.get(at))
}

/// The words of a passage at a place of its document; nothing where they are not in it.
pub(super) fn words_at(passage: &Passage, span: Span) -> String {
    let within = marked(&passage.pieces, &[span]);
    within.iter().filter(|(_, disputed)| *disputed).map(|(piece, _)| piece.text.as_str()).collect()
}

/// The pieces of a passage, cut where some of these places begin or end, each with whether it lies in one.
#[must_use]
pub fn marked(pieces: &[ComparedPiece], disputed: &[Span]) -> Vec<(ComparedPiece, bool)> {
    let mut out = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let edges = disputed.iter().flat_map(|span| [span.start, span.end]);
        let mut cuts: Vec<u32> =
            edges.filter(|at| piece.span.start < *at && *at < piece.span.end).collect();
        cuts.extend([piece.span.start, piece.span.end]);
        cuts.sort_unstable();
        cuts.dedup();
        for ends in cuts.windows(2) {
            let span = Span { start: ends[0], end: ends[1] };
            let within =
                Span { start: span.start - piece.span.start, end: span.end - piece.span.start };
            let text = within.of(&piece.text).to_owned();
            let lies_in = disputed.iter().any(|place| place.contains(span));
            out.push((ComparedPiece { span, text, ..piece.clone() }, lies_in));
        }
    }
    out
}

/// Where each passage stands, by its column and its first byte.
type Places = HashMap<(usize, u32), (usize, Note)>;

/// Writes to each passage what it answers besides its own row, and to each marker where its passage went.
pub(super) fn write(stretches: &mut [Stretch], comparisons: &[&Comparison]) {
    let places = places(stretches);
    let further = further(&places, comparisons);
    for (at, stretch) in stretches.iter_mut().enumerate() {
        stretch.all_told(|column, told| {
            let notes = further.get(&(column, told.passage.span.start));
            told.notes = notes.into_iter().flatten().map(|note| seen_from(note, at)).collect();
        });
        let Stretch::Alone(columns) = stretch else { continue };
        for (column, alone) in columns.iter_mut().enumerate() {
            for lone in alone {
                let Lone::Moved(note) = lone else { continue };
                if let Some((_, place)) = places.get(&(column, note.start)) {
                    *note = seen_from(place, at);
                }
            }
        }
    }
}

fn seen_from(note: &Note, at: usize) -> Note {
    Note { above: note.at <= at, ..note.clone() }
}

fn places(stretches: &[Stretch]) -> Places {
    let mut places = Places::new();
    for (at, stretch) in stretches.iter().enumerate() {
        for (column, told) in stretch.passages() {
            let note = Note { column, at, ..Note::place(&told.passage) };
            places.insert((column, note.start), (at, note));
        }
    }
    places
}

/// The links between passages that are not level with each other, both ways.
fn further(places: &Places, comparisons: &[&Comparison]) -> HashMap<(usize, u32), Vec<Note>> {
    let mut further: HashMap<(usize, u32), Vec<Note>> = HashMap::new();
    for (column, comparison) in (1..).zip(comparisons) {
        for link in &comparison.links {
            let (left, right) = ((0, link.left.start), (column, link.right.start));
            let (Some((at, of_left)), Some((other, of_right))) =
                (places.get(&left), places.get(&right))
            else {
                continue;
            };
            // Two lone passages never answer each other, so one stretch means one row.
            if at != other {
                further.entry(left).or_default().push(of_right.clone());
                further.entry(right).or_default().push(of_left.clone());
            }
        }
    }
    further
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::passage;

    #[test]
    fn disputed_words_are_cut_out_and_can_be_told() {
        let passage = passage("some 2,500 [people] came");
        let span = Span::new(5, 10);
        let pieces = marked(&passage.pieces, &[span]);
        let texts: Vec<_> = pieces.iter().map(|(it, marked)| (it.text.as_str(), *marked)).collect();
        let expected =
            [("some ", false), ("2,500", true), (" ", false), ("people", false), (" came", false)];
        assert_eq!(texts, expected);
        assert_eq!(words_at(&passage, span), "2,500");
        assert_eq!(words_at(&passage, Span::new(90, 95)), "");
    }

    #[test]
    fn a_passage_is_named_by_its_first_words() {
        let long = passage(&"word\n".repeat(40));
        let note = Note::place(&long);
        assert!(
            note.words.starts_with("word word word") && note.words.ends_with("word …"),
            "{note:?}"
        );
        assert_eq!(short("It goes on…"), "It goes on…");
    }
}
