//! The witnesses of an utterance as a critical edition sets them: the reading text, who the witnesses are, and the
//! numbered notes: the text's words, a bracket, what each other one has.
//!
//! The numbers are plain text, in the reading and before the notes: an anchor would be an address of the page.

use parallax_engine::{
    compare::{Apparatus, Change, Place, Variant, Witness},
    quote::QuoteKind,
};
use yew::prelude::*;

use super::{apparatus_text, received_words, written};
use crate::{
    url::{Show, View},
    wording,
};

/// A note gives so many words of the text in full, and of more the first and last ones.
const LEMMA: usize = 8;

/// The apparatus of an utterance; nothing where there is one witness alone.
pub fn apparatus(found: &Apparatus) -> Html {
    if found.witnesses.is_empty() {
        return Html::default();
    }
    let witnesses = std::iter::once(&found.reading).chain(&found.witnesses);
    let names = wording::outlets_apart(witnesses.map(|it| &it.article));
    let (reading, others) = names.split_first().map_or(("", &[][..]), |(one, all)| (one, all));
    let places = found.places.iter().filter(|place| place.varies());
    let notes = (1..).zip(places).map(|(number, place)| note(found, others, number, place));
    let notes: Vec<Html> = notes.collect();
    html! {
        <section class="apparatus">
            <h3>{ "Word for word" }</h3>
            <p>{ explained(found.reading.kind, notes.is_empty()) }</p>
            { apparatus_text(found) }
            <ul class="apparatus-witnesses">
                { witness_line(reading, &found.reading, "The text") }
                { for others.iter().zip(&found.witnesses).enumerate().map(|(at, (name, witness))| {
                    witness_line(name, witness, &variance(found, at))
                }) }
            </ul>
            if !notes.is_empty() {
                <ol class="apparatus-notes" aria-label="Notes on the text">{ for notes }</ol>
            }
        </section>
    }
}

/// What stands there, in words.
fn explained(reading: QuoteKind, same: bool) -> String {
    if same {
        return "These reports have the same words; case and punctuation are not compared."
            .to_owned();
    }
    let marked = if reading == QuoteKind::Indirect { "" } else { " in quotation marks" };
    format!(
        "The longest wording{marked} is the text. A number stands where another report has other words. The note of \
         that number gives the words of the text, a bracket, and what the other report has. Case and punctuation are \
         not compared."
    )
}

/// A witness, in how many places it varies, and the ways to it.
fn witness_line(name: &str, witness: &Witness, varies: &str) -> Html {
    let id = &witness.article.id;
    let first = witness.parts.first().map(|span| View::received(id, *span).to_string());
    html! {
        <li key={format!("{id}/{}", witness.key)}>
            <span class="apparatus-outlet">{ name.to_owned() }</span>
            <span class="apparatus-witness">
                <a href={View::article_at(id, &witness.key, Show::Reading).to_string()}>
                    { written(&witness.article.headline) }
                </a>
                { format!(" · {} · {varies} · ", wording::kind_label(witness.kind)) }
                if let Some(first) = first {
                    <a href={first} aria-label={format!("{name}, as received")}>{ "As received" }</a>
                }
            </span>
        </li>
    }
}

/// How much a witness varies, in words.
pub(super) fn variance(found: &Apparatus, witness: usize) -> String {
    let differs = |place: &&Place| {
        place.variants.get(witness).is_some_and(|variant| variant.change != Change::Same)
    };
    match found.places.iter().filter(differs).count() {
        0 => "The same words throughout".to_owned(),
        count => format!("Varies in {}", wording::counted(count, "place", "places")),
    }
}

/// The note on a place.
fn note(found: &Apparatus, names: &[String], number: usize, place: &Place) -> Html {
    let variants = names.iter().zip(&found.witnesses).zip(&place.variants);
    let variants = variants.filter(|(_, variant)| variant.change != Change::Same);
    let variants = variants.enumerate().map(|(at, ((name, witness), variant))| {
        html! {
            <>
                if at > 0 { { "; " } }
                <span class="apparatus-outlet">{ name.clone() }</span>
                { " " }
                { variant_shown(witness, variant) }
            </>
        }
    });
    html! {
        <li key={number}>
            <span class="apparatus-number">{ number.to_string() }</span>
            <p>
                <span class="apparatus-lemma">{ lemma(&found.reading, place) }</span>
                <span class="apparatus-bracket">{ "] " }</span>
                { for variants }
            </p>
        </li>
    }
}

