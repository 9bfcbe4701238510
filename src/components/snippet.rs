//! Words of a document with the matching ones marked.

use parallax_engine::search::Snippet;
use yew::prelude::*;

/// Properties of [`SnippetView`].
#[derive(Clone, PartialEq, Properties)]
pub struct SnippetViewProps {
    /// The words.
    pub snippet: Snippet,
}

/// Words of a document with the matching ones marked.
#[component]
pub fn SnippetView(props: &SnippetViewProps) -> Html {
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
    use crate::testing::{check, snippet};

    #[test]
    fn hits_are_marked_and_text_is_never_html() {
        let props = SnippetViewProps { snippet: snippet("a [fresh] <b>start") };
        check::<SnippetView>(props, &["a ", "<mark class=\"hit\">fresh</mark>", " &lt;b&gt;start"]);
    }
}
