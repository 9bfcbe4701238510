//! The engine, opened once for the whole page.

use std::{ops::Deref, rc::Rc};

use parallax_engine::{Engine, compare::Comparison, query::Query, search::Answer};
use yew::prelude::*;

use crate::{
    timing,
    url::{BrowseView, Display, Time, View},
};

/// How many results an answer brings; the others are asked for when they are drawn.
const FIRST: usize = 12;

/// The opened corpus. It never changes while the page is open, but that one of which only the beginning has come
/// gives place to the whole.
#[derive(Clone)]
pub(crate) struct Corpus {
    engine: Rc<Engine>,
    /// Whether a reader waits for its answers: only then their time is worth a measure.
    read: bool,
}

impl Corpus {
    /// The corpus as readers ask it.
    pub(crate) fn new(engine: Engine) -> Self {
        Self { engine: Rc::new(engine), read: true }
    }

    /// The same corpus, asked when nobody waits.
    pub(crate) fn unread(&self) -> Self {
        Self { engine: Rc::clone(&self.engine), read: false }
    }

    /// Whether enough of it has come for the view.
    pub(crate) fn shows(&self, view: &View) -> bool {
        let is_early = |view: &BrowseView| {
            let list = view.display == Display::List && view.time == Time::Published;
            list && view.open.is_none() && self.answers(&view.query)
        };
        self.is_whole() || matches!(view, View::Browse(view) if is_early(view))
    }

    /// The answer to `query` with its first results, its time left as a measure when a reader waits for it.
    pub(crate) fn answer(&self, query: &Query) -> Answer {
        let ask = || self.engine.first(query, FIRST);
        if self.read { timing::answer(ask) } else { ask() }
    }

    /// An article beside each of some others, the time left likewise; none where one is unknown.
    pub(crate) fn comparisons(&self, base: &str, others: &[String]) -> Option<Vec<Comparison>> {
        let beside = |other: &String| self.engine.compare_closely(base, other);
        let ask = || others.iter().map(beside).collect();
        if self.read { timing::compare(ask) } else { ask() }
    }
}

impl PartialEq for Corpus {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.engine, &other.engine)
    }
}

impl Deref for Corpus {
    type Target = Engine;

    fn deref(&self) -> &Engine {
        &self.engine
    }
}

/// The corpus; none outside the page's root.
#[hook]
pub(crate) fn use_engine() -> Option<Corpus> {
    use_context::<Corpus>()
}
