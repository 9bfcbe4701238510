//! Words of a document, each stretch of them a way to the document as received.

use parallax_engine::span::Span;
use yew::prelude::*;

use super::written;
use crate::url::View;

/// Stretches of an article's document, in marks, with "…" for what stands between them.
pub fn received_words<'a>(
    article: &str,
    stretches: impl IntoIterator<Item = (&'a str, Span)>,
) -> Html {
    let stretches = stretches.into_iter().enumerate().map(|(at, (words, span))| {
        let label = format!("{words}, show these words in the document as received");
        html! {
            <>
                if at > 0 { { " … " } }
                <a href={View::received(article, span).to_string()} aria-label={label}>
                    { "“" }{ written(words) }{ "”" }
                </a>
            </>
        }
    });
    html! { <>{ for stretches }</> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check_html, words};

    #[test]
    fn each_stretch_leads_to_its_own_bytes() {
        let stretches = [("a true", Span::new(3, 9)), ("start", Span::new(16, 21))];
        let html = check_html(
            received_words("lisbon-rt", stretches),
            &["#/article/lisbon-rt?show=received&amp;span=3-9", "span=16-21"],
        );
        assert_eq!(words(&html), "“a true” … “start”");
    }
}
