//! Words of a document with the matching ones marked.

use parallax_engine::search::Snippet;
use yew::prelude::*;

/// What [`snippet_view`] shows.
#[derive(Clone, PartialEq)]
pub struct SnippetViewProps {
    /// The words.
    pub snippet: Snippet,
}

/// Words of a document with the matching ones marked.
pub fn snippet_view(props: &SnippetViewProps) -> Html {
    let pieces = props.snippet.pieces.iter().map(|piece| {
        let text = piece.text.clone();
        if piece.hit {
            html! { <mark class="hit">{ text }</mark> }
        } else {
            html! { text }
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
        let props = SnippetViewProps { snippet: snippet("a [fresh] <b>start") };
        check_html(
            snippet_view(&props),
            &["a ", "<mark class=\"hit\">fresh</mark>", " &lt;b&gt;start"],
        );
    }
}
