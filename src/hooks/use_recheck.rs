//! The check of one article, as far as it has come.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    components::{Outcome, RecheckState},
    recheck::Recheck,
    timing,
};

/// How far the check of the article `id` has come, and what starts it.
#[hook]
pub(crate) fn use_recheck(id: &str) -> (RecheckState, Callback<()>) {
    let state = use_state(|| RecheckState::Offered);
    let running = use_mut_ref(|| None);
    let start = {
        let (id, state, running) = (id.to_owned(), state.setter(), Rc::clone(&running));
        Callback::from(move |()| {
            if running.borrow().is_some() {
                return;
            }
            let began = timing::now();
            let done = {
                let (id, state, running) = (id.clone(), state.clone(), Rc::clone(&running));
                move |result: Result<_, String>| {
                    let seconds = (timing::now() - began) / 1000.0;
                    let outcome = result.and_then(|verification| {
                        let outcome = Outcome::of(&verification, &id, seconds);
                        outcome.ok_or_else(|| "its answer does not tell of this report".to_owned())
                    });
                    state.set(outcome.map_or_else(RecheckState::Failed, RecheckState::Done));
                    running.borrow_mut().take();
                }
            };
            match Recheck::start(done) {
                Ok(check) => {
                    *running.borrow_mut() = Some(check);
                    state.set(RecheckState::Running);
                }
                Err(reason) => state.set(RecheckState::Failed(reason)),
            }
        })
    };
    ((*state).clone(), start)
}
