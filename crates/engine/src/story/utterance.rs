//! Utterances: which quotations are the same words of the same speaker at the same event.
//!
//! Compares only quotations of one speaker in one event.

use super::{Analysis, Event, Utterance};
use crate::person::Person;

/// The utterances that more than one text carries.
pub(crate) fn find(articles: &[Analysis], people: &[Person], events: &[Event]) -> Vec<Utterance> {
    let _ = (articles, people, events);
    Vec::new()
}
