//! The check of one article: keeps how far it has come while the article is shown.

use std::rc::Rc;

use parallax_engine::Reading;
use yew::prelude::*;

use crate::{components::recheck_panel, hooks::use_recheck};

/// Properties of [`Recheck`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct RecheckProps {
    /// The article.
    pub(super) reading: Rc<Reading>,
}

/// The check of one article.
#[component]
pub(super) fn Recheck(props: &RecheckProps) -> Html {
    let Reading { card, source, .. } = &*props.reading;
    let (state, start) = use_recheck(&card.id);
    recheck_panel(&card.id, source, &state, &start)
}
