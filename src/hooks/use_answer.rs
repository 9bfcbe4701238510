//! The engine's answer to what a view asks, asked once for each query.

use std::rc::Rc;

use parallax_engine::query::Unit;
use yew::prelude::*;

use super::{Answered, use_engine};
use crate::url::BrowseView;

/// The answer to what the view asks.
#[hook]
pub(crate) fn use_answer(view: &BrowseView) -> Rc<Answered> {
    let corpus = use_engine();
    let answered = use_memo((view.query.clone(), view.time), move |(query, time)| {
        corpus.map(|corpus| Rc::new(corpus.answer(query, *time))).unwrap_or_default()
    });
    Rc::clone(&answered)
}

/// How many results there are of this unit when nothing is filtered.
#[hook]
pub(crate) fn use_corpus_size(unit: Unit) -> usize {
    use_engine().map_or(0, |corpus| corpus.size(unit))
}
