//! The engine, opened once for the whole page.

use std::{ops::Deref, rc::Rc};

use parallax_engine::Engine;
use yew::prelude::*;

/// The opened corpus. It never changes while the page is open.
#[derive(Clone)]
pub(crate) struct Corpus(pub(crate) Rc<Engine>);

impl PartialEq for Corpus {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for Corpus {
    type Target = Engine;

    fn deref(&self) -> &Engine {
        &self.0
    }
}

/// The corpus; none outside the page's root.
#[hook]
pub(crate) fn use_engine() -> Option<Corpus> {
    use_context::<Corpus>()
}
