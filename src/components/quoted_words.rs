//! The words of a quotation, in its parts, with marks that hang.

use parallax_engine::{quote::QuoteKind, search::QuoteCard};
use yew::prelude::*;

use super::snippet_view;

/// The words of a quotation.
pub fn quoted_words(quote: &QuoteCard, class: &'static str) -> Html {
    let marked = quote.kind != QuoteKind::Indirect;
    let parts = quote.parts.iter().enumerate().map(|(at, part)| {
        html! {
            <>
                if at > 0 { { interruption() } }
                if marked { <span class="quoted-words-mark">{ "“" }</span> }
                { snippet_view(&part.words) }
                if marked && part.closed { { "”" } }
            </>
        }
    });
    html! {
        <blockquote class={classes!("quoted-words", marked.then_some("is-marked"), class)}>
            <p>{ for parts }</p>
        </blockquote>
    }
}

/// Where the reporter comes between two parts.
fn interruption() -> Html {
    html! {
        <span class="quoted-words-gap" title="Here the reporter comes between">{ " … " }</span>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{quote, render_html, words};

    fn shown(quote: &QuoteCard) -> String {
        words(&render_html(quoted_words(quote, "")))
    }

    #[test]
    fn parts_show_where_the_reporter_comes_between() {
        let card = quote("k", &["Our part,", "we insist."]);
        assert_eq!(shown(&card), "“Our part,” … “we insist.”");
    }

    #[test]
    fn an_open_mark_stays_open() {
        let mut card = quote("k", &["a step forward"]);
        card.parts[0].closed = false;
        assert_eq!(shown(&card), "“a step forward");
    }

    #[test]
    fn reported_speech_gets_no_marks() {
        let card = QuoteCard { kind: QuoteKind::Indirect, ..quote("k", &["that it was over"]) };
        assert_eq!(shown(&card), "that it was over");
    }
}
