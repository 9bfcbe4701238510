//! How other reports word a quotation: what each has, with the words marked that the quotation has not, and what it
//! leaves out.
//!
//! Sees plain data only; does not show the quotation itself, which stands above.

use parallax_engine::{
    compare::{Apparatus, Change, Place, Variant, Witness},
    quote::QuoteKind,
    span::Span,
};
use yew::prelude::*;

use super::{
    apparatus::{lemma, variance},
    date_line, written,
};
use crate::{
    url::{Show, View},
    wording,
};

/// With less than so much in common, in hundredths of the shorter one's words, no word is marked.
const ALIKE: usize = 30;

/// The other wordings of the quotation whose words are the reading text of `found`.
pub fn wordings(found: &Apparatus) -> Html {
    let all = found.witnesses.iter().enumerate().map(|(at, witness)| wording(found, at, witness));
    html! { <ul class="wordings text-1">{ for all }</ul> }
}

fn wording(found: &Apparatus, at: usize, witness: &Witness) -> Html {
    let variants: Vec<(&Place, &Variant)> =
        found.places.iter().filter_map(|place| Some((place, place.variants.get(at)?))).collect();
    let alike = is_alike(&found.reading, witness, &variants);
    let has = |&(_, variant): &(_, &Variant)| {
        matches!(variant.change, Change::Other | Change::Added) && alike
    };
    let own: Vec<Span> =
        variants.iter().copied().filter(has).flat_map(|it| it.1.spans.iter().copied()).collect();
    let lacks = variants.iter().filter(|it| it.1.change == Change::Omitted && alike);
    let lacks: Vec<_> = lacks.map(|it| format!("“{}”", lemma(&found.reading, it.0))).collect();
    let told = if alike { variance(found, at) } else { "In other words".to_owned() };
    html! {
        <li key={format!("{}/{}", witness.article.id, witness.key)}>
            { date_line(&witness.article, false) }
            <blockquote class="quoted-words is-small"><p>{ words(witness, &own) }</p></blockquote>
            <p class="wordings-told">
                { told }
                if !lacks.is_empty() { { format!("; without {}", lacks.join(", ")) } }
            </p>
            { links(&found.reading, witness) }
        </li>
    }
}

/// Whether the two have enough words in common for single words to be told apart.
fn is_alike(reading: &Witness, witness: &Witness, variants: &[(&Place, &Variant)]) -> bool {
    let same = variants.iter().filter(|it| it.1.change == Change::Same);
    let same: usize = same.map(|it| it.0.words.len()).sum();
    same * 100 >= reading.words.len().min(witness.words.len()) * ALIKE
}

/// The words of a witness; those of these places are marked.
fn words(witness: &Witness, marked: &[Span]) -> Html {
    let quoted = witness.kind != QuoteKind::Indirect;
    let parts = witness.parts.iter().enumerate().map(|(at, part)| {
        html! {
            <>
                if at > 0 {
                    <span class="quoted-words-gap" title="Here the reporter comes between">{ " … " }</span>
                }
                if quoted { { "“" } }
                { for pieces(*part, marked).into_iter().map(|(span, is_marked)| {
                    let words = written(witness.words_at(span));
                    if is_marked { html! { <ins>{ words }</ins> } } else { words }
                }) }
                if quoted { { "”" } }
            </>
        }
    });
    html! { for part in parts { { part } } }
}

/// A part, cut where marked words begin and end.
fn pieces(part: Span, marked: &[Span]) -> Vec<(Span, bool)> {
    let (mut at, mut pieces) = (part.start, Vec::new());
    for span in marked.iter().filter(|span| part.contains(**span)) {
        pieces.push((Span { start: at, end: span.start }, false));
        pieces.push((*span, true));
        at = span.end;
    }
    pieces.push((Span { start: at, end: part.end }, false));
    pieces.retain(|(span, _)| span.start < span.end);
    pieces
}

/// The ways to the witness, and to both reports beside each other.
fn links(reading: &Witness, witness: &Witness) -> Html {
    let (here, there) = (&reading.article.id, &witness.article.id);
    let outlet = wording::outlet_or_none(witness.article.outlet.as_deref());
    html! {
        <p class="quote-card-links no-print">
            <a
                href={View::article_at(there, &witness.key, Show::Reading).to_string()}
                aria-label={format!("In that article: {}", witness.article.headline)}
            >
                { "In that article" }
            </a>
            if here != there {
                <a
                    href={View::compare(here, there, Some(&reading.key)).to_string()}
                    aria-label={format!("Compare here with {outlet}")}
                >
                    { "Compare here" }
                </a>
            }
        </p>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check_html, render_html, witness, words as text};

    /// A place of the reading text, by its words and their bytes, and what one witness has there, by its bytes.
    fn place(
        words: std::ops::Range<usize>,
        own: (usize, usize),
        variant: (Change, &[(usize, usize)]),
    ) -> Place {
        let (change, spans) = variant;
        let spans = spans.iter().map(|it| Span::new(it.0, it.1)).collect();
        let variants = vec![Variant { change, spans, spelled: None }];
        Place { words, spans: vec![Span::new(own.0, own.1)], variants }
    }

    /// "Today a true start." beside "Today a fresh, new start", or what else a witness makes of its places.
    fn found() -> Apparatus {
        Apparatus {
            reading: witness("a", "DW", &["Today a true start for us."]),
            witnesses: vec![witness("b", "RT", &["Today a fresh start"])],
            places: vec![
                place(0..2, (0, 7), (Change::Same, &[])),
                place(2..3, (8, 12), (Change::Other, &[(8, 13)])),
                place(3..4, (13, 18), (Change::Same, &[])),
                place(4..6, (19, 25), (Change::Omitted, &[])),
            ],
        }
    }

    #[test]
    fn what_a_report_has_otherwise_is_marked_and_what_it_lacks_is_said() {
        let html = check_html(
            wordings(&found()),
            &[
                "RT",
                "<ins>fresh</ins>",
                "Varies in 2 places; without “for us”",
                "href=\"#/article/b?at=k1\"",
                "aria-label=\"Compare here with RT\"",
            ],
        );
        assert!(text(&html).contains("“Today a fresh start”"), "{html}");
    }

    #[test]
    fn words_that_have_little_in_common_are_not_marked() {
        let mut other = found();
        other.places[0].variants[0].change = Change::Other;
        other.places[3].variants[0].change = Change::Other;
        other.places[2].variants[0].change = Change::Other;
        let html = check_html(wordings(&other), &["In other words"]);
        assert!(!html.contains("<ins>") && !html.contains("without"), "{html}");
    }

    #[test]
    fn reported_speech_has_no_marks_and_a_report_is_not_set_beside_itself() {
        let mut own = found();
        own.witnesses[0].kind = QuoteKind::Indirect;
        own.witnesses[0].article.id = "a".to_owned();
        let html = render_html(wordings(&own));
        assert!(!html.contains("“Today") && !html.contains("Compare here"), "{html}");
    }
}
