//! The engine's answer to what a view asks, asked once for each query.

use std::rc::Rc;

use parallax_engine::{
    query::{Query, Unit},
    search::Answer,
};
use yew::prelude::*;

use super::use_engine;

/// The answer to a query, with its first results.
#[hook]
pub(crate) fn use_answer(query: &Query) -> Rc<Answer> {
    let corpus = use_engine();
    use_memo((query.clone(), corpus), move |(query, corpus)| {
        corpus.as_ref().map(|corpus| corpus.answer(query)).unwrap_or_default()
    })
}

/// How many results there are of this unit when nothing is filtered.
#[hook]
pub(crate) fn use_corpus_size(unit: Unit) -> usize {
    use_engine().map_or(0, |corpus| corpus.size(unit))
}
