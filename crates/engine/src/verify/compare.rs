//! Two analyses of the same documents, compared fact by fact.
//!
//! Knows facts by their order and their places; what they say is made in `facts`.

use std::{cmp::Ordering, collections::BTreeMap};

use super::{
    Difference, Verification, Verified,
    facts::{self, Fact},
};
use crate::story::Corpus;

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
    let mut again = BTreeMap::new();
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
                    let subject = found.next().map(|fact| fact.subject);
                    *again.entry(subject).or_insert(0) += 1;
                }
                _ => only_packed.extend(fact),
            }
        } else {
            only_found.extend(found.next());
        }
    }
    let again = again.into_iter().filter_map(|(subject, count)| Some((subject?, count))).collect();
    Verified { id: String::new(), again, differences: paired(only_packed, only_found) }
}

/// A fact of the pack and one that was found about the same words are one difference.
fn paired(packed: Vec<Fact>, found: Vec<Fact>) -> Vec<Difference> {
    let mut differences: BTreeMap<_, Vec<Difference>> = BTreeMap::new();
    for fact in packed {
        let Fact { span, subject, what, value } = fact;
        let difference =
            Difference { what: what.to_owned(), span, packed: Some(value), found: None };
        differences.entry((span, subject, what)).or_default().push(difference);
    }
    for fact in found {
        let Fact { span, subject, what, value } = fact;
        let about = differences.entry((span, subject, what)).or_default();
        match about.iter_mut().find(|difference| difference.found.is_none()) {
            Some(difference) => difference.found = Some(value),
            None => about.push(Difference {
                what: what.to_owned(),
                span,
                packed: None,
                found: Some(value),
            }),
        }
    }
    differences.into_values().flatten().collect()
}
