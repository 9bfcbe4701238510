//! The engine, opened once for the whole page.

use std::{ops::Deref, rc::Rc};

use parallax_engine::{
    Engine,
    compare::Comparison,
    query::{Days, Query},
    search::{Answer, Calendar, Found, Period},
};
use yew::prelude::*;

use crate::{timing, url::Time};

/// How many results an answer brings; the others are asked for when they are drawn.
const FIRST: usize = 12;

/// An answer, and when its results are of.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Answered {
    /// The answer, with its first results.
    pub(crate) answer: Rc<Answer>,
    /// How many results there are by days, and the same of the days that are chosen, if that tells more.
    pub(crate) calendar: (Calendar, Option<Calendar>),
}

impl Answered {
    fn of(found: &Found<'_>, query: &Query, time: Time) -> Self {
        let facet = time.facet();
        let calendar = found.calendar(facet, Days::default());
        let chosen = match query.selection(facet).include.as_slice() {
            [only] => Days::read(only),
            _ => None,
        };
        let closer = chosen.filter(|_| calendar.period != Period::Day);
        let closer = closer.map(|days| found.calendar(facet, days));
        let tells = |closer: &Calendar| {
            closer.stretches.len() > 1 && (closer.period as u8) < (calendar.period as u8)
        };
        Self {
            answer: Rc::new(found.answer(FIRST)),
            calendar: (calendar.clone(), closer.filter(tells)),
        }
    }
}

/// The opened corpus. It never changes while the page is open.
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

    /// The answer to `query` with its first results, its time left as a measure when a reader waits for it.
    pub(crate) fn answer(&self, query: &Query, time: Time) -> Answered {
        let ask = || Answered::of(&self.engine.find(query), query, time);
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
