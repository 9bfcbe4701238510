//! Places of words, put together by the outlets in whose articles they stand.
//!
//! Knows articles by their numbers and facets only; does not know what the words are of.

use std::{cmp::Reverse, rc::Rc};

use crate::{
    collection::Segment,
    order::sort_by,
    query::{Facet, NONE, Unit},
    span::Span,
};

/// Where words stand in a document as received.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct At {
    /// The document's name.
    pub article: Rc<str>,
    /// Where in it.
    pub span: Span,
}

/// Where words stand in the articles of one outlet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByOutlet {
    /// The outlet, if the articles name one.
    pub outlet: Option<String>,
    /// The places.
    pub places: Vec<At>,
}

impl ByOutlet {
    /// Adds a place in an article of a segment to those of its outlet.
    pub(crate) fn add(all: &mut Vec<Self>, segment: &Segment, (article, span): (u32, Span)) {
        let outlet = outlet_of(segment, article as usize);
        let place = At { article: segment.shelf.id(article as usize).into(), span };
        match all.iter_mut().find(|known| known.outlet.as_deref() == outlet) {
            Some(known) => known.places.push(place),
            None => all.push(Self { outlet: outlet.map(str::to_owned), places: vec![place] }),
        }
    }

    /// Those with the most places first, then by the alphabet.
    pub(crate) fn sort(all: &mut [Self]) {
        sort_by(all, |one, other| {
            let key = |it: &Self| Reverse(it.places.len());
            key(one).cmp(&key(other)).then_with(|| one.outlet.cmp(&other.outlet))
        });
    }
}

/// Who published an article, as its facet says.
fn outlet_of(segment: &Segment, article: usize) -> Option<&str> {
    let column = segment.index.column(Unit::Article, Facet::Outlet)?;
    let outlet = column.value(column.of(article).next()?);
    (outlet != NONE).then_some(outlet)
}
