//! Where words stand in the texts of one outlet or report: a number for each place, which opens it as received.

use parallax_engine::span::Span;
use yew::prelude::*;

use crate::{url::View, wording};

/// So many places are numbered; of more the count is told.
const MOST: usize = 6;

/// The places of `words` in the texts that `source` names: each an article's name and a span there.
pub fn places<'a>(
    words: &str,
    source: &str,
    all: impl ExactSizeIterator<Item = (&'a str, Span)>,
) -> Html {
    let count = all.len();
    let numbered = (1..).zip(all.take(MOST)).map(|(number, (article, span))| {
        let label = format!("“{words}” in {source}, place {number} of {count}");
        html! {
            <a key={number} href={View::received(article, span).to_string()} aria-label={label}>{ number }</a>
        }
    });
    html! {
        <span class="places">
            <span class="places-source">{ source.to_owned() }</span>
            <span class="places-numbers">
                { for numbered }
                if count > MOST {
                    <span>{ format!("of {}", wording::grouped(count)) }</span>
                }
            </span>
        </span>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check_html, render_html};

    fn shown(count: u32) -> Html {
        let all: Vec<(&str, Span)> =
            (0..count).map(|at| ("a", Span { start: at, end: at + 1 })).collect();
        places("Smith", "DW", all.into_iter())
    }

    #[test]
    fn every_place_opens_the_words_as_received() {
        let html = check_html(
            shown(2),
            &[
                "DW",
                "#/article/a?show=received&amp;span=0-1",
                "“Smith” in DW, place 1 of 2",
                "span=1-2",
            ],
        );
        assert!(!html.contains("of 2</span>"), "{html}");
    }

    #[test]
    fn of_many_places_the_first_are_numbered_and_all_counted() {
        let html = render_html(shown(9));
        assert_eq!(html.matches("<a ").count(), MOST);
        assert!(html.contains("of 9</span>"), "{html}");
    }
}
