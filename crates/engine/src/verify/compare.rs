//! Two analyses of the same documents, compared fact by fact.
//!
//! Knows facts by their order and their places; what they say is made in `facts`.

use std::cmp::Ordering;

use super::{
    Difference, Verification, Verified,
    facts::{self, Fact},
};
use crate::{order, story::Corpus};

/// Compares what a pack says with what was found again. Linear in the facts, but for sorting them.
pub(super) fn compare(packed: &Corpus, found: &Corpus) -> Verification {
    let article = |at: usize| Verified {
        id: packed.articles[at].article.id.clone(),
        ..compared(facts::of(packed, at), facts::of(found, at))
    };
    let articles = (0..packed.articles.len()).map(article).collect();
    Verification { same: packed == found, articles }
}

/// Walks through two ordered lists of facts; the same fact in both is found again.
fn compared(packed: Vec<Fact>, found: Vec<Fact>) -> Verified {
    let mut again: Vec<(super::Subject, ())> = Vec::new();
    let (mut only_packed, mut only_found) = (Vec::new(), Vec::new());
    let (mut packed, mut found) = (packed.into_iter().peekable(), found.into_iter().peekable());
    loop {
        let order = match (packed.peek(), found.peek()) {
            (None, None) => break,
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some(packed), Some(found)) => packed.cmp(found),
        };
        if order.is_le() {
            let fact = packed.next();
            match order {
                Ordering::Equal => {
                    again.extend(found.next().map(|fact| (fact.subject, ())));
                }
                _ => only_packed.extend(fact),
            }
        } else {
            only_found.extend(found.next());
        }
    }
    let count = |all: Vec<()>| u32::try_from(all.len()).unwrap_or(u32::MAX);
    let again = order::grouped(again).into_iter().map(|(subject, all)| (subject, count(all)));
    let again = again.collect();
    Verified { id: String::new(), again, differences: paired(only_packed, only_found) }
}

/// A fact of the pack and one that was found about the same words are one difference.
fn paired(packed: Vec<Fact>, found: Vec<Fact>) -> Vec<Difference> {
    // By what they are about, those of the pack before those that were found.
    let mut differences = Vec::new();
    for fact in packed {
        let Fact { span, subject, what, value } = fact;
        let difference =
            Difference { what: what.to_owned(), span, packed: Some(value), found: None };
        differences.push(((span, subject, what), difference));
    }
    for fact in found {
        let Fact { span, subject, what, value } = fact;
        let difference =
            Difference { what: what.to_owned(), span, packed: None, found: Some(value) };
        differences.push(((span, subject, what), difference));
    }
    order::grouped(differences).into_iter().flat_map(|(_, all)| matched(all)).collect()
}

/// What the pack says and what was found of the same words, put together in their order.
fn matched(all: Vec<Difference>) -> Vec<Difference> {
    let (mut about, found): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|difference| difference.packed.is_some());
    for difference in found {
        match about.iter_mut().find(|known| known.found.is_none()) {
            Some(known) => known.found = difference.found,
            None => about.push(difference),
        }
    }
    about
}