fn variant_shown(witness: &Witness, variant: &Variant) -> Html {
    let stretches = variant.spans.iter().map(|span| (witness.words_at(*span), *span));
    let words = received_words(&witness.article.id, stretches);
    match variant.change {
        Change::Omitted => html! { "without these words" },
        Change::Added => html! { <>{ "with " }{ words }</> },
        Change::Other | Change::Same => words,
    }
}

/// The words of the text that a note is about, or beside which it is.
pub(super) fn lemma(reading: &Witness, place: &Place) -> String {
    let word = |at: usize| reading.words.get(at).and_then(|word| reading.text.get(word.clone()));
    let words =
        |range: std::ops::Range<usize>| range.filter_map(word).collect::<Vec<_>>().join(" ");
    let (start, end) = (place.words.start, place.words.end);
    match end.saturating_sub(start) {
        0 if start == 0 => format!("before “{}”", words(0..1)),
        0 => format!("after “{}”", words(start - 1..start)),
        1..=LEMMA => {
            let spans = place.spans.iter().map(|span| reading.words_at(*span));
            spans.collect::<Vec<_>>().join(" … ")
        }
        _ => format!("{} … {}", words(start..start + 3), words(end - 3..end)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check_html, render_html, witness, words};
    use parallax_engine::span::Span;

    fn place(
        words: std::ops::Range<usize>,
        spans: &[(usize, usize)],
        variants: &[(Change, &[(usize, usize)])],
    ) -> Place {
        let spans_of = |all: &[(usize, usize)]| -> Vec<Span> {
            all.iter().map(|it| Span::new(it.0, it.1)).collect()
        };
        let variant = |it: &(Change, &[(usize, usize)])| Variant {
            change: it.0,
            spans: spans_of(it.1),
            spelled: None,
        };
        let variants = variants.iter().map(variant).collect();
        Place { words, spans: spans_of(spans), variants }
    }

    /// "Today a fresh start, | we hope.", of which one has all, one adds, changes and lacks words.
    fn found() -> Apparatus {
        use Change::{Added, Omitted, Other, Same};
        let same = (Same, &[][..]);
        Apparatus {
            reading: witness("a", "DW", &["Today a fresh start, ", "we hope."]),
            witnesses: vec![
                witness("b", "RT", &["Today a true new start,"]),
                witness("c", "Reuters", &["today a fresh start we hope"]),
            ],
            places: vec![
                place(0..2, &[(0, 7)], &[same, same]),
                place(2..2, &[], &[(Added, &[(8, 12)]), same]),
                place(2..3, &[(8, 13)], &[(Other, &[(13, 16)]), same]),
                place(3..4, &[(14, 19)], &[same, same]),
                place(4..6, &[(22, 29)], &[(Omitted, &[]), same]),
            ],
        }
    }

    #[test]
    fn each_note_gives_the_lemma_and_the_variants() {
        let html = check_html(
            apparatus(&found()),
            &[
                "after “a”",
                "] ",
                "with ",
                "#/article/b?show=received&amp;span=8-12",
                "“true”",
                "“new”",
            ],
        );
        let text = words(&html);
        assert!(text.contains("2fresh] RT “new”"), "{text}");
        assert!(text.contains("3we hope] RT without these words"), "{text}");
    }

    #[test]
    fn a_witness_without_variants_is_named_once() {
        let html = check_html(
            apparatus(&found()),
            &["#/article/a?at=", "The text", "Varies in 3 places", "The same words throughout"],
        );
        assert_eq!(html.matches("Reuters</span>").count(), 1, "{html}");
    }

    #[test]
    fn long_stretches_are_told_by_their_ends() {
        let reading = witness("a", "DW", &["one two three four five six seven eight nine ten"]);
        let all = place(0..10, &[(0, 48)], &[]);
        assert_eq!(lemma(&reading, &all), "one two three … eight nine ten");
        assert_eq!(lemma(&reading, &place(0..0, &[], &[])), "before “one”");
    }

    #[test]
    fn the_same_words_everywhere_are_said_once() {
        let mut same = found();
        same.places.iter_mut().for_each(|place| place.variants.remove(0).spans.clear());
        same.witnesses.remove(0);
        let html = check_html(apparatus(&same), &["These reports have the same words"]);
        assert!(!html.contains("apparatus-notes"), "{html}");
    }

    #[test]
    fn one_witness_alone_has_no_apparatus() {
        let alone = Apparatus { witnesses: Vec::new(), ..found() };
        assert_eq!(render_html(apparatus(&alone)), "");
    }
}
