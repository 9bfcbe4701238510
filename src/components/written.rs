//! Words of a document as they are written, with the marks that turn the direction of writing made visible.
//!
//! Such a mark is no letter: it can make words be shown in another order than they are written in. So each is
//! kept to itself, where it turns nothing, and its name is drawn beside it by the style sheet: the text of
//! the page stays that of the document, byte for byte.

use yew::prelude::*;

/// The marks and their names (Unicode's annex 9).
const MARKS: [(char, &str); 12] = [
    ('\u{61c}', "ALM"),
    ('\u{200e}', "LRM"),
    ('\u{200f}', "RLM"),
    ('\u{202a}', "LRE"),
    ('\u{202b}', "RLE"),
    ('\u{202c}', "PDF"),
    ('\u{202d}', "LRO"),
    ('\u{202e}', "RLO"),
    ('\u{2066}', "LRI"),
    ('\u{2067}', "RLI"),
    ('\u{2068}', "FSI"),
    ('\u{2069}', "PDI"),
];

/// Words of a document.
pub fn written(text: &str) -> Html {
    if text.is_ascii() || text.chars().all(|letter| name(letter).is_none()) {
        return html! { text.to_owned() };
    }
    let pieces = text.split_inclusive(|letter| name(letter).is_some()).map(|piece| {
        let mark = piece.chars().next_back().and_then(|letter| Some((letter, name(letter)?)));
        let Some((mark, name)) = mark else { return html! { piece.to_owned() } };
        let plain = piece.strip_suffix(mark).unwrap_or(piece).to_owned();
        html! { <>{ plain }<bdi class="direction-mark" data-name={name}>{ mark }</bdi></> }
    });
    html! { <>{ for pieces }</> }
}

fn name(letter: char) -> Option<&'static str> {
    // Most letters are none, and this is asked of each.
    let may_be = matches!(letter, '\u{61c}' | '\u{200e}'..='\u{2069}');
    MARKS.iter().find(|(mark, _)| may_be && *mark == letter).map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{render_html, words};

    #[test]
    fn marks_are_named_and_the_words_stay_as_they_are() {
        let source = "He paid \u{202e}005\u{202c} euros \u{2014} <all> of it\u{200f}";
        let html = render_html(written(source));
        for name in ["RLO", "PDF", "RLM"] {
            assert!(html.contains(&format!("data-name=\"{name}\"")), "{name} in {html}");
        }
        assert_eq!(words(&html), source);
    }

    #[test]
    fn other_words_are_text_alone() {
        for source in ["plain", "\u{201c}Größe\u{201d} \u{2026}"] {
            assert_eq!(render_html(written(source)), source);
        }
    }
}
