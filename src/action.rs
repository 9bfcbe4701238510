//! What a reader can do to a list of results, and the list that it gives: pure, so that what a control
//! promises can be counted before it is clicked.
//!
//! Does not know how addresses are spelt, or how controls look.

use parallax_engine::{
    order::sort_by_key,
    query::{Days, Facet, LineOrder, Query, Selection, Sort, Unit},
};

use crate::url::{BrowseView, Display, Opened, Time};

/// A change to what is asked, or to how it is shown.
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
    /// Include these days and no others of a facet of days, or any.
    Days(Facet, Option<Days>),
    /// Show the results so.
    Display(Display),
    /// Count these days beside the list.
    Time(Time),
    /// Open this beside the list, or close what is open.
    Open(Option<Opened>),
    /// Take every filter away; unit and order stay.
    ClearAll,
}

impl Action {
    /// What is shown after the change.
    #[must_use]
    pub fn apply(&self, view: &BrowseView) -> BrowseView {
        let mut view = view.clone();
        match self {
            Self::Display(display) => {
                view.display = *display;
                view.query.lines = None;
            }
            Self::Lines(order) => {
                view.display = Display::List;
                view.query.lines = *order;
            }
            Self::Time(time) => view.time = *time,
            Self::Open(open) => view.open.clone_from(open),
            Self::List(unit) => {
                view.open = view.open.filter(|_| view.query.unit == *unit);
                view.query.unit = *unit;
            }
            _ => view.query = self.ask(&view.query),
        }
        view
    }

    /// The query after the change.
    #[must_use]
    pub fn ask(&self, query: &Query) -> Query {
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
            Self::Days(facet, days) => query.choose(*facet, |chosen| {
                *chosen = Selection::default();
                days.iter().for_each(|days| chosen.only(&days.to_string()));
            }),
            Self::Display(_) | Self::Time(_) | Self::Open(_) => {}
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
        .map(|filter| Blocker { without: count(&filter.removal().ask(query)), filter })
        .filter(|blocker| blocker.without > 0)
        .collect();
    sort_by_key(&mut found, |blocker| std::cmp::Reverse(blocker.without));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(actions: &[Action]) -> Query {
        actions.iter().fold(Query::default(), |query, action| action.ask(&query))
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
        let left = filters.iter().fold(query, |query, filter| filter.removal().ask(&query));
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
    fn days_replace_days_and_can_be_taken_back() {
        let days = |typed| Action::Days(Facet::Date, Days::read(typed));
        let query = after(&[days("2009"), days("2010-11-01..2010-11-30")]);
        assert_eq!(query.selection(Facet::Date).include, ["2010-11"]);
        assert!(after(&[days("2009"), Action::Days(Facet::Date, None)]).is_open());
    }

    #[test]
    fn what_is_open_stays_until_something_else_is_listed() {
        let open = Opened { article: "a".to_owned(), at: None };
        let view = Action::Open(Some(open)).apply(&BrowseView::default());
        assert_eq!(include("RT").apply(&view).open, view.open);
        assert_eq!(Action::List(Unit::Quote).apply(&view).open, None);
        assert_eq!(Action::Open(None).apply(&view), BrowseView::default());
    }

    #[test]
    fn blank_words_are_no_filter() {
        assert!(Filter::of(&after(&[Action::Words("  ".to_owned())])).is_empty());
    }
}
