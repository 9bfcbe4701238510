//! Words of a document with the matching ones marked.

use parallax_engine::search::Snippet;
use yew::prelude::*;

use super::written;

/// Words of a document with the matching ones marked.
pub fn snippet_view(snippet: &Snippet) -> Html {
    let pieces = snippet.pieces.iter().map(|piece| {
        let text = written(&piece.text);
        if piece.hit {
            html! { <mark class="hit">{ text }</mark> }
        } else {
            text
        }
    });
    html! { <>{ for pieces }</> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check_html, snippet};

    #[test]
    fn hits_are_marked_and_text_is_never_html() {
        check_html(
            snippet_view(&snippet("a [fresh] <b>start")),
            &["a ", "<mark class=\"hit\">fresh</mark>", " &lt;b&gt;start"],
        );
    }
}
