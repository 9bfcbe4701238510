//! What a reader can do to a query, and the query that it gives: pure, so that what a control
//! promises can be counted before it is clicked.
//!
//! Does not know addresses or how controls look.

use parallax_engine::{
    order::sort_by_key,
    query::{Facet, LineOrder, Query, Sort, Unit},
};

/// A change to the query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// The search box says this.
    Words(String),
    /// Want words as they are, or in any form.
    Exact(bool),
    /// List articles, or quotations.
    List(Unit),
    /// Order by this.
    Order(Sort),
    /// Show the places of the words in lines of this order, or the results again.
    Lines(Option<LineOrder>),
    /// Include a facet's value and no other of that facet.
    Only(Facet, String),
    /// Include a facet's value, or take that back.
    Include(Facet, String),
    /// Exclude a facet's value, or take that back.
    Exclude(Facet, String),
    /// Take every filter away; unit and order stay.
    ClearAll,
}

impl Action {
    /// The query after the change.
    #[must_use]
    pub fn apply(&self, query: &Query) -> Query {
        let mut query = query.clone();
        match self {
            Self::Words(words) => words.clone_into(&mut query.words),
            Self::Exact(exact) => query.exact = *exact,
            Self::List(unit) => query.unit = *unit,
            Self::Order(sort) => query.sort = *sort,
            Self::Lines(order) => query.lines = *order,
            Self::Only(facet, value) => query.choose(*facet, |chosen| chosen.only(value)),
            Self::Include(facet, value) => query.choose(*facet, |chosen| chosen.toggle(value)),
            Self::Exclude(facet, value) => {
                query.choose(*facet, |chosen| chosen.toggle_exclude(value));
            }
            Self::ClearAll => {
                query.words.clear();
                query.exact = false;
                query.facets.clear();
            }
        }
        query
    }
}

/// An active filter, as a chip shows it: what it is, and the action that takes it away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filter {
    /// The words in the search box.
    Words(String),
    /// An included value.
    Included(Facet, String),
    /// An excluded value.
    Excluded(Facet, String),
}

impl Filter {
    /// The active filters of `query`: its words, then its facets in their order.
    #[must_use]
    pub fn of(query: &Query) -> Vec<Self> {
        let words = query.words.trim();
        let mut filters: Vec<_> =
            (!words.is_empty()).then(|| Self::Words(words.to_owned())).into_iter().collect();
        for (&facet, chosen) in &query.facets {
            filters.extend(chosen.include.iter().map(|value| Self::Included(facet, value.clone())));
            filters.extend(chosen.exclude.iter().map(|value| Self::Excluded(facet, value.clone())));
        }
        filters
    }

    /// What takes the filter away.
    #[must_use]
    pub fn removal(&self) -> Action {
        match self {
            Self::Words(_) => Action::Words(String::new()),
            Self::Included(facet, value) => Action::Include(*facet, value.clone()),
            Self::Excluded(facet, value) => Action::Exclude(*facet, value.clone()),
        }
    }
}

/// A filter that stands in the way, and how many results there are without it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blocker {
    /// The filter.
    pub filter: Filter,
    /// The results without it.
    pub without: usize,
}

/// The single filters whose removal gives results again, the most results first.
pub fn blockers(query: &Query, count: impl Fn(&Query) -> usize) -> Vec<Blocker> {
    let mut found: Vec<_> = Filter::of(query)
        .into_iter()
        .map(|filter| Blocker { without: count(&filter.removal().apply(query)), filter })
        .filter(|blocker| blocker.without > 0)
        .collect();
    sort_by_key(&mut found, |blocker| std::cmp::Reverse(blocker.without));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(actions: &[Action]) -> Query {
        actions.iter().fold(Query::default(), |query, action| action.apply(&query))
    }

    fn include(value: &str) -> Action {
        Action::Include(Facet::Outlet, value.to_owned())
    }

    #[test]
    fn every_filter_is_taken_away_by_its_own_removal() {
        let exclude = Action::Exclude(Facet::Speaker, "A".to_owned());
        let query = after(&[include("RT"), exclude, Action::Words("fresh start".to_owned())]);
        let filters = Filter::of(&query);
        assert_eq!(filters.len(), 3);
        let left = filters.iter().fold(query, |query, filter| filter.removal().apply(&query));
        assert!(left.is_open());
    }

    #[test]
    fn clearing_keeps_unit_and_order() {
        let query = after(&[
            Action::List(Unit::Quote),
            Action::Order(Sort::Oldest),
            include("RT"),
            Action::ClearAll,
        ]);
        assert!(query.is_open());
        assert_eq!((query.unit, query.sort), (Unit::Quote, Sort::Oldest));
    }

    #[test]
    fn the_blocking_filter_is_named_with_what_its_removal_gives() {
        let query = after(&[include("RT"), Action::Words("zzz".to_owned())]);
        let count = |query: &Query| if query.words.is_empty() { 7 } else { 0 };
        let found = blockers(&query, count);
        assert_eq!(found, [Blocker { filter: Filter::Words("zzz".to_owned()), without: 7 }]);
    }

    #[test]
    fn blank_words_are_no_filter() {
        assert!(Filter::of(&after(&[Action::Words("  ".to_owned())])).is_empty());
    }
}
