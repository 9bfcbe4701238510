//! The reading text of an apparatus, with a number behind the words that a note is about.

use parallax_engine::compare::Apparatus;
use yew::prelude::*;

use super::written;

/// The reading text with its numbers.
pub fn apparatus_text(found: &Apparatus) -> Html {
    html! {
        <blockquote class="apparatus-text">
            <p>{ for pieces(found).iter().map(piece_shown) }</p>
        </blockquote>
    }
}

/// A piece of the reading text.
#[derive(Debug, PartialEq)]
struct Piece<'a> {
    text: &'a str,
    /// Whether the reporter comes between it and what stands before.
    opens_part: bool,
    /// The notes at its end.
    notes: Vec<usize>,
}

/// The text, cut behind the words that a note is about and where the reporter comes between.
fn pieces(found: &Apparatus) -> Vec<Piece<'_>> {
    let mut starts: Vec<usize> = Vec::new();
    for part in &found.reading.parts {
        starts.push(starts.last().copied().unwrap_or_default() + part.len());
    }
    let (mut pieces, mut at, mut note): (Vec<Piece<'_>>, _, _) = (Vec::new(), 0, 0);
    for place in &found.places {
        let text = found.words(place);
        let cut = cut(text, at, &starts).into_iter();
        pieces.extend(cut.map(|(text, opens_part)| Piece { text, opens_part, notes: Vec::new() }));
        at += text.len();
        if place.varies() {
            note += 1;
            if pieces.is_empty() {
                pieces.push(Piece { text: "", opens_part: false, notes: Vec::new() });
            }
            pieces.last_mut().into_iter().for_each(|last| last.notes.push(note));
        }
    }
    pieces
}

/// A text that begins at a byte, cut at these bytes; whether each piece begins at one of them.
fn cut<'a>(text: &'a str, at: usize, starts: &[usize]) -> Vec<(&'a str, bool)> {
    let (mut from, mut opens, mut pieces) = (0, false, Vec::new());
    for start in starts.iter().filter(|start| (at..at + text.len()).contains(start)) {
        let start = start - at;
        if start > from {
            pieces.push((text.get(from..start).unwrap_or_default(), opens));
        }
        (from, opens) = (start, true);
    }
    if from < text.len() {
        pieces.push((text.get(from..).unwrap_or_default(), opens));
    }
    pieces
}

fn piece_shown(piece: &Piece<'_>) -> Html {
    let words = piece.text.trim_end();
    let space = piece.text.get(words.len()..).unwrap_or_default();
    let numbers = piece.notes.iter().map(|number| {
        html! {
            <sup class="apparatus-number">
                <span class="visually-hidden">{ " note " }</span>
                { number.to_string() }
            </sup>
        }
    });
    html! {
        <>
            if piece.opens_part {
                <span class="quoted-words-gap" title="Here the reporter comes between">{ " … " }</span>
            }
            { written(words) }
            { for numbers }
            { space.to_owned() }
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{render_html, witness, words};
    use parallax_engine::compare::{Change, Place, Variant};

    /// The text in these parts, with notes on the words of some ranges.
    fn shown(parts: &[&str], places: &[(std::ops::Range<usize>, Change)]) -> String {
        let place = |(words, change): &(std::ops::Range<usize>, Change)| Place {
            words: words.clone(),
            spans: Vec::new(),
            variants: vec![Variant { change: *change, spans: Vec::new(), spelled: None }],
        };
        let reading = witness("a", "DW", parts);
        let places = places.iter().map(place).collect();
        words(&render_html(apparatus_text(&Apparatus { reading, witnesses: Vec::new(), places })))
    }

    #[test]
    fn numbers_stand_behind_the_words_that_vary() {
        use Change::{Added, Omitted, Other, Same};
        let places = [(0..2, Same), (2..2, Added), (2..3, Other), (3..4, Same), (4..6, Omitted)];
        assert_eq!(
            shown(&["Today a fresh start, ", "we hope."], &places),
            "Today a note 1 fresh note 2 start,  … we hope. note 3"
        );
    }

    #[test]
    fn what_is_added_before_the_text_stands_before_it() {
        let places = [(0..0, Change::Added), (0..2, Change::Same)];
        assert_eq!(shown(&["We hope."], &places), " note 1We hope.");
    }

    #[test]
    fn a_varying_stretch_over_two_parts_is_cut_between_them() {
        assert_eq!(
            shown(&["We met", "and left"], &[(0..4, Change::Other)]),
            "We met … and left note 1"
        );
    }
}
