//! How much of the longest witness of an utterance each other report kept, as a strip of its words and in words.

use parallax_engine::{
    compare::{Clip, Kept, Witness},
    span::Span,
};
use yew::prelude::*;

use super::received_words;
use crate::wording;

/// How wide a word is on the strip, with the gap behind it.
const WORD: usize = 14;
/// How wide the gap is.
const GAP: usize = 3;
/// How high the strip is.
const HEIGHT: usize = 14;

/// What each report kept; nothing where there is one witness alone.
pub fn clip(found: &Clip) -> Html {
    if found.kept.is_empty() {
        return Html::default();
    }
    let witnesses = found.kept.iter().map(|kept| &kept.witness);
    let witnesses = std::iter::once(&found.longest).chain(witnesses);
    let names = wording::outlets_apart(witnesses.map(|it| &it.article));
    let longest = names.first().map_or("", String::as_str);
    let total = found.longest.words.len();
    let lines = names.iter().skip(1).zip(&found.kept);
    html! {
        <section class="clip">
            <h3>{ "How much was kept" }</h3>
            <p>
                { format!("Measured by the wording of {longest}, the longest: {}. Each box is one of them, filled \
                    where the report has it too.", wording::counted(total, "word", "words")) }
            </p>
            <ul>{ for lines.map(|(name, kept)| line(&found.longest, longest, name, kept)) }</ul>
        </section>
    }
}

fn line(longest: &Witness, reading: &str, name: &str, kept: &Kept) -> Html {
    let key = format!("{}/{}", kept.witness.article.id, kept.witness.key);
    html! {
        <li {key}>
            <p class="clip-share">
                <span class="clip-outlet">{ name.to_owned() }</span>
                { format!(" {}", share(longest.words.len(), kept)) }
            </p>
            { strip(longest.words.len(), kept) }
            <dl>
                if kept.spans.is_empty() {
                    { row("Kept", html! { "No run of words that both have" }) }
                } else {
                    { row("Kept", stretches(longest, &kept.spans)) }
                }
                if !kept.more.is_empty() {
                    { row(&format!("Not in {reading}"), stretches(&kept.witness, &kept.more)) }
                }
            </dl>
        </li>
    }
}

fn row(label: &str, value: Html) -> Html {
    html! { <div><dt>{ label.to_owned() }</dt><dd>{ value }</dd></div> }
}

fn stretches(witness: &Witness, spans: &[Span]) -> Html {
    let stretches = spans.iter().map(|span| (witness.words_at(*span), *span));
    received_words(&witness.article.id, stretches)
}

/// How many of so many words were kept, in words.
fn share(total: usize, kept: &Kept) -> String {
    let count: usize = kept.words.iter().map(ExactSizeIterator::len).sum();
    match count == total {
        true => format!("kept all {}", wording::counted(total, "word", "words")),
        false => format!("kept {count} of {}", wording::counted(total, "word", "words")),
    }
}

/// A box for each word, filled where it is kept. The words beneath say the same.
fn strip(total: usize, kept: &Kept) -> Html {
    let is_kept = |word: &usize| kept.words.iter().any(|range| range.contains(word));
    let (filled, hollow): (Vec<usize>, Vec<usize>) = (0..total).partition(is_kept);
    let width = (total * WORD).saturating_sub(GAP).to_string();
    html! {
        <svg
            class="clip-strip"
            width={width.clone()}
            height={HEIGHT.to_string()}
            viewBox={format!("0 0 {width} {HEIGHT}")}
            preserveAspectRatio="none"
            aria-hidden="true"
            focusable="false"
        >
            <path class="clip-hollow" d={boxes(&hollow)} />
            <path class="clip-kept" d={boxes(&filled)} />
        </svg>
    }
}

/// The outline of the boxes of these words.
fn boxes(words: &[usize]) -> String {
    let side = WORD - GAP;
    words.iter().map(|word| format!("M{} 0h{side}v{HEIGHT}h-{side}z", word * WORD)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check_html, render_html, witness, words};

    fn found(words: &[(usize, usize)], spans: &[(usize, usize)], more: &[Span]) -> Clip {
        let kept = Kept {
            witness: witness("b", "RT", &["Today a true start"]),
            share: 0.0,
            words: words.iter().map(|it| it.0..it.1).collect(),
            spans: spans.iter().map(|it| Span::new(it.0, it.1)).collect(),
            more: more.to_vec(),
        };
        Clip { longest: witness("a", "DW", &["Today a fresh start"]), kept: vec![kept] }
    }

    #[test]
    fn each_report_says_what_it_kept_and_has_more() {
        let found = found(&[(0, 2), (3, 4)], &[(0, 7), (14, 19)], &[Span::new(8, 12)]);
        let html = check_html(
            clip(&found),
            &[
                "kept 3 of 4 words",
                "width=\"53\"",
                "d=\"M28 0h11v14h-11z\" class=\"clip-hollow\"",
                "d=\"M0 0h11v14h-11zM14 0h11v14h-11zM42 0h11v14h-11z\" class=\"clip-kept\"",
                "#/article/a?show=received&amp;span=0-7",
                "#/article/b?show=received&amp;span=8-12",
            ],
        );
        let text = words(&html);
        assert!(text.contains("“Today a” … “start”") && text.contains("Not in DW“true”"), "{text}");
    }

    #[test]
    fn all_and_none_are_said_in_words() {
        let all = found(&[(0, 4)], &[(0, 19)], &[]);
        let html = check_html(clip(&all), &["kept all 4 words"]);
        assert!(!html.contains("Not in DW"), "{html}");
        check_html(clip(&found(&[], &[], &[])), &["kept 0 of 4", "No run of words"]);
    }

    #[test]
    fn one_witness_alone_kept_nothing_of_another() {
        let alone = Clip { kept: Vec::new(), ..found(&[], &[], &[]) };
        assert_eq!(render_html(clip(&alone)), "");
    }
}
