//! An article from its beginning to its end on a strip: which of its passages other reports of the event share, which they
//! have in other words, and which have no match. Every piece leads beside the other report, at that place.
//!
//! What is shared is high and solid, what is reworded half as high and striped, what has no match a line: it is
//! read without colour. The same stands below as a list.

use yew::prelude::*;

use crate::{
    compared::Ink,
    scales::{Runs, percent},
    url::View,
    wording,
};

/// A passage of an article, and what others have of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Echo {
    /// Its words.
    pub words: String,
    /// What the nearest of them has of it.
    pub ink: Ink,
    /// Whose that is; the first other report where there is no match.
    pub outlet: String,
    /// Beside that, at this place.
    pub to: View,
}

/// How high the strip is.
const HEIGHT: f64 = 28.0;
/// So many letters of a passage are told.
const LETTERS: usize = 90;

/// The strip.
pub fn echo_strip(echoes: &[Echo]) -> Html {
    let lengths: Vec<usize> = echoes.iter().map(|echo| echo.words.len().max(1)).collect();
    let runs = Runs::new(&lengths);
    let pieces = echoes.iter().enumerate().map(|(at, echo)| piece(echo, runs.place(at)));
    html! {
        <div class="echo-strip">
            <svg role="group" aria-label="Passages, from the beginning to the end">
                <defs>
                    <pattern id="echo-strip-stripes" width="4" height="4" patternUnits="userSpaceOnUse">
                        <rect class="echo-strip-stripe" width="4" height="2" />
                    </pattern>
                </defs>
                { for pieces }
            </svg>
            { legend(echoes) }
            { list(echoes) }
        </div>
    }
}

/// A passage on the strip. The list is the keyboard's way to the same.
fn piece(echo: &Echo, (start, long): (f64, f64)) -> Html {
    let (class, high) = match echo.ink {
        Ink::Shared => ("is-shared", HEIGHT),
        Ink::Reworded => ("is-reworded", HEIGHT * 0.6),
        Ink::Only => ("is-only", 3.0),
    };
    // A gap tells neighbours apart.
    let wide = percent(long * 0.94);
    let label = format!("{}: {}", what(echo), wording::cut(&echo.words, LETTERS));
    html! {
        <a href={echo.to.to_string()} tabindex="-1" aria-label={label.clone()}>
            <title>{ label }</title>
            <rect class="echo-strip-space" x={percent(start)} width={percent(long)} y="0" height={HEIGHT.to_string()} />
            <rect {class} x={percent(start)} width={wide} y={(HEIGHT - high).to_string()} height={high.to_string()} />
        </a>
    }
}

fn what(echo: &Echo) -> String {
    match echo.ink {
        Ink::Shared => format!("Shared with {}", echo.outlet),
        Ink::Reworded => format!("In other words in {}", echo.outlet),
        Ink::Only => "No match found".to_owned(),
    }
}

/// What the pieces are, and how many of each.
fn legend(echoes: &[Echo]) -> Html {
    let of = |ink: Ink, class: &'static str, words: &'static str| {
        let count = echoes.iter().filter(|echo| echo.ink == ink).count();
        html! {
            <li>
                <svg width="14" height="14" aria-hidden="true">
                    { match ink {
                        Ink::Shared => html! { <rect {class} y="0" width="14" height="14" /> },
                        Ink::Reworded => html! { <rect {class} y="5" width="14" height="9" /> },
                        Ink::Only => html! { <rect {class} y="11" width="14" height="3" /> },
                    } }
                </svg>
                { format!("{count} {words}") }
            </li>
        }
    };
    html! {
        <ul class="echo-strip-legend">
            { of(Ink::Shared, "is-shared", "shared") }
            { of(Ink::Reworded, "is-reworded", "in other words") }
            { of(Ink::Only, "is-only", "no match found") }
        </ul>
    }
}

fn list(echoes: &[Echo]) -> Html {
    let rows = echoes.iter().map(|echo| {
        html! {
            <li>
                <a href={echo.to.to_string()}>{ wording::cut(&echo.words, LETTERS) }</a>
                { " " }<span>{ what(echo) }</span>
            </li>
        }
    });
    html! {
        <details class="echo-strip-list">
            <summary>{ "Show as a list" }</summary>
            <ol>{ for rows }</ol>
        </details>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::check_html;

    #[test]
    fn every_piece_leads_beside_the_other_report() {
        let echo = |words: &str, ink, outlet: &str| Echo {
            words: words.to_owned(),
            ink,
            outlet: outlet.to_owned(),
            to: View::compare("a", outlet, None),
        };
        let echoes = [
            echo("one", Ink::Shared, "DW"),
            echo("two", Ink::Only, "RT"),
            echo("three", Ink::Reworded, "RT"),
        ];
        let html = check_html(
            echo_strip(&echoes),
            &[
                "#/compare/a,DW",
                "Shared with DW: one",
                "No match found: two",
                "In other words in RT: three",
                "1 shared",
                "1 in other words",
                "1 no match found",
                "Show as a list",
            ],
        );
        assert_eq!(
            html.matches("#/compare/a,RT").count(),
            4,
            "in the picture and in the list: {html}"
        );
    }
}
