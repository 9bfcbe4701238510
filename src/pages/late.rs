//! What a view shows only when a reader wants it: drawn by a part of the page that is fetched then.
//!
//! Does not know what the pieces are.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::{
    components::disclosure,
    parts::{DrawPiece, Piece},
};

/// A piece as soon as it is `wanted`; that it did not come, where that is so. It is asked for again each time that it is
/// wanted anew.
#[hook]
pub(super) fn use_piece(piece: &Piece, wanted: bool) -> Html {
    let draw = use_state(|| None::<Option<DrawPiece>>);
    use_effect_with(wanted, {
        let (draw, piece) = (draw.clone(), piece.clone());
        move |wanted| {
            if *wanted && !matches!(*draw, Some(Some(_))) {
                spawn_local(async move { draw.set(Some(piece.fetch().await.ok())) });
            }
        }
    });
    match *draw {
        Some(Some(draw)) if wanted => draw(piece.clone()),
        Some(None) if wanted => {
            html! { <p role="alert">{ "This could not be fetched. Is there a connection?" }</p> }
        }
        _ => Html::default(),
    }
}

/// Properties of [`Late`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct LateProps {
    /// What it is, for the style sheets.
    pub(super) class: &'static str,
    /// What is pressed to show it.
    pub(super) name: AttrValue,
    /// What is shown.
    pub(super) piece: Piece,
    /// Whether it is shown in any case.
    #[prop_or_default]
    pub(super) stays: bool,
}

/// A piece behind its name.
#[component]
pub(super) fn Late(props: &LateProps) -> Html {
    let opened = use_state_eq(|| false);
    let is_open = *opened || props.stays;
    use_effect_with(props.stays, {
        let opened = opened.setter();
        // What need not stay any more is not taken away under the reader's eyes.
        move |stays| {
            if *stays {
                opened.set(true);
            }
        }
    });
    let shown = use_piece(&props.piece, is_open);
    let onclick = Callback::from(move |_: MouseEvent| opened.set(!is_open));
    disclosure(props.class, html! { &props.name }, is_open, onclick, shown)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{testing::render, url::BrowseView};

    fn shown(stays: bool) -> String {
        let piece = Piece::Saved(BrowseView::default());
        render::<Late>(LateProps { class: "x", name: "Saved views".into(), piece, stays })
    }

    #[test]
    fn it_waits_to_be_opened_unless_it_stays() {
        let closed = shown(false);
        assert!(closed.contains("aria-expanded=\"false\">Saved views</button></div>"), "{closed}");
        assert!(shown(true).contains("aria-expanded=\"true\""));
    }
}
